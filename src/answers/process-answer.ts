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
  /** "No significant change for 14 months (common cause); consistently failing the target", "Improving (special cause): 11 months in a row above its average of 1.53; consistently failing the target" */
  readonly words: string;
  /** Its first half by itself: "Improving (special cause): falling for 7 months in a row". */
  readonly changeWords: string;
  /** One wording for each verdict: "No significant change (common cause)", "Improving (special cause)", "Concerning (special cause)", and of what is not judged "Higher (special cause)". */
  readonly variationWords: string;
  /** "Consistently failing the target", "Consistently passing the target", "Hit and miss against the target"; empty where there is none. */
  readonly assuranceWords: string;
  /** How it runs as a line of a scorecard has it: "Concerning (special cause) to May 2024 (June is still being coded): above its average for 9 months". */
  readonly runLine: string;
  /** That and what it promises as one line, with the month where it is not the one asked for: "Concerning (special cause): above its average for 9 months · Consistently failing the target". */
  readonly lineWords: string;
  /** "Usual range 7.9% to 9.1%, average 8.5%, over 24 months to October 2026" */
  readonly limitsWords: string;
  /** The limits of the stretch that still runs: "7.9% to 9.1%". */
  readonly usual: string;
  /** The months that those limits are of, "July 2022 to June 2024", where the run has long left their average and no change is recorded; empty elsewhere. */
  readonly olderLevel: string;
  /** Average and limits for a picture: "average 8.5%, usual 7.9% to 9.1%". */
  readonly rangeWords: string;
  /** How it was worked out, for the working. */
  readonly method: string;
  /** The points judged, by their period. */
  readonly series: readonly { readonly period: string; readonly mean: number; readonly lower: number; readonly upper: number; readonly signal: Signal | null; readonly variation: Variation }[];
}
