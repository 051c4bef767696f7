import { dayLabel, type Day } from '../calendar/day';
import type { ScorecardAnswerLine } from './answer';
import { inSentence } from './names';
import type { ProcessAnswer } from './process-answer';

/** Most things that are said to stand out. */
const MOST = 3;

interface Insight {
  /** Lower comes first. */
  readonly rank: number;
  readonly words: string;
}

/**
 * What stands out on a scorecard: data that is late, then, by the published rules of Making Data Count and nothing else,
 * a special cause that is new with the last month, worse before better, a target that a stable process can no longer
 * meet, what goes on being worse, a missed target that one specialty makes up most of, and what goes on otherwise. Three
 * things at most, those that go on being better as one; empty where nothing does.
 *
 * @param through the last day held
 */
export function insightsOf(lines: readonly Pick<ScorecardAnswerLine, 'label' | 'process' | 'concentration'>[], { stale, through }: { readonly stale: boolean; readonly through: Day }): readonly string[] {
  const late = stale ? [{ rank: 0, words: `data late, with none since ${dayLabel(through)}` }] : [];
  const found = lines.flatMap(({ label, process, concentration }) => [
    ...(process === null ? [] : insightsOn(label, process)),
    ...(concentration === null ? [] : [{ rank: 6, words: `${label}: ${concentration.words}` }]),
  ]);
  const better = lines.flatMap(({ label, process }) => (process !== null && insightsOn(label, process).some(({ rank }) => rank === BETTER) ? [{ label, process }] : []));
  const told = better.length < 2 ? found : [...found.filter(({ rank }) => rank !== BETTER), { rank: BETTER, words: howTheyRun(better) }];
  return [...late, ...told].sort((a, b) => a.rank - b.rank).slice(0, MOST).map(({ words }) => words);
}

/** The same as one sentence; empty where nothing stands out. */
export const standingOutWords = (named: readonly string[]): string => (named.length === 0 ? '' : `Standing out: ${named.join('; ')}.`);

/** The rank of what goes on being better. */
const BETTER = 7;

/** "A, B (to May 2024) and C are improving (special cause)": several runs of one verdict in one sentence. */
function howTheyRun(runs: readonly { readonly label: string; readonly process: ProcessAnswer }[]): string {
  const names = runs.map(({ label, process }) => `${label}${process.isAsked ? '' : ` (to ${process.month})`}`);
  return `${new Intl.ListFormat('en-GB').format(names)} are ${inSentence(runs[0]?.process.variationWords ?? '')}`;
}

function insightsOn(label: string, process: ProcessAnswer): readonly Insight[] {
  const { variation, series, changeWords, month, isAsked, isNewlyOutOfReach } = process;
  const to = isAsked ? '' : ` (to ${month})`;
  if (variation === 'common-cause') {
    return isNewlyOutOfReach ? [{ rank: 4, words: `${label}: now consistently failing the target${to}` }] : [];
  }
  const isNew = series.at(-2)?.variation === 'common-cause';
  const said = `${label} ${inSentence(changeWords)}${isNew ? ` (new in ${month})` : to}`;
  return [{ rank: isNew ? { concern: 1, improvement: 2, neutral: 3 }[variation] : { concern: 5, improvement: BETTER, neutral: 8 }[variation], words: said }];
}
