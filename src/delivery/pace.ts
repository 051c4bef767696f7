/** How fast posts may follow one another; milliseconds. */
export interface PaceParts {
  readonly clock: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Between any two posts. */
  readonly apart: number;
  /** Between two posts in one conversation. */
  readonly apartInOne: number;
}

/**
 * A half of what Teams lets through to a tenant (50 a second), so that two instances fit; and to one conversation the
 * slowest of its limits, 1,800 an hour.
 * Source: the rate limits of Teams' bots.
 */
export const TEAMS_PACE = { apart: 40, apartInOne: 2_000 } as const;

/** Keeps posts apart, in the order in which they ask for their turn. */
export class Pace {
  readonly #parts: PaceParts;
  #next = 0;
  readonly #nextIn = new Map<string, number>();

  constructor(parts: PaceParts) {
    this.#parts = parts;
  }

  /** Resolves when a post in this conversation may be sent. */
  async turn(conversation: string): Promise<void> {
    const { clock, wait, apart, apartInOne } = this.#parts;
    const now = clock();
    const at = Math.max(now, this.#next, this.#nextIn.get(conversation) ?? 0);
    this.#next = at + apart;
    this.#nextIn.set(conversation, at + apartInOne);
    for (const [other, free] of this.#nextIn) {
      if (free <= now) this.#nextIn.delete(other);
    }
    if (at > now) await wait(at - now);
  }
}
