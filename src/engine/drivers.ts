import type { Metric } from '../catalogue/metric';
import { targetsFor } from '../catalogue/targets';
import { previousPeriod, samePeriodLastYear, type Period } from '../calendar/period';
import { NO_FIGURE, type Cell } from './cell';
import { addsUp, asksElsewhere, openSplits } from './driver-splits';
import { driverParts } from './driver-parts';
import { isComplete, partHeld, refusalFor, type Holding } from './holding';
import type { Query } from './query';
import { dimensionsIn, heldOf, onlyCell, reckon, type Held, type Setting, type Wanted } from './reckon';
import type { DriverPart, Drivers, Unsplit } from './change';
import type { Figure } from './result';
import { comparisonPeriods } from './windows';

type Against = Pick<Drivers, 'with' | 'period' | 'from' | 'asAt' | 'complete'>;

const AGAINST_NOTHING: Against = { with: null, period: null, from: NO_FIGURE, asAt: null, complete: false };

/** A figure to be explained: what is asked for, what it came to, and how it is held. */
interface Explained extends Wanted {
  readonly figure: Figure;
  readonly held: Held;
  /** Values of computed targets by peer group. */
  readonly computed: Readonly<Record<string, number>>;
}

/**
 * Where a figure's change lies: what it is held against (the period before unless another is asked for, or the target),
 * and the figures of every part of both. Parts are reckoned as the whole is, and are given only where both stretches of
 * time hold them as they hold the whole; what lies in no part is a part of its own, so that they add up. Null for any
 * other intent.
 *
 * @param query `by` null leaves the choice of dimension to the first of `openSplits` that has several parts
 */
export async function driversOf(setting: Setting, query: Query, explained: Explained): Promise<Drivers | null> {
  if (query.intent !== 'explanation' || explained.figure.value === null) {
    return null;
  }
  const against = await againstOf(setting, query.versus, explained);
  const { metric, held, figure, period } = explained;
  const unsplit = (why: Unsplit): Drivers => ({ ...against, by: [], parts: [], unsplit: why });
  if (against.from.hidden) {
    return unsplit('hidden-before');
  }
  if (against.with === null || (against.with !== 'target' && against.from.value === null)) {
    return unsplit(against.with === null && asksElsewhere(query.versus) ? 'not-over-time' : 'nothing-before');
  }
  if (held.kind !== 'tables') {
    return unsplit(held.kind === 'printed' ? 'printed' : 'nothing-before');
  }
  if (!addsUp(metric, period) || figure.numerator === null || (against.with !== 'target' && against.from.numerator === null)) {
    return unsplit('does-not-add-up');
  }
  if (against.with === 'target' && (metric.kind !== 'ratio' || metric.denominator === null)) {
    return unsplit('target-of-a-sum');
  }
  const asked = [query.by ?? []].flat();
  if (asked.some((id) => setting.catalogue.dimensions.get(id)?.whole !== null)) {
    return unsplit('overlapping');
  }
  const split = await firstSplit(setting, explained, against, held.holding, asked.length > 0 ? [asked] : openSplits(setting.catalogue, metric, explained.filters).map((id) => [id]));
  return split === null ? unsplit(asked.length > 0 ? 'not-held-by' : 'no-dimension') : { ...against, ...split, unsplit: null };
}

/** What the figure is held against, worked out as the figure itself is. */
async function againstOf(setting: Setting, versus: Query['versus'], explained: Explained): Promise<Against> {
  if (asksElsewhere(versus)) {
    return AGAINST_NOTHING;
  }
  const target = versus === 'target' ? targetOf(setting, explained) : null;
  if (target !== null) {
    return { ...AGAINST_NOTHING, with: 'target', from: { ...NO_FIGURE, value: target }, complete: true };
  }
  const other = otherPeriod(versus, explained);
  const { held } = explained;
  if (other === null || (held.kind === 'tables' && !held.holding.isCensus && other.period.from < held.holding.since)) {
    return { ...AGAINST_NOTHING, with: other?.with ?? null, period: other?.period ?? null };
  }
  const { figure, asAt } = onlyCell(await reckon(setting, { ...explained, period: other.period, by: [], undated: false }));
  return { ...other, from: figure, asAt, complete: held.kind === 'tables' ? isComplete(held.holding, other.period) : figure.value !== null };
}

/** The target that leads, where the figure can be held to it now: not one for a year that is not over, and not that of the whole against a share. */
function targetOf({ catalogue }: Setting, { metric, filters, period, computed }: Explained): number | null {
  const isShare = Object.keys(filters).some((id) => catalogue.dimensions.get(id)?.['numerator-only'] === true);
  const [leading] = isShare ? [] : targetsFor(catalogue, metric.id, { filters, day: period.to, grain: period.grain }, computed).filter((target) => target.for !== 'year');
  return leading?.value ?? null;
}

/** A year to date has no period before it, and is held against the one a year before. */
function otherPeriod(versus: Query['versus'], { period, held }: Explained): { readonly with: 'previous' | 'last-year' | 'period'; readonly period: Period } | null {
  if (versus !== null && typeof versus === 'object') {
    return 'period' in versus ? { with: 'period', period: versus.period } : null;
  }
  const before = previousPeriod(period);
  const usual = held.kind === 'tables' ? comparisonPeriods(period, held.holding) : [
    ...(before === null ? [] : [{ with: 'previous' as const, period: before }]), { with: 'last-year' as const, period: samePeriodLastYear(period) },
  ];
  return (versus === 'last-year' ? usual.find((one) => one.with === 'last-year') : usual[0]) ?? null;
}

/** The first of the splits with several parts; the first that is held at all where none has several. */
async function firstSplit(
  setting: Setting, explained: Explained, against: Against, holding: Holding, splits: readonly (readonly string[])[],
): Promise<Pick<Drivers, 'by' | 'parts'> | null> {
  let first: Pick<Drivers, 'by' | 'parts'> | null = null;
  for (const by of splits) {
    const parts = await partsBy(setting, explained, against, holding, by);
    if (parts !== null && parts.length > 1) {
      return { by, parts };
    }
    first ??= parts === null ? null : { by, parts };
  }
  return first;
}

/** Null where a stretch of time does not hold the split as far as it holds the whole, or a target has no share for each part. */
async function partsBy(setting: Setting, explained: Explained, against: Against, holding: Holding, by: readonly string[]): Promise<readonly DriverPart[] | null> {
  const { metric, period, filters, excluding } = explained;
  const stretches = [...(against.period === null ? [] : [against.period]), period];
  const split = await heldOf(setting, metric, [...by, ...dimensionsIn(setting, filters, excluding)]);
  const isWhole = by.some((id) => setting.catalogue.dimensions.get(id)?.['numerator-only'] === true);
  if (split.kind !== 'tables' || !stretches.every((stretch) => reachesAsFar(split.holding, holding, stretch)) || (isWhole && against.with === 'target')) {
    return null;
  }
  const cellsOver = async (stretch: Period | null): Promise<readonly Cell[]> =>
    (stretch === null ? [] : (await reckon(setting, { ...explained, by, heldBy: [], period: stretch })).cells);
  const [from, to] = await Promise.all([cellsOver(against.period), cellsOver(period)]);
  const wholes = { from: against.with === 'target' ? NO_FIGURE : against.from, to: explained.figure };
  return driverParts({ by: by.length, isNumeratorOnly: isWhole, from, to, wholes, valueOf: (numerator, denominator) => valueOf(metric, numerator, denominator) });
}

/** What a part that no cell gives comes to. */
function valueOf({ kind, less }: Metric, numerator: number, denominator: number | null): number | null {
  if (kind === 'difference') {
    return (numerator - (denominator ?? 0)) * (1 - (less?.rate ?? 0));
  }
  return denominator === null ? numerator : denominator === 0 ? null : numerator / denominator;
}

/** Whether what holds the split covers as much of a stretch as what holds the whole does. */
function reachesAsFar(split: Holding, whole: Holding, period: Period): boolean {
  const [part, all] = [partHeld(split, period), partHeld(whole, period)];
  return refusalFor(split, period) === null && part.to === all.to && (split.isCensus || part.from === all.from);
}
