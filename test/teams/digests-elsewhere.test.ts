import { PLAIN } from '../../src/answers/from-reading';
import type { Answer } from '../../src/answers/answer';
import type { Command } from '../../src/language/command';
import * as sample from '../fixtures/cards/answers';
import { CATALOGUE, read } from '../language/trust-language';
import { ANNA, channelMessage, groupMessage, installation, personalMessage, pressed } from './activities';
import { openHouse, type House, type HouseOptions } from './harness';
import { startOpenId, TENANT, type OpenId } from './open-id';
import { QUERY } from './scripted-answer';

const HOUR = 60 * 60_000;
/** Monday 8 July 2024, 07:00 in London. */
const MONDAY = Date.UTC(2024, 6, 8, 6);
const MONDAYS = (name: string | null = null): Command => ({ kind: 'digest', what: 'create', query: QUERY, schedule: { every: 'week', on: 1, at: '08:00', zone: 'Europe/London' }, name });
const CHANNEL = '19:channel@thread.tacv2';
const TEAM = '19:team@thread.tacv2';
const OWN = /a:personal/;
const VERDICT = sample.VALUE.headline;
const sam = { from: { id: '29:sam', aadObjectId: 'sam', name: 'Sam Other' }, conversation: { conversationType: 'personal', tenantId: TENANT, id: 'a:sam' } };

let openId: OpenId;
let house: House;
let now = MONDAY;
let shown: Answer[] = [];
beforeAll(async () => {
  openId = await startOpenId();
});
afterAll(() => openId.close());
afterEach(() => house.close());

async function open(options: HouseOptions = {}): Promise<void> {
  now = MONDAY;
  shown = [];
  const render = (answer: Answer): object => {
    shown.push(answer);
    return { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: answer.headline }] };
  };
  house = await openHouse(openId, { digests: { ...CATALOGUE, digests: [] }, clock: () => now, render, ...options });
  house.road.says = () => Promise.resolve(sample.VALUE);
}
/** Somebody types a command, or it is given as it is read. @returns the answer that was shown last, and where each post went */
async function command(one: Command | string, message: Record<string, unknown> = channelMessage()): Promise<{ readonly answer: Answer; readonly where: readonly string[] }> {
  const reading = typeof one === 'string' ? read(one) : { kind: 'command' as const, command: one };
  if (reading.kind !== 'command') throw new Error(`${JSON.stringify(one)} is ${reading.kind}`);
  house.road.ask = () => Promise.resolve({ ...PLAIN, outcome: 'unknown', headline: 'a command', command: reading.command } satisfies Answer);
  house.sent.length = 0;
  shown.length = 0;
  house.road.ran.length = 0;
  await house.deliver(message);
  const [answer] = shown.slice(-1);
  if (answer === undefined) throw new Error('nothing was said');
  return { answer, where: house.sent.map(({ path }) => path) };
}
const inOther = (): Record<string, unknown> => channelMessage({
  conversation: { conversationType: 'channel', tenantId: TENANT, id: '19:other@thread.tacv2;messageid=1', isGroup: true }, channelData: { tenant: { id: TENANT }, team: { id: TEAM, name: 'Surgery' }, channel: { id: '19:other@thread.tacv2', name: 'Theatres' } },
});
const all = () => house.store.subscriptions.all(CATALOGUE.organisation.name);
const at = async (when: number): Promise<void> => {
  now = when;
  await house.tick();
};

describe('a preview', () => {
  test('in one’s own chat of a channel’s digest is what the channel may see and the person as well, shown to them alone, with where and when it would be posted', async () => {
    await open();
    await command(MONDAYS(), inOther());
    const { answer, where } = await command('preview the DNA rate digest', personalMessage());
    expect([answer.alert, answer.headline]).toEqual(['Preview only, not posted. It goes to the channel “Theatres” of “Surgery” every Monday at 08:00; next 8 July 2024 at 08:00.', VERDICT]);
    expect(where.every((path) => OWN.test(path))).toBe(true);
    expect(house.road.ran.map(({ who }) => [who.asker.id, who.place.kind, who.place.id])).toEqual([[ANNA.aadObjectId, 'channel', '19:other@thread.tacv2']]);
    house.sent.length = 0;
    await at(MONDAY + HOUR);
    expect(house.sent.map(({ path }) => path)).toEqual(['/uk/v3/conversations']);
  });

  test('is for whoever set the digest up or may change it, and for nobody else', async () => {
    await open();
    await command(MONDAYS());
    expect((await command('preview the DNA rate digest', personalMessage(sam))).answer.headline).toBe('No digest is set up here.');
    await house.deliver(installation('add', { from: sam.from, conversation: channelMessage()['conversation'], channelData: channelMessage()['channelData'] }));
    expect((await command('preview the DNA rate digest', personalMessage(sam))).answer.alert).toMatch(/^Preview only, not posted\. It goes to a channel /);
  });

  test('shows nothing to somebody who set it up and may not see it any more', async () => {
    await open();
    await command(MONDAYS(), inOther());
    house.road.says = () => Promise.resolve({ ...PLAIN, outcome: 'refused', reason: 'not-permitted', headline: 'This is not open to you.' });
    const { answer } = await command('preview the DNA rate digest', personalMessage());
    expect([answer.alert ?? '', answer.headline]).toEqual(['', 'This is not open to you.']);
  });

  test('of another person’s own digest is for nobody, not even for those who may change any: it shows what that person may see', async () => {
    await open({ digests: { ...CATALOGUE, digests: [], questions: { keep: false, 'for-days': 30, owners: ['sam'], because: 'Looks after digests' } } });
    await command(MONDAYS(), personalMessage());
    expect((await command('preview the DNA rate digest', personalMessage(sam))).answer.headline).toBe('No digest is set up here.');
    expect(house.road.ran).toEqual([]);
  });

  test('asked for in a channel goes to whoever asked, and leaves a word there', async () => {
    await open();
    await house.deliver(personalMessage());
    await command(MONDAYS());
    const { where } = await command('preview the digest');
    expect(where.filter((path) => OWN.test(path))).toHaveLength(1);
    expect(shown.map(({ alert, headline }) => [alert ?? '', headline])).toEqual([
      [expect.stringMatching(/^Preview only, not posted\. It goes to a channel every Monday at 08:00/), VERDICT], ['', 'The preview is in your own chat with Tally.'],
    ]);
  });

  test('asked for in a channel by somebody whose own chat is not known is shown there, marked as what it is', async () => {
    await open();
    await command(MONDAYS());
    expect((await command('preview the digest')).answer.alert).toMatch(/^Preview only, not posted\./);
  });

  test('is offered when a digest is set up, by a button that works', async () => {
    await open();
    const { answer } = await command(MONDAYS('Monday pack of theatres'));
    const [step] = answer.next;
    expect([step?.title, answer.next.length <= 4]).toEqual(['Preview it', true]);
    expect((await command(step?.step.kind === 'ask' ? step.step.text : '')).answer.isPost).toBe(true);
  });
});

describe('in one’s own chat', () => {
  test('one’s digests are listed with where each goes', async () => {
    await open();
    await command(MONDAYS(), inOther());
    await command(MONDAYS('On call'), groupMessage({ conversation: { conversationType: 'groupChat', tenantId: TENANT, id: '19:group@thread.v2', isGroup: true, name: 'Night team' } }));
    const { answer } = await command('list my digests', personalMessage());
    expect([answer.headline, ...answer.lines]).toEqual([
      '2 digests are yours.',
      'DNA rate for ENT: every Monday at 08:00 in the channel “Theatres” of “Surgery”, set up by Anna Ward; next 8 July 2024 at 08:00',
      'On call: every Monday at 08:00 in the group “Night team”, set up by Anna Ward; next 8 July 2024 at 08:00',
    ]);
  });

  test('a channel’s digest is paused, moved, resumed and stopped, and it is said where it is posted', async () => {
    await open();
    await command(MONDAYS(), inOther());
    for (const [said, done] of [
      ['pause the DNA rate digest', /is paused until/], ['move the DNA rate digest to 9:00', /is now posted every Monday at 09:00/], ['resume the DNA rate digest', /is posted again/], ['stop the DNA rate digest', /is stopped/],
    ] as const) {
      const { answer } = await command(said, personalMessage());
      expect(answer.headline).toMatch(done);
      expect(answer.lines).toContain('It is posted in the channel “Theatres” of “Surgery”.');
    }
    expect(await all()).toEqual([]);
  });

  test('one that is not one’s own to change is not found, and one’s own there comes first', async () => {
    await open();
    await command(MONDAYS());
    expect((await command('stop the DNA rate digest', personalMessage(sam))).answer.headline).toBe('No digest is set up here.');
    await command(MONDAYS(), personalMessage());
    await command('stop the DNA rate digest', personalMessage());
    expect((await all()).map(({ to }) => to.kind)).toEqual(['channel']);
  });

  test('where several are meant nothing is changed, and each can be chosen by a whole sentence', async () => {
    await open();
    await command(MONDAYS('Early'));
    await command(MONDAYS('Late'), inOther());
    const { answer } = await command({ kind: 'digest', what: 'change', name: null, schedule: { at: '09:00' } }, personalMessage());
    expect([answer.outcome, answer.headline, answer.options]).toEqual(['clarify', 'Which digest?', ['move the "Early" digest to 09:00', 'move the "Late" digest to 09:00']]);
    expect((await command(answer.options[1] ?? '', personalMessage())).answer.headline).toMatch(/^Changed: “Late” is now posted every Monday at 09:00/);
    await command(MONDAYS('Early'), inOther());
    const same = (await command('stop the early digest', personalMessage())).answer;
    expect([same.headline, ...[...same.lines].sort()]).toEqual(['That may be several digests. Name one, or say it where it is posted.', 'Early: every Monday at 08:00 in a channel', 'Early: every Monday at 08:00 in the channel “Theatres” of “Surgery”']);
    expect(await all()).toHaveLength(3);
  });
});

describe('a digest that is not posted now', () => {
  const again = async () => ({ v: 1, kind: 'again', topic: `digest:${(await all())[0]?.id ?? ''}`, slot: '2024-07-08' });
  let status = 201;

  test('is not promised again: it is said why, and offered to be resumed', async () => {
    status = 201;
    await open({ connector: () => ({ status }) });
    await command(MONDAYS());
    status = 502;
    await at(MONDAY + HOUR);
    status = 201;
    await command('pause the digest');
    shown.length = 0;
    await house.deliver(pressed(await again()));
    const [answer] = shown.slice(-1);
    expect(answer?.headline).toBe('The digest of 8 July 2024 cannot be posted again: “DNA rate for ENT” is paused by Anna Ward.');
    expect(answer?.next).toEqual([{ title: 'Resume it', step: { kind: 'resume', topic: `digest:${(await all())[0]?.id ?? ''}` } }]);
    expect((await house.store.ledger.history(`digest:${(await all())[0]?.id ?? ''}`, 1)).map(({ state }) => state)).toEqual(['ambiguous']);
    const listed = (await command('list my digests', personalMessage())).answer.next.at(-1);
    expect(listed).toEqual({ title: 'Resume “DNA rate for ENT”', step: answer?.next[0]?.step });
    await command('resume the "DNA rate for ENT" digest', personalMessage());
    house.sent.length = 0;
    await house.deliver(pressed(await again()));
    await at(MONDAY + HOUR + 60_000);
    expect(house.sent.map(({ path }) => path)).toContain('/uk/v3/conversations');
  });

  test('because it could not be is resumed by the button of the card that told of it', async () => {
    status = 201;
    await open({ connector: (_, { path }) => ({ status: path.endsWith('/v3/conversations') ? status : 201 }) });
    await house.deliver(personalMessage());
    await command(MONDAYS());
    status = 403;
    await at(MONDAY + HOUR);
    const told = shown.find(({ headline }) => /was not posted/.test(headline));
    expect(told?.next.map(({ title }) => title)).toEqual(['Resume it']);
    status = 201;
    shown.length = 0;
    await house.deliver(pressed({ v: 1, ...told?.next[0]?.step }, { id: 'resumes' }));
    expect(shown.at(-1)?.headline).toBe('“DNA rate for ENT” is posted again, next 15 July 2024 at 08:00.');
    expect((await all()).map(({ standing }) => standing)).toEqual(['active']);
  });

  test('is resumed by its own button where others have its name, in one’s own chat and in another channel', async () => {
    status = 201;
    await open({ connector: (_, { path }) => ({ status: path.endsWith('/v3/conversations') ? status : 201 }) });
    await house.deliver(personalMessage());
    await command(MONDAYS());
    await command(MONDAYS(), inOther());
    await command(MONDAYS(), personalMessage());
    status = 403;
    await at(MONDAY + HOUR);
    status = 201;
    const steps = shown.filter(({ headline }) => /was not posted in its channel/.test(headline)).map(({ next }) => next[0]?.step);
    const standings = async () => Object.fromEntries((await all()).map(({ to, standing }) => [to.conversation, standing]));
    const [other] = (await all()).filter(({ to }) => !['a:personal', CHANNEL].includes(to.conversation));
    const its = steps.find((step) => step?.kind === 'resume' && step.topic === `digest:${other?.id ?? ''}`);
    await house.deliver(pressed({ v: 1, ...its }, { id: 'resumes' }));
    expect(await standings()).toEqual({ 'a:personal': 'active', [CHANNEL]: 'suspended', [other?.to.conversation ?? '']: 'active' });
    expect(shown.at(-1)?.lines).toEqual(['It is posted in the channel “Theatres” of “Surgery”.']);
    // Nobody else resumes it.
    const first = steps.find((step) => step !== its);
    await house.deliver(pressed({ v: 1, ...first }, { id: 'not-hers', ...sam }));
    expect(shown.at(-1)?.outcome).toBe('refused');
    expect((await standings())[CHANNEL]).toBe('suspended');
  });

  test('because Tally was removed is not resumed before Tally is back', async () => {
    await open();
    await command(MONDAYS());
    await house.deliver(installation('remove', { conversation: channelMessage()['conversation'], channelData: channelMessage()['channelData'] }));
    expect((await command('resume the DNA rate digest', personalMessage())).answer.headline).toBe('“DNA rate for ENT” is suspended, because Tally was removed there. It goes on by itself when Tally is installed there.');
  });

  test('though the trust’s folder declares it is resumed by its owner, and changed by nobody', async () => {
    const declared = { id: 'dna', name: 'Missed appointments', metrics: ['dna-rate'], filters: {}, when: { every: 'Monday' as const, at: '08:00', zone: 'Europe/London' }, where: { channel: CHANNEL, team: TEAM }, owner: { id: ANNA.aadObjectId, name: 'Anna Ward' }, 'may-change': [] };
    status = 403;
    await open({ digests: { ...CATALOGUE, digests: [declared] }, connector: (_, { path }) => ({ status: path.endsWith('/v3/conversations') ? status : 201 }) });
    await house.deliver(installation('add', { conversation: channelMessage()['conversation'], channelData: channelMessage()['channelData'] }));
    await at(MONDAY);
    await at(MONDAY + HOUR);
    expect((await all()).map(({ standing }) => standing)).toEqual(['suspended']);
    expect((await command('stop the missed appointments digest', personalMessage())).answer.headline).toMatch(/^“Missed appointments” is declared in digests\.yaml/);
    expect((await command('resume the missed appointments digest', personalMessage())).answer.headline).toBe('“Missed appointments” is posted again, next 15 July 2024 at 08:00.');
  });
});

test('whoever sets a digest up in a channel, and could not be told of it, is asked to write once', async () => {
  await open();
  const ASKED = 'Write to me once in a chat of our own, so that I can tell you if a post fails.';
  expect((await command(MONDAYS('One'))).answer.lines).toContain(ASKED);
  await command('list my digests', personalMessage());
  expect((await command(MONDAYS('Two'))).answer.lines).not.toContain(ASKED);
  expect((await command(MONDAYS('Three'), personalMessage())).answer.lines).not.toContain(ASKED);
});
