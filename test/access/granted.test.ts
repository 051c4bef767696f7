import { grantsOf } from '../../src/access/granted';
import { covers, type Part } from '../../src/access/scope';
import { AUDIENCE, type Place } from '../../src/language/question';
import { catalogueWith, forgetFolders } from '../catalogue/folders';

afterAll(forgetFolders);

const ALONE: Place = { kind: 'personal', id: 'chat' };
const GROUP: Place = { kind: 'group', id: '19:board@thread.v2' };
const TEAM = '3e9d1c58-7a24-4b0f-8d63-50f1a2b7c9e4';
const CHANNEL: Place = { kind: 'channel', id: '19:theatres@thread.tacv2;messageid=1700000000000', teams: ['19:team@thread.tacv2', TEAM] };
const ORGANISATION = [
  'organisation:', '  name: A trust', '  scope: Trust', '  owner: An analyst', '  date: 2024-04-01',
  "  cmgs: [{ key: mss, name: Surgery, specialties: ['110'] }, { key: wc, name: Women and children, specialties: ['502'] }]",
].join('\n');
const METRICS = 'metrics:\n  - { id: late-starts, restricted: true }\n';
const grant = (fields: string): string => `  - { ${fields}, because: Leads the service, owner: Medical director }`;

/** What somebody named in these grants may see. */
function granted(lines: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const grants = grantsOf(catalogueWith({ 'organisation.yaml': ORGANISATION, 'metrics.yaml': METRICS, 'grants.yaml': ['grants:', ...lines].join('\n'), ...more }));
  const at = (id: string, place: Place, name: string | null = null) => grants.of({ id, name, tenant: null }, place);
  return {
    at,
    sees: (id: string, part: Part, place = ALONE) => covers(at(id, place).here.open, part),
    holds: (id: string, restricted: string, place = ALONE, name: string | null = null) => at(id, place, name).here.restricted.has(restricted) && covers(at(id, place, name).here.restricted.get(restricted) ?? [], {}),
  };
}

const people = granted([
  grant("may: [consultant], users: [' A.Manager@trust.nhs.uk ', 8f0e4d2c-0000-4000-8000-00000000000A]"),
  grant('may: [late-starts], users: [A.Manager@trust.nhs.uk, Theatre Lead]'),
]);

test.each<[what: string, id: string, restricted: string]>([
  ['by an id, capitals and blanks aside', 'a.manager@TRUST.nhs.uk', 'consultant'],
  ['by an object id', '8F0E4D2C-0000-4000-8000-00000000000a', 'consultant'],
  ['from a second grant too', 'a.manager@trust.nhs.uk', 'late-starts'],
])('somebody who is named holds what the grant says: %s', (_what, id, restricted) => {
  expect(people.holds(id, restricted)).toBe(true);
  expect(people.sees(id, {})).toBe(true);
});

test.each<[what: string, id: string, name: string | null, restricted: string]>([
  ['somebody who is not named', 'b.manager@trust.nhs.uk', null, 'consultant'],
  ['somebody who is only called as somebody named is', 'another-id', 'Theatre Lead', 'late-starts'],
  ['the terminal', 'terminal', null, 'consultant'],
  ['part of an id', 'a.manager', null, 'late-starts'],
  ['what nobody was granted', 'a.manager@trust.nhs.uk', null, 'specialty'],
])('%s holds nothing', (_what, id, name, restricted) => {
  expect(people.holds(id, restricted, ALONE, name)).toBe(false);
});

test('whoever is not named may not ask, but on the machine itself without a name', () => {
  expect(people.sees('b.manager', { cmg: ['mss'] })).toBe(false);
  expect(people.sees('terminal', {})).toBe(false);
  expect(people.sees('terminal', {}, { kind: 'terminal', id: 'terminal' })).toBe(true);
  expect(people.sees('b.manager', {}, { kind: 'terminal', id: 'terminal' })).toBe(false);
  expect(people.holds('terminal', 'consultant', { kind: 'terminal', id: 'terminal' })).toBe(false);
});

test('a conversation shows nothing until it is named, and then what both it and the asker may see', () => {
  const shown = granted([
    grant('may: [consultant, late-starts], users: [lead]'), grant('users: [other]'),
    grant("may: [late-starts], conversations: ['19:BOARD@thread.v2'], guests: none"), grant(`may: [consultant], teams: [${TEAM}], guests: none`),
  ]);
  expect(shown.holds('lead', 'late-starts', GROUP)).toBe(true);
  expect(shown.holds('lead', 'consultant', GROUP)).toBe(false);
  expect(shown.holds('other', 'late-starts', GROUP)).toBe(false);
  expect(shown.sees('other', {}, GROUP)).toBe(true);
  expect(shown.holds('lead', 'consultant', CHANNEL)).toBe(true);
  expect(shown.holds('lead', 'late-starts', CHANNEL)).toBe(false);
  expect(shown.sees('nobody', {}, CHANNEL)).toBe(false);
  expect(shown.sees('lead', {}, { ...CHANNEL, teams: ['19:another@thread.tacv2'] })).toBe(false);
  expect(shown.sees('lead', {}, { kind: 'group', id: '19:other@thread.v2' })).toBe(false);
});

test('what is posted without being asked for is what the conversation itself may show', () => {
  const shown = granted([grant('may: [consultant], conversations: ["19:theatres@thread.tacv2"], guests: none, only: { cmg: [mss] }')]);
  const { here, alone } = shown.at(AUDIENCE, CHANNEL);
  expect(covers(here.open, { cmg: ['mss'] })).toBe(true);
  expect(covers(here.open, {})).toBe(false);
  expect(alone.open).toEqual([]);
  expect(shown.at(AUDIENCE, ALONE).here.open).toEqual([]);
});

test('a channel shared with others and a meeting are not the team’s: each is named itself, and shows nothing restricted', () => {
  const shown = granted([grant('may: [consultant], users: [lead]'), grant(`may: [consultant], teams: [${TEAM}], guests: none`), grant("may: [consultant], conversations: ['19:board@thread.v2'], guests: none")]);
  expect(shown.sees('lead', {}, { ...CHANNEL, isMixed: true })).toBe(false);
  expect(shown.sees('lead', {}, { ...GROUP, isMixed: true })).toBe(true);
  expect(shown.holds('lead', 'consultant', { ...GROUP, isMixed: true })).toBe(false);
  expect(shown.holds('lead', 'consultant', GROUP)).toBe(true);
});

test('a place of which nobody says that it has no guests shows what is open, and nothing restricted', () => {
  const configured = catalogueWith({ 'organisation.yaml': ORGANISATION, 'metrics.yaml': METRICS, 'grants.yaml': ['grants:', grant('may: [consultant, small-numbers], users: [lead]'), grant(`may: [consultant, small-numbers], teams: [${TEAM}], guests: none`)].join('\n') });
  const shownWhere = (guests: 'none' | undefined) => grantsOf({ ...configured, grants: configured.grants.map((one) => (one.teams.length === 0 ? one : { ...one, guests })) }).of({ id: 'lead', name: null, tenant: null }, CHANNEL).here;
  expect(covers(shownWhere(undefined).open, {})).toBe(true);
  expect([...shownWhere('none').restricted].map(([id, scope]) => [id, covers(scope, {})])).toEqual([['consultant', true], ['small-numbers', true]]);
  expect([...shownWhere(undefined).restricted].filter(([, scope]) => scope.length > 0)).toEqual([]);
});

test('a grant keeps to a part of the trust, several to several, and to what place and person have in common', () => {
  const parts = granted([
    grant('users: [one], only: { cmg: [mss] }'), grant('users: [two], only: { cmg: [mss] }'), grant('users: [two], only: { cmg: [wc] }'),
    grant("users: [three], only: { cmg: [mss], specialty: ['110'] }"), grant("conversations: ['19:board@thread.v2'], only: { cmg: [wc] }"),
  ]);
  expect(parts.sees('one', { cmg: ['mss'] })).toBe(true);
  for (const beyond of [{}, { cmg: ['wc'] }, { cmg: ['mss', 'wc'] }, { specialty: ['110'] }]) expect(parts.sees('one', beyond)).toBe(false);
  expect(parts.sees('one', { cmg: ['mss'], specialty: ['110'] })).toBe(true);
  expect(parts.sees('two', { cmg: ['mss', 'wc'] })).toBe(true);
  expect(parts.sees('three', { cmg: ['mss'] })).toBe(false);
  expect(parts.sees('three', { cmg: ['mss'], specialty: ['110'] })).toBe(true);
  expect(parts.sees('two', { cmg: ['wc'] }, GROUP)).toBe(true);
  expect(parts.sees('two', { cmg: ['mss'] }, GROUP)).toBe(false);
  expect(parts.at('one', GROUP).here.open).toEqual([]);
});

test('a group of metrics is granted as each of them, and a trust closes what it likes', () => {
  const closing = 'access:\n  restricted: [Activity and money, site]\n  because: Commercial.\n  owner: Director of finance\n';
  const shown = granted([grant('users: [finance], may: [Activity and money]')], { 'access.yaml': closing });
  expect(shown.holds('finance', 'income')).toBe(true);
  expect(shown.holds('finance', 'site')).toBe(false);
});

test('where the data is made up everybody may ask and every conversation show, and whoever is named has their own grants alone', () => {
  const open = {
    'organisation.yaml': `${ORGANISATION}\n  notice: Made up\n`, 'access.yaml': 'access:\n  everybody: true\n  because: Made up.\n  owner: An analyst\n',
  };
  const shown = granted([grant('users: [one], only: { cmg: [mss] }')], open);
  expect(shown.sees('anybody', {})).toBe(true);
  expect(shown.sees('anybody', {}, GROUP)).toBe(true);
  expect(shown.holds('anybody', 'consultant')).toBe(false);
  expect(shown.sees('one', {})).toBe(false);
  expect(shown.sees('one', { cmg: ['mss'] }, GROUP)).toBe(true);
});
