import type { Query } from '../../engine/query';
import type { Case } from '../frame/case';
import type { Reading } from '../reading';

/**
 * What leans on nothing and says by itself what it asks about: a question of its own, also where its words for the measure
 * are none of the measure's names ("how full are the theatre lists"). "On course for 92%?" after a measure that aims at
 * 92% is of that one.
 */
export function isWhole(reading: Reading, { frame }: Case, before: Query): boolean {
  if (reading.kind !== 'query') {
    return false;
  }
  const { metrics, scorecard } = reading.query;
  const isOfTheSame = frame.aims.length > 0 && metrics.join() === before.metrics.join();
  return !isOfTheSame && (metrics.length > 0 || scorecard !== null);
}
