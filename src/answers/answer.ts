import type { Query } from '../engine/query';
import type { Abbreviation } from '../catalogue/abbreviation';
import type { MetricKind, Unit } from '../catalogue/metric';
import type { Command } from '../language/command';
import type { DefinitionAnswer } from './definition-answer';
import type { DriversAnswer } from './drivers-answer';
import type { HiddenParts } from './hidden-parts';
import type { MayTurn } from './may-turn';
import type { NextStep } from './next-step';
import type { OnTheDayAnswer } from './on-the-day-answer';
import type { PeerStanding } from './peer-standing-answer';
import type { ProcessAnswer } from './process-answer';
import type { ProjectionAnswer } from './projection-answer';
import type { StandingTarget } from './standing-target';
import type { TargetVerdict } from './target-verdict';
import type { YearTarget } from './year-target-answer';

export type Outcome = 'answered' | 'clarify' | 'refused' | 'unknown' | 'no-data' | 'done';

/** In words, never a colour alone. `none`: no target is set, or the metric has no good direction. */
export type Status = 'on-target' | 'off-target' | 'none';

export interface AnswerComparison {
  readonly with: 'previous' | 'last-year' | 'period' | 'filters' | 'plan' | 'peers' | 'national';
  readonly label: string;
  readonly value: number | null;
  readonly display: string;
  /** Of a difference, how large it is and what it is, apart: "7,054" and "below plan". Missing elsewhere. */
  readonly difference?: { readonly size: string; readonly side: string };
  readonly change: number | null;
  /** "up 0.2 points", or "not held" */
  readonly changeWords: string;
  /** Of a volume, where the other stretch of time has not as many working days: "per working day up 2.4% (20 working days against 21)". Empty elsewhere. */
  readonly daily: string;
  /** What it says by itself: "Up: 1.55 against 1.53 in June 2023."; null where one of the two figures is missing. */
  readonly sentence: string | null;
  /** Of another place or service beside it: whether it meets the target that it is held to itself. Missing where it is held to none. */
  readonly met?: boolean;
}

export interface AnswerRow {
  readonly key: string;
  readonly keys: readonly string[];
  readonly label: string;
  readonly metric: string;
  readonly value: number | null;
  readonly display: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly target: { readonly value: number; readonly met: boolean } | null;
  readonly status: Status;
  readonly suppressed: boolean;
  /** Set where it rests on so few that one more or less moves it by more than five points: it is ranked with no other. */
  readonly few?: true;
  /** Of a difference from plan: "£2.6m above", and "£24.1m, plan £21.5m (12.0% above)". Missing where there is no plan. */
  readonly planned?: { readonly short: string; readonly words: string };
  /** What the part was over the other period, where the split was asked for against one. */
  readonly compared?: { readonly label: string; readonly value: number | null; readonly display: string; readonly change: number | null; readonly changeWords: string };
}

export interface AnswerTrendPoint {
  readonly period: string;
  readonly label: string;
  readonly value: number | null;
  readonly display: string;
  readonly complete: boolean;
  readonly immature: boolean;
  /** Set where there is a figure that is hidden, and not none. */
  readonly suppressed?: true;
}

/** One number of a scorecard line, in words. */
export interface ScorecardAnswerCell {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  /** As the paper prints it: "1.57", "19,651", "(355)", "£792,795"; a dash where there is none. */
  readonly display: string;
  /** Why there is no number; null where there is one. */
  readonly reason: string | null;
}

export interface ScorecardAnswerLine {
  readonly key: string;
  readonly kind: 'line' | 'sub-total' | 'total';
  readonly label: string;
  readonly metric: string;
  /** The first column's number. */
  readonly value: number | null;
  readonly display: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly target: { readonly value: number; readonly met: boolean; readonly words: string; readonly source: string } | null;
  /** `promises`: its path says as well what the run promises of the course's end, so that the two are read together. */
  readonly rivals: readonly { readonly words: string; readonly source: string; readonly met: boolean; readonly path: string | null; readonly promises?: true }[];
  /** The plan that one of the columns is held against where no column shows it; of that column's stretch of time and no other. */
  readonly plan: { readonly value: number; readonly column: string; readonly words: string } | null;
  readonly status: Status;
  readonly statusWords: string;
  /** Set where its verdict may yet turn, because it is still being coded and errs that way. */
  readonly mayTurn?: true;
  /** Of a part that is told over a month and over longer stretches beside it: over which of these it is off target, "Rolling 12 months". Missing elsewhere. */
  readonly offOver?: readonly string[];
  readonly cells: readonly ScorecardAnswerCell[];
  /** The specialty that most of a missed target comes from: "ENT alone has 33 of the 53 missed appointments over target"; null where none is. */
  readonly concentration: { readonly key: string; readonly share: number; readonly words: string } | null;
  /** What statistical process control says of its run; null where too few months follow one another, or the lines are no targets. */
  readonly process: ProcessAnswer | null;
  readonly notes: readonly string[];
  readonly suppressed: boolean;
}

export interface ScorecardAnswer {
  readonly id: string;
  readonly name: string;
  /** The headline in its parts: when it was kept (empty where it was not), the verdict, and what stands out, each by itself. */
  readonly said: { readonly opening: string; readonly verdict: string; readonly standingOut: readonly string[] };
  readonly sections: readonly { readonly title: string; readonly lines: readonly ScorecardAnswerLine[] }[];
  readonly notes: readonly string[];
  /** What has changed since it was frozen: "DNA rate: 6.5% then, 6.4% now". Empty where nothing has, or it is not a frozen one. */
  readonly restated: readonly string[];
  /** When it was frozen and under which name; null where it is not a frozen one. */
  readonly frozen: { readonly name: string; readonly at: string; readonly snapshot: string } | null;
  /** How the first number of each line came about, "1,888 ÷ 1,220 = 1.55"; empty where the working is not asked for. */
  readonly working: readonly { readonly label: string; readonly words: string }[];
  /** False where the lines are indicators and not targets: then none of them has a verdict. */
  readonly judged: boolean;
  /** The day of the document that prints every figure without saying of which period it is; null for any other scorecard. */
  readonly printedOn: string | null;
  readonly data: MetricAnswer['data'];
}

/** The judgement on one metric: everything a card, a terminal or JSON prints, already in words. */
export interface MetricAnswer {
  readonly metric: string;
  readonly name: string;
  readonly kind: MetricKind;
  readonly unit: Unit;
  readonly value: number | null;
  readonly display: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** "235 missed of 2,908 appointments" */
  readonly working: string;
  readonly status: Status;
  /** "Off target", "On target", "No target set" */
  readonly statusWords: string;
  /** The verdict that may yet turn, of the figure or of a part, because it is still being coded and errs that way. Missing elsewhere. */
  readonly mayTurn?: MayTurn;
  /** Which way is better; missing where neither is. */
  readonly better?: 'higher' | 'lower';
  readonly target: TargetVerdict | null;
  /** Missing where the figure has a verdict, or no target stands anywhere. */
  readonly standingTarget?: StandingTarget;
  /** Of a difference, how large it is and what it is, apart: "28,974" and "above plan (6.3%)", "£9.7m" and "a deficit". Missing elsewhere. */
  readonly difference?: { readonly size: string; readonly side: string };
  readonly comparisons: readonly AnswerComparison[];
  readonly trend: readonly AnswerTrendPoint[];
  /** Of a trend whose last whole point is held to the target: how far that point is from it, "7.9 percentage points under". Missing elsewhere. */
  readonly latestGap?: string;
  readonly rows: readonly AnswerRow[];
  /** Which parts of a split stand in no rank, and why: "Not ranked, fewer than 20 elective lists run: LRI-T04 9 of 15"; of those that have a row the reason alone. Missing where all can be ranked. */
  readonly unranked?: string;
  /** Of all parts of the split how many are hidden, whether a row shows them with a star or they are left out. Missing where none is. */
  readonly hiddenParts?: HiddenParts;
  /** What the hidden parts come to together, "180 of 2,204 (8.2%)"; missing where none is hidden, or it cannot be told. */
  readonly hiddenTogether?: string;
  /** The total under the rows, where rows are shown. */
  readonly total: { readonly label: string; readonly display: string } | null;
  /** Set where the target is one for the year. */
  readonly yearTarget: YearTarget | null;
  readonly peers: PeerStanding | null;
  /** What statistical process control says of its run; null where too few months follow one another. */
  readonly process: ProcessAnswer | null;
  /** Of the months of that run how many are hidden. Missing where none is. */
  readonly hiddenMonths?: HiddenParts;
  /** "Volume £2.1m, price or mix £0.3m"; empty where the metric does not split. */
  readonly variance: { readonly volume: number; readonly priceOrMix: number; readonly words: string } | null;
  /** Where a change lies; set for an explanation. */
  readonly drivers: DriversAnswer | null;
  /** Set for a projection. */
  readonly projection: ProjectionAnswer | null;
  /** Recorded events that bear on the period or the trend; `isNow` those of the stretches of time that are told about, and not of the run before them alone. */
  readonly events: readonly { readonly from: string; readonly to: string | null; readonly name: string; readonly words: string; readonly source: string; readonly isNow: boolean }[];
  /** "as at 31 May 2024", "rolling 12 months, ratio of sums", "as printed in Trust Board paper H, Table 1"; how the figure is to be read. Empty where it needs no words. */
  readonly basis: string;
  /** Whether the document that prints the figure leaves its period open; no month may then stand beside it. */
  readonly undated: boolean;
  /** The day of that document; null where the figure's period is known. */
  readonly printedOn: string | null;
  /** What of the period is held, where it is not the whole, and what makes it provisional: "to 10 July 2024 only", "provisional: still being coded". Null where all of it is and nothing does. */
  readonly part: string | null;
  readonly caveats: readonly string[];
  readonly suppressed: boolean;
  readonly data: {
    readonly snapshot: string;
    readonly extracts: readonly string[];
    readonly through: string;
    readonly loadedAt: string;
    readonly complete: boolean;
    readonly provisional: boolean;
    readonly stale: boolean;
    /** To the nearest how many its numbers of people are rounded. Missing where none are. */
    readonly roundedTo?: number;
  };
}

export interface Answer {
  readonly outcome: Outcome;
  readonly query: Query | null;
  /** One sentence, verdict first. */
  readonly headline: string;
  /** "ENT · October 2026": where and when. Null where neither applies. */
  readonly scope: string | null;
  readonly metrics: readonly MetricAnswer[];
  readonly definition: DefinitionAnswer | null;
  /** Further plain sentences (help, freshness, what is held). */
  readonly lines: readonly string[];
  readonly options: readonly string[];
  readonly reason: string | null;
  readonly next: readonly NextStep[];
  /** "Demonstration data", where the data is synthetic. */
  readonly notice: string | null;
  readonly scorecard: ScorecardAnswer | null;
  /** The letters in its words that a first-time reader may not know; they stand among its caveats as well. */
  readonly letters?: readonly Abbreviation[];
  /** Set when the card is to show the working of its numbers. */
  readonly showWorking: boolean;
  /** What is to be carried out, where that is what was said: the words are then those for a place where nobody carries it out. */
  readonly command?: Command;
  /** The instant at which a card was brought up to now, milliseconds since 1970; not set on one that was not. */
  readonly refreshedAt?: number;
  /** Set where nobody asked for it just now: its card stays what was said when it was posted. */
  readonly isPost?: true;
  /** Said above all else, where nobody asked and something has happened: "DNA rate over 9%: 9.4% in June 2024". */
  readonly alert?: string;
  /** Set where the answer is how the day of asking stands, and not a figure of a time that is over. */
  readonly onTheDay?: OnTheDayAnswer;
}
