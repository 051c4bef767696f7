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
 * meet, what goes on getting worse, a missed target that one specialty makes up most of, and what goes on otherwise. One sentence, of three at most; empty where nothing does.
 *
 * @param through the last day held
 */
export function insightsOf(lines: readonly Pick<ScorecardAnswerLine, 'label' | 'process' | 'concentration'>[], { stale, through }: { readonly stale: boolean; readonly through: Day }): string {
  const late = stale ? [{ rank: 0, words: `data late, with none since ${dayLabel(through)}` }] : [];
  const found = lines.flatMap(({ label, process, concentration }) => [
    ...(process === null ? [] : insightsOn(label, process)),
    ...(concentration === null ? [] : [{ rank: 6, words: `${label}: ${concentration.words}` }]),
  ]);
  const named = [...late, ...found].sort((a, b) => a.rank - b.rank).slice(0, MOST).map(({ words }) => words);
  return named.length === 0 ? '' : `${STANDING_OUT} ${named.join('; ')}.`;
}

function insightsOn(label: string, process: ProcessAnswer): readonly Insight[] {
  const { variation, series, changeWords, month, isAsked, isNewlyOutOfReach } = process;
  const to = isAsked ? '' : ` (to ${month})`;
  if (variation === 'common-cause') {
    return isNewlyOutOfReach ? [{ rank: 4, words: `${label}: as things stand the target will now be missed every month${to}` }] : [];
  }
  const isNew = series.at(-2)?.variation === 'common-cause';
  const said = `${label} ${inSentence(changeWords)}${isNew ? ` (new in ${month})` : to}`;
  return [{ rank: isNew ? { concern: 1, improvement: 2, neutral: 3 }[variation] : { concern: 5, improvement: 7, neutral: 8 }[variation], words: said }];
}

const STANDING_OUT = 'Standing out:';

/** A headline without what stands out: the verdict of the scorecard alone. */
export const verdictOf = (headline: string): string => headline.replace(new RegExp(` ?${STANDING_OUT} .*$`), '');

/** What stands out in a headline, each by itself: "ACPL improving: 11 months in a row above the average of 1.53". */
export function standingOutOf(headline: string): readonly string[] {
  const told = new RegExp(`${STANDING_OUT} (.*)\\.$`).exec(headline)?.[1];
  return told === undefined ? [] : told.split('; ');
}
