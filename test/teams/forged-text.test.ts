import path from 'node:path';
import { createAudit, type AuditEntry } from '../../src/access/audit';
import { NO_GRANTS } from '../../src/access/permit';
import { createCards } from '../../src/cards/create-cards';
import { createRoad } from '../../src/ask';
import { monthPeriod } from '../../src/calendar/period';
import type { Snapshot } from '../../src/engine/snapshot';
import { createLanguage } from '../../src/language/language';
import { holdRows } from '../engine/held-rows';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';
import { personalMessage, pressed, submitted } from './activities';
import { NOW, openHouse, type House } from './harness';
import { startOpenId, type OpenId } from './open-id';

/** Nothing of it may be read again, by anybody. */
const TEXT = 'John Smith 943 476 5919 LE1 5WW';
const TRACE = /smith|943[ -]?476|476[ -]?5919|le1 ?5ww/i;
const QUERY = { intent: 'value', metrics: ['dna-rate'], period: monthPeriod(2024, 5) };

let openId: OpenId;
let house: House;
let held: Snapshot & { close(): void };
let audited: AuditEntry[];
beforeAll(async () => {
  openId = await startOpenId();
  const row = (code: string) => ({ appointment_date: '2024-05-01', attended_or_did_not_attend_code: code, site_code: 'A', treatment_function_code: '120', weight: 40 });
  // A specialty that nobody lists, and that is held all the same.
  held = await holdRows({ outpatient_appointments: [row('3'), row('5'), { ...row('5'), treatment_function_code: '999' }, { ...row('3'), treatment_function_code: '999' }] }, { outpatient_appointments: { columnsFrom: { treatment_function_code: '2024-01-01', site_code: '2024-01-01' } } });
});
afterAll(async () => {
  held.close();
  await openId.close();
});
beforeEach(async () => {
  const cards = createCards({ templatesFolder: path.join(__dirname, '../../cards'), chartAddress: null });
  house = await openHouse(openId, { render: (answer) => cards.render(answer) });
  audited = [];
  const real = createRoad({
    catalogue: SMALL_CATALOGUE, language: createLanguage(SMALL_CATALOGUE), grants: NO_GRANTS, timeLimit: 5_000,
    audit: createAudit({ append: (entry) => Promise.resolve(void audited.push(entry)) }, SMALL_CATALOGUE, () => 0),
    snapshots: { lend: () => Promise.resolve({ snapshot: held, release: () => undefined }), problems: () => [] },
  });
  house.road.run = (step, who) => real.run(step, who);
  house.road.ask = (question) => real.ask(question);
});
afterEach(() => house.close());

const FORGED: readonly (readonly [what: string, query: object])[] = [
  ['a key of a listed dimension', { filters: { specialty: [TEXT] } }],
  ['a key that looks like a code', { filters: { specialty: ['SMITH'] } }],
  ['a number that looks like a code', { filters: { site: ['9434765919'] } }],
  ['a postcode that looks like a code', { filters: { specialty: ['LE15WW'] } }],
  ['a key beside one that is held', { filters: { specialty: ['120', 'SMITH'] } }],
  ['a key that is left out', { excluding: { specialty: ['SMITH'] } }],
  ['a key of what it is held against', { intent: 'comparison', filters: { specialty: ['120'] }, versus: { filters: { specialty: ['SMITH'] } } }],
  ['a dimension', { filters: { [TEXT]: ['120'] } }],
  ['a split', { intent: 'breakdown', by: TEXT }],
  ['a measure', { metrics: [TEXT] }],
  ['a scorecard', { intent: 'scorecard', metrics: [], scorecard: TEXT }],
  ['a name to keep a scorecard under', { intent: 'scorecard', metrics: [], scorecard: 'leads', frozen: { name: TEXT, what: 'show' } }],
];

/** Everything that anybody could read of it afterwards. */
async function tracesOf(activity: Record<string, unknown>): Promise<string> {
  const { text } = await house.deliver(activity);
  const remembered = await house.store.contexts.recall('a:personal', 'f0f0f0f0-0000-4000-8000-000000000001', NOW);
  return JSON.stringify([text, house.sent.map(({ body }) => body), house.logged, audited, remembered]);
}

describe.each(FORGED)('text for %s', (_what, forged) => {
  const step = (kind: string) => ({ v: 1, kind, query: { ...QUERY, ...forged } });

  test.each([
    ['a pressed button', () => pressed(step('query'))],
    ['its working', () => pressed(step('working'))],
    ['a card brought up to now by a person', () => pressed(step('refresh'))],
    ['a card brought up to now by itself', () => pressed(step('query'), { value: { action: { verb: 'tally', data: { tally: step('query') } }, trigger: 'automatic' } })],
    ['a button of an older client', () => submitted(step('query'))],
  ])('in %s is refused, and neither said again, logged, recorded nor remembered', async (_way, activity) => {
    const traces = await tracesOf(activity());
    expect(traces).not.toMatch(TRACE);
    expect(traces).toContain('asks for something that is not defined here, or of which nothing is held');
    expect(audited.map(({ outcome, reason }) => [outcome, reason])).toEqual([['failed', 'QUERY_INVALID']]);
  });
});

test('words for a time are believed only where they are words of time', async () => {
  const traces = await tracesOf(pressed({ v: 1, kind: 'query', query: { ...QUERY, period: { ...QUERY.period, label: TEXT, asked: TEXT } } }));
  expect(traces).not.toMatch(TRACE);
  expect(audited.map(({ outcome }) => outcome)).toEqual(['answered']);
});

test('words for the data that a number was seen on are no button of ours', async () => {
  expect(await tracesOf(pressed({ v: 1, kind: 'report', query: QUERY, snapshot: TEXT }))).not.toMatch(TRACE);
});

test('a code that nobody lists and that is held is asked for as ever', async () => {
  const traces = await tracesOf(pressed({ v: 1, kind: 'query', query: { ...QUERY, filters: { specialty: ['999'] } } }));
  expect(audited.map(({ outcome }) => outcome)).toEqual(['answered']);
  expect(traces).toContain('DNA rate for 999');
});

test.each(['DNA rate for John Smith LE1 5WW', 'DNA rate for LE15WW', 'postcode of the last patient'])('and what is typed of anybody is refused without being said again: %s', async (text) => {
  expect(await tracesOf(personalMessage({ text }))).not.toMatch(TRACE);
  expect(audited.map(({ outcome, reason }) => [outcome, reason])).toEqual([['refused', 'patient-data']]);
});

describe('after somebody asked about a patient', () => {
  test('nothing asked next leans on that, nor on what was asked before it', async () => {
    await house.deliver(personalMessage({ text: 'DNA rate' }));
    const recall = async (): Promise<string | null> => house.store.contexts.recall('a:personal', 'f0f0f0f0-0000-4000-8000-000000000001', NOW);
    expect(await recall()).toContain('dna-rate');
    await house.deliver(personalMessage({ text: 'list the patients', id: '2' }));
    expect(await recall()).not.toContain('dna-rate');
  });
});
