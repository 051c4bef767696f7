import path from 'node:path';
import { createAudit, type AuditEntry } from '../../src/access/audit';
import { grantsOf } from '../../src/access/granted';
import { createRoad } from '../../src/ask';
import { createCards } from '../../src/cards/create-cards';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { createLanguage } from '../../src/language/language';
import { channelMessage, personalMessage } from './activities';
import { catalogueWith, MONDAY, Shared } from './granted-house';
import { openHouse, type House } from './harness';
import { TENANT } from './open-id';

const HOUR = 60 * 60_000;
/** Any way in which a figure of the trust, or of what is hidden, is said. */
const FIGURES = /8\.7%|104|1,199|6\.8%|1,095|20\.0%|of 25\b/;
const RESTRICTED = 'You may not see Cancellation rate here. It is restricted; ask its owner for access.';
const MSS_ONLY = 'You may see figures of MSS only, and this reaches beyond.';

const [LEAD, OPEN, KEPT] = ['lead', 'open', 'kept'] as const;
/** Shows everything, to whoever may see everything. */
const WIDE = '19:wide@thread.tacv2';
/** Shows nothing that is restricted. */
const NARROW = '19:narrow@thread.tacv2';
const CATALOGUE: Catalogue = {
  ...catalogueWith([
    { users: [LEAD], conversations: [WIDE], may: ['Activity and money', 'small-numbers'], guests: 'none' }, { users: [OPEN], conversations: [NARROW] }, { users: [KEPT], only: { cmg: ['mss'] }, may: ['Activity and money'] },
  ]),
  // Whoever looks after what is posted need not see it.
  questions: { keep: false, 'for-days': 30, owners: [OPEN, KEPT], because: 'Look after digests' },
};

const shared = Shared.overPeople();
let house: House;
let now = MONDAY;
let audited: AuditEntry[] = [];
beforeEach(async () => {
  now = MONDAY;
  audited = [];
  const road = createRoad({
    catalogue: CATALOGUE, language: createLanguage(CATALOGUE), grants: grantsOf(CATALOGUE), timeLimit: 20_000, audit: createAudit({ append: (entry) => Promise.resolve(void audited.push(entry)) }, CATALOGUE, () => now),
    snapshots: { lend: () => Promise.resolve({ snapshot: shared.held, release: () => undefined }), problems: () => [] },
  });
  const cards = createCards({ templatesFolder: path.join(__dirname, '../../cards'), chartAddress: null });
  house = await openHouse(shared.openId, { answering: road, digests: CATALOGUE, clock: () => now, render: (answer) => cards.render(answer) });
});
afterEach(() => house.close());

/** Everything that is posted, wherever. @returns its summaries, and whatever its cards show */
function posted(): { readonly said: readonly string[]; readonly all: string } {
  const activities = house.sent.splice(0).map(({ body }) => (body as unknown as { activity?: typeof body }).activity ?? body).filter(({ type }) => type !== 'typing');
  return { said: activities.map(({ summary, text }) => summary ?? text ?? ''), all: JSON.stringify(activities) };
}
async function say(who: string, text: string, where: string = WIDE): Promise<{ readonly said: string; readonly all: string }> {
  const from = { id: `29:${who}`, aadObjectId: who, name: who };
  await house.deliver(where === 'alone' ? personalMessage({ from, text, conversation: { conversationType: 'personal', tenantId: TENANT, id: `a:${who}` } }) : channelMessage({
    from, text: `<at>Tally</at> ${text}`, conversation: { conversationType: 'channel', tenantId: TENANT, id: `${where};messageid=1`, isGroup: true }, channelData: { tenant: { id: TENANT }, team: { id: '19:team@thread.tacv2' }, channel: { id: where, type: 'standard' } },
  }));
  const { said, all } = posted();
  return { said: said.at(-1) ?? '', all };
}
const digests = () => house.store.subscriptions.all(CATALOGUE.organisation.name);
const alerts = () => house.store.watches.all(CATALOGUE.organisation.name);
const later = async (): Promise<ReturnType<typeof posted>> => {
  now += 2 * HOUR;
  await house.tick();
  await house.tick();
  return posted();
};

test('whoever may see it sets both up, and is told the figure', async () => {
  expect((await say(LEAD, 'cancellation rate')).said).toContain('8.7%');
  expect((await say(LEAD, 'alert us here when cancellation rate drops below 5%')).all).toContain('Now 8.7% in July 2024, 104 of 1,199.');
  expect((await say(LEAD, 'post cancellation rate here every Monday at 8')).said).toMatch(/^Set up: /);
  expect((await say(LEAD, 'preview the cancellation rate digest')).all).toContain('8.7%');
});

describe.each([
  ['without the group of metrics', OPEN, 'cancellation rate', RESTRICTED], ['kept to one CMG', KEPT, 'DNA rate', MSS_ONLY],
])('in a channel that may see more, somebody %s', (_what, who, figure, sentence) => {
  test.each([['an alert', `alert us here when ${figure} drops below 50%`, 'watch'], ['an alert to a real change', `tell us here when ${figure} changes for real`, 'watch'], ['a digest', `post ${figure} here every Monday at 8`, 'digest']])('is refused %s with the words of a question, and nothing is set up', async (_kind, text, way) => {
    const asked = await say(who, figure);
    expect([asked.said, (await say(who, text)).said]).toEqual([sentence, sentence]);
    expect([await digests(), await alerts()]).toEqual([[], []]);
    expect(audited.at(-1)).toMatchObject({ who, place: 'channel', conversation: `${WIDE};messageid=1`, way, outcome: 'refused' });
    expect((await later()).said).toEqual([]);
  });

  test.each([WIDE, 'alone'])('is refused a preview of what others set up, asked for in %s, and the record says who asked', async (where) => {
    await say(who, 'hello', 'alone');
    await say(LEAD, `post ${figure} here every Monday at 8`);
    audited = [];
    const { said, all } = await say(who, `preview the ${figure} digest`, where);
    expect(said).toBe(sentence);
    expect(all).not.toMatch(FIGURES);
    expect(audited.filter(({ way }) => way === 'digest')).toMatchObject([{ who, outcome: 'refused' }]);
  });

  test('is refused a change of what a digest shows, and of when it comes, and it stays as it was', async () => {
    await say(LEAD, `post ${figure} here every Monday at 8`);
    await say(who, 'post DNA rate for MSS here every Tuesday at 8');
    const before = await digests();
    expect(before).toHaveLength(2);
    for (const text of [`change the DNA rate for MSS digest to show ${figure}`, 'move the Monday digest to 7:30', 'rename the Monday digest to Pack']) {
      const { said, all } = await say(who, text);
      expect([text, said]).toEqual([text, sentence]);
      expect(all).not.toMatch(FIGURES);
    }
    expect(await digests()).toEqual(before);
  });

  test('lists, mutes and resumes an alert of others without its figure, or which side of its line it is on', async () => {
    await say(LEAD, `alert us here when ${figure} drops below 50%`);
    await later();
    expect((await say(LEAD, 'list alerts')).all).toContain('below 50% now');
    audited = [];
    const listed = await say(who, 'list alerts');
    expect(listed.all).toContain('you may not see here how it stands');
    expect(listed.all).not.toMatch(/below 50% now/);
    expect(audited.filter(({ way }) => way === 'watch')).toMatchObject([{ who, outcome: 'refused' }]);
    for (const text of ['mute the alerts', 'unmute the alerts', `stop all alerts`]) expect((await say(who, text)).all).not.toMatch(FIGURES);
  });

  test('reads there what is posted for everybody there', async () => {
    await say(LEAD, `post ${figure} here every Monday at 8`);
    expect((await later()).all).toMatch(FIGURES);
  });
});

test('somebody kept to one CMG sets up what is of that, and is told it', async () => {
  expect((await say(KEPT, 'alert us here when DNA rate for MSS goes over 50%')).all).toContain('Now 9.1% in July 2024, 40 of 440.');
  expect((await say(KEPT, 'list alerts')).all).toContain('not over 50% now');
});

test('what the channel may not show is set up there by nobody, also not by whoever may see it', async () => {
  for (const text of ['alert us here when cancellation rate drops below 50%', 'post cancellation rate here every Monday at 8']) {
    expect((await say(LEAD, text, NARROW)).said).toBe('Not everybody here may see Cancellation rate. Ask in your own chat with Tally.');
  }
  expect([await digests(), await alerts()]).toEqual([[], []]);
});

test('a small number that is lifted for the channel is told to nobody for whom it is not, nor whether it is over', async () => {
  const text = 'alert us here when DNA rate for Ophthalmology goes over 10%';
  const { said, all } = await say(OPEN, text);
  expect(said).toMatch(/^Set up: /);
  expect(all).toContain('Not judged now: it is hidden');
  expect(all).not.toMatch(FIGURES);
  // It was over its line already for those who are told, who are told of the next time.
  expect((await later()).said).toEqual([]);
  expect((await say(OPEN, 'list alerts')).all).not.toMatch(/over 10% now/);
  expect((await say(LEAD, 'list alerts')).all).toContain('over 10% now');
  await say(LEAD, 'post DNA rate for Ophthalmology here every Monday at 8');
  expect((await say(OPEN, 'preview the Ophthalmology digest')).all).not.toMatch(FIGURES);
  expect((await say(LEAD, 'preview the Ophthalmology digest')).all).toContain('20.0%');
});
