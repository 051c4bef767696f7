import { targetsFor } from '../../catalogue/targets';
import type { Target } from '../../catalogue/target';
import type { TargetHeld } from '../../catalogue/targets';
import type { Reading } from '../reading';
import { offered, type Case } from '../frame/case';
import { plays } from '../frame/frame';
import { leftovers } from '../frame/leftover';
import { asUnderstood } from './as-understood';
import { unknown } from './not-understood';
import { listed, metricWords, plainQuestion } from './wording';

const OPS: Readonly<Record<Target['comparator'], string>> = { below: 'below', 'at-most': 'at most', 'at-least': 'at least', above: 'above' };

function targets(one: Case): readonly TargetHeld[] {
  const filters = Object.fromEntries(one.frame.main.values.map(({ dimension, keys }) => [dimension, keys]));
  return one.frame.metrics.slice(0, 1).flatMap((id) => targetsFor(one.ground.catalogue, id, { filters, day: one.ground.today, grain: 'month' }));
}

/** What is asked of a figure of somebody's own, and only told of the target that is held. */
const WHAT_IT_TAKES = /\b(?:what (?:would|will|does|do|must)|how (?:many|much|far|likely)|when|on (?:track|course)|first)\b/i;

/** "Did we hit 85%": a number that is a target of the metric compares with it; any other is named with the target. */
export function againstAnotherTarget(one: Case): Reading | null {
  const [aim, second] = one.frame.aims;
  const [metric] = one.frame.metrics;
  if (aim === undefined || metric === undefined) {
    return null;
  }
  const held = targets(one);
  const ofAnyLength = one.ground.catalogue.targets.filter((target) => target.metric === metric && (plays(one.frame, 'forecast') || held.length === 0));
  const share = one.ground.catalogue.metrics.get(metric)?.unit === 'ratio';
  const value = Number((share ? aim.value / 100 : aim.value).toPrecision(12));
  if (second === undefined && [...held, ...ofAnyLength].some((target) => target.value === value)) {
    return null;
  }
  const name = metricWords(one.ground.catalogue, metric);
  const stated = [...new Set(held.map((target) => `${OPS[target.comparator]} ${share ? `${Number((target.value * 100).toPrecision(4))}%` : target.value}`))];
  const sentence = stated.length === 0
    ? `${name} has no target, and I cannot set it against a figure of your own.`
    : `The target for ${name} is ${listed(stated, 'or')}. I cannot set it against another figure.`;
  const projected = plays(one.frame, 'forecast') && !WHAT_IT_TAKES.test(one.text) ? asUnderstood(one) : null;
  const projection = projected === null ? null : one.again(projected, true);
  if (projection?.kind === 'query' && projection.query.intent === 'projection') {
    return { ...projection, query: { ...projection.query, aim: { value } }, notes: [...one.notes, ...projection.notes] };
  }
  const plain = plainQuestion(one, metric) ?? '';
  return unknown('not-supported', sentence, [], offered(one, stated.length === 0 ? [plain] : [`${plain} against target`, plain]));
}

/**
 * "Which specialties missed the DNA target" lists those on the wrong side of the leading target; "above target" and
 * "below target" are taken at their word.
 */
export function missedTarget(one: Case): Reading | null {
  const { frame } = one;
  const [target] = targets(one);
  const missed = frame.unsupported.length > 0 && frame.unsupported.every(({ feature }) => feature === 'exceptions');
  const words = frame.unsupported.flatMap(({ span }) => one.folded.slice(span.start, span.end));
  const named = words.includes('target') || words.includes('track') || frame.roles.has('target');
  const said = frame.unsupported.length === 0 ? (['above', 'below'] as const).find((op) => frame.roles.has(op)) : undefined;
  if (frame.metrics.length !== 1 || target === undefined || !named || plays(frame, 'forecast', 'why') || !(missed || said !== undefined)) {
    return null;
  }
  const metrics = frame.metrics.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? []);
  if (leftovers(one, metrics).length > 0) {
    return null;
  }
  const wrong = target.comparator === 'below' || target.comparator === 'at-most' ? 'above' as const : 'below' as const;
  const strict = said === undefined && (target.comparator === 'below' || target.comparator === 'above');
  return withCondition(one, said ?? wrong, target.value, strict);
}

function withCondition(one: Case, op: 'above' | 'below', value: number, strict: boolean): Reading | null {
  const id = one.frame.metrics[0] ?? '';
  const share = one.ground.catalogue.metrics.get(id)?.unit === 'ratio';
  const shown = share ? `${Number((value * 100).toPrecision(12))}%` : String(value);
  const dimension = one.frame.by[0] ?? one.frame.bare[0]?.dimension ?? '';
  const many = one.ground.catalogue.dimensions.get(dimension)?.plural;
  if (many === undefined) {
    return null;
  }
  const reading = one.again(`${many} ${op} ${shown} for ${plainQuestion(one, id) ?? ''}`, true);
  if (reading.kind !== 'query') {
    return null;
  }
  const name = metricWords(one.ground.catalogue, id);
  const edge = strict ? ` Exactly ${shown} misses it too, and is not listed.` : '';
  return { ...reading, notes: [...one.notes, `Listed: ${name} ${op} its target of ${shown}.${edge}`, ...reading.notes] };
}
