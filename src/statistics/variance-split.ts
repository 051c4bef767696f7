/** One line of a variance: volumes and money, actual and planned. `null` plan: none is given for the line. */
export interface VarianceLine {
  readonly actualVolume: number;
  readonly actualMoney: number;
  readonly planVolume: number | null;
  readonly planMoney: number | null;
}

/** A variance in its parts: `volume` and `priceOrMix` add up to it; `unplanned` is the part of `volume` on lines without a plan. */
export interface SplitVariance {
  readonly volume: number;
  readonly priceOrMix: number;
  readonly unplanned: number;
}

/**
 * Splits Σ (actual − planned money) into volume, Σ (actual − planned volume) × planned price by line, and price or mix,
 * which is all the rest: what a unit earned beyond its planned price, and the mix inside a line. A line without a
 * planned volume has no planned price, so its whole variance is volume.
 */
export function splitVariance(lines: readonly VarianceLine[]): SplitVariance {
  let [volume, unplanned, total] = [0, 0, 0];
  for (const { actualVolume, actualMoney, planVolume, planMoney } of lines) {
    const variance = actualMoney - (planMoney ?? 0);
    total += variance;
    if (planVolume === null || planVolume === 0) {
      volume += variance;
      unplanned += variance;
    } else {
      volume += (actualVolume - planVolume) * ((planMoney ?? 0) / planVolume);
    }
  }
  return { volume, priceOrMix: total - volume, unplanned };
}
