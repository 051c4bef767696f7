import { installation } from './activities';
import { CHANNEL, GrantedHouse, Shared, ORGANISATION, TEAM } from './granted-house';
import { TENANT } from './open-id';

const LEAD = 'lead';
const GROUP = '3e9d1c58-7a24-4b0f-8d63-50f1a2b7c9e4';
const CANCELLED = /8\.7%|104|1,199/;
const NOT_ALL = 'Not everybody here may see Cancellation rate. Ask in your own chat with Tally.';
const GRANTS = [{ users: [LEAD], may: ['Activity and money', 'small-numbers'] }, { conversations: [CHANNEL], may: ['Activity and money'], guests: 'none' }, { teams: [GROUP], may: ['small-numbers'], guests: 'none' }];

const shared = Shared.overPeople();
let one: GrantedHouse;
beforeEach(async () => {
  one = await GrantedHouse.open(shared, GRANTS);
  await one.say(LEAD, 'hello', 'alone');
});
afterEach(() => one.house.close());

/** Teams tells that others than the team's members read the channel; a question there is refused from now on. */
async function isShared(): Promise<void> {
  await one.say(LEAD, 'hello', 'channel', 'shared');
  expect((await one.say(LEAD, 'cancellation rate')).posts).toEqual([
    ['alone', expect.stringMatching(/^Asked in a channel: .*8\.7%/)], ['channel', 'Answered in your own chat with Tally, since not everybody here may see it.'],
  ]);
}

describe('what was set up before Teams said that others read the channel', () => {
  test('a digest is not posted there, and its owner is told why', async () => {
    expect((await one.say(LEAD, 'post cancellation rate here every Monday at 8')).said).toMatch(/^Set up: /);
    await isShared();
    const { posts, all } = await one.later();
    expect(posts).toEqual([['alone', 'Cancellation rate: the digest of 5 August 2024 was not posted in its channel: what it shows may not be seen there any more.']]);
    expect(all).not.toMatch(CANCELLED);
  });

  test('a digest is posted there for as long as Teams has said nothing of the kind', async () => {
    await one.say(LEAD, 'post cancellation rate here every Monday at 8');
    const { posts } = await one.later();
    expect(posts).toEqual([['channel', expect.stringContaining('8.7%')]]);
  });

  test.each(['channel', 'alone'] as const)('a preview asked for in %s is refused, and so is a change of it', async (where) => {
    await one.say(LEAD, 'post cancellation rate here every Monday at 8');
    await isShared();
    for (const text of ['preview the cancellation rate digest', 'move the cancellation rate digest to 9:30']) {
      const { said, all } = await one.say(LEAD, text, where);
      expect([text, said]).toEqual([text, NOT_ALL]);
      expect(all).not.toMatch(CANCELLED);
    }
  });

  test('an alert that had crossed its line is not told there, its owner is told, and a list there says nothing of how it stands', async () => {
    expect((await one.say(LEAD, 'alert us here when cancellation rate drops below 9%')).said).toMatch(/^Set up: /);
    const [watch] = await one.house.store.watches.all(ORGANISATION);
    if (watch === undefined) throw new Error('no alert was set up');
    // As an instance leaves it that ends after its look.
    await one.house.store.watches.found(watch, { ...watch, fired: 'below', crossing: { snapshot: 'earlier', slot: '2024-07-01', mark: 'below', words: '8.7% in July 2024, 104 of 1,199' }, isPlanned: false }, one.now);
    await isShared();
    const { posts, all } = await one.later();
    expect(posts).toEqual([['alone', 'Alert: cancellation rate below 9%. It was not posted in its channel: what it shows may not be seen there any more.']]);
    expect(all).not.toMatch(CANCELLED);
    const listed = await one.say(LEAD, 'list alerts');
    expect(listed.all).toContain('you may not see here how it stands');
    expect(listed.all).not.toMatch(/below 9% now/);
  });
});

test('a digest shows what is granted to the Entra group of its team from when Teams has said which group that is', async () => {
  await one.say(LEAD, 'post DNA rate for Ophthalmology here every Monday at 8');
  await one.house.deliver(installation('add-upgrade', { conversation: { conversationType: 'channel', tenantId: TENANT, id: TEAM, isGroup: true }, channelData: { tenant: { id: TENANT }, team: { id: TEAM, aadGroupId: GROUP }, channel: { id: TEAM } } }));
  expect((await one.say(LEAD, 'DNA rate for Ophthalmology')).all).toContain('20.0%');
  expect((await one.later()).posts).toEqual([['channel', expect.stringContaining('20.0%')]]);
});
