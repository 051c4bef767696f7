import type { Metric } from '../catalogue/metric';
import type { TargetHeld } from '../catalogue/targets';
import { addDays, dayLabel, monthLabel } from '../calendar/day';
import type { Course } from '../engine/course';
import { smallestMove } from '../statistics/smallest-move';
import { stepOfRest, straightLine } from '../statistics/straight-line';
import { shortFigure } from './difference';
import { displayGap, displayValue } from './display';
import { inBrackets } from './in-brackets';
import { meets } from './judge';
import { directionTo, restWords, stepsWords, unitsOf, lessOrMore, weeksIn, weekWords, type Direction } from './needed-words';
import type { ProjectionAnswer, ProjectionVerdict } from './projection-answer';

type Judged = Pick<ProjectionAnswer, 'verdict' | 'verdictWords' | 'gap' | 'units' | 'perWeek' | 'required' | 'projected' | 'method' | 'sentences' | 'facts'>;

/** Where a straight line through what has come so far ends; null where days of it are missing. */
export function lineOf({ figure, complete, ...course }: Course): number | null {
  return figure.value === null || !complete ? null : straightLine(figure.value, course);
}

const ENDS: Partial<Record<Course['period']['grain'], string>> = { month: 'month end', quarter: 'quarter end', half: 'half-year end', year: 'year end' };

/** "by year end, March 2025"; "by month end, 31 July 2024" where the stretch is counted in days. */
export function byWhen({ period, step }: Course): string {
  const day = step === 'month' ? monthLabel(period.to) : dayLabel(period.to);
  const end = ENDS[period.grain];
  return end === undefined ? `by ${day}` : `by ${end}, ${day}`;
}

/** "straight line on 3 of 12 months". */
export function lineWords({ gone, of, step }: Course): string {
  return `straight line on ${gone} of ${stepsWords(of, step)}`;
}

/** How a straight line is drawn, as a sentence. */
export const LINE_METHOD = 'Straight line: what has come so far, divided by the time gone and multiplied by the whole; it allows for no season and is no forecast.';

/** ", at 185 a month": the rate that a straight line goes on at. */
export const paceWords = ({ figure: { value }, gone, step }: Course, metric: Metric): string => (value === null ? '' : `, at ${shown(value / gone, metric)} a ${step}`);

const VERDICTS = { 'on-course': 'On course', 'not-on-course': 'Not on course', reached: 'Reached', 'out-of-reach': 'Out of reach', 'off-target': 'Not reached yet' } as const;

/**
 * What adds up over time (a count, money), on its way to a target for the stretch: what has come so far, where a straight
 * line ends, and what each step of the rest must come to, or may.
 *
 * @param words the target in words: "at least £20m"
 */
export function courseOfSum(metric: Metric, course: Course, target: TargetHeld, words: string): Judged | null {
  const { figure: { value }, gone, of, step, period, soFar } = course;
  if (value === null) {
    return null;
  }
  const direction = directionTo(target);
  const projected = lineOf(course);
  const verdict = verdictOf(metric, value, projected, target, direction);
  const required = stepOfRest(value, target.value, course);
  const gap = gapOf(metric, value, projected, target, direction);
  const left = restWords(of - gone, step);
  const perWeek = gap === null || gap === 0 ? null : gap / weeksIn({ from: addDays(soFar.to, 1), to: period.to });
  const line = projected === null ? 'no straight line is drawn, for days are missing' : `at this rate ${shown(projected, metric)} ${byWhen(course)}, against ${words} ${inBrackets(lineWords(course))}`;
  const week = perWeek === null || verdict === 'reached' || verdict === 'out-of-reach' ? null : weekWords(perWeek, metric);
  return {
    verdict, verdictWords: VERDICTS[verdict], gap, units: gap === null || gap === 0 ? null : isAmount(metric) ? lessOrMore(direction) : unitsOf(metric, direction), perWeek, required, projected, method: LINE_METHOD,
    sentences: [`${line.charAt(0).toLocaleUpperCase('en-GB')}${line.slice(1)}.`, ...restSentence(metric, { verdict, direction, required, left, step, gap, week, target })],
    facts: [
      ...(projected === null ? [] : [{ caption: `Straight line ${byWhen(course)}`, value: `${shown(projected, metric)}${paceWords(course, metric)}` }]),
      ...(verdict === 'reached' || verdict === 'out-of-reach' ? [] : [{ caption: of - gone === 1 ? `The ${left}` : `Each of the ${left}`, value: `${direction === 'more' ? 'at least' : 'at most'} ${shownSafely(required, metric, direction)}` }]),
      ...(week === null || direction === 'fewer' ? [] : [{ caption: 'A week', value: week.replace(/ a week$/, '') }]),
    ],
  };
}

const isAmount = ({ kind }: Metric): boolean => kind === 'difference' || kind === 'opportunity';

/** What has been counted stays counted; a difference may still go back. */
function verdictOf(metric: Metric, value: number, projected: number | null, target: TargetHeld, direction: Direction): keyof typeof VERDICTS & ProjectionVerdict {
  if (!isAmount(metric) && direction === 'more' && meets(value, target)) {
    return 'reached';
  }
  if (!isAmount(metric) && direction === 'fewer' && !meets(value, target)) {
    return 'out-of-reach';
  }
  return projected === null ? 'off-target' : meets(projected, target) ? 'on-course' : 'not-on-course';
}

/** To reach a target from below, what is still to come; to stay under one, what a straight line is over it. In whole things where things are counted. */
function gapOf(metric: Metric, value: number, projected: number | null, target: TargetHeld, direction: Direction): number | null {
  const base = direction === 'more' ? value : projected;
  if (base === null) {
    return null;
  }
  const passes = (moved: number): boolean => meets(moved, target);
  return isAmount(metric) ? (passes(base) ? 0 : Math.abs(target.value - base)) : smallestMove({ numerator: base, denominator: 1 }, direction, target.value, passes);
}

interface Rest {
  readonly verdict: ProjectionVerdict;
  readonly direction: Direction;
  readonly required: number;
  readonly left: string;
  readonly step: 'month' | 'day';
  readonly gap: number | null;
  readonly week: string | null;
  readonly target: TargetHeld;
}

function restSentence(metric: Metric, { verdict, direction, required, left, step, gap, week, target }: Rest): readonly string[] {
  if (verdict === 'reached') {
    return [];
  }
  if (verdict === 'out-of-reach') {
    return [`It is ${target.value === 0 ? 'more than none' : 'over the target'} already, and what has been counted stays counted.`];
  }
  const each = `${shownSafely(required, metric, direction)} a ${step}`;
  return direction === 'more'
    ? [`The ${left} would have to come to ${gap === null ? '' : `${shown(gap, metric)} more: `}${each}${week === null ? '' : `, ${week}`}.`]
    : [`The ${left} may come to ${each} at most.`];
}

/** What is needed at least, or allowed at most: rounded so that what is printed still meets the target. Millions of pounds to ten thousand. */
function shownSafely(value: number, metric: Metric, direction: Direction): string {
  const size = Math.abs(value);
  const place = metric.unit === 'gbp' ? (size >= MILLION ? MILLION / 100 : 1) : Number.isInteger(value) || size >= 10 ? 1 : 10 ** -Math.max(1, metric.decimals);
  const steps = value / place;
  const exact = Math.abs(steps - Math.round(steps)) < 1e-6;
  const safe = (exact ? Math.round(steps) : direction === 'more' ? Math.ceil(steps) : Math.floor(steps)) * place;
  return metric.unit === 'gbp' && size >= MILLION
    ? `${safe < 0 ? '−' : ''}£${(Math.abs(safe) / MILLION).toLocaleString('en-GB', { maximumFractionDigits: 2 })}m`
    : shown(Number(safe.toFixed(6)), metric);
}

const MILLION = 1e6;

/** Money short; things counted to one place where they are so few that a whole number would say little. */
function shown(value: number, metric: Metric): string {
  if (metric.unit === 'gbp') {
    return shortFigure(value, metric);
  }
  const isWhole = Number.isInteger(value) || Math.abs(value) >= 10;
  return isWhole ? displayValue(value, metric) : displayGap(value, { ...metric, decimals: Math.max(1, metric.decimals) });
}
