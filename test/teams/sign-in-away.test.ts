import { personalMessage } from './activities';
import { NOW, openHouse } from './harness';
import { startOpenId } from './open-id';
import { ANSWER } from './scripted-answer';

const MINUTE = 60_000;

// The token of the bot is kept for as long as it serves by whatever loads the library: nothing else in this file may ask for one.
test('while Microsoft gives the bot no token nothing goes out, and once it does whoever asked is told, and answered again', async () => {
  const openId = await startOpenId();
  let now = NOW;
  let isWell = false;
  const house = await openHouse(openId, { clock: () => now, signIn: () => (isWell ? 200 : 503) });
  const said = (): unknown => house.sent.splice(0).map(({ authorization, path, body }) => [authorization, path, body.summary ?? body.text]);
  const minutes = async (many: number): Promise<void> => {
    for (let minute = 0; minute < many; minute += 1) {
      now += MINUTE;
      await house.tellOwed();
    }
  };
  const to = ['Bearer the-bots-own-token', expect.stringMatching('/v3/conversations/a:personal/activities')] as const;
  try {
    expect(await house.deliver(personalMessage())).toEqual({ status: 200, text: '' });
    await minutes(3);
    expect(said()).toEqual([]);
    // It is known that nothing left, so that nobody is asked whether it arrived.
    expect(house.logged.join('')).toContain('"code":"DELIVERY_FAILED","outcome":"unsent"');
    isWell = true;
    await minutes(10);
    expect(said()).toEqual([[...to, 'A message of 09:42 may not have been answered here. If you see no answer, please ask again.']]);
    await house.deliver(personalMessage());
    expect(said()).toEqual([[...to, ANSWER.headline]]);
  } finally {
    await house.close();
    await openId.close();
  }
});
