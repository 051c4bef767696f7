import path from 'node:path';
import { grantsOf } from '../../src/access/granted';
import { createRoad } from '../../src/ask';
import { createCards } from '../../src/cards/create-cards';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { dimensionSchema } from '../../src/catalogue/dimension';
import { grantSchema } from '../../src/catalogue/grant';
import type { Snapshot } from '../../src/engine/snapshot';
import { createLanguage } from '../../src/language/language';
import { CATALOGUE as SMALL, holdAtoms, type Atom } from '../access/small-extract';
import { channelMessage, personalMessage, pressed } from './activities';
import { openHouse, type House, type HouseOptions } from './harness';
import { startOpenId, TENANT, type OpenId } from './open-id';

const HOUR = 60 * 60_000;
/** Monday 5 August 2024, 07:00 in London. */
export const MONDAY = Date.UTC(2024, 7, 5, 6);
export const CHANNEL = '19:wide@thread.tacv2';
export const TEAM = '19:team@thread.tacv2';
const MONTHS = ['2024-04-01', '2024-05-01', '2024-06-01', '2024-07-01'];
/** Each month: cancelled of everything booked 104 of 1,199, 8.7%; missed of kept or missed in Ophthalmology 5 of 25, 20.0%, few enough to be hidden. */
const PEOPLE: readonly (readonly [specialty: string, cmg: string, kind: Atom['kind'], people: number])[] = [
  ['100', 'mss', 'missed', 40], ['100', 'mss', 'first', 400], ['100', 'mss', 'cancelled', 44],
  ['120', 'esm', 'missed', 30], ['120', 'esm', 'first', 600], ['120', 'esm', 'cancelled', 60], ['130', 'esm', 'missed', 5], ['130', 'esm', 'first', 20],
];
const NAMES: Readonly<Record<string, object>> = { 'dna-rate': { name: 'DNA rate' }, 'cancelled-rate': { name: 'Cancellation rate', group: 'Activity and money', restricted: true } };
const dimension = (id: string, column: string, names: Readonly<Record<string, string>>) =>
  dimensionSchema.parse({ id, name: id, plural: `${id}s`, column, values: Object.entries(names).map(([key, name]) => ({ key, name, codes: [key] })) });

/** A trust in which the cancellation rate is restricted and nobody may ask who is not granted it. */
export const catalogueWith = (grants: readonly object[]): Catalogue => ({
  ...SMALL, digests: [],
  metrics: new Map([...SMALL.metrics].map(([id, metric]) => [id, { ...metric, ...NAMES[id] }])),
  dimensions: new Map([
    dimension('specialty', 'treatment_function_code', { 100: 'General Surgery', 120: 'ENT', 130: 'Ophthalmology' }), dimension('cmg', 'cmg', { mss: 'MSS', esm: 'ESM' }), dimension('site', 'site_code', { gh: 'Glenfield' }),
  ].map((one) => [one.id, one])),
  grants: grants.map((one) => grantSchema.parse({ because: 'Leads it', owner: 'COO', ...one })),
});
export const ORGANISATION = SMALL.organisation.name;
const holdPeople = (): Promise<Snapshot & { close(): void }> =>
  holdAtoms(MONTHS.flatMap((month) => PEOPLE.map(([specialty, cmg, kind, people]): Atom => ({ month, specialty, cmg, kind, people, site: 'gh' }))));

/** What the houses of one file of tests share: the keys that Teams signs with, and the people that are counted. */
export class Shared {
  openId!: OpenId;
  held!: Snapshot;

  /** There from the first test of the file to its last. */
  static overPeople(): Shared {
    const shared = new Shared();
    let close = (): void => undefined;
    beforeAll(async () => {
      const held = await holdPeople();
      [shared.openId, shared.held, close] = [await startOpenId(), held, () => held.close()];
    });
    afterAll(async () => {
      close();
      await shared.openId.close();
    });
    return shared;
  }
}

interface Shown {
  /** The summary of the last post. */
  readonly said: string;
  /** Each post: where it went, and its summary. */
  readonly posts: readonly (readonly [where: string, said: string])[];
  /** Whatever the cards show. */
  readonly all: string;
}

/** The real road, cards and store behind the real server; people who speak to it in a channel or alone, and a clock of its own. */
export class GrantedHouse {
  now = MONDAY;
  house!: House;

  /** @param isEmpty whether nothing is loaded yet */
  static async open({ openId, held }: Shared, grants: readonly object[], options: HouseOptions = {}, isEmpty = false): Promise<GrantedHouse> {
    const one = new GrantedHouse();
    const catalogue = catalogueWith(grants);
    const road = createRoad({
      catalogue, language: createLanguage(catalogue), grants: grantsOf(catalogue), timeLimit: 20_000, snapshots: { lend: () => Promise.resolve(isEmpty ? null : { snapshot: held, release: () => undefined }), problems: () => [] },
    });
    const cards = createCards({ templatesFolder: path.join(__dirname, '../../cards'), chartAddress: null });
    one.house = await openHouse(openId, { answering: road, digests: catalogue, clock: () => one.now, render: (answer) => cards.render(answer), ...options });
    return one;
  }

  /** @param type which kind of channel Teams says that it is */
  async say(who: string, text: string, where: 'channel' | 'alone' = 'channel', type = 'standard'): Promise<Shown> {
    await this.house.deliver(where === 'alone' ? personalMessage({ ...this.#of(who), text }) : channelMessage({ from: this.#of(who).from, text: `<at>Tally</at> ${text}`, ...channel(type) }));
    return this.#shown();
  }

  /** A button on a card that somebody has in their own chat. */
  async press(who: string, step: object): Promise<Shown> {
    await this.house.deliver(pressed({ v: 1, ...step }, this.#of(who)));
    return this.#shown();
  }

  async later(hours = 2): Promise<Shown> {
    this.now += hours * HOUR;
    await this.house.tick();
    await this.house.tick();
    return this.#shown();
  }

  #of(who: string): { readonly from: object; readonly conversation: object } {
    return { from: { id: `29:${who}`, aadObjectId: who, name: `Name of ${who}` }, conversation: { conversationType: 'personal', tenantId: TENANT, id: `a:${who}` } };
  }

  #shown(): Shown {
    const posts = this.house.sent.splice(0).map(({ path: to, body }) => ({ to, activity: (body as unknown as { activity?: typeof body }).activity ?? body })).filter(({ activity }) => activity.type !== 'typing');
    const told = posts.map(({ to, activity: { summary, text } }) => [to.includes('a:') ? 'alone' : 'channel', summary ?? text ?? ''] as const);
    return { said: told.at(-1)?.[1] ?? '', posts: told, all: JSON.stringify(posts.map(({ activity: { summary, text, attachments } }) => [summary, text, attachments])) };
  }
}

const channel = (type: string): object => ({
  conversation: { conversationType: 'channel', tenantId: TENANT, id: `${CHANNEL};messageid=1`, isGroup: true }, channelData: { tenant: { id: TENANT }, team: { id: TEAM }, channel: { id: CHANNEL, type } },
});
