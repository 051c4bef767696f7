import { sql, type SqlBool } from 'kysely';
import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Day } from '../calendar/day';
import { monthsOf, type Period } from '../calendar/period';
import { allOf, column, keptBy } from './conditions';
import type { Selection } from './query';
import type { Figure } from './result';
import { narrowing, type Ground } from './slice';
import { builder, statementOf } from './statement';
import { number, text } from './sum';

/** One measure of one provider for one stretch of time, as a benchmarking source gives it. */
export interface Benchmark {
  readonly from: Day;
  readonly to: Day;
  readonly provider: string;
  readonly name: string;
  readonly group: string | null;
  readonly figure: Figure;
  readonly document: string;
  readonly publishedOn: Day;
  readonly differenceInDefinition: string | null;
}

/** The provider codes that are no provider: the whole country, and a median that the source gives itself. */
export const NATIONAL = 'national';
export const PEER_MEDIAN = 'peer-median';

/** Dimensions that choose among benchmark values themselves and narrow no row of the trust's own. */
export const CHOOSES_PEERS: readonly string[] = ['peer-group', 'provider'];

/** The filters that narrow the measure, those that only choose its peers left out. */
export function withoutPeers(filters: Selection): Selection {
  return Object.fromEntries(Object.entries(filters).filter(([id]) => !CHOOSES_PEERS.includes(id)));
}

/** What benchmark values are narrowed by: what chooses peers and what keeps everything left out. */
export const narrowedBy = (catalogue: Catalogue, filters: Selection): Selection => narrowing(catalogue, withoutPeers(filters));

const COLUMNS = ['period_from', 'period_to', 'provider_code', 'provider_name', 'peer_group', 'value', 'numerator', 'denominator', 'document', 'published_on', 'difference_in_definition'] as const;
/** By these a source may give its values; by anything else there are none. */
const GIVEN_BY = ['specialty', 'cmg', 'site'];
const PARTS = ['treatment_function_code', 'cmg', 'site_code'];

/**
 * Every benchmark value of a metric for exactly what is asked: rows of the whole trust where nothing is narrowed, of the
 * specialty, group or site where one is. Empty where none is held, or for anything else it is narrowed to. The trust's own
 * are among them as the source gives them: `ownWithheld` hides what may not be shown.
 */
export async function benchmarksOf(ground: Ground, metric: Metric, filters: Selection): Promise<readonly Benchmark[]> {
  const narrowed = Object.entries(narrowedBy(ground.catalogue, filters));
  if (ground.snapshot.coverage['benchmark_values'] === undefined || narrowed.some(([id, keys]) => !GIVEN_BY.includes(id) || keys.length !== 1)) {
    return [];
  }
  const given = narrowed.map(([id]) => ground.catalogue.dimensions.get(id)?.column ?? '');
  const statement = statementOf(builder.selectFrom('benchmark_values as t')
    .select(COLUMNS.map((name) => `t.${name}` as const))
    .where(allOf([
      sql<SqlBool>`${column('metric')} = ${metric.id}`,
      ...narrowed.map(([id, keys]) => keptBy(ground.catalogue, id, keys)),
      ...(narrowed.length > 0 ? [] : PARTS).filter((part) => !given.includes(part)).map((part) => sql<SqlBool>`${column(part)} is null`),
    ]))
    .orderBy('t.published_on', (newest) => newest.desc().nullsLast()).orderBy('t.benchmark_id').compile());
  const rows = await ground.snapshot.run(statement.sql, statement.parameters, ground.signal);
  return rows.map((row): Benchmark => {
    const [numerator, denominator] = [number(row['numerator']), number(row['denominator'])];
    const quotient = numerator !== null && denominator !== null && denominator !== 0 ? numerator / denominator : null;
    return {
      from: text(row['period_from']) ?? '', to: text(row['period_to']) ?? '',
      provider: text(row['provider_code']) ?? '', name: text(row['provider_name']) ?? '', group: text(row['peer_group']),
      figure: { numerator, denominator, value: number(row['value']) ?? quotient, hidden: false },
      document: text(row['document']) ?? '', publishedOn: text(row['published_on']) ?? '',
      differenceInDefinition: text(row['difference_in_definition']),
    };
  });
}

/** Values of one group for one stretch. */
export interface BenchmarkStretch {
  readonly from: Day;
  readonly to: Day;
  readonly values: readonly Benchmark[];
}

/**
 * The newest stretch of a group that ends on or before a day: exactly the period's own where it is held, else the latest,
 * the shortest of several that end together. The country's values belong to every group. Null where there is none.
 */
export function newestStretch(benchmarks: readonly Benchmark[], group: string, period: Pick<Period, 'from' | 'to'>): BenchmarkStretch | null {
  const ofGroup = benchmarks.filter((one) => one.group === group || (one.provider === NATIONAL && one.group === null));
  const known = ofGroup.filter((one) => one.group === group);
  const ended = (known.length > 0 ? known : ofGroup).filter(({ to }) => to <= period.to);
  const [newest] = [...ended].sort((a, b) => Number(isSame(b, period)) - Number(isSame(a, period)) || b.to.localeCompare(a.to) || b.from.localeCompare(a.from));
  return newest === undefined ? null : { from: newest.from, to: newest.to, values: newestEach(ofGroup.filter((one) => isSame(one, newest))) };
}

/** The stretch of the same length that ends last before this one does. */
export function stretchBefore(benchmarks: readonly Benchmark[], group: string, stretch: Pick<Period, 'from' | 'to'>): BenchmarkStretch | null {
  const length = monthsOf(stretch).length;
  const earlier = benchmarks.filter((one) => one.group === group && one.to < stretch.to && monthsOf(one).length === length);
  const [newest] = [...earlier].sort((a, b) => b.to.localeCompare(a.to));
  return newest === undefined ? null : { from: newest.from, to: newest.to, values: newestEach(earlier.filter((one) => isSame(one, newest))) };
}

const isSame = (a: Pick<Period, 'from' | 'to'>, b: Pick<Period, 'from' | 'to'>): boolean => a.from === b.from && a.to === b.to;

/** Each provider once, as the newest document gives it. */
function newestEach(values: readonly Benchmark[]): readonly Benchmark[] {
  return values.filter((one, index) => values.findIndex(({ provider }) => provider === one.provider) === index);
}

/** Whether a value is of a provider, and not of the country or the group. */
export const isProvider = ({ provider }: Benchmark): boolean => provider !== NATIONAL && provider !== PEER_MEDIAN;
