import type { Metric } from '../catalogue/metric';
import { daysBetween, type Day } from '../calendar/day';
import type { Period } from '../calendar/period';
import { NO_FIGURE, type Cell } from './cell';
import { figures } from './figures';
import { holdingOf, partHeld, provenanceOf, refusalFor, type Holding } from './holding';
import { isPrintedOnly, printedRows, printedStretch } from './kinds/published';
import type { Selection } from './query';
import type { EngineRefusal, Provenance } from './result';
import { narrowing, type Ground, type Slice } from './slice';
import type { Snapshot } from './snapshot';

/** What a query is run on; `today` decides only what is stale and what is still being coded. */
export interface Setting extends Ground {
  readonly today: Day;
}

/** What one metric is asked for: a stretch of time and what it is narrowed to. */
export interface Wanted {
  readonly metric: Metric;
  readonly period: Period;
  readonly filters: Selection;
  readonly excluding: Selection;
  /** Dimensions it is split by; none for the figure itself. */
  readonly by: readonly string[];
  /** Dimensions by which the figure is also shown split, so that it covers only what gives their columns. */
  readonly heldBy: readonly string[];
  /** Whether a printed figure may answer whose document does not say which period it means. */
  readonly undated: boolean;
}

/** The cells of one metric over one period, where they came from, and why there are none. */
export interface Reckoned {
  readonly cells: readonly Cell[];
  readonly provenance: Provenance;
  readonly missing: EngineRefusal | null;
  /** Why a part that has no cell has none. */
  readonly absent: EngineRefusal;
}

/** How a metric is held for what is asked of it: in its own tables, only as documents print it, or not at all. */
export type Held =
  | { readonly kind: 'tables'; readonly holding: Holding }
  | { readonly kind: 'printed' }
  | { readonly kind: 'not-held' };

/** What the metric can be answered from, split and narrowed by `dimensions`. */
export async function heldOf(setting: Setting, metric: Metric, dimensions: readonly string[]): Promise<Held> {
  const { catalogue, snapshot } = setting;
  if (isPrintedOnly(setting, metric)) {
    return (await printedRows(setting, metric)).length > 0 ? { kind: 'printed' } : { kind: 'not-held' };
  }
  const columns = [...new Set(dimensions)].flatMap((id) => catalogue.dimensions.get(id)?.column ?? []);
  const holding = holdingOf(metric, snapshot.coverage, columns);
  return holding === null ? { kind: 'not-held' } : { kind: 'tables', holding };
}

/** Dimensions that a selection really narrows by. */
export function dimensionsIn({ catalogue }: Pick<Ground, 'catalogue'>, ...selections: readonly Selection[]): readonly string[] {
  return selections.flatMap((selection) => Object.keys(narrowing(catalogue, selection)));
}

export function sliceOf({ filters, excluding, undated }: Pick<Wanted, 'filters' | 'excluding' | 'undated'>, { from, to, grain }: Period): Slice {
  return { from, to, grain, undated, filters, excluding };
}

/** The cells of one metric over one period, undivided in time: one cell without `by`, else one a part. */
export async function reckon(setting: Setting, wanted: Wanted): Promise<Reckoned> {
  const { metric, period, by } = wanted;
  const held = await heldOf(setting, metric, [...by, ...wanted.heldBy, ...dimensionsIn(setting, wanted.filters, wanted.excluding)]);
  if (held.kind === 'not-held') {
    return noCells(provenanceOfNothing(setting.snapshot, period), 'not-held');
  }
  if (held.kind === 'printed') {
    const cells = await cellsOf(setting, wanted, period);
    return { cells, provenance: await provenanceOfPrint(setting, metric, cells), missing: missingOf(cells, by, 'not-printed'), absent: 'not-printed' };
  }
  const provenance = provenanceOf(metric, setting.snapshot, held.holding, period, setting.today);
  const refusal = refusalFor(held.holding, period);
  if (refusal !== null) {
    return noCells(provenance, refusal);
  }
  const cells = await cellsOf(setting, wanted, partHeld(held.holding, period));
  return { cells, provenance, missing: missingOf(cells, by, 'no-activity'), absent: 'no-activity' };
}

/** Nothing at all, and why. */
export const noCells = (provenance: Provenance, missing: EngineRefusal): Reckoned => ({ cells: [], provenance, missing, absent: missing });

const cellsOf = (setting: Setting, wanted: Wanted, period: Period): Promise<readonly Cell[]> =>
  figures(setting, wanted.metric, sliceOf(wanted, period), { time: null, dimensions: wanted.by });

/** Why the one cell has no value; a split is missing only where it has no part at all. */
function missingOf(cells: readonly Cell[], by: readonly string[], absent: EngineRefusal): EngineRefusal | null {
  const [cell] = cells;
  if (cell === undefined) {
    return absent;
  }
  return by.length > 0 || cell.figure.value !== null || cell.figure.hidden ? null : (cell.missing ?? absent);
}

export const onlyCell = ({ cells }: Pick<Reckoned, 'cells'>): Pick<Cell, 'figure' | 'asAt' | 'printed'> => cells[0] ?? { figure: NO_FIGURE, asAt: null, printed: null };

export function provenanceOfNothing(snapshot: Snapshot, period: Period): Provenance {
  return {
    snapshot: snapshot.id, loadedAt: snapshot.loadedAt, extracts: [], through: period.to, since: period.from,
    complete: false, provisional: false, maturesOn: null, stale: false, notice: snapshot.notice,
  };
}

/** Of figures that documents print: complete as printed, and stale by the day of the newest document. */
async function provenanceOfPrint(setting: Setting, metric: Metric, cells: readonly Cell[]): Promise<Provenance> {
  const { snapshot, today } = setting;
  const rows = await printedRows(setting, metric);
  const stretch = printedStretch(rows) ?? { from: today, to: today };
  const published = cells.flatMap(({ printed }) => printed?.publishedOn ?? []).sort().at(-1) ?? rows[0]?.printed.publishedOn ?? today;
  const held = snapshot.coverage['published_values'];
  return {
    snapshot: snapshot.id, loadedAt: snapshot.loadedAt, extracts: held === undefined ? [] : [held.extract],
    through: stretch.to, since: stretch.from, complete: cells.length > 0, provisional: false, maturesOn: null,
    stale: daysBetween(published, today) > metric['fresh-for-days'],
    notice: snapshot.notice ?? (held === undefined ? null : (held.notices[0]?.notice ?? null)),
  };
}
