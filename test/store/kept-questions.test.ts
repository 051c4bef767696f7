import { MIGRATIONS } from '../../src/store/migrations';
import { openStore, type Store } from '../../src/store/open-store';
import { STORES, type Place } from './stores';

const NOW = Date.UTC(2024, 6, 11, 8);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TRUST = 'Demonstration trust';
const asked = {
  organisation: TRUST, at: NOW, askedBy: 'mark-of-anna', words: 'utilisation for ENT', outcome: 'clarify', reason: null, unknown: [],
  options: ['capped theatre utilisation for ENT', 'clinic utilisation for ENT'], query: null,
} as const;
const chosen = { organisation: TRUST, askedBy: 'mark-of-anna', words: 'Clinic utilisation for ENT', query: '{"q":1}', since: NOW - 30 * MINUTE };
const card = { organisation: TRUST, card: 'mark-of-card', query: '{"q":2}', snapshot: 's1', at: NOW };

describe.each(STORES)('over %s', (_kind, emptyPlace) => {
  let place: Place;
  let store: Store;
  beforeEach(async () => {
    place = await emptyPlace();
    store = await openStore(place.url, () => NOW);
  });
  afterEach(async () => {
    store.close();
    await place.clear();
  });
  const kept = () => store.questions.read(TRUST, 0);

  describe('a question', () => {
    test('is read again as it was kept, the oldest first, and without who asked', async () => {
      await store.questions.keep({ ...asked, at: NOW + 1, words: 'theatre gizmo', outcome: 'unknown', reason: 'unknown-word', unknown: ['gizmo'], options: [] });
      await store.questions.keep(asked);
      expect(await kept()).toEqual([
        { at: NOW, words: 'utilisation for ENT', outcome: 'clarify', reason: null, unknown: [], options: asked.options, query: null, chosen: null },
        { at: NOW + 1, words: 'theatre gizmo', outcome: 'unknown', reason: 'unknown-word', unknown: ['gizmo'], options: [], query: null, chosen: null },
      ]);
    });

    test('of another organisation in the same store is not seen', async () => {
      await store.questions.keep({ ...asked, organisation: 'Another trust' });
      expect(await kept()).toEqual([]);
    });

    test('outlives a restart, and no longer than it is asked to', async () => {
      await store.questions.keep(asked);
      await store.questions.keep({ ...asked, at: NOW + 1 });
      store.close();
      store = await openStore(place.url, () => NOW);
      expect(await store.questions.read(TRUST, NOW + 1)).toHaveLength(1);
      await store.questions.forget(TRUST, NOW + 1);
      expect((await kept()).map(({ at }) => at)).toEqual([NOW + 1]);
    });

    test('is deleted of one organisation alone, or of all', async () => {
      await store.questions.keep(asked);
      await store.questions.keep({ ...asked, organisation: 'Another trust' });
      await store.questions.forget('Another trust', NOW + 1);
      expect(await kept()).toHaveLength(1);
      await store.questions.keep({ ...asked, organisation: 'Another trust' });
      await store.questions.forget(null, NOW + 1);
      expect([await kept(), await store.questions.read('Another trust', 0)]).toEqual([[], []]);
    });
  });

  describe('a choice', () => {
    test('is put to the latest question that was offered it, capitals aside; a later one stands in its place', async () => {
      await store.questions.keep(asked);
      await store.questions.keep({ ...asked, at: NOW + 1 });
      await store.questions.keep({ ...asked, at: NOW + 2, options: ['DNA rate'] });
      await store.questions.choose(chosen);
      expect((await kept()).map((one) => one.chosen)).toEqual([null, { words: 'Clinic utilisation for ENT', query: '{"q":1}' }, null]);
      await store.questions.choose({ ...chosen, words: 'capped theatre utilisation for ENT', query: '{"q":3}' });
      expect((await kept())[1]?.chosen?.query).toBe('{"q":3}');
    });

    test.each([
      ['somebody else, or elsewhere', { askedBy: 'another-mark' }], ['another organisation', { organisation: 'Another trust' }],
      ['nothing that was offered', { words: 'clinic utilisation' }], ['a question that was too long ago', { since: NOW + 1 }],
    ])('of %s is put to none', async (_what, change) => {
      await store.questions.keep(asked);
      await store.questions.choose({ ...chosen, ...change });
      expect((await kept())[0]?.chosen).toBeNull();
    });

    test('can no longer be put to a question whose mark was taken off, and nothing in the store says who asked', async () => {
      await store.questions.keep(asked);
      await store.questions.forgetWho(NOW);
      await store.questions.choose(chosen);
      expect((await kept())[0]?.chosen).not.toBeNull();
      await store.questions.forgetWho(NOW + 1);
      await store.questions.choose({ ...chosen, query: '{"q":4}' });
      expect((await kept())[0]?.chosen?.query).toBe('{"q":1}');
      expect((await place.raw('select asked_by from kept_question')).map((row) => row['asked_by'])).toEqual([null]);
    });
  });

  describe('a thumbs-down', () => {
    const judged = { card: 'mark-of-card', judgedBy: 'mark-of-judge', at: NOW + 5, since: NOW };

    test('is kept with the query and the snapshot of its card, once for each who judges', async () => {
      await store.cards.posted(card);
      expect([await store.cards.dislike(judged), await store.cards.dislike(judged), await store.cards.dislike({ ...judged, judgedBy: 'another' })]).toEqual([true, false, true]);
      expect(await store.cards.read(TRUST, 0)).toEqual([{ at: NOW + 5, query: '{"q":2}', snapshot: 's1' }, { at: NOW + 5, query: '{"q":2}', snapshot: 's1' }]);
      expect(await store.cards.read('Another trust', 0)).toEqual([]);
    });

    test('on a card that is not known, or was posted too long ago, is not', async () => {
      await store.cards.posted(card);
      expect(await store.cards.dislike({ ...judged, card: 'another' })).toBe(false);
      expect(await store.cards.dislike({ ...judged, since: NOW + 1 })).toBe(false);
      await store.cards.forgetPosted(NOW + 1);
      expect(await store.cards.dislike(judged)).toBe(false);
    });

    test('outlives its card, and is deleted as questions are', async () => {
      await store.cards.posted(card);
      await store.cards.dislike(judged);
      await store.cards.forgetPosted(NOW + DAY);
      expect(await store.cards.read(TRUST, NOW)).toHaveLength(1);
      await store.cards.forget('Another trust', NOW + DAY);
      expect(await store.cards.read(TRUST, NOW)).toHaveLength(1);
      await store.cards.forget(TRUST, NOW + DAY);
      expect(await store.cards.read(TRUST, 0)).toEqual([]);
    });
  });

  test('a store that served the version before keeps what it holds, and keeps questions from then on', async () => {
    const older = await emptyPlace();
    const before = MIGRATIONS.findIndex((statements) => statements.some((statement) => statement.includes('kept_question')));
    for (const sql of ['create table schema_migration (version integer primary key, applied_at integer not null) strict', ...MIGRATIONS.slice(0, before).flat()]) {
      await older.raw(older.schema(sql));
    }
    for (let version = 1; version <= before; version += 1) {
      await older.raw(`insert into schema_migration values (${version}, ${NOW})`);
    }
    await older.raw(`insert into answered_message (conversation, activity, claimed_at) values ('a', '1', ${NOW})`);
    const opened = await openStore(older.url, () => NOW);
    expect(await opened.answered.claim('a', '1', NOW)).toBe(false);
    await opened.questions.keep(asked);
    expect(await opened.questions.read(TRUST, 0)).toHaveLength(1);
    opened.close();
    await older.clear();
  });
});
