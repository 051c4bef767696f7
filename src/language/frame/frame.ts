import type { PeriodReading } from '../periods/period-reading';
import type { Feature, Role } from '../vocabulary/meaning';
import type { Span } from './span';

/** Values of a dimension as one phrase named them. */
export interface Picked {
  readonly dimension: string;
  readonly keys: readonly string[];
  readonly name: string;
  readonly span: Span;
}

export interface Having {
  readonly op: 'above' | 'below';
  readonly value: number;
  readonly percent: boolean;
  readonly span: Span;
}

/** A number set against a metric without "over" or "under": "did we hit 85%". */
export interface Aim {
  readonly value: number;
  readonly span: Span;
}

export interface AskedPeriod {
  readonly reading: PeriodReading;
  readonly span: Span;
}

/** On which side of "versus" something stands. */
export interface Side {
  readonly values: Picked[];
  readonly periods: AskedPeriod[];
  /** Words for everything taken together. */
  readonly scopes: Span[];
}

/** What the words of a question say, before it is decided whether they can be answered. Filled by one walk over the spans. */
export interface Frame {
  readonly metrics: string[];
  readonly metricSpans: Span[];
  readonly main: Side;
  readonly versus: Side;
  readonly excluded: Picked[];
  readonly by: string[];
  /** Dimensions named without "by". */
  readonly bare: { readonly dimension: string; readonly plural: boolean; readonly span: Span }[];
  readonly scorecards: { readonly id: string; readonly span: Span }[];
  readonly groups: { readonly group: string; readonly span: Span }[];
  readonly roles: Map<Role, Span[]>;
  readonly unsupported: { readonly feature: Feature; readonly span: Span }[];
  readonly milestones: Span[];
  readonly notHeld: { readonly nearest: readonly string[]; readonly because: string | null; readonly span: Span }[];
  order: 'worst' | 'best' | 'highest' | 'lowest' | null;
  limit: number | null;
  readonly having: Having[];
  /** Conditions whose edge was asked for too: "at least 80%". */
  readonly edges: { readonly start: number; readonly end: number }[];
  /** Limits in minutes or the like, which belong to a definition and not to a question. */
  readonly limits: Having[];
  readonly aims: Aim[];
  /** Ages that no run of age bands covers. */
  readonly agesCut: Span[];
  /** What stands beside something left out, of another dimension: "excluding ENT at LRI" has two readings. */
  besideExcluded: Picked | null;
  /** Spans that could not be placed; their words are named back. */
  readonly unplaced: Span[];
}

/** A frame with nothing in it. */
export function emptyFrame(): Frame {
  const side = (): Side => ({ values: [], periods: [], scopes: [] });
  return {
    metrics: [], metricSpans: [], main: side(), versus: side(), excluded: [], by: [], bare: [], scorecards: [], groups: [], roles: new Map(),
    unsupported: [], milestones: [], notHeld: [], order: null, limit: null, having: [], edges: [], limits: [], aims: [], agesCut: [], besideExcluded: null, unplaced: [],
  };
}

/** Whether a part of grammar stands anywhere in the question. */
export function plays(frame: Frame, ...roles: readonly Role[]): boolean {
  return roles.some((role) => frame.roles.has(role));
}
