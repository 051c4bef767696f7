import { NO_GRANTS, permit, type Grants } from '../../src/access/permit';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { scorecardSchema } from '../../src/catalogue/scorecard';
import { querySchema, type Query } from '../../src/engine/query';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';

const asker = { id: 'someone', name: null, tenant: null };
const place = { kind: 'personal', id: 'chat' } as const;
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
  expect(permit(open, asker, place, SMALL_CATALOGUE, NO_GRANTS)).toEqual({ allowed: true });
  expect(permit(open, asker, place, bySpecialty, NO_GRANTS)).toEqual({ allowed: true });
});

test('a restricted metric is closed, by its name, also where it is not the first', () => {
  const catalogue = restricting('dna-rate');
  const closed = { allowed: false, reason: 'not-permitted', sentence: 'You may not see DNA rate here. It is restricted; ask its owner for access.' };
  const other = [...SMALL_CATALOGUE.metrics.keys()].find((id) => id !== 'dna-rate') ?? '';
  expect(permit(open, asker, place, catalogue, NO_GRANTS)).toEqual(closed);
  expect(permit({ ...open, metrics: [other, 'dna-rate'] }, asker, place, catalogue, NO_GRANTS)).toEqual(closed);
  expect(permit({ ...open, metrics: [other] }, asker, place, catalogue, NO_GRANTS)).toEqual({ allowed: true });
});

test('a definition of a restricted metric is closed too', () => {
  expect(permit({ ...open, intent: 'definition', period: null }, asker, place, restricting('dna-rate'), NO_GRANTS).allowed).toBe(false);
});

test.each(WAYS)('a restricted dimension is closed as %s, by its name', (_what, query) => {
  expect(specialties).not.toBe('');
  expect(permit(query, asker, place, bySpecialty, NO_GRANTS)).toEqual({
    allowed: false, reason: 'not-permitted', sentence: `You may not see ${specialties} here. It is restricted; ask its owner for access.`,
  });
});

test.each(WAYS)('a grant opens a restricted dimension as %s', (_what, query) => {
  const grants: Grants = { holds: (_asker, _place, restricted) => restricted === 'specialty' };
  expect(permit(query, asker, place, bySpecialty, grants)).toEqual({ allowed: true });
});

test('a grant is this person’s, in this place, for this one thing', () => {
  const grants: Grants = { holds: (who, where, restricted) => who.id === 'someone' && where.id === 'chat' && restricted === 'dna-rate' };
  const catalogue = restricting('dna-rate');
  expect(permit(open, asker, place, catalogue, grants).allowed).toBe(true);
  expect(permit(open, { ...asker, id: 'another' }, place, catalogue, grants).allowed).toBe(false);
  expect(permit(open, asker, { ...place, id: 'elsewhere' }, catalogue, grants).allowed).toBe(false);
  expect(permit({ ...open, filters: { specialty: ['120'] } }, asker, place, bySpecialty, grants).allowed).toBe(false);
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
    expect(permit(asked, asker, place, catalogue, { holds: (_asker, _place, id) => id === restricted })).toEqual({ allowed: true });
    expect(permit(asked, asker, place, holding(SMALL_CATALOGUE, section), NO_GRANTS)).toEqual({ allowed: true });
  });
});
