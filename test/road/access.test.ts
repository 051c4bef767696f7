import { createAudit, type AuditEntry } from '../../src/access/audit';
import { grantsOf } from '../../src/access/granted';
import { recorded } from '../../src/answers/audited';
import { createRoad, type Road, type Who } from '../../src/ask';
import { monthPeriod } from '../../src/calendar/period';
import { londonInstant } from '../../src/calendar/instant';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { grantSchema } from '../../src/catalogue/grant';
import { querySchema, type Query } from '../../src/engine/query';
import type { Snapshot } from '../../src/engine/snapshot';
import { TallyError } from '../../src/errors';
import { createLanguage } from '../../src/language/language';
import { AUDIENCE, type Place } from '../../src/language/question';
import { holdRows } from '../engine/held-rows';
import * as sample from '../fixtures/cards/answers';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';

const CHANNEL: Place = { kind: 'channel', id: '19:ent@thread.tacv2;messageid=1' };
const ALONE: Place = { kind: 'personal', id: 'a:chat' };
const grant = (fields: object) => grantSchema.parse({ because: 'Leads it', owner: 'COO', ...fields });
const CATALOGUE: Catalogue = {
  ...SMALL_CATALOGUE,
  grants: [
    grant({ users: ['lead'], may: ['small-numbers'] }), grant({ users: ['ent'], only: { specialty: ['120'] } }), grant({ conversations: ['19:ent@thread.tacv2'], only: { specialty: ['120'] } }),
  ],
};
const query = querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: monthPeriod(2024, 5) });
const at = londonInstant('2024-06-12T09:00') ?? 0;
const who = (id: string, place = ALONE, more: Partial<Who> = {}): Who => ({ asker: { id, name: 'Anna Ward', tenant: 'a-tenant' }, place, at, ...more });

let held: Snapshot & { close(): void };
beforeAll(async () => {
  const row = (specialty: string, code: string) => ({ appointment_date: '2024-05-01', attended_or_did_not_attend_code: code, treatment_function_code: specialty, weight: 20 });
  held = await holdRows({ outpatient_appointments: [row('120', '3'), row('120', '5'), row('110', '3'), row('110', '3')] }, { outpatient_appointments: {} });
});
afterAll(() => held.close());

function open(append?: (entry: AuditEntry) => Promise<void>): { readonly road: Road; readonly audited: AuditEntry[] } {
  const audited: AuditEntry[] = [];
  const audit = createAudit({ append: append ?? ((entry) => Promise.resolve(void audited.push(entry))) }, CATALOGUE, () => at + 1);
  const road = createRoad({
    catalogue: CATALOGUE, language: createLanguage(CATALOGUE), grants: grantsOf(CATALOGUE), audit, timeLimit: 5_000,
    snapshots: { lend: () => Promise.resolve({ snapshot: held, release: () => undefined }), problems: () => [] },
  });
  return { road, audited };
}
const ask = (road: Road, text: string, by: Who) => road.ask({ text, context: null, ...by });

describe('who may ask', () => {
  test('whoever is named nowhere is told so before a word of theirs is read, whatever they say', async () => {
    const { road } = open();
    for (const text of ['hello', 'DNA rate', 'what is the DNA rate', 'qwertyuiop', 'how fresh is the data']) {
      expect(await ask(road, text, who('stranger'))).toMatchObject({ outcome: 'refused', reason: 'not-admitted', metrics: [], lines: [], options: [] });
    }
    expect((await road.run({ kind: 'query', query }, who('stranger'))).reason).toBe('not-admitted');
  });

  test('whoever is kept to a part is refused the whole, never told that there is no data, and offered their part, which answers', async () => {
    const { road } = open();
    const refused = await ask(road, 'DNA rate May 2024', who('ent'));
    expect(refused).toMatchObject({ outcome: 'refused', reason: 'part-only', headline: 'You may see figures of ENT only, and this reaches beyond.', metrics: [] });
    const [step] = refused.next;
    expect(step?.title).toBe('For ENT');
    const narrowed = step?.step.kind === 'query' ? step.step.query : null;
    // By hand: of forty appointments in ENT twenty were missed; of eighty in the trust sixty were.
    expect(await road.run({ kind: 'query', query: narrowed ?? query }, who('ent'))).toMatchObject({ outcome: 'answered', metrics: [{ value: 0.5 }] });
    expect(await road.run({ kind: 'query', query }, who('lead'))).toMatchObject({ outcome: 'answered', metrics: [{ value: 0.75 }] });
  });

  test('an answer that was worked out for somebody who may see it is not served from memory to somebody who may not', async () => {
    const { road } = open();
    await road.run({ kind: 'query', query }, who('lead'));
    expect((await road.run({ kind: 'query', query }, who('ent'))).outcome).toBe('refused');
  });

  test('whoever may not see something is told so also of a month and of a part of which nothing is held', async () => {
    const { road } = open();
    expect(await road.run({ kind: 'query', query: { ...query, period: monthPeriod(2019, 1) } }, who('ent'))).toMatchObject({ outcome: 'refused', reason: 'part-only' });
    expect(await road.run({ kind: 'query', query: { ...query, filters: { specialty: ['100'] } } }, who('ent'))).toMatchObject({ outcome: 'refused', reason: 'part-only' });
    expect((await road.run({ kind: 'query', query: { ...query, period: monthPeriod(2019, 1) } }, who('lead'))).outcome).toBe('no-data');
  });

  test('how many rows are held, which are figures of the whole trust, is told to nobody', async () => {
    const { road } = open();
    const lines = (await ask(road, 'how fresh is the data', who('ent'))).lines.join(' ');
    expect(lines).toContain('Outpatient');
    expect(lines).not.toMatch(/\d rows/);
  });

  test.each<[what: string, kind: 'query' | 'working' | 'refresh', by: Who, reason: string | null]>([
    ['a button of somebody else’s card', 'query', who('ent'), 'part-only'], ['its working', 'working', who('ent'), 'part-only'], ['a card brought up to now', 'refresh', who('ent'), 'part-only'],
    ['a post in a channel', 'refresh', who(AUDIENCE, CHANNEL), 'part-only'], ['a button in a channel, of somebody who may see it alone', 'query', who('lead', CHANNEL), 'not-here'],
    ['a button in a chat that nobody set up', 'query', who('lead', { kind: 'group', id: '19:other@thread.v2' }), 'not-here'], ['a button, alone', 'query', who('lead'), null],
  ])('%s is looked at as who asks it now, where they ask it', async (_what, kind, by, reason) => {
    const answer = await open().road.run({ kind, query }, by);
    expect([answer.outcome, answer.reason]).toEqual([reason === null ? 'answered' : 'refused', reason]);
  });

  test('in a channel that is kept to a part, its part is shown to whoever may see more', async () => {
    const ofEnt: Query = { ...query, filters: { specialty: ['120'] } };
    expect((await open().road.run({ kind: 'query', query: ofEnt }, who('lead', CHANNEL))).metrics[0]?.value).toBe(0.5);
    expect((await open().road.run({ kind: 'query', query: ofEnt }, who(AUDIENCE, CHANNEL))).metrics[0]?.value).toBe(0.5);
  });
});

describe('the record', () => {
  test('holds who, when, where, what, of which data and what came of it, once for every answer, and no word of theirs', async () => {
    const { road, audited } = open();
    await ask(road, 'DNA rate for ENT in May 2024 please says Mrs Jones', who('ent'));
    audited.length = 0;
    await ask(road, 'DNA rate for ENT May 2024', who('ent'));
    expect(audited).toEqual([{
      organisation: CATALOGUE.organisation.name, at: at + 1, tenant: 'a-tenant', who: 'ent', place: 'personal', conversation: 'a:chat', way: 'chat', snapshot: 'snapshot-1', outcome: 'answered', reason: null, suppression: 'none',
      query: JSON.stringify({
        intent: 'value', metrics: ['dna-rate'], scorecard: null, period: { from: '2024-05-01', to: '2024-05-31', grain: 'month' }, filters: { specialty: ['120'] }, excluding: {}, having: null, by: null, versus: null, order: null, limit: null,
      }),
    }]);
  });

  test.each<[way: string, outcome: string, act: (road: Road) => Promise<unknown>]>([
    ['chat', 'refused', (road) => ask(road, 'DNA rate', who('stranger'))],
    ['chat', 'unknown', (road) => ask(road, 'qwertyuiop zxcvbn', who('lead'))],
    ['search', 'answered', (road) => road.ask({ text: 'DNA rate May 2024', context: null, fleeting: true, ...who('lead') })],
    ['button', 'answered', (road) => road.run({ kind: 'query', query }, who('lead'))],
    ['button', 'answered', (road) => road.run({ kind: 'working', query }, who('lead'))],
    ['refresh', 'answered', (road) => road.run({ kind: 'refresh', query }, who('lead'))],
    ['digest', 'refused', (road) => road.run({ kind: 'refresh', query }, who(AUDIENCE, CHANNEL))],
    ['digest', 'answered', (road) => road.run({ kind: 'refresh', query }, who('lead', ALONE, { way: 'digest' }))],
    ['watch', 'answered', (road) => road.run({ kind: 'query', query }, who('lead', ALONE, { way: 'watch' }))],
    ['report', 'answered', (road) => road.run({ kind: 'query', query }, who('lead', ALONE, { way: 'report' }))],
    ['terminal', 'answered', (road) => ask(road, 'DNA rate May 2024', who('lead', { kind: 'terminal', id: 'terminal' }))],
    ['button', 'failed', (road) => road.run({ kind: 'query', query: { ...query, metrics: ['no-such-metric'] } }, who('lead')).catch(() => undefined)],
  ])('says that by %s there was one that was %s', async (way, outcome, act) => {
    const { road, audited } = open();
    await act(road);
    expect(audited.map((entry) => [entry.way, entry.outcome])).toEqual([[way, outcome]]);
  });

  test('says for whom small numbers were not hidden', async () => {
    const { road, audited } = open();
    await road.run({ kind: 'query', query }, who('lead'));
    await road.run({ kind: 'query', query: { ...query, filters: { specialty: ['120'] } } }, who('lead', CHANNEL));
    expect(audited.map(({ suppression }) => suppression)).toEqual(['lifted', 'none']);
  });

  test.each([['among those that are shown', '* '], ['left out of those that are shown', '']])('says that small numbers were hidden where they are %s', async (_what, star) => {
    const audited: AuditEntry[] = [];
    const audit = createAudit({ append: (entry) => Promise.resolve(void audited.push(entry)) }, CATALOGUE, () => at);
    const caveat = `${star}Hidden so that nobody can be recognised: counts of 1 to 7 people, and large ones or noughts too where a small one would follow by subtraction.`;
    const shown = { ...sample.VALUE, metrics: sample.VALUE.metrics.map((metric) => ({ ...metric, suppressed: false, caveats: [caveat] })) };
    await recorded(audit, { ...who('lead'), way: 'chat' }, null, () => Promise.resolve(shown), () => false);
    expect(audited.map(({ suppression }) => suppression)).toEqual(['applied']);
  });

  test('holds nothing that somebody wrote into a forged button', async () => {
    const name = 'Mrs Jones 943 476 5919';
    const { road, audited } = open();
    const forged: Query = {
      ...query, metrics: ['dna-rate', name], filters: { [name]: [name], consultant: [name], specialty: ['120', name] }, excluding: { theatre: [name] }, by: name, versus: { filters: { clinic: [name] } },
      period: { ...monthPeriod(2024, 5), label: name, asked: name },
    };
    await road.run({ kind: 'query', query: forged }, who('lead')).catch(() => undefined);
    await road.run({ kind: 'query', query: { ...query, intent: 'scorecard', metrics: [], scorecard: name, frozen: { name, what: 'freeze' } } }, who('lead')).catch(() => undefined);
    expect(audited).toHaveLength(2);
    expect(JSON.stringify(audited)).not.toMatch(/Jones|5919/);
    expect(audited[0]?.query).toContain('"specialty":["120","?"]');
  });

  test('that cannot be written keeps the answer back, and says why by its code', async () => {
    const { road } = open(() => Promise.reject(new TallyError('STORE_FAILED', 'insert into audit_trail')));
    const failing = { code: 'AUDIT_FAILED', sentence: 'That could not be recorded just now, and what is not recorded is not answered. Try again in a minute.' };
    await expect(ask(road, 'DNA rate May 2024', who('lead'))).rejects.toMatchObject(failing);
    await expect(road.run({ kind: 'query', query }, who('lead'))).rejects.toMatchObject(failing);
  });
});
