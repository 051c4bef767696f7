/** Where the day asked about stands on a course to a later target. */
export interface CoursePlace {
  /** The course's end, in the metric's unit. */
  readonly end: number;
  /** "5% by March 2025" */
  readonly endWords: string;
  /** "June", or "At 10 July 2024" of a month that is not over. */
  readonly at: string;
  /** "7.3% or less" */
  readonly bound: string;
}
