import { createHash } from 'node:crypto';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Catalogue } from '../catalogue/catalogue';
import type { Condition, Measure, Metric } from '../catalogue/metric';
import { CANONICAL_TABLES } from '../catalogue/tables/canonical-tables';
import { additivityOf } from './additivity';
import { allOf, column, each, notExcluded, test } from './conditions';
import { dateOf, isWhole } from './measure-table';
import type { RollUp, SqlValue } from './snapshot';
import { builder, statementOf, type Statement } from './statement';

/** A roll-up that a catalogue asks for: what it is called, and the statement that sums it, a month's from that of its days. */
export interface PlannedRollUp extends RollUp {
  readonly rows: Statement;
}

/** What every table can be cut by; a further cut has a roll-up of its own, or each would be as long as its table. */
export const CORE: readonly string[] = ['treatment_function_code', 'site_code', 'cmg'];

interface Amount {
  readonly metric: Metric;
  readonly measure: Measure;
}

/**
 * The roll-ups of a catalogue: for each table whose rows add up, one a day by specialty, site and group, and one more for
 * each further dimension that its metrics split by, and behind each the same a month. Each holds the amount of every additive
 * measure, and the records it was taken from, with the conditions of the measure and the exclusions of its metric already
 * applied.
 */
export function plannedRollUps(catalogue: Pick<Catalogue, 'metrics' | 'dimensions'>): readonly (readonly [PlannedRollUp, PlannedRollUp])[] {
  return CANONICAL_TABLES.flatMap(({ name: table, columns }) => {
    const amounts = [...catalogue.metrics.values()].flatMap((metric) => measuresOf(metric).map((measure) => ({ metric, measure })))
      .filter(({ metric, measure }) => measure.table === table && additivityOf(metric, measure) === 'additive');
    return [...new Set(amounts.map(({ measure }) => dateOf(measure)))].flatMap((date) => {
      const dated = amounts.filter(({ measure }) => dateOf(measure) === date);
      const core = CORE.filter((name) => columns.some((one) => one.name === name));
      const further = new Set(dated.flatMap(({ metric }) => metric.dimensions.map((id) => catalogue.dimensions.get(id)?.column ?? '')));
      const cuts = [...further].filter((name) => !core.includes(name) && columns.some((one) => one.name === name)).sort();
      return [core, ...cuts.map((cut) => [...core, cut])].map((by) => planned(table, date, by, dated));
    });
  });
}

function measuresOf({ numerator, denominator }: Metric): readonly Measure[] {
  return denominator === null ? [numerator] : [numerator, denominator];
}

function planned(table: string, date: string, columns: readonly string[], amounts: readonly Amount[]): readonly [PlannedRollUp, PlannedRollUp] {
  const keys = [date, 'counted_by', ...columns];
  const sums = new Map(amounts.flatMap(({ metric, measure }): [string, Summed][] => [
    [amountColumn(metric, measure), amountSum(metric, measure)], [recordsColumn(metric), { sum: sql`sum(case when ${allOf(notExcluded(metric))} then ${column('weight')} end)`, isWhole: true }],
  ]));
  const days = builder.selectFrom(`${table} as t`)
    .select([...keys.map((key) => column(key).as(key)), ...[...sums].map(([name, one]) => whole(one).as(name))])
    .groupBy(keys.map(column))
    .orderBy(column(date));
  const held = { table, date, columns, amounts: [...sums.keys()].sort() };
  const byDay: PlannedRollUp = { ...held, name: `rolled_${table}_${shortened([date, ...columns])}`, each: 'day', rows: statementOf(days.compile()) };
  const [month, others] = [sql.ref<SqlValue>('c.month_start'), keys.slice(1).map((key) => ({ key, of: column(key) }))];
  const months = builder.selectFrom(`${byDay.name} as t`)
    .innerJoin('calendar as c', (join) => join.on(sql<SqlBool>`${sql.ref('c.day')} = ${column(date)}`))
    .select([month.as(date), ...others.map(({ key, of }) => of.as(key)), ...[...sums].map(([name, { isWhole }]) => whole({ sum: sql`sum(${column(name)})`, isWhole }).as(name))])
    .groupBy([month, ...others.map(({ of }) => of)])
    .orderBy(month);
  return [byDay, { ...held, name: `rolled_${table}_${shortened(['month', date, ...columns])}`, each: 'month', rows: statementOf(months.compile()) }];
}

/** A sum, and whether it is one of whole numbers: those are kept as such, in the widest that every engine has. */
interface Summed {
  readonly sum: RawBuilder<SqlValue>;
  readonly isWhole: boolean;
}

function amountSum(metric: Metric, measure: Measure): Summed {
  const passes = allOf([...notExcluded(metric), ...measure.where.map(test)]);
  return { sum: sql<SqlValue>`sum(case when ${passes} then ${each(measure)} end)`, isWhole: isWhole(measure) };
}

const whole = ({ sum, ...one }: Summed): RawBuilder<SqlValue> => (one.isWhole ? sql`cast(${sum} as bigint)` : sum);

/**
 * The roll-up that answers for measures of one table over these columns with the fewest rows of its own, of months only
 * where `months` says that nothing finer is asked for; null where the rows have to be read.
 */
export function rollUpFor(metric: Metric, measures: readonly Measure[], columns: readonly string[], { rollUps, months }: { readonly rollUps: readonly RollUp[]; readonly months: boolean }): RollUp | null {
  if (rollUps.length === 0 || measures.some((measure) => additivityOf(metric, measure) !== 'additive')) {
    return null;
  }
  const wanted = measures.map((measure) => ({ table: measure.table, date: dateOf(measure), amount: amountColumn(metric, measure) }));
  const able = rollUps.filter((one) => (months || one.each === 'day') && columns.every((name) => one.columns.includes(name))
    && wanted.every(({ table, date, amount }) => one.table === table && one.date === date && one.amounts.includes(amount)));
  const isDaily = ({ each }: RollUp): number => (each === 'day' ? 1 : 0);
  return [...able].sort((a, b) => isDaily(a) - isDaily(b) || a.columns.length - b.columns.length)[0] ?? null;
}

/**
 * The column of a measure's amounts. It is named for what is summed, so that a definition that has changed since the
 * snapshot was made finds no column, and the rows are read.
 */
export function amountColumn(metric: Metric, measure: Measure): string {
  return `a_${shortened([exclusionsOf(metric), measure.sum, measure.where])}`;
}

/** The column of the records that the exclusions of a metric leave. */
export function recordsColumn(metric: Metric): string {
  return `n_${shortened([exclusionsOf(metric)])}`;
}

const exclusionsOf = (metric: Metric): readonly (readonly Condition[])[] => metric.exclude.map(({ when }) => when);

function shortened(what: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 12);
}
