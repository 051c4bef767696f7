import type { Reading } from '../reading';
import { reworded, type Case } from '../frame/case';
import { plays } from '../frame/frame';

/** Words right before a count, and the condition they make of it. */
const CONDITIONS: Readonly<Record<string, string>> = { no: 'under 1', zero: 'under 1', any: 'over 0' };

/** "Which specialties have no 65-week waits", "which have any": a condition on what is counted. Null for any other question. */
export function noneOfThem(one: Case): Reading | null {
  const { frame, folded, words, ground: { catalogue } } = one;
  const [span, second] = frame.metricSpans;
  const metric = catalogue.metrics.get(frame.metrics[0] ?? '');
  const word = span === undefined ? '' : folded[span.start - 1] ?? '';
  const condition = CONDITIONS[word];
  // "When will we have no 65-week waits" is what is aimed at anyway.
  if (span !== undefined && (word === 'no' || word === 'zero') && plays(frame, 'forecast') && metric?.kind === 'count') {
    const reading = one.again(reworded(one.text, words, { start: span.start - 1, end: span.start }, ''), true);
    return reading.kind === 'query' ? reading : null;
  }
  const asksWhich = folded.includes('which') || (frame.bare[0] !== undefined && frame.bare[0].span.start < (span?.start ?? 0) && folded[span === undefined ? 0 : span.start - 2] !== undefined);
  if (span === undefined || second !== undefined || condition === undefined || metric?.kind !== 'count' || frame.by.length + frame.bare.length === 0 || frame.having.length > 0 || !asksWhich) {
    return null;
  }
  const reading = one.again(reworded(one.text, words, { start: span.start - 1, end: span.end }, `${condition} for ${metric.name}`), true);
  return reading.kind === 'query' ? reading : null;
}
