/** Milliseconds, as all below. */
export interface Clocks {
  /** What the machine says of the time, which can be set. */
  readonly clock: () => number;
  /** How long the process has run, which nobody sets. */
  readonly running: () => number;
}

/** A clock that is kept right is set by less at once. */
const SET_BY = 60_000;
/** After it was set, and after the start, it is believed once it has gone evenly for this long. */
const SETTLES_IN = 60_000;

/**
 * Whether the machine's clock is to be believed. One that begins or wakes may be years off until its time comes from the
 * network: posts would be given up as long past, and all that is kept deleted as old.
 */
export class SteadyClock {
  readonly #clocks: Clocks;
  readonly #began: number;
  #off: number;
  #setAt: number | null = null;

  constructor(clocks: Clocks) {
    this.#clocks = clocks;
    this.#began = clocks.running();
    this.#off = clocks.clock() - this.#began;
  }

  /** Looks at it anew. @returns by how much it was set since the last look; 0 where it was not */
  look(): number {
    const { clock, running } = this.#clocks;
    const off = clock() - running();
    const by = off - this.#off;
    this.#off = off;
    if (Math.abs(by) <= SET_BY) return 0;
    this.#setAt = running();
    return by;
  }

  /** Whether it was set just now, as seen by the looks: what goes by the time waits. */
  get wasJustSet(): boolean {
    return this.#setAt !== null && this.#clocks.running() - this.#setAt < SETTLES_IN;
  }

  /** Whether what cannot be taken back may go by it. */
  get isSteady(): boolean {
    return !this.wasJustSet && this.#clocks.running() - this.#began >= SETTLES_IN;
  }
}
