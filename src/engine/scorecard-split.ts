import type { ScorecardColumn, SplitSection } from '../catalogue/scorecard';
import type { Period } from '../calendar/period';
import { NO_FIGURE, type Cell } from './cell';
import { computedTargets } from './computed-targets';
import type { Query, Selection } from './query';
import { noCells, provenanceOfNothing, reckon, type Reckoned, type Setting } from './reckon';
import type { EngineRefusal, Provenance, ScorecardCell, ScorecardLine } from './result';
import { bothOf, columnPeriod, isEmpty, metricNamed, narrowedTo, type SectionLines } from './scorecard-column';
import { gathered, orderedKeys } from './scorecard-order';

/** One column's numbers by key: of its lines, of its sub-totals, and of the whole under the empty key. */
export interface ColumnNumbers {
  readonly column: ScorecardColumn;
  readonly metric: string;
  readonly period: Period;
  readonly lines: Read;
  readonly subTotals: Read | null;
  readonly total: Read;
}

export interface Read {
  readonly byKey: ReadonlyMap<string, Cell>;
  /** Why a key without a cell has none. */
  readonly absent: EngineRefusal;
}

/**
 * One thing split by a dimension: a line a key, the keys gathered under sub-totals where there are any, and a total.
 * Sub-totals and the total are worked out from the data as the lines are, and never by adding lines up: a ratio does
 * not add up, and a document prints its totals from what it rounded afterwards.
 */
export async function splitLines(setting: Setting, query: Query, section: SplitSection, period: Period): Promise<SectionLines> {
  const provenances: Provenance[] = [];
  const read = async (column: ScorecardColumn, over: Period, by: readonly string[]): Promise<Read> => {
    const { cells, absent, provenance } = await numbersOf(setting, query, section, column, over, by);
    provenances.push(provenance);
    return { byKey: new Map(cells.map((cell) => [cell.keys[0] ?? '', cell])), absent };
  };
  // A metric shown in several parts is read once for them all.
  const reads = new Map<string, Promise<Omit<ColumnNumbers, 'column' | 'metric' | 'period'>>>();
  const columns = await Promise.all(section.columns.map(async (column): Promise<ColumnNumbers> => {
    const over = columnPeriod(column, period);
    const name = [column.metric, over.from, over.to, over.grain].join('|');
    const reading = reads.get(name) ?? readsOf(section, (by) => read(column, over, by));
    reads.set(name, reading);
    return { column, metric: column.metric ?? '', period: over, ...(await reading) };
  }));
  const filters = bothOf(setting.catalogue, section.filters, query.filters);
  const targets = (extra: Selection) => targetsOf(setting, section, period, { ...filters, ...extra });
  const lineOf = async (kind: ScorecardLine['kind'], key: string, extra: Selection): Promise<ScorecardLine> => ({
    key: kind === 'total' ? 'total' : key, kind, label: null, filters: { ...filters, ...extra },
    cells: columns.map((column) => cellOf(column, kind, key)),
    trend: [],
    specialties: [],
    computedTargets: await targets(extra),
  });
  const subTotals = section['sub-totals'];
  const keys = orderedKeys(setting.catalogue, query, section, columns);
  const groups = subTotals === undefined
    ? [{ subTotal: null, keys }]
    : await gathered(setting, query, section, subTotals, keys, period, columns);
  const lines = groups.flatMap(({ subTotal, keys: own }) => [
    ...own.map((key) => lineOf('line', key, { [section.by]: [key] })),
    ...(subTotal === null || subTotals === undefined ? [] : [lineOf('sub-total', subTotal, { [subTotals]: [subTotal] })]),
  ]);
  const total = section.total ? [lineOf('total', '', {})] : [];
  return { section: { title: section.title, by: section.by, lines: await Promise.all([...lines, ...total]) }, provenances };
}

async function readsOf(section: SplitSection, read: (by: readonly string[]) => Promise<Read>): Promise<Pick<ColumnNumbers, 'lines' | 'subTotals' | 'total'>> {
  const subTotals = section['sub-totals'];
  const [lines, totals, total] = await Promise.all([read([section.by]), subTotals === undefined ? null : read([subTotals]), read([])]);
  return { lines, subTotals: totals, total };
}

async function numbersOf(setting: Setting, query: Query, section: SplitSection, column: ScorecardColumn, over: Period, by: readonly string[]): Promise<Reckoned> {
  const metric = metricNamed(setting, column.metric);
  const narrowed = narrowedTo(setting, query, metric, section.filters);
  const refused = narrowed === null || by.some((id) => !metric.dimensions.includes(id));
  if (narrowed === null || refused || isEmpty(narrowed.filters)) {
    return noCells(provenanceOfNothing(setting.snapshot, over), refused ? 'not-narrowed' : 'no-activity');
  }
  return reckon(setting, { metric, period: over, ...narrowed, by, heldBy: [], undated: true });
}

function cellOf({ column, metric, period, lines, subTotals, total }: ColumnNumbers, kind: ScorecardLine['kind'], key: string): ScorecardCell {
  const { byKey, absent } = kind === 'line' ? lines : kind === 'sub-total' ? (subTotals ?? lines) : total;
  const cell = byKey.get(key);
  const figure = cell?.figure ?? NO_FIGURE;
  const printed = cell?.printed ?? null;
  const asAt = cell?.asAt ?? null;
  const part = column.part ?? 'value';
  return {
    column: column.id, metric, part, period, figure, missing: figure[part] === null ? (cell?.missing ?? absent) : null,
    ...(printed === null ? {} : { printed }), ...(asAt === null ? {} : { asAt }),
  };
}

/** Computed targets of the line's own value, its first column. */
function targetsOf(setting: Setting, section: SplitSection, period: Period, filters: Selection): Promise<Readonly<Record<string, number>>> {
  const [first] = section.columns;
  return computedTargets(setting, metricNamed(setting, first?.metric), period, filters);
}
