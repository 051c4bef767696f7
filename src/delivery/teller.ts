import { mayYetArrive } from './delivery';
import type { Ledger, Post, Told } from './ledger';
import type { Pace } from './pace';
import type { Address, Port } from './port';

/**
 * What somebody is told of a post, and where; `later` where their chat is not known yet, `nobody` where there is none to tell.
 * `isThePost` where it is the post itself once more: where it arrives, the post has.
 */
export type Telling = { readonly to: Address; readonly card: object; readonly summary: string; readonly isThePost?: boolean } | 'later' | 'nobody';

export interface TellerParts {
  readonly ledger: Pick<Ledger, 'untold' | 'tell' | 'told' | 'confirm'>;
  readonly port: Port;
  /** The one that posts go by too. */
  readonly pace: Pace;
  readonly clock: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** What is said, and to whom, of a post that failed, or of which it is not known whether it arrived. */
  readonly tell: (post: Post) => Promise<Telling>;
  /** Told of what could not be worked out or kept. */
  readonly failed: (error: unknown) => void;
  readonly limits?: Partial<TellingLimits>;
}

/** Milliseconds. */
export interface TellingLimits {
  /** Within which whoever tells of a post has done so; after that somebody else may. */
  readonly telling: number;
  /** Before it is tried again to tell somebody; longer each time. */
  readonly again: number;
}

const LIMITS: TellingLimits = { telling: 120_000, again: 60_000 };
const MOST_AT_ONCE = 50;
/** Whoever's chat is free within this is waited for; the others come to their turn later; milliseconds. */
const WAITED_FOR = 5_000;
/** Telling is tried again after so long at most, and for so long; milliseconds. */
const AGAIN = { most: 60 * 60_000, for: 7 * 24 * 60 * 60_000 } as const;
/**
 * Where it is not known whether that arrived it is told again after so many times as long as anything is: after a minute, an
 * hour, half a day and two days. An outage of Teams says so of every one that falls into it.
 */
const IN_DOUBT: readonly number[] = [1, 60, 12 * 60, 48 * 60];

/**
 * Tells whoever owns them of posts that failed or are in doubt: whoever takes one on tells, until it has arrived. It takes
 * turns with the posts, and lets them go first.
 */
export class Teller {
  readonly #parts: TellerParts;
  readonly #limits: TellingLimits;
  #isStopping = false;

  constructor(parts: TellerParts) {
    this.#parts = parts;
    this.#limits = { ...LIMITS, ...parts.limits };
  }

  /** Nothing more is begun. */
  stop(): void {
    this.#isStopping = true;
  }

  /** Tells of some of what is still to be told. @throws TallyError STORE_FAILED where the ledger cannot be read */
  async round(): Promise<void> {
    const { ledger, clock, failed } = this.#parts;
    for (const post of await ledger.untold(clock(), MOST_AT_ONCE)) {
      if (this.#isStopping) return;
      try {
        const until = clock() + this.#limits.telling;
        if (await ledger.tell(post, until, clock())) await ledger.told(post, until, await this.#told(post));
      } catch (error) {
        failed(error);
      }
    }
  }

  async #told(post: Post): Promise<Told> {
    const { ledger, tell, port, pace, clock, wait } = this.#parts;
    const { doubts } = post;
    const telling = await tell(post);
    if (telling === 'nobody') return { again: null, doubts };
    if (telling === 'later') return { again: this.#again(post), doubts };
    const { conversation } = telling.to;
    const free = pace.until(conversation);
    if (free > WAITED_FOR) return { again: clock() + free, doubts };
    // Its turn is asked for when its chat is free: asked for before, it would keep the posts after it waiting.
    if (free > 0) await wait(free);
    await pace.turn(conversation);
    if (this.#isStopping) return { again: clock(), doubts };
    const delivery = await port.post(telling.to, telling.card, telling.summary);
    if (delivery.outcome !== 'sent' && delivery.retryAfter !== undefined) pace.leaveAlone(conversation, delivery.retryAfter);
    if (mayYetArrive(delivery)) return { again: this.#again(post, pace.until(conversation)), doubts };
    if (delivery.outcome === 'sent' && telling.isThePost === true) await ledger.confirm(post, clock());
    if (delivery.outcome !== 'ambiguous') return { again: null, doubts };
    // Told twice rather than never: pressing its buttons twice does nothing the second time.
    const later = IN_DOUBT[doubts];
    return { again: later === undefined ? null : clock() + this.#limits.again * later, doubts: doubts + 1 };
  }

  #again({ changedAt }: Post, notWithin = 0): number | null {
    const now = this.#parts.clock();
    const age = now - changedAt;
    return age < AGAIN.for ? now + Math.max(Math.min(Math.max(age / 2, this.#limits.again), AGAIN.most), notWithin) : null;
  }
}
