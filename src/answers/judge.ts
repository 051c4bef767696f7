import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Target } from '../catalogue/target';
import type { TargetHeld } from '../catalogue/targets';
import { dayLabel, monthEnd, monthLabel, type Day } from '../calendar/day';
import type { Status } from './answer';
import type { CoursePlace } from './course-place';
import { displayShort, displayStep, displayTarget, exactlyOf } from './display';
import { inBrackets } from './in-brackets';
import type { TargetVerdict } from './target-verdict';

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
  const due = target.due === undefined ? '' : `, by ${monthLabel(target.due)}`;
  return course !== null ? `${words} ${course}` : `${words}${due}${target.name === undefined ? '' : `, ${target.name}`}`;
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

/** Where a course ends. */
const courseEnd = ({ targets }: Pick<Catalogue, 'targets'>, trajectory: NonNullable<TargetHeld['trajectory']>): number | undefined =>
  targets.find((stated) => stated.trajectory === trajectory)?.value;

function courseWords({ trajectory }: TargetHeld, metric: Metric, { catalogue, day }: TargetAsOf): string | null {
  const end = trajectory === undefined ? undefined : courseEnd(catalogue, trajectory);
  if (trajectory === undefined || end === undefined) {
    return null;
  }
  const line = `on a straight line from ${displayTarget(trajectory.from, metric)} to ${displayTarget(end, metric)} by ${dayLabel(trajectory.by)}`;
  return day < trajectory.by ? `by ${dayLabel(day)}, ${line}` : line;
}

/** "3.1 percentage points over", "exactly on target". */
export function gapWords(value: number, target: number, metric: Metric): string {
  return value === target ? 'exactly on target' : `${displayStep(target, value, metric)} ${value > target ? 'over' : 'under'}${exactlyOf(target, value, metric)}`;
}

/** Judges a value against the leading target; the rivals are kept beside it, each with its own verdict and source. */
export function judge(value: number, metric: Metric, targets: readonly TargetHeld[], asOf: TargetAsOf | null = null): TargetVerdict | null {
  const [leading, ...rivals] = targets;
  if (leading === undefined) {
    return null;
  }
  const gap = value - leading.value;
  return {
    value: leading.value,
    display: displayTarget(leading.value, onCourse(leading, metric)),
    words: targetWords(leading, metric, asOf),
    met: meets(value, leading),
    gap,
    gapWords: gapWords(value, leading.value, metric),
    source: leading.source,
    ...(leading.due !== undefined && asOf !== null && asOf.day < leading.due ? { due: leading.due } : {}),
    others: rivals.map((rival) => {
      const course = placeOnCourse(rival, metric, asOf);
      return {
        value: rival.value,
        display: displayTarget(rival.value, onCourse(rival, metric)),
        words: targetWords(rival, metric, asOf),
        source: rival.source,
        met: meets(value, rival),
        path: course === null ? null : pathWords(course, meets(value, rival)),
        ...(course === null ? {} : { course }),
      };
    }),
  };
}

/** Where a day stands on the course to a later target; null of what is on no course. */
function placeOnCourse(target: TargetHeld, metric: Metric, asOf: TargetAsOf | null): CoursePlace | null {
  const { trajectory, comparator } = target;
  const end = trajectory === undefined || asOf === null ? undefined : courseEnd(asOf.catalogue, trajectory);
  if (trajectory === undefined || asOf === null || end === undefined) {
    return null;
  }
  const shown = displayTarget(target.value, onCourse(target, metric));
  const bound = { below: `below ${shown}`, 'at-most': `${shown} or less`, 'at-least': `${shown} or more`, above: `above ${shown}` }[comparator];
  const { day } = asOf;
  const at = day === monthEnd(day) ? monthLabel(day).replace(/ \d{4}$/, '') : `At ${dayLabel(day)}`;
  return { end, endWords: `${displayTarget(end, metric)} by ${monthLabel(trajectory.by)}`, at, bound };
}

/** "Behind the planned path to 5% by March 2025: June had to be 7.3% or less". */
function pathWords({ endWords, at, bound }: CoursePlace, isMet: boolean): string {
  const when = at.startsWith('At ') ? `by ${at.slice(3)} it had to be` : `${at} had to be`;
  return `${isMet ? 'On' : 'Behind'} the planned path to ${endWords}: ${when} ${bound}`;
}

/** "Another target: at least 6.5% (Table 2), not met"; of a course how the value stands to it, whose source is told in the working. */
export function rivalWords({ words, source, met, path }: Omit<TargetVerdict['others'][number], 'value' | 'display' | 'course'>, withSource = path === null): string {
  const from = withSource ? ` ${inBrackets(source)}` : '';
  return path === null ? `Another target: ${words}${from}, ${met ? 'met' : 'not met'}` : `${path}${withSource ? `, ${words.slice(Math.max(0, words.indexOf('on a straight line')))}${from}` : ''}`;
}

/** The status in words. A metric with no good direction is never judged, and neither is one with no target. */
export function statusOf(verdict: Pick<TargetVerdict, 'met' | 'due'> | null, metric: Metric): { status: Status; words: string } {
  if (metric.better === 'neutral' && verdict !== null) {
    return { status: 'none', words: 'Not judged' };
  }
  if (verdict === null) {
    return { status: 'none', words: 'No target set' };
  }
  return verdict.met ? { status: 'on-target', words: 'On target' } : { status: 'off-target', words: verdict.due === undefined ? 'Off target' : 'Not there yet' };
}
