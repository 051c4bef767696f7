import type { Period } from '../calendar/period';
import type { Day } from '../calendar/day';
import type { Drivers } from './change';
import type { Outlook } from './course';
import type { Query } from './query';

/**
 * One number with its working. `value` is null where there is nothing to divide by or nothing was held:
 * never 0 and never NaN. `hidden` marks a figure withheld as a small number; its three numbers are then null.
 */
export interface Figure {
  readonly numerator: number | null;
  /** Null for a plain count. */
  readonly denominator: number | null;
  readonly value: number | null;
  readonly hidden: boolean;
  /** Set where a number of people in it is rounded, to the nearest so many; its value is then worked from what is shown. */
  readonly roundedTo?: number;
}

export interface TrendPoint {
  /** YYYY-MM for months, YYYY-MM-DD (the Monday, or the day) for weeks and days. */
  readonly period: string;
  readonly span: 'month' | 'week' | 'day';
  readonly figure: Figure;
  readonly complete: boolean;
  /** Whether the point is still being coded, and not to be read as a fall. */
  readonly immature: boolean;
  /** The day of the census, for a figure of one. */
  readonly asAt?: Day;
}

export interface Group {
  /** One key per dimension of `by`, in its order. */
  readonly keys: readonly string[];
  readonly figure: Figure;
  /** The same part over the other period, where a split was asked for against one. */
  readonly other?: { readonly label: string; readonly figure: Figure };
  /** Why the part has no value though something of it is held: its plan is not given. */
  readonly missing?: EngineRefusal;
  readonly printed?: Printed;
}

export interface Comparison {
  readonly with: 'previous' | 'last-year' | 'period' | 'filters' | 'plan' | 'peers' | 'national';
  readonly label: string;
  readonly figure: Figure;
  /** Whether every day compared with is held. */
  readonly complete: boolean;
  /** The days compared with, for another stretch of time. */
  readonly over?: { readonly from: Day; readonly to: Day };
}

/** How a published figure is printed: which document, where in it, when; and the periods that it prints where the asked one is not among them. */
export interface Printed {
  readonly document: string;
  readonly place: string;
  readonly publishedOn: Day;
  /** Null where the document does not say which period it means. */
  readonly period: { readonly from: Day; readonly to: Day } | null;
}

/** One provider's figure among its peers. */
export interface PeerFigure {
  readonly provider: string;
  readonly name: string;
  /** Whether it is the organisation that asks. */
  readonly own: boolean;
  readonly figure: Figure;
}

/** What benchmark values hold on a metric: the newest stretch that ends in or before the period asked for. */
export interface Peers {
  readonly group: string;
  readonly from: Day;
  readonly to: Day;
  readonly providers: readonly PeerFigure[];
  /** The whole country, as the source gives it; null where it does not. */
  readonly national: Figure | null;
  /** A median of the group that the source gives itself. */
  readonly median: Figure | null;
  /** What the source calls it, "Peer average"; missing where it gives none. */
  readonly medianName?: string;
  readonly document: string;
  readonly publishedOn: Day;
  readonly differenceInDefinition: string | null;
  /** The same group one stretch earlier, for shifts in rank; empty where it is not held. */
  readonly before: readonly PeerFigure[];
}

/** A variance as sums of its lines: Σ (actual − plan volume) × plan price, and what is left. They add up to it exactly. */
export interface VarianceSplit {
  readonly volume: number;
  readonly priceOrMix: number;
  /** Lines without a plan, whose whole variance is volume. */
  readonly unplanned: number;
  /** Set where the volumes of its lines are rounded numbers of people. */
  readonly roundedTo?: number;
}

/** Where the numbers came from and how far they can be leant on. */
export interface Provenance {
  readonly snapshot: string;
  readonly loadedAt: string;
  readonly extracts: readonly string[];
  /** Last day held of what the metric reads. */
  readonly through: Day;
  /** First day held. */
  readonly since: Day;
  /** Whether every day of the period asked for is held. */
  readonly complete: boolean;
  readonly provisional: boolean;
  /** The day from which the period's coding can be relied on; null where it already can. */
  readonly maturesOn: Day | null;
  /** The last day whose things have been followed up for long enough to be counted; only where later ones of the period have not. */
  readonly followedTo?: Day;
  readonly stale: boolean;
  readonly notice: string | null;
}

export type EngineRefusal =
  | 'before-data' | 'after-data' | 'monthly-only' | 'no-activity' | 'not-held' | 'gap'
  /** The plan is given for other stretches only (year to date, and not the month). */
  | 'plan-not-given'
  /** The document prints no figure for that period or part. */
  | 'not-printed'
  /** The inflation index does not reach a year of the period. */
  | 'no-price-index'
  /** No benchmark values are held for the measure. */
  | 'no-peers'
  /** The measure is not held by that dimension, so a line of a scorecard cannot be narrowed to it. */
  | 'not-narrowed';

export interface MetricResult {
  readonly metric: string;
  readonly period: Period;
  readonly figure: Figure;
  readonly comparisons: readonly Comparison[];
  readonly trend: readonly TrendPoint[];
  /** How the figure has run up to the period, whatever stretch of it the trend shows. */
  readonly run: readonly TrendPoint[];
  readonly groups: readonly Group[];
  /** Rows left out of both numerator and denominator by the definition, with the reason. */
  readonly excluded: readonly { readonly rows: number; readonly because: string }[];
  readonly provenance: Provenance;
  /** The day of the census that the figure is of; null for what happens over time. */
  readonly asAt: Day | null;
  /** Set where the figure is one that a document prints. */
  readonly printed: Printed | null;
  readonly peers: Peers | null;
  readonly variance: VarianceSplit | null;
  /** Set for the intent explanation. */
  readonly drivers: Drivers | null;
  /** Set for the intent projection; `period` is then what of the stretch asked about the figure is of. */
  readonly outlook: Outlook | null;
  /** Values of computed targets by peer group. */
  readonly computedTargets: Readonly<Record<string, number>>;
  /** What else is held where the asked period is not: "May 2024", "April to May 2024". */
  readonly alternatives: readonly string[];
  /** Why there is no figure; null when there is one. */
  readonly missing: EngineRefusal | null;
}

/** One number of a scorecard: of one line, under one column. */
export interface ScorecardCell {
  readonly column: string;
  readonly metric: string;
  readonly part: 'value' | 'numerator' | 'denominator';
  readonly period: Period;
  readonly figure: Figure;
  readonly missing: EngineRefusal | null;
  /** Set where the figure is one that a document prints: then this period, and not the cell's, is what it is of. */
  readonly printed?: Printed;
  /** The day of the census that the figure is of. */
  readonly asAt?: Day;
}

export interface ScorecardLine {
  /** The dimension's key, or the metric's id; "total" for the total. Unique within its section. */
  readonly key: string;
  readonly kind: 'line' | 'sub-total' | 'total';
  /** Null for a line that a dimension's key names. */
  readonly label: string | null;
  /** What the line is narrowed to, the section's and the query's filters included. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly cells: readonly ScorecardCell[];
  /** The months up to the period's end of what the first column shows; empty where it is no figure of its own, or the line is a part of a split. */
  readonly trend: readonly TrendPoint[];
  readonly computedTargets: Readonly<Record<string, number>>;
  /** The first column's figure specialty by specialty; empty where it does not add up, is narrowed to one, or the line is a part of a split. */
  readonly specialties: readonly { readonly key: string; readonly figure: Figure }[];
}

export interface ScorecardSectionResult {
  readonly title: string;
  /** The dimension whose keys name the lines; null for a list of measures. */
  readonly by: string | null;
  readonly lines: readonly ScorecardLine[];
}

export interface ScorecardResult {
  readonly scorecard: string;
  readonly period: Period;
  readonly sections: readonly ScorecardSectionResult[];
  /** Of all cells together: the earliest `through`, complete only where all are. */
  readonly provenance: Provenance;
}

export interface Result {
  readonly query: Query;
  readonly metrics: readonly MetricResult[];
  /** Set for the intents scorecard and exceptions; `metrics` is then empty. */
  readonly scorecard: ScorecardResult | null;
}
