import type { Answer } from '../answers/answer';
import { londonDay } from '../calendar/day';
import type { Ledger, Post } from '../delivery/ledger';
import type { Address, PersonalChats, Port } from '../delivery/port';
import type { Made, Told } from '../delivery/poster';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Whoever has not written to the bot yet may, so long; milliseconds. */
const GIVEN_UP_AFTER = 7 * 24 * HOUR;

/** Something that is suspended, whoever set it up, and what they are told of it. */
export interface Suspended {
  readonly setUpBy: { readonly id: string };
  readonly to: Address;
  /** Whether the place that it goes to is lost, and is no place to say so. */
  readonly isPlaceLost: boolean;
  readonly answer: Answer;
}

export interface NoticesParts {
  /** What they are of: digests, or the figures that are watched. */
  readonly of: 'digest' | 'watch';
  readonly ledger: Pick<Ledger, 'plan'>;
  readonly chats: Pick<PersonalChats, 'of'>;
  readonly port: Port;
  readonly render: (answer: Answer) => object;
  readonly clock: () => number;
  /** Null where it is not suspended, or is there no more. */
  readonly suspended: (id: string) => Promise<Suspended | null>;
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
    const { ledger, clock, of } = this.#parts;
    await ledger.plan({ topic: `${of}-notice:${id}:${since}`, slot: londonDay(since) }, clock(), clock());
  }

  owns({ topic }: Pick<Post, 'topic'>): boolean {
    return this.#idIn(topic) !== null;
  }

  /** What is to become of a notice now: of what is not suspended any more, or never came to be, nothing is told. */
  async make(post: Post): Promise<Made> {
    const { suspended, chats, clock, render } = this.#parts;
    const one = await suspended(this.#idIn(post.topic) ?? '');
    if (one === null) return clock() - post.dueAt < MINUTE ? { kind: 'wait', until: clock() + MINUTE, reason: '' } : { kind: 'drop' };
    const { setUpBy, to, isPlaceLost, answer } = one;
    const chat = await chats.of(setUpBy.id, to.tenant);
    if (chat === null) {
      const reason = 'whoever set it up has not written to Tally';
      return clock() - post.dueAt > GIVEN_UP_AFTER ? { kind: 'skip', reason } : { kind: 'wait', until: clock() + HOUR, reason };
    }
    if (isPlaceLost && chat.conversation === to.conversation) return { kind: 'skip', reason: 'it went to the chat of whoever set it up' };
    return { kind: 'post', to: { ...chat, kind: 'personal', team: null }, card: render(answer), summary: answer.headline, reason: post.reason };
  }

  /** One of which it is not known whether it arrived is told once more: twice does no harm. */
  async tell(post: Post): Promise<Told> {
    const made = post.state === 'ambiguous' ? await this.make(post) : null;
    return made?.kind === 'post' ? this.#parts.port.post(made.to, made.card, made.summary) : 'nobody';
  }

  #idIn(topic: string): string | null {
    const [, of, id] = /^(digest|watch)-notice:([^:]+):/.exec(topic) ?? [];
    return id === undefined || of !== this.#parts.of ? null : id;
  }
}
