import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { EVERY_PART, NOT_KNOWN } from '../engine/keys';
import type { Query } from '../engine/query';
import type { Figure, Group, MetricResult, PeerFigure } from '../engine/result';
import type { AnswerRow } from './answer';
import { isAgainstPlan } from './difference';
import { displayBeside, displayChange, displayCount, displayValue } from './display';
import { shownFigure } from './figure-words';
import { verdictOn } from './held-targets';
import type { HiddenParts } from './hidden-parts';
import { statusOf } from './judge';
import { labelOf } from './names';

/** The parts of a split, each held against its own target. */
export interface Parts {
  /** In the order asked for; those that rest on too few to be ranked after them, by name, unless only so many were asked for. */
  readonly rows: readonly AnswerRow[];
  /** Those that rest on too few and are in no row, because only so many were asked for. */
  readonly unranked: readonly AnswerRow[];
}

export function groupRows(catalogue: Catalogue, query: Query, metric: Metric, result: MetricResult): Parts {
  return ordered(partsOf(catalogue, query, result).filter((group) => !isEvery(group)).map((group) => groupRow(catalogue, query, metric, group, result)), metric, query);
}

/** How many of the parts of a split are hidden, also where those asked for are chosen by their figure, which leaves hidden ones out. */
export function hiddenParts(catalogue: Catalogue, query: Query, result: MetricResult): HiddenParts {
  const parts = partsOf(catalogue, query, result);
  return { hidden: parts.filter(({ figure }) => figure.hidden).length, of: parts.length, ...(parts.some(isEvery) ? { every: true as const } : {}) };
}

const isEvery = ({ keys }: Pick<Group, 'keys'>): boolean => keys.includes(EVERY_PART);

/** How many of the months are hidden by which a figure is judged. */
export function hiddenMonths({ run }: Pick<MetricResult, 'run'>): HiddenParts {
  const months = run.filter(({ span }) => span === 'month');
  return { hidden: months.filter(({ figure }) => figure.hidden).length, of: months.length };
}

const partsOf = (catalogue: Catalogue, query: Query, { groups }: MetricResult): readonly Group[] => groups.filter((group) => !measuredNothing(catalogue, query, group));

/**
 * A part in which nothing was measured is left out where it says nothing: what is not known, and the codes of an open
 * dimension (an HRG, a procedure), of which any other month may hold others. A site that did nothing is told.
 */
function measuredNothing(catalogue: Catalogue, query: Query, { keys, figure, missing }: Group): boolean {
  const isOpen = [query.by ?? []].flat().some((id) => catalogue.dimensions.get(id)?.values.length === 0);
  const isNothing = figure.value === null && !figure.hidden && (figure.numerator ?? 0) === 0 && (figure.denominator ?? 0) === 0 && missing === undefined;
  return isNothing && (isOpen || keys.includes(NOT_KNOWN));
}

function groupRow(catalogue: Catalogue, query: Query, metric: Metric, group: Group, { period, computedTargets }: MetricResult): AnswerRow {
  const dimensions = query.by === null ? [] : [query.by].flat();
  const narrowed = Object.fromEntries(dimensions.map((id, index) => [id, [group.keys[index] ?? '']]));
  const { figure } = group;
  const verdict = verdictOn(catalogue, metric, figure.value, { filters: { ...query.filters, ...narrowed }, period, computed: computedTargets });
  return {
    key: group.keys.join('|'),
    keys: group.keys,
    label: group.keys.map((key, index) => labelOf(catalogue, dimensions[index] ?? '', key)).join(' · '),
    metric: metric.id,
    value: figure.value,
    display: rowDisplay(figure, metric, query.having?.value ?? verdict?.value ?? null),
    numerator: figure.numerator,
    denominator: figure.denominator,
    target: verdict === null ? null : { value: verdict.value, met: verdict.met },
    status: statusOf(verdict, metric).status,
    suppressed: figure.hidden,
    ...(restsOnFew(figure, metric) ? { few: true as const } : {}),
    ...(isPlanned(figure, metric) ? { planned: plannedRow(figure, metric) } : {}),
    ...(group.other === undefined ? {} : { compared: comparedWith(metric, figure, group.other) }),
  };
}

/** Of fewer than twenty one more or less is more than five points of a share. */
const FEW = 20;

/** Whether a part's ratio rests on few of what it is divided by; of minutes and money there are always many. */
function restsOnFew({ denominator, hidden }: Figure, { kind, counting }: Metric): boolean {
  return kind === 'ratio' && counting !== 'money' && counting !== 'minutes' && !hidden && denominator !== null && denominator > 0 && denominator < FEW;
}

/** A row's figure in a sentence: "60.0% (of 15 only)" where it rests on few. */
export const rowFigure = ({ display, few, denominator }: AnswerRow): string => `${display}${few === true ? ` (of ${denominator ?? 0} only)` : ''}`;

/** Most parts without a rank that are named. */
const NAMED = 12;

/**
 * "Not ranked, fewer than 20 elective lists run: LRI-T04 9 of 15, …": which parts stand in no rank, and why; of those that
 * have a row the reason alone. Null where every part can be ranked.
 */
export function unrankedWords({ rows, unranked }: Parts, { denominator }: Metric): string | null {
  const isListed = rows.some(({ few }) => few === true);
  if (denominator === null || (unranked.length === 0 && !isListed)) {
    return null;
  }
  const names = unranked.slice(0, NAMED).map(({ label, numerator, denominator: below }) => `${label} ${displayCount(numerator ?? 0)} of ${displayCount(below ?? 0)}`);
  const all = unranked.length > NAMED ? [...names, `${unranked.length - NAMED} more`] : names;
  return `Not ranked, fewer than ${FEW} ${denominator.counts}${all.length === 0 ? '' : `: ${new Intl.ListFormat('en-GB').format(all)}`}`;
}

/** A part's figure, on the side of the line at which it is: of the value that was asked about, else of its target. */
function rowDisplay(figure: Figure, metric: Metric, line: number | null): string {
  const isHeldTo = line !== null && figure.value !== null && !figure.hidden && metric.kind !== 'difference';
  return isHeldTo ? displayBeside(figure.value, line, metric) : shownFigure(figure, metric);
}

/** "£2.6m above" of "£24.1m, plan £21.5m (12.0% above)": an actual, its plan, and the difference with its side in words. */
function plannedRow(figure: Figure, metric: Metric): NonNullable<AnswerRow['planned']> {
  const { numerator, denominator, value } = figure;
  const isMillions = metric.unit === 'gbp' && Math.max(Math.abs(numerator ?? 0), Math.abs(denominator ?? 0)) >= MILLION;
  const shown = (amount: number | null): string => (isMillions ? `${displayValue((amount ?? 0) / MILLION, { ...metric, decimals: 1 })}m` : displayValue(amount, metric));
  const gap = value ?? 0;
  // What is small beside its plan in millions is told in full: nothing is £0.0m below.
  const size = isMillions && Math.abs(gap) < SMALL ? displayValue(Math.abs(gap), metric) : shown(Math.abs(gap));
  const side = gap > 0 ? 'above' : 'below';
  const share = denominator === null || denominator === 0 || gap === 0 ? '' : ` (${(Math.abs(gap / denominator) * 100).toFixed(1)}% ${side})`;
  return {
    short: isUnplanned(figure) ? 'none planned' : gap === 0 ? 'on plan' : `${size} ${side}`,
    words: `${shown(numerator)}, plan ${shown(denominator)}${share}`,
  };
}

/** Where nothing was planned and nothing done, nothing is on plan. */
const isUnplanned = ({ numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>): boolean => (numerator ?? 0) === 0 && denominator === 0;

const MILLION = 1e6;
/** Less than this prints as nought in millions. */
const SMALL = 50_000;

const isPlanned = (figure: Figure, metric: Metric): boolean => isAgainstPlan(metric) && metric.less === null && figure.denominator !== null && !figure.hidden;

/** The whole under rows that are set against a plan, as they are written; null under any other. */
export function plannedTotal(figure: Figure, metric: Metric): string | null {
  return isPlanned(figure, metric) && figure.value !== null ? plannedRow(figure, metric).short : null;
}

/** Two figures that print alike are not called different for what their next decimal does. */
function comparedWith(metric: Metric, figure: Figure, { label, figure: other }: NonNullable<Group['other']>): NonNullable<AnswerRow['compared']> {
  const change = figure.value === null || other.value === null ? null : figure.value - other.value;
  const display = shownFigure(other, metric);
  const changeWords = change === null ? (other.hidden || figure.hidden ? 'hidden' : 'not held') : displayChange(other.value ?? 0, figure.value ?? 0, metric);
  return { label, value: other.value, display, change, changeWords };
}

/** Every provider of a peer group, in order of its figure; none of them is judged. */
export function peerRows(metric: Metric, providers: readonly PeerFigure[]): readonly AnswerRow[] {
  const rows = providers.map(({ provider, name, own, figure }): AnswerRow => ({
    key: provider, keys: [provider], label: own ? `${name} (this trust)` : name, metric: metric.id,
    value: figure.value, display: shownFigure(figure, metric), numerator: figure.numerator, denominator: figure.denominator,
    target: null, status: 'none', suppressed: figure.hidden,
  }));
  return inOrder(rows, metric.better !== 'lower');
}

/**
 * Rows in the order asked for; worst first where none was and the metric has a good direction, else highest first. Against a
 * plan, which every part may be far from on either side, the largest of the wrong side first, then the largest of the
 * other: what is cut from the end of a list is close to plan. What rests on too few is in no such order, and comes after,
 * by name. Empty rows last.
 */
function ordered(rows: readonly AnswerRow[], metric: Metric, query: Query): Parts {
  const { having } = query;
  const kept = having === null ? rows : rows.filter(({ value }) => value !== null && (having.op === 'above' ? value > having.value : value < having.value));
  const sorted = isAgainstPlan(metric) && query.order === null ? byVariance(kept, metric) : inOrder(kept, highestFirst(metric, query));
  const ranked = sorted.filter(({ value, few }) => value !== null && few !== true);
  const unranked = kept.filter(({ few }) => few === true).sort((a, b) => a.label.localeCompare(b.label, 'en'));
  if (query.limit === null) {
    return { rows: [...ranked, ...unranked, ...sorted.filter(({ value }) => value === null)], unranked: [] };
  }
  return ranked.length > 0 ? { rows: ranked.slice(0, query.limit), unranked } : { rows: unranked.slice(0, query.limit), unranked: [] };
}

function byVariance(rows: readonly AnswerRow[], { better }: Metric): readonly AnswerRow[] {
  const isWrong = (value: number): boolean => (better === 'lower' ? value > 0 : value < 0);
  const known = rows.filter(({ value }) => value !== null);
  const wrong = known.filter(({ value }) => isWrong(value ?? 0));
  const bySize = (some: readonly AnswerRow[]): readonly AnswerRow[] => [...some].sort((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0) || a.label.localeCompare(b.label, 'en'));
  return [...bySize(wrong), ...bySize(known.filter((row) => !wrong.includes(row))), ...inOrder(rows.filter(({ value }) => value === null), true)];
}

function inOrder(rows: readonly AnswerRow[], descending: boolean): readonly AnswerRow[] {
  return [...rows].sort((a, b) => {
    if (a.value === null || b.value === null) {
      return a.value === b.value ? a.label.localeCompare(b.label, 'en') : a.value === null ? 1 : -1;
    }
    return (descending ? b.value - a.value : a.value - b.value) || a.label.localeCompare(b.label, 'en');
  });
}

/** Whether rows run from the highest value down. */
function highestFirst(metric: Metric, query: Pick<Query, 'order'>): boolean {
  switch (query.order) {
    case 'highest': return true;
    case 'lowest': return false;
    case 'best': return metric.better !== 'lower';
    case 'worst':
    case null: return metric.better !== 'higher';
  }
}
