/** A target for the year, with what has been reached of it so far and where the rate so far would end. */
export interface YearTarget {
  readonly value: number;
  readonly display: string;
  readonly source: string;
  /** From 0: the share of the year's target reached. */
  readonly reached: number;
  /** "£4.5m of £20m so far (23%), after 2 of 12 months" */
  readonly words: string;
  readonly runRate: number;
  /** "at this rate £27.3m by March" */
  readonly runRateWords: string;
}
