import type { Condition, Metric } from '../../catalogue/metric';
import type { Reading } from '../reading';
import { offered, typedWords, type Case } from '../frame/case';
import { unknown } from './not-understood';
import { definingWords } from '../frame/leftover';
import { listed, metricWords, plainQuestion } from './wording';

/** The limit in minutes that a metric's own definition sets: late is more than 15 minutes late. */
function ownLimit({ numerator }: Metric): number | null {
  const limit = numerator.where.find((condition: Condition) => 'over' in condition && condition.field.endsWith('_minutes'));
  return limit !== undefined && 'over' in limit ? limit.over : null;
}

/** A number with a unit is either the limit that the definition sets, or one that cannot be given. */
export function otherLimit(one: Case): Reading | null {
  const { frame, ground } = one;
  const [limit] = frame.limits;
  const [metric] = frame.metrics.flatMap((id) => ground.catalogue.metrics.get(id) ?? []);
  if (limit === undefined || metric === undefined || isOwn(one, metric)) {
    return null;
  }
  const words = typedWords(one.words, limit.span);
  const name = metricWords(ground.catalogue, metric.id);
  const sentence = ownLimit(metric) === null
    ? `I could not place “${words}” in that question.`
    : `${name} counts ${metric.numerator.counts}; I cannot count with another limit.`;
  return unknown('unknown-word', sentence, [words], offered(one, [plainQuestion(one, metric.id) ?? '']));
}

/** "Late starts of more than 15 minutes" are late starts as they are defined. */
export function limitNotes(one: Case): readonly string[] {
  const [metric] = one.frame.metrics.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? []);
  return metric !== undefined && one.frame.limits.length > 0 ? [`${metricWords(one.ground.catalogue, metric.id)} counts ${metric.numerator.counts}.`] : [];
}

function isOwn(one: Case, metric: Metric): boolean {
  const { limits, metrics } = one.frame;
  return metrics.length === 1 && limits.length === 1 && limits.every(({ op, value, span }) => (
    op === 'above' && value === ownLimit(metric) && /^min/.test(one.folded[span.end - 1] ?? '')));
}

/** Ages are held in bands, and a band is not cut in two. */
export function agesCut(one: Case): Reading | null {
  const [first] = one.frame.agesCut;
  const last = one.frame.agesCut.at(-1);
  const bands = one.ground.catalogue.dimensions.get('age-band')?.values ?? [];
  if (first === undefined || last === undefined || bands.length === 0) {
    return null;
  }
  const words = typedWords(one.words, { start: first.start, end: last.end });
  const plain = plainQuestion(one, one.frame.metrics[0]);
  const options = plain === null ? [] : [`${plain} by age band`, plain];
  return unknown('unknown-word', `I hold ages in these bands: ${bands.map(({ name }) => name).join(', ')}. “${words}” would cut one in two.`, [words], offered(one, options));
}

/** Words of the question that its measure's definition says anyway, named as such. */
export function definitionNotes(one: Case): readonly string[] {
  const words = definingWords(one).map((run) => `“${typedWords(one.words, run)}”`);
  return words.length === 0 ? [] : [`Part of the definition anyway: ${listed(words)}.`];
}
