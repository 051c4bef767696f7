import type { Period } from '../calendar/period';
import type { Day } from '../calendar/day';
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
}

export interface TrendPoint {
  /** YYYY-MM for months, YYYY-MM-DD (the Monday, or the day) for weeks and days. */
  readonly period: string;
  readonly span: 'month' | 'week' | 'day';
  readonly figure: Figure;
  readonly complete: boolean;
}

export interface Group {
  /** One key per dimension of `by`, in its order. */
  readonly keys: readonly string[];
  readonly figure: Figure;
}

export interface Comparison {
  readonly with: 'previous' | 'last-year' | 'period' | 'filters';
  readonly label: string;
  readonly figure: Figure;
  /** Whether every day compared with is held. */
  readonly complete: boolean;
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
  readonly stale: boolean;
  readonly notice: string | null;
}

export type EngineRefusal = 'before-data' | 'after-data' | 'monthly-only' | 'no-activity' | 'not-held' | 'gap';

export interface MetricResult {
  readonly metric: string;
  readonly period: Period;
  readonly figure: Figure;
  readonly comparisons: readonly Comparison[];
  readonly trend: readonly TrendPoint[];
  readonly groups: readonly Group[];
  /** Rows left out of both numerator and denominator by the definition, with the reason. */
  readonly excluded: readonly { readonly rows: number; readonly because: string }[];
  readonly provenance: Provenance;
  /** Why there is no figure; null when there is one. */
  readonly missing: EngineRefusal | null;
}

export interface Result {
  readonly query: Query;
  readonly metrics: readonly MetricResult[];
}
