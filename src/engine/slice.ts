import type { Catalogue } from '../catalogue/catalogue';
import type { Day } from '../calendar/day';
import type { PeriodGrain } from '../calendar/period';
import type { MonthsRead } from './months';
import type { Selection } from './query';
import type { Snapshot } from './snapshot';
import type { Withholding } from './withholding';

/** What is read and until when: the same for every statement of one question. */
export interface Ground {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly signal: AbortSignal;
  /** Hides what may not be shown to whoever asks; where it is left out everything is shown. */
  readonly withhold?: Withholding;
  /** Where the months that a question reads are kept until it is answered; where it is left out they are read each time. */
  readonly months?: MonthsRead;
}

/** The rows that a figure is of: a stretch of days, both ends in, and what it is narrowed to. */
export interface Slice {
  readonly from: Day;
  readonly to: Day;
  /** How the stretch was asked for; a rolling one may be put together from its months. */
  readonly grain: PeriodGrain;
  /** Whether a printed figure may answer whose document does not say which period it means. */
  readonly undated: boolean;
  readonly filters: Selection;
  readonly excluding: Selection;
}

/** How rows are put together: by a column of the calendar, by dimensions of the table, or both. */
export interface Grouping {
  readonly time: 'day' | 'week_start' | 'month_start' | null;
  readonly dimensions: readonly string[];
}

export const UNDIVIDED: Grouping = { time: null, dimensions: [] };

/** The selection without what keeps everything: a dimension whose whole is among the keys asked for. */
export function narrowing(catalogue: Catalogue, selection: Selection): Selection {
  return Object.fromEntries(Object.entries(selection).filter(([id, keys]) => {
    const whole = catalogue.dimensions.get(id)?.whole ?? null;
    return whole === null || !keys.includes(whole);
  }));
}
