/** Lets whatever else waits have its turn: a pattern is long work, and nobody's answer waits for another's. */
export const turn = (): Promise<void> => new Promise((resolve) => {
  setImmediate(resolve);
});
