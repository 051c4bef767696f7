import type { Answer } from '../answers/answer';
import { londonDay } from '../calendar/day';
import type { Ledger, Post } from '../delivery/ledger';
import type { Address, PersonalChats } from '../delivery/port';
import type { Made } from '../delivery/poster';
import type { Telling } from '../delivery/teller';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Whoever has not written to the bot yet may, so long; milliseconds. */
const GIVEN_UP_AFTER = 7 * 24 * HOUR;

/** What whoever set something up is told of it. */
export interface Notice {
  readonly id: string;
  /** Since when it was active before it was suspended, milliseconds since 1970. */
  readonly since: number;
  readonly setUpBy: { readonly id: string };
  /** Where it goes. */
  readonly to: Address;
  /** Whether that place is lost, and is no place to say so. */
  readonly isPlaceLost: boolean;
  readonly answer: Answer;
}

export interface NoticesParts {
  /** What they are of: digests, or the figures that are watched. */
  readonly of: 'digest' | 'watch';
  readonly ledger: Pick<Ledger, 'plan'>;
  readonly chats: Pick<PersonalChats, 'of'>;
  readonly render: (answer: Answer) => object;
  readonly clock: () => number;
  /** Null where it is not suspended, or is there no more. */
  readonly suspended: (id: string) => Promise<Notice | null>;
}

/**
 * What whoever set something up is told, in their own chat, of its being suspended. Notices stand in the ledger, so that
 * each is told once, again later where it did not arrive, and when they first write where their chat is not known.
 */
export class Notices {
  readonly #parts: NoticesParts;

  constructor(parts: NoticesParts) {
    this.#parts = parts;
  }

  /** Before it is suspended, so that nobody who ends in between has suspended it in silence. Told once of what was active since a time. @throws TallyError STORE_FAILED */
  async plan({ id, since }: { readonly id: string; readonly since: number }): Promise<void> {
    const { ledger, clock } = this.#parts;
    await ledger.plan({ topic: this.#topicOf({ id, since }), slot: londonDay(since) }, clock(), clock());
  }

  owns({ topic }: Pick<Post, 'topic'>): boolean {
    return this.#idIn(topic) !== null;
  }

  /** What is to become of a notice now: of what is not suspended any more, never came to be, or is told as what came after it, nothing is told. */
  async make(post: Post): Promise<Made> {
    const { clock } = this.#parts;
    const one = await this.#suspendedIn(post);
    if (one === null) return clock() - post.dueAt < MINUTE ? { kind: 'wait', until: clock() + MINUTE, reason: '' } : { kind: 'drop' };
    if (one === 'anew') return { kind: 'drop' };
    const telling = await this.inOwnChat(one);
    if (telling === 'nobody') return { kind: 'skip', reason: 'it went to the chat of whoever set it up' };
    if (telling === 'later') {
      const reason = 'whoever set it up has not written to Tally';
      return clock() - post.dueAt > GIVEN_UP_AFTER ? { kind: 'skip', reason } : { kind: 'wait', until: clock() + HOUR, reason };
    }
    return { kind: 'post', ...telling, reason: post.reason };
  }

  /** One of which it is not known whether it arrived is told once more: twice does no harm. */
  async tell(post: Post): Promise<Telling> {
    const one = post.state === 'ambiguous' ? await this.#suspendedIn(post) : null;
    if (one === null || one === 'anew') return 'nobody';
    const telling = await this.inOwnChat(one);
    return typeof telling === 'string' ? telling : { ...telling, isThePost: true };
  }

  /** Said to whoever set it up, in their own chat; where that is not known, when they have written. */
  async inOwnChat({ setUpBy, to, isPlaceLost, answer }: Notice): Promise<Telling> {
    const { chats, render } = this.#parts;
    const chat = await chats.of(setUpBy.id, to.tenant);
    if (chat === null) return 'later';
    if (isPlaceLost && chat.conversation === to.conversation) return 'nobody';
    return { to: { ...chat, kind: 'personal', team: null }, card: render(answer), summary: answer.headline };
  }

  /** What a notice is of; `anew` where that went on since and is suspended anew, of which another notice tells. */
  async #suspendedIn(post: Post): Promise<Notice | 'anew' | null> {
    const one = await this.#parts.suspended(this.#idIn(post.topic) ?? '');
    if (one === null || this.#topicOf(one) === post.topic) return one;
    await this.plan(one);
    return 'anew';
  }

  #topicOf({ id, since }: Pick<Notice, 'id' | 'since'>): string {
    return `${this.#parts.of}-notice:${id}:${since}`;
  }

  #idIn(topic: string): string | null {
    const [, of, id] = /^(digest|watch)-notice:([^:]+):/.exec(topic) ?? [];
    return id === undefined || of !== this.#parts.of ? null : id;
  }
}
