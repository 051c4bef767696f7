import type { Answer } from '../answers/answer';
import { PLAIN } from '../answers/from-reading';
import { londonDay } from '../calendar/day';
import type { Catalogue } from '../catalogue/catalogue';
import type { Ledger, Post } from '../delivery/ledger';
import type { PersonalChats } from '../delivery/port';
import type { Made } from '../delivery/poster';
import { UNTIL_BACK } from '../digests/why-suspended';
import type { Query } from '../engine/query';
import { resumeStep, stopWords } from './alert-answer';
import type { Watch, WatchesKept } from './watch';

/** Why an alert is suspended of which the trust's definitions no longer have the measure, or what it is narrowed by. */
export const NOT_MEASURED = 'what it watches is no longer among the measures';

/** Whether the definitions have everything that a query names. */
export function isMeasured({ metrics, filters, excluding }: Pick<Query, 'metrics' | 'filters' | 'excluding'>, catalogue: Pick<Catalogue, 'metrics' | 'dimensions'>): boolean {
  return metrics.every((id) => catalogue.metrics.has(id)) && Object.keys({ ...filters, ...excluding }).every((id) => catalogue.dimensions.has(id));
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Whoever has not written to the bot yet may, so long; milliseconds. */
const GIVEN_UP_AFTER = 7 * 24 * HOUR;
const TOPIC = 'watch-notice:';
const idIn = (topic: string): string | null => /^watch-notice:([^:]+):/.exec(topic)?.[1] ?? null;

export interface NoticesParts {
  readonly kept: Pick<WatchesKept, 'get'>;
  readonly ledger: Pick<Ledger, 'plan'>;
  readonly chats: Pick<PersonalChats, 'of'>;
  readonly render: (answer: Answer) => object;
  readonly clock: () => number;
}

/**
 * What whoever set an alert up is told, in their own chat, of its being suspended. Notices stand in the ledger, so that
 * each is told once, again later where it did not arrive, and when they first write where their chat is not known.
 */
export class Notices {
  readonly #parts: NoticesParts;

  constructor(parts: NoticesParts) {
    this.#parts = parts;
  }

  /** Before it is suspended, so that nobody who ends in between has suspended it in silence. Told once of what was active since a time. @throws TallyError STORE_FAILED */
  async plan({ id, since }: Pick<Watch, 'id' | 'since'>): Promise<void> {
    const { ledger, clock } = this.#parts;
    await ledger.plan({ topic: `${TOPIC}${id}:${since}`, slot: londonDay(since) }, clock(), clock());
  }

  owns({ topic }: Pick<Post, 'topic'>): boolean {
    return idIn(topic) !== null;
  }

  /** What is to become of a notice now: of an alert that is not suspended any more, or never came to be, nothing is told. */
  async make(post: Post): Promise<Made> {
    const { kept, chats, clock, render } = this.#parts;
    const watch = await kept.get(idIn(post.topic) ?? '');
    if (watch?.standing !== 'suspended') return clock() - post.dueAt < MINUTE ? { kind: 'wait', until: clock() + MINUTE, reason: '' } : { kind: 'drop' };
    const chat = await chats.of(watch.setUpBy.id, watch.to.tenant);
    if (chat === null) {
      const reason = 'whoever set it up has not written to Tally';
      return clock() - post.dueAt > GIVEN_UP_AFTER ? { kind: 'skip', reason } : { kind: 'wait', until: clock() + HOUR, reason };
    }
    const answer = noticeOf(watch);
    return { kind: 'post', to: { ...chat, kind: 'personal', team: null }, card: render(answer), summary: answer.headline, reason: post.reason };
  }
}

function noticeOf(watch: Watch): Answer {
  const isGone = watch.why === NOT_MEASURED;
  return {
    ...PLAIN, outcome: 'done', headline: `The alert “${watch.name}” is suspended, because ${watch.why}.`,
    lines: [isGone ? 'It goes on by itself when that is among them again.' : UNTIL_BACK],
    next: [isGone ? { title: 'Stop this alert', step: { kind: 'ask', text: stopWords(watch.name) } } : resumeStep(watch)],
  };
}
