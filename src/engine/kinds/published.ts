import type { Catalogue } from '../../catalogue/catalogue';
import type { Metric } from '../../catalogue/metric';
import { canonicalTable } from '../../catalogue/tables/canonical-tables';
import { monthEnd, monthStart, type Day } from '../../calendar/day';
import { monthsOf, rangePeriod, type Period } from '../../calendar/period';
import { byPeriodAndKeys, type Cell } from '../cell';
import type { Printed } from '../result';
import { narrowing, type Grouping, type Ground, type Slice } from '../slice';
import type { Row } from '../snapshot';
import { builder, statementOf } from '../statement';
import { number, text } from '../sum';

/** One printed figure, as published_values holds it. */
export interface PrintedRow {
  readonly kind: string;
  /** Dimension → key; empty for the whole. */
  readonly part: ReadonlyMap<string, string>;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly printed: Printed;
}

const COLUMNS = ['period_kind', 'period_from', 'period_to', 'part', 'value', 'numerator', 'denominator', 'document', 'place', 'published_on'] as const;

/** Every figure that documents print of a metric, the newest document first; empty where none does. */
export async function printedRows(ground: Ground, metric: Metric): Promise<readonly PrintedRow[]> {
  if (ground.snapshot.coverage['published_values'] === undefined) {
    return [];
  }
  const statement = statementOf(builder.selectFrom('published_values as t')
    .select(COLUMNS.map((name) => `t.${name}` as const))
    .where('t.metric', '=', metric.id).orderBy('t.published_on', (newest) => newest.desc().nullsLast()).orderBy('t.figure_id').compile());
  const rows = await ground.snapshot.run(statement.sql, statement.parameters, ground.signal);
  return rows.map(printedRow);
}

function printedRow(row: Row): PrintedRow {
  const [from, to] = [text(row['period_from']), text(row['period_to'])];
  const parts = (text(row['part']) ?? '').split(';').map((one) => one.trim()).filter((one) => one !== '');
  return {
    kind: text(row['period_kind']) ?? 'not-stated',
    part: new Map(parts.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)])),
    value: number(row['value']),
    numerator: number(row['numerator']),
    denominator: number(row['denominator']),
    printed: {
      document: text(row['document']) ?? '', place: text(row['place']) ?? '', publishedOn: text(row['published_on']) ?? '',
      period: from === null || to === null ? null : { from, to },
    },
  };
}

/**
 * The cells that printed figures give; one where none is printed has no cell. Several keys at once, or a part left out, are
 * printed nowhere. They are shown as printed, small ones too: the trust holds nobody behind them, and whoever published the
 * document has shown them already.
 */
export function printedCells(catalogue: Catalogue, metric: Metric, rows: readonly PrintedRow[], slice: Slice, grouping: Grouping): readonly Cell[] {
  const filters = Object.entries(narrowing(catalogue, slice.filters));
  if (Object.keys(slice.excluding).length > 0 || filters.some(([, keys]) => keys.length !== 1)) {
    return [];
  }
  const wanted = new Map(filters.map(([id, keys]) => [id, keys[0] ?? '']));
  const cells = new Map<string, Cell>();
  for (const row of rows) {
    const keys = keysOf(catalogue, row, wanted, grouping);
    const period = periodOf(row, slice, grouping);
    const cell = [period ?? '', ...(keys ?? [])].join('|');
    if (keys !== null && period !== undefined && better(row, cells.get(cell)?.printed ?? null)) {
      const { numerator, denominator, printed } = row;
      const value = valueOf(metric, row);
      const missing = value === null ? whyNoValue(metric, row) : null;
      cells.set(cell, { period, keys, figure: { value, numerator, denominator, hidden: false }, missing, asAt: null, printed });
    }
  }
  return [...cells.values()].sort(byPeriodAndKeys);
}

/** The value as printed; of a difference whose two sides are printed and it is not, what their difference comes to. */
function valueOf({ kind, less }: Metric, { value, numerator, denominator }: PrintedRow): number | null {
  const sides = kind === 'difference' && numerator !== null && denominator !== null ? (numerator - denominator) * (1 - (less?.rate ?? 0)) : null;
  return value ?? sides;
}

/** A document may print what was done and no plan for it: then the plan is what is missing. */
const whyNoValue = ({ kind }: Metric, { numerator }: PrintedRow): Cell['missing'] =>
  (kind === 'difference' && numerator !== null ? 'plan-not-given' : 'not-printed');

/** The row's keys of the dimensions that a split is by; null where it is of another part. */
function keysOf(catalogue: Catalogue, { part }: PrintedRow, wanted: ReadonlyMap<string, string>, { dimensions }: Grouping): readonly string[] | null {
  const others = [...part.keys()].filter((id) => !wanted.has(id) && !dimensions.includes(id));
  if (others.length > 0 || [...wanted].some(([id, key]) => part.get(id) !== key)) {
    return null;
  }
  const keys = dimensions.map((id) => part.get(id) ?? catalogue.dimensions.get(id)?.whole ?? null);
  return keys.flatMap((key) => key ?? []).length === keys.length ? keys.flatMap((key) => key ?? []) : null;
}

/**
 * The stretch of time that the row answers for within the slice: null for the slice itself, undefined for none of it.
 * "Rolling 6 months" up to the month of publication says a length and no date, which suits a row that gives its length alone.
 */
function periodOf({ kind, printed: { period, publishedOn } }: PrintedRow, slice: Slice, { time }: Grouping): string | null | undefined {
  if (time !== null) {
    const isMonth = period !== null && period.from === monthStart(period.from) && period.to === monthEnd(period.from);
    return time === 'month_start' && isMonth && period.from >= monthStart(slice.from) && period.from <= slice.to ? period.from : undefined;
  }
  if (period !== null) {
    return period.from === slice.from && period.to === slice.to ? null : undefined;
  }
  const isLengthAlone = slice.undated || (slice.grain === 'rolling' && slice.to === monthEnd(publishedOn));
  return isLengthAlone && (kind === 'not-stated' || kind === printedKind(slice)) ? null : undefined;
}

/** A dated figure stands before an undated one, and the newest document's before an older one's; rows come newest first. */
const better = ({ printed }: PrintedRow, before: Printed | null): boolean => before === null || (before.period === null && printed.period !== null);

/** What documents call a stretch of that length. */
function printedKind({ from, to, grain }: Pick<Period, 'from' | 'to' | 'grain'>): string {
  if (grain === 'rolling') {
    const months = monthsOf({ from, to }).length;
    return months === 6 || months === 12 ? `rolling-${months}` : 'range';
  }
  return grain === 'month' || grain === 'ytd' || grain === 'quarter' || grain === 'year' ? grain : 'range';
}

/** The periods that are printed of a part, each once, earliest first; the undated ones named last. */
export function printedPeriods(catalogue: Catalogue, rows: readonly PrintedRow[], slice: Pick<Slice, 'filters' | 'excluding'>): readonly string[] {
  const filters = Object.entries(narrowing(catalogue, slice.filters));
  const ofPart = rows.filter(({ part }) => part.size === filters.length && filters.every(([id, keys]) => keys.length === 1 && part.get(id) === keys[0]));
  const dated = ofPart.flatMap(({ printed: { period } }) => period ?? []).sort((a, b) => (a.from + a.to).localeCompare(b.from + b.to));
  const undated = ofPart.some(({ printed: { period } }) => period === null) ? [NOT_STATED] : [];
  return [...new Set([...dated.map(({ from, to }) => rangePeriod(from, to).label), ...undated])];
}

const NOT_STATED = 'a period that the document does not state';

/** First and last day of what is printed of a metric; the day of publication where no period is dated. */
export function printedStretch(rows: readonly PrintedRow[]): { readonly from: Day; readonly to: Day } | null {
  const days = rows.flatMap(({ printed: { period, publishedOn } }) => (period === null ? [publishedOn] : [period.from, period.to])).sort();
  const [from] = days;
  const to = days.at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}

/** Whether a metric is answered from what documents print of it: by its kind, or since none of its own tables is held. */
export function isPrintedOnly(ground: Pick<Ground, 'snapshot'>, metric: Metric): boolean {
  if (metric.kind === 'published') {
    return true;
  }
  const tables = [metric.numerator, metric.denominator].flatMap((measure) => (measure === null ? [] : canonicalTable(measure.table) ?? []));
  const events = tables.filter(({ standsFor }) => standsFor !== 'stretch');
  return (events.length > 0 ? events : tables).some(({ name }) => ground.snapshot.coverage[name] === undefined);
}
