import path from 'node:path';
import type { MetricAnswer } from '../../src/answers/answer';
import { londonInstant } from '../../src/calendar/instant';
import { monthPeriod, yearToDatePeriod, type Period } from '../../src/calendar/period';
import { loadCatalogue } from '../../src/catalogue/load';
import { querySchema } from '../../src/engine/query';
import type { Tally } from '../../src/tally';
import { loadedTrust } from './loaded-trust';

const TODAY = '2024-07-11';
const at = londonInstant(`${TODAY}T09:00`) ?? 0;
const { catalogue } = loadCatalogue({ trustFolder: path.join(__dirname, '..', '..', 'deployment', 'trust') });

let tally: Tally;
beforeAll(async () => { tally = await loadedTrust(TODAY); }, 240_000);
afterAll(() => tally.close());

async function explained(metric: string, by: string | [string, string] | null, period: Period, versus: 'target' | null = null): Promise<MetricAnswer> {
  const query = querySchema.parse({ intent: 'explanation', metrics: [metric], period, by, versus });
  const { metrics: [answer] } = await tally.road.run({ kind: 'query', query }, { asker: { id: 'on.call.lead', name: null, tenant: null }, place: { kind: 'terminal', id: 'terminal' }, at });
  if (answer === undefined) {
    throw new Error(`no answer for ${metric}`);
  }
  return answer;
}

const JUNE = monthPeriod(2024, 6);
const YTD = yearToDatePeriod('2024-06-30');

/** What the parts come to together, beside the change that they are the parts of, and its size. */
function addedUp({ drivers, value }: MetricAnswer): { readonly parts: number; readonly difference: number; readonly size: number } {
  const contributions = (drivers?.parts ?? []).map(({ contribution }) => contribution ?? NaN);
  const total = contributions.reduce((sum, contribution) => sum + contribution, 0);
  return { parts: contributions.length, difference: Math.abs(total - (drivers?.change ?? NaN)), size: contributions.reduce((sum, one) => sum + Math.abs(one), Math.abs(value ?? 0)) };
}

/** Differences, counts, money and censuses; ratios over one table and over two; reasons that divide the numerator alone. */
const CASES: readonly (readonly [metric: string, by: string | [string, string], period: Period])[] = [
  ['dna-rate', 'specialty', JUNE], ['dna-rate', 'deprivation', JUNE], ['dna-rate', ['cmg', 'site'], YTD],
  ['acpl', 'specialty', JUNE], ['acpl', 'theatre', JUNE], ['acpl', ['site', 'specialty'], YTD],
  ['cases-per-hour', 'cmg', JUNE], ['capped-theatre-utilisation', 'specialty', JUNE], ['late-starts', 'site', YTD],
  ['on-the-day-cancellations', 'cancellation-reason', JUNE], ['on-the-day-cancellations', ['site', 'cancellation-reason'], JUNE], ['on-the-day-cancellations', 'procedure', JUNE],
  ['length-of-stay', 'hrg', JUNE], ['readmission-rate', 'commissioner', JUNE], ['day-case-rate', 'age-band', JUNE],
  ['complaints', 'specialty', JUNE], ['activity', 'pod', JUNE], ['income', 'pod-group', YTD], ['income-against-plan', 'pod', YTD], ['productivity-contribution', 'specialty', YTD],
  ['cpwau', 'specialty', JUNE], ['net-surplus', 'cmg', JUNE], ['rtt-65-week-waits', 'specialty', JUNE], ['rtt-eighteen-week-rate', 'cmg', JUNE],
  ['diagnostic-six-week-rate', 'test', JUNE], ['imaging-utilisation', 'modality', JUNE], ['friends-and-family', 'site', JUNE],
];

test.each(CASES)('what each part did to %s by %j adds up to the change exactly', async (metric, by, period) => {
  const { parts, difference, size } = addedUp(await explained(metric, by, period));
  expect(parts).toBeGreaterThan(1);
  expect(difference).toBeLessThanOrEqual(1e-9 * size);
}, 60_000);

test('so it does by whatever dimension is chosen, and against a target, for every metric that adds up', async () => {
  for (const { id, kind } of catalogue.metrics.values()) {
    for (const versus of [null, 'target'] as const) {
      const answer = await explained(id, null, kind === 'difference' ? YTD : JUNE, versus);
      const { by = [], unsplit } = answer.drivers ?? {};
      expect([id, by.filter((one) => catalogue.dimensions.get(one)?.restricted === true)]).toEqual([id, []]);
      if (unsplit === null) {
        const { difference, size } = addedUp(answer);
        expect([id, versus, difference <= 1e-9 * size]).toEqual([id, versus, true]);
      }
    }
  }
}, 240_000);

test('only what does not add up over its parts is not split', async () => {
  const whole: string[] = [];
  for (const { id, kind } of catalogue.metrics.values()) {
    const { drivers } = await explained(id, null, kind === 'difference' ? YTD : JUNE);
    if (drivers !== null && drivers.unsplit !== null) {
      whole.push(id);
    }
  }
  expect(whole.sort()).toEqual(['cpwau-opportunity', 'implied-productivity-growth', 'implied-workforce-productivity-growth', 'reporting-turnaround']);
}, 240_000);
