import type { Condition, Metric } from '../catalogue/metric';
import type { Day } from '../calendar/day';
import { daysBetween } from '../calendar/day';
import { isWholeMonths, monthsOf, type Period } from '../calendar/period';
import type { EngineRefusal, Provenance } from './result';
import type { Coverage, Snapshot } from './snapshot';

/** What one metric can be answered from: where all of its tables overlap. */
export interface Holding {
  readonly tables: readonly Coverage[];
  readonly since: Day;
  /** The last day held; for a metric that looks ahead, the last day booked. */
  readonly through: Day;
  readonly dailyFrom: Day | null;
}

const latest = (days: readonly Day[]): Day => days.reduce((a, b) => (a > b ? a : b));
const earliest = (days: readonly Day[]): Day => days.reduce((a, b) => (a < b ? a : b));

/**
 * The tables that `metric` reads, as `coverage` holds them; null where one of them, or one of the `columns` that the
 * query splits or filters by, is not held at all. What is held begins where all of them do.
 */
export function holdingOf(metric: Metric, coverage: Snapshot['coverage'], columns: readonly string[]): Holding | null {
  const names = [...new Set([metric.numerator.table, ...(metric.denominator === null ? [] : [metric.denominator.table])])];
  const tables = names.flatMap((name) => coverage[name] ?? []);
  if (tables.length < names.length) {
    return null;
  }
  const begins = tables.flatMap((table) => columns.map((column) => beginOf(table, column)));
  if (begins.includes(null) || measuresLackColumn(metric, coverage)) {
    return null;
  }
  const daily = tables.flatMap((table) => table.dailyFrom ?? []);
  return {
    tables,
    since: latest([...tables.map((table) => table.from), ...begins.flatMap((day) => day ?? [])]),
    through: earliest(tables.map((table) => (metric['looks-ahead'] ? table.bookedTo : table.to))),
    dailyFrom: daily.length < tables.length ? null : latest(daily),
  };
}

/** Days after a table begins within which a column that is filled on few rows may first appear and still count as there from the start. */
const FIRST_APPEARS_WITHIN = 31;

function beginOf(table: Coverage, column: string): Day | null | undefined {
  const first = table.columnsFrom[column];
  return typeof first === 'string' && daysBetween(table.from, first) <= FIRST_APPEARS_WITHIN ? table.from : first;
}

/** Whether a column that the metric tests or adds up is never given: its sum would be a nought that nobody measured. */
function measuresLackColumn(metric: Metric, coverage: Snapshot['coverage']): boolean {
  return [metric.numerator, ...(metric.denominator === null ? [] : [metric.denominator])].some((measure) => {
    const given = coverage[measure.table]?.columnsFrom ?? {};
    return [...measure.where.flatMap(fieldsOf), measure.sum].some((field) => given[field] === null);
  });
}

function fieldsOf(condition: Condition): readonly string[] {
  return 'any' in condition ? condition.any.flat().flatMap(fieldsOf) : [condition.field];
}

/** Why no figure can be given for the period, before any row is read; null where one may be. */
export function refusalFor(holding: Holding, period: Period): EngineRefusal | null {
  if (period.to < holding.since) {
    return 'before-data';
  }
  if (period.from > holding.through) {
    return 'after-data';
  }
  if (!isWholeMonths(period) && (holding.dailyFrom === null || period.from < holding.dailyFrom)) {
    return 'monthly-only';
  }
  const missing = new Set(holding.tables.flatMap((table) => table.missingMonths));
  return isWholeMonths(period) && monthsOf(period).every((month) => missing.has(month)) ? 'gap' : null;
}

/**
 * The part of a period that every table of the metric holds, so that the cases of twenty days are never divided by the
 * lists of thirty.
 */
export function partHeld<P extends { readonly from: Day; readonly to: Day }>(holding: Holding, period: P): P {
  return {
    ...period,
    from: period.from < holding.since ? holding.since : period.from,
    to: period.to > holding.through ? holding.through : period.to,
  };
}

/** Whether every day of the period is held: nothing cut off at either end and no gap inside. */
export function isComplete(holding: Holding, period: { readonly from: Day; readonly to: Day }): boolean {
  const inside = (day: Day): boolean => day >= period.from && day <= period.to;
  return period.from >= holding.since && period.to <= holding.through
    && !holding.tables.some((table) =>
      table.missingDays.some(inside) || table.missingMonths.some((month) => inside(`${month}-01`)));
}

/** Where a figure came from and how far it can be leant on, as of `today`. */
export function provenanceOf(metric: Metric, snapshot: Snapshot, holding: Holding, period: Period, today: Day): Provenance {
  const provisional = holding.tables.some((table) => table.provisionalFrom !== null && period.to >= table.provisionalFrom);
  return {
    snapshot: snapshot.id,
    loadedAt: snapshot.loadedAt,
    extracts: [...new Set(holding.tables.map((table) => table.extract))],
    through: holding.through,
    since: holding.since,
    complete: isComplete(holding, period),
    provisional,
    maturesOn: null,
    stale: daysBetween(earliest(holding.tables.map((table) => table.to)), today) > metric['fresh-for-days'],
    notice: snapshot.notice,
  };
}
