/** Parts of a split: how many of how many are hidden. */
export interface HiddenParts {
  readonly hidden: number;
  readonly of: number;
}
