import { mayYetArrive } from './delivery';
import type { Ledger, Post } from './ledger';
import type { Pace } from './pace';
import type { Address, Port } from './port';

/** What is to become of a post, decided when its turn comes: not when it was planned. */
export type Made =
  /** `reason` says why it is late, and is kept with it; empty where it is in time. `cause` is kept where it is put off; what is kept already, where not given. `shown` is kept for the next one. */
  | { readonly kind: 'post'; readonly to: Address; readonly card: object; readonly summary: string; readonly reason: string; readonly cause?: string; readonly shown?: string }
  | { readonly kind: 'wait'; readonly until: number; readonly reason: string }
  /** Not to be posted, and said of it why. */
  | { readonly kind: 'skip' | 'fail'; readonly reason: string }
  /** There is nothing due at that date any more, as if there never had been. */
  | { readonly kind: 'drop' };

export interface PosterParts {
  readonly ledger: Ledger;
  readonly port: Port;
  readonly pace: Pace;
  readonly clock: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Names this process among all that share the ledger, and no other that ever was. */
  readonly instance: string;
  readonly make: (post: Post) => Promise<Made>;
  /** Told of what could not be worked out or kept. */
  readonly failed: (error: unknown) => void;
  readonly limits?: Partial<Limits>;
}

/** Milliseconds. */
export interface Limits {
  /** Within which a post is worked out. */
  readonly making: number;
  /** Within which one that was begun has ended, or is given up as not known: longer than any request may take. */
  readonly sending: number;
  /** Before one that was safely refused is tried again; longer each time. */
  readonly again: number;
  /** Posts that one tick works on at a time. */
  readonly together: number;
}

const LIMITS: Limits = { making: 60_000, sending: 45_000, again: 30_000, together: 6 };
const MOST_AT_ONCE = 200;
const BUSY = 'Teams was busy';
/** Nobody looked at it while it was due, or whoever did was asleep. */
export const WOKE = 'Tally was not running or could not reach its records';
const NOT_WORKED_OUT = 'it could not be worked out';
const LONGEST_AGAIN = 10 * 60_000;
const KEEPING_TRIES = 5;

/** Sends what is due, each post once. One of it runs in a process at a time; any number of processes share the ledger. */
export class Poster {
  readonly #parts: PosterParts;
  readonly #limits: Limits;
  #held = 0;
  #isStopping = false;

  constructor(parts: PosterParts) {
    this.#parts = parts;
    this.#limits = { ...LIMITS, ...parts.limits };
  }

  /** Nothing more is begun; a tick that is under way ends with what it has on its way. */
  stop(): void {
    this.#isStopping = true;
  }

  /**
   * Works through what is due now. @returns how many posts it took on
   * @throws TallyError STORE_FAILED where the ledger cannot be read; what was begun stays for the next time
   */
  async tick(): Promise<number> {
    const { ledger, clock } = this.#parts;
    await ledger.giveUp(clock());
    const due = [...await ledger.due(clock(), MOST_AT_ONCE)];
    let taken = 0;
    const work = async (): Promise<void> => {
      for (let post = due.shift(); post !== undefined && !this.#isStopping; post = due.shift()) {
        taken += (await this.#take(post)) ? 1 : 0;
      }
    };
    await Promise.all(Array.from({ length: this.#limits.together }, work));
    return taken;
  }

  /** Never throws: a fault leaves the post to whoever comes next, since until it is begun nothing was sent. */
  async #take(post: Post): Promise<boolean> {
    const { ledger, clock, instance, failed } = this.#parts;
    this.#held += 1;
    const by = `${instance}:${this.#held}`;
    try {
      if (!(await ledger.claim(post, { by, until: clock() + this.#limits.making }, clock()))) return false;
      const made = await this.#made(post);
      switch (made.kind) {
        case 'wait':
          await ledger.release(post, by, made.until, made.reason, clock());
          break;
        case 'skip':
        case 'fail':
          await this.#settle(post, by, { state: made.kind === 'skip' ? 'skipped' : 'failed', reason: made.reason, message: null });
          break;
        case 'drop':
          await ledger.drop(post, by);
          break;
        case 'post':
          await this.#send(post, by, made);
      }
    } catch (error) {
      failed(error);
    }
    return true;
  }

  async #made(post: Post): Promise<Made> {
    try {
      return await this.#parts.make(post);
    } catch (error) {
      this.#parts.failed(error);
      // Whoever asked for it is there, and may ask once more.
      return post.isAsked ? { kind: 'fail', reason: NOT_WORKED_OUT } : { kind: 'wait', until: this.#later(post), reason: NOT_WORKED_OUT };
    }
  }

  async #send(post: Post, by: string, { to, card, summary, reason, cause = post.reason, shown }: Extract<Made, { kind: 'post' }>): Promise<void> {
    const { ledger, port, pace, clock } = this.#parts;
    // Held no longer than the hold on it lasts.
    if (pace.until(to.conversation) > this.#limits.making / 2) {
      await ledger.release(post, by, clock() + pace.until(to.conversation), cause || BUSY, clock());
      return;
    }
    await pace.turn(to.conversation);
    if (this.#isStopping) {
      await ledger.release(post, by, clock(), cause, clock());
      return;
    }
    const at = clock();
    // From here on it may be on its way: whoever finds it so later never sends it again.
    if (!(await ledger.begin(post, { by, until: at + this.#limits.sending }, { reason, shown: shown ?? null }, at))) return;
    // A process that was asleep since must not send what has been given up meanwhile.
    if (clock() - at > this.#limits.sending / 2) {
      await ledger.release(post, by, clock(), WOKE, clock());
      return;
    }
    const delivery = await port.post(to, card, summary);
    if (delivery.outcome === 'sent') return this.#settle(post, by, { state: 'sent', reason, message: delivery.message });
    if (delivery.outcome === 'ambiguous') {
      return this.#settle(post, by, { state: 'ambiguous', reason: `whether it arrived is not known${delivery.status === null ? '' : ` (status ${delivery.status})`}`, message: null });
    }
    if (mayYetArrive(delivery)) {
      if (delivery.retryAfter !== undefined) pace.leaveAlone(to.conversation, delivery.retryAfter);
      await ledger.release(post, by, Math.max(this.#later(post), clock() + pace.until(to.conversation)), cause || (delivery.outcome === 'unsent' ? 'Teams could not be reached' : BUSY), clock());
      return;
    }
    return this.#settle(post, by, { state: 'failed', reason: `Teams refused it (status ${delivery.status ?? 'unknown'})`, message: null });
  }

  #later({ attempts }: Post): number {
    return this.#parts.clock() + Math.min(this.#limits.again * 2 ** Math.min(attempts, 10), LONGEST_AGAIN);
  }

  /** What became of a post is kept even where the store is away for a moment; where it stays away, the post is given up as not known. */
  async #settle(post: Post, by: string, outcome: Parameters<Ledger['settle']>[2]): Promise<void> {
    const { ledger, clock, wait, failed } = this.#parts;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await ledger.settle(post, by, outcome, clock());
        return;
      } catch (error) {
        failed(error);
        if (attempt === KEEPING_TRIES) return;
        await wait(250 * attempt);
      }
    }
  }
}
