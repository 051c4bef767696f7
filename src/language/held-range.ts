import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Scorecard } from '../catalogue/scorecard';
import { canonicalTable } from '../catalogue/tables/canonical-tables';
import type { Day } from '../calendar/day';
import { dailyFromFor } from '../engine/holding';
import type { Coverage } from '../engine/snapshot';
import type { Held } from './periods/moment';

type Coverages = Readonly<Record<string, Coverage>>;

/** Where the figures of documents are kept, each under the metric it is of. */
const PRINTED = 'published_values';

/**
 * The days for which all of these metrics can be answered. A metric is held as far as its records are: what each of
 * the tables it reads holds of events or of census days. A plan says nothing of what is held, since it is written for
 * months to come. Where a metric has no records, it is held as far as documents print it. Where none of them is held,
 * what the snapshot holds at all, or the year to today; the engine then says that nothing is held.
 */
export function heldFor(metricIds: readonly string[], catalogue: Catalogue, coverage: Coverages, today: Day): Held {
  const metrics = metricIds.flatMap((id) => catalogue.metrics.get(id) ?? []);
  const ahead = metrics.length > 0 && metrics.every((metric) => metric['looks-ahead']);
  const ranges = metrics.flatMap((metric) => rangeOf(metric, coverage, ahead) ?? []);
  return together(ranges) ?? together(anything(coverage, ahead))
    ?? { from: `${Number(today.slice(0, 4)) - 1}${today.slice(4).replace('02-29', '02-28')}`, to: today, bookedTo: today, dailyFrom: null };
}

/** The days for which any of these metrics can be answered: a sheet of several is of this month as soon as one of them is. */
export function heldForAny(metricIds: readonly string[], catalogue: Catalogue, coverage: Coverages, today: Day): Held {
  const [first, ...rest] = metricIds.map((id) => heldFor([id], catalogue, coverage, today));
  const later = (a: Day, b: Day): Day => (a > b ? a : b);
  return rest.reduce<Held>((all, one) => ({ ...all, from: later(all.from, one.from), to: later(all.to, one.to), bookedTo: later(all.bookedTo, one.bookedTo) }), first ?? heldFor([], catalogue, coverage, today));
}

/** Every metric that a scorecard shows, each once. */
export function metricsOf({ sections }: Scorecard): readonly string[] {
  return [...new Set(sections.flatMap((section) => [
    ...('lines' in section ? section.lines.map(({ metric }) => metric) : []),
    ...section.columns.flatMap(({ metric }) => metric ?? []),
  ]))];
}

/**
 * Whether there is anything to answer a metric from: rows in every table of records it reads, or figures that a document
 * prints. Where nothing is loaded at all, every metric counts as held, since nothing can be said of any.
 */
export function isHeld({ id, numerator, denominator }: Metric, coverage: Coverages): boolean {
  const tables = [numerator.table, ...(denominator === null ? [] : [denominator.table])].filter(holdsRecords);
  const records = tables.length > 0 && tables.every((table) => coverage[table] !== undefined);
  return records || coverage[PRINTED]?.byMetric[id] !== undefined || Object.keys(coverage).length === 0;
}

/** Of these metrics those that are held, or all of them where none is. */
export function heldFirst(metrics: readonly Metric[], coverage: Coverages): readonly Metric[] {
  const held = metrics.filter((metric) => isHeld(metric, coverage));
  return held.length > 0 ? held : metrics;
}

function rangeOf(metric: Metric, coverage: Coverages, ahead: boolean): Held | null {
  const tables = [...new Set([metric.numerator.table, ...(metric.denominator === null ? [] : [metric.denominator.table])])];
  const records = tables.filter(holdsRecords).flatMap((table) => {
    const held = coverage[table];
    return held === undefined ? [] : [{ ...heldOf(held, ahead), dailyFrom: dailyFromFor(metric, table, held) }];
  });
  const printed = coverage[PRINTED]?.byMetric[metric.id];
  return together(records)
    ?? (printed === undefined ? null : { from: printed.from, to: printed.to, bookedTo: printed.to, dailyFrom: null });
}

function anything(coverage: Coverages, ahead: boolean): readonly Held[] {
  const records = Object.entries(coverage).filter(([table]) => holdsRecords(table));
  return (records.length > 0 ? records : Object.entries(coverage)).map(([, one]) => heldOf(one, ahead));
}

function holdsRecords(table: string): boolean {
  return canonicalTable(table)?.standsFor !== 'stretch';
}

function heldOf(coverage: Coverage, ahead: boolean): Held {
  return { from: coverage.from, to: coverage.to, bookedTo: ahead ? coverage.bookedTo : coverage.to, dailyFrom: coverage.dailyFrom };
}

/** What all of them hold; where they have no day in common, what the latest of them holds. Null for none. */
function together(ranges: readonly Held[]): Held | null {
  const [first, ...rest] = ranges;
  if (first === undefined) {
    return null;
  }
  const common = rest.reduce(both, first);
  return common.from <= common.to ? common : rest.reduce((latest, next) => (next.to > latest.to ? next : latest), first);
}

function both(a: Held, b: Held): Held {
  const later = (x: Day, y: Day): Day => (x > y ? x : y);
  const earlier = (x: Day, y: Day): Day => (x < y ? x : y);
  return {
    from: later(a.from, b.from),
    to: earlier(a.to, b.to),
    bookedTo: earlier(a.bookedTo, b.bookedTo),
    dailyFrom: a.dailyFrom === null || b.dailyFrom === null ? null : later(a.dailyFrom, b.dailyFrom),
  };
}
