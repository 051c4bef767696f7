import { grantsOf } from '../../src/access/granted';
import { createRoad } from '../../src/ask';
import type { Answer } from '../../src/answers/answer';
import { londonInstant } from '../../src/calendar/instant';
import { monthPeriod } from '../../src/calendar/period';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { dimensionSchema } from '../../src/catalogue/dimension';
import { grantSchema } from '../../src/catalogue/grant';
import { querySchema, type Query } from '../../src/engine/query';
import type { Snapshot } from '../../src/engine/snapshot';
import { createLanguage } from '../../src/language/language';
import type { Place } from '../../src/language/question';
import { CATALOGUE as SMALL, holdAtoms, type Atom } from '../access/small-extract';

const CHANNEL: Place = { kind: 'channel', id: '19:glenfield@thread.tacv2;messageid=1' };
const ALONE: Place = { kind: 'personal', id: 'a:chat' };
const grant = (fields: object) => grantSchema.parse({ because: 'Runs the site', owner: 'COO', ...fields });
const site = dimensionSchema.parse({ id: 'site', name: 'site', plural: 'sites', column: 'site_code', values: [['gh', 'Glenfield'], ['lri', 'Royal Infirmary'], ['lgh', 'General']].map(([key, name]) => ({ key, name, codes: [key] })) });
const CATALOGUE: Catalogue = {
  ...SMALL, dimensions: new Map([...SMALL.dimensions, ['site', site]]), metrics: new Map([...SMALL.metrics].map(([id, metric]) => [id, id === 'dna-rate' ? { ...metric, name: 'DNA rate' } : metric])),
  grants: [grant({ users: ['lead'] }), grant({ users: ['glenfield'], only: { site: ['gh'] } }), grant({ users: ['both'], only: { site: ['gh', 'lri'] } }), grant({ conversations: ['19:glenfield@thread.tacv2'], only: { site: ['gh'] } })],
};
/** Missed and kept in May 2024. */
const PEOPLE: readonly (readonly [specialty: string, cmg: string, site: string, missed: number, kept: number])[] = [
  ['100', 'mss', 'gh', 40, 360], ['120', 'esm', 'gh', 60, 340], ['100', 'mss', 'lri', 100, 500], ['120', 'esm', 'lri', 50, 550], ['100', 'mss', 'lgh', 30, 170],
];
const query = querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: monthPeriod(2024, 5) });
const at = londonInstant('2024-08-02T09:00') ?? 0;

let held: Snapshot & { close(): void };
beforeAll(async () => {
  held = await holdAtoms(PEOPLE.flatMap(([specialty, cmg, of, ...numbers]) => (['missed', 'first'] as const).map((kind, index): Atom => ({ month: '2024-05-01', kind, specialty, cmg, site: of, people: numbers[index] ?? 0 }))));
});
afterAll(() => held.close());

const road = createRoad({ catalogue: CATALOGUE, language: createLanguage(CATALOGUE), grants: grantsOf(CATALOGUE), timeLimit: 20_000, snapshots: { lend: () => Promise.resolve({ snapshot: held, release: () => undefined }), problems: () => [] } });
const ask = (id: string, text: string, place = ALONE): Promise<Answer> => road.ask({ text, context: null, asker: { id, name: null, tenant: null }, place, at });
const run = (id: string, more: Partial<Query>): Promise<Answer> => road.run({ kind: 'query', query: { ...query, ...more } }, { asker: { id, name: null, tenant: null }, place: ALONE, at });

test('whoever is kept to a site is answered about it in words, by hand 100 missed of 800', async () => {
  expect(await ask('glenfield', 'DNA rate for Glenfield May 2024')).toMatchObject({ outcome: 'answered', metrics: [{ numerator: 100, denominator: 800 }] });
  const { metrics: [split] } = await run('glenfield', { intent: 'breakdown', by: 'specialty', filters: { site: ['gh'] } });
  expect(split?.rows.map(({ key, numerator, denominator }) => [key, numerator, denominator]).sort()).toEqual([['100', 40, 400], ['120', 60, 400]]);
});

test.each<[what: string, query: Partial<Query>]>([
  ['the whole trust', {}], ['another site', { filters: { site: ['lri'] } }], ['their site with another', { filters: { site: ['gh', 'lri'] } }], ['a specialty at every site', { filters: { specialty: ['100'] } }],
  ['the trust by site', { intent: 'breakdown', by: 'site' }], ['all but the other sites', { excluding: { site: ['lri', 'lgh'] } }], ['their site compared with another', { intent: 'comparison', filters: { site: ['gh'] }, versus: { filters: { site: ['lri'] } } }],
])('and refused %s', async (_what, more) => {
  expect(await run('glenfield', more)).toMatchObject({ outcome: 'refused', reason: 'part-only', headline: 'You may see figures of Glenfield only, and this reaches beyond.', metrics: [] });
  expect((await run('lead', more)).outcome).toBe('answered');
});

test('whoever is kept to two sites is answered about both together, and about no third', async () => {
  expect(await run('both', { filters: { site: ['gh', 'lri'] } })).toMatchObject({ outcome: 'answered', metrics: [{ numerator: 250, denominator: 2_000 }] });
  expect((await run('both', { filters: { site: ['gh', 'lri', 'lgh'] } })).outcome).toBe('refused');
});

test('a channel that is kept to a site shows that site and no other, whoever asks', async () => {
  expect(await ask('lead', 'DNA rate for Glenfield May 2024', CHANNEL)).toMatchObject({ outcome: 'answered', metrics: [{ numerator: 100, denominator: 800 }] });
  for (const text of ['DNA rate for Royal Infirmary May 2024', 'DNA rate May 2024']) {
    expect(await ask('lead', text, CHANNEL)).toMatchObject({ outcome: 'refused', metrics: [] });
    expect((await ask('lead', text)).outcome).toBe('answered');
  }
});
