import { createRoad } from '../../src/ask';
import { NO_GRANTS } from '../../src/access/permit';
import type { FrozenScorecards } from '../../src/answers/frozen-answer';
import { monthPeriod } from '../../src/calendar/period';
import { londonInstant } from '../../src/calendar/instant';
import { scorecardSchema } from '../../src/catalogue/scorecard';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { querySchema } from '../../src/engine/query';
import type { Snapshot } from '../../src/engine/snapshot';
import { createLanguage } from '../../src/language/language';
import { holdRows } from '../engine/held-rows';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';

const CATALOGUE: Catalogue = {
  ...SMALL_CATALOGUE,
  scorecards: new Map([['lag-measures', scorecardSchema.parse({
    id: 'lag-measures', name: 'Lag measures', owner: 'COO', source: 'Table 2', sections: [{ columns: [{ id: 'period', label: 'Period' }], lines: [{ metric: 'dna-rate' }] }],
  })]]),
};

const who = { asker: { id: 'someone', name: null, tenant: null }, place: { kind: 'personal', id: 'chat' }, at: londonInstant('2024-07-11T09:00') ?? 0 } as const;
const pack = (what: 'freeze' | 'show', name = 'board pack July') => ({
  kind: 'query' as const, query: querySchema.parse({ intent: 'scorecard', metrics: [], scorecard: 'lag-measures', period: monthPeriod(2024, 5), frozen: { name, what } }),
});
const appointment = (code: string) => ({ appointment_date: '2024-05-01', attended_or_did_not_attend_code: code, treatment_function_code: '120' });

/** Keeps names in memory, as the store does on disk. */
function kept(): FrozenScorecards {
  const rows = new Map<string, NonNullable<Awaited<ReturnType<FrozenScorecards['find']>>>>();
  const keyOf = (organisation: string, name: string): string => JSON.stringify([organisation, name.toLowerCase()]);
  return {
    keep: (row) => {
      const key = keyOf(row.organisation, row.name);
      const isFree = !rows.has(key);
      if (isFree) {
        rows.set(key, row);
      }
      return Promise.resolve(isFree);
    },
    find: (organisation, name) => Promise.resolve(rows.get(keyOf(organisation, name)) ?? null),
    names: (organisation) => Promise.resolve([...rows.values()].filter((row) => row.organisation === organisation).map(({ name, query }) => ({ name, query }))),
  };
}

let first: Snapshot & { close(): void };
let later: Snapshot & { close(): void };
beforeAll(async () => {
  first = await holdRows({ outpatient_appointments: [appointment('3'), appointment('5')] }, { outpatient_appointments: {} });
  later = await holdRows({ outpatient_appointments: [appointment('3'), appointment('5'), appointment('5'), appointment('5')] }, { outpatient_appointments: {} });
});
afterAll(() => {
  first.close();
  later.close();
});

function roadOver(snapshot: () => Snapshot, frozen: FrozenScorecards | null, catalogue = CATALOGUE) {
  return createRoad({
    catalogue, language: createLanguage(catalogue), grants: NO_GRANTS, timeLimit: 5_000, frozen,
    snapshots: { lend: () => Promise.resolve({ snapshot: snapshot(), release: () => undefined }), problems: () => [] },
  });
}

test('a scorecard that is kept says so, and its name cannot be taken again', async () => {
  const road = roadOver(() => first, kept());
  expect(await road.run(pack('freeze'), who)).toMatchObject({ outcome: 'done', headline: 'Kept as “board pack July”: Lag measures, Trust · May 2024, as it stands on 11 July 2024.' });
  expect(await road.run(pack('freeze', 'Board pack July'), who)).toMatchObject({ outcome: 'refused', reason: 'name-taken' });
});

test('typed in a search, letter by letter, nothing is kept under any name; asked for in a chat it is', async () => {
  const road = roadOver(() => first, kept());
  const typed = { ...who, text: 'freeze the lag measures scorecard as board pack', context: null };
  expect((await road.ask({ ...typed, fleeting: true })).outcome).not.toBe('done');
  expect(await road.ask(typed)).toMatchObject({ outcome: 'done' });
});

test('it is shown again unchanged, and what has changed since stands beside it', async () => {
  let serving: Snapshot = first;
  const road = roadOver(() => serving, kept());
  await road.run(pack('freeze'), who);
  const same = await road.run(pack('show'), who);
  expect(same.scorecard).toMatchObject({ restated: [], frozen: { name: 'board pack July', at: '2024-07-11T08:00:00.000Z' } });
  serving = { ...later, id: 'snapshot-2', run: (...given) => later.run(...given) };
  const changed = await road.run(pack('show'), { ...who, at: who.at + 86_400_000 });
  expect(changed.scorecard?.sections[0]?.lines[0]?.display).toBe('50.0%');
  expect(changed.scorecard?.restated).toEqual(['DNA rate: 50.0% on 11 July, 25.0% now']);
  expect(changed.headline).toMatch(/^“board pack July”, kept on 11 July 2024; 1 figure has changed since\. /);
});

test('its working is that of the day it was kept, whatever the data says now, and says what is no longer held', async () => {
  let serving: Snapshot = first;
  const road = roadOver(() => serving, kept());
  await road.run(pack('freeze'), who);
  serving = { ...later, id: 'snapshot-2', run: (...given) => later.run(...given) };
  const again = await road.run(pack('show'), who);
  const [step] = again.next;
  expect(step?.title).toBe('Show working');
  const working = await road.run({ kind: 'working', query: querySchema.parse(step !== undefined && 'query' in step.step ? step.step.query : null) }, who);
  expect(working).toMatchObject({ outcome: 'answered', showWorking: true });
  // One missed of two when it was kept; three of four by now.
  expect(working.scorecard?.working).toEqual([{ label: 'DNA rate', words: '1 ÷ 2 = 50.0%' }]);
  expect(working.lines).toEqual([
    expect.stringMatching(/^The sums and the targets are those of 11 July 2024, kept with the numbers\. Data version /),
    expect.stringContaining('not kept'), expect.stringContaining('Ask COO'),
  ]);
});

test('it can be asked for again in words', async () => {
  const road = roadOver(() => first, kept());
  await road.run(pack('freeze'), who);
  const answer = await road.ask({ ...who, text: 'show board pack July', context: null });
  expect(answer.scorecard?.frozen?.name).toBe('board pack July');
});

test('a name under which nothing is kept gives what is kept', async () => {
  const road = roadOver(() => first, kept());
  await road.run(pack('freeze'), who);
  expect(await road.run(pack('show', 'board pack May'), who)).toMatchObject({ outcome: 'no-data', reason: 'not-frozen', lines: ['Kept: board pack July.'] });
});

test('whoever may not see a measure now does not see it in what was kept either', async () => {
  const frozen = kept();
  await roadOver(() => first, frozen).run(pack('freeze'), who);
  const closed = { ...CATALOGUE, metrics: new Map([...CATALOGUE.metrics].map(([id, metric]) => [id, { ...metric, restricted: true }])) };
  const answer = await roadOver(() => first, frozen, closed).run(pack('show'), who);
  expect(answer).toMatchObject({ outcome: 'refused', scorecard: null });
});

test.each<[what: string, change: (query: string) => string, catalogue: Catalogue]>([
  ['whose query another version wrote', (query) => query.replace('"intent":"scorecard"', '"intent":"board"'), CATALOGUE],
  ['whose query is cut short', (query) => query.slice(0, 20), CATALOGUE],
  ['of a scorecard that is not defined any more', (query) => query, { ...CATALOGUE, scorecards: new Map() }],
  ['of a measure that is not defined any more', (query) => query, {
    ...CATALOGUE, metrics: new Map([...CATALOGUE.metrics].filter(([id]) => id !== 'dna-rate')),
    scorecards: new Map([['lag-measures', scorecardSchema.parse({ id: 'lag-measures', name: 'Lag measures', owner: 'COO', source: 'Table 2', sections: [{ columns: [{ id: 'period', label: 'Period' }], lines: [{ metric: 'acpl' }] }] })]]),
  }],
])('a pack %s is refused with a reason, since nobody can say who may see it', async (_what, change, catalogue) => {
  const frozen = kept();
  await roadOver(() => first, frozen).run(pack('freeze'), who);
  const changed = { ...frozen, find: async (organisation: string, name: string) => { const row = await frozen.find(organisation, name); return row === null ? null : { ...row, query: change(row.query) }; } };
  for (const kind of ['query', 'working', 'refresh'] as const) {
    const answer = await roadOver(() => first, changed, catalogue).run({ ...pack('show'), kind }, who);
    expect(answer).toMatchObject({
      outcome: 'refused', reason: 'not-checked', scorecard: null,
      headline: '“board pack July” cannot be shown: what it is of is not defined any more, so that it cannot be checked who may see it.',
    });
    expect(JSON.stringify(answer)).not.toContain('50.0%');
  }
});

test('a measure that was taken out of the scorecard since and closed is not seen in what was kept before', async () => {
  const frozen = kept();
  await roadOver(() => first, frozen).run(pack('freeze'), who);
  const closed: Catalogue = {
    ...CATALOGUE, metrics: new Map([...CATALOGUE.metrics].map(([id, metric]) => [id, { ...metric, restricted: id === 'dna-rate' }])),
    scorecards: new Map([['lag-measures', scorecardSchema.parse({ id: 'lag-measures', name: 'Lag measures', owner: 'COO', source: 'Table 2', sections: [{ columns: [{ id: 'period', label: 'Period' }], lines: [{ metric: 'acpl' }] }] })]]),
  };
  expect(await roadOver(() => first, frozen, closed).run(pack('show'), who)).toMatchObject({ outcome: 'refused', reason: 'not-permitted', scorecard: null });
});

test('where nothing can be kept, that is said', async () => {
  expect(await roadOver(() => first, null).run(pack('freeze'), who)).toMatchObject({ outcome: 'refused', reason: 'no-store' });
});

test('a pack of one trust is unknown to another that keeps its state in the same store', async () => {
  const store = kept();
  await roadOver(() => first, store).run(pack('freeze'), who);
  const elsewhere = roadOver(() => first, store, { ...CATALOGUE, organisation: { ...CATALOGUE.organisation, name: 'Another trust' } });
  expect(await elsewhere.run(pack('show'), who)).toMatchObject({ outcome: 'no-data', reason: 'not-frozen' });
  expect((await elsewhere.run(pack('freeze'), who)).outcome).toBe('done');
});
