import type { Catalogue } from '../catalogue/catalogue';
import { dayLabel, londonDay } from '../calendar/day';
import type { Query } from '../engine/query';
import type { Answer } from './answer';
import type { Kept } from './frozen';
import { scorecardSums } from './scorecard-working';

/**
 * How the numbers of a kept scorecard came about: the sum of each, from the counts that were kept with it, with its targets of
 * that day; and what is no longer held.
 *
 * @param shown the kept scorecard as it is shown again
 */
export function keptWorking(catalogue: Catalogue, query: Query, { at, snapshot, name }: Kept, shown: Answer): Answer {
  const { scorecard } = shown;
  if (scorecard === null) {
    return shown;
  }
  const day = dayLabel(londonDay(at));
  const owner = catalogue.scorecards.get(scorecard.id)?.owner;
  return {
    ...shown,
    lines: [
      `The sums and the targets are those of ${day}, kept with the numbers. Data version ${snapshot}.`,
      'The rows behind them and the definitions of that day are not kept. How each measure is worked out now: ask for it by name and show its working.',
      ...(owner === undefined ? [] : [`Scorecard owned by ${owner}. Doesn't match another source? Ask ${owner}`]),
    ],
    scorecard: { ...scorecard, working: scorecardSums(catalogue, scorecard) },
    next: [{ title: `Back to ${name}`, step: { kind: 'query', query } }],
    showWorking: true,
  };
}
