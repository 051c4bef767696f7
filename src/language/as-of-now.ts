import type { Period } from '../calendar/period';
import type { Scorecard } from '../catalogue/scorecard';
import type { Query } from '../engine/query';
import { scorecardPeriod } from './deciding/scorecard-period';
import { usualPeriod } from './deciding/usual-period';
import type { Ground } from './frame/case';
import { heldFor, heldForAny, metricsOf } from './held-range';
import { findPeriods } from './periods/find-period';

type Now = Pick<Ground, 'catalogue' | 'coverage' | 'today'>;

/**
 * A query asked before, as it would be read now: each period that was told in words that move ("last month", "this
 * week", none at all) is told anew by the day and by what is held by now; dates stay as they are. A period that the
 * words do not tell plainly any more stays as it was. What is kept under a name is never moved.
 *
 * @param now what can be asked, what is held, and the day of asking
 */
export function asOfNow(query: Query, now: Now): Query {
  if (query.frozen !== undefined || query.period === null) {
    return query;
  }
  const { versus } = query;
  const other = versus !== null && typeof versus === 'object' && 'period' in versus ? { period: toldAnew(versus.period, query, now) } : versus;
  return { ...query, period: toldAnew(query.period, query, now), versus: other };
}

/** Words by which a time is told from the day of asking. */
const MOVES = /(?:^| )(?:this|last|latest|current|previous|prev|past|recent|rolling|today|todays|yesterday|tomorrow|next|now|date|ytd|fytd|qtd|mtd|r12|r6|r3|far|since|ago|recently|year|month|week|quarter)(?: |$)/;
/** Names of a time. What names one begins where it did: last October stays the October that was meant. */
const NAMES = /(?:^| )(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: |$)|(?:^| )[qhm]\d|(?:^| )(?:month|quarter|half|day) \d|\d[/.-]\d|(?:^| )\d{1,2}(?:st|nd|rd|th)(?: |$)/;

/** Told from the time beside it. */
const SAME = /^(?:the )?same (?:period|time|point|stretch|day|week|month|quarter|half|year)s?(?: (?:of )?(?:the )?(?:last|previous|prior) year| (?:a|one) year (?:ago|before|earlier)| in \d{4}| before)?$/;

/** Words by which a named time still goes on. */
const GOES_ON = /(?:^| )(?:since|far|date|ytd|fytd|qtd|mtd)(?: |$)/;

/** Whether a period is another one, or a longer one, as the days go by, by the words that it was asked for with. */
export function movesOn({ asked }: Pick<Period, 'asked'>): boolean {
  return asked === null || (MOVES.test(asked) && (!NAMES.test(asked) || GOES_ON.test(asked)));
}

/** The same query with no other words of its times than words of time: a button may hold any, and they are said again in names. */
export function inWordsOfTime(query: Query, now: Now): Query {
  const held = heldOf(query, now);
  const plain = (period: Period): Period => {
    const tokens = period.asked?.split(' ') ?? [];
    const [found, ...others] = findPeriods(tokens, held, now.today);
    const isOfTime = found !== undefined && others.length === 0 && found.end - found.start === tokens.length;
    return period.asked === null || isOfTime || SAME.test(period.asked) ? period : { ...period, asked: period.label.toLocaleLowerCase('en-GB') };
  };
  const { period, versus } = query;
  const other = versus !== null && typeof versus === 'object' && 'period' in versus ? { period: plain(versus.period) } : versus;
  return { ...query, period: period === null ? null : plain(period), versus: other };
}

function toldAnew(period: Period, query: Query, now: Now): Period {
  const scorecard = query.scorecard === null ? undefined : now.catalogue.scorecards.get(query.scorecard);
  const { asked } = period;
  if (asked === null) {
    return usualAnew(period, query, scorecard, now);
  }
  // "The same quarter last year" is told from the period beside it, and not from the day of asking.
  if (!MOVES.test(asked) || /^(?:the )?same /.test(asked)) {
    return period;
  }
  const [found, ...others] = findPeriods(asked.split(' '), heldOf(query, now), now.today);
  return found?.kind !== 'period' || others.length > 0 || (NAMES.test(asked) && found.period.from !== period.from) ? period : { ...found.period, asked };
}

function heldOf({ metrics, scorecard: id }: Query, { catalogue, coverage, today }: Now): ReturnType<typeof heldFor> {
  const scorecard = id === null ? undefined : catalogue.scorecards.get(id);
  return scorecard === undefined ? heldFor(metrics, catalogue, coverage, today) : heldForAny(metricsOf(scorecard), catalogue, coverage, today);
}

/** Of a time that nobody asked for: a scorecard's own, or the latest month. Any other came with a button, and stays. */
function usualAnew(period: Period, query: Query, scorecard: Scorecard | undefined, now: Now): Period {
  const usual = scorecard === undefined ? usualPeriod(query.metrics, now) : scorecardPeriod(now, scorecard).period;
  return usual.grain === period.grain ? usual : period;
}
