import { grantsOf } from '../../src/access/granted';
import type { Place } from '../../src/language/question';
import { catalogueWith, forgetFolders } from '../catalogue/folders';

afterAll(forgetFolders);

const ALONE: Place = { kind: 'personal', id: 'chat' };
const grants = grantsOf(catalogueWith({
  'grants.yaml': [
    'grants:',
    "  - { may: [consultant], users: [' A.Manager@trust.nhs.uk ', 8f0e4d2c-0000-4000-8000-00000000000A], because: Leads the service, owner: Medical director }",
    '  - { may: [late-starts], users: [A.Manager@trust.nhs.uk, Theatre Lead], because: Runs theatres, owner: Medical director }',
    'metrics:',
    '  - { id: late-starts, restricted: true }',
  ].join('\n'),
}).grants);

const holds = (id: string, name: string | null, restricted: string, place = ALONE): boolean => grants.holds({ id, name, tenant: null }, place, restricted);

test.each<[what: string, id: string, name: string | null, restricted: string]>([
  ['by an id, capitals and blanks aside', 'a.manager@TRUST.nhs.uk', null, 'consultant'],
  ['by an object id', '8F0E4D2C-0000-4000-8000-00000000000a', 'Somebody', 'consultant'],
  ['by a name', 'another-id', 'theatre lead', 'late-starts'],
  ['from a second grant too', 'a.manager@trust.nhs.uk', null, 'late-starts'],
])('somebody who is named holds what the grant says: %s', (_what, id, name, restricted) => {
  expect(holds(id, name, restricted)).toBe(true);
});

test.each<[what: string, id: string, name: string | null, restricted: string]>([
  ['somebody who is not named', 'b.manager@trust.nhs.uk', null, 'consultant'],
  ['somebody of no name', '', '', 'consultant'],
  ['the terminal', 'terminal', null, 'consultant'],
  ['somebody who was granted another thing', 'x', 'Theatre Lead', 'consultant'],
  ['part of a name', 'x', 'Theatre', 'late-starts'],
  ['what nobody was granted', 'a.manager@trust.nhs.uk', null, 'specialty'],
])('%s holds nothing', (_what, id, name, restricted) => {
  expect(holds(id, name, restricted)).toBe(false);
});

test('what is granted to one person is not shown where others read the answer', () => {
  expect(holds('a.manager@trust.nhs.uk', null, 'consultant', { kind: 'terminal', id: 'terminal' })).toBe(true);
  expect(holds('a.manager@trust.nhs.uk', null, 'consultant', { kind: 'group', id: 'group' })).toBe(false);
  expect(holds('a.manager@trust.nhs.uk', null, 'consultant', { kind: 'channel', id: 'channel' })).toBe(false);
});

test('without grants nobody holds anything', () => {
  expect(grantsOf([]).holds({ id: 'a', name: 'a', tenant: null }, ALONE, 'consultant')).toBe(false);
});
