import type { PeriodReading } from '../periods/period-reading';
import type { Meaning } from '../vocabulary/meaning';

/** A run of words and what it was taken to mean. `start` and `end` count words, `end` not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly meaning: Meaning | { readonly kind: 'period'; readonly reading: PeriodReading };
}

