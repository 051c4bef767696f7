import { permit, type Grants } from '../access/permit';
import { displayDifference, displayValue } from '../answers/display';
import { noDataSentence } from '../answers/no-data';
import type { Catalogue } from '../catalogue/catalogue';
import type { Day } from '../calendar/day';
import type { MetricResult } from '../engine/result';
import { runQuery } from '../engine/run';
import type { Snapshot } from '../engine/snapshot';
import { readCsv } from './csv-rows';
import { printsAs, type PrintedNumber } from './printed-number';
import { readColumns, readFigure, type OwnFigure } from './reconcile-row';

/** How the trust's own figures compare with ours: what to print, a line each, and how many there are of each kind. */
export interface Reconciliation {
  readonly lines: readonly string[];
  readonly agree: number;
  readonly differ: number;
  readonly notCompared: number;
}

export interface ReconcileParts {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly today: Day;
  readonly grants: Grants;
  /** Milliseconds that one figure may take. */
  readonly timeLimit: number;
}

type Compared = { readonly outcome: 'agree' | 'differ' | 'not-compared'; readonly lines: readonly string[] };

const ASKER = { id: 'terminal', name: null, tenant: null } as const;
const PLACE = { kind: 'terminal', id: 'terminal' } as const;

/**
 * Holds a CSV of figures that the trust publishes itself against the same figures worked out here. Two agree where ours
 * prints as theirs does; where they do not, the filters of both are given, since that is where they mostly differ.
 * @param text the file: columns metric, period (or from and to), value, any dimensions, and numerator, denominator, filters
 */
export async function reconcile(text: string, parts: ReconcileParts): Promise<Reconciliation> {
  const { columns: names, rows } = readCsv(text);
  const { columns, faults } = readColumns(names, parts.catalogue);
  if (faults.length > 0) {
    return { lines: faults.map((fault) => `Row 1: ${fault}`), agree: 0, differ: 0, notCompared: rows.length };
  }
  const compared: Compared[] = [];
  for (const row of rows) {
    const figure = readFigure(row, columns, { catalogue: parts.catalogue, coverage: parts.snapshot.coverage, today: parts.today });
    compared.push('query' in figure
      ? await compare(figure, parts)
      : { outcome: 'not-compared', lines: figure.map((fault) => `Row ${row.row}: ${fault}`) });
  }
  const count = (outcome: Compared['outcome']): number => compared.filter((one) => one.outcome === outcome).length;
  return { lines: compared.flatMap(({ lines }) => lines), agree: count('agree'), differ: count('differ'), notCompared: count('not-compared') };
}

/** "3 agree, 1 differs, none cannot be compared" in the plain form that a script can read too. */
export function summaryOf({ agree, differ, notCompared }: Reconciliation): string {
  return `${agree} agree, ${differ} differ, ${notCompared} cannot be compared.`;
}

async function compare(figure: OwnFigure, { catalogue, snapshot, today, grants, timeLimit }: ReconcileParts): Promise<Compared> {
  const { row, metric, query } = figure;
  const head = `Row ${row}: ${metric.name}, ${query.period.label}, ${partOf(figure, catalogue)}`;
  const permission = permit(query, ASKER, PLACE, catalogue, grants);
  if (!permission.allowed) {
    return { outcome: 'not-compared', lines: [`${head}: ${permission.sentence}`] };
  }
  const { metrics: [result] } = await runQuery(query, { catalogue, snapshot, today, signal: AbortSignal.timeout(timeLimit) });
  if (result === undefined || result.figure.value === null) {
    const why = result === undefined ? '' : result.figure.hidden ? 'Our figure is withheld as a small number.' : noDataSentence(catalogue, query, metric, result);
    return { outcome: 'not-compared', lines: [`${head}: ${why}`] };
  }
  return held(figure, head, result.figure.value, result);
}

/** What the figure is of: its parts by name, or everything. */
function partOf({ query }: OwnFigure, { dimensions, organisation }: Catalogue): string {
  const parts = Object.entries(query.filters).flatMap(([id, keys]) => {
    const values = dimensions.get(id)?.values ?? [];
    return keys.map((key) => values.find((value) => value.key === key)?.name ?? key);
  });
  return parts.join(', ') || organisation.scope;
}

function held(figure: OwnFigure, head: string, ours: number, result: MetricResult): Compared {
  const { metric, value, numerator, denominator } = figure;
  // One place more than theirs, so that what the rounding hides is seen; a whole number hides nothing.
  const style = { ...metric, decimals: value.decimals };
  const finer = { ...metric, decimals: Number.isInteger(ours) && value.decimals === 0 && metric.unit !== 'ratio' ? 0 : value.decimals + 1 };
  const change = ours - value.value;
  const sign = Math.abs(change) <= value.within * 1e-6 ? '' : change > 0 ? '+' : '−';
  const line = `${head}: theirs ${displayValue(value.value, style)}, ours ${displayValue(ours, finer)}, difference ${sign}${displayDifference(change, finer)}`;
  const same = [[ours, value], [result.figure.numerator, numerator], [result.figure.denominator, denominator]] as const;
  if (same.every(([own, theirs]) => theirs === null || (own !== null && printsAs(own, theirs)))) {
    return { outcome: 'agree', lines: [`${line}. Agree.`] };
  }
  return { outcome: 'differ', lines: [`${line}. Differ.`, `  ours: ${oursSays(figure, result)}`, `  theirs: ${theirsSays(figure)}`] };
}

function oursSays({ metric, query }: OwnFigure, { figure, excluded, printed, provenance }: MetricResult): string {
  if (printed !== null) {
    return `as printed in ${printed.document}, ${printed.place}, with the filters of that document`;
  }
  const counted = [[figure.numerator, metric.numerator], [figure.denominator, metric.denominator]] as const;
  const parts = counted.flatMap(([number, measure]) =>
    (measure === null ? [] : [`${number === null ? '' : `${plain(number)} `}${measure.counts} (${measure.table})`]));
  const filters = Object.entries(query.filters).map(([id, keys]) => `${id} ${keys.join(', ')}`);
  const leftOut = metric.exclude.map(({ because }) => {
    const rows = excluded.find((one) => one.because === because)?.rows;
    return `${because}${rows === undefined ? '' : ` (${plain(rows)})`}`;
  });
  return [
    parts.join(' over '),
    filters.length === 0 ? 'no filters' : `only ${filters.join('; ')}`,
    leftOut.length === 0 ? 'nothing left out' : `leaves out: ${leftOut.join('; ')}`,
    ...(provenance.complete ? [] : [`not the whole period: held to ${provenance.through}`]),
  ].join('; ');
}

function theirsSays({ numerator, denominator, filters }: OwnFigure): string {
  const given = [['numerator', numerator], ['denominator', denominator]] as const;
  const numbers = given.flatMap(([name, number]: readonly [string, PrintedNumber | null]) => (number === null ? [] : [`${name} ${plain(number.value)}`]));
  return [...numbers, filters ?? 'filters not stated'].join('; ');
}

const plain = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
