import type { ScorecardAnswerLine } from './answer';
import type { ProcessAnswer } from './process-answer';

/** Most things that are said to stand out. */
const MOST = 3;

interface Insight {
  /** Lower comes first. */
  readonly rank: number;
  readonly words: string;
}

/**
 * What stands out on a scorecard, by the published rules of Making Data Count and nothing else: a special cause that is
 * new with the last month before one that goes on, and worse before better. One sentence, of three at most; empty where
 * nothing does.
 */
export function insightsOf(lines: readonly ScorecardAnswerLine[]): string {
  const found = lines.flatMap(({ label, process }) => (process === null ? [] : insightsOn(label, process)));
  const named = [...found].sort((a, b) => a.rank - b.rank).slice(0, MOST).map(({ words }) => words);
  return named.length === 0 ? '' : `Standing out: ${named.join('; ')}.`;
}

function insightsOn(label: string, process: ProcessAnswer): readonly Insight[] {
  const { variation, series, changeWords, month, isAsked } = process;
  const before = series.at(-2);
  if (variation === 'common-cause') {
    return [];
  }
  const isNew = before?.variation === 'common-cause';
  const said = `${label} ${changeWords.charAt(0).toLocaleLowerCase('en-GB')}${changeWords.slice(1)}${isNew ? ` (new in ${month})` : isAsked ? '' : ` (to ${month})`}`;
  const rank = { concern: 0, improvement: 1, neutral: 2 }[variation] + (isNew ? 0 : 3);
  return [{ rank, words: said }];
}
