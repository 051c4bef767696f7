import { setTimeout as pause } from 'node:timers/promises';
import { groupMessage, personalMessage, pressed } from '../teams/activities';
import { TENANT } from '../teams/open-id';
import type { Arrival, FarSide } from './far-side';
import type { Program } from './program';

/** One question, or one pressed button, and what became of it. */
export interface Asked {
  readonly words: string;
  readonly conversation: string;
  /** When it was sent; milliseconds since 1970. */
  readonly at: number;
  /** The HTTP status of the last delivery; 0 where none was taken. */
  readonly status: number;
  readonly deliveries: number;
  /** Whether the reply to a pressed button said, on its card, that it could not be answered. */
  readonly isRefused: boolean;
  /** Whether the reply to a pressed button was its own card brought up to now, so that nothing is posted. */
  readonly isReplaced: boolean;
  /** Null where none came in time. */
  readonly reply: Arrival | null;
  /** What arrived as its reply up to now, however late. */
  readonly arrived: () => readonly Arrival[];
}

/** Milliseconds: how long a reply is waited for, how long Teams waits before it delivers again, and for how long it does. */
const REPLY_WITHIN = 45_000;
const AGAIN_AFTER = 1_000;
const AGAIN_FOR = 60_000;

/** Of everybody in this process: whatever is kept from one to the next, no message is taken for another. */
let sent = 0;

/** Those who write to the program, each in a chat of their own; and what they are told without having asked just now. */
export class People {
  readonly unasked: Arrival[] = [];
  readonly #farSide: FarSide;
  readonly #program: (person: number) => Program;
  readonly #waiting = new Map<string, (arrival: Arrival) => void>();
  /** Message → the replies to it. */
  readonly #replies = new Map<string, Arrival[]>();

  /** @param program the one that runs now, and takes what this person writes */
  constructor(farSide: FarSide, program: (person: number) => Program) {
    this.#farSide = farSide;
    this.#program = program;
    farSide.arrived = (arrival) => {
      if (arrival.replyTo === null || arrival.replyTo === '') {
        this.unasked.push({ ...arrival, card: null });
        return;
      }
      this.#replies.set(arrival.replyTo, [...this.#replies.get(arrival.replyTo) ?? [], arrival]);
      this.#waiting.get(arrival.replyTo)?.(arrival);
    };
  }

  /** How many messages were answered more than once. */
  get repeated(): number {
    return [...this.#replies.values()].filter(({ length }) => length > 1).length;
  }

  /** @param within milliseconds that a reply is waited for */
  ask(person: number, words: string, within = REPLY_WITHIN): Promise<Asked> {
    return this.#deliver(person, words, (id) => personalMessage({ ...own(person), id, text: words }), within);
  }

  /** Says something to the bot in a group of its own. */
  say(group: string, person: number, words: string): Promise<Asked> {
    const { from } = own(person);
    return this.#deliver(person, words, (id) => groupMessage({ id, from, text: `<at>Tally</at> ${words}`, conversation: { conversationType: 'groupChat', tenantId: TENANT, id: group, isGroup: true } }));
  }

  /** Presses a button of a card. */
  press(person: number, tally: unknown): Promise<Asked> {
    return this.#deliver(person, 'a button', (id) => pressed(tally, { ...own(person), id }));
  }

  async #deliver(person: number, words: string, message: (id: string) => Record<string, unknown>, within = REPLY_WITHIN): Promise<Asked> {
    sent += 1;
    const id = `q${sent}`;
    const activity = message(id);
    const { id: conversation } = activity['conversation'] as { readonly id: string };
    const at = Date.now();
    let answered: (arrival: Arrival | null) => void = () => undefined;
    const reply = new Promise<Arrival | null>((resolve) => { answered = resolve; });
    this.#waiting.set(id, answered);
    let deliveries = 0;
    let status = 0;
    let text = '';
    // What nobody took is delivered again, with the same id.
    while (status === 0 && Date.now() < at + AGAIN_FOR) {
      if (deliveries > 0) await pause(AGAIN_AFTER);
      deliveries += 1;
      ({ status, text } = await this.#program(person).deliver(activity, this.#farSide.token()));
    }
    const late = setTimeout(() => answered(null), within);
    const arrived = await reply;
    clearTimeout(late);
    this.#waiting.delete(id);
    return { words, conversation, at, status, deliveries, isRefused: /"statusCode":[45]\d\d/.test(text), isReplaced: text.includes('"type":"application/vnd.microsoft.card.adaptive"'), reply: arrived, arrived: () => this.#replies.get(id) ?? [] };
  }
}

/** What Teams sends of a person and of their chat with the bot. */
function own(person: number): { readonly from: object; readonly conversation: object } {
  return {
    from: { id: `29:person-${person}`, name: `Person ${person}`, aadObjectId: `f0f0f0f0-0000-4000-8000-${String(person).padStart(12, '0')}` },
    conversation: { conversationType: 'personal', tenantId: TENANT, id: `a:person-${person}` },
  };
}
