import type { Reading } from '../reading';
import { daysBetween } from '../../calendar/day';
import { financialYear } from '../../calendar/financial-year';
import { financialYearPeriod, samePeriodLastYear, type Period } from '../../calendar/period';
import { querySchema, type Intent, type Query } from '../../engine/query';
import type { Case } from '../frame/case';
import { selection, type Comparing } from '../frame/comparing';
import { plays, type AskedPeriod, type Frame } from '../frame/frame';
import { asksWhether } from '../frame/leftover';
import { endsOfAChange } from './explanation';
import { isOfTheYear, usualPeriod } from './usual-period';
import { conditionOf, edgeNotes } from './condition';
import { countNotes, rankNotes } from './count-asked';
import { definitionNotes, limitNotes } from './own-limit';
import { conditionAsNamed, oppositeNotes, orderAsNamed } from './named-by-opposite';
import { narrowNotes } from './narrow-words';

export interface Plan {
  readonly by: readonly string[];
  readonly comparison: Comparing;
}

/** Writes the query of a case that nothing stands in the way of, with what the person is told beside the answer. */
export function writeQuery(one: Case, plan: Plan): Omit<Extract<Reading, { kind: 'query' }>, 'kind'> {
  const { frame } = one;
  const [periods, versusPeriods] = [frame.main.periods.map(periodOf), frame.versus.periods.map(periodOf)];
  const timed = timesOf(one, plan, periods.flatMap((period) => period ?? []), versusPeriods.flatMap((period) => period ?? []));
  const [first, second] = plan.by;
  const isExplained = plays(frame, 'why');
  const ranked = frame.order ?? (plays(frame, 'ranked') ? 'highest' as const : null);
  const query = querySchema.parse({
    intent: intentOf(one, plan, ranked !== null),
    metrics: frame.metrics,
    period: timed.period,
    filters: selection(mainValues(frame, plan)),
    excluding: selection(frame.excluded),
    having: conditionAsNamed(one, conditionOf(one)),
    by: first === undefined ? null : second === undefined ? first : [first, second],
    versus: versusOf(plan, timed),
    order: isExplained ? null : orderAsNamed(one, ranked),
    limit: isExplained ? null : frame.limit,
  });
  return {
    query: Object.freeze(query),
    notes: [...oppositeNotes(one), ...countNotes(one), ...rankNotes(one), ...one.notes, ...timed.notes, ...limitNotes(one), ...definitionNotes(one), ...edgeNotes(one), ...narrowNotes(one)],
    said: [...rankNotes(one), ...timed.notes],
  };
}

function periodOf({ reading }: AskedPeriod): Period | null {
  return reading.kind === 'period' ? reading.period : null;
}

function mainValues(frame: Frame, { comparison }: Plan): Frame['main']['values'] {
  if (comparison.kind === 'versus' && comparison.versus.kind === 'values') {
    return [...comparison.versus.main];
  }
  if (comparison.kind === 'versus' && comparison.versus.kind === 'period') {
    return [...frame.main.values, ...comparison.versus.shared];
  }
  return [...frame.main.values, ...(comparison.kind === 'each' ? frame.versus.values : [])];
}

interface Times {
  readonly period: Period;
  readonly versus: Period | 'previous' | null;
  readonly notes: readonly string[];
}

/**
 * The period asked for and the one it is set against. "Compared with last month", with no other period said, sets the
 * latest complete month against the one before it.
 */
function timesOf(one: Case, { comparison }: Plan, main: readonly Period[], against: readonly Period[]): Times {
  const notes = [...one.frame.main.periods, ...one.frame.versus.periods].flatMap(({ reading }) => (reading.kind === 'period' ? reading.notes : []));
  const fallback = (): Period => usualPeriod(one.frame.metrics, one.ground);
  const ends = main.length === 1 && main[0] !== undefined && comparison.kind === 'none' ? endsOfAChange(one, main[0]) : null;
  if (ends !== null) {
    return { period: ends.to, versus: ends.from, notes };
  }
  const [first, second] = main;
  const [other] = against;
  if (comparison.kind !== 'versus' || comparison.versus.kind !== 'period') {
    const wholeYear = plays(one.frame, 'forecast') && isOfTheYear(one);
    return { period: first ?? other ?? (wholeYear ? financialYearPeriod(financialYear(fallback().to)) : fallback()), versus: null, notes };
  }
  const rival = other ?? second ?? null;
  if (first === undefined && rival !== null) {
    const own = fallback();
    const same = rival.grain === own.grain && rival.from === own.from;
    return { period: own, versus: same ? 'previous' : rival, notes };
  }
  return { period: first ?? fallback(), versus: rival, notes };
}

/** The one period of a plain figure, asked for or usual, with what is said of it. */
export function figurePeriod(one: Case): { readonly period: Period; readonly notes: readonly string[] } {
  const [reading] = one.frame.main.periods.map((period) => period.reading);
  return reading?.kind === 'period' ? reading : { period: usualPeriod(one.frame.metrics, one.ground), notes: [] };
}

/** "Than we did a year ago": the time a year before the one that is asked about, by those words. */
const A_YEAR_BEFORE = /^(?:the |this |that |same )*(?:(?:time|point|month|week|quarter|period) )?(?:(?:a|one|1|last|previous|prior) )?year(?: ago| before| earlier| prior| back)?$/i;

function isAYearBefore(period: Period, main: Period): boolean {
  const before = samePeriodLastYear(main);
  return period.asked !== null && A_YEAR_BEFORE.test(period.asked) && before.from === period.from && before.to === period.to;
}

function versusOf({ comparison }: Plan, { versus: period, period: main }: Times): Query['versus'] {
  if (comparison.kind !== 'versus') {
    return period === null || period === 'previous' ? period : { period };
  }
  const { versus } = comparison;
  switch (versus.kind) {
    case 'word': return versus.word;
    case 'values': return { filters: selection(versus.versus) };
    case 'period': return period === null || period === 'previous' ? 'previous' : isAYearBefore(period, main) ? 'last-year' : { period };
  }
}

function intentOf(one: Case, { by, comparison }: Plan, ranked: boolean): Intent {
  const { frame } = one;
  if (plays(frame, 'why')) {
    return 'explanation';
  }
  if (plays(frame, 'forecast')) {
    return 'projection';
  }
  const trend = plays(frame, 'trend') || seriesAsked(one) || courseAsked(one) || (asksWhether(one) && comparison.kind === 'none');
  const target = comparison.kind === 'versus' && comparison.versus.kind === 'word' && comparison.versus.word === 'target';
  if (by.length > 0) {
    return ranked ? 'ranking' : 'breakdown';
  }
  if (comparison.kind === 'versus' && !(trend && target)) {
    return 'comparison';
  }
  return trend ? 'trend' : 'value';
}

/** "Last 12 months of DNA rate" asks for the months, "DNA rate for the last 12 months" for one figure over them. */
function seriesAsked(one: Case): boolean {
  const [period] = one.frame.main.periods;
  const [metric] = one.frame.metricSpans;
  return period !== undefined && metric !== undefined && period.span.end < metric.start
    && period.reading.kind === 'period' && ['rolling', 'range'].includes(period.reading.period.grain) && one.folded[period.span.end] === 'of';
}

/** "What has ACPL been doing over the last 12 months" asks how it went, and not for one figure over all of them. */
function courseAsked(one: Case): boolean {
  const [period] = one.frame.main.periods;
  if (period?.reading.kind === 'period' && SHOWN_OVER.test(one.text) && daysBetween(period.reading.period.from, period.reading.period.to) > A_FEW_MONTHS) {
    return true;
  }
  const course = (one.frame.roles.get('doing') ?? []).some(({ start, end }) => /^been (?:doing|going|looking|running|tracking|happening)\b/.test(one.folded.slice(start, end).join(' ')) || (one.folded[start - 1] === 'been' && ['doing', 'going', 'looking', 'behaving'].includes(one.folded[start] ?? '')));
  return course && period?.reading.kind === 'period' && ['rolling', 'range', 'year', 'ytd'].includes(period.reading.period.grain) && daysBetween(period.reading.period.from, period.reading.period.to) > A_FEW_MONTHS;
}

/** "Show late starts over the last six months": what is shown over months is how it went. */
const SHOWN_OVER = /\b(?:show|see|plot|display|graph|how (?:has|have|did)\b.*\b(?:looked|look|fared|gone|performed|done|behaved|changed|moved))\b(?!.*\b(?:total|altogether|overall|in all|how many|combined|average)\b).*\b(?:over|across|through) the (?:last|past|previous|preceding)\b/i;

/** Fewer days than these are one figure, however they are spoken of. */
const A_FEW_MONTHS = 62;
