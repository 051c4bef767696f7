import { canonicalTable } from '../catalogue/tables/canonical-tables';
import type { RowsStandFor } from '../catalogue/canonical-table';
import type { Condition, Measure, Metric } from '../catalogue/metric';
import { addDays, daysBetween, monthStart, type Day } from '../calendar/day';
import { isWholeMonths, monthsOf, type Period } from '../calendar/period';
import { isWorkingDay } from '../calendar/working-day';
import { realPart } from './real-part';
import type { EngineRefusal, Provenance } from './result';
import type { Coverage, Snapshot } from './snapshot';

interface HeldTable extends Coverage {
  readonly standsFor: RowsStandFor;
}

/** What one metric can be answered from: where all of its tables overlap. A plan answers for its own stretches and bounds nothing. */
export interface Holding {
  readonly tables: readonly HeldTable[];
  readonly since: Day;
  /** The last day held; for a metric that looks ahead, the last day booked. */
  readonly through: Day;
  readonly dailyFrom: Day | null;
  /** Whether its figures are of a day's census and not of a stretch of time. */
  readonly isCensus: boolean;
}

type Stretch = Pick<Period, 'from' | 'to'>;

const latest = (days: readonly Day[]): Day => days.reduce((a, b) => (a > b ? a : b));
const earliest = (days: readonly Day[]): Day => days.reduce((a, b) => (a < b ? a : b));

const measuresOf = (metric: Metric) => [metric.numerator, ...(metric.denominator === null ? [] : [metric.denominator])];
const standsFor = (table: string): RowsStandFor => canonicalTable(table)?.standsFor ?? 'event';

/** The tables that decide what is held of a metric: those of what happened, where it has any. */
function deciding(metric: Metric): readonly string[] {
  const names = [...new Set(measuresOf(metric).map(({ table }) => table))];
  const happened = names.filter((name) => standsFor(name) !== 'stretch');
  return happened.length > 0 ? happened : names;
}

/**
 * The tables that `metric` reads, as `coverage` holds them; null where one of them, or one of the `columns` that the
 * query splits or filters by, is not held at all. What is held begins where all of them do.
 */
export function holdingOf(metric: Metric, coverage: Snapshot['coverage'], columns: readonly string[]): Holding | null {
  const names = deciding(metric);
  const tables = names.flatMap((name): HeldTable[] => {
    const held = coverage[name];
    return held === undefined ? [] : [{ ...held, standsFor: standsFor(name) }];
  });
  if (tables.length < names.length) {
    return null;
  }
  const begins = [...tables.flatMap((table) => columns.map((column) => beginOf(table, column))), ...measuresOf(metric).map((measure) => measuredFrom(measure, coverage))];
  if (begins.includes(null)) {
    return null;
  }
  return {
    tables,
    since: latest([...tables.map((table) => table.from), ...begins.flatMap((day) => day ?? [])]),
    through: earliest(tables.map((table) => (metric['looks-ahead'] ? table.bookedTo : table.to))),
    dailyFrom: tables.some(({ dailyFrom }) => dailyFrom === null) ? null : latest(tables.flatMap((table, index) => dailyFromFor(metric, names[index] ?? '', table) ?? [])),
    isCensus: tables.every((table) => table.standsFor === 'census'),
  };
}

/** The first day from which every row of a table is dated to the day, by whichever columns the metric dates them; null where none is. */
export function dailyFromFor(metric: Metric, table: string, { dailyFrom, dailyFromBy }: Pick<Coverage, 'dailyFrom' | 'dailyFromBy'>): Day | null {
  const own = measuresOf(metric).flatMap((measure) => (measure.table === table && measure.date !== undefined ? dailyFromBy[measure.date] ?? [] : []));
  return dailyFrom === null ? null : latest([dailyFrom, ...own]);
}

/** Days after a table begins within which a column that is filled on few rows may first appear and still count as there from the start. */
const FIRST_APPEARS_WITHIN = 31;

function beginOf(table: Coverage, column: string): Day | null | undefined {
  const first = table.columnsFrom[column];
  return typeof first === 'string' && daysBetween(table.from, first) <= FIRST_APPEARS_WITHIN ? table.from : first;
}

/**
 * The first day on which every column that the measure tests or adds up is given, since before it the sum would be a
 * nought that nobody measured; null where one never is, undefined where none bounds it. A test that an empty column
 * passes needs nothing, and of several ways to pass one is enough. A plan bounds nothing, but must give its column.
 */
function measuredFrom({ table, where, sum }: Measure, coverage: Snapshot['coverage']): Day | null | undefined {
  const held = coverage[table];
  if (held === undefined) {
    return undefined;
  }
  const first = latestOf([...where.map((condition) => testedFrom(held, condition)), beginOf(held, sum)]);
  return first !== null && standsFor(table) === 'stretch' ? undefined : first;
}

function testedFrom(table: Coverage, condition: Condition): Day | null | undefined {
  if ('any' in condition) {
    const ways = condition.any.map((way) => latestOf(way.map((one) => testedFrom(table, one))));
    const known = ways.flatMap((day) => day ?? []);
    return ways.includes(undefined) ? undefined : known.length === 0 ? null : earliest(known);
  }
  const passesEmpty = 'is-not' in condition || ('known' in condition && !condition.known);
  return passesEmpty ? undefined : beginOf(table, condition.field);
}

/** The latest of some beginnings; null where one never begins, undefined where none is bounded. */
function latestOf(begins: readonly (Day | null | undefined)[]): Day | null | undefined {
  const days = begins.flatMap((day) => day ?? []);
  return begins.includes(null) ? null : days.length === 0 ? undefined : latest(days);
}

/** Why no figure can be given for the period, before any row is read; null where one may be. */
export function refusalFor(holding: Holding, period: Period): EngineRefusal | null {
  if (period.to < holding.since) {
    return 'before-data';
  }
  if (period.from > holding.through) {
    return 'after-data';
  }
  if (!isWholeMonths(period) && !isHeldToItsEnds(period, holding.dailyFrom)) {
    return 'monthly-only';
  }
  const missing = new Set(holding.tables.flatMap((table) => table.missingMonths));
  const needed = holding.isCensus ? monthsOf(period).slice(-1) : monthsOf(period);
  return isWholeMonths(period) && needed.every((month) => missing.has(month)) ? 'gap' : null;
}

/** Whether what is held by the month falls whole into a period that is none of whole months: it begins with a month, and ends where days are held. */
function isHeldToItsEnds(period: Stretch, dailyFrom: Day | null): boolean {
  return dailyFrom !== null && (period.from >= dailyFrom || (period.from === monthStart(period.from) && monthStart(period.to) >= dailyFrom));
}

/**
 * The part of a period that every table of the metric holds, so that the cases of twenty days are never divided by the
 * lists of thirty; and of that the part whose rows are real, where others lie beside it.
 */
export function partHeld<P extends Stretch>(holding: Holding, period: P): P {
  const { from, to } = realPart(holding.tables, period) ?? period;
  return {
    ...period,
    from: from < holding.since ? holding.since : from,
    to: to > holding.through ? holding.through : to,
  };
}

/**
 * Whether every day of the period is held: nothing cut off at either end and no gap inside. A census wants only the end
 * of its period: the last working day of it, or any day after.
 */
export function isComplete(holding: Holding, period: Stretch): boolean {
  const inside = (day: Day): boolean => day >= period.from && day <= period.to;
  if (holding.isCensus) {
    return lastWorkingDay(period.to) <= holding.through && period.to >= holding.since
      && !holding.tables.some((table) => table.missingMonths.includes(period.to.slice(0, 7)));
  }
  return period.from >= holding.since && period.to <= holding.through
    && !holding.tables.some((table) =>
      (table.standsFor === 'event' && table.missingDays.some(inside)) || table.missingMonths.some((month) => inside(`${month}-01`)));
}

function lastWorkingDay(day: Day): Day {
  return isWorkingDay(day) || day === monthStart(day) ? day : lastWorkingDay(addDays(day, -1));
}

/** The day from which the coding of a period can be relied on; null where it already can, as of `today`. */
export function maturesOn(metric: Metric, period: Pick<Period, 'to'>, today: Day): Day | null {
  const mature = addDays(period.to, metric['matures-after-days']);
  return metric['matures-after-days'] > 0 && mature > today ? mature : null;
}

/** Until when things are counted that are followed up for some days, where that is before the period's end. */
function followedTo(metric: Metric, { through }: Holding, { to }: Stretch): { readonly followedTo?: Day } {
  const last = addDays(through, -metric['follow-up-days']);
  return metric['follow-up-days'] === 0 || last >= to ? {} : { followedTo: last };
}

/** Where a figure came from and how far it can be leant on, as of `today`. */
export function provenanceOf(metric: Metric, snapshot: Snapshot, holding: Holding, period: Period, today: Day): Provenance {
  const real = realPart(holding.tables, period);
  const { from, to } = real ?? period;
  const provisional = holding.tables.some((table) => table.provisionalFrom !== null && to >= table.provisionalFrom);
  return {
    snapshot: snapshot.id,
    loadedAt: snapshot.loadedAt,
    extracts: [...new Set(holding.tables.map((table) => table.extract))],
    through: real === null || to > holding.through ? holding.through : to,
    since: real === null || from < holding.since ? holding.since : from,
    complete: isComplete(holding, period) && (real === null || (from === period.from && to === period.to)),
    provisional,
    maturesOn: maturesOn(metric, period, today),
    ...followedTo(metric, holding, period),
    stale: daysBetween(earliest(holding.tables.map((table) => table.to)), today) > metric['fresh-for-days'],
    notice: snapshot.notice ?? noticeOf(holding.tables, period),
  };
}

/** What is said of rows that are not real, where the period rests on any, or had to be answered without them. */
function noticeOf(tables: readonly Coverage[], period: Stretch): string | null {
  const notices = tables.flatMap((table) => table.notices).filter(({ from, to }) => from <= period.to && to >= period.from);
  const said = [...new Set(notices.map(({ notice }) => notice))].join(' ');
  return notices.length === 0 ? null : realPart(tables, period) === null ? said : `Left out of this figure: ${said}`;
}
