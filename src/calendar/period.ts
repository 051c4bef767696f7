import type { Day } from './day';

/** How a period is drawn: what one step before it is, and how its length is named. */
export type PeriodGrain = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'ytd' | 'rolling' | 'range';

/**
 * A stretch of whole days in Europe/London, both ends in.
 * `label` is what a person reads ("October 2026"); `asked` is how it was asked ("last month"), so that a
 * refresh or a digest can resolve it again; null where none was asked for.
 */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly grain: PeriodGrain;
  readonly label: string;
  readonly asked: string | null;
}
