import type { Logger } from 'pino';
import type { Answer } from '../answers/answer';
import type { Road } from '../ask';
import type { Delivery } from '../delivery/delivery';
import type { PersonalChats, Port } from '../delivery/port';
import type { Commands } from '../digests/commands';
import type { Learning } from '../learning/learning';
import type { Watch } from '../monitoring/watch';
import type { Reporting } from '../reports/reporting';
import type { AnsweredMessages } from './answered-messages';
import type { ConversationContexts } from './asked-before';
import { loggedFault } from './fault-log';
import type { Installations } from './installations';
import type { Render } from './render';
import type { SeenPlaces } from './seen-places';
import type { TeamGroups } from './team-groups';
import { LONGEST_QUESTION } from './spoken-text';

/** What a turn is carried out with. */
export interface TurnParts {
  readonly road: Road;
  readonly render: Render;
  /** Told which cards were posted and what people thought of them; null where nothing is learnt, and cards then carry no thumbs. */
  readonly learning: Pick<Learning, 'isKeeping' | 'posted' | 'disliked'> | null;
  /** Carries out what people command. */
  readonly commands: Commands;
  /** Takes on what people report as wrong. */
  readonly reporting: Reporting;
  readonly store: { readonly answered: AnsweredMessages; readonly installations: Installations; readonly contexts: ConversationContexts; readonly chats: PersonalChats; readonly teamGroups: TeamGroups; readonly seen: SeenPlaces };
  /** The way to somebody's own chat. */
  readonly port: Port;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Milliseconds after which a person sees that Tally is typing. */
  readonly typingAfter: number;
  /** Milliseconds that somebody composing a message is kept waiting for a card; Teams gives up after five seconds. */
  readonly searchWithin: number;
  readonly watch: Watch;
  readonly log: Logger;
}

/** What a person is told where there is no answer to show. */
export const SENTENCES = {
  failed: 'That could not be answered just now. Try again in a minute.',
  tooLong: `That is longer than ${LONGEST_QUESTION} characters. Ask in one short sentence, such as "DNA rate for ENT last month".`,
  badButton: 'That button is not one Tally understands. Ask the question in words instead.',
  below: 'Answered below.',
  notRefreshed: 'This card could not be brought up to date. Ask the question again in a minute.',
  tooMany: 'That is too much at once. Wait a minute, then ask again.',
  searchSlow: 'That is taking too long. Ask for a shorter period or fewer parts.',
  search: 'Type a measure and, if you like, a specialty, a site and a time, such as "dna ent".',
} as const;

/** Logs what was not delivered, and gives it back. */
export function noted(delivery: Delivery, { log }: Pick<TurnParts, 'log'>): Delivery {
  if (delivery.outcome !== 'sent') {
    log.error({ code: 'DELIVERY_FAILED', outcome: delivery.outcome, status: delivery.status, fault: loggedFault(delivery.cause) }, 'a reply was not delivered');
  }
  return delivery;
}

/** Has an answer worked out, and counts what it came to. Throws what `work` throws. */
export async function counted(by: string, work: () => Promise<Answer>, { watch }: TurnParts): Promise<Answer> {
  try {
    const answer = await work();
    watch.answered(by, answer.outcome);
    return answer;
  } catch (error) {
    watch.answered(by, 'failed');
    throw error;
  }
}
