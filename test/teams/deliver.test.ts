import { deliver } from '../../src/teams/deliver';
import { whileWorking } from '../../src/teams/while-working';

const NOW = Date.UTC(2024, 6, 11, 8, 42);
const fault = (statusCode: number | undefined, retryAfter?: string, code?: string) =>
  Object.assign(new Error('from the Connector'), { statusCode, code, tallyAttempted: true, response: { headers: new Map(retryAfter === undefined ? [] : [['retry-after', retryAfter]]) } });

/** Fails with each of these in turn, then succeeds. */
async function attempt(...faults: readonly unknown[]) {
  const waits: number[] = [];
  let attempts = 0;
  const delivery = await deliver(
    () => {
      const next = faults[attempts];
      attempts += 1;
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- one case throws a word, as a library may
      return next === undefined ? Promise.resolve() : Promise.reject(next);
    },
    { clock: () => NOW, wait: (ms) => (waits.push(ms), Promise.resolve()) },
  );
  return { outcome: delivery.outcome, attempts, waits, retryAfter: delivery.outcome === 'sent' ? null : delivery.retryAfter ?? null };
}

describe('sending a reply', () => {
  it.each([
    ['that arrives', [], { outcome: 'sent', attempts: 1, waits: [] }],
    ['after the pause that is asked for', [fault(429, '2')], { outcome: 'sent', attempts: 2, waits: [2000] }],
    ['after a pause until an instant', [fault(429, new Date(NOW + 3000).toUTCString())], { outcome: 'sent', attempts: 2, waits: [3000] }],
    ['with pauses that grow where none is asked for', [fault(429), fault(429), fault(429)], { outcome: 'sent', attempts: 4, waits: [500, 1000, 2000] }],
    ['once only where the pause asked for is long', [fault(429, '11')], { outcome: 'refused', attempts: 1, waits: [] }],
    ['for ten seconds in all', Array.from({ length: 9 }, () => fault(429, '4')), { outcome: 'refused', attempts: 3, waits: [4000, 4000] }],
    ['with a pause that makes no sense', [fault(429, 'soon')], { outcome: 'sent', attempts: 2, waits: [500] }],
    ['with pauses that grow where the one asked for is none', [fault(429, '0'), fault(429, '0')], { outcome: 'sent', attempts: 3, waits: [500, 1000] }],
    ['and not for ever where the instant is past by our clock', Array.from({ length: 99 }, () => fault(429, new Date(NOW - 60_000).toUTCString())), { outcome: 'refused', attempts: 5, waits: [500, 1000, 2000, 4000] }],
    ['again after 412', [fault(412)], { outcome: 'sent', attempts: 2, waits: [500] }],
    ['never again after 403', [fault(403)], { outcome: 'refused', attempts: 1, waits: [] }],
    ['never again after 404', [fault(404)], { outcome: 'refused', attempts: 1, waits: [] }],
    ['never again after 413', [fault(413)], { outcome: 'refused', attempts: 1, waits: [] }],
    ['never again after 408, which may have arrived', [fault(408)], { outcome: 'ambiguous', attempts: 1, waits: [] }],
    ['never again after 500, which may have arrived', [fault(500, '1')], { outcome: 'ambiguous', attempts: 1, waits: [] }],
    ['never again after 503, which may have arrived', [fault(503, '1')], { outcome: 'ambiguous', attempts: 1, waits: [] }],
    ['never again after a lost connection', [fault(undefined, undefined, 'ECONNRESET')], { outcome: 'ambiguous', attempts: 1, waits: [] }],
    ['again where nothing listened for a moment', [fault(undefined, undefined, 'ECONNREFUSED'), fault(undefined, undefined, 'ECONNREFUSED')], { outcome: 'sent', attempts: 3, waits: [500, 1000] }],
    ['that never left for want of a name, for ten seconds in all', Array.from({ length: 9 }, () => fault(undefined, undefined, 'ENOTFOUND')), { outcome: 'unsent', attempts: 5, waits: [500, 1000, 2000, 4000] }],
    ['that never left for want of a certificate that is believed', [fault(undefined, undefined, 'DEPTH_ZERO_SELF_SIGNED_CERT')], { outcome: 'unsent', attempts: 1, waits: [] }],
    ['that never left for want of a token', [new Error('no token')], { outcome: 'unsent', attempts: 1, waits: [] }],
    ['whatever is thrown', ['a word'], { outcome: 'unsent', attempts: 1, waits: [] }],
  ])('%s', async (_, faults, expected) => {
    expect(await attempt(...faults)).toMatchObject(expected);
  });

  it.each([['11', 11_000], ['999999', 3_600_000], ['9999999999', 3_600_000], [new Date(NOW + 11 * 24 * 3_600_000).toUTCString(), 3_600_000]])('that is to wait %s is asked once more within the hour', async (asked, retryAfter) => {
    expect(await attempt(fault(429, asked))).toMatchObject({ outcome: 'refused', attempts: 1, retryAfter });
  });
});

describe('the sign of working', () => {
  const later = <T>(ms: number, value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
  it('does not show for quick work', async () => {
    const sign = jest.fn(() => Promise.resolve());
    expect(await whileWorking(() => later(5, 'done'), sign, 40)).toBe('done');
    await later(60, null);
    expect(sign).not.toHaveBeenCalled();
  });

  it('shows once for slow work, and is over before the work is handed back', async () => {
    const order: string[] = [];
    await whileWorking(() => later(30, null), () => later(40, null).then(() => void order.push('sign')), 10);
    order.push('answer');
    expect(order).toEqual(['sign', 'answer']);
  });

  it('ends with work that fails', async () => {
    const sign = jest.fn(() => Promise.resolve());
    await expect(whileWorking(() => Promise.reject(new Error('x')), sign, 20)).rejects.toThrow('x');
    await later(40, null);
    expect(sign).not.toHaveBeenCalled();
  });
});
