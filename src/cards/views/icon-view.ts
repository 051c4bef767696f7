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
  const icon = (name: ProcessIcon, words: string): IconView => ({ picture: address({ icons: [name] }), alternative: plainText(words) });
  return [
    icon(variationIcon(process), `Variation${process.isAsked ? '' : ` in ${process.month}`}: ${process.variationWords}`),
    ...(assurance === 'none' ? [] : [icon(assurance, `Assurance: ${process.assuranceWords}`)]),
  ];
}

/**
 * Both icons of one line of a scorecard as one picture, which says in the vocabulary of the icons what the line says in
 * plain words. None where nobody could fetch it, nothing is judged, or the card has no room.
 */
export function lineIcons(process: ProcessAnswer | null, { rows }: CardDetail, address: ChartAddress | null): readonly (IconView & { readonly width: string })[] {
  if (process === null || address === null || rows < 5) {
    return [];
  }
  const icons: readonly ProcessIcon[] = [variationIcon(process), ...(process.assurance === 'none' ? [] : [process.assurance])];
  return [{ picture: address({ icons }), alternative: icons.map((icon) => NAMES[icon]).join(', '), width: icons.length === 1 ? '22px' : '46px' }];
}

const NAMES: Readonly<Record<ProcessIcon, string>> = {
  'common-cause': 'Common cause', 'improvement-high': 'Special cause of improving nature, high', 'improvement-low': 'Special cause of improving nature, low',
  'concern-high': 'Special cause of concerning nature, high', 'concern-low': 'Special cause of concerning nature, low',
  'neutral-high': 'Special cause, high', 'neutral-low': 'Special cause, low', pass: 'passing', fail: 'failing', 'hit-and-miss': 'hit or miss',
};

function variationIcon({ variation, signal }: ProcessAnswer): ProcessIcon {
  if (variation === 'common-cause') {
    return variation;
  }
  return `${variation}-${signal !== null && (signal.endsWith('high') || signal === 'trend-rising') ? 'high' : 'low'}`;
}
