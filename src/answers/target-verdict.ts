import type { CoursePlace } from './course-place';

/** What a figure makes of the target it is held to, and of its rivals. */
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
  /** The day by which it has to be met, where that is still to come. */
  readonly due?: string;
  /** `path`: of the day's place on a course to a later target, which is no target of its own, how the value stands to it: "Behind the planned path to 5% by March 2025: June had to be 7.3% or less". */
  readonly others: readonly { readonly value: number; readonly display: string; readonly words: string; readonly source: string; readonly met: boolean; readonly path: string | null; readonly course?: CoursePlace }[];
}
