import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Day } from '../calendar/day';
import type { Coverage } from '../engine/snapshot';
import type { Held } from './periods/moment';

/**
 * The days for which all of these metrics can be answered: what every table they read holds. Where none of their
 * tables is held, what the snapshot holds at all, or the year to today; the engine then says that nothing is held.
 */
export function heldFor(
  metricIds: readonly string[], catalogue: Catalogue, coverage: Readonly<Record<string, Coverage>>, today: Day,
): Held {
  const metrics = metricIds.flatMap((id) => catalogue.metrics.get(id) ?? []);
  const read = tablesOf(metrics).flatMap((table) => coverage[table] ?? []);
  const [first, ...rest] = read.length > 0 ? read : Object.values(coverage);
  if (first === undefined) {
    return { from: `${Number(today.slice(0, 4)) - 1}${today.slice(4).replace('02-29', '02-28')}`, to: today, bookedTo: today, dailyFrom: null };
  }
  const ahead = metrics.length > 0 && metrics.every((metric) => metric['looks-ahead']);
  return rest.reduce((held, next) => both(held, heldOf(next, ahead)), heldOf(first, ahead));
}

function tablesOf(metrics: readonly Metric[]): readonly string[] {
  return [...new Set(metrics.flatMap(({ numerator, denominator }) => [numerator.table, ...(denominator === null ? [] : [denominator.table])]))];
}

function heldOf(coverage: Coverage, ahead: boolean): Held {
  return { from: coverage.from, to: coverage.to, bookedTo: ahead ? coverage.bookedTo : coverage.to, dailyFrom: coverage.dailyFrom };
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
