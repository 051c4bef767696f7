import type { Answer } from '../../src/answers/answer';
import { PLAIN } from '../../src/answers/from-reading';
import { londonInstant } from '../../src/calendar/instant';
import { dayPeriod } from '../../src/calendar/period';
import { Pace } from '../../src/delivery/pace';
import { Poster } from '../../src/delivery/poster';
import { Teller } from '../../src/delivery/teller';
import type { Delivery } from '../../src/delivery/delivery';
import type { Address, PersonalChat, Port } from '../../src/delivery/port';
import { querySchema } from '../../src/engine/query';
import type { Store } from '../../src/store/open-store';
import type { Watch } from '../../src/watches/watch';
import { Watches } from '../../src/watches/watches';
import { BOARD, onTheDayAt } from '../fixtures/cards/on-the-day-answers';
import { CATALOGUE } from '../language/trust-language';

/** One reading of the theatre system: cancelled of planned, at a minute of a day. */
export interface DayRead {
  readonly at: string;
  readonly cancelled: number;
  readonly planned: number;
  readonly isWithheld?: boolean;
}

/** The day's answer at a reading, judged by the same code as the trust's own. */
export function answerAt({ at, cancelled, planned, isWithheld = false }: DayRead): Answer {
  const day = at.slice(0, 10);
  const answer = onTheDayAt({ ...BOARD, day, readAt: at, snapshot: { id: snapshotOf(at), loadedAt: `${at}:00Z`, notice: null }, figure: isWithheld ? { numerator: null, denominator: null, value: null, hidden: true } : { numerator: cancelled, denominator: planned, value: cancelled / planned, hidden: false } }, at);
  return answer;
}

export const snapshotOf = (at: string): string => at.replace(/\D/g, '');
export const OVER_TEN = { kind: 'threshold', op: 'above', value: 0.1 } as const;
export const ADDRESS = { kind: 'channel', conversation: '19:c', serviceUrl: 'https://smba.trafficmanager.net/uk/', tenant: 't', team: '19:team' } as const;
/** Teams has shown nothing of any place. */
const UNSEEN = { groupOf: () => Promise.resolve(null), seen: () => Promise.resolve({ isShared: null, name: null }) };
const QUERY = querySchema.parse({ intent: 'value', metrics: ['on-the-day-cancellations'], period: { ...dayPeriod('2026-11-26'), asked: 'today' } });

export function watchOf(changes: Partial<Watch> = {}): Watch {
  return {
    id: 'one', organisation: CATALOGUE.organisation.name, name: 'Cancellations on the day over 10%', query: JSON.stringify(QUERY), condition: OVER_TEN, to: ADDRESS, person: null,
    setUpBy: { id: 'anna', name: 'Anna Ward' }, standing: 'active', why: '', mutedTo: null, fired: '', crossing: null, isPlanned: true, judged: '', checked: '', unjudged: '', turn: 0, since: 0, ...changes,
  };
}

/** What a trust's day looks like to any number of instances, and what arrived of it. */
export class WatchedDay {
  readonly arrived: string[] = [];
  read: DayRead;
  /** The chat of whoever set alerts up, where it is known; and the trust's definitions. */
  chat: PersonalChat | null = null;
  catalogue = CATALOGUE;
  /** What Teams says to a post; what it takes has arrived. */
  says: (to: Address) => Delivery = () => ({ outcome: 'sent', message: 'm' });
  readonly #clock: { now: number };

  constructor(first: DayRead) {
    this.read = first;
    this.#clock = { now: instant(first.at) };
  }

  /** The next extract has come. */
  next(read: DayRead): void {
    this.read = read;
    this.later(instant(read.at));
  }

  later(at: number): void {
    this.#clock.now = Math.max(this.#clock.now, at);
  }

  get now(): number {
    return this.#clock.now;
  }

  /**
   * One instance of what watches and posts, over a store.
   * @param through stands between it and the store and the Connector, as the place where an instance dies
   * @param reads what this instance has loaded; the latest where it is not given
   * @param night what the nights' extracts have to say of whatever is asked, in place of the day's
   */
  instance(store: Pick<Store, 'watches' | 'ledger'>, name: string, through: <T extends object>(of: T) => T = (of) => of, reads: () => DayRead = () => this.read, night: { readonly nightly: string; readonly answer: Answer } | null = null): { tick(): Promise<void>; readonly watches: Watches } {
    const clock = (): number => this.#clock.now;
    const ledger = through(store.ledger.of(this.catalogue.organisation.name));
    const port = through<Port>({
      post: (to, _card, summary) => {
        const delivery = this.says(to);
        if (delivery.outcome === 'sent') this.arrived.push(summary);
        return Promise.resolve(delivery);
      },
    });
    const failures: unknown[] = [];
    const failed = (error: unknown): void => void failures.push(error);
    const watches = new Watches({
      catalogue: this.catalogue, kept: through(store.watches), ledger, render: (answer) => ({ answer: answer.headline }), chats: { of: () => Promise.resolve(this.chat) }, clock, failed, places: UNSEEN,
      held: () => Promise.resolve({ nightly: night?.nightly ?? 'nightly', onTheDay: snapshotOf(reads().at) }),
      road: { run: (_step, { at }) => Promise.resolve(night !== null ? night.answer : reads().at.slice(0, 10) === new Date(at).toISOString().slice(0, 10) ? answerAt(reads()) : { ...PLAIN, outcome: 'no-data', headline: 'Nothing of today is known yet.' }) },
    });
    const wait = (): Promise<void> => Promise.resolve();
    const pace = new Pace({ clock, wait, apart: 0, apartInOne: 0 });
    const poster = new Poster({ ledger, port, clock, wait, instance: name, failed, pace, make: (post) => watches.make(post) });
    const teller = new Teller({ ledger, port, clock, wait, failed, pace, tell: (post) => watches.tell(post) });
    return {
      watches,
      tick: async () => {
        await watches.look();
        await poster.tick();
        await teller.round();
      },
    };
  }
}

export const instant = (at: string): number => londonInstant(at) ?? NaN;
