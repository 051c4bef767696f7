import path from 'node:path';
import type { Answer } from '../../src/answers/answer';
import { PLAIN } from '../../src/answers/from-reading';
import { createCards } from '../../src/cards/create-cards';
import type { Command } from '../../src/language/command';
import { CATALOGUE } from '../language/trust-language';
import * as sample from '../fixtures/cards/answers';
import { ANNA, channelMessage, installation, personalMessage, pressed } from './activities';
import { openHouse, type House, type HouseOptions } from './harness';
import { startOpenId, type OpenId } from './open-id';
import { QUERY } from './scripted-answer';

const HOUR = 60 * 60_000;
/** Monday 8 July 2024, 07:00 in London. */
const MONDAY = Date.UTC(2024, 6, 8, 6);
const WEEK = 7 * 24 * HOUR;
const CHANNEL = '19:channel@thread.tacv2';
const MONDAYS: Command = { kind: 'digest', what: 'create', query: QUERY, schedule: { every: 'week', on: 1, at: '08:00', zone: 'Europe/London' }, name: null };
const other = { id: '29:other', aadObjectId: 'somebody-else', name: 'Sam Other' };

let openId: OpenId;
let house: House;
let now = MONDAY;
beforeAll(async () => {
  openId = await startOpenId();
});
afterAll(() => openId.close());
beforeEach(() => {
  now = MONDAY;
});
afterEach(() => house.close());

/** What was rendered, where a test looks at whole answers and not at what a notification shows of them. */
let rendered: Answer[] | null = null;

async function open(options: HouseOptions = {}): Promise<void> {
  const render = (answer: Answer): object => {
    rendered?.push(answer);
    return { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: answer.headline }] };
  };
  house = await openHouse(openId, { digests: { ...CATALOGUE, digests: [] }, clock: () => now, render, ...options });
  house.road.says = () => Promise.resolve(sample.VALUE);
}
/** Somebody says what comes to this command. */
async function command(one: Command, message: Record<string, unknown> = channelMessage()): Promise<string> {
  house.road.says = () => Promise.resolve({ ...PLAIN, outcome: 'unknown', headline: 'a command', command: one } satisfies Answer);
  const asked = house.road.ask.bind(house.road);
  house.road.ask = async (question) => {
    const answer = await asked(question);
    house.road.says = () => Promise.resolve(sample.VALUE);
    return answer;
  };
  await house.deliver(message);
  const last = house.sent.at(-1)?.body;
  house.sent.length = 0;
  return String(last?.summary ?? last?.text);
}
const at = async (when: number): Promise<void> => {
  now = when;
  await house.tick();
};
const posted = () => house.sent.map(({ path, body }) => [path, String(body.summary ?? (body as unknown as { activity?: { summary?: string } }).activity?.summary)] as const);
const VERDICT = sample.VALUE.headline;

describe('a digest of a channel', () => {
  test('is set up in a sentence, and posted when it is due, once, as a thread of its own', async () => {
    await open();
    expect(await command(MONDAYS)).toBe('Set up: “DNA rate for ENT” is posted in this channel every Monday at 08:00, first 8 July 2024 at 08:00.');
    await at(MONDAY + HOUR - 1_000);
    expect(posted()).toEqual([]);
    await at(MONDAY + HOUR + 1_000);
    await at(MONDAY + HOUR + 20_000);
    expect(posted()).toEqual([['/uk/v3/conversations', VERDICT]]);
    expect(house.sent[0]?.body).toMatchObject({ isGroup: true, channelData: { channel: { id: CHANNEL } } });
    await at(MONDAY + WEEK + HOUR);
    expect(posted()).toHaveLength(2);
  });

  test('is tried as whoever sets it up, and written with what everybody there may see, and never with their access', async () => {
    await open();
    await command(MONDAYS);
    await at(MONDAY + HOUR);
    expect(house.road.ran.filter(({ who }) => who.way !== 'look').map(({ who }) => [who.asker.id, who.place.kind, who.place.id.split(';')[0]])).toEqual([[ANNA.aadObjectId, 'channel', CHANNEL], ['', 'channel', CHANNEL]]);
    expect(house.road.ran.at(-1)?.step.kind).toBe('refresh');
  });

  test('is not posted where what it shows may not be seen there any more, and whoever set it up hears of it without the figure', async () => {
    await open();
    await house.deliver(personalMessage());
    await command(MONDAYS);
    house.road.says = () => Promise.resolve({ ...PLAIN, outcome: 'refused', query: QUERY, headline: 'You may see figures of ENT only, and this reaches beyond.', reason: 'part-only' });
    await at(MONDAY + HOUR);
    await at(MONDAY + HOUR + 60_000);
    expect(posted().filter(([where]) => where === '/uk/v3/conversations')).toEqual([]);
    expect(posted()).toEqual([['/uk/v3/conversations/a:personal/activities', expect.stringContaining('what it shows may not be seen there any more')]]);
    expect(JSON.stringify(house.sent.map(({ body }) => body))).not.toContain(VERDICT);
    house.sent.length = 0;
    // A grant that is there again next week is enough.
    house.road.says = () => Promise.resolve(sample.VALUE);
    await at(MONDAY + WEEK + HOUR);
    expect(posted().map(([where]) => where)).toContain('/uk/v3/conversations');
  });

  test('moved to half past eight at ten past is not posted twice', async () => {
    await open();
    await command(MONDAYS);
    await at(MONDAY + HOUR);
    expect(posted()).toHaveLength(1);
    now = MONDAY + HOUR + 10 * 60_000;
    house.sent.length = 0;
    expect(await command({ kind: 'digest', what: 'change', name: null, schedule: { at: '08:30' } })).toBe('Changed: “DNA rate for ENT” is now posted every Monday at 08:30, next 15 July 2024 at 08:30.');
    await at(MONDAY + HOUR + 31 * 60_000);
    expect(posted()).toEqual([]);
    await at(MONDAY + WEEK + HOUR + 31 * 60_000);
    expect(posted()).toHaveLength(1);
  });

  test('that is late says why, one too late is skipped, and the next says so', async () => {
    await open();
    await command(MONDAYS);
    await at(MONDAY + 3 * HOUR);
    expect(posted().map(([, said]) => said)).toEqual([`Posted late, due 8 July 2024 at 08:00: Tally was not running or could not reach its records. ${VERDICT}`]);
    house.sent.length = 0;
    await at(MONDAY + WEEK + 8 * HOUR);
    expect(posted()).toEqual([]);
    await at(MONDAY + 2 * WEEK + HOUR);
    expect(posted().map(([, said]) => said)).toEqual([`Not posted on 15 July 2024: Tally was not running or could not reach its records. Nothing new since the digest of 8 July 2024. ${VERDICT}`]);
  });

  test('of one figure says above its card why it is late, where the card has room for no more than the end of the verdict', async () => {
    const cards = createCards({ templatesFolder: path.join(__dirname, '../../cards'), chartAddress: null });
    await open({ render: (answer) => cards.render(answer) });
    await command(MONDAYS);
    await at(MONDAY + 3 * HOUR);
    const [sent] = house.sent;
    const activity = (sent?.body as unknown as { activity?: House['sent'][number]['body'] }).activity;
    expect((activity?.attachments?.[0]?.content as { body: { text?: string }[] }).body[0]?.text).toBe('Posted late, due 8 July 2024 at 08:00: Tally was not running or could not reach its records.');
  });

  test('waits for its extract, and after two hours is posted without it', async () => {
    await open();
    await command(MONDAYS);
    const stale: Answer = { ...sample.VALUE, metrics: sample.VALUE.metrics.map((metric) => ({ ...metric, data: { ...metric.data, stale: true } })) };
    house.road.says = () => Promise.resolve(stale);
    for (let when = MONDAY + HOUR; when < MONDAY + 3 * HOUR; when += 4 * 60_000) await at(when);
    expect(posted()).toEqual([]);
    await at(MONDAY + 3 * HOUR + 1_000);
    expect(posted().map(([, said]) => said)).toEqual([`Posted without the latest extract, which had not come by 8 July 2024 at 10:00. ${VERDICT}`]);
    house.sent.length = 0;
    for (let minute = 0; minute < 20; minute += 4) await at(MONDAY + WEEK + HOUR + minute * 60_000);
    house.road.says = () => Promise.resolve(sample.VALUE);
    await at(MONDAY + WEEK + HOUR + 21 * 60_000);
    expect(posted().map(([, said]) => said)).toEqual([`Posted late, due 15 July 2024 at 08:00: the extract came late. Nothing new since the digest of 8 July 2024. ${VERDICT}`]);
  });

  test('paused is not posted, and goes on when it is resumed, with nothing made up for', async () => {
    await open();
    await command(MONDAYS);
    expect(await command({ kind: 'digest', what: 'pause', name: 'dna rate' })).toMatch(/is paused/);
    await at(MONDAY + HOUR);
    now = MONDAY + 2 * HOUR;
    expect(await command({ kind: 'digest', what: 'resume', name: null })).toBe('“DNA rate for ENT” is posted again, next 15 July 2024 at 08:00.');
    await at(MONDAY + 3 * HOUR);
    expect(posted()).toEqual([]);
    await at(MONDAY + WEEK + HOUR);
    expect(posted()).toHaveLength(1);
  });

  test('is changed by whoever set it up or installed Tally there, and by nobody else', async () => {
    await open();
    await command(MONDAYS);
    const stop: Command = { kind: 'digest', what: 'stop', name: null };
    expect(await command(stop, channelMessage({ from: other }))).toBe('“DNA rate for ENT” was set up by Anna Ward. They, whoever installed Tally here, or those named in the configuration may change it.');
    await house.deliver(installation('add', { from: other, ...placeOf(channelMessage()) }));
    expect(await command(stop, channelMessage({ from: other }))).toBe('“DNA rate for ENT” is stopped and is not posted any more.');
    await at(MONDAY + HOUR);
    expect(posted()).toEqual([]);
  });

  test('is renamed, shown otherwise, narrowed and moved in chat, and its name goes with what it shows unless somebody gave it', async () => {
    await open();
    await command(MONDAYS);
    const change = (rest: object, name: string | null = null): Command => ({ kind: 'digest', what: 'change', name, schedule: {}, ...rest });
    expect(await command(change({ filters: { specialty: ['101'] } }))).toBe('Changed: “DNA rate for ENT” is now called “DNA rate for Urology”, shows DNA rate for Urology and is posted every Monday at 08:00, next 8 July 2024 at 08:00.');
    expect(await command(change({ rename: 'Monday pack' }))).toBe('Changed: “DNA rate for Urology” is now called “Monday pack” and is posted every Monday at 08:00, next 8 July 2024 at 08:00.');
    expect(await command(change({ query: QUERY, schedule: { at: '09:00' } }, 'dna rate'))).toBe('Changed: “Monday pack” shows DNA rate for ENT and is now posted every Monday at 09:00, next 8 July 2024 at 09:00.');
    await at(MONDAY + 2 * HOUR);
    expect(posted()).toHaveLength(1);
    expect(house.road.ran.at(-1)?.step.query).toMatchObject({ metrics: ['dna-rate'], filters: { specialty: ['120'] } });
  });

  test('says first what is new since the last one', async () => {
    await open();
    await command(MONDAYS);
    await at(MONDAY + HOUR);
    const met: Answer = { ...sample.VALUE, metrics: sample.VALUE.metrics.map((metric) => ({ ...metric, status: 'on-target', display: '4.8%' })) };
    house.road.says = () => Promise.resolve(met);
    await at(MONDAY + WEEK + HOUR);
    await at(MONDAY + 2 * WEEK + HOUR);
    expect(posted().map(([, said]) => said)).toEqual([
      VERDICT,
      `New since the digest of 8 July 2024: DNA rate now on target (4.8%, target below 5%). ${VERDICT}`,
      `Nothing new since the digest of 15 July 2024. ${VERDICT}`,
    ]);
  });

  test('is suspended when Tally is removed, and goes on when it is back', async () => {
    await open();
    await command(MONDAYS);
    await house.deliver(installation('remove', placeOf(channelMessage())));
    await at(MONDAY + HOUR);
    expect(posted()).toEqual([]);
    expect(await command({ kind: 'digest', what: 'list', name: null })).toBe('One digest is set up here.');
    now = MONDAY + 2 * HOUR;
    await house.deliver(installation('add-upgrade', placeOf(channelMessage())));
    house.sent.length = 0;
    await at(MONDAY + WEEK + HOUR);
    expect(posted()).toHaveLength(1);
  });
});

describe('whoever owns digests', () => {
  test('sees in a chat of their own what became of the last ten posts, and decides there on what is in doubt', async () => {
    let failing = -1;
    await open({ connector: (n) => ({ status: n === failing ? 502 : 201 }) });
    await command(MONDAYS);
    const before = house.store.ledger;
    await at(MONDAY + HOUR);
    await at(MONDAY + WEEK + 3 * HOUR);
    await at(MONDAY + 2 * WEEK + 9 * HOUR);
    // One reply to the command, and two posts: the next request is the fourth week's.
    failing = 3;
    await at(MONDAY + 3 * WEEK + HOUR);
    const [one] = await before.history(`digest:${(await house.store.subscriptions.all(CATALOGUE.organisation.name))[0]?.id ?? ''}`, 1);
    expect(one?.state).toBe('ambiguous');
    house.road.says = () => Promise.resolve({ ...PLAIN, outcome: 'unknown', headline: 'a command', command: { kind: 'digest', what: 'history', name: null } } satisfies Answer);
    const shown: Answer[] = [];
    house.sent.length = 0;
    rendered = shown;
    await house.deliver(personalMessage({ text: 'digest history' }));
    rendered = null;
    const [answer] = shown.slice(-1);
    expect(answer?.headline).toBe('Your digests: the last 4 posts. 2 posted, 1 of them late; 1 skipped; 1 not known whether it arrived.');
    expect(answer?.lines).toEqual([
      '29 July 2024: not known whether it arrived (whether it arrived is not known (status 502))',
      '22 July 2024: not posted (Tally was not running or could not reach its records)',
      '15 July 2024: posted at 10:00 (Posted late, due 15 July 2024 at 08:00: Tally was not running or could not reach its records)',
      '8 July 2024: posted at 08:00',
    ]);
    expect(answer?.next.map(({ title }) => title)).toEqual(['It arrived', 'Post it again']);
  });

  test('is told who owns a digest of the trust\'s folder, which no chat changes', async () => {
    const declared = { id: 'dna', name: 'Missed appointments', metrics: ['dna-rate'], filters: {}, when: { every: 'Monday' as const, at: '08:00', zone: 'Europe/London' }, where: { channel: CHANNEL, team: '19:team@thread.tacv2' }, owner: { id: 'tom', name: 'Tom Ashdown' }, 'may-change': [] };
    await open({ digests: { ...CATALOGUE, digests: [declared] } });
    await house.deliver(installation('add', placeOf(channelMessage())));
    await at(MONDAY);
    house.sent.length = 0;
    for (const what of ['stop', 'pause'] as const) {
      expect(await command({ kind: 'digest', what, name: 'missed appointments' })).toBe('“Missed appointments” is declared in digests.yaml, which owns it: it is changed, paused or stopped there. Ask Tom Ashdown.');
    }
    await at(MONDAY + HOUR);
    expect(posted()).toEqual([['/uk/v3/conversations', VERDICT]]);
  });
});

const placeOf = (message: Record<string, unknown>) => ({ conversation: message['conversation'], channelData: message['channelData'] });

describe('a post of which it is not known whether it arrived', () => {
  const uncertain = (n: number) => ({ status: n === failing ? 502 : 201 });
  let failing = -1;

  test('is not posted again by itself; whoever set it up is asked, and says which', async () => {
    failing = -1;
    await open({ connector: uncertain });
    await house.deliver(personalMessage({ id: 'anna-by-herself' }));
    await command(MONDAYS);
    // The welcome and the replies are behind: the next request is the digest's.
    failing = 2;
    await at(MONDAY + HOUR);
    await at(MONDAY + HOUR + 60_000);
    const told = posted().filter(([path]) => path.includes('a:personal'));
    expect(told).toEqual([[expect.anything(), 'DNA rate for ENT: whether the digest of 8 July 2024 arrived in its channel is not known. Look, and say which: it is not posted again by itself.']]);
    expect(posted().filter(([path]) => path === '/uk/v3/conversations')).toHaveLength(1);
    const [subscription] = await house.store.subscriptions.all(CATALOGUE.organisation.name);
    const key = { topic: `digest:${subscription?.id ?? ''}`, slot: '2024-07-08' };
    house.sent.length = 0;
    await house.deliver(pressed({ v: 1, kind: 'again', ...key }, { id: 'not-hers', from: other }));
    expect(posted().at(-1)?.[1]).toBe('That digest is not yours to decide on, or is there no more.');
    await house.deliver(pressed({ v: 1, kind: 'again', ...key }, { id: 'again' }));
    await at(MONDAY + HOUR + 120_000);
    expect(posted().filter(([path]) => path === '/uk/v3/conversations').map(([, said]) => said)).toEqual([`Posted again on request, due 8 July 2024 at 08:00. ${VERDICT}`]);
    await house.deliver(pressed({ v: 1, kind: 'again', ...key }, { id: 'once-more' }));
    expect(posted().at(-1)?.[1]).toBe('Nothing to do: the digest of 8 July 2024 has been settled meanwhile.');
  });

  test('that arrived after all is noted as such', async () => {
    failing = -1;
    await open({ connector: uncertain });
    await command(MONDAYS);
    failing = 1;
    await at(MONDAY + HOUR);
    const [subscription] = await house.store.subscriptions.all(CATALOGUE.organisation.name);
    const topic = `digest:${subscription?.id ?? ''}`;
    expect((await house.store.ledger.history(topic, 1))[0]?.state).toBe('ambiguous');
    await house.deliver(pressed({ v: 1, kind: 'arrived', topic, slot: '2024-07-08' }));
    expect((await house.store.ledger.history(topic, 1))[0]?.state).toBe('sent');
    expect(ANNA.aadObjectId).toBe(subscription?.setUpBy.id);
  });
});
