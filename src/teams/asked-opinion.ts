import type { Answer } from '../answers/answer';
import type { Query } from '../engine/query';

/** What an opinion of an answer would be an opinion of: its query, and the data it was answered from where there was any. */
export interface Judgeable {
  readonly query: Query;
  readonly snapshot: string | null;
}

/** @returns null for an answer whose card is not worth a thumb: no measure was asked about, or what was asked was refused */
export function judgeable({ outcome, query, metrics, scorecard }: Answer): Judgeable | null {
  if ((outcome !== 'answered' && outcome !== 'no-data') || query === null || (query.metrics.length === 0 && query.scorecard === null)) {
    return null;
  }
  return { query, snapshot: metrics[0]?.data.snapshot ?? scorecard?.data.snapshot ?? null };
}
