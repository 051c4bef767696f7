import { TallyError } from '../../src/errors';
import type { Answer } from '../../src/answers/answer';
import * as sample from '../fixtures/cards/answers';
import { LEAD_MEASURES } from '../fixtures/cards/board-paper-answers';
import { CATALOGUE } from '../language/trust-language';
import { ANNA, installation, personalMessage, pressed, submitted } from './activities';
import { openHouse, type House, type HouseOptions } from './harness';
import { startOpenId, TENANT, type OpenId } from './open-id';
import { QUERY } from './scripted-answer';

const SNAPSHOT = '20261101-0612';
const OWNER = 'the-owner-s-object-id';
const SAID = 'DNA rate 8.1% · ENT · October 2026';
const report = (changes: Record<string, unknown> = {}) => pressed({ v: 1, kind: 'report', query: QUERY, snapshot: SNAPSHOT }, changes);
const owners = { ...CATALOGUE, owners: [{ owner: 'Outpatients performance', people: [OWNER, 'somebody-who-never-wrote'] }] };
const fromOwner = { id: '29:owner', aadObjectId: OWNER, name: 'Olu Owner' };
const ownersChat = { id: 'a:owners-own', conversationType: 'personal', tenantId: TENANT };

let openId: OpenId;
let house: House;
beforeAll(async () => {
  openId = await startOpenId();
});
afterAll(() => openId.close());
afterEach(() => house.close());

async function open(options: HouseOptions = {}): Promise<void> {
  house = await openHouse(openId, { owners, ...options });
  house.road.says = () => Promise.resolve(sample.VALUE);
}
/** The owner has written to the bot once, so that it knows where to find them. */
async function ownerIsKnown(): Promise<void> {
  await house.deliver(personalMessage({ id: 'owner-1', from: fromOwner, conversation: ownersChat }));
  house.sent.length = 0;
}
const posted = () => house.sent.map(({ path, body }) => [path, body.summary ?? body.text]);

describe('a number that somebody reports as wrong', () => {
  test('reaches its owner in their own chat, with the question, the data and who says so; and whoever reported it is told', async () => {
    await open();
    await ownerIsKnown();
    await house.deliver(report());
    expect(posted()).toEqual([
      ['/uk/v3/conversations/a:owners-own/activities', `Anna Ward says that a number is wrong: ${SAID}.`],
      [expect.stringContaining('/v3/conversations/a:personal/activities'), `Reported to Outpatients performance: ${SAID}. They have it in Teams, with your name.`],
    ]);
    expect(await house.store.reports.read(CATALOGUE.organisation.name, 0)).toEqual([expect.objectContaining({
      by: ANNA.aadObjectId, byName: 'Anna Ward', metric: 'dna-rate', owner: 'Outpatients performance', snapshot: SNAPSHOT, said: SAID, query: JSON.stringify(QUERY), told: 'told',
    })]);
    // The owner's number is asked for as the owner, with their access and not with that of whoever reports it.
    expect(house.road.ran.map(({ who }) => [who.asker.id, who.way])).toEqual([[ANNA.aadObjectId, 'report'], [OWNER, 'report']]);
  });

  test('on a scorecard reaches whoever owns the scorecard, with its question and its data', async () => {
    const scorecards = new Map([...CATALOGUE.scorecards].map(([id, one]) => [id, { ...one, owner: 'Outpatients performance' }]));
    await open({ owners: { ...owners, scorecards } });
    house.road.says = () => Promise.resolve(LEAD_MEASURES);
    await ownerIsKnown();
    await house.deliver(report());
    expect(posted()).toEqual([
      ['/uk/v3/conversations/a:owners-own/activities', 'Anna Ward says that a number is wrong: A number of Lead measures · Trust · May 2024.'],
      [expect.stringContaining('/v3/conversations/a:personal/activities'), 'Reported to Outpatients performance: A number of Lead measures · Trust · May 2024. They have it in Teams, with your name.'],
    ]);
    expect(await house.store.reports.read(CATALOGUE.organisation.name, 0)).toEqual([expect.objectContaining({ metric: 'lead-measures', owner: 'Outpatients performance', snapshot: SNAPSHOT })]);
  });

  describe('on a scorecard of which a measure was chosen', () => {
    const STEP = { v: 1, kind: 'report', query: QUERY, snapshot: SNAPSHOT };
    const openScorecard = async (): Promise<void> => {
      const metrics = new Map([...CATALOGUE.metrics].map(([id, one]) => [id, id === 'acpl' ? { ...one, owner: 'Outpatients performance' } : one]));
      const scorecards = new Map([...CATALOGUE.scorecards].map(([id, one]) => [id, { ...one, owner: 'Somebody else' }]));
      await open({ owners: { ...owners, metrics, scorecards } });
      house.road.says = () => Promise.resolve({ ...LEAD_MEASURES, scorecard: LEAD_MEASURES.scorecard && { ...LEAD_MEASURES.scorecard, sections: LEAD_MEASURES.scorecard.sections.map((section) => ({ ...section, lines: section.lines.map((line) => ({ ...line, metric: line.label === 'ACPL' ? 'acpl' : 'first-or-procedure-rate' })) })) } });
      await ownerIsKnown();
    };

    test.each([['by a new client', pressed], ['by an old client', submitted]])('reaches whoever owns that measure, %s', async (_client, press) => {
      await openScorecard();
      await house.deliver(press(STEP, {}, { measure: 'acpl' }));
      expect(posted()).toEqual([
        ['/uk/v3/conversations/a:owners-own/activities', 'Anna Ward says that a number is wrong: ACPL 1.57 · Lead measures · Trust · May 2024.'],
        [expect.anything(), 'Reported to Outpatients performance: ACPL 1.57 · Lead measures · Trust · May 2024. They have it in Teams, with your name.'],
      ]);
      expect(await house.store.reports.read(CATALOGUE.organisation.name, 0)).toEqual([expect.objectContaining({ metric: 'acpl', owner: 'Outpatients performance' })]);
    });

    test('is another report than that of the scorecard as a whole, and both are kept', async () => {
      await openScorecard();
      await house.deliver(pressed(STEP, { id: 'first' }, { measure: '' }));
      await house.deliver(pressed(STEP, { id: 'second' }, { measure: 'acpl' }));
      const kept = await house.store.reports.read(CATALOGUE.organisation.name, 0);
      expect(kept.map(({ metric, owner }) => [metric, owner]).sort()).toEqual([['acpl', 'Outpatients performance'], ['lead-measures', 'Somebody else']]);
    });

    test('that is not on it goes to whoever owns the scorecard', async () => {
      await openScorecard();
      await house.deliver(pressed(STEP, {}, { measure: 'complaints' }));
      expect(posted()).toEqual([[expect.anything(), expect.stringContaining('Reported to Somebody else: A number of Lead measures · Trust · May 2024.')]]);
    });

    test.each([[{ measure: ['acpl'] }], [{ measure: '../acpl' }], [{ measure: 'a'.repeat(121) }]])('is no report where what was chosen is no measure at all: %j', async (chosen) => {
      await openScorecard();
      await house.deliver(pressed(STEP, {}, chosen));
      expect(await house.store.reports.read(CATALOGUE.organisation.name, 0)).toEqual([]);
    });
  });

  test('is kept where no owner can be reached, and that is said', async () => {
    await open();
    await house.deliver(report());
    expect(posted()).toEqual([[expect.anything(), `Reported to Outpatients performance: ${SAID}. None of them can be reached in Teams; it is kept for whoever looks after Tally.`]]);
    expect(await house.store.reports.read(CATALOGUE.organisation.name, 0)).toEqual([expect.objectContaining({ told: 'not-told' })]);
  });

  test('is not posted where the owner has removed the bot', async () => {
    await open();
    await ownerIsKnown();
    await house.deliver(installation('remove', { from: fromOwner, conversation: ownersChat }));
    await house.deliver(report());
    expect(posted().map(([path]) => path)).toEqual([expect.stringContaining('a:personal')]);
  });

  test('reported again by the same person on the same data tells nobody twice', async () => {
    await open();
    await ownerIsKnown();
    await house.deliver(report());
    await house.deliver(report({ id: 'pressed-again' }));
    expect(posted().filter(([path]) => path?.includes('a:owners-own'))).toHaveLength(1);
    expect(posted().at(-1)?.[1]).toBe(`You have reported this number already: ${SAID}. They have it in Teams, with your name.`);
    await house.deliver(pressed({ v: 1, kind: 'report', query: QUERY, snapshot: 'the-next-one' }, { id: 'on-new-data' }));
    expect(posted().filter(([path]) => path?.includes('a:owners-own'))).toHaveLength(2);
  });

  test('whose post may or may not have arrived is not posted again, and says so', async () => {
    await open({ connector: () => ({ status: 201 }) });
    await ownerIsKnown();
    let first = true;
    await house.close();
    await open({ connector: () => { const reply = { status: first ? 502 : 201 }; first = false; return reply; } });
    await house.store.chats.remember(OWNER, { conversation: 'a:owners-own', serviceUrl: 'https://smba.trafficmanager.net/uk/', tenant: TENANT }, 0);
    await house.deliver(report());
    expect(posted().filter(([path]) => path?.includes('a:owners-own'))).toHaveLength(1);
    expect(posted().at(-1)?.[1]).toMatch(/whether it arrived is not known; it is kept as well\.$/);
  });

  test('is not posted to a kept address that is not one of Teams', async () => {
    await open();
    await house.store.chats.remember(OWNER, { conversation: 'a:owners-own', serviceUrl: 'https://elsewhere.example/', tenant: TENANT }, 0);
    await house.deliver(report());
    expect(posted()).toEqual([[expect.anything(), expect.stringContaining('None of them can be reached in Teams')]]);
  });

  test('by somebody who may not see it is not reported, and its owner hears nothing', async () => {
    await open();
    await ownerIsKnown();
    house.road.says = () => Promise.resolve({ ...sample.VALUE, outcome: 'refused', metrics: [], headline: 'Figures by consultant are restricted.' } satisfies Answer);
    await house.deliver(report());
    expect(posted()).toEqual([[expect.anything(), 'Figures by consultant are restricted.']]);
    expect(await house.store.reports.read(CATALOGUE.organisation.name, 0)).toEqual([]);
  });

  test('that cannot be kept is not told to anybody', async () => {
    await open();
    await ownerIsKnown();
    house.store.reports.keep = () => Promise.reject(new TallyError('STORE_FAILED', 'down', { sentence: 'That could not be answered just now. Try again in a minute.' }));
    expect(JSON.parse((await house.deliver(report())).text)).toMatchObject({ statusCode: 500 });
    expect(house.sent).toEqual([]);
  });

  test('whose owner could not be told for a fault is told when it is reported again, and nobody is told that they were', async () => {
    await open();
    await ownerIsKnown();
    const ran = house.road.ran.length;
    house.road.says = () => (house.road.ran.length === ran + 2 ? Promise.reject(new Error('the engine is out of memory')) : Promise.resolve(sample.VALUE));
    await house.deliver(report());
    expect(posted()).toEqual([[expect.anything(), `Reported to Outpatients performance: ${SAID}. None of them can be reached in Teams; it is kept for whoever looks after Tally.`]]);
    await house.deliver(report({ id: 'pressed-again' }));
    expect(posted().slice(1).map(([, said]) => said)).toEqual([`Anna Ward says that a number is wrong: ${SAID}.`, `Reported to Outpatients performance: ${SAID}. They have it in Teams, with your name.`]);
  });

  test('of a restricted figure is kept without the figure, since others read what is kept', async () => {
    await open();
    await ownerIsKnown();
    house.road.says = () => Promise.resolve(house.road.ran.at(-1)?.who.asker.id === ANNA.aadObjectId ? sample.VALUE : { ...sample.VALUE, outcome: 'refused', metrics: [], headline: 'You may not see consultants here.' } satisfies Answer);
    await house.deliver(pressed({ v: 1, kind: 'report', query: { ...QUERY, filters: { consultant: ['C1'] } }, snapshot: SNAPSHOT }));
    expect(await house.store.reports.read(CATALOGUE.organisation.name, 0)).toEqual([expect.objectContaining({ said: 'DNA rate, a restricted figure' })]);
    expect(posted()[0]?.[1]).toBe('Anna Ward says that a number is wrong: You may not see consultants here.');
  });

  test('by one person is heard twenty times a day', async () => {
    await open();
    for (let n = 0; n <= 20; n += 1) await house.deliver(pressed({ v: 1, kind: 'report', query: QUERY, snapshot: `made-up-${n}` }, { id: `press-${n}` }));
    expect(posted().at(-1)?.[1]).toBe('You have reported 20 numbers since this time yesterday. Speak to Outpatients performance about this one.');
    expect(await house.store.reports.read(CATALOGUE.organisation.name, 0)).toHaveLength(20);
  });

  test('as seen on data that has been replaced says which number is of which data', async () => {
    const cards: Answer[] = [];
    await open({ render: (answer) => (cards.push(answer), { type: 'AdaptiveCard', version: '1.5', body: [] }) });
    await ownerIsKnown();
    await house.deliver(pressed({ v: 1, kind: 'report', query: QUERY, snapshot: 'yesterday' }));
    const told = cards.find(({ headline }) => headline.startsWith('Anna Ward'));
    expect(told?.lines[0]).toBe(`Reported 11 July 2024 at 09:42, seen on data version yesterday; the number here is of data version ${SNAPSHOT}, loaded since.`);
    expect(told?.next.map(({ title }) => title)).toEqual(['Show the number', 'Show working']);
  });
});
