import {
  DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql,
  type RawBuilder, type SqlBool,
} from 'kysely';
import { canonicalTable } from '../catalogue/tables/canonical-tables';
import type { Catalogue } from '../catalogue/catalogue';
import type { Condition, Measure, Metric } from '../catalogue/metric';
import { addDays, monthStart, type Day } from '../calendar/day';
import { TallyError } from '../errors';
import { codesOf, NOT_KNOWN } from './keys';
import type { Selection } from './query';
import type { SqlValue } from './snapshot';

type Tables = Record<string, Record<string, SqlValue>>;

/** Builds SQL and never runs it: statements go to whatever engine holds the snapshot. */
const builder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** How rows are put together: by a column of the calendar, by dimensions of the table, or both. */
export interface Grouping {
  readonly time: 'day' | 'week_start' | 'month_start' | null;
  readonly dimensions: readonly string[];
}

export interface Slice {
  readonly from: Day;
  readonly to: Day;
  readonly filters: Selection;
  readonly excluding: Selection;
}

type Test = RawBuilder<SqlBool>;

const column = (name: string): RawBuilder<SqlValue> => sql.ref(`t.${name}`);
const never: Test = sql`1 = 0`;

function anyOf(tests: readonly Test[]): Test {
  return tests.length === 0 ? never : sql`(${sql.join(tests, sql` or `)})`;
}

function allOf(tests: readonly Test[]): Test {
  return tests.length === 0 ? sql`1 = 1` : sql`(${sql.join(tests, sql` and `)})`;
}

/** One condition as SQL that is true or false and never null, so that `not` may stand before it. */
function test(condition: Condition): Test {
  if ('any' in condition) {
    return anyOf(condition.any.map((branch) => allOf(branch.map(test))));
  }
  const field = column(condition.field);
  if ('known' in condition) {
    return condition.known ? sql`${field} is not null` : sql`${field} is null`;
  }
  if ('is-not' in condition) {
    return sql`(${field} is null or ${field} not in (${sql.join(condition['is-not'])}))`;
  }
  const known = sql`${field} is not null`;
  if ('is' in condition) {
    return sql`(${known} and ${field} in (${sql.join(condition.is)}))`;
  }
  if ('over' in condition) {
    return sql`(${known} and ${field} > ${condition.over})`;
  }
  if ('under' in condition) {
    return sql`(${known} and ${field} < ${condition.under})`;
  }
  if ('at-least' in condition) {
    return sql`(${known} and ${field} >= ${condition['at-least']})`;
  }
  if ('starts-with' in condition) {
    return sql`(${known} and ${anyOf(condition['starts-with'].map((start) => sql`${field} like ${`${start}%`}`))})`;
  }
  if ('in-list' in condition) {
    throw new TallyError('CATALOGUE_INVALID', `the procedure list ${condition['in-list']} was not spelt out`);
  }
  return sql`(${known} and not ${anyOf(condition['starts-not-with'].map((start) => sql`${field} like ${`${start}%`}`))})`;
}

/** Rows whose dimension has one of the keys. */
function keptBy(catalogue: Catalogue, dimensionId: string, keys: readonly string[]): Test {
  const dimension = catalogue.dimensions.get(dimensionId);
  if (dimension === undefined) {
    throw new TallyError('QUERY_INVALID', `no dimension ${dimensionId}`);
  }
  const field = column(dimension.column);
  const codes = keys.flatMap((key) => codesOf(dimension, key));
  const tests: Test[] = codes.length > 0 ? [sql`(${field} is not null and ${field} in (${sql.join(codes)}))`] : [];
  return anyOf(keys.includes(NOT_KNOWN) ? [...tests, sql`${field} is null`] : tests);
}

/** Whether a dimension divides `measure`: one that divides only the numerator leaves the denominator whole. */
function divides(catalogue: Catalogue, dimensionId: string, isNumerator: boolean): boolean {
  return isNumerator || catalogue.dimensions.get(dimensionId)?.['numerator-only'] !== true;
}

function rowTests(catalogue: Catalogue, metric: Metric, slice: Slice, dated: RawBuilder<SqlValue>, isNumerator: boolean): Test[] {
  const selections = [
    ...Object.entries(slice.filters).map(([id, keys]) => ({ id, keep: keptBy(catalogue, id, keys) })),
    ...Object.entries(slice.excluding).map(([id, keys]) => ({ id, keep: sql<SqlBool>`not ${keptBy(catalogue, id, keys)}` })),
  ];
  return [
    sql`${dated} >= cast(${slice.from} as date)`,
    sql`${dated} < cast(${addDays(slice.to, 1)} as date)`,
    // A count of a month is dated to its first day and belongs only where the whole month does.
    sql`(${column('counted_by')} <> 'month' or ${dated} < cast(${monthStart(addDays(slice.to, 1))} as date))`,
    ...selections.filter(({ id }) => divides(catalogue, id, isNumerator)).map(({ keep }) => keep),
    ...metric.exclude.map((exclusion) => sql<SqlBool>`not ${allOf(exclusion.when.map(test))}`),
  ];
}

function datedBy(measure: Measure): RawBuilder<SqlValue> {
  const table = canonicalTable(measure.table);
  if (table === undefined) {
    throw new TallyError('CATALOGUE_INVALID', `no canonical table ${measure.table}`);
  }
  return column(measure.date ?? table.date);
}

/**
 * Σ of one measure over a slice, as one statement with bound parameters only.
 * Columns out: `period` where grouped by time, `k0`, `k1` … the codes of each dimension, `amount` (null where no row
 * passes) and `records` (Σ weight of every row in the slice, so that "none" and "nothing held" are told apart).
 */
export function compileMeasure(
  catalogue: Catalogue, metric: Metric, measure: Measure, slice: Slice, grouping: Grouping, isNumerator: boolean,
): Statement {
  const dated = datedBy(measure);
  const weight = column('weight');
  const each = measure.sum === 'rows' ? weight : sql`${weight} * ${column(measure.sum)}`;
  const amount = sql`sum(case when ${allOf(measure.where.map(test))} then ${each} end)`;
  const keys = grouping.dimensions.map((id) => ({
    name: catalogue.dimensions.get(id)?.column ?? '',
    grouped: divides(catalogue, id, isNumerator),
  }));
  const groupedBy = [
    ...(grouping.time === null ? [] : [sql.ref<SqlValue>(`c.${grouping.time}`)]),
    ...keys.filter((key) => key.grouped).map((key) => column(key.name)),
  ];
  const statement = builder
    .selectFrom(`${measure.table} as t`)
    .innerJoin('calendar as c', (join) => join.on(sql<SqlBool>`${sql.ref('c.day')} = ${dated}`))
    .select([
      ...(grouping.time === null ? [] : [sql.ref<SqlValue>(`c.${grouping.time}`).as('period')]),
      ...keys.map((key, index) => (key.grouped ? column(key.name) : sql<SqlValue>`null`).as(`k${index}`)),
      sql<SqlValue>`${amount}`.as('amount'),
      sql<SqlValue>`sum(${weight})`.as('records'),
    ])
    .where(allOf(rowTests(catalogue, metric, slice, dated, isNumerator)));
  const { sql: text, parameters } = (groupedBy.length > 0 ? statement.groupBy(groupedBy) : statement).compile();
  return { sql: text, parameters: parameters.map(bindable) };
}

/** Σ weight of the rows that each exclusion of the metric leaves out of one table, as columns `x0`, `x1` … */
export function compileExclusions(catalogue: Catalogue, metric: Metric, measure: Measure, slice: Slice): Statement {
  const dated = datedBy(measure);
  const { sql: text, parameters } = builder
    .selectFrom(`${measure.table} as t`)
    .select(metric.exclude.map((exclusion, index) =>
      sql<SqlValue>`sum(case when ${allOf(exclusion.when.map(test))} then ${column('weight')} else 0 end)`.as(`x${index}`)))
    .where(allOf(rowTests(catalogue, { ...metric, exclude: [] }, slice, dated, true)))
    .compile();
  return { sql: text, parameters: parameters.map(bindable) };
}

function bindable(parameter: unknown): SqlValue {
  if (typeof parameter === 'string' || typeof parameter === 'number' || typeof parameter === 'boolean' || parameter === null) {
    return parameter;
  }
  throw new TallyError('ENGINE_FAILED', `a parameter of type ${typeof parameter} cannot be bound`);
}
