import type { Condition, Metric } from '../catalogue/metric';
import { censusesOf } from './census';
import { compileExclusions } from './compile';
import { tableOf } from './measure-table';
import type { MetricResult } from './result';
import { UNDIVIDED, type Ground, type Slice } from './slice';
import type { Row } from './snapshot';
import { number } from './sum';

/**
 * Rows that the metric's definition leaves out of the slice, each with its reason; those that leave out none are not listed.
 * Nor are those that are a part of the trust, such as a specialty, where small numbers of people are withheld: how many they
 * are is a number below the trust, and no answer by that part has them.
 */
export async function exclusions(ground: Ground, metric: Metric, slice: Slice): Promise<MetricResult['excluded']> {
  const measure = [metric.denominator, metric.numerator].find((one) => one !== null && tableOf(one).standsFor !== 'stretch') ?? null;
  if (metric.exclude.length === 0 || measure === null) {
    return [];
  }
  const reading = { catalogue: ground.catalogue, metric, measure, slice, grouping: UNDIVIDED, isNumerator: true };
  const { days } = await censusesOf(ground, reading);
  const statement = compileExclusions(reading, days);
  const [row]: readonly (Row | undefined)[] = await ground.snapshot.run(statement.sql, statement.parameters, ground.signal);
  const isWithheld = ground.withhold !== undefined && metric.counting === 'people';
  return metric.exclude
    .map(({ because, when }, index) => ({ rows: isWithheld && isPart(ground.catalogue, when) ? 0 : number(row?.[`x${index}`]) ?? 0, because }))
    .filter(({ rows }) => rows > 0);
}

/** Whether conditions ask for a part of the trust: they test the column of a dimension. */
function isPart({ dimensions }: Ground['catalogue'], conditions: readonly Condition[]): boolean {
  const fields = new Set(fieldsOf(conditions));
  return [...dimensions.values()].some(({ column }) => fields.has(column));
}

const fieldsOf = (conditions: readonly Condition[]): readonly string[] =>
  conditions.flatMap((condition) => ('any' in condition ? condition.any.flatMap(fieldsOf) : [condition.field]));
