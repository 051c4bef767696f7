import path from 'node:path';
import type { Answer } from '../../src/answers/answer';
import { PLAIN } from '../../src/answers/from-reading';
import { createCards } from '../../src/cards/create-cards';
import type { Command } from '../../src/language/command';
import * as sample from '../fixtures/cards/answers';
import { CATALOGUE, read } from '../language/trust-language';
import { answerAt, instant, snapshotOf, type DayRead } from '../watches/watching';
import { ANNA, channelMessage, groupMessage, installation, personalMessage, pressed } from './activities';
import { openHouse, type House, type HouseOptions, type Sent } from './harness';
import { startOpenId, TENANT, type OpenId } from './open-id';

const CHANNEL = '/uk/v3/conversations';
const other = { id: '29:other', aadObjectId: 'somebody-else', name: 'Sam Other' };
const at = (time: string, cancelled: number, day = '2026-11-26'): DayRead => ({ at: `${day}T${time}`, cancelled, planned: 100 });

let openId: OpenId;
let house: House;
let reading: DayRead;
beforeAll(async () => {
  openId = await startOpenId();
});
afterAll(() => openId.close());
afterEach(() => house.close());

/** The house on a day of operations; the road answers as of the reading that has come last. */
async function open(first: DayRead, options: HouseOptions = {}): Promise<void> {
  reading = first;
  house = await openHouse(openId, { digests: CATALOGUE, clock: () => instant(reading.at), held: () => ({ nightly: 'nightly', onTheDay: snapshotOf(reading.at) }), ...options });
  house.road.says = () => Promise.resolve(answerAt(reading));
}
/** Somebody types a command; it is read by the grammar, and carried out. @returns what was said, its lines after it */
async function type(text: string, message: Record<string, unknown> = channelMessage()): Promise<string> {
  const command = commandOf(text);
  const run = house.road.says;
  house.road.ask = () => Promise.resolve({ ...PLAIN, outcome: 'unknown', headline: 'a command', command } satisfies Answer);
  await house.deliver(message);
  house.road.says = run;
  const said = String(house.sent.at(-1)?.body.summary);
  house.sent.length = 0;
  return said;
}
function commandOf(text: string): Command {
  const found = read(text);
  if (found.kind !== 'command') throw new Error(`${text} is ${found.kind}`);
  return found.command;
}
async function next(one: DayRead): Promise<readonly (readonly [string, string])[]> {
  reading = one;
  house.sent.length = 0;
  await house.tick();
  await house.tick();
  return posted();
}
const activityOf = ({ body }: Sent) => (body as unknown as { activity?: Sent['body'] }).activity ?? body;
const posted = () => house.sent.map((sent) => [sent.path, String(activityOf(sent).summary)] as const);
const OVER = 'tell me if on the day cancellations go over 10 %';
const SAID = /^On-the-day cancellations over 10%: 12\.0% at 09:05 on 26 November 2026, 12 of 100\.$/;

describe('an alert of a channel', () => {
  test('is set up in a sentence, and told once there, as a thread of its own, when its line is crossed', async () => {
    await open(at('09:00', 4));
    expect(await type(OVER)).toBe('Set up: you are told in this channel of on-the-day cancellations over 10%.');
    expect(await next(at('09:02', 9))).toEqual([]);
    expect(await next(at('09:05', 12))).toEqual([[CHANNEL, expect.stringMatching(SAID)]]);
    expect(house.sent[0]?.body).toMatchObject({ isGroup: true, channelData: { channel: { id: '19:channel@thread.tacv2' } } });
    expect(await next(at('09:10', 13))).toEqual([]);
  });

  test('that is over its line already is set up, and told of the next time', async () => {
    await open(at('09:00', 12));
    await type(OVER);
    expect(await next(at('09:05', 13))).toEqual([]);
    await next(at('09:10', 4));
    expect(await next(at('09:15', 14))).toHaveLength(1);
  });

  test('is tried as whoever sets it up, and looked at with what everybody there may see, and never with their access', async () => {
    await open(at('09:00', 4));
    await type(OVER);
    await next(at('09:05', 12));
    expect([...new Set(house.road.ran.map(({ who, step }) => JSON.stringify([who.asker.id, who.place.kind, step.kind])))]).toEqual([`["${ANNA.aadObjectId}","channel","refresh"]`, '["","channel","refresh"]']);
    expect(house.road.ran.filter(({ who }) => who.asker.id !== '')).toHaveLength(1);
    // What may not be seen there any more is not told.
    house.road.says = () => Promise.resolve({ ...PLAIN, outcome: 'refused', headline: 'You may not see that here.' });
    expect(await next(at('09:10', 4))).toEqual([]);
    expect(await next(at('09:15', 20))).toEqual([]);
  });

  test('is a card that says above the figure why it came, with three buttons that anybody could have typed', async () => {
    const cards = createCards({ templatesFolder: path.join(__dirname, '../../cards'), chartAddress: null });
    await open(at('09:00', 4), { render: (answer) => cards.render(answer) });
    await type(OVER);
    await next(at('09:05', 12));
    const [sent] = house.sent;
    const card = JSON.stringify(sent === undefined ? null : activityOf(sent).attachments?.[0]?.content);
    const body = (JSON.parse(card) as { body: { text?: string }[] }).body;
    expect(body[0]?.text).toMatch(SAID);
    expect([...card.matchAll(/"title":"([^"]+)"/g)].map(([, title]) => title).filter((title, index, all) => all.indexOf(title) === index)).toEqual(['Show the figure', 'Mute for a day', 'Stop this alert']);
    expect(card).not.toContain('"refresh"');
    expect(card).not.toContain('refreshes itself');
    for (const [, text = ''] of card.matchAll(/"kind":"ask","text":"((?:[^"\\]|\\.)+)"/g)) {
      expect(commandOf(JSON.parse(`"${text}"`) as string)).toMatchObject({ kind: 'watch', name: 'On-the-day cancellations over 10%' });
    }
  });

  test('is muted, heard again, listed and stopped in words', async () => {
    await open(at('09:00', 4));
    await type(OVER);
    expect(await type('mute the alerts until 30 November')).toBe('“On-the-day cancellations over 10%” is quiet to the end of 29 November 2026.');
    expect(await next(at('09:05', 12))).toEqual([]);
    expect(await type('unmute the alerts')).toBe('“On-the-day cancellations over 10%” is heard again.');
    expect(await next(at('09:10', 12))).toHaveLength(1);
    expect(await type('list alerts')).toBe('One alert is set up here.');
    expect(await type('stop watching on the day cancellations')).toBe('“On-the-day cancellations over 10%” is stopped, and not told any more.');
    await next(at('09:15', 4));
    expect(await next(at('09:20', 12))).toEqual([]);
  });

  test('is changed by whoever set it up or installed Tally there, and by nobody else', async () => {
    await open(at('09:00', 4));
    await type(OVER);
    const stop = 'stop all alerts';
    expect(await type(stop, channelMessage({ from: other }))).toBe('“On-the-day cancellations over 10%” was set up by Anna Ward. They, whoever installed Tally here, or those named in the configuration may change it.');
    await house.deliver(installation('add', { from: other, ...placeOf(channelMessage()) }));
    expect(await type(stop, channelMessage({ from: other }))).toMatch(/ is stopped, and not told any more\.$/);
  });

  test('of somebody’s own is theirs alone, also where others may change any, and one that is changed from elsewhere says where it is told', async () => {
    const cards: Answer[] = [];
    const questions = { keep: false, 'for-days': 30, owners: [other.aadObjectId], because: 'Looks after alerts' };
    await open(at('09:00', 4), { digests: { ...CATALOGUE, questions }, render: (answer) => (cards.push(answer), { type: 'AdaptiveCard', version: '1.5', body: [] }) });
    const sams = personalMessage({ from: other, conversation: { conversationType: 'personal', tenantId: TENANT, id: 'a:other' } });
    await type(OVER, personalMessage());
    const stop = 'stop the "On-the-day cancellations over 10%" alert';
    expect(await type(stop, sams)).toBe('No alert is set up here.');
    await type(OVER);
    expect(await type(stop, { ...sams, id: 'once-more' })).toBe('“On-the-day cancellations over 10%” is stopped, and not told any more.');
    expect(cards.at(-1)?.lines).toEqual(['It is told in a channel.']);
    expect((await house.store.watches.all(CATALOGUE.organisation.name)).map(({ to }) => to.kind)).toEqual(['personal']);
  });

  test('of which there are several of one name elsewhere is changed where it is told', async () => {
    await open(at('09:00', 4));
    await type(OVER);
    await type(OVER, groupMessage({ id: 'in-the-group' }));
    expect(await type('stop the "On-the-day cancellations over 10%" alert', personalMessage({ id: 'which' }))).toBe('There are several of that name. Say it where it is told.');
    expect(await house.store.watches.all(CATALOGUE.organisation.name)).toHaveLength(2);
  });

  test('is suspended when Tally is removed, its owner told, and goes on when it is back', async () => {
    await open(at('09:00', 4));
    await house.deliver(personalMessage({ id: 'anna-by-herself' }));
    await type(OVER);
    await house.deliver(installation('remove', placeOf(channelMessage())));
    expect((await next(at('09:05', 12))).map(([where, said]) => [where.includes('a:personal'), said])).toEqual([[true, 'The alert “On-the-day cancellations over 10%” is suspended, because Tally was removed there.']]);
    expect(await next(at('09:06', 12))).toEqual([]);
    await house.deliver(installation('add-upgrade', placeOf(channelMessage())));
    expect(await next(at('09:10', 12))).toHaveLength(1);
  });

  test('says when it is set up that its owner can be told nothing until they have written, and tells them then', async () => {
    const CANNOT = 'Write to me once in a chat of our own: should it not be possible to tell it here, I tell you there, and cannot until you have.';
    const lines: (readonly string[])[] = [];
    await open(at('09:00', 4), { render: (answer) => (lines.push(answer.lines), { type: 'AdaptiveCard', version: '1.5', body: [] }) });
    await type(OVER);
    expect(lines.at(-1)).toContain(CANNOT);
    await house.deliver(installation('remove', placeOf(channelMessage())));
    expect(await next(at('09:05', 4))).toEqual([]);
    await house.deliver(personalMessage({ id: 'anna-writes-at-last' }));
    expect((await next(at('10:10', 4))).map(([where, said]) => [where.includes('a:personal'), said])).toEqual([[true, 'The alert “On-the-day cancellations over 10%” is suspended, because Tally was removed there.']]);
    // Whoever has written is not asked to.
    await type('tell me if DNA rate goes over 9%', channelMessage({ id: 'another' }));
    expect(lines.at(-1)).not.toContain(CANNOT);
  });

  test('that cannot be posted any more is suspended, and its owner is told', async () => {
    let refuses = false;
    await open(at('09:00', 4), { connector: () => ({ status: refuses ? 403 : 201 }) });
    await house.deliver(personalMessage({ id: 'anna-again' }));
    await type(OVER);
    refuses = true;
    await next(at('09:05', 12));
    expect(posted().at(-1)?.[1]).toBe('Alert: on-the-day cancellations over 10%. It was not posted in its channel: Teams refused it (status 403).');
    expect((await house.store.watches.all(CATALOGUE.organisation.name)).map(({ standing }) => standing)).toEqual(['suspended']);
  });

  test('that could not be posted is resumed from one’s own chat, by the card that told of it, whatever else is called so, and till then not promised again', async () => {
    let refuses = false;
    const cards: Answer[] = [];
    await open(at('09:00', 4), { connector: (_, { path: to }) => ({ status: refuses && to.endsWith('/v3/conversations') ? 403 : 201 }), render: (answer) => (cards.push(answer), { type: 'AdaptiveCard', version: '1.5', body: [] }) });
    await house.deliver(personalMessage({ id: 'anna-resumes' }));
    await type(OVER);
    // Of the same name, and where the button is pressed.
    await type(OVER, personalMessage({ id: 'her-own' }));
    await type('mute the alerts until 30 November', personalMessage({ id: 'is-quiet' }));
    refuses = true;
    await next(at('09:05', 12));
    refuses = false;
    const [its] = (await house.store.watches.all(CATALOGUE.organisation.name)).filter(({ to }) => to.kind === 'channel');
    const key = { topic: `watch:${its?.id ?? ''}:${snapshotOf('2026-11-26T09:05')}`, slot: '2026-11-26' };
    await house.deliver(pressed({ v: 1, kind: 'again', ...key }));
    expect(posted().at(-1)?.[1]).toBe('The alert “On-the-day cancellations over 10%” is suspended, because Tally cannot post there any more. It is not posted until it is resumed.');
    const resume = 'resume the "On-the-day cancellations over 10%" alert';
    expect(await type(resume, personalMessage({ from: other, conversation: { conversationType: 'personal', tenantId: TENANT, id: 'a:other' } }))).toBe('No alert is set up here.');
    const told = cards.find(({ headline }) => headline.includes('was not posted in its channel'))?.next[0]?.step;
    await house.deliver(pressed({ v: 1, ...told }, { id: 'not-hers', from: other }));
    expect(posted().at(-1)?.[1]).toBe('That alert is not yours to decide on, or is there no more.');
    await house.deliver(pressed({ v: 1, ...told }, { id: 'hers' }));
    expect(posted().at(-1)?.[1]).toBe('“On-the-day cancellations over 10%” is heard again.');
    await next(at('09:10', 4));
    expect((await next(at('09:15', 13))).map(([where]) => where)).toEqual([CHANNEL]);
  });

  /** The alert of 09:05, of which it is not known whether it arrived. */
  async function inDoubt(): Promise<{ readonly topic: string; readonly slot: string }> {
    let fails = false;
    await open(at('09:00', 4), { connector: () => ({ status: fails ? 502 : 201 }) });
    await type(OVER);
    fails = true;
    await next(at('09:05', 12));
    fails = false;
    return { topic: `watch:${(await house.store.watches.all(CATALOGUE.organisation.name))[0]?.id ?? ''}:${snapshotOf('2026-11-26T09:05')}`, slot: '2026-11-26' };
  }

  test('asked for again while it is muted is promised for when it is not', async () => {
    const key = await inDoubt();
    await type('mute the alerts until 30 November');
    await house.deliver(pressed({ v: 1, kind: 'again', ...key }));
    expect(posted().at(-1)?.[1]).toBe('The alert “On-the-day cancellations over 10%” is posted again when it is no longer muted.');
  });

  test('that was crossed again since is not promised again: what was told of it since stands', async () => {
    const key = await inDoubt();
    await next(at('09:10', 4));
    expect(await next(at('09:15', 15))).toHaveLength(1);
    await house.deliver(pressed({ v: 1, kind: 'again', ...key }));
    expect(posted().at(-1)?.[1]).toBe('The alert “On-the-day cancellations over 10%” has crossed its line once more since, and that is told instead.');
    expect((await house.store.ledger.history(key.topic, 1)).map(({ state }) => state)).toEqual(['ambiguous']);
    expect(await next(at('09:16', 15))).toEqual([]);
  });

  test('of which it is not known whether it arrived is not repeated: its owner says which', async () => {
    let fails = false;
    await open(at('09:00', 4), { connector: () => ({ status: fails ? 502 : 201 }) });
    await house.deliver(personalMessage({ id: 'anna-once-more' }));
    await type(OVER);
    fails = true;
    await next(at('09:05', 12));
    fails = false;
    const key = { topic: `watch:${(await house.store.watches.all(CATALOGUE.organisation.name))[0]?.id ?? ''}:${snapshotOf('2026-11-26T09:05')}`, slot: '2026-11-26' };
    // The alert is not posted again, but what did not reach its owner either is.
    expect((await next(at('09:06', 12))).map(([, said]) => said)).toEqual(['Alert: on-the-day cancellations over 10%. Whether it arrived in its channel is not known. Look, and say which: it is not posted again by itself.']);
    await house.deliver(pressed({ v: 1, kind: 'again', ...key }, { from: other }));
    expect(posted().at(-1)?.[1]).toBe('That alert is not yours to decide on, or is there no more.');
    await house.deliver(pressed({ v: 1, kind: 'again', ...key }, { id: 'decided' }));
    expect(posted().at(-1)?.[1]).toBe('The alert “On-the-day cancellations over 10%” is posted again within a minute.');
    expect((await next(at('09:08', 13))).map(([, said]) => said)).toEqual([expect.stringMatching(/13\.0% at 09:08 .+ First at 12\.0% at 09:05 /)]);
  });
});

const placeOf = (message: Record<string, unknown>) => ({ conversation: message['conversation'], channelData: message['channelData'] });

test('an alert in a chat of one’s own is told there, with one’s own access', async () => {
  await open(at('09:00', 4));
  expect(await type(OVER, personalMessage())).toBe('Set up: you are told here of on-the-day cancellations over 10%.');
  expect((await next(at('09:05', 12))).map(([where]) => where.includes('a:personal'))).toEqual([true]);
  expect(house.road.ran.at(-1)?.who.asker.id).toBe('f0f0f0f0-0000-4000-8000-000000000001');
});

test.each([
  ['tell me if DNA rate in May 2024 goes over 8%', /^May 2024 is over: its figure will hardly change/],
  ['tell me if implied productivity growth goes over 3%', /is printed in a document|cannot be watched/],
])('%s is not set up, and it is said why', async (text, why) => {
  await open(at('09:00', 4));
  house.road.says = () => Promise.resolve(sample.VALUE);
  expect(await type(text)).toMatch(why);
  expect(await house.store.watches.all(CATALOGUE.organisation.name)).toEqual([]);
});

test('an alert on a part of the day is not promised where nothing of any part is shown, and it is said what can be', async () => {
  const cards: Answer[] = [];
  await open({ ...at('09:00', 5), isWithheld: true }, { render: (answer) => (cards.push(answer), { type: 'AdaptiveCard', version: '1.5', body: [] }) });
  expect(await type('tell me if on the day cancellations for ENT go over 10 %')).toBe('That cannot be watched here: through the day people are counted for the whole trust only, so that nobody can be recognised.');
  expect(await house.store.watches.all(CATALOGUE.organisation.name)).toEqual([]);
  const [instead] = cards.at(-1)?.options ?? [];
  reading = at('09:01', 5);
  expect(await type(instead ?? '', channelMessage({ id: 'instead' }))).toBe('Set up: you are told in this channel of on-the-day cancellations over 10%.');
});

describe('what somebody follows', () => {
  const MONDAY = { at: '2026-11-30T07:00', cancelled: 4, planned: 100 };

  test('comes in a weekly digest of their own, which begins with the first and ends with the last', async () => {
    await open(MONDAY);
    house.road.says = () => Promise.resolve(sample.VALUE);
    expect(await type('what do I follow', personalMessage())).toBe('You follow nothing yet.');
    expect(await type('follow DNA rate for ENT', personalMessage())).toBe('You follow DNA rate for ENT now. It comes in a digest of your own every Monday at 08:00, next 30 November 2026 at 08:00.');
    expect(await type('follow DNA rate for ENT', personalMessage())).toMatch(/^You follow DNA rate for ENT already\./);
    expect(await type('follow ACPL', personalMessage())).toMatch(/^You follow ACPL now\./);
    expect(await type('what do I follow', personalMessage())).toBe('You follow 2 measures, posted every Monday at 08:00, next 30 November 2026 at 08:00.');
    house.road.ran.length = 0;
    const [arrived, ...more] = await next({ ...MONDAY, at: '2026-11-30T08:00' });
    expect([arrived?.[0].includes('a:personal'), more]).toEqual([true, []]);
    expect(house.road.ran.filter(({ who }) => who.way !== 'look').map(({ step, who }) => [step.query.metrics[0], step.query.filters['specialty']?.[0], step.kind, who.asker.id])).toEqual([
      ['dna-rate', '120', 'refresh', 'f0f0f0f0-0000-4000-8000-000000000001'], ['acpl', undefined, 'refresh', 'f0f0f0f0-0000-4000-8000-000000000001'],
    ]);
    expect(await type('unfollow ACPL', personalMessage())).toBe('You do not follow ACPL any more.');
    expect(await type('unfollow DNA rate for ENT', personalMessage())).toBe('You do not follow DNA rate for ENT any more. That was the last, and your digest has ended.');
    expect(await next({ ...MONDAY, at: '2026-12-07T08:00' })).toEqual([]);
  });

  test('is moved as any digest is, and posted in one’s own chat though it was said in a channel', async () => {
    await open(MONDAY);
    house.road.says = () => Promise.resolve(sample.VALUE);
    expect(await type('follow ACPL')).toBe('Say that to me in a chat of our own: what you follow is posted there.');
    await house.deliver(personalMessage({ id: 'anna-says-hello' }));
    await type('follow ACPL');
    expect(await type('move the followed measures digest to Fridays at 9', personalMessage())).toBe('Changed: “Followed measures” is now posted every Friday at 09:00, next 4 December 2026 at 09:00.');
    expect(await next({ ...MONDAY, at: '2026-11-30T08:00' })).toEqual([]);
    expect((await next({ ...MONDAY, at: '2026-12-04T09:00' })).map(([where]) => where.includes('a:personal'))).toEqual([true]);
  });
});
