import { quantile } from './quantile';

/** The values in their order, those beyond the `share` quantile (R's type 7) at either end pulled in to it; all kept. */
export function winsorised(values: readonly number[], share: number): readonly number[] {
  const low = quantile(values, share);
  const high = quantile(values, 1 - share);
  return share <= 0 || low === null || high === null ? values : values.map((value) => Math.min(high, Math.max(low, value)));
}
