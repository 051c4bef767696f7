import { querySchema } from '../../src/engine/query';
import * as sample from '../fixtures/cards/answers';
import { CATALOGUE } from '../language/trust-language';
import { STORES } from '../store/stores';
import { openHouse, type Sent } from '../teams/harness';
import { SERVICE_URL, startOpenId, TENANT, type OpenId } from '../teams/open-id';

const SUBSCRIPTIONS = 500;
/** Digests of one conversation that has many of them; the others have one each. */
const IN_ONE = 20;
/** Monday 8 July 2024, 08:00 in London. */
const DUE = Date.UTC(2024, 6, 8, 7);
const TICK = 15_000;
/** What Teams lets through. Source: its rate limits for bots, per conversation and, in one second, per app and tenant. */
const PER_CONVERSATION = [[7, 1_000], [8, 2_000], [60, 30_000], [1_800, 3_600_000]] as const;
const PER_TENANT = 50;
const QUERY = JSON.stringify(querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: { from: '2024-05-01', to: '2024-05-31', grain: 'month', label: 'May 2024', asked: null } }));

let openId: OpenId;
beforeAll(async () => {
  openId = await startOpenId();
});
afterAll(() => openId.close());

/** A Connector that counts what it took, by the test's clock, and refuses whoever sends faster than Teams lets them. */
class CountingConnector {
  readonly taken: { readonly conversation: string; readonly at: number }[] = [];
  busy = 0;
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  readonly answer = (_: number, { path, body }: Sent): { status: number; headers?: Record<string, string> } => {
    const channel = (body.channelData as { channel?: { id?: string } } | undefined)?.channel?.id;
    const conversation = channel ?? /conversations\/([^/]+)/.exec(path)?.[1] ?? '';
    const at = this.#clock();
    const within = (span: number, all = this.taken): number => all.filter((one) => at - one.at < span).length;
    const own = this.taken.filter((one) => one.conversation === conversation);
    if (within(1_000) >= PER_TENANT || PER_CONVERSATION.some(([most, span]) => within(span, own) >= most)) {
      this.busy += 1;
      return { status: 429, headers: { 'retry-after': '2' } };
    }
    this.taken.push({ conversation, at });
    return { status: 201 };
  };
}

test.each(STORES)('five hundred digests due on Monday at eight, kept in %s, are all posted once, in minutes, and Teams is never asked faster than it lets', async (name, placeOf) => {
  const place = await placeOf();
  let now = DUE - 60_000;
  // Whoever waits moves the clock on; nobody else does while a tick is under way.
  const wait = async (ms: number): Promise<void> => {
    const until = now + ms;
    await new Promise((resolve) => setImmediate(resolve));
    now = Math.max(now, until);
  };
  const connector = new CountingConnector(() => now);
  const house = await openHouse(openId, { digests: { ...CATALOGUE, digests: [] }, clock: () => now, wait, stateUrl: place.url, connector: connector.answer });
  house.road.says = () => Promise.resolve(sample.VALUE);
  try {
    for (let at = 0; at < SUBSCRIPTIONS; at += 1) {
      const kind = (['channel', 'group', 'personal'] as const)[at % 3] ?? 'channel';
      const conversation = at < IN_ONE ? '19:busy@thread.tacv2' : `19:place-${at}@thread.tacv2`;
      await house.store.subscriptions.create({
        id: `digest-${at}`, organisation: CATALOGUE.organisation.name, name: `Digest ${at}`, query: QUERY, schedule: { every: 'week', on: 1, at: '08:00', zone: 'Europe/London' },
        to: { kind: at < IN_ONE ? 'channel' : kind, conversation, serviceUrl: SERVICE_URL, tenant: TENANT, team: null }, person: null, setUpBy: { id: 'anna', name: 'Anna Ward' }, standing: 'active', why: '', since: now,
      }, now);
    }
    now = DUE;
    let ticks = 0;
    for (; ticks === 0 || (await house.store.ledger.unfinished()) > 0; ticks += 1) {
      if (ticks > 40) throw new Error('not all were posted within forty ticks');
      await house.tick();
      // The next tick comes when its quarter of a minute is over, or at once where the last took longer.
      now = Math.max(now, DUE + (ticks + 1) * TICK);
    }
    const minutes = (Math.max(...connector.taken.map(({ at }) => at)) - DUE) / 60_000;
    process.stderr.write(`${name}: ${connector.taken.length} of ${SUBSCRIPTIONS} posted in ${minutes.toFixed(1)} minutes, ${connector.busy} answered with 429\n`);
    const states = await Promise.all(Array.from({ length: SUBSCRIPTIONS }, async (_, at) => (await house.store.ledger.history(`digest:digest-${at}`, 2)).map(({ state }) => state)));
    expect(states).toEqual(Array.from({ length: SUBSCRIPTIONS }, () => ['sent']));
    expect(connector.taken).toHaveLength(SUBSCRIPTIONS);
    expect(new Set(connector.taken.map(({ conversation }) => conversation)).size).toBe(SUBSCRIPTIONS - IN_ONE + 1);
    expect(minutes).toBeLessThan(5);
    expect(connector.busy).toBeLessThanOrEqual(5);
  } finally {
    await house.close();
    await place.clear();
  }
}, 60_000);
