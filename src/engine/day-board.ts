import type { Day } from '../calendar/day';
import type { ListOfTheDay } from './day-lists';
import type { Figure } from './result';

/** Operations planned for a day, and what has become of them by one moment. They add up: done + in theatre + to do + cancelled = planned. */
export interface DayCases {
  readonly done: number;
  readonly inTheatre: number;
  /** Planned, and neither begun nor cancelled. */
  readonly toDo: number;
}

/** One part of the day: of all operations planned for it, those cancelled. */
export interface DayPart {
  readonly key: string;
  readonly figure: Figure;
}

/** One earlier day of the same weekday: of all operations planned for it, those cancelled on it by the same time of day. */
export interface EarlierDay {
  readonly day: Day;
  readonly figure: Figure;
  /** Cancelled on that day by its end. */
  readonly byTheEnd: number;
}

/** What the day is held against; `days` are those of the last four same weekdays that had operations, latest first. */
export interface UsualByNow {
  readonly days: readonly EarlierDay[];
  /** All of them together: Σ cancelled by then ÷ Σ planned. */
  readonly figure: Figure;
  /** Why there is nothing to hold it against; null where there is. */
  readonly missing: 'not-held' | 'no-times' | 'no-lists' | null;
}

/**
 * How one day stands at the theatre system's last reading. Everything here that counts people is a number and not yet a
 * word, so that a small one can be hidden before any is made of it; lists are no people.
 */
export interface DayBoard {
  readonly day: Day;
  /** London's clock at the reading, "2026-11-27T09:42"; null where there never was one. */
  readonly readAt: string | null;
  /** The snapshot that holds the reading, and when it began to serve; null where there never was one. */
  readonly snapshot: { readonly id: string; readonly loadedAt: string; readonly notice: string | null } | null;
  /** Whether the reading is of the day itself; where it is not, nothing below is known but `plannedBefore`. */
  readonly isOfTheDay: boolean;
  /** Cancelled on the day so far ÷ planned for it. */
  readonly figure: Figure;
  /** Null where they are withheld. */
  readonly cases: DayCases | null;
  /** Cancelled so far by reason, the most first: numerator that reason's, denominator all of them. "not-known" is not recorded yet. */
  readonly reasons: readonly DayPart[];
  readonly forWantOfABed: Figure;
  readonly specialties: readonly DayPart[];
  readonly groups: readonly DayPart[];
  readonly sites: readonly DayPart[];
  readonly theatres: readonly DayPart[];
  readonly lists: readonly ListOfTheDay[];
  readonly stoodDown: number;
  /** Lists of the day before with a case in theatre at the reading; none where the reading is not of the day itself. */
  readonly stillRunning: readonly ListOfTheDay[];
  /** Cancelled with no time to say whether it was on the day; not counted above. */
  readonly untimed: number;
  readonly usual: UsualByNow;
  /** Elective operations that the nightly extract has as planned for the day; null where it has none. */
  readonly plannedBefore: number | null;
}
