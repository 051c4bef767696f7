import path from 'node:path';
import { londonInstant } from '../../src/calendar/instant';
import { createChartAddress } from '../../src/cards/charts/chart-address';
import { createCards } from '../../src/cards/create-cards';
import type { Tally } from '../../src/tally';
import { loadedTrust } from '../demonstration/loaded-trust';

const TODAY = '2024-07-11';
const at = londonInstant(`${TODAY}T09:00`) ?? 0;
let tally: Tally;
beforeAll(async () => {
  tally = await loadedTrust(TODAY);
}, 240_000);
afterAll(() => tally.close());

async function verdict(text: string): Promise<unknown> {
  const { metrics, scorecard } = await tally.road.ask({ text, asker: { id: 'reader', name: null, tenant: null }, place: { kind: 'terminal', id: 'terminal' }, at, context: null });
  const process = metrics[0]?.process ?? scorecard?.sections.flatMap(({ lines }) => lines).find(({ metric }) => metric === 'rtt-eighteen-week-rate' || metric === 'capped-theatre-utilisation')?.process ?? null;
  return process === null ? null : [process.variation, process.signal, process.points, process.mean, process.lower, process.upper, process.month];
}

describe('a month has one verdict, whatever is asked of it', () => {
  test.each([
    ['RTT within 18 weeks', ['RTT within 18 weeks May 2024', 'RTT within 18 weeks April 2019 to May 2024', 'RTT within 18 weeks June 2023 to May 2024', 'RTT within 18 weeks trend January 2023 to May 2024', 'RTT within 18 weeks May 2024 compared with May 2023']],
    ['capped utilisation', ['capped theatre utilisation', 'capped theatre utilisation last 12 months', 'capped theatre utilisation last 36 months', 'capped theatre utilisation trend last 24 months', 'theatres scorecard', 'why did capped theatre utilisation change']],
    ['ENT DNA', ['DNA rate for ENT May 2024', 'DNA rate for ENT April 2023 to May 2024', 'DNA rate for ENT trend January 2024 to May 2024']],
  ])('%s', async (_, questions) => {
    const verdicts = await Promise.all(questions.map(verdict));
    expect(verdicts[0]).not.toBeNull();
    expect(verdicts).toEqual(questions.map(() => verdicts[0]));
  });

  test('and is not moved by a new month: limits begin where the trust says, and not two years back', async () => {
    const [, , may] = await verdict('capped theatre utilisation May 2024') as readonly [unknown, unknown, number];
    const [, , june] = await verdict('capped theatre utilisation June 2024') as readonly [unknown, unknown, number];
    // From July 2022: 23 months to May 2024, 24 to June.
    expect([may, june]).toEqual([23, 24]);
  });
});

const cards = createCards({ templatesFolder: path.join(__dirname, '../../cards'), chartAddress: createChartAddress({ publicUrl: 'https://tally.a-long-name.nhs.uk', key: 'key', clock: () => at }) });

test.each(['lead measures', 'lag measures', 'theatres scorecard', 'outpatients scorecard', 'diagnostics scorecard'])('every line of the %s that is judged by its run has the icons beside its words, on a card that has room for them', async (text) => {
  const answer = await tally.road.ask({ text, asker: { id: 'reader', name: null, tenant: null }, place: { kind: 'terminal', id: 'terminal' }, at, context: null });
  const judged = answer.scorecard?.sections.flatMap(({ lines }) => lines).filter(({ process }) => process !== null).length ?? 0;
  const card = JSON.stringify(cards.render(answer));
  expect(judged).toBeGreaterThan(2);
  expect(card.match(/"url":"https:[^"]*[/][a-z.-]+[.]png"/g)).toHaveLength(judged);
  expect(card.length).toBeLessThanOrEqual(12_000);
});
