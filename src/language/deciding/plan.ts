import type { Catalogue } from '../../catalogue/catalogue';
import type { Metric } from '../../catalogue/metric';
import { canonicalTable } from '../../catalogue/tables/canonical-tables';
import type { Reading } from '../reading';
import { offered, reworded, thatRead, type Case } from '../frame/case';
import { unknown } from './not-understood';
import { listed, metricWords, plainQuestion } from './wording';

/** Metrics that set what was done against what was planned. */
function againstPlan(catalogue: Catalogue): readonly Metric[] {
  return [...catalogue.metrics.values()].filter(({ kind, denominator, less }) => (
    kind === 'difference' && denominator !== null && less === null && canonicalTable(denominator.table)?.standsFor === 'stretch'));
}

/**
 * "Day cases against plan", "activity vs plan": the measure that holds a plan beside the actual. Any other measure has
 * none, and that is said.
 */
export function planAsked(one: Case): Reading | null {
  const { frame, ground: { catalogue } } = one;
  const [first] = frame.unsupported;
  if (first === undefined || frame.unsupported.some(({ feature }) => feature !== 'plan')) {
    return null;
  }
  const planned = againstPlan(catalogue);
  const [metric, second] = frame.metrics.flatMap((id) => catalogue.metrics.get(id) ?? []);
  const [activity] = planned;
  if (activity === undefined || second !== undefined) {
    return null;
  }
  if (metric === undefined) {
    const lines = [...frame.main.values, ...frame.excluded].some(({ dimension }) => dimension.startsWith('pod') && activity.dimensions.includes(dimension));
    const reading = lines ? one.again(reworded(one.text, one.words, first.span, ` ${activity.name} `), true) : null;
    return reading?.kind === 'query' ? reading : { kind: 'clarify', ask: 'Which plan?', options: thatRead(planned.flatMap(({ id }) => plainQuestion(one, id) ?? []), one.again), query: null };
  }
  if (planned.includes(metric) || metric.less !== null) {
    return one.again(withoutPlan(one), true);
  }
  const own = planned.find(({ numerator }) => numerator.table === metric.numerator.table && numerator.sum === metric.numerator.sum && metric.kind === 'count');
  const [span] = frame.metricSpans;
  if (own === undefined || span === undefined) {
    return noPlan(one, metric, planned);
  }
  // Later words first, so that the places of the earlier ones still hold.
  const changes = [...frame.unsupported.map((asked) => ({ span: asked.span, instead: '' })), { span, instead: own.name }].sort((a, b) => b.span.start - a.span.start);
  return one.again(changes.reduce((text, change) => reworded(text, one.words, change.span, change.instead), one.text), true);
}

function withoutPlan(one: Case): string {
  return [...one.frame.unsupported].sort((a, b) => b.span.start - a.span.start).reduce((text, { span }) => reworded(text, one.words, span, ''), one.text);
}

function noPlan(one: Case, metric: Metric, planned: readonly Metric[]): Reading {
  const { catalogue } = one.ground;
  const plain = plainQuestion(one, metric.id) ?? metric.name;
  const targeted = catalogue.targets.some((target) => target.metric === metric.id);
  const sentence = `${metricWords(catalogue, metric.id)} has no plan${targeted ? ', but a target' : ''}. Plans are held for ${listed(planned.map(({ name }) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`))}.`;
  return unknown('not-supported', sentence, [], offered(one, [...(targeted ? [`${plain} against target`] : []), plain]));
}
