import { OPERATOR } from '../../src/language/question';
import { londonInstant } from '../../src/calendar/instant';
import type { Tally } from '../../src/tally';
import { loadedTrust } from '../demonstration/loaded-trust';

// Trust Board paper H, 11 July 2024, Tables 1 and 2: May 2024 and year to date (April and May), as printed.
const PRINTED: readonly (readonly [question: string, metric: string, may: string, yearToDate: string])[] = [
  ['ACPL', 'acpl', '1.57', '1.57'],
  ['capped theatre utilisation', 'capped-theatre-utilisation', '76.8%', '76.1%'],
  ['first or procedure rate', 'first-or-procedure-rate', '43.4%', '43.2%'],
  ['late starts', 'late-starts', '39.5%', '40.5%'],
  ['on the day cancellations', 'on-the-day-cancellations', '9.90%', '9.98%'],
  ['DNA rate', 'dna-rate', '6.5%', '6.4%'],
  ['PIFU rate', 'pifu-rate', '4.2%', '4.2%'],
  ['clinic utilisation', 'clinic-utilisation', '93.0%', '93.3%'],
  ['discharged at first appointment', 'discharged-at-first', '34.5%', '35.3%'],
];

const at = londonInstant('2024-06-12T09:00') ?? 0;
let tally: Tally;
beforeAll(async () => {
  tally = await loadedTrust('2024-06-12');
});
afterAll(() => tally.close());

const ask = (text: string) => tally.road.ask({
  text, at, asker: { id: OPERATOR, name: null, tenant: null }, place: { kind: 'terminal', id: 'terminal' }, context: null,
});

describe('the demonstration trust answers as the board paper prints', () => {
  test.each(PRINTED)('%s', async (question, metric, may, yearToDate) => {
    const month = await ask(`${question} May 24`);
    expect([month.outcome, month.metrics[0]?.metric, month.metrics[0]?.display]).toEqual(['answered', metric, may]);
    const year = await ask(`${question} YTD`);
    expect(year.query?.period).toMatchObject({ from: '2024-04-01', to: '2024-05-31' });
    expect([year.metrics[0]?.metric, year.metrics[0]?.display]).toEqual([metric, yearToDate]);
  });

  test('with the targets the paper prints', async () => {
    const targets = await Promise.all(['ACPL', 'capped theatre utilisation', 'DNA rate', 'late starts', 'PIFU rate'].map(async (question) => {
      const { metrics } = await ask(`${question} May 24`);
      const target = metrics[0]?.target;
      return [target?.display, target?.met, ...(target?.others.map((other) => other.display) ?? [])];
    }));
    // Two months into the year on the straight lines of the paper's appendix 3: DNA from 8% to 5% stands at 7.5%, PIFU from 3% to 5% at 3.3%.
    expect(targets).toEqual([['1.89', false], ['85%', false], ['5%', false, '7.5%'], ['0%', false, '4.9%'], ['5%', false, '6.5%', '3.3%']]);
  });

  test('and says on every answer that its data is synthetic', async () => {
    for (const question of ['DNA rate for ENT', 'late starts by site', 'what is ACPL', 'bed occupancy', 'utilisation']) {
      expect((await ask(question)).notice).toMatch(/demonstration data/i);
    }
  });
});

test('the same question on the same day and data gives the same answer', async () => {
  expect(await ask('DNA rate for ENT')).toEqual(await ask('DNA rate for ENT'));
});

test('the month of the question is the latest complete one, and this month is said to be part held', async () => {
  expect((await ask('DNA rate')).query?.period).toMatchObject({ from: '2024-05-01', to: '2024-05-31' });
  const current = await ask('DNA rate this month');
  expect(current.query?.period).toMatchObject({ from: '2024-06-01', to: '2024-06-30' });
  expect(current.metrics[0]?.data).toMatchObject({ complete: false, through: '2024-06-11' });
});

test.each(['show working', 'show me the workings please', 'how did you get that?', 'how did you work that out', 'where does that number come from?'])('%s: after an answer is what its button shows', async (text) => {
  const who = { at, asker: { id: OPERATOR, name: null, tenant: null }, place: { kind: 'terminal', id: 'terminal' } } as const;
  const { query } = await ask('DNA rate for ENT');
  if (query === null) {
    throw new Error('the DNA rate is answered');
  }
  const typed = await tally.road.ask({ ...who, text, context: query });
  expect(typed).toEqual(await tally.road.run({ kind: 'working', query }, who));
  expect(typed.lines.join('\n')).toMatch(/Doesn't match NHS England, Hospital Outpatient Activity\? That one divides by every appointment.*\n.*\nStill doesn't match\? .* then ask /);
});
