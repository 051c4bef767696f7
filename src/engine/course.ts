import type { Period } from '../calendar/period';
import type { Figure } from './result';

/** How far a stretch of time that is not over has gone, and what has come of it. */
export interface Course {
  /** The stretch whose end is asked about. */
  readonly period: Period;
  /** What of it is behind, in whole months where one is over, in days otherwise. */
  readonly soFar: Period;
  readonly step: 'month' | 'day';
  /** Steps behind, of how many. */
  readonly gone: number;
  readonly of: number;
  readonly figure: Figure;
  /** Whether every day behind is held: no line is drawn through a gap. */
  readonly complete: boolean;
}

/** What a question about where a figure is heading is answered from. */
export interface Outlook {
  /** Whether the figure is of the newest stretch of its length, so that "now" may be said of it. */
  readonly isLatest: boolean;
  /** Whether it adds up over time: what happened does, and neither a ratio nor a census. */
  readonly isAdditive: boolean;
  /** Null where the stretch is over, or nothing of it can be carried on. */
  readonly course: Course | null;
}
