import type { Query } from '../engine/query';
import type { Unit } from '../catalogue/metric';

export type Outcome = 'answered' | 'clarify' | 'refused' | 'unknown' | 'no-data';

/** In words, never a colour alone. `none`: no target is set, or the metric has no good direction. */
export type Status = 'on-target' | 'off-target' | 'none';

export interface TargetVerdict {
  readonly value: number;
  readonly display: string;
  /** "below 5%", "at least 85%" */
  readonly words: string;
  readonly met: boolean;
  /** value − target, in the metric's unit. */
  readonly gap: number;
  /** "3.1 percentage points over" */
  readonly gapWords: string;
  readonly source: string;
  readonly others: readonly { readonly value: number; readonly display: string; readonly words: string; readonly source: string; readonly met: boolean }[];
}

export interface AnswerComparison {
  readonly with: 'previous' | 'last-year' | 'period' | 'filters';
  readonly label: string;
  readonly value: number | null;
  readonly display: string;
  readonly change: number | null;
  /** "up 0.2 points", or "not held" */
  readonly changeWords: string;
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
}

export interface AnswerTrendPoint {
  readonly period: string;
  readonly label: string;
  readonly value: number | null;
  readonly display: string;
  readonly complete: boolean;
}

/** The judgement on one metric: everything a card, a terminal or JSON prints, already in words. */
export interface MetricAnswer {
  readonly metric: string;
  readonly name: string;
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
  readonly target: TargetVerdict | null;
  readonly comparisons: readonly AnswerComparison[];
  readonly trend: readonly AnswerTrendPoint[];
  readonly rows: readonly AnswerRow[];
  /** The total under the rows, where rows are shown. */
  readonly total: { readonly label: string; readonly display: string } | null;
  /** What of the period is held, where it is not the whole: "to 10 July 2024 only". Null where all of it is. */
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
  };
}

/** A definition, as its card prints it. */
export interface DefinitionAnswer {
  readonly metric: string;
  readonly name: string;
  readonly plain: string;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly exclusions: readonly string[];
  readonly targets: readonly { readonly words: string; readonly source: string; readonly where: string }[];
  readonly better: string;
  readonly owner: string;
  readonly source: string;
  readonly version: string;
  readonly caveats: readonly string[];
  readonly splits: readonly string[];
}

/** What a person can press next: words for the button, and the query it runs. At most four are shown. */
export interface NextStep {
  readonly title: string;
  readonly step: { readonly kind: 'query'; readonly query: Query } | { readonly kind: 'working'; readonly query: Query } | { readonly kind: 'ask'; readonly text: string };
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
  /** Set when the card is to show the working of its numbers. */
  readonly showWorking: boolean;
}
