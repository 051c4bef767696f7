import type { Day } from '../calendar/day';
import type { Risk } from '../engine/day-lists';

/** One part of the day in words: "3 of 12 (25.0%)", or of the cancellations of one reason "3". */
export interface OnTheDayRow {
  readonly key: string;
  readonly label: string;
  readonly cancelled: number | null;
  /** Planned operations, or all cancellations where the row is a reason. */
  readonly of: number | null;
  readonly value: number | null;
  readonly words: string;
  readonly suppressed: boolean;
}

/** What is usual by this time of day, and how far the days that say so lie apart. */
export interface UsualAnswer {
  readonly value: number;
  readonly display: string;
  readonly lower: number;
  readonly upper: number;
  /** "0 to 9.1% on the last four Thursdays" */
  readonly rangeWords: string;
  readonly days: readonly { readonly day: Day; readonly cancelled: number; readonly planned: number }[];
}

/** A list that may not go as planned. No case and nobody on it is named. */
export interface ListAtRisk {
  readonly key: string;
  /** "LRI-T03, ENT" */
  readonly label: string;
  readonly risk: Risk;
  readonly minutes: number;
  /** "not started, 24 minutes after its planned start" */
  readonly words: string;
}

/** How the day stands, as its card shows it. Numbers are null where nothing of the day is known. */
export interface OnTheDayAnswer {
  /** London's clock at the reading, "2026-11-27T09:42"; null where there never was one. */
  readonly asOf: string | null;
  /** Minutes since the reading, and whether more than an extract every few minutes should take. */
  readonly minutesOld: number | null;
  readonly isLate: boolean;
  /** Whether a newer extract came that cannot be used. */
  readonly isRefused: boolean;
  readonly cancelled: number | null;
  readonly planned: number | null;
  readonly done: number | null;
  readonly inTheatre: number | null;
  readonly toDo: number | null;
  readonly forWantOfABed: number | null;
  readonly usual: UsualAnswer | null;
  readonly reasons: readonly OnTheDayRow[];
  readonly specialties: readonly OnTheDayRow[];
  readonly groups: readonly OnTheDayRow[];
  readonly sites: readonly OnTheDayRow[];
  readonly theatres: readonly OnTheDayRow[];
  readonly lists: { readonly planned: number; readonly running: number; readonly finished: number; readonly toStart: number; readonly nothingLeft: number; readonly stoodDown: number } | null;
  readonly atRisk: readonly ListAtRisk[];
  /** "22 done, 6 in theatre, 29 to do" */
  readonly casesWords: string;
  /** "41 lists: 30 running, 3 finished, 8 to start", with how many are at risk where these are not named. */
  readonly listsWords: string;
  /** "2 for want of a bed"; empty where there are none. */
  readonly bedWords: string;
  /** "Still running at 00:05 from Thursday 11 July 2024: GH-T01, General Surgery"; empty where none is. */
  readonly stillRunningWords: string;
  readonly notKnown: readonly string[];
  /** "as of 09:42" or "as of 09:42, 38 minutes old"; empty where nothing was ever read. */
  readonly asOfWords: string;
}
