import { reworded, type Case } from '../frame/case';
import { plays } from '../frame/frame';
import type { Reading } from '../reading';

/** A smaller number is aimed at by too many measures, or is something else. */
const LEAST = 1000;

/**
 * "Will Hinckley do its 22,000 tests", "on track for the £20m": a question of what is to come that names no measure, and a
 * number that one measure alone is aimed at, is of that measure. Null for any other question.
 */
export function namedByTarget(one: Case): Reading | null {
  const { frame, spans, ground: { catalogue } } = one;
  if (frame.metrics.length + frame.scorecards.length + frame.notHeld.length > 0 || !plays(frame, 'forecast', 'target')) {
    return null;
  }
  const [number, second] = spans.filter(({ meaning }) => meaning.kind === 'number' && meaning.value >= LEAST && !meaning.percent);
  if (number?.meaning.kind !== 'number' || second !== undefined) {
    return null;
  }
  const { value, pounds } = number.meaning;
  const sites = frame.main.values.filter(({ dimension }) => dimension === 'site').flatMap(({ keys }) => keys);
  const aimed = catalogue.targets.filter((target) => target.value === value && (target.where['site'] === undefined || sites.includes(String(target.where['site']))));
  const [only, rival] = [...new Set(aimed.map(({ metric }) => metric))].flatMap((id) => catalogue.metrics.get(id) ?? []);
  if (only === undefined || rival !== undefined || pounds !== (only.unit === 'gbp')) {
    return null;
  }
  const counted = frame.bare.find(({ span }) => span.start === number.end)?.span.end ?? number.end;
  const reading = one.again(reworded(one.text, one.words, { start: number.start, end: counted }, only.name), true);
  return reading.kind === 'query' || reading.kind === 'clarify' ? reading : null;
}
