import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalTable } from '../catalogue/canonical-table';
import { monthsOf } from '../calendar/period';
import { addDays, type Day } from '../calendar/day';
import { isWorkingDay } from '../calendar/working-day';
import type { Coverage } from '../engine/snapshot';
import type { LoadedFile } from './checked-rows';
import { heldStretches } from './held-stretches';
import { rowsOf } from './load-rows';
import { noticesOf, realRows } from './noticed-rows';
import { identifier, literal } from './sql-text';

const day = (value: unknown): Day | null => (typeof value === 'string' ? value.slice(0, 10) : null);

/**
 * What a finished table holds, looking back: rows marked as ahead count only towards `bookedTo`, and a monthly count
 * covers its month to the last day. Days are not missed in a census, which is of the days it was taken on. Rows that a
 * source calls other than real lengthen what is held and nothing else: whether days are held, and which columns, is what
 * the real ones say. `relation` has `file_no`. Null where no row looks back.
 */
export async function coverageOf(
  connection: DuckDBConnection, table: CanonicalTable, relation: string, files: readonly LoadedFile[],
): Promise<Coverage | null> {
  if (table.standsFor === 'stretch') {
    return heldStretches(connection, table, relation, files);
  }
  const date = identifier(table.date);
  const back = table.ahead === undefined ? 'true' : `${identifier(table.ahead.column)} is distinct from ${literal(table.ahead.value)}`;
  const real = realRows(table, files);
  const otherDates = table.columns.filter(({ name, type }) => (type === 'date' || type === 'timestamp') && name !== table.date).map(({ name }) => name);
  const last = `case when counted_by = 'month' then last_day(${date}) else ${date} end`;
  const [held] = await rowsOf(connection, `select
    min(${date}) filter (where ${back}) as first_day, max(${last}) filter (where ${back}) as last_day, max(${last}) as booked_to,
    min(${date}) filter (where ${back} and ${real} and counted_by = 'day') as daily_from,
    max(${date}) filter (where ${back} and ${real} and counted_by = 'day') as daily_to,
    min(${date}) filter (where ${back} and provisional) as provisional_from,
    max(${last}) filter (where ${back} and ${real} and counted_by = 'month') as monthly_to,
    ${otherDates.map((name, index) => `max(last_day(${identifier(name)})) filter (where counted_by = 'month') as monthly_to_${index},`).join(' ')}
    ${table.columns.map(({ name }, index) => firstGiven(identifier(name), date, real, index)).join(', ')},
    count(*) as n from ${relation}`);
  const from = day(held?.['first_day']);
  const to = day(held?.['last_day']);
  if (held === undefined || from === null || to === null) {
    return null;
  }
  const days = await rowsOf(connection, `select distinct ${date} as day, counted_by = 'day' and ${real} as daily from ${relation} where ${back}`);
  const months = new Set(days.map((row) => String(row['day']).slice(0, 7)));
  const daily = new Set(days.filter((row) => row['daily'] === true).map((row) => String(row['day'])));
  const dailyFrom = day(held['daily_from']);
  return {
    extract: table.name.replaceAll('_', '-'),
    from,
    to,
    bookedTo: day(held['booked_to']) ?? to,
    dailyFrom,
    dailyFromBy: dailyFromBy(dailyFrom, otherDates.map((name, index) => [name, day(held[`monthly_to_${index}`])])),
    provisionalFrom: day(held['provisional_from']),
    columnsFrom: Object.fromEntries(table.columns.map(({ name }, index) => [name, day(held[`from_${index}`])])),
    missingMonths: monthsOf({ from, to }).filter((month) => !months.has(month)),
    missingDays: dailyFrom === null || table.standsFor === 'census' ? []
      : missingWorkingDays(daysBegin(day(held['monthly_to']), dailyFrom), day(held['daily_to']) ?? dailyFrom, daily),
    rows: Number(held['n']),
    byMetric: {},
    notices: await noticesOf(connection, table, relation, files),
  };
}

/** By each date, the day after the last month in which a count of a month falls; none where `dailyFrom` is as late. */
function dailyFromBy(dailyFrom: Day | null, monthlyTo: readonly (readonly [column: string, last: Day | null])[]): Coverage['dailyFromBy'] {
  return Object.fromEntries(monthlyTo.flatMap(([column, last]) => (dailyFrom === null || last === null || last < dailyFrom ? [] : [[column, addDays(last, 1)] as const])));
}

/** A column that only unreal rows give is as good as not given: a split by it would find the real ones without. */
const firstGiven = (column: string, date: string, real: string, index: number): string =>
  (real === 'true' ? `min(${date}) filter (where ${column} is not null) as from_${index}`
    : `case when count(${column}) filter (where ${real}) > 0 then min(${date}) filter (where ${column} is not null) end as from_${index}`);

/** Days are looked for from the end of the monthly counts on, where these come before the daily records. */
const daysBegin = (monthlyTo: Day | null, dailyFrom: Day): Day =>
  (monthlyTo === null || monthlyTo >= dailyFrom ? dailyFrom : addDays(monthlyTo, 1));

function missingWorkingDays(from: Day, to: Day, held: ReadonlySet<Day>): readonly Day[] {
  const missing: Day[] = [];
  for (let at = from; at <= to; at = addDays(at, 1)) {
    if (!held.has(at) && isWorkingDay(at)) {
      missing.push(at);
    }
  }
  return missing;
}
