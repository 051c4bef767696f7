import type { Day } from '../calendar/day';
import type { Status } from './answer';

/**
 * Where a figure stands against its target, and where it is heading.
 * `on-course` and `not-on-course` only where a straight line, or of a ratio the range in which it ends, supports them; `reached` and `out-of-reach` whatever comes.
 */
export type ProjectionVerdict = 'on-course' | 'not-on-course' | 'on-target' | 'off-target' | 'reached' | 'out-of-reach' | 'not-judged' | 'no-target';

/** A figure of somebody's own, against what the month they ask about is projected to be. */
export interface AskedFigure {
  /** "2" */
  readonly display: string;
  /** How far the figure is from it by now: "0.44 under", "3.0 percentage points over", "exactly that". */
  readonly gapWords: string;
  /** "Not as things stand", "Yes, as things stand", "It may or may not", "Not projected" */
  readonly verdict: string;
  /** After the measure's name: "projected between 1.52 and 1.60 in March 2025; 2 lies outside that". */
  readonly predicate: string;
  /** How the month was worked out, for the working; empty where that is told already. */
  readonly working: string;
}

/** What is missing to the target, what the rest must come to, where a straight line ends and between what: plain arithmetic on what is held. */
export interface ProjectionAnswer {
  readonly verdict: ProjectionVerdict;
  /** "Not on course for 1.89", "Off target now", "Off target so far" */
  readonly verdictWords: string;
  readonly status: Status;
  readonly target: { readonly value: number; readonly display: string; readonly words: string; readonly short: string; readonly source: string } | null;
  /** What is missing to the target in `units`, the smallest whole number of them; 0 where it is met. Null where it cannot be counted. */
  readonly gap: number | null;
  /** "fewer missed appointments" */
  readonly units: string | null;
  readonly perWeek: number | null;
  /** "needs 0.34 more cases a list": how far the figure itself has to go; null where that is told otherwise, or nothing is lacking. */
  readonly needs: string | null;
  /** What is behind of the stretch that it is heading for the end of; null where it is heading nowhere. */
  readonly soFar: {
    readonly label: string;
    readonly from: Day;
    readonly to: Day;
    readonly value: number | null;
    readonly display: string;
    readonly step: 'month' | 'day';
    readonly gone: number;
    readonly of: number;
  } | null;
  /** For a ratio what the rest must run at; for what adds up what each step of the rest must come to. */
  readonly required: number | null;
  /** Where a straight line ends; null for a ratio, and where days are missing. */
  readonly projected: number | null;
  /** Between what it ends, three standard deviations either way; null where it is not running, or too little is held to say. */
  readonly range: {
    readonly low: number;
    readonly high: number;
    /** "between 6.1% and 6.7%" */
    readonly display: string;
    /** What the rest is taken to be like: the months before, or, where they are changing, what has come so far. */
    readonly level: 'process' | 'so-far';
    /** Months that the width is from. */
    readonly months: number;
    /** How it was worked out, for the working: "Range: the months left are taken to be like …". */
    readonly working: string;
  } | null;
  /** What the figure is of, as it reads after it: "in June 2024", "over April 2024 to June 2024 (year to date)". */
  readonly when: string;
  /** Set where a figure was asked about that is no target. */
  readonly asked?: AskedFigure;
  readonly method: string;
  /** What follows the figure in the headline: whole sentences. */
  readonly sentences: readonly string[];
  /** The same as short lines of a card: "A week" → "327". */
  readonly facts: readonly { readonly caption: string; readonly value: string }[];
}
