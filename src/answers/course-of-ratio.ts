import type { Metric } from '../catalogue/metric';
import type { TargetHeld } from '../catalogue/targets';
import { addDays } from '../calendar/day';
import type { Course } from '../engine/course';
import { smallestMove } from '../statistics/smallest-move';
import { ratioAtEnd, ratioOfRest, straightLine } from '../statistics/straight-line';
import { displayTarget, displayValue } from './display';
import { meets } from './judge';
import { directionTo, monthWords, neededWords, restWords, unitsOf, weeksIn, weekWords, type Direction } from './needed-words';
import type { ProjectionAnswer } from './projection-answer';

type Judged = Pick<ProjectionAnswer, 'verdict' | 'verdictWords' | 'gap' | 'units' | 'perWeek' | 'required' | 'method' | 'sentences' | 'facts'>;

const COMPARED: Readonly<Record<TargetHeld['comparator'], string>> = { below: 'below', 'at-most': 'at or below', 'at-least': 'at or above', above: 'above' };

/**
 * A ratio whose stretch is still running: what the rest must run at for the whole to end on target, taking it to have
 * the same denominator a step as so far; and what that comes to in whole things counted, against the rest running as
 * it has. Nothing is forecast, so it is judged by where it stands. Null without counts, or where days are missing.
 *
 * @param words the target in words: "at least 1.89"
 */
export function courseOfRatio(metric: Metric, course: Course, target: TargetHeld, words: string): Judged | null {
  const { figure: { value, numerator, denominator }, period, gone, of, step, soFar } = course;
  if (value === null || numerator === null || denominator === null || metric.denominator === null || !course.complete) {
    return null;
  }
  const direction = directionTo(target);
  const isMet = meets(value, target);
  const required = ratioOfRest(value, target.value, course);
  const rest = `the ${restWords(of - gone, step)}`;
  const below = metric.denominator.counts;
  const method = `The rest is taken to have as many ${below} a ${step} as so far; nothing is forecast.`;
  const limit = required < 0 || (required === 0 && target.comparator === 'below') ? 0 : isShareOfThings(metric) && required > 1 ? 1 : null;
  const verdictWords = isMet ? 'On target so far' : 'Off target so far';
  if (limit !== null && !isMet) {
    const best = displayValue(ratioAtEnd(value, limit, course), metric);
    return {
      verdict: 'out-of-reach', verdictWords: 'Out of reach', gap: null, units: null, perWeek: null, required, method,
      sentences: [`Even if ${rest} ran at ${displayValue(limit, metric)}, ${period.label} would end at ${best}.`],
      facts: [{ caption: `At best ${period.label}`, value: best }],
    };
  }
  const whole = { numerator: straightLine(numerator, course), denominator: straightLine(denominator, course) };
  const gap = isMet ? 0 : smallestMove(whole, direction, target.value, (moved) => meets(moved, target));
  const perWeek = gap === null || gap === 0 ? null : gap / weeksIn({ from: addDays(soFar.to, 1), to: period.to });
  const week = perWeek === null ? null : weekWords(perWeek, metric);
  const needed = gap === null || gap === 0 ? null : neededWords(gap, metric, direction);
  const run = runWords(required, limit, metric, target, direction);
  return {
    verdict: isMet ? 'on-target' : 'off-target', verdictWords, gap, units: needed === null ? null : unitsOf(metric, direction), perWeek, required, method,
    sentences: [isMet
      ? `${period.label} averages ${words} if ${rest} ${of - gone === 1 ? 'runs' : 'run'} ${run}, on as many ${below} a ${step}.`
      : `To average ${words} over ${period.label}, ${rest} would have to run ${run}, on as many ${below} a ${step} as so far${needed === null ? '' : `: ${needed} than at the rate so far${week === null ? '' : `, ${week}`}`}.`],
    facts: [
      { caption: `To average ${words} over ${period.label}, ${rest} ${of - gone === 1 ? 'needs' : 'need'}`, value: run },
      ...(needed === null ? [] : [{ caption: `To reach ${displayTarget(target.value, metric)}`, value: `${needed} than at the rate so far${week === null ? '' : ` (${week})`}` }]),
      ...(needed === null || gap === null || step !== 'month' || of - gone === 1 ? [] : [{ caption: 'A month', value: monthWords(gap / (of - gone), metric) }]),
    ],
  };
}

/** A share of rows of one table, which can be no more than all of them; minutes over planned minutes can. */
function isShareOfThings({ unit, numerator, denominator }: Metric): boolean {
  return unit === 'ratio' && denominator !== null && numerator.table === denominator.table && numerator.sum === 'rows' && denominator.sum === 'rows';
}

/** Where any ratio that is left would do, or the rest would have to be more than the whole, that is said. */
function runWords(required: number, limit: number | null, metric: Metric, target: TargetHeld, direction: Direction): string {
  if (limit !== null || (isShareOfThings(metric) && required > 1)) {
    return 'at any rate';
  }
  const more = metric.unit === 'ratio' && direction === 'more' && required > 1 ? ', more than the whole' : '';
  return `${COMPARED[target.comparator]} ${displayValue(towards(required, metric, direction), metric)}${more}`;
}

/** A share may be a little off its decimal in floating point. */
const SLACK = 1e-9;

/** Rounded to what is printed, and never to the side on which the target would be missed. */
function towards(value: number, { unit, decimals }: Metric, direction: Direction): number {
  const places = 10 ** (decimals + (unit === 'ratio' ? 2 : 0));
  return direction === 'fewer' ? Math.floor(value * places + SLACK) / places : Math.ceil(value * places - SLACK) / places;
}
