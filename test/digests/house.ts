import type { Answer } from '../../src/answers/answer';
import type { Delivery } from '../../src/delivery/delivery';
import type { Ledger } from '../../src/delivery/ledger';
import type { Address } from '../../src/delivery/port';
import type { Schedule } from '../../src/calendar/schedule';
import { openDigests, type OpenDigests } from '../../src/digests/open-digests';
import { topicOf, type Subscription, type SubscriptionsKept } from '../../src/digests/subscription';
import { querySchema } from '../../src/engine/query';
import type { Snapshot } from '../../src/engine/snapshot';
import type { Command } from '../../src/language/command';
import { knownPlaces } from '../../src/store/known-places';
import { openStore, type Store } from '../../src/store/open-store';
import * as sample from '../fixtures/cards/answers';
import { CATALOGUE } from '../language/trust-language';
import type { Place } from '../store/stores';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;
/** Monday 8 July 2024, 08:00 in London. */
export const EIGHT = Date.UTC(2024, 6, 8, 7);
export const MONDAYS: Schedule = { every: 'week', on: 1, at: '08:00', zone: 'Europe/London' };
export const CHANNEL: Address = { kind: 'channel', conversation: '19:channel', serviceUrl: 'https://smba.trafficmanager.net/uk/', tenant: 'tenant', team: '19:team' };
const ANNA = { id: 'anna', name: 'Anna Ward', tenant: 'tenant' };
const QUERY = querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: { from: '2024-06-01', to: '2024-06-30', grain: 'month', label: 'June 2024', asked: null } });
type Change = Omit<Extract<Command, { kind: 'digest'; what: 'change' }>, 'kind' | 'what' | 'name'>;

/** One instance of what posts digests, over a real store, with a clock of its own and a Connector that answers as told. */
export class DigestHouse {
  now = EIGHT - HOUR;
  /** What is shown; a test that throws in it has a figure that cannot be worked out. */
  answer: () => Answer = () => sample.VALUE;
  connector: (to: Address) => Delivery | Promise<Delivery> = () => ({ outcome: 'sent', message: null });
  coverage: Snapshot['coverage'] = {};
  readonly sent: { readonly to: string; readonly summary: string; readonly answer: Answer; readonly at: number }[] = [];
  /** Happens between the ledger's word that a post may be sent and the sending. */
  afterBegin: () => void = () => undefined;
  /** Requests, arrived or not. */
  asked = 0;
  isRemoved = false;
  readonly failures: unknown[] = [];
  readonly store: Store;
  readonly digests: OpenDigests;
  readonly #place: Place;
  #ends: 'change' | null = null;

  private constructor(place: Place, store: Store) {
    this.#place = place;
    this.store = store;
    this.digests = openDigests({
      catalogue: { ...CATALOGUE, digests: [] }, subscriptions: this.#subscriptions(), followed: store.followed, ledger: this.#ledger(), chats: store.chats,
      clock: () => this.now, instance: 'one', isInstaller: () => Promise.resolve(false), isRemoved: () => Promise.resolve(this.isRemoved), failed: (error) => void this.failures.push(error),
      // Whoever waits moves the clock on.
      wait: async (ms) => {
        const until = this.now + ms;
        await new Promise((resolve) => setImmediate(resolve));
        this.now = Math.max(this.now, until);
      },
      road: { run: () => new Promise((settle) => { settle(this.answer()); }) }, render: (answer) => answer, coverage: () => Promise.resolve(this.coverage),
      places: knownPlaces(store),
      also: { owns: () => false, make: () => Promise.reject(new Error('nothing else is posted')), tell: () => Promise.resolve('nobody') },
      port: {
        post: async (to, card, summary) => {
          this.asked += 1;
          const delivery = await this.connector(to);
          // The card is the answer itself: see `render`.
          if (delivery.outcome === 'sent') this.sent.push({ to: to.kind, summary, answer: card as Answer, at: this.now });
          return delivery;
        },
      },
    });
  }

  #ledger(): Ledger {
    return new Proxy<Ledger>(this.store.ledger.of(CATALOGUE.organisation.name), {
      get: (ledger, name) => {
        if (name !== 'begin') {
          const one: unknown = Reflect.get(ledger, name);
          return typeof one === 'function' ? (one.bind(ledger) as unknown) : one;
        }
        return async (...args: Parameters<Ledger['begin']>) => {
          const begun = await ledger.begin(...args);
          this.afterBegin();
          return begun;
        };
      },
    });
  }

  /** This instance ends where it would have called that, and lives again where that is null. */
  ends(at: 'change' | null): void {
    this.#ends = at;
  }

  #subscriptions(): SubscriptionsKept {
    return new Proxy<SubscriptionsKept>(this.store.subscriptions, {
      get: (kept, name) => {
        const one: unknown = Reflect.get(kept, name);
        return typeof one !== 'function' ? one : name === this.#ends ? () => Promise.reject(new Error('this instance has ended')) : (one.bind(kept) as unknown);
      },
    });
  }

  static async open(placeOf: () => Promise<Place>): Promise<DigestHouse> {
    const place = await placeOf();
    return new DigestHouse(place, await openStore(place.url, () => EIGHT));
  }

  async close(): Promise<void> {
    this.store.close();
    await this.#place.clear();
  }

  /** Anna's own chat, in which she is told what became of posts. */
  knowAnna(): Promise<void> {
    return this.store.chats.remember(ANNA.id, { conversation: 'a:anna', serviceUrl: CHANNEL.serviceUrl, tenant: 'tenant' }, this.now);
  }

  async setUp(changes: Partial<Subscription> = {}): Promise<Subscription> {
    const one: Subscription = {
      id: 'one', organisation: CATALOGUE.organisation.name, name: 'DNA rate', query: JSON.stringify(QUERY), schedule: MONDAYS, to: CHANNEL, person: null, setUpBy: ANNA, standing: 'active', why: '', since: this.now, ...changes,
    };
    await this.store.subscriptions.create(one, this.now);
    return one;
  }

  async at(when: number): Promise<void> {
    this.now = when;
    await this.digests.tick();
  }

  /** A look every fifteen seconds, as the program has them. */
  async over(from: number, to: number): Promise<void> {
    for (let when = from; when <= to; when += 15_000) await this.at(Math.max(when, this.now));
  }

  async say(command: Extract<Command, { kind: 'digest' }>): Promise<string> {
    return (await this.digests.commands.carryOut(command, { asker: ANNA, place: { kind: 'channel', id: CHANNEL.conversation }, address: CHANNEL, at: this.now })).headline;
  }

  change(what: Change): Promise<string> {
    return this.say({ kind: 'digest', what: 'change', name: null, ...what });
  }

  async again(one: Subscription, slot: string): Promise<string> {
    return (await this.digests.commands.decide('again', { topic: topicOf(one), slot }, { asker: ANNA, place: { kind: 'personal', id: 'a:anna' }, address: null, at: this.now })).headline;
  }

  /** The latest posts, the first of them first: "2024-07-08 sent". */
  async states(one: Subscription): Promise<readonly string[]> {
    return (await this.store.ledger.history(topicOf(one), 9)).map(({ slot, state, reason }) => `${slot} ${state}${state === 'sent' || reason === '' ? '' : `: ${reason}`}`).reverse();
  }
}
