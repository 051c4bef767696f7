import type { Query } from '../../engine/query';
import type { Case } from '../frame/case';
import type { Reading } from '../reading';

/** "78s" after the waits of 65 weeks: too few words to be a question of their own. */
const FEW = 3;

/**
 * What leans on nothing and says by itself what it asks about: a question of its own, also where its words for the measure
 * are none of the measure's names ("how full are the theatre lists"). "On course for 92%?" after a measure that aims at
 * 92% is of that one.
 */
export function isWhole(reading: Reading, { frame, words }: Case, before: Query): boolean {
  if (reading.kind !== 'query' || words.length < FEW) {
    return false;
  }
  const { metrics, scorecard } = reading.query;
  const isOfTheSame = frame.aims.length > 0 && metrics.join() === before.metrics.join();
  return !isOfTheSame && (metrics.length > 0 || scorecard !== null || reading.query.intent === 'freshness');
}

/** A measure's name and nothing else: what part of it, and when, was said before. */
export function isMeasureAlone({ frame, words, spans }: Case): boolean {
  const [only] = spans;
  return frame.metrics.length === 1 && only !== undefined && spans.length === 1 && only.start === 0 && only.end === words.length;
}
