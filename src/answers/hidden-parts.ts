/** Parts of a split: how many of how many are hidden. */
export interface HiddenParts {
  readonly hidden: number;
  readonly of: number;
  /** Set where it is not told which parts there are. */
  readonly every?: true;
}
