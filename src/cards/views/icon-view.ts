import type { ProcessAnswer } from '../../answers/process-answer';
import { plainText } from '../card-text';
import type { CardDetail } from '../card-detail';
import type { ChartAddress } from '../charts/chart-address';
import type { ProcessIcon } from '../charts/process-icon';

/** An icon with the words that it stands for. */
export interface IconView {
  readonly picture: string;
  readonly alternative: string;
}

/**
 * The two icons of Making Data Count beside the verdict: what the run does, and whether its target is met. None where
 * nobody could fetch them, nothing is judged, or the card has no room.
 */
export function iconViews(process: ProcessAnswer | null, { points }: CardDetail, address: ChartAddress | null): readonly IconView[] {
  if (process === null || address === null || points === 0) {
    return [];
  }
  const { assurance } = process;
  const icon = (name: ProcessIcon, words: string): IconView => ({ picture: address({ icon: name }), alternative: plainText(words) });
  return [
    icon(variationIcon(process), `Variation${process.isAsked ? '' : ` in ${process.month}`}: ${process.variationWords}`),
    ...(assurance === 'none' ? [] : [icon(assurance, `Assurance, if nothing changes: ${process.assuranceWords}`)]),
  ];
}

function variationIcon({ variation, signal }: ProcessAnswer): ProcessIcon {
  if (variation === 'common-cause') {
    return variation;
  }
  return `${variation}-${signal !== null && (signal.endsWith('high') || signal === 'trend-rising') ? 'high' : 'low'}`;
}
