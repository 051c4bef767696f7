import type { Metric } from '../catalogue/metric';
import { splitVariance, type VarianceLine } from '../statistics/variance-split';
import { roundedAs, type Cell } from './cell';
import { reckon, type Setting, type Wanted } from './reckon';
import type { Figure, VarianceSplit } from './result';

/**
 * A difference in money in its volume and its price or mix, from its lines' volumes and money. Null where the metric
 * does not split, has no value, or its volumes are not held, and where a line is hidden: it is not known what was done on
 * it, which is not the same as nothing. What rounding in a printed total leaves stands with price or mix, so that the two
 * add up to the figure.
 */
export async function varianceOf(setting: Setting, wanted: Wanted, figure: Figure): Promise<VarianceSplit | null> {
  const { splits, less } = wanted.metric;
  const volumes = splits === null ? undefined : setting.catalogue.metrics.get(splits.volume);
  if (splits === null || volumes === undefined || figure.value === null || !volumes.dimensions.includes(splits.by)) {
    return null;
  }
  const [money, volume] = await Promise.all([lines(setting, wanted, wanted.metric, splits.by), lines(setting, wanted, volumes, splits.by)]);
  const isHidden = [...money.values(), ...volume.values()].some((line) => line.figure.hidden);
  if (money.size === 0 || volume.size === 0 || isHidden) {
    return null;
  }
  const kept = 1 - (less?.rate ?? 0);
  const split = splitVariance([...new Set([...money.keys(), ...volume.keys()])].map((key) => lineOf(volume.get(key), money.get(key))));
  return { volume: split.volume * kept, priceOrMix: figure.value - split.volume * kept, unplanned: split.unplanned * kept, ...roundedAs(...[...money.values(), ...volume.values()].map((line) => line.figure)) };
}

async function lines(setting: Setting, wanted: Wanted, metric: Metric, by: string): Promise<ReadonlyMap<string, Cell>> {
  const { cells } = await reckon(setting, { ...wanted, metric, by: [by] });
  return new Map(cells.map((cell) => [cell.keys[0] ?? '', cell]));
}

function lineOf(volume: Cell | undefined, money: Cell | undefined): VarianceLine {
  return {
    actualVolume: volume?.figure.numerator ?? 0,
    actualMoney: money?.figure.numerator ?? 0,
    planVolume: volume?.figure.denominator ?? null,
    planMoney: money?.figure.denominator ?? null,
  };
}
