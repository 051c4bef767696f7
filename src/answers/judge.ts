import type { Metric } from '../catalogue/metric';
import type { Target } from '../catalogue/target';
import type { TargetHeld } from '../catalogue/targets';
import type { Status, TargetVerdict } from './answer';
import { displayGap, displayTarget } from './display';

const WORDS: Readonly<Record<Target['comparator'], string>> = {
  below: 'below', 'at-most': 'at most', 'at-least': 'at least', above: 'above',
};

/** Whether a value meets one target. The comparison is on the unrounded value: 5.04% does not meet "at most 5%". */
export function meets(value: number, target: Pick<TargetHeld, 'comparator' | 'value'>): boolean {
  switch (target.comparator) {
    case 'below': return value < target.value;
    case 'at-most': return value <= target.value;
    case 'at-least': return value >= target.value;
    case 'above': return value > target.value;
  }
}

/** "below 5%", with the name of the target where it has one: "at least 6.5%, local stretch". */
export function targetWords(target: TargetHeld, metric: Metric): string {
  const words = target.comparator === 'at-most' && target.value === 0
    ? displayTarget(0, metric)
    : `${WORDS[target.comparator]} ${displayTarget(target.value, metric)}`;
  return target.name === undefined ? words : `${words}, ${target.name}`;
}

/** Judges a value against the leading target; the rivals are kept beside it, each with its own verdict and source. */
export function judge(value: number, metric: Metric, targets: readonly TargetHeld[]): TargetVerdict | null {
  const [leading, ...rivals] = targets;
  if (leading === undefined) {
    return null;
  }
  const gap = value - leading.value;
  const side = gap === 0 ? 'exactly on target' : `${displayGap(gap, metric)} ${gap > 0 ? 'over' : 'under'}`;
  return {
    value: leading.value,
    display: displayTarget(leading.value, metric),
    words: targetWords(leading, metric),
    met: meets(value, leading),
    gap,
    gapWords: side,
    source: leading.source,
    others: rivals.map((rival) => ({
      value: rival.value,
      display: displayTarget(rival.value, metric),
      words: targetWords(rival, metric),
      source: rival.source,
      met: meets(value, rival),
    })),
  };
}

/** The status in words. A metric with no good direction, or with no target, is never judged. */
export function statusOf(verdict: { readonly met: boolean } | null, metric: Metric): { status: Status; words: string } {
  if (verdict === null || metric.better === 'neutral') {
    return { status: 'none', words: 'No target set' };
  }
  return verdict.met ? { status: 'on-target', words: 'On target' } : { status: 'off-target', words: 'Off target' };
}
