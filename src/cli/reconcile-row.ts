import type { Period } from '../calendar/period';
import type { Day } from '../calendar/day';
import type { Catalogue } from '../catalogue/catalogue';
import type { Dimension } from '../catalogue/dimension';
import { asHeard } from '../catalogue/loading/check-words';
import type { Metric } from '../catalogue/metric';
import { querySchema, type Query } from '../engine/query';
import type { Coverage } from '../engine/snapshot';
import { heldFor } from '../language/held-range';
import type { CsvRow } from './csv-rows';
import { readPrinted, type PrintedNumber } from './printed-number';
import { periodBetween, periodWritten } from './reconcile-period';

/** A figure of the trust's own, with the question that asks for the same. */
export interface OwnFigure {
  readonly row: number;
  readonly metric: Metric;
  readonly query: Query & { readonly period: Period };
  readonly value: PrintedNumber;
  readonly numerator: PrintedNumber | null;
  readonly denominator: PrintedNumber | null;
  /** What its source leaves out or keeps, in its own words; null where it does not say. */
  readonly filters: string | null;
}

/** What a row is read against. */
export interface Ground {
  readonly catalogue: Catalogue;
  readonly coverage: Readonly<Record<string, Coverage>>;
  readonly today: Day;
}

const FIELDS = ['metric', 'period', 'from', 'to', 'value', 'numerator', 'denominator', 'filters'] as const;
type Field = (typeof FIELDS)[number];

/** What each column of the file is: a field of a figure, or a dimension that it is narrowed by. */
export interface Columns {
  readonly fields: Readonly<Partial<Record<Field, string>>>;
  readonly dimensions: readonly (readonly [column: string, dimension: Dimension])[];
}

/** What the columns are, by their names in any case, with every fault of the header. */
export function readColumns(names: readonly string[], catalogue: Catalogue): { readonly columns: Columns; readonly faults: readonly string[] } {
  const fields: Partial<Record<Field, string>> = {};
  const dimensions: [string, Dimension][] = [];
  const faults: string[] = [];
  for (const name of names) {
    const heard = asHeard(name);
    const field = FIELDS.find((one) => one === heard);
    const dimension = [...catalogue.dimensions.values()].find((one) => asHeard(one.id) === heard || asHeard(one.name) === heard);
    if (field !== undefined) {
      fields[field] = name;
    } else if (dimension !== undefined) {
      dimensions.push([name, dimension]);
    } else {
      faults.push(`"${name}" is neither one of ${FIELDS.join(', ')} nor a dimension. Rename it or take it out.`);
    }
  }
  for (const needed of ['metric', 'value'] as const) {
    if (fields[needed] === undefined) {
      faults.push(`There is no column "${needed}". Add it.`);
    }
  }
  if (fields.period === undefined && (fields.from === undefined || fields.to === undefined)) {
    faults.push('There is no column "period", nor "from" and "to". Add one or the others.');
  }
  return { columns: { fields, dimensions }, faults };
}

/** The figure of a row; or everything that is wrong with the row, a sentence each. */
export function readFigure({ row, cells }: CsvRow, { fields, dimensions }: Columns, ground: Ground): OwnFigure | readonly string[] {
  const cell = (field: Field): string => cells[fields[field] ?? ''] ?? '';
  const faults: string[] = [];
  const metric = metricCalled(cell('metric'), ground.catalogue);
  if (metric === null) {
    return [`There is no metric "${cell('metric')}".`];
  }
  const held = heldFor([metric.id], ground.catalogue, ground.coverage, ground.today);
  const written = cell('period');
  const period = written === '' ? periodBetween(cell('from'), cell('to')) : periodWritten(written, held, ground.today);
  if (typeof period === 'string') {
    faults.push(`"${written || `${cell('from')} to ${cell('to')}`}" ${period}.`);
  }
  const number = (field: 'value' | 'numerator' | 'denominator'): PrintedNumber | null => {
    if (cell(field) === '' && field !== 'value') {
      return null;
    }
    const read = readPrinted(cell(field), field === 'value' ? metric.unit : 'number');
    if (typeof read === 'string') {
      faults.push(`"${cell(field)}" ${read}.`);
      return null;
    }
    return read;
  };
  const [value, numerator, denominator] = [number('value'), number('numerator'), number('denominator')];
  const filters = Object.fromEntries(dimensions.flatMap(([column, dimension]) => {
    const key = cells[column] ?? '';
    const found = key === '' ? null : keyCalled(key, dimension);
    if (found === null && key !== '') {
      faults.push(`There is no ${dimension.id} "${key}".`);
    } else if (found !== null && !metric.dimensions.includes(dimension.id)) {
      faults.push(`${metric.name} is not held by ${dimension.id}.`);
    }
    return found === null ? [] : [[dimension.id, [found]] as const];
  }));
  if (faults.length > 0 || value === null || typeof period === 'string') {
    return faults;
  }
  const query = querySchema.safeParse({ intent: 'value', metrics: [metric.id], period, filters });
  if (!query.success) {
    return [`"${written}" lies outside the years that can be asked about.`];
  }
  return { row, metric, query: { ...query.data, period }, value, numerator, denominator, filters: cell('filters') || null };
}

function metricCalled(name: string, { metrics }: Catalogue): Metric | null {
  const heard = asHeard(name);
  const called = (metric: Metric): boolean => [metric.name, metric.short ?? metric.name, ...metric.synonyms].some((word) => asHeard(word) === heard);
  return metrics.get(name) ?? [...metrics.values()].find(called) ?? null;
}

/** The key that is meant by a key, a name, a synonym or a code; where the data alone holds the keys, as it is written. */
function keyCalled(text: string, { values }: Dimension): string | null {
  const heard = asHeard(text);
  const found = values.find(({ key }) => key === text)
    ?? values.find(({ name, synonyms, codes }) => codes.includes(text) || [name, ...synonyms].some((word) => asHeard(word) === heard));
  return found?.key ?? (values.length === 0 ? text : null);
}
