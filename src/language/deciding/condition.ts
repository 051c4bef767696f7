import type { Query } from '../../engine/query';
import type { Reading } from '../reading';
import { offered, reworded, thatRead, typedWords, type Case } from '../frame/case';

/** A condition as the query holds it: a share for a ratio, the number itself for anything else. */
export function conditionOf(one: Case): Query['having'] {
  const [having] = one.frame.having;
  if (having === undefined) {
    return null;
  }
  const value = having.percent || isShare(one) ? having.value / 100 : having.value;
  if (edgeHolds(one)) {
    return { op: having.op, value: having.op === 'above' ? value - 1 : value + 1 };
  }
  return { op: having.op, value: Number(value.toPrecision(12)) };
}

/** "5 or more" of what is counted in whole numbers is more than 4. */
function edgeHolds(one: Case): boolean {
  const [having] = one.frame.having;
  const counts = one.frame.metrics.length > 0 && one.frame.metrics.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? []).every(({ kind, unit, numerator }) => kind === 'count' && unit !== 'gbp' && numerator.sum === 'rows');
  return one.frame.edges.length > 0 && counts && having !== undefined && !having.percent && Number.isInteger(having.value);
}

/** "At least 80%" lists what is over it: what stands exactly there is not told apart, and that is said. */
export function edgeNotes(one: Case): readonly string[] {
  return edgeHolds(one) ? [] : one.frame.edges.map((run) => `“${typedWords(one.words, run)}” lists what lies beyond it; exactly there is not listed.`);
}

/** "Over 0.5" of a percentage may mean 0.5% or a half; two conditions at once, or a percentage of a count, fit nothing. */
export function conditionUnclear(one: Case): Reading | null {
  const [having, second] = one.frame.having;
  if (having === undefined) {
    return null;
  }
  const words = typedWords(one.words, having.span);
  const share = isShare(one);
  if (second !== undefined || (having.percent && !share) || one.frame.metrics.length > 1) {
    const odd = second === undefined ? having.span : second.span;
    const named = typedWords(one.words, odd);
    return { kind: 'unknown', reason: 'unknown-word', sentence: `I could not place “${named}” in that question.`, words: [named], options: offered(one, [reworded(one.text, one.words, odd, '')]) };
  }
  if (share && !having.percent && having.value <= 1) {
    const bound = words.replace(/[\d.]+.*$/, '').trim();
    const as = (value: number): string => reworded(one.text, one.words, having.span, `${bound} ${Number(value.toPrecision(6))}%`);
    return { kind: 'clarify', ask: `Is “${words}” a percentage or a share?`, options: thatRead([as(having.value), as(having.value * 100)], one.again), query: null };
  }
  return null;
}

function isShare(one: Case): boolean {
  return one.frame.metrics.every((id) => one.ground.catalogue.metrics.get(id)?.unit === 'ratio');
}
