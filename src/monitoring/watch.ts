/** The steps of the road, from the words to the card, and the far side that takes it. */
export type Stage = 'language' | 'access' | 'engine' | 'answers' | 'card';

/**
 * Does a step, and notes how long it took whether it ended well or not.
 * @returns what `work` returns; throws what it throws
 */
export type Timed = <T>(stage: Stage, work: () => T | Promise<T>) => Promise<T>;

/** Told of what whoever runs the program wants counted: kinds and numbers, never words or people. */
export interface Watch {
  readonly timed: Timed;
  /**
   * A question was answered, or could not be.
   * @param by how it was asked: typed, a kind of button, a search
   * @param outcome an answer's own, or `failed`
   */
  answered(by: string, outcome: string): void;
  /**
   * The Connector was asked once.
   * @param status of HTTP; null where no answer came
   */
  connected(status: number | null, ms: number): void;
}

/** Nobody counts: the command line, and whatever is looked at by itself. */
export const UNWATCHED: Watch = {
  timed: async (_, work) => work(),
  answered: () => undefined,
  connected: () => undefined,
};
