import { reworded, type Case } from '../frame/case';
import { plays } from '../frame/frame';
import type { Span } from '../frame/span';
import type { Reading } from '../reading';

/** A smaller number is aimed at by too many measures, or is something else. */
const LEAST = 1000;
const A_TARGET_IN_POUNDS = 1_000_000;

/**
 * "Will Hinckley do its 22,000 tests", "on track for the £20m": a question of what is to come that names no measure, and a
 * number that one measure alone is aimed at, is of that measure; so is one of how much of a sum of money there is. Null
 * for any other question.
 */
export function namedByTarget(one: Case): Reading | null {
  const [number, second] = one.spans.filter(({ meaning }) => meaning.kind === 'number' && meaning.value >= LEAST && !meaning.percent);
  return second === undefined ? aimedAt(one, number) : null;
}

/** "Which specialties are meeting the 46% target": the same of a share, where nothing else in the question names a measure. */
export function namedByShare(one: Case): Reading | null {
  const [number, second] = one.spans.filter(({ meaning }) => meaning.kind === 'number' && meaning.percent);
  return second === undefined ? aimedAt(one, number) : null;
}

function aimedAt(one: Case, number: Span | undefined): Reading | null {
  const { frame, ground: { catalogue } } = one;
  if (number?.meaning.kind !== 'number' || frame.metrics.length + frame.scorecards.length + frame.notHeld.length > 0) {
    return null;
  }
  const { pounds, percent } = number.meaning;
  // "How much of the £20m have we delivered": a sum of money is aimed at by its measure whatever is asked of it.
  if (!plays(frame, 'forecast', 'target') && !(pounds && number.meaning.value >= A_TARGET_IN_POUNDS)) {
    return null;
  }
  const value = percent ? Number((number.meaning.value / 100).toPrecision(12)) : number.meaning.value;
  const sites = frame.main.values.filter(({ dimension }) => dimension === 'site').flatMap(({ keys }) => keys);
  const aimed = catalogue.targets.filter((target) => target.value === value && (target.where['site'] === undefined || sites.includes(String(target.where['site']))));
  const [only, rival] = [...new Set(aimed.map(({ metric }) => metric))].flatMap((id) => catalogue.metrics.get(id) ?? []);
  if (only === undefined || rival !== undefined || pounds !== (only.unit === 'gbp') || percent !== (only.unit === 'ratio')) {
    return null;
  }
  const counted = frame.bare.find(({ span }) => span.start === number.end)?.span.end ?? number.end;
  const reading = one.again(reworded(one.text, one.words, { start: number.start, end: counted }, only.name), true);
  return reading.kind === 'query' || reading.kind === 'clarify' ? reading : null;
}
