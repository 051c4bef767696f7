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
  const icons = iconsOf(process);
  return [{ picture: address({ icons }), alternative: icons.map((icon) => NAMES[icon]).join(', '), width: icons.length === 1 ? '22px' : '46px' }];
}

/** "H: higher values · F: failing the target": what the letters in the icons of these runs stand for. Empty where there are none. */
export function letterWords(processes: readonly ProcessAnswer[]): string {
  const icons = processes.flatMap(iconsOf);
  return LETTERS.filter(({ of }) => icons.some((icon) => icon.endsWith(of))).map(({ words }) => words).join(' · ');
}

const LETTERS = [
  { of: '-high', words: 'H: higher values' }, { of: '-low', words: 'L: lower values' },
  { of: 'pass', words: 'P: passing the target' }, { of: 'fail', words: 'F: failing the target' }, { of: 'hit-and-miss', words: '?: hit and miss' },
] as const;

const iconsOf = (process: ProcessAnswer): readonly ProcessIcon[] => [variationIcon(process), ...(process.assurance === 'none' ? [] : [process.assurance])];

const NAMES: Readonly<Record<ProcessIcon, string>> = {
  'common-cause': 'Common cause', 'improvement-high': 'Improving, higher values', 'improvement-low': 'Improving, lower values',
  'concern-high': 'Concerning, higher values', 'concern-low': 'Concerning, lower values',
  'neutral-high': 'Higher values', 'neutral-low': 'Lower values', pass: 'passing', fail: 'failing', 'hit-and-miss': 'hit and miss',
};

function variationIcon({ variation, signal }: ProcessAnswer): ProcessIcon {
  if (variation === 'common-cause') {
    return variation;
  }
  return `${variation}-${signal !== null && (signal.endsWith('high') || signal === 'trend-rising') ? 'high' : 'low'}`;
}
