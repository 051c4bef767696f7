import type { Day } from '../calendar/day';
import type { Period } from '../calendar/period';
import type { Figure } from './result';

/** One part of a change: its figure before and after, `NO_FIGURE` where it was not there. */
export interface DriverPart {
  /** One key per dimension of the split, in its order. */
  readonly keys: readonly string[];
  readonly from: Figure;
  readonly to: Figure;
}

/** Why a change is not split into parts. */
export type Unsplit =
  /** Held against peers, a plan or another place, which is no change over time. */
  | 'not-over-time'
  /** Nothing is held of what it is held against. */
  | 'nothing-before'
  /** What it is held against is hidden as a small number. */
  | 'hidden-before'
  /** A median, a published figure, an opportunity or a mean of months does not add up over its parts. */
  | 'does-not-add-up'
  /** Only what documents print of it is held. */
  | 'printed'
  /** The target is one number for the whole, and a sum has no share of it for each part. */
  | 'target-of-a-sum'
  /** The parts asked for lie inside each other. */
  | 'overlapping'
  /** The parts asked for are not held for both stretches of time. */
  | 'not-held-by'
  /** The measure has no dimension that is open to all and held for both. */
  | 'no-dimension';

/** What a figure is explained against, and what each part of both is. */
export interface Drivers {
  readonly with: 'previous' | 'last-year' | 'period' | 'target' | null;
  /** The stretch of time before; null for a target and where there is none. */
  readonly period: Period | null;
  /** The figure it is held against; of a target its value alone. */
  readonly from: Figure;
  /** The census day of `from`. */
  readonly asAt: Day | null;
  /** Whether every day of the stretch before is held. */
  readonly complete: boolean;
  /** Dimensions of the split; empty where there is none. */
  readonly by: readonly string[];
  /** They add up to both figures exactly, but where numbers of people are hidden or rounded: what lies in no part is a part of its own. */
  readonly parts: readonly DriverPart[];
  readonly unsplit: Unsplit | null;
}
