import type { Dimension } from '../../catalogue/dimension';
import type { Measure, Metric } from '../../catalogue/metric';
import { NO_FIGURE, type Cell } from '../../engine/cell';
import { divides } from '../../engine/compile';
import { figures } from '../../engine/figures';
import { EVERY_PART, keysByCode } from '../../engine/keys';
import { countsOf, peopleKey } from '../../engine/people';
import type { Grouping, Ground, Slice } from '../../engine/slice';

/** A measure that is split by reasons, and which of them another counts alone. */
interface Reasons {
  readonly split: Metric;
  readonly dimension: Dimension;
  readonly keys: readonly string[];
}

/**
 * The cells of a measure with those hidden that would tell a hidden reason: one that counts some reasons alone, such as
 * last-minute cancellations (on the day, for the hospital's non-clinical reasons), has the number of these reasons wherever
 * it leaves nobody of them out. It is hidden wherever one of them is, whatever its own number.
 *
 * @param ground with the withholding by which the reasons themselves are hidden
 */
export async function withoutReasons(ground: Ground, metric: Metric, slice: Slice, grouping: Grouping, cells: readonly Cell[]): Promise<readonly Cell[]> {
  let shown = cells;
  for (const { split, dimension, keys } of reasonsAlone(ground, metric, slice, grouping)) {
    const by = { time: grouping.time, dimensions: [...grouping.dimensions, dimension.id] };
    const reasons = (await figures(ground, split, slice, by)).filter((cell) => cell.figure.hidden);
    const untold = new Set(reasons.filter((cell) => cell.keys.includes(EVERY_PART)).map(({ period }) => period));
    const hidden = new Set(reasons.filter((cell) => keys.includes(cell.keys.at(-1) ?? '')).map((cell) => nameOf(cell.period, cell.keys.slice(0, -1))));
    shown = shown.map((cell) => (untold.has(cell.period) || hidden.has(nameOf(cell.period, cell.keys)) ? { ...cell, figure: { ...NO_FIGURE, hidden: true }, missing: null } : cell));
  }
  return shown;
}

const nameOf = (period: string | null, keys: readonly string[]): string => JSON.stringify([period, ...keys]);

/** The measures of the same people that are split by a reason which this one asks for, as far as they are narrowed and split as it is. */
function reasonsAlone({ catalogue }: Pick<Ground, 'catalogue'>, metric: Metric, { filters, excluding }: Slice, { dimensions }: Grouping): readonly Reasons[] {
  const asked = [...Object.keys(filters), ...Object.keys(excluding), ...dimensions];
  const causes = [...catalogue.dimensions.values()].filter(({ id }) => !divides(catalogue, id, false));
  return countsOf(metric).flatMap((measure) => causes.flatMap((dimension): readonly Reasons[] => {
    const keys = keysAsked(dimension, measure);
    const splits = [...catalogue.metrics.values()].filter((other) => keys.length > 0 && [dimension.id, ...asked].every((id) => other.dimensions.includes(id))
      && countsOf(other).some((one) => one === other.numerator && peopleKey(one) === peopleKey(measure)));
    return splits.map((split) => ({ split, dimension, keys }));
  }));
}

/** The keys of a dimension that a measure's own conditions ask for. */
function keysAsked(dimension: Dimension, { where }: Measure): readonly string[] {
  const keysOf = keysByCode(dimension);
  return where.flatMap((condition) => ('is' in condition && condition.field === dimension.column ? condition.is.flatMap((code) => keysOf(String(code))) : []));
}
