import type { Metric } from '../catalogue/metric';
import type { TargetHeld } from '../catalogue/targets';
import { isWholeMonths, monthsOf } from '../calendar/period';
import type { Course } from '../engine/course';
import { projectedRange } from '../statistics/projected-range';
import { byWhen } from './course-of-sum';
import { shortFigure } from './difference';
import { displayValue } from './display';
import type { HiddenParts } from './hidden-parts';
import { hiddenPointsWords } from './hidden-points';
import { inBrackets } from './in-brackets';
import { meets } from './judge';
import { inSentence } from './names';
import { shownLimits } from './process';
import type { ProcessAnswer } from './process-answer';
import type { ProjectionAnswer } from './projection-answer';

/** Between what a stretch ends, in a sentence and as a line of a card, and how that was worked out. */
export type Ranged = Pick<ProjectionAnswer, 'range'> & {
  readonly sentences: readonly string[];
  readonly facts: ProjectionAnswer['facts'];
  readonly method: string;
  /** Whether the target is met wherever within its range it ends; null where it may be either, and without a target or a range. */
  readonly isMetAtEnd: boolean | null;
};

const NO_RANGE: Ranged = { range: null, sentences: [], facts: [], method: '', isMetAtEnd: null };

/** What a range is worked out from: how far the stretch has gone, and the months before, of which some may be hidden. */
interface Run {
  readonly course: Course;
  readonly process: ProcessAnswer | null;
  readonly hidden: HiddenParts;
}

/** "too few months follow one another", with how many are hidden where any is. */
export const tooFewWords = (hidden: HiddenParts): string =>
  (hidden.hidden === 0 ? 'too few months follow one another' : `${hiddenPointsWords(hidden)}, and too few others follow one another`);

/** On fewer months than these a range may still move far. */
const FEW = 12;

/**
 * The range in which a stretch that is still running ends, by the limits of the months before: where nothing has changed,
 * the rest is like them; where something has, their level is none for the rest, which is then taken at the level so far.
 * A stretch that is no whole months has none, and neither has one with days missing.
 *
 * @param target what the stretch ends on target at, and its words; null where it has none, or has reached or missed it for good
 */
export function rangeOf(metric: Metric, { course, process, hidden }: Run, target: { readonly held: TargetHeld; readonly words: string } | null): Ranged {
  const { figure: { value }, period, gone, of, step, complete } = course;
  if (value === null || !complete || !isWholeMonths(period)) {
    return NO_RANGE;
  }
  if (process === null) {
    return { ...NO_RANGE, method: `No range is given for its end: ${tooFewWords(hidden)} to say how far it varies.` };
  }
  const whole = monthsOf(period).length;
  const behind = step === 'month' ? gone : (whole * gone) / of;
  const left = whole - behind;
  const isSum = metric.kind !== 'ratio' || metric.denominator === null;
  const soFar = isSum ? value / behind : value;
  const isStable = process.signal === null;
  const [level, levelMonths] = isStable ? [process.mean, process.points] : [soFar, behind];
  const limit = process.upper - process.mean;
  const canBe = shownLimits({ lower: -Infinity, upper: Infinity, mean: process.mean }, metric);
  const month = projectedRange({ soFar, gone: behind, left, level, levelMonths, limit, least: canBe.lower, most: canBe.upper });
  const [low, high] = isSum ? [month.low * whole, month.high * whole] : [month.low, month.high];
  const display = between(low, high, metric);
  const provisional = process.points < FEW ? ` (provisional, on ${process.points} months)` : '';
  const lead = isStable ? 'If nothing changes' : 'If the rest stays at the level so far';
  return {
    range: { low, high, display, level: isStable ? 'process' : 'so-far', months: process.points, working: workingWords(metric, process, { left, levelMonths, whole, isSum, isStable }) },
    sentences: [`${lead}, ${isSum ? 'it' : `the average over ${period.label}`} ends ${display} ${byWhen(course)}${provisional}${target === null ? '' : `: target ${target.words} ${sideOf(low, high, target.held)}`}.`],
    facts: [{ caption: `${isSum ? capital(byWhen(course)) : `Average over ${period.label}`}, ${isStable ? 'if nothing changes' : 'at the level so far'}`, value: `${display}${provisional}` }],
    method: `Range: from the usual range (process limits) of ${process.points} months to ${process.month}, carried over the months left; no season or trend is allowed for.`,
    isMetAtEnd: target === null ? null : metThroughout(low, high, target.held),
  };
}

const capital = (words: string): string => `${words.charAt(0).toLocaleUpperCase('en-GB')}${words.slice(1)}`;

/** "between 6.1% and 6.7%"; "at about 6.4%" where both print alike. */
export function between(low: number, high: number, metric: Metric): string {
  const [least, most] = [shortFigure(low, metric), shortFigure(high, metric)];
  return least === most ? `at about ${least}` : `between ${least} and ${most}`;
}

function sideOf(low: number, high: number, target: TargetHeld): string {
  const isMet = metThroughout(low, high, target);
  return isMet === null ? 'lies inside that, so it may be met or missed' : `lies outside that, so it would be ${isMet ? 'met' : 'missed'}`;
}

/** Null where one end meets the target and the other does not. */
function metThroughout(low: number, high: number, target: TargetHeld): boolean | null {
  const isMet = meets(low, target);
  return isMet === meets(high, target) ? isMet : null;
}

interface Width {
  readonly left: number;
  readonly levelMonths: number;
  readonly whole: number;
  readonly isSum: boolean;
  readonly isStable: boolean;
}

/** How the range was worked out, so that it can be worked out again. */
function workingWords(metric: Metric, { changeWords, limitsWords, upper, mean, month }: ProcessAnswer, { left, levelMonths, whole, isSum, isStable }: Width): string {
  const rest = isStable
    ? `the months left are taken to be like the ${levelMonths} to ${month}`
    : `its months are changing ${inBrackets(inSentence(changeWords))}, so the rest is taken at the level so far and not at their average`;
  const limit = metric.unit === 'gbp' ? shortFigure(upper - mean, metric) : displayValue(upper - mean, { ...metric, decimals: metric.decimals + 1 });
  const width = `${limit} × √(${short(left)} + ${short(left)}² ÷ ${short(levelMonths)})${isSum || whole === 1 ? '' : ` ÷ ${whole}`}`;
  return `Range: ${rest}; either way ${width}, which is the distance from average to process limit carried over the months left. ${limitsWords}. No season or trend is allowed for.`;
}

const short = (months: number): string => months.toLocaleString('en-GB', { maximumFractionDigits: 2 });
