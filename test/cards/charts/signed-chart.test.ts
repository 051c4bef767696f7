import crypto, { createHmac } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { UNITS } from '../../../src/catalogue/metric';
import { createChartAddress } from '../../../src/cards/charts/chart-address';
import type { ChartSpec } from '../../../src/cards/charts/chart-spec';
import { openChart, signChart } from '../../../src/cards/charts/signed-chart';
import { trendOf } from './trend-of';

const KEY = 'the key';
const NOW = Date.UTC(2026, 10, 2, 9);
const DAY = 24 * 60 * 60_000;
const UNTIL = (Math.floor(NOW / DAY) + 90).toString(36);
const SPEC: ChartSpec = {
  name: 'DNA rate', unit: 'ratio', target: { value: 0.05, label: 'Target below 5%' }, last: '8.1%', events: [{ at: 0, label: 'Industrial action' }],
  process: { stretches: [{ from: 0, mean: 0.08, lower: 0.07, upper: 0.09 }], to: 2, marks: [{ at: 1, kind: 'concern' }], words: 'average 8.0%, usual 7.0% to 9.0%' },
  points: [{ period: '2026-09', value: null, complete: true }, { period: '2026-10', value: 0.0808, complete: false }],
};

const signed = (payload: string, until = UNTIL): string => `${payload}.${until}.${createHmac('sha256', KEY).update(`chart.${payload}.${until}`).digest('base64url')}`;

test('a signed chart opens with its key as it was, and is made of letters that an address may hold', () => {
  const token = signChart(SPEC, KEY, NOW);
  expect(openChart(token, KEY, NOW)).toEqual(SPEC);
  expect(token).toMatch(/^[\w-]+\.\w+\.[\w-]+$/);
});

test('any chart survives the address, its numbers to six figures', () => {
  const value = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), { nil: null });
  const spec = fc.record({
    name: fc.string({ maxLength: 100 }), unit: fc.constantFrom(...UNITS), last: fc.string({ maxLength: 20 }),
    events: fc.array(fc.record({ at: fc.integer({ min: 0, max: 39 }), label: fc.string({ maxLength: 60 }) }), { maxLength: 12 }),
    target: fc.option(fc.record({ value: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), label: fc.string({ maxLength: 40 }) }), { nil: null }),
    process: fc.constant(null),
    points: fc.array(fc.record({ period: fc.constantFrom('2026-10', '2026-10-05'), value, complete: fc.boolean() }), { maxLength: 40 }),
  });
  fc.assert(fc.property(spec, (chart) => {
    const opened = trendOf(openChart(signChart(chart, KEY, NOW), KEY, NOW));
    const six = (number: number | null) => (number === null ? null : Number(number.toPrecision(6)) + 0);
    expect(opened?.points.map((point) => six(point.value))).toEqual(chart.points.map((point) => six(point.value)));
    expect(opened?.name).toBe(chart.name);
    expect(opened?.events).toEqual(chart.events);
    expect(opened?.points.map(({ complete }) => complete)).toEqual(chart.points.map(({ complete }) => complete));
  }), { numRuns: 50 });
});

test('of more events than a picture has room for the latest are drawn, and with them the name of the last', () => {
  const events = Array.from({ length: 14 }, (_, at) => ({ at, label: at === 13 ? 'Industrial action' : '' }));
  expect(trendOf(openChart(signChart({ ...SPEC, events }, KEY, NOW), KEY, NOW))?.events.map(({ at }) => at)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
});

describe('a token is no picture', () => {
  const token = signChart(SPEC, KEY, NOW);
  const [payload = '', until = '', signature = ''] = token.split('.');
  test.each([
    ['under another key', signChart(SPEC, 'another key', NOW)],
    ['with another payload', `${payload.slice(0, -2)}AA.${until}.${signature}`],
    ['with a signature cut short', token.slice(0, -1)],
    ['with a longer signature', `${token}A`],
    ['without a signature', payload],
    ['with a fourth part', `${token}.x`],
    ['without its last day', `${payload}.${signature}`],
    ['with a later last day', `${payload}.zzzz.${signature}`],
    ['when its last day is no day, though signed', signed(payload, '-')],
    ['when empty', ''],
    ['when there is but a dot', '.'],
    ['when far too long', `${'A'.repeat(5_000)}.${until}.${signature}`],
    ['when it is signed and not packed', signed('AAAA')],
    ['when it is signed and not a chart', signed(deflateRawSync('[2,"x"]').toString('base64url'))],
    ['when it is signed and not JSON', signed(deflateRawSync('{').toString('base64url'))],
    ['when it is signed and unpacks to megabytes', signed(deflateRawSync(JSON.stringify([1, ' '.repeat(3_000_000), 'ratio', null, [], ''])).toString('base64url'))],
  ])('%s', (_, given) => {
    expect(openChart(given, KEY, NOW)).toBeNull();
  });

  test('once its ninety days are over, and not a day before', () => {
    expect(openChart(token, KEY, NOW + 90 * DAY)).toEqual(SPEC);
    expect(openChart(token, KEY, NOW + 91 * DAY)).toBeNull();
  });

  test('with one letter of its signature changed, and it takes as long wherever that stands: all of it is compared', () => {
    const compared = jest.spyOn(crypto, 'timingSafeEqual');
    const token = signChart(SPEC, KEY, NOW);
    for (const at of [0, 42]) {
      const signature = token.slice(-43);
      compared.mockClear();
      expect(openChart(token.slice(0, -43) + signature.slice(0, at) + (signature[at] === 'A' ? 'B' : 'A') + signature.slice(at + 1), KEY, NOW)).toBeNull();
      expect(compared.mock.calls.map((sides) => sides.map(({ byteLength }) => byteLength))).toEqual([[43, 43]]);
    }
    compared.mockRestore();
  });

  test('whichever letter of it is changed', () => {
    for (let at = 0; at < token.length; at += 1) {
      const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
      expect(openChart(changed, KEY, NOW)).toBeNull();
    }
  });
});

describe('an address', () => {
  const address = createChartAddress({ publicUrl: 'https://tally.example.nhs.uk/', key: KEY, clock: () => NOW });

  test('is the public one, with the token as a file', () => {
    const token = /^https:\/\/tally\.example\.nhs\.uk\/charts\/([\w.-]+)\.png$/.exec(address(SPEC))?.[1] ?? '';
    expect(openChart(token, KEY, NOW)).toEqual(SPEC);
  });

  test('stays under 1,800 characters by leaving out the oldest points', () => {
    // Digits with no pattern, which packing cannot shorten.
    const points = Array.from({ length: 390 }, (_, at) => ({ period: `20${10 + (at % 89)}-${String((at * 7) % 12 + 1).padStart(2, '0')}`, value: Math.abs(Math.sin(at * 12.9898)) * 1e6, complete: true }));
    const long = address({ ...SPEC, points });
    expect(long.length).toBeLessThanOrEqual(1_800);
    const opened = trendOf(openChart(/charts\/(.+)\.png$/.exec(long)?.[1] ?? '', KEY, NOW));
    expect(opened?.points.length).toBeGreaterThan(60);
    expect(opened?.points.at(-1)?.period).toBe(points.at(-1)?.period);
  });
});
