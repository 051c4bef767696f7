import type { Logger } from 'pino';
import { PLAIN } from '../answers/from-reading';
import { londonClock } from '../calendar/instant';
import { mayYetArrive } from '../delivery/delivery';
import type { Owed } from '../delivery/owed';
import type { Address, Port } from '../delivery/port';
import { TallyError } from '../errors';
import type { AnsweredMessages } from './answered-messages';
import type { Source } from './incoming';
import type { Render } from './render';

/** Milliseconds within which whoever took a message on has answered it, or will not any more: its queries and the Connector each have their limits. */
export const TURN_WITHIN = 60_000;
/** Milliseconds before it is tried again to tell somebody, longer each time, and after which nobody waits for the answer any more. */
const AGAIN = 60_000;
const GIVEN_UP_AFTER = 60 * 60_000;
const MOST_AT_ONCE = 100;

/** Where somebody wrote, to be written to there: in a channel in the same thread. */
export function threadOf({ place, serviceUrl, team, asker }: Source): Address {
  return { kind: place.kind === 'personal' ? 'personal' : 'group', conversation: place.id, serviceUrl, tenant: asker.tenant, team };
}

export interface OwedParts {
  readonly answered: Pick<AnsweredMessages, 'owed' | 'take' | 'settle'>;
  readonly port: Port;
  readonly render: Render;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly log: Logger;
}

/**
 * Tells whoever wrote that the answer may not have arrived: the process was killed or stopped while it worked on it, or Teams
 * did not take it. What they wrote is kept nowhere, so that they are asked to write it again.
 */
export class OwedAnswers {
  readonly #parts: OwedParts;
  #underWay: Promise<void> | null = null;

  constructor(parts: OwedParts) {
    this.#parts = parts;
  }

  /** Tells each conversation that is owed something, once. Never throws; calls that come while one is under way share it. */
  tick(): Promise<void> {
    const { log } = this.#parts;
    return (this.#underWay ??= this.#look()
      .catch((error: unknown) => log.error({ code: 'OWED_NOT_TOLD', why: error instanceof TallyError ? error.code : 'UNKNOWN' }, 'who was not answered could not be told'))
      .finally(() => { this.#underWay = null; }));
  }

  async #look(): Promise<void> {
    const { answered, clock } = this.#parts;
    const found = new Map<string, Owed[]>();
    for (const owed of await answered.owed(clock(), MOST_AT_ONCE)) {
      const now = clock();
      if (!(await answered.take(owed, now + Math.max(AGAIN, now - owed.at)))) continue;
      found.set(owed.conversation, [...(found.get(owed.conversation) ?? []), owed]);
    }
    for (const together of found.values()) await this.#tell(together);
  }

  /** @param together what is owed in one conversation, the longest owed first */
  async #tell(together: readonly Owed[]): Promise<void> {
    const { answered, port, render, clock, log } = this.#parts;
    const [first] = together;
    if (first === undefined) return;
    const headline = `${together.length === 1 ? 'A message' : 'Messages'} of ${londonClock(first.at).slice(11)} may not have been answered here. If you see no answer, please ask again.`;
    const isLate = clock() - first.at > GIVEN_UP_AFTER;
    const delivery = isLate ? null : await port.post(first.to, render({ ...PLAIN, outcome: 'refused', headline, reason: 'interrupted' }), headline);
    // Told twice rather than never.
    if (delivery !== null && (delivery.outcome === 'ambiguous' || mayYetArrive(delivery))) return;
    log.warn({ code: 'ANSWER_OWED', messages: together.length, outcome: delivery?.outcome ?? 'given up' }, delivery?.outcome === 'sent' ? 'messages may not have been answered; who wrote them was told' : 'messages may not have been answered, and who wrote them cannot be told');
    for (const { conversation, activity } of together) await answered.settle(conversation, activity);
  }
}
