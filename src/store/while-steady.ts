/** Milliseconds. */
export interface SteadyParts {
  /** What the machine says of the time, which can be set. */
  readonly clock: () => number;
  /** How long the process has run, which nobody sets. */
  readonly running: () => number;
  /** How often it is done. */
  readonly every: number;
}

/** The clock is believed once it has gone evenly for this long, and again that long after it was set; milliseconds. */
const STEADY_FOR = 60_000;
/** What a clock that is kept right may be set by at once; milliseconds. */
const SET_BY = 5_000;

/**
 * What goes by how old something is and cannot be taken back, such as deleting: done every so often, and not while the
 * machine's clock was just set, begins or wakes. One that is years ahead until its time comes from the network would delete all.
 *
 * @returns to be called at every look; what it is given is done in it, where it is due
 */
export function whileSteady({ clock, running, every }: SteadyParts, act: () => void): () => void {
  let off = clock() - running();
  let since = running();
  let last = -Infinity;
  return () => {
    const now = running();
    const offNow = clock() - now;
    if (Math.abs(offNow - off) > SET_BY) since = now;
    off = offNow;
    if (now - since < STEADY_FOR || now - last < every) return;
    last = now;
    act();
  };
}
