/**
 * A target that is shown with its source and that the figure is not held against: of a part that has none, the one of
 * the whole; of a figure that is hidden, its own.
 */
export interface StandingTarget {
  /** "below 5%" */
  readonly words: string;
  readonly source: string;
  readonly of: 'part' | 'whole';
}
