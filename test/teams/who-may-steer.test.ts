import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { topicOf } from '../../src/digests/subscription';
import { ownTopicOf } from '../../src/watches/watch';
import { CHANNEL, GrantedHouse, Shared, MONDAY, ORGANISATION } from './granted-house';
import { TENANT } from './open-id';

const [LEAD, READER, STRANGER] = ['lead', 'reader', 'stranger'] as const;
const READERS = [{ users: [READER], may: ['Activity and money'] }, { conversations: [CHANNEL], may: ['Activity and money'], guests: 'none' }];
const WITH_LEAD = [{ users: [LEAD], may: ['Activity and money'] }, ...READERS];
const SLOT = '2024-08-05';
/** The name of what is steered, and of whoever set it up. */
const TELLS = /Cancellation rate|Name of lead/;

const shared = Shared.overPeople();
let folder: string;
let one: GrantedHouse;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'tally-steer-')); });
afterEach(async () => {
  await one.house.close();
  rmSync(folder, { recursive: true });
});
const open = async (grants: readonly object[], status: () => number = () => 201): Promise<void> => {
  one = await GrantedHouse.open(shared, grants, { folder, connector: () => ({ status: status() }) });
};
const digest = async () => {
  const [found] = await one.house.store.subscriptions.all(ORGANISATION);
  if (found === undefined) throw new Error('no digest is there');
  return found;
};
const alert = async () => {
  const [found] = await one.house.store.watches.all(ORGANISATION);
  if (found === undefined) throw new Error('no alert is there');
  return found;
};
const postsOf = async (topic: string) => (await one.house.store.ledger.of(ORGANISATION).history(topic, 5)).map(({ state }) => state);

/** A digest that is paused, of whose post it is not known whether it arrived, and an alert that is suspended. @returns the buttons that steer them */
async function steered(): Promise<readonly { readonly kind: string; readonly topic: string; readonly slot?: string }[]> {
  let isUp = true;
  await open(WITH_LEAD, () => (isUp ? 201 : 502));
  await one.say(LEAD, 'post cancellation rate here every Monday at 8');
  await one.say(LEAD, 'alert us here when cancellation rate drops below 5%');
  isUp = false;
  await one.later();
  isUp = true;
  await one.say(LEAD, 'pause the cancellation rate digest');
  await one.house.store.watches.stand((await alert()).id, 'suspended', 'Tally cannot post there any more', one.now);
  const [topic, ofAlert] = [topicOf(await digest()), ownTopicOf(await alert())];
  expect([(await digest()).standing, await postsOf(topic), (await alert()).standing]).toEqual(['paused', ['ambiguous'], 'suspended']);
  return [{ kind: 'resume', topic }, { kind: 'arrived', topic, slot: SLOT }, { kind: 'again', topic, slot: SLOT }, { kind: 'resume', topic: ofAlert }, { kind: 'arrived', topic: ofAlert, slot: SLOT }, { kind: 'again', topic: ofAlert, slot: SLOT }];
}
async function nothingHappened(): Promise<void> {
  expect([(await digest()).standing, await postsOf(topicOf(await digest())), (await alert()).standing]).toEqual(['paused', ['ambiguous'], 'suspended']);
}

test.each([['whoever set it up and is named in no grant any more', LEAD, READERS], ['somebody who was never named in one', STRANGER, WITH_LEAD]])('the buttons of %s are refused as a question of theirs is, and do nothing', async (_what, who, grants) => {
  const buttons = await steered();
  await one.house.close();
  await open(grants);
  one.now = MONDAY + 3 * 60 * 60_000;
  const refused = (await one.say(who, 'cancellation rate', 'alone')).said;
  expect(refused).toMatch(/^You are not set up to ask Tally/);
  for (const step of buttons) {
    const { said, all } = await one.press(who, step);
    expect([step.kind, said]).toEqual([step.kind, refused]);
    expect(all).not.toMatch(TELLS);
  }
  await nothingHappened();
});

test('the buttons of somebody who may ask and may not change it say nothing of what is behind them, or whether anything is', async () => {
  const buttons = await steered();
  for (const step of buttons) {
    const { said, all } = await one.press(READER, step);
    expect(said).toMatch(/^That (digest|alert) is not yours to decide on, or is there no more\.$/);
    expect(all).not.toMatch(TELLS);
    const ofNone = { ...step, topic: step.topic.startsWith('watch') ? 'watch:0123' : 'digest:0123' };
    expect((await one.press(READER, ofNone)).said).toBe(said);
  }
  await nothingHappened();
});

test('the buttons of whoever set it up do what they say', async () => {
  const [resume, arrived, , resumeAlert] = await steered();
  expect((await one.press(LEAD, { ...arrived })).said).toBe('Noted: the digest of 5 August 2024 arrived.');
  expect((await one.press(LEAD, { ...resume })).said).toBe('“Cancellation rate” is posted again, next 12 August 2024 at 08:00.');
  expect((await one.press(LEAD, { ...resumeAlert })).said).toBe('“Cancellation rate below 5%” is heard again.');
  expect([(await digest()).standing, await postsOf(topicOf(await digest())), (await alert()).standing]).toEqual(['active', ['sent'], 'active']);
});

describe('the record of who asked what', () => {
  /** Of commands and buttons: who, where, by which way and what came of it. */
  const recorded = async () => (await one.house.store.audit.read([ORGANISATION], 0, null)).map(({ who, conversation, way, outcome, reason }) => [who, conversation, way, outcome, reason]);
  const [THERE, OWN] = [`${CHANNEL};messageid=1`, `a:${LEAD}`];

  test('says who set up, changed, paused, resumed and stopped a digest and an alert, and where, without a word that was typed', async () => {
    await open(WITH_LEAD);
    for (const text of ['post cancellation rate here every Monday at 8', 'rename it to Zebra pack', 'pause the Zebra pack digest', 'list digests']) await one.say(LEAD, text);
    await one.press(LEAD, { kind: 'resume', topic: topicOf(await digest()) });
    for (const text of ['stop the Zebra pack digest', 'alert us here when cancellation rate drops below 5%', 'mute the alerts', 'stop all alerts']) await one.say(LEAD, text);
    await one.say(LEAD, 'follow cancellation rate', 'alone');
    expect(await recorded()).toEqual([
      [LEAD, THERE, 'chat', 'done', 'digest-create'], [LEAD, THERE, 'chat', 'done', 'digest-change'], [LEAD, THERE, 'chat', 'done', 'digest-pause'], [LEAD, OWN, 'button', 'done', 'digest-resume'], [LEAD, THERE, 'chat', 'done', 'digest-stop'],
      [LEAD, THERE, 'chat', 'done', 'watch-create'], [LEAD, THERE, 'chat', 'done', 'watch-mute'], [LEAD, THERE, 'chat', 'done', 'watch-stop'], [LEAD, OWN, 'chat', 'done', 'follow-create'],
    ]);
    const rows = await one.house.store.audit.read([ORGANISATION], 0, LEAD);
    expect(JSON.stringify(rows)).not.toMatch(/Zebra/i);
    expect(rows[0]).toMatchObject({ tenant: TENANT, place: 'channel', at: MONDAY });
    expect(JSON.parse(rows[0]?.query ?? '')).toMatchObject({ intent: 'value', metrics: ['cancelled-rate'] });
  });

  test('says who was refused, and why', async () => {
    const [resume, , , resumeAlert] = await steered();
    const before = (await recorded()).length;
    await one.press(STRANGER, { ...resume });
    await one.press(READER, { ...resumeAlert });
    await one.say(READER, 'pause the cancellation rate digest');
    expect((await recorded()).slice(before)).toEqual([
      [STRANGER, `a:${STRANGER}`, 'button', 'refused', 'digest-resume: not-admitted'], [READER, `a:${READER}`, 'button', 'refused', 'watch-resume: not-carried-out'], [READER, THERE, 'chat', 'refused', 'digest-pause: not-carried-out'],
    ]);
  });
});
