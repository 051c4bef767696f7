import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Target } from '../catalogue/target';
import type { TargetHeld } from '../catalogue/targets';
import { dayLabel, type Day } from '../calendar/day';
import type { Status, TargetVerdict } from './answer';
import { beforeRounding, displayShort, displayStep, displayTarget } from './display';
import { inBrackets } from './in-brackets';

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

/** What a target's words need beside it: the catalogue, for where a course ends, and the day it is held against. */
export interface TargetAsOf {
  readonly catalogue: Pick<Catalogue, 'targets'>;
  readonly day: Day;
}

/**
 * "below 5%", with the name of the target where it has one: "at least 6.5%, local stretch". A course says how it came
 * about: "at most 7.5% by 31 May 2024, on a straight line from 8% to 5% by 31 March 2025".
 */
export function targetWords(target: TargetHeld, metric: Metric, asOf: TargetAsOf | null = null): string {
  const value = displayTarget(target.value, onCourse(target, metric));
  const words = target.value === 0 && target.comparator === 'at-most' ? value : `${WORDS[target.comparator]} ${value}`;
  const course = asOf === null ? null : courseWords(target, metric, asOf);
  return course !== null ? `${words} ${course}` : target.name === undefined ? words : `${words}, ${target.name}`;
}

/** The same without its name, money short, as it stands within a sentence: "below 5%", "at least £20m", "0". */
export function shortTargetWords(target: TargetHeld, metric: Metric): string {
  const value = displayShort(target.value, onCourse(target, metric));
  return target.value === 0 && target.comparator === 'at-most' ? value : `${WORDS[target.comparator]} ${value}`;
}

/** A value between the ends of a course is written as finely as the metric itself: 7.5%, and not 7.4849%. */
function onCourse(target: TargetHeld, metric: Metric): Pick<Metric, 'unit' | 'decimals' | 'suffix'> {
  return target.trajectory === undefined && target.computed === undefined ? metric : { ...metric, decimals: Math.max(1, metric.decimals) };
}

function courseWords({ trajectory }: TargetHeld, metric: Metric, { catalogue, day }: TargetAsOf): string | null {
  const end = catalogue.targets.find((stated) => stated.trajectory !== undefined && stated.trajectory === trajectory)?.value;
  if (trajectory === undefined || end === undefined) {
    return null;
  }
  const line = `on a straight line from ${displayTarget(trajectory.from, metric)} to ${displayTarget(end, metric)} by ${dayLabel(trajectory.by)}`;
  return day < trajectory.by ? `by ${dayLabel(day)}, ${line}` : line;
}

/** Judges a value against the leading target; the rivals are kept beside it, each with its own verdict and source. */
export function judge(value: number, metric: Metric, targets: readonly TargetHeld[], asOf: TargetAsOf | null = null): TargetVerdict | null {
  const [leading, ...rivals] = targets;
  if (leading === undefined) {
    return null;
  }
  const gap = value - leading.value;
  const side = gap === 0 ? 'exactly on target' : `${displayStep(leading.value, value, metric)} ${gap > 0 ? 'over' : 'under'}${beforeRounding(leading.value, value, metric)}`;
  return {
    value: leading.value,
    display: displayTarget(leading.value, onCourse(leading, metric)),
    words: targetWords(leading, metric, asOf),
    met: meets(value, leading),
    gap,
    gapWords: side,
    source: leading.source,
    others: rivals.map((rival) => ({
      value: rival.value,
      display: displayTarget(rival.value, onCourse(rival, metric)),
      words: targetWords(rival, metric, asOf),
      source: rival.source,
      met: meets(value, rival),
      isStep: rival.trajectory !== undefined,
    })),
  };
}

/** "Another target: at least 6.5% (Table 2), not met"; of a course "On the way: at most 7.3% by 30 June 2024, …, met". The source is left out where there is no room for it. */
export function rivalWords({ words, source, met, isStep }: Omit<TargetVerdict['others'][number], 'value' | 'display'>, withSource = true): string {
  return `${isStep ? 'On the way' : 'Another target'}: ${words}${withSource ? ` ${inBrackets(source)}` : ''}, ${met ? 'met' : 'not met'}`;
}

/** The status in words. A metric with no good direction is never judged, and neither is one with no target. */
export function statusOf(verdict: { readonly met: boolean } | null, metric: Metric): { status: Status; words: string } {
  if (metric.better === 'neutral' && verdict !== null) {
    return { status: 'none', words: 'Not judged' };
  }
  if (verdict === null) {
    return { status: 'none', words: 'No target set' };
  }
  return verdict.met ? { status: 'on-target', words: 'On target' } : { status: 'off-target', words: 'Off target' };
}
