import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Catalogue } from '../catalogue/catalogue';
import type { Measure, Metric } from '../catalogue/metric';
import { addDays, monthStart, type Day } from '../calendar/day';
import { isWholeMonths } from '../calendar/period';
import { allOf, column, each, keptBy, notExcluded, test, type Test } from './conditions';
import { dateOf, tableOf } from './measure-table';
import { amountColumn, recordsColumn, rollUpFor } from './roll-up';
import type { Grouping, Slice } from './slice';
import type { RollUp, SqlValue } from './snapshot';
import { builder, statementOf, type Statement } from './statement';

/** One measure of a metric, as it is read for one slice. */
export interface Reading {
  readonly catalogue: Catalogue;
  readonly metric: Metric;
  readonly measure: Measure;
  readonly slice: Slice;
  readonly grouping: Grouping;
  /** A dimension that divides only the numerator leaves the denominator whole. */
  readonly isNumerator: boolean;
}

/** Whether a dimension divides the measure. */
export function divides(catalogue: Catalogue, dimensionId: string, isNumerator: boolean): boolean {
  return isNumerator || catalogue.dimensions.get(dimensionId)?.['numerator-only'] !== true;
}

const datedBy = (measure: Measure): RawBuilder<SqlValue> => column(dateOf(measure));

function narrowedTo({ catalogue, slice, isNumerator }: Reading): Test[] {
  const selections = [
    ...Object.entries(slice.filters).map(([id, keys]) => ({ id, keep: keptBy(catalogue, id, keys) })),
    ...Object.entries(slice.excluding).map(([id, keys]) => ({ id, keep: sql<SqlBool>`not ${keptBy(catalogue, id, keys)}` })),
  ];
  return selections.filter(({ id }) => divides(catalogue, id, isNumerator)).map(({ keep }) => keep);
}

function selected(reading: Reading): Test[] {
  return [...narrowedTo(reading), ...notExcluded(reading.metric)];
}

/** The columns that a reading is cut by, each of which a roll-up must have. */
function cutBy({ catalogue, slice, grouping, isNumerator }: Reading): readonly string[] {
  const ids = [...Object.keys(slice.filters), ...Object.keys(slice.excluding), ...grouping.dimensions];
  return ids.filter((id) => divides(catalogue, id, isNumerator)).map((id) => catalogue.dimensions.get(id)?.column ?? '');
}

function within({ measure, slice }: Pick<Reading, 'measure' | 'slice'>): Test[] {
  const dated = datedBy(measure);
  return [
    sql`${dated} >= cast(${slice.from} as date)`,
    sql`${dated} < cast(${addDays(slice.to, 1)} as date)`,
    // A count of a month is dated to its first day and belongs only where the whole month does.
    sql`(${column('counted_by')} <> 'month' or ${dated} < cast(${monthStart(addDays(slice.to, 1))} as date))`,
  ];
}

/** Whether nothing finer than months is asked for. */
const isByMonths = ({ slice, grouping }: Reading): boolean => isWholeMonths(slice) && (grouping.time === null || grouping.time === 'month_start');

/** Only the rows of the census days that stand for the slice, for a table of censuses. */
const onCensus = (reading: Pick<Reading, 'measure'>, days: readonly Day[] | null): Test[] =>
  (days === null ? [] : [days.length === 0 ? sql`1 = 0` : sql`${datedBy(reading.measure)} in (${sql.join(days.map((day) => sql`cast(${day} as date)`))})`]);

const joined = (measure: Measure, from = measure.table) =>
  builder.selectFrom(`${from} as t`)
    .innerJoin('calendar as c', (join) => join.on(sql<SqlBool>`${sql.ref('c.day')} = ${datedBy(measure)}`));

function cellsOf({ catalogue, grouping, isNumerator }: Reading) {
  const keys = grouping.dimensions.map((id) => ({ name: catalogue.dimensions.get(id)?.column ?? '', grouped: divides(catalogue, id, isNumerator) }));
  const time = grouping.time === null ? [] : [sql.ref<SqlValue>(`c.${grouping.time}`)];
  return {
    selected: [...time.map((period) => period.as('period')), ...keys.map((key, index) => (key.grouped ? column(key.name) : sql<SqlValue>`null`).as(`k${index}`))],
    grouped: [...time, ...keys.filter((key) => key.grouped).map((key) => column(key.name))],
  };
}

/** Whether two measures of one metric can be read in one statement: the same rows of the same table, cut alike. */
export function readTogether(one: Reading, other: Reading): boolean {
  return one.measure.table === other.measure.table && tableOf(one.measure).standsFor !== 'stretch' && dateOf(one.measure) === dateOf(other.measure)
    && one.measure['in-base-year-prices'] === other.measure['in-base-year-prices'] && cutBy(one).join() === cutBy(other).join();
}

/**
 * Σ of measures that are read together over a slice, as one statement with bound parameters only.
 * Columns out: `period` where grouped by time, `k0`, `k1` … the codes of each dimension, `year` (the one the financial
 * year starts in) where money is restated, `amount0`, `amount1` … (null where no row passes) and `records` (Σ weight of
 * every row in the slice, so that "none" and "nothing held" are told apart). Read from a roll-up where one of `rollUps`
 * will do.
 */
export function compileMeasures(readings: readonly [Reading, ...Reading[]], censusDays: readonly Day[] | null, rollUps: readonly RollUp[]): Statement {
  const [reading] = readings;
  const { metric, measure } = reading;
  const rolled = rollUpFor(metric, readings.map((one) => one.measure), cutBy(reading), { rollUps, months: isByMonths(reading) });
  const cells = cellsOf(reading);
  const year = measure['in-base-year-prices'] ? [sql.ref<SqlValue>('c.financial_year')] : [];
  const groupedBy = [...cells.grouped, ...year];
  const amount = (one: Measure): RawBuilder<SqlValue> => (rolled === null ? sql`sum(case when ${allOf(one.where.map(test))} then ${each(one)} end)` : sql`sum(${column(amountColumn(metric, one))})`);
  const statement = joined(measure, rolled?.name)
    .select([
      ...cells.selected,
      ...year.map((column) => column.as('year')),
      ...readings.map((one, at) => amount(one.measure).as(`amount${at}`)),
      sql<SqlValue>`sum(${column(rolled === null ? 'weight' : recordsColumn(metric))})`.as('records'),
    ])
    .where(allOf([...within(reading), ...onCensus(reading, censusDays), ...(rolled === null ? selected(reading) : [...narrowedTo(reading), sql<SqlBool>`${column(recordsColumn(metric))} is not null`])]));
  // In order, since several rows may be added into one cell.
  return statementOf((groupedBy.length > 0 ? statement.groupBy(groupedBy).orderBy(sql`${sql.join(groupedBy)}`) : statement).compile());
}

/**
 * The same of every month that a roll-up of months holds, whatever stretch of them the slice is, with `period` the first day of
 * each; null where the slice is not of whole months of a roll-up, or is split.
 */
export function compileMonths(readings: readonly [Reading, ...Reading[]], rollUps: readonly RollUp[]): Statement | null {
  const [reading] = readings;
  const { metric, measure, grouping } = reading;
  if (!isByMonths(reading) || grouping.dimensions.length > 0 || measure['in-base-year-prices']) {
    return null;
  }
  const rolled = rollUpFor(metric, readings.map((one) => one.measure), cutBy(reading), { rollUps, months: true });
  if (rolled === null || rolled.each !== 'month') {
    return null;
  }
  const month = datedBy(measure);
  return statementOf(builder.selectFrom(`${rolled.name} as t`)
    .select([
      month.as('period'), ...readings.map((one, at) => sql<SqlValue>`sum(${column(amountColumn(metric, one.measure))})`.as(`amount${at}`)),
      sql<SqlValue>`sum(${column(recordsColumn(metric))})`.as('records'),
    ])
    .where(allOf([...narrowedTo(reading), sql<SqlBool>`${column(recordsColumn(metric))} is not null`]))
    .groupBy(month)
    .orderBy(month)
    .compile());
}

/** The values of a measure's column with how often each stands there: `period`, `k0` … as above, `value` and `times` (Σ weight). */
export function compileValues(reading: Reading, censusDays: readonly Day[] | null): Statement {
  const { measure } = reading;
  const cells = cellsOf(reading);
  const value = column(measure.sum);
  return statementOf(joined(measure)
    .select([...cells.selected, value.as('value'), sql<SqlValue>`sum(${column('weight')})`.as('times')])
    .where(allOf([...within(reading), ...onCensus(reading, censusDays), ...selected(reading), ...measure.where.map(test), sql`${value} is not null`]))
    .groupBy([...cells.grouped, value])
    .compile());
}

/** The days of a slice on which a census was taken, whatever it is narrowed to: `period` (where grouped by time), `day` and `counted_by`. */
export function compileCensusDays(reading: Reading): Statement {
  const { measure, grouping } = reading;
  const day = datedBy(measure);
  const time = grouping.time === null ? [] : [sql.ref<SqlValue>(`c.${grouping.time}`)];
  return statementOf(joined(measure)
    .select([...time.map((period) => period.as('period')), day.as('day'), column('counted_by').as('counted_by')])
    .where(allOf(within(reading)))
    .groupBy([...time, day, column('counted_by')])
    .compile());
}

/**
 * Σ of one measure over rows that each name a stretch of time, for every stretch that touches the slice: `from_day`,
 * `to_day`, `k0` …, `l0`, `l1` … what else tells one line from another, and `amount`.
 */
export function compileStretches(reading: Reading): Statement {
  const { measure, slice } = reading;
  const table = tableOf(measure);
  const from = column(table.from ?? table.date);
  const to = column(table.date);
  const lines = table.columns.filter(({ name, type }) => type === 'text' && name !== table.key && name !== 'counted_by').map(({ name }) => column(name));
  const cells = cellsOf({ ...reading, grouping: { ...reading.grouping, time: null } });
  return statementOf(builder.selectFrom(`${measure.table} as t`)
    .select([
      from.as('from_day'), to.as('to_day'), ...cells.selected, ...lines.map((line, index) => line.as(`l${index}`)),
      sql<SqlValue>`sum(${each(measure)})`.as('amount'),
    ])
    .where(allOf([
      sql`${from} < cast(${addDays(slice.to, 1)} as date)`, sql`${to} >= cast(${slice.from} as date)`,
      ...selected(reading), ...measure.where.map(test),
    ]))
    .groupBy([from, to, ...cells.grouped, ...lines])
    .orderBy(sql`${sql.join([from, to, ...cells.grouped, ...lines])}`)
    .compile());
}

/** Σ weight of the rows that each exclusion of the metric leaves out of one table, as columns `x0`, `x1` … */
export function compileExclusions(reading: Reading, censusDays: readonly Day[] | null): Statement {
  const { metric, measure } = reading;
  return statementOf(builder.selectFrom(`${measure.table} as t`)
    .select(metric.exclude.map((exclusion, index) =>
      sql<SqlValue>`sum(case when ${allOf(exclusion.when.map(test))} then ${column('weight')} else 0 end)`.as(`x${index}`)))
    .where(allOf([...within(reading), ...onCensus(reading, censusDays), ...selected({ ...reading, metric: { ...metric, exclude: [] } })]))
    .compile());
}
