import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { NO_GRANTS } from '../../src/access/permit';
import { createRoad, type Road } from '../../src/ask';
import { londonInstant } from '../../src/calendar/instant';
import type { Catalogue } from '../../src/catalogue/catalogue';
import type { QuestionKeeping } from '../../src/catalogue/question-keeping';
import type { Snapshot } from '../../src/engine/snapshot';
import { TallyError } from '../../src/errors';
import { createLanguage } from '../../src/language/language';
import { createLearning, type Learning } from '../../src/learning/learning';
import type { Kept } from '../../src/learning/retention';
import { openStore, type Store } from '../../src/store/open-store';
import { holdRows } from '../engine/held-rows';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60_000;
const START = londonInstant('2026-11-02T09:00') ?? 0;
const KEEPING: QuestionKeeping = { keep: true, 'for-days': 90, owners: ['an.analyst'], because: 'To learn' };
const CATALOGUE: Catalogue = {
  ...SMALL_CATALOGUE,
  ambiguities: [{ words: ['missed'], ask: 'Missed appointments, or operations cancelled?', readings: ['DNA rate', 'Last-minute cancellations'], default: null, about: {}, today: null }],
};
const CHOICE = 'DNA rate for ENT May 2024';

let held: Snapshot & { close(): void };
beforeAll(async () => {
  held = await holdRows(
    { outpatient_appointments: [{ appointment_date: '2024-05-01', attended_or_did_not_attend_code: '3', treatment_function_code: '120' }] },
    { outpatient_appointments: {}, theatre_cases: {} },
  );
});
afterAll(() => held.close());

let folder: string;
let url: string;
let store: Store;
let now: number;
let lost: { what: string; error: unknown }[];
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tally-learning-'));
  url = pathToFileURL(path.join(folder, 'state.db')).href;
  now = START;
  lost = [];
  store = await openStore(url, () => now);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

interface House {
  readonly road: Road;
  readonly learning: Learning;
  asked(text: string, who?: { id?: string; place?: string }): Promise<string>;
}

function houseWith(keeping: QuestionKeeping | null, { kept = store, catalogue = CATALOGUE }: { kept?: Kept; catalogue?: Catalogue } = {}): House {
  const language = createLanguage(catalogue);
  const learning = createLearning({
    kept, organisation: catalogue.organisation.name, keeping, vocabulary: language.vocabulary, key: Buffer.alloc(32, 7), clock: () => now,
    lost: (what, error) => lost.push({ what, error }),
  });
  const road = createRoad({
    catalogue, language, grants: NO_GRANTS, timeLimit: 5_000, learning,
    snapshots: { lend: () => Promise.resolve({ snapshot: held, release: () => undefined }), problems: () => [] },
  });
  // What is asked about is June 2024, long before the wall's clock: how long a question is kept has nothing to do with it.
  const at = londonInstant('2024-06-12T09:00') ?? 0;
  return {
    road, learning,
    asked: async (text, { id = 'anna', place = 'chat' } = {}) => (
      (await road.ask({ text, context: null, asker: { id, name: 'Anna Ward', tenant: null }, place: { kind: 'personal', id: place }, at })).outcome),
  };
}

async function keptBy({ learning }: House) {
  await learning.settled();
  return store.questions.read(CATALOGUE.organisation.name, 0);
}

describe('what is kept', () => {
  test('a question that is asked back, one that is not understood and one without data; and none that is answered', async () => {
    const house = houseWith(KEEPING);
    expect(await house.asked('missed for ENT May 2024')).toBe('clarify');
    expect(await house.asked('DNA rate for frailty')).toBe('unknown');
    expect(await house.asked('DNA rate May 2031')).toBe('no-data');
    expect(await house.asked('DNA rate May 2024')).toBe('answered');
    expect(await keptBy(house)).toEqual([
      { at: START, outcome: 'clarify', reason: null, words: 'missed for ENT May 2024', unknown: [], options: [CHOICE, 'Last-minute cancellations for ENT May 2024'], query: null, chosen: null },
      { at: START, outcome: 'unknown', reason: 'unknown-word', words: 'DNA rate for frailty', unknown: ['frailty'], options: ['DNA rate'], query: null, chosen: null },
      expect.objectContaining({ outcome: 'no-data', reason: 'after-data', words: 'DNA rate May 2031', query: expect.stringContaining('"metrics":["dna-rate"]') as unknown }),
    ]);
    expect(lost).toEqual([]);
  });

  test('nothing that looks personal, in the words or in those that were not understood', async () => {
    const house = houseWith(KEEPING);
    expect(await house.asked('DNA rate for Oyelaran, frailty or ring 0116 258 8888 or mail a.ward@example.org')).toBe('unknown');
    const [question] = await keptBy(house);
    expect(question?.words).toBe('DNA rate for … frailty or ring … or mail …');
    // What may be a name is not said again, so neither is the word beside it.
    expect(question?.unknown).toEqual(['ring', 'mail']);
  });

  test('nor the name that a message is signed with', async () => {
    const house = houseWith(KEEPING);
    expect(await house.asked('Hi, missed for ENT May 2024 please. Thanks, Sharon Smith')).toBe('clarify');
    const [question] = await keptBy(house);
    expect(question?.words).toContain('missed for ENT May 2024');
    expect(question?.words).not.toMatch(/sharon|smith/i);
  });

  test.each(['DNA rate for Mr Smith', 'DNA rate for 943 476 5919', 'which patients missed'])('never a question that was refused: %s', async (text) => {
    const house = houseWith(KEEPING);
    expect(await house.asked(text)).toBe('refused');
    expect(await keptBy(house)).toEqual([]);
  });

  test('nor what is typed letter by letter on the way to a message', async () => {
    const house = houseWith(KEEPING);
    const { outcome } = await house.road.ask({ text: 'DNA rate for frailty', context: null, asker: { id: 'anna', name: null, tenant: null }, place: { kind: 'personal', id: 'chat' }, at: now, fleeting: true });
    expect([outcome, await keptBy(house)]).toEqual(['unknown', []]);
  });

  test('nor one that whoever asked may not have answered', async () => {
    const metrics = new Map([...CATALOGUE.metrics].map(([id, metric]) => [id, { ...metric, restricted: true }]));
    const house = houseWith(KEEPING, { catalogue: { ...CATALOGUE, metrics } });
    expect(await house.asked('DNA rate May 2024')).toBe('refused');
    expect(await keptBy(house)).toEqual([]);
  });

  test.each<[string, QuestionKeeping | null]>([['says nothing of it', null], ['says not to', { ...KEEPING, keep: false }]])('nothing where the configuration %s', async (_what, keeping) => {
    const house = houseWith(keeping);
    expect(house.learning.isKeeping).toBe(false);
    await house.asked('missed for ENT May 2024');
    house.learning.disliked({ conversation: 'chat', message: '1' }, 'anna');
    expect(await keptBy(house)).toEqual([]);
  });

  test('nothing that says who asked or where, in any file of the store', async () => {
    const house = houseWith(KEEPING);
    await house.asked('missed for ENT May 2024', { id: 'f0f0f0f0-anna', place: 'a:personal-chat' });
    await keptBy(house);
    const bytes = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'latin1')).join('');
    expect(bytes).toContain('missed for ENT');
    const hashes = ['sha1', 'sha256', 'md5'].flatMap((algorithm) => ['f0f0f0f0-anna', 'a:personal-chat'].map((text) => createHash(algorithm).update(text).digest('hex')));
    for (const telling of ['f0f0f0f0-anna', 'a:personal-chat', 'Anna', ...hashes]) {
      expect(bytes).not.toContain(telling);
    }
  });
});

describe('what is chosen of what was offered', () => {
  test('is kept with the question, and with what it came to', async () => {
    const house = houseWith(KEEPING);
    await house.asked('missed for ENT May 2024');
    now += 29 * MINUTE;
    await house.asked('dna rate for ent may 2024');
    const [question] = await keptBy(house);
    expect(question?.chosen?.words.toLowerCase()).toBe(CHOICE.toLowerCase());
    expect(JSON.parse(question?.chosen?.query ?? '')).toMatchObject({ metrics: ['dna-rate'], filters: { specialty: ['120'] }, period: { from: '2024-05-01', asked: null } });
  });

  test.each<[string, { id?: string; place?: string; wait?: number; text?: string }]>([
    ['by somebody else', { id: 'bert' }], ['in another conversation', { place: 'another chat' }], ['after half an hour', { wait: 31 * MINUTE }],
    ['by asking something else', { text: 'DNA rate for ENT' }],
  ])('is not taken for it where it is asked %s', async (_what, { wait = 0, text = CHOICE, ...who }) => {
    const house = houseWith(KEEPING);
    await house.asked('missed for ENT May 2024');
    now += wait;
    expect(await house.asked(text, who)).toBe('answered');
    expect((await keptBy(house))[0]?.chosen).toBeNull();
  });

  test('is put to the conversation it was chosen in, where two are under way', async () => {
    const house = houseWith(KEEPING);
    await house.asked('missed for ENT May 2024', { place: 'one' });
    await house.asked('missed for ENT May 2024', { place: 'two' });
    await house.asked(CHOICE, { place: 'one' });
    await house.asked('Last-minute cancellations for ENT May 2024', { place: 'two' });
    expect((await keptBy(house)).map(({ chosen }) => chosen?.words)).toEqual([CHOICE, 'Last-minute cancellations for ENT May 2024']);
  });
});

describe('how long', () => {
  test('ninety days, by the wall\'s clock: then it is deleted when the next one is kept', async () => {
    const house = houseWith(KEEPING);
    await house.asked('missed for ENT May 2024');
    await keptBy(house);
    now = START + 90 * DAY;
    await house.asked('DNA rate for frailty');
    expect(await keptBy(house)).toHaveLength(2);
    now += 1;
    await house.asked('DNA rate for frailty');
    expect((await keptBy(house)).map(({ words }) => words)).toEqual(['DNA rate for frailty', 'DNA rate for frailty']);
  });

  test('as many days as the configuration says, where it says fewer', async () => {
    const house = houseWith({ ...KEEPING, 'for-days': 7 });
    await house.asked('missed for ENT May 2024');
    now += 7 * DAY + 1;
    house.learning.forgetOld();
    expect(await keptBy(house)).toEqual([]);
  });

  test('ninety days also where nothing is kept any more, and until then where the configuration merely says nothing', async () => {
    const house = houseWith(KEEPING);
    await house.asked('missed for ENT May 2024');
    await keptBy(house);
    const silent = houseWith(null);
    now = START + 90 * DAY;
    silent.learning.forgetOld();
    expect(await keptBy(silent)).toHaveLength(1);
    now += 1;
    silent.learning.forgetOld();
    expect(await keptBy(silent)).toEqual([]);
  });

  test('not a moment longer where the configuration says that nothing is to be kept; another trust\'s questions stay', async () => {
    const house = houseWith(KEEPING);
    const elsewhere = houseWith(KEEPING, { catalogue: { ...CATALOGUE, organisation: { ...CATALOGUE.organisation, name: 'Another trust' } } });
    await house.asked('missed for ENT May 2024');
    await elsewhere.asked('missed for ENT May 2024');
    await Promise.all([house.learning.settled(), elsewhere.learning.settled()]);
    const off = houseWith({ ...KEEPING, keep: false });
    off.learning.forgetOld();
    expect(await keptBy(off)).toEqual([]);
    expect(await store.questions.read('Another trust', 0)).toHaveLength(1);
  });

  test('and who asked for half an hour', async () => {
    const house = houseWith(KEEPING);
    const marks = async () => {
      await house.learning.settled();
      const raw = (await import('@libsql/client')).createClient({ url });
      const { rows } = await raw.execute('select asked_by from kept_question order by id');
      raw.close();
      return rows.map((row) => row['asked_by'] === null);
    };
    await house.asked('missed for ENT May 2024');
    expect(await marks()).toEqual([false]);
    now += 30 * MINUTE + 1;
    await house.asked('DNA rate for frailty');
    expect(await marks()).toEqual([true, false]);
  });
});

describe('an answer', () => {
  test('is out though the store fails, which is told once for each thing lost, without the words', async () => {
    const house = houseWith(KEEPING);
    store.close();
    expect(await house.asked('missed for ENT May 2024')).toBe('clarify');
    expect(await house.asked('DNA rate May 2024')).toBe('answered');
    await house.learning.settled();
    expect(lost.map(({ what }) => what)).toEqual(['question', 'choice']);
    for (const { error } of lost) {
      expect(error).toBeInstanceOf(TallyError);
      expect(error).toMatchObject({ code: 'STORE_FAILED' });
      expect(String(error)).not.toMatch(/missed|ENT/);
    }
    store = await openStore(url, () => now);
  });

  test('does not wait for a store that never answers', async () => {
    const never = new Promise<never>(() => undefined);
    const house = houseWith(KEEPING, { kept: { questions: { ...store.questions, keep: () => never, choose: () => never, read: () => never, forget: () => never, forgetWho: () => never }, cards: store.cards } });
    expect(await house.asked('missed for ENT May 2024')).toBe('clarify');
    expect(await house.asked('DNA rate May 2024')).toBe('answered');
  });
});
