import type { Catalogue } from '../../catalogue/catalogue';
import type { Metric } from '../../catalogue/metric';
import { canonicalTable } from '../../catalogue/tables/canonical-tables';
import type { Reading } from '../reading';
import { offered, reworded, thatRead, typedWords, type Case } from '../frame/case';
import { plays } from '../frame/frame';
import type { Span } from '../frame/span';
import { foldedWords } from '../vocabulary/phrase';
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
  if (first === undefined) {
    return bothAgainstPlan(one);
  }
  if (frame.unsupported.some(({ feature }) => feature !== 'plan')) {
    return null;
  }
  const byDefinition = withoutPlanned(one);
  if (byDefinition !== null) {
    return byDefinition;
  }
  const planned = againstPlan(catalogue);
  const beside = besidePlan(one, first.span);
  if (beside !== null) {
    return beside;
  }
  const [metric, second] = frame.metrics.flatMap((id) => catalogue.metrics.get(id) ?? []);
  const [activity] = planned;
  if (activity === undefined || second !== undefined) {
    return null;
  }
  if (metric === undefined) {
    const grouped = linesOfAGroup(one, activity);
    if (grouped !== null) {
      return grouped;
    }
    const lines = [...frame.main.values, ...frame.excluded].some(({ dimension }) => dimension.startsWith('pod') && activity.dimensions.includes(dimension));
    // "Back on the activity plan" says which.
    const said = planned.find(({ name }) => name.toLowerCase().split(' ').slice(0, 1).some((word) => one.folded.slice(first.span.start, first.span.end).includes(word)))
      // "More than £500k under plan": an amount of money is of the plan for money.
      ?? (one.spans.some(({ meaning }) => meaning.kind === 'number' && meaning.pounds) ? planned.find(({ unit }) => unit === 'gbp') : undefined);
    const reading = lines || said !== undefined ? one.again(reworded(one.text, one.words, first.span, ` ${(said ?? activity).name} `), true) : null;
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

/** "Are outpatients over plan": the lines of the contract that a group of measures is called by. Null where no group is named, or none of its lines. */
function linesOfAGroup(one: Case, { dimensions }: Metric): Reading | null {
  const { frame: { groups, unsupported }, ground: { catalogue } } = one;
  const [group, second] = groups;
  if (group === undefined || second !== undefined || unsupported.length !== 1) {
    return null;
  }
  const name = foldedWords(group.group).join(' ');
  const lines = dimensions.flatMap((id) => catalogue.dimensions.get(id)?.values ?? []).filter(({ synonyms }) => synonyms.some((words) => foldedWords(words).join(' ') === `${name} pod`));
  const [line, rival] = lines;
  return line === undefined || rival !== undefined ? null : one.again(reworded(one.text, one.words, group.span, line.name), true);
}

/** "Nights that planned patients stay", "planned list time": what is planned by the measure's own definition is set against no plan. */
function withoutPlanned(one: Case): Reading | null {
  const { frame, folded, ground: { catalogue } } = one;
  const metrics = frame.metrics.flatMap((id) => catalogue.metrics.get(id) ?? []);
  const only = frame.unsupported.every(({ span }) => span.end === span.start + 1 && folded[span.start] === 'planned');
  const own = metrics.length > 0 && metrics.every(({ definition, numerator, denominator }) => /\b(?:elective|planned|scheduled)\b/i.test(`${definition} ${numerator.counts} ${denominator?.counts ?? ''}`));
  const besideActual = /\bplanned (?:v|vs|versus|against|and|or|to)\b/i.test(one.text);
  return only && own && !besideActual ? one.again(withoutPlan(one), true) : null;
}

const SHORT_OF: ReadonlySet<string> = new Set(['behind', 'under', 'below', 'down', 'off', 'short']);
const AHEAD_OF: ReadonlySet<string> = new Set(['ahead', 'over', 'above', 'up']);

/**
 * "Which CMGs are behind plan", "more than £100k under plan": the side of the plan is a condition on what was done less
 * what was planned, whose amounts under the plan are below nought.
 */
function besidePlan(one: Case, span: Span): Reading | null {
  const { frame } = one;
  const lead = one.folded[span.start] ?? '';
  const side = SHORT_OF.has(lead) ? 'under' : AHEAD_OF.has(lead) ? 'over' : null;
  const [having, second] = frame.having;
  const asksWhich = frame.by.length + frame.bare.length > 0 && plays(frame, 'why') === false;
  if (side === null || !asksWhich || second !== undefined || (having === undefined && !asksForSome(one))) {
    return null;
  }
  const amount = having === undefined ? '0' : typedWords(one.words, { start: having.span.start, end: having.span.end }).replace(/^[^\d£]*/, '');
  const [bound, other] = having?.op === 'below' ? [side === 'under' ? 'over' : 'under', 'minus'] : [side, 'minus'];
  const condition = having === undefined ? `${side} 0` : `${bound} ${side === 'under' ? `${other} ` : ''}${amount}`;
  const spans = [span, ...(having === undefined ? [] : [having.span])].sort((a, b) => b.start - a.start);
  const [last, first] = spans;
  const base = first === undefined ? one.text : reworded(one.text, one.words, last ?? span, last === span ? 'against plan' : condition);
  const wording = first === undefined ? `${reworded(one.text, one.words, span, 'against plan')} ${condition}` : reworded(base, one.words, first, first === span ? 'against plan' : condition);
  const reading = one.again(wording, true);
  return reading.kind === 'query' ? reading : null;
}

/** "Activity and income vs plan": the plan is said once and meant of both. */
function bothAgainstPlan(one: Case): Reading | null {
  const { frame, ground: { catalogue } } = one;
  const [left, right] = frame.metricSpans;
  const [first, second, third] = frame.metrics.flatMap((id) => catalogue.metrics.get(id) ?? []);
  const planned = againstPlan(catalogue);
  const joined = left !== undefined && right !== undefined && right.start === left.end + 1 && one.folded[left.end] === 'and';
  const own = first === undefined ? undefined : planned.find(({ numerator }) => numerator.table === first.numerator.table && numerator.sum === first.numerator.sum && first.kind === 'count');
  const saysPlan = right !== undefined && one.folded.slice(right.start, right.end).includes('plan');
  if (!joined || left === undefined || own === undefined || second === undefined || third !== undefined || !planned.includes(second) || !saysPlan) {
    return null;
  }
  return one.again(reworded(one.text, one.words, left, own.name), true);
}

/** "Which groups are", and not "by group": some of the parts are asked for, and not all of them. */
function asksForSome(one: Case): boolean {
  return one.folded.some((word, at) => word === 'which' || (['any', 'what'].includes(word) && at < 3));
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
