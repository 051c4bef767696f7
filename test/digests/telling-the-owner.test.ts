import { topicOf } from '../../src/digests/subscription';
import { STORES } from '../store/stores';
import { CHANNEL, DigestHouse, EIGHT, MINUTE } from './house';

const UNKNOWN = { outcome: 'ambiguous', status: 502, cause: null } as const;
const SENT = { outcome: 'sent', message: null } as const;

describe.each(STORES)('whoever set up a digest that is kept in %s', (_name, placeOf) => {
  let house: DigestHouse;
  beforeEach(async () => {
    house = await DigestHouse.open(placeOf);
    await house.knowAnna();
  });
  afterEach(() => house.close());
  const notices = () => house.sent.filter(({ to }) => to === 'personal').map(({ summary }) => summary);
  const setUpSeveral = (many: number) => Promise.all(Array.from({ length: many }, (_, n) => house.setUp({ id: `d${n}`, name: `Digest ${n}`, to: { ...CHANNEL, conversation: `19:${n}` } })));

  test('is told of a post that was asked for again while others were told of, and is in doubt again', async () => {
    const all = await setUpSeveral(4);
    const last = all.at(-1) ?? all[0];
    if (last === undefined) throw new Error('none is set up');
    let pressed: Promise<string> | null = null;
    house.connector = ({ kind }) => {
      if (kind !== 'personal') return UNKNOWN;
      pressed ??= house.again(last, '2024-07-08');
      return SENT;
    };
    await house.at(EIGHT);
    expect(await pressed).toMatch(/is posted again within a minute/);
    // What was in doubt before is not told of a post that is on its way again.
    expect(notices().filter((notice) => notice.startsWith('Digest 3'))).toEqual([]);
    await house.over(EIGHT + MINUTE, EIGHT + 2 * MINUTE);
    expect((await house.store.ledger.history(topicOf(last), 1)).map(({ state, attempts }) => [state, attempts])).toEqual([['ambiguous', 2]]);
    expect(notices().filter((notice) => notice.startsWith('Digest 3'))).toHaveLength(1);
  });
});
