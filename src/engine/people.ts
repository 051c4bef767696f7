import type { Catalogue } from '../catalogue/catalogue';
import type { Dimension } from '../catalogue/dimension';
import type { Measure, Metric } from '../catalogue/metric';
import { canonicalTable } from '../catalogue/tables/canonical-tables';
import type { CountedRows, PeopleTable } from './compile-people';

/** What people are in, one bit for each count that the measures of their table make. */
export type Kind = number;

/** Everybody who is counted in one table by one date, whichever measure counts them. */
export interface People extends PeopleTable {
  readonly isCensus: boolean;
  readonly dimensions: readonly Dimension[];
}

/** What of a catalogue says who is counted. */
type Counting = Pick<Catalogue, 'metrics' | 'dimensions'>;

/** Whether a measure counts people: rows, or the units of activity that a row stands for. Nights, minutes and pounds are none. */
function countsPeople({ table, sum }: Measure): boolean {
  const standsFor = canonicalTable(table)?.standsFor;
  return (standsFor === 'event' || standsFor === 'census') && (sum === 'rows' || sum === 'activity');
}

/** The counts of people that a metric's figure is made of; a median is of as many people as it has rows. */
export function countsOf(metric: Metric): readonly Measure[] {
  if (metric.counting !== 'people' || metric.kind === 'published') {
    return [];
  }
  const { numerator, denominator } = metric;
  const counted = metric.kind === 'median' ? { ...numerator, sum: 'rows', where: [...numerator.where, { field: numerator.sum, known: true }] } : numerator;
  return [counted, ...(denominator === null ? [] : [denominator])].filter(countsPeople);
}

const dateOf = ({ table, date }: Measure): string => date ?? canonicalTable(table)?.date ?? '';
const sameTable = (one: Measure, other: Measure): boolean => one.table === other.table && dateOf(one) === dateOf(other) && one.sum === other.sum;
const rowsOf = ({ where }: Measure, { exclude }: Metric): CountedRows => ({ where, exclude: exclude.map(({ when }) => ({ when })) });

/** The names of the counts of a catalogue, which are asked for with every cell. */
const NAMES = new WeakMap<CountedRows, string>();

function named(rows: CountedRows): string {
  const name = NAMES.get(rows) ?? JSON.stringify(rows);
  NAMES.set(rows, name);
  return name;
}

/** All who are counted in the table of a measure, in every way that any measure of the catalogue counts them. */
export function peopleBehind(catalogue: Counting, measure: Measure): People {
  const metrics = [...catalogue.metrics.values()].filter((metric) => countsOf(metric).some((one) => sameTable(one, measure)));
  const counts = new Map(metrics.flatMap((metric) => countsOf(metric).filter((one) => sameTable(one, measure)).map((one) => rowsOf(one, metric))).map((rows) => [named(rows), rows]));
  const dimensions = [...new Set(metrics.flatMap((metric) => metric.dimensions))].flatMap((id) => catalogue.dimensions.get(id) ?? []);
  return {
    table: measure.table, date: dateOf(measure), sum: measure.sum, counts: [...counts.values()],
    isCensus: canonicalTable(measure.table)?.standsFor === 'census', dimensions,
  };
}

export const peopleKey = (measure: Measure): string => [measure.table, dateOf(measure), measure.sum].join('|');

/** Which of the counts of its table a measure of a metric is. */
export function countIndex(people: People, metric: Metric, measure: Measure): number {
  const name = named(rowsOf(measure, metric));
  return people.counts.findIndex((rows) => named(rows) === name);
}

/** Everybody whom the metrics of a catalogue count, each table's once. */
export function everyPeople(catalogue: Counting): readonly People[] {
  const measures = new Map([...catalogue.metrics.values()].flatMap(countsOf).map((measure) => [peopleKey(measure), measure]));
  return [...measures.values()].map((measure) => peopleBehind(catalogue, measure));
}
