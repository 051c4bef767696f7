import type { Catalogue } from '../catalogue/catalogue';
import type { SplitSection } from '../catalogue/scorecard';
import type { Period } from '../calendar/period';
import { NOT_KNOWN } from './keys';
import type { Query } from './query';
import { reckon, type Setting } from './reckon';
import { columnPeriod, isEmpty, metricNamed, narrowedTo } from './scorecard-column';
import type { ColumnNumbers } from './scorecard-split';

/**
 * The keys of a section's lines: those it names, in its order; else all that any column holds, in the order of the
 * column it names, a key without that number last; else in the dimension's own order, what it does not list after it.
 */
export function orderedKeys(catalogue: Catalogue, query: Query, section: SplitSection, columns: readonly ColumnNumbers[]): readonly string[] {
  const asked = keptBy(query, section.by);
  if (section.keys.length > 0) {
    return section.keys.filter(asked).slice(0, section.limit);
  }
  const values = catalogue.dimensions.get(section.by)?.values.map(({ key }) => key) ?? [];
  const place = (key: string): number => (key === NOT_KNOWN ? Infinity : values.includes(key) ? values.indexOf(key) : values.length);
  const held = new Set(columns.flatMap(({ lines }) => [...lines.byKey.keys()].filter(asked)));
  const inOwnOrder = [...held].sort((a, b) => (place(a) === place(b) ? a.localeCompare(b, 'en') : place(a) - place(b)));
  const { order } = section;
  const by = columns.find(({ column }) => column.id === order?.column);
  if (order === undefined || by === undefined) {
    return inOwnOrder.slice(0, section.limit);
  }
  const number = (key: string): number | null => by.lines.byKey.get(key)?.figure[by.column.part ?? 'value'] ?? null;
  const sign = order.direction === 'ascending' ? 1 : -1;
  return inOwnOrder.sort((a, b) => {
    const [one, other] = [number(a), number(b)];
    return one === null || other === null ? Number(one === null) - Number(other === null) : sign * (one - other);
  }).slice(0, section.limit);
}

/** Whether the question keeps a key of a dimension. */
function keptBy({ filters, excluding }: Query, dimension: string): (key: string) => boolean {
  const [kept, left] = [filters[dimension], excluding[dimension]];
  return (key) => (kept === undefined || kept.includes(key)) && left?.includes(key) !== true;
}

/** Keys under the sub-total that they are gathered in; null for those that are in none. */
export interface Gathered {
  readonly subTotal: string | null;
  readonly keys: readonly string[];
}

/** The keys gathered by another dimension, in that dimension's own order, those in none of its keys last. */
export async function gathered(
  setting: Setting, query: Query, section: SplitSection, subTotals: string, keys: readonly string[], period: Period, columns: readonly ColumnNumbers[],
): Promise<readonly Gathered[]> {
  const parentOf = await parents(setting, query, section, subTotals, period);
  const asked = keptBy(query, subTotals);
  const isNarrowed = query.filters[subTotals] !== undefined;
  const values = setting.catalogue.dimensions.get(subTotals)?.values.map(({ key }) => key) ?? [];
  const held = columns.flatMap((column) => [...(column.subTotals?.byKey.keys() ?? [])]);
  const all = [...new Set([...values, ...held])];
  const order = all.filter((key) => asked(key) && keys.some((own) => parentOf(own) === key));
  const orphans = isNarrowed ? [] : keys.filter((key) => !all.includes(parentOf(key) ?? ''));
  return [
    ...order.map((subTotal) => ({ subTotal, keys: keys.filter((key) => parentOf(key) === subTotal) })),
    ...(orphans.length === 0 ? [] : [{ subTotal: null, keys: orphans }]),
  ];
}

/** Which sub-total a key belongs to: by its codes where both dimensions read one column, else by the rows that have both. */
async function parents(setting: Setting, query: Query, section: SplitSection, subTotals: string, period: Period): Promise<(key: string) => string | null> {
  const { catalogue } = setting;
  const [inner, outer] = [catalogue.dimensions.get(section.by), catalogue.dimensions.get(subTotals)];
  if (inner !== undefined && outer !== undefined && inner.column === outer.column) {
    return (key) => {
      const codes = inner.values.find((value) => value.key === key)?.codes ?? [key];
      return outer.values.find((value) => codes.every((code) => value.codes.includes(code)))?.key ?? null;
    };
  }
  const [first] = section.columns;
  const metric = metricNamed(setting, first?.metric);
  const narrowed = narrowedTo(setting, query, metric, section.filters);
  if (first === undefined || narrowed === null || isEmpty(narrowed.filters)) {
    return () => null;
  }
  const { cells } = await reckon(setting, { metric, period: columnPeriod(first, period), ...narrowed, by: [section.by, subTotals], heldBy: [], undated: true });
  const parent = new Map(cells.map(({ keys: [key = '', outerKey = ''] }) => [key, outerKey]));
  return (key) => parent.get(key) ?? null;
}
