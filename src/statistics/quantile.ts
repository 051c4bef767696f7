/**
 * The quantile at `share` (0 to 1) of some numbers, between neighbours on a straight line; null of none.
 * Source: Hyndman and Fan (1996), definition 7, the default of R, of spreadsheets (QUARTILE.INC) and of NumPy.
 */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  return below === undefined || above === undefined ? null : below + (above - below) * (at - Math.floor(at));
}

/** A value and how often it stands there. */
export interface Weighted {
  readonly value: number;
  readonly times: number;
}

/** The middle of values that each stand there several times, the mean of the two middle ones where they are even; null of none. */
export function weightedMedian(values: readonly Weighted[]): number | null {
  const sorted = values.filter(({ times }) => times > 0).sort((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, { times }) => sum + times, 0);
  const [lower, upper] = [valueAt(sorted, Math.floor((total - 1) / 2)), valueAt(sorted, Math.floor(total / 2))];
  return lower === null || upper === null ? null : (lower + upper) / 2;
}

/** The value in place `place` (0 first) once every value is written out as often as it stands there. */
function valueAt(sorted: readonly Weighted[], place: number): number | null {
  let passed = 0;
  for (const { value, times } of sorted) {
    passed += times;
    if (place < passed) {
      return value;
    }
  }
  return null;
}
