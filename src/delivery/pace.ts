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

/** Milliseconds; a clock that is kept right is never set back by more at once. */
const SET_BACK = 1_000;

/** Keeps posts apart, in the order in which they ask for their turn, and away from where Teams asked to be left alone. */
export class Pace {
  readonly #parts: PaceParts;
  #next = 0;
  #latest = 0;
  readonly #nextIn = new Map<string, number>();
  #lastLeft: { readonly conversation: string; readonly until: number } | null = null;

  constructor(parts: PaceParts) {
    this.#parts = parts;
  }

  /** Milliseconds from now to the next turn in this conversation. */
  until(conversation: string): number {
    const now = this.#now();
    return Math.max(0, this.#next - now, (this.#nextIn.get(conversation) ?? 0) - now);
  }

  /**
   * Teams asked not to be sent anything for a while. Which of its limits that was it does not say: asked of a second
   * conversation while the first is still left alone, it is the tenant's, and all are left alone.
   */
  leaveAlone(conversation: string, forMs: number): void {
    const now = this.#now();
    const until = now + forMs;
    const isOfAll = this.#lastLeft !== null && this.#lastLeft.conversation !== conversation && this.#lastLeft.until > now;
    this.#lastLeft = { conversation, until };
    this.#nextIn.set(conversation, Math.max(this.#nextIn.get(conversation) ?? 0, until));
    if (isOfAll) this.#next = Math.max(this.#next, until);
  }

  /** Resolves when a post in this conversation may be sent. */
  async turn(conversation: string): Promise<void> {
    const { wait, apart, apartInOne } = this.#parts;
    const now = this.#now();
    const at = Math.max(now, this.#next, this.#nextIn.get(conversation) ?? 0);
    this.#next = at + apart;
    this.#nextIn.set(conversation, at + apartInOne);
    for (const [other, free] of this.#nextIn) {
      if (free <= now) this.#nextIn.delete(other);
    }
    if (at > now) await wait(at - now);
  }

  /** Where the clock was set back, all that is to come is moved with it: nobody waits for the hour that is told twice. */
  #now(): number {
    const now = this.#parts.clock();
    const back = this.#latest - now;
    this.#latest = now;
    if (back > SET_BACK) {
      this.#next -= back;
      for (const [conversation, free] of this.#nextIn) this.#nextIn.set(conversation, free - back);
      if (this.#lastLeft !== null) this.#lastLeft = { ...this.#lastLeft, until: this.#lastLeft.until - back };
    }
    return now;
  }
}
