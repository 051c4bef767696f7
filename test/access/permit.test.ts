import { NOTHING } from '../../src/access/access';
import { NO_GRANTS, permit, type Grants } from '../../src/access/permit';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { scorecardSchema } from '../../src/catalogue/scorecard';
import { querySchema, type Query } from '../../src/engine/query';
import { AUDIENCE } from '../../src/language/question';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';
import { accessWith, everybodyHolding } from './holding';

const asker = { id: 'someone', name: null, tenant: null };
const place = { kind: 'personal', id: 'chat' } as const;
const ALLOWED = { allowed: true, smallNumbers: false };
const open = querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: { from: '2024-05-01', to: '2024-05-31', grain: 'month', label: 'May 2024' } });

/** The small catalogue with one metric or dimension restricted. */
function restricting(id: string): Catalogue {
  const metrics = new Map([...SMALL_CATALOGUE.metrics].map(([key, metric]) => [key, { ...metric, restricted: key === id }]));
  const dimensions = new Map([...SMALL_CATALOGUE.dimensions].map(([key, dimension]) => [key, { ...dimension, restricted: key === id }]));
  return { ...SMALL_CATALOGUE, metrics, dimensions };
}

const bySpecialty = restricting('specialty');
const specialties = bySpecialty.dimensions.get('specialty')?.plural ?? '';

const WAYS: readonly (readonly [what: string, query: Query])[] = [
  ['a split', { ...open, intent: 'breakdown', by: 'specialty' }],
  ['the second of two splits', { ...open, intent: 'breakdown', by: ['site', 'specialty'] }],
  ['a filter', { ...open, filters: { specialty: ['120'] } }],
  ['what is left out', { ...open, excluding: { specialty: ['120'] } }],
  ['what a change is explained by', { ...open, intent: 'explanation', by: 'specialty' }],
  ['one of two that a change is explained by', { ...open, intent: 'explanation', by: ['site', 'specialty'] }],
  ['what a projection is narrowed to', { ...open, intent: 'projection', filters: { specialty: ['120'] } }],
  ['what it is compared with', { ...open, intent: 'comparison', versus: { filters: { specialty: ['120'] } } }],
];

test('what is not restricted is open to all', () => {
  expect(permit(open, asker, place, SMALL_CATALOGUE, NO_GRANTS)).toEqual(ALLOWED);
  expect(permit(open, asker, place, bySpecialty, NO_GRANTS)).toEqual(ALLOWED);
});

test('a restricted metric is closed, by its name, also where it is not the first', () => {
  const catalogue = restricting('dna-rate');
  const closed = { allowed: false, reason: 'not-permitted', sentence: 'You may not see DNA rate here. It is restricted; ask its owner for access.', narrowed: [] };
  const other = [...SMALL_CATALOGUE.metrics.keys()].find((id) => id !== 'dna-rate') ?? '';
  expect(permit(open, asker, place, catalogue, NO_GRANTS)).toEqual(closed);
  expect(permit({ ...open, metrics: [other, 'dna-rate'] }, asker, place, catalogue, NO_GRANTS)).toEqual(closed);
  expect(permit({ ...open, metrics: [other] }, asker, place, catalogue, NO_GRANTS)).toEqual(ALLOWED);
});

test('a definition of a restricted metric is closed too', () => {
  expect(permit({ ...open, intent: 'definition', period: null }, asker, place, restricting('dna-rate'), NO_GRANTS).allowed).toBe(false);
});

test.each(WAYS)('a restricted dimension is closed as %s, by its name', (_what, query) => {
  expect(specialties).not.toBe('');
  expect(permit(query, asker, place, bySpecialty, NO_GRANTS)).toEqual({
    allowed: false, reason: 'not-permitted', sentence: `You may not see ${specialties} here. It is restricted; ask its owner for access.`, narrowed: [],
  });
});

test.each(WAYS)('a grant opens a restricted dimension as %s', (_what, query) => {
  expect(permit(query, asker, place, bySpecialty, everybodyHolding('specialty'))).toEqual(ALLOWED);
});

test('a grant is this person’s, in this place, for this one thing', () => {
  const grants: Grants = {
    of: (who, where) => {
      const access = who.id === 'someone' && where.id === 'chat' ? accessWith('dna-rate') : accessWith();
      return { alone: access, here: access };
    },
  };
  const catalogue = restricting('dna-rate');
  expect(permit(open, asker, place, catalogue, grants).allowed).toBe(true);
  expect(permit(open, { ...asker, id: 'another' }, place, catalogue, grants).allowed).toBe(false);
  expect(permit(open, asker, { ...place, id: 'elsewhere' }, catalogue, grants).allowed).toBe(false);
  expect(permit({ ...open, filters: { specialty: ['120'] } }, asker, place, bySpecialty, grants).allowed).toBe(false);
});

describe('a restricted metric by another name', () => {
  const about = (metrics: readonly string[], more: object = {}) => querySchema.parse({ ...open, metrics, ...more });
  const PLAN = { versus: 'plan' };

  test.each<[what: string, restricted: string, query: Query]>([
    ['what was done beside its plan', 'activity-against-plan', about(['activity'], PLAN)],
    ['what was done beside its plan, compared', 'activity-against-plan', about(['activity'], { ...PLAN, intent: 'comparison' })],
    ['what was done beside its plan, explained', 'activity-against-plan', about(['activity'], { ...PLAN, intent: 'explanation' })],
    ['what was done beside its plan, part by part', 'activity-against-plan', about(['activity'], { ...PLAN, intent: 'breakdown', by: 'pod' })],
    ['what was done beside its plan, as the second of two', 'activity-against-plan', about(['dna-rate', 'activity'], PLAN)],
    ['the volumes that a difference in money is split by', 'activity-against-plan', about(['income-against-plan'])],
    ['what a difference shows on one side', 'activity', about(['activity-against-plan'])],
    ['cost and volume beside an opportunity', 'cpwau', about(['cpwau-opportunity'])],
  ])('%s is closed, by its name, and open to whoever was granted it', (_what, restricted, query) => {
    const catalogue = restricting(restricted);
    const name = catalogue.metrics.get(restricted)?.name ?? '';
    expect(name).not.toBe('');
    expect(permit(query, asker, place, catalogue, NO_GRANTS)).toMatchObject({ allowed: false, reason: 'not-permitted', sentence: `You may not see ${name} here. It is restricted; ask its owner for access.` });
    expect(permit(query, asker, place, catalogue, everybodyHolding(restricted))).toEqual(ALLOWED);
  });

  test.each<[what: string, restricted: string, query: Query]>([
    ['without its plan', 'activity-against-plan', about(['activity'])],
    ['against a year before', 'activity-against-plan', about(['activity'], { versus: 'last-year' })],
    ['of which a restricted one shares one side alone', 'acpl', about(['cases-per-hour'])],
    ['of which the definition is asked', 'activity', about(['activity-against-plan'], { intent: 'definition' })],
  ])('a metric %s is open', (_what, restricted, query) => {
    expect(permit(query, asker, place, restricting(restricted), NO_GRANTS)).toEqual(ALLOWED);
  });

  test('is not had from a scorecard that shows both sides of it', () => {
    const column = { id: 'month', label: 'Month' };
    const catalogue = restricting('activity');
    const scorecards = new Map([['table', scorecardSchema.parse({ id: 'table', name: 'Table', sections: [{ lines: [{ metric: 'activity-against-plan' }], columns: [column] }], owner: 'An analyst', source: 'Ours' })]]);
    const asked = querySchema.parse({ intent: 'scorecard', metrics: [], scorecard: 'table', period: open.period });
    expect(permit(asked, asker, place, { ...catalogue, scorecards }, NO_GRANTS)).toMatchObject({ allowed: false, reason: 'not-permitted' });
    expect(permit(asked, asker, place, { ...catalogue, scorecards }, everybodyHolding('activity'))).toEqual(ALLOWED);
  });
});

describe('where others read the answer', () => {
  const shared = { kind: 'channel', id: 'channel' } as const;
  const catalogue = restricting('dna-rate');

  test('what the asker may see and not everybody there is refused as that, so that it can come to the asker alone', () => {
    expect(permit(open, asker, shared, catalogue, { of: () => ({ alone: accessWith('dna-rate'), here: accessWith() }) })).toEqual({
      allowed: false, reason: 'not-here', sentence: 'Not everybody here may see DNA rate. Ask in your own chat with Tally.', narrowed: [],
    });
    expect(permit(open, asker, shared, catalogue, { of: () => ({ alone: accessWith(), here: accessWith() }) })).toMatchObject({ reason: 'not-permitted' });
  });

  test('a conversation that is not set up is said to be that', () => {
    expect(permit(open, asker, shared, SMALL_CATALOGUE, { of: () => ({ alone: accessWith(), here: NOTHING }) })).toMatchObject({
      reason: 'not-here', sentence: 'This conversation is not set up to show figures. Ask in your own chat with Tally.',
    });
    expect(permit(open, { ...asker, id: AUDIENCE }, shared, SMALL_CATALOGUE, { of: () => ({ alone: NOTHING, here: NOTHING }) })).toMatchObject({
      reason: 'not-admitted', sentence: 'This conversation is not set up to show figures. Whoever looks after Tally can add it by its id.',
    });
  });
});

describe('whoever is not admitted', () => {
  const nobody: Grants = { of: () => ({ alone: NOTHING, here: NOTHING }) };

  test.each<Query['intent']>(['value', 'definition', 'freshness', 'help', 'greeting'])('is refused %s as well, and told by which id they are known', (intent) => {
    expect(permit({ ...open, intent }, asker, place, SMALL_CATALOGUE, nobody)).toMatchObject({
      allowed: false, reason: 'not-admitted', sentence: 'You are not set up to ask Tally. Whoever looks after it can add you by your id, someone.',
    });
  });
});

describe('whoever is kept to a part of the trust', () => {
  const part: Grants = { of: () => ({ alone: { open: [{ cmg: ['mss'] }], restricted: new Map() }, here: { open: [{ cmg: ['mss'] }], restricted: new Map() } }) };
  const mss = SMALL_CATALOGUE.dimensions.get('cmg')?.values.find(({ key }) => key === 'mss')?.name ?? '';
  const byGroup: Catalogue = { ...SMALL_CATALOGUE, metrics: new Map([...SMALL_CATALOGUE.metrics].map(([id, metric]) => [id, { ...metric, dimensions: [...metric.dimensions, 'cmg'] }])) };
  const asked = (query: Query) => permit(query, asker, place, byGroup, part);

  test('is answered about it, and about what of it they like', () => {
    for (const filters of [{ cmg: ['mss'] }, { cmg: ['mss'], specialty: ['120'] }]) expect(asked({ ...open, filters })).toEqual(ALLOWED);
    for (const intent of ['definition', 'help'] as const) expect(asked({ ...open, intent, period: null }).allowed).toBe(true);
  });

  test.each<[what: string, query: Query]>([
    ['the whole trust', open],
    ['another part', { ...open, filters: { cmg: ['esm'] } }],
    ['their part and another', { ...open, filters: { cmg: ['mss', 'esm'] } }],
    ['a specialty, which may lie in several', { ...open, filters: { specialty: ['120'] } }],
    ['the whole but one', { ...open, excluding: { cmg: ['esm'] } }],
    ['a split of the whole', { ...open, intent: 'breakdown', by: 'cmg' }],
    ['a ranking with their part first', { ...open, intent: 'ranking', by: 'cmg', order: 'best', limit: 1 }],
    ['their part held against another', { ...open, intent: 'comparison', filters: { cmg: ['mss'] }, versus: { filters: { cmg: ['esm'] } } }],
    ['their part held against the whole', { ...open, intent: 'comparison', filters: { cmg: ['mss'] }, versus: { filters: {} } }],
  ])('is refused %s', (_what, query) => {
    expect(asked(query)).toMatchObject({ allowed: false, reason: 'part-only' });
  });

  test('is told what they may see, and offered the same question about it', () => {
    expect(mss).not.toBe('');
    expect(asked({ ...open, intent: 'breakdown', by: 'site' })).toEqual({
      allowed: false, reason: 'part-only', sentence: `You may see figures of ${mss} only, and this reaches beyond.`,
      narrowed: [{ words: mss, query: { ...open, intent: 'breakdown', by: 'site', filters: { cmg: ['mss'] } } }],
    });
    expect(asked({ ...open, filters: { specialty: ['120'] } })).toMatchObject({ narrowed: [{ query: { filters: { specialty: ['120'], cmg: ['mss'] } } }] });
    // Its rows do not say which group they are of.
    expect(permit(open, asker, place, SMALL_CATALOGUE, part)).toMatchObject({ reason: 'part-only', narrowed: [] });
    // Nothing of theirs lies in it, or what is narrowed would still be held against the rest.
    expect(asked({ ...open, filters: { cmg: ['esm'] } })).toMatchObject({ narrowed: [] });
    expect(asked({ ...open, intent: 'comparison', versus: { filters: { cmg: ['esm'] } } })).toMatchObject({ narrowed: [] });
  });
});

describe('a scorecard', () => {
  const asked = querySchema.parse({ intent: 'scorecard', metrics: [], scorecard: 'table', period: open.period });
  const column = { id: 'month', label: 'Month' };
  const holding = (catalogue: Catalogue, section: unknown): Catalogue => ({
    ...catalogue,
    scorecards: new Map([['table', scorecardSchema.parse({ id: 'table', name: 'Table', sections: [section], owner: 'An analyst', source: 'Ours' })]]),
  });
  const other = [...SMALL_CATALOGUE.metrics.keys()].find((id) => id !== 'dna-rate') ?? '';

  test.each<[what: string, restricted: string, section: unknown]>([
    ['a line of a restricted metric', 'dna-rate', { lines: [{ metric: other }, { metric: 'dna-rate' }], columns: [column] }],
    ['a line narrowed by a restricted dimension', 'specialty', { lines: [{ metric: 'dna-rate', filters: { specialty: ['120'] } }], columns: [column] }],
    ['a column of a restricted metric', 'dna-rate', { by: 'site', columns: [{ ...column, metric: 'dna-rate' }] }],
    ['lines by a restricted dimension', 'specialty', { by: 'specialty', columns: [{ ...column, metric: 'dna-rate' }] }],
    ['sub-totals by a restricted dimension', 'specialty', { by: 'site', 'sub-totals': 'specialty', columns: [{ ...column, metric: 'dna-rate' }] }],
    ['a section narrowed by a restricted dimension', 'specialty', { by: 'site', filters: { specialty: ['120'] }, columns: [{ ...column, metric: 'dna-rate' }] }],
  ])('with %s is closed, and open to whoever was granted it', (_what, restricted, section) => {
    const catalogue = holding(restricting(restricted), section);
    expect(permit(asked, asker, place, catalogue, NO_GRANTS)).toMatchObject({ allowed: false, reason: 'not-permitted' });
    expect(permit(asked, asker, place, catalogue, everybodyHolding(restricted))).toEqual(ALLOWED);
    expect(permit(asked, asker, place, holding(SMALL_CATALOGUE, section), NO_GRANTS)).toEqual(ALLOWED);
  });
});
