import type { Assurance, Signal, Variation } from '../statistics/spc';

/** What statistical process control says of the run of a figure, as Making Data Count says it, in words and numbers. */
export interface ProcessAnswer {
  /** Points of the stretch that the limits are of. */
  readonly points: number;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly variation: Variation;
  /** What marks the last point; null where nothing does. */
  readonly signal: Signal | null;
  readonly assurance: Assurance;
  /** The month's target that the limits are held against; null where there is none. */
  readonly target: number | null;
  /** Whether a stable process misses its target every time from this month on, and with what was known the month before did not. */
  readonly isNewlyOutOfReach: boolean;
  /** The last month judged, "May 2024", and whether it is the period asked for. */
  readonly month: string;
  readonly isAsked: boolean;
  /** "No significant change for 14 months; as things stand the target will be missed every month", "Better than average, within its usual range: 11 months in a row above 1.53; its usual range still misses the target" */
  readonly words: string;
  /** Its first half by itself: "Improving: falling for 7 months in a row". */
  readonly changeWords: string;
  /** "No significant change", "Better than usual", "Better than average, within its usual range", "Worsening", "Higher than usual" */
  readonly variationWords: string;
  /** "Will keep missing the target unless something changes"; empty where there is none. Of a process that stays as it is. */
  readonly assuranceWords: string;
  /** How it runs as a line of a scorecard has it: "Worse than its average for 9 months to May 2024: June is still being coded". */
  readonly runLine: string;
  /** That and what it promises as one line, with the month where it is not the one asked for: "Worse than its average for 9 months to May 2024: June is still being coded · Will keep missing the target unless something changes". */
  readonly lineWords: string;
  /** "Usual range 7.9% to 9.1%, average 8.5%, over 24 months to October 2026" */
  readonly limitsWords: string;
  /** The limits of the stretch that still runs: "7.9% to 9.1%". */
  readonly usual: string;
  /** The months that those limits are of, "July 2022 to June 2024", where the run has long left their average and no change is recorded; empty elsewhere. */
  readonly olderLevel: string;
  /** What they promise of the target while nothing changes: "as things stand the target will be missed every month". Empty where they promise nothing. */
  readonly promiseWords: string;
  /** Average and limits for a picture: "average 8.5%, usual 7.9% to 9.1%". */
  readonly rangeWords: string;
  /** How it was worked out, for the working. */
  readonly method: string;
  /** The points judged, by their period. */
  readonly series: readonly { readonly period: string; readonly mean: number; readonly lower: number; readonly upper: number; readonly signal: Signal | null; readonly variation: Variation }[];
}
