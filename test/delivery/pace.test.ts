import { Pace, TEAMS_PACE } from '../../src/delivery/pace';

/** Five hundred posts that come due at once, over conversations taken in turn; each with the time at which it may go. */
async function turns(conversations: number): Promise<readonly { readonly conversation: string; readonly at: number }[]> {
  const waits: number[] = [];
  const pace = new Pace({ clock: () => 0, wait: (ms) => (waits.push(ms), Promise.resolve()), ...TEAMS_PACE });
  const gone: { conversation: string; at: number }[] = [];
  for (let post = 0; post < 500; post += 1) {
    const conversation = `channel-${post % conversations}`;
    const before = waits.length;
    await pace.turn(conversation);
    gone.push({ conversation, at: waits[before] ?? 0 });
  }
  return gone;
}

const mostWithin = (times: readonly number[], span: number): number => Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + span).length));

test('five hundred digests of one minute go out within a minute, and never faster than a half of what a tenant may', async () => {
  const times = (await turns(500)).map(({ at }) => at);
  expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(25);
  expect(Math.max(...times)).toBeLessThan(60_000);
});

test('one conversation is never sent more than Teams lets through: seven a second, eight in two, sixty in thirty, 1,800 an hour', async () => {
  const times = (await turns(1)).map(({ at }) => at);
  expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(7);
  expect(mostWithin(times, 2_000)).toBeLessThanOrEqual(8);
  expect(mostWithin(times, 30_000)).toBeLessThanOrEqual(60);
  expect(mostWithin(times, 3_600_000)).toBeLessThanOrEqual(1_800);
});

test('a clock that is set back by an hour keeps no post waiting for that hour, and still no two together', async () => {
  let now = 7_200_000;
  const waits: number[] = [];
  const pace = new Pace({ clock: () => now, wait: (ms) => (waits.push(ms), Promise.resolve()), ...TEAMS_PACE });
  await pace.turn('one');
  pace.leaveAlone('other', 5_000);
  now -= 3_600_000;
  expect([pace.until('one'), pace.until('other')]).toEqual([2_000, 5_000]);
  await pace.turn('one');
  expect(waits).toEqual([2_000]);
});
