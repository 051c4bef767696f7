import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { targetsFor, type TargetHeld } from '../catalogue/targets';
import type { Period } from '../calendar/period';
import type { Selection } from '../engine/query';
import type { Course } from '../engine/course';
import type { MetricResult } from '../engine/result';
import type { Status } from './answer';
import { courseOfRatio } from './course-of-ratio';
import { isUndated } from './basis';
import { byWhen, courseOfSum, LINE_METHOD, lineOf, lineWords } from './course-of-sum';
import { shortFigure } from './difference';
import { displayTarget } from './display';
import { whenHeld } from './drivers';
import { shownFigure } from './figure-words';
import { gapToTarget } from './gap-to-target';
import { meets, shortTargetWords, targetWords } from './judge';
import { duringWords } from './names';
import type { ProjectionAnswer, ProjectionVerdict } from './projection-answer';

const STATUSES: Readonly<Record<ProjectionVerdict, Status>> = {
  'on-course': 'on-target', 'on-target': 'on-target', reached: 'on-target', 'not-on-course': 'off-target', 'off-target': 'off-target', 'out-of-reach': 'off-target',
  'not-judged': 'none', 'no-target': 'none',
};

const NOTHING: Omit<ProjectionAnswer, 'verdict' | 'verdictWords' | 'status' | 'target' | 'soFar' | 'when'> = {
  gap: null, units: null, perWeek: null, required: null, projected: null, method: '', sentences: [], facts: [],
};

/**
 * Where a figure stands against the target that leads, and where it is heading: plain arithmetic on what is held. Null
 * where there is no figure. A stretch that is still running is held to the target of its end.
 */
export function projectionAnswer(catalogue: Catalogue, metric: Metric, result: MetricResult, filters: Selection): ProjectionAnswer | null {
  const { figure, outlook, period } = result;
  if (figure.value === null) {
    return null;
  }
  const course = outlook?.course ?? null;
  const isBeside = course !== null && (course.soFar.from !== period.from || course.soFar.to !== period.to);
  const target = leading(catalogue, metric, result, filters, course === null || isBeside ? period : course.period);
  const words = target === null ? '' : shortTargetWords(target, metric);
  const common = {
    ...NOTHING,
    target: target === null ? null : { value: target.value, display: displayTarget(target.value, metric), words: targetWords(target, metric), short: words, source: target.source },
    soFar: course === null ? null : soFarOf(metric, course),
    when: whenOf(result),
  };
  const isAdditive = outlook?.isAdditive === true;
  if (target === null || metric.better === 'neutral') {
    const verdict = target === null ? 'no-target' : 'not-judged';
    return { ...common, ...lineBeside(metric, isAdditive ? course : null, isBeside), verdict, status: 'none', verdictWords: target === null ? 'No target set' : 'Not judged' };
  }
  const running = course === null || isBeside ? null : isAdditive ? courseOfSum(metric, course, target, words) : courseOfRatio(metric, course, target);
  if (running !== null) {
    return { ...common, ...running, status: STATUSES[running.verdict] };
  }
  const isMet = meets(figure.value, target);
  const verdict = isMet ? 'on-target' : 'off-target';
  const gap = gapToTarget(metric, result, target, words);
  const line = isBeside && isAdditive ? lineBeside(metric, course, isBeside) : {};
  return {
    ...common, ...gap, ...line, verdict, status: verdict,
    verdictWords: `${isMet ? 'On target' : 'Off target'}${outlook?.isLatest === true ? ' now' : ''}`,
    method: [...(isMet || gap.gap === null ? [] : ['The smallest number that meets the target, all else as it was.']), ...(line.method === undefined ? [] : [line.method])].join(' '),
    sentences: [...gap.sentences, ...(line.sentences ?? [])],
    facts: [...gap.facts, ...(line.facts ?? [])],
  };
}

const whenOf = (result: MetricResult): string => (isUndated(result) ? '(period not stated)' : whenHeld(result));

/** The target that leads where the figure is heading; none for a share of what the target is of. */
function leading(catalogue: Catalogue, metric: Metric, { computedTargets }: MetricResult, filters: Selection, { to, grain }: Period): TargetHeld | null {
  const isShare = Object.keys(filters).some((id) => catalogue.dimensions.get(id)?.['numerator-only'] === true);
  return isShare ? null : (targetsFor(catalogue, metric.id, { filters, day: to, grain }, computedTargets)[0] ?? null);
}

function soFarOf(metric: Metric, { soFar, figure, step, gone, of }: Course): ProjectionAnswer['soFar'] {
  return { label: soFar.label, from: soFar.from, to: soFar.to, value: figure.value, display: shownFigure(figure, metric), step, gone, of };
}

/** A straight line without a target at its end, through the figure itself or through the year to date beside it. */
function lineBeside(metric: Metric, course: Course | null, isBeside: boolean): Partial<Pick<ProjectionAnswer, 'projected' | 'method' | 'sentences' | 'facts'>> {
  const projected = course === null ? null : lineOf(course);
  if (course === null || projected === null) {
    return {};
  }
  const shown = shortFigure(projected, metric);
  const rate = isBeside ? `the rate of ${shownFigure(course.figure, metric)} ${duringWords(course.soFar, null)}` : 'this rate';
  return {
    projected, method: LINE_METHOD,
    sentences: [`At ${rate} it comes to ${shown} ${byWhen(course)} (${lineWords(course)}).`],
    facts: [{ caption: `Straight line ${byWhen(course)}`, value: shown }],
  };
}
