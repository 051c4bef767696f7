import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { targetsFor, type TargetHeld } from '../catalogue/targets';
import type { Period } from '../calendar/period';
import type { Selection } from '../engine/query';
import type { Course } from '../engine/course';
import type { MetricResult } from '../engine/result';
import type { Status } from './answer';
import { hiddenMonths } from './answer-rows';
import { courseOfRatio } from './course-of-ratio';
import { isUndated } from './basis';
import { byWhen, courseOfSum, LINE_METHOD, lineOf, lineWords, paceWords } from './course-of-sum';
import { differenceWords, inOne, shortFigure } from './difference';
import { displayTarget } from './display';
import { whenHeld } from './drivers';
import { askedFigure, isWithin, type Asked } from './asked-figure';
import { shownFigure } from './figure-words';
import { gapToTarget } from './gap-to-target';
import { inBrackets } from './in-brackets';
import { gapWords, meets, shortTargetWords, targetWords } from './judge';
import { duringWords, inSentence } from './names';
import { directionTo } from './needed-words';
import type { ProcessAnswer } from './process-answer';
import type { ProjectionAnswer, ProjectionVerdict } from './projection-answer';
import { againstLimits, type AgainstLimits } from './projection-limits';
import { rangeOf, type Ranged } from './projection-range';

const STATUSES: Readonly<Record<ProjectionVerdict, Status>> = {
  'on-course': 'on-target', 'on-target': 'on-target', reached: 'on-target', 'not-on-course': 'off-target', 'off-target': 'off-target', 'out-of-reach': 'off-target',
  'not-judged': 'none', 'no-target': 'none',
};

const NOTHING: Omit<Standing, 'verdict' | 'verdictWords' | 'status'> = {
  gap: null, units: null, perWeek: null, needs: null, required: null, projected: null, method: '', sentences: [], facts: [],
};

/** The stretch by whose end it is asked about, and a figure of somebody's own, in the metric's unit. */
interface Wished {
  readonly until?: Period | null;
  readonly aim?: number | null;
}

/**
 * Where a figure stands against the target that leads, and where it is heading: plain arithmetic on what is held, and the
 * limits between which its months vary. Null where there is no figure. A stretch that is still running is held to the
 * target of its end.
 */
export function projectionAnswer(catalogue: Catalogue, metric: Metric, result: MetricResult, filters: Selection, process: ProcessAnswer | null, { until = null, aim = null }: Wished = {}): ProjectionAnswer | null {
  const { figure, outlook, period } = result;
  if (figure.value === null) {
    return null;
  }
  const course = outlook?.course ?? null;
  const isBeside = course !== null && (course.soFar.from !== period.from || course.soFar.to !== period.to);
  const held = leading(catalogue, metric, result, filters, course === null || isBeside ? period : course.period);
  const words = held === null ? '' : shortTargetWords(held, metric);
  const target = metric.better === 'neutral' ? null : held;
  const stands = target === null ? standsUnjudged(metric, result, held === null, isBeside) : standing(metric, result, target, { words, isBeside, until });
  const isOpen = target !== null && !isBeside && stands.verdict !== 'reached' && stands.verdict !== 'out-of-reach';
  const range = course === null ? null : rangeOf(metric, { course, process, hidden: hiddenMonths(result) }, isOpen ? { held: target, words } : null);
  const limits = againstLimits(process, target !== null && process !== null && process.target === target.value ? { words, direction: directionTo(target) } : null);
  const judged: ProjectionAnswer = {
    ...stands,
    ...(held === null || outlook?.isAdditive !== false ? {} : courseVerdict(range?.isMetAtEnd ?? null, displayTarget(held.value, metric))),
    target: held === null ? null : { value: held.value, display: displayTarget(held.value, metric), words: targetWords(held, metric), short: words, source: held.source },
    soFar: course === null ? null : soFarOf(metric, course),
    when: whenOf(result),
    range: range?.range ?? null,
    method: [stands.method, range?.method ?? ''].filter((method) => method !== '').join(' '),
    // Of what is running its end is told, of what is over its month; never both in one breath.
    sentences: [...stands.sentences, ...(range ?? limits).sentences],
    facts: [...stands.facts, ...(range?.facts ?? []), ...limits.facts],
  };
  return aim === null || until === null ? judged : withAsked(metric, result, process, { asked: { value: aim, until }, judged, range, limits });
}

/** "1.50 to 1.57; 2 and target outside": the figure asked about beside the process limits, and the target where it is. */
function besideLimits(usual: string, shown: string, isInside: boolean): string {
  const side = isInside ? 'inside' : 'outside';
  const [range = usual, target] = usual.split('; target ');
  return `${range}; ${target === undefined ? `${shown} ${side}` : target === side ? `${shown} and target ${side}` : `${shown} ${side}, target ${target}`}`;
}

/** The figure asked about leads; of the target it is told where it stands, and not what that would take. */
function withAsked(
  metric: Metric, result: MetricResult, process: ProcessAnswer | null,
  { asked, judged, range, limits }: { readonly asked: Asked; readonly judged: ProjectionAnswer; readonly range: Ranged | null; readonly limits: AgainstLimits },
): ProjectionAnswer {
  const { verdict, predicate, needs, facts, method, working } = askedFigure(metric, result, process, judged.range, asked);
  const stands = `${shownFigure(result.figure, metric)} ${judged.when}`;
  const { target } = judged;
  const { value } = result.figure;
  return {
    ...judged,
    asked: { display: displayTarget(asked.value, metric), gapWords: value === null ? '' : value === asked.value ? 'exactly that' : gapWords(value, asked.value, metric), verdict, predicate, working },
    sentences: [...(needs === null ? [] : [needs]), target === null ? `It stands at ${stands}; no target is set.` : `The target is ${target.short}: ${inSentence(judged.verdictWords).replace(/(?<=on course) for .*$/, '')}, ${stands}.`],
    facts: [...facts, ...(range?.facts ?? []), ...limits.facts.map((fact) => ({ ...fact, value: besideLimits(fact.value, displayTarget(asked.value, metric), process !== null && isWithin(asked.value, process)) }))],
    method: [method, range?.method ?? ''].filter((words) => words !== '').join(' '),
  };
}

type Standing = Omit<ProjectionAnswer, 'target' | 'soFar' | 'when' | 'range'>;

/** Without a target, or with one that neither side of is better. */
function standsUnjudged(metric: Metric, { outlook }: MetricResult, isWithout: boolean, isBeside: boolean): Standing {
  const line = lineBeside(metric, outlook?.isAdditive === true ? outlook.course : null, isBeside);
  return { ...NOTHING, ...line, verdict: isWithout ? 'no-target' : 'not-judged', status: 'none', verdictWords: isWithout ? 'No target set' : 'Not judged' };
}

/** Against the target: on the way to the end of a stretch that is running, else by what the figure itself lacks. */
function standing(metric: Metric, result: MetricResult, target: TargetHeld, { words, isBeside, until }: { readonly words: string; readonly isBeside: boolean; readonly until: Period | null }): Standing {
  const { figure, outlook } = result;
  const course = outlook?.course ?? null;
  const isAdditive = outlook?.isAdditive === true;
  const running = course === null || isBeside ? null : isAdditive ? courseOfSum(metric, course, target, words) : courseOfRatio(metric, course, target, words);
  if (running !== null) {
    return { ...NOTHING, ...running, status: STATUSES[running.verdict] };
  }
  const isMet = figure.value !== null && meets(figure.value, target);
  const verdict = isMet ? 'on-target' : 'off-target';
  const { method, ...gap } = gapToTarget(metric, result, target, words, until);
  const line = isBeside && isAdditive ? lineBeside(metric, course, isBeside) : {};
  return {
    ...NOTHING, ...gap, ...line, verdict, status: verdict,
    verdictWords: `${isMet ? 'On target' : 'Off target'}${outlook?.isLatest === true ? ' now' : ''}`,
    method: [...(isMet || gap.gap === null ? [] : [method ?? 'The smallest number that meets the target, all else as it was.']), ...(line.method === undefined ? [] : [line.method])].join(' '),
    sentences: [...gap.sentences, ...(line.sentences ?? [])],
    facts: [...gap.facts, ...(line.facts ?? [])],
  };
}

/** What a range says of a ratio that no straight line is drawn for; nothing where its target may be met or missed. */
function courseVerdict(isMetAtEnd: boolean | null, target: string): Partial<Pick<Standing, 'verdict' | 'verdictWords' | 'status'>> {
  if (isMetAtEnd === null) {
    return {};
  }
  const verdict = isMetAtEnd ? 'on-course' : 'not-on-course';
  return { verdict, status: STATUSES[verdict], verdictWords: `${isMetAtEnd ? 'On course' : 'Not on course'} for ${target}` };
}

const whenOf = (result: MetricResult): string => (isUndated(result) ? '(period not stated)' : whenHeld(result));

/** The target that leads where the figure is heading; none for a share of what the target is of. */
function leading(catalogue: Catalogue, metric: Metric, { computedTargets }: MetricResult, filters: Selection, { to, grain }: Period): TargetHeld | null {
  const isShare = Object.keys(filters).some((id) => catalogue.dimensions.get(id)?.['numerator-only'] === true);
  return isShare ? null : (targetsFor(catalogue, metric.id, { filters, day: to, grain }, computedTargets)[0] ?? null);
}

function soFarOf(metric: Metric, { soFar, figure, step, gone, of }: Course): ProjectionAnswer['soFar'] {
  const words = differenceWords(figure, metric, false);
  return { label: soFar.label, from: soFar.from, to: soFar.to, value: figure.value, display: words === null ? shownFigure(figure, metric) : inOne(words), step, gone, of };
}

/** A straight line without a target at its end, through the figure itself or through the year to date beside it. */
function lineBeside(metric: Metric, course: Course | null, isBeside: boolean): Partial<Pick<ProjectionAnswer, 'projected' | 'method' | 'sentences' | 'facts'>> {
  const projected = course === null ? null : lineOf(course);
  if (course === null || projected === null) {
    return {};
  }
  const words = differenceWords({ ...course.figure, value: projected }, metric, false);
  const shown = words === null ? shortFigure(projected, metric) : inOne(words);
  const rate = isBeside ? `the rate of ${shownFigure(course.figure, metric)} ${duringWords(course.soFar, null)}` : 'this rate';
  return {
    projected, method: LINE_METHOD,
    sentences: [`At ${rate} it comes to ${shown} ${byWhen(course)} ${inBrackets(lineWords(course))}.`],
    facts: [{ caption: `Straight line ${byWhen(course)}`, value: `${shown}${words === null ? paceWords(course, metric) : ''}` }],
  };
}
