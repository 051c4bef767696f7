import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Catalogue } from '../catalogue/catalogue';
import type { Condition, Measure, Metric } from '../catalogue/metric';
import { TallyError } from '../errors';
import { codesOf, NOT_KNOWN } from './keys';
import { isWhole } from './measure-table';
import type { SqlValue } from './snapshot';

export type Test = RawBuilder<SqlBool>;

/** A column of the table that is read, which every statement calls `t`. */
export const column = (name: string): RawBuilder<SqlValue> => sql.ref(`t.${name}`);

const never: Test = sql`1 = 0`;

/** A bound number that may be a fraction, also beside a column of whole numbers. */
const amount = (value: number): RawBuilder<SqlValue> => sql`cast(${value} as double precision)`;

function anyOf(tests: readonly Test[]): Test {
  return tests.length === 0 ? never : sql`(${sql.join(tests, sql` or `)})`;
}

export function allOf(tests: readonly Test[]): Test {
  return tests.length === 0 ? sql`1 = 1` : sql`(${sql.join(tests, sql` and `)})`;
}

/** One condition as SQL that is true or false and never null, so that `not` may stand before it. */
export function test(condition: Condition): Test {
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
    return sql`(${known} and ${field} > ${amount(condition.over)})`;
  }
  if ('under' in condition) {
    return sql`(${known} and ${field} < ${amount(condition.under)})`;
  }
  if ('at-least' in condition) {
    return sql`(${known} and ${field} >= ${amount(condition['at-least'])})`;
  }
  if ('starts-with' in condition) {
    return sql`(${known} and ${anyOf(condition['starts-with'].map((start) => sql`${field} like ${`${start}%`}`))})`;
  }
  if ('in-list' in condition) {
    throw new TallyError('CATALOGUE_INVALID', `the procedure list ${condition['in-list']} was not spelt out`);
  }
  return sql`(${known} and not ${anyOf(condition['starts-not-with'].map((start) => sql`${field} like ${`${start}%`}`))})`;
}

/** Rows whose dimension has one of the keys; every row where its whole is among them. Throws QUERY_INVALID for an unknown dimension. */
export function keptBy(catalogue: Catalogue, dimensionId: string, keys: readonly string[]): Test {
  const dimension = catalogue.dimensions.get(dimensionId);
  if (dimension === undefined) {
    throw new TallyError('QUERY_INVALID', `no dimension ${dimensionId}`);
  }
  if (dimension.whole !== null && keys.includes(dimension.whole)) {
    return allOf([]);
  }
  const field = column(dimension.column);
  const codes = keys.flatMap((key) => codesOf(dimension, key));
  const tests: Test[] = codes.length > 0 ? [sql`(${field} is not null and ${field} in (${sql.join(codes)}))`] : [];
  return anyOf(keys.includes(NOT_KNOWN) ? [...tests, sql`${field} is null`] : tests);
}

/** That a row is none of those that a metric leaves out, one test an exclusion. */
export const notExcluded = ({ exclude }: Pick<Metric, 'exclude'>): readonly Test[] => exclude.map(({ when }) => sql<SqlBool>`not ${allOf(when.map(test))}`);

/**
 * What one row adds to a measure. What is no whole number is added as a decimal, to a millionth: decimals come to the same
 * in whatever order an engine adds them, and the last digits of floating numbers do not.
 */
export const each = (measure: Pick<Measure, 'sum' | 'table'>): RawBuilder<SqlValue> => {
  const units = sql<SqlValue>`${column('weight')} * ${column(measure.sum)}`;
  return measure.sum === 'rows' ? column('weight') : isWhole(measure) ? units : sql`cast(${units} as decimal(38, 6))`;
};
