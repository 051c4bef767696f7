import { OPERATOR } from '../../src/language/question';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { z } from 'zod';
import { answerAsJson } from '../../src/cli/answer-json';
import { openTally, type Tally } from '../../src/tally';
import { printed, TABLE_1, TABLE_2, TABLE_3, TABLE_4, TABLE_5_ALL, TABLE_5_ELECTIVE } from './tables';

jest.setTimeout(60_000);

const AT = Date.parse('2024-07-11T08:00:00Z');

const rowSchema = z.object({
  key: z.string(), metric: z.string(), value: z.number().nullable(), target: z.object({ value: z.number() }).nullable(),
  cells: z.record(z.string(), z.union([z.number(), z.string()]).nullable()),
});
const answerSchema = z.object({
  outcome: z.string(),
  reason: z.string().nullable(),
  answer: z.object({
    headline: z.string(), value: z.number().nullable(), rows: z.array(rowSchema),
    target: z.object({ value: z.number(), source: z.string(), others: z.array(z.object({ value: z.number(), source: z.string() })) }).nullable(),
  }),
});
type JsonRow = z.infer<typeof rowSchema>;
type JsonAnswer = z.infer<typeof answerSchema>;

let folder: string;
let tally: Tally;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tally-board-paper-'));
  tally = await openTally({
    configFolder: path.join(__dirname, '..', '..', 'deployment', 'board-paper'), extractsFolder: null, dataFolder: folder,
    clock: () => AT, log: pino({ level: 'silent' }),
  });
});

afterAll(async () => {
  await tally.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(text: string): Promise<JsonAnswer> {
  const answer = await tally.road.ask({
    text, asker: { id: OPERATOR, name: null, tenant: null }, place: { kind: 'terminal', id: 'test' }, at: AT, context: null,
  });
  return answerSchema.parse(JSON.parse(JSON.stringify(answerAsJson(text, answer))));
}

const rowNamed = ({ answer: { rows } }: JsonAnswer, key: string, section?: string): JsonRow | undefined =>
  rows.find((row) => row.key === key && (section === undefined || row.cells['section'] === section));

const cell = (value: unknown): number | null => (typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : null);

describe('Table 1, lead measures', () => {
  test.each(TABLE_1)('%s: target or plan %s, May %s, year to date %s', async (key = '', target = '', may = '', yearToDate = '') => {
    const answer = await ask('lead measures');
    expect(answer.outcome).toBe('answered');
    const plan = key === 'day-case' || key === 'inpatient';
    const row = plan ? answer.answer.rows.filter(({ metric }) => metric === 'activity-against-plan')[key === 'day-case' ? 0 : 1] : answer.answer.rows.find(({ metric }) => metric === key);
    expect(cell(row?.cells['period'])).toBe(printed(may));
    expect(cell(row?.cells['ytd'])).toBe(printed(yearToDate));
    if (plan) {
      const alone = await ask(`activity against plan for ${key === 'day-case' ? 'day cases' : 'inpatients'} year to date`);
      expect(alone.answer.value).toBe((printed(yearToDate) ?? 0) - (printed(target) ?? 0));
    } else {
      expect(row?.target?.value).toBe(printed(target));
    }
  });

  test('a plan for the year to date is never held against May alone', async () => {
    const may = await ask('activity against plan for day cases in May 2024');
    expect([may.outcome, may.reason, may.answer.value]).toEqual(['no-data', 'plan-not-given', null]);
  });
});

describe('Table 2, lag measures', () => {
  test.each(TABLE_2)('%s: target %s, May %s, year to date %s', async (key = '', target = '', may = '', yearToDate = '') => {
    const row = (await ask('lag measures')).answer.rows.find(({ metric }) => metric === key);
    expect(row).toBeDefined();
    expect(cell(row?.cells['period'])).toBe(printed(may));
    expect(cell(row?.cells['ytd'])).toBe(printed(yearToDate));
    expect(row?.target?.value ?? null).toBe(printed(target));
  });

  test('the paper’s two targets for late starts, and for PIFU, are both shown with their sources', async () => {
    const late = (await ask('late starts')).answer.target;
    expect([late?.value, late?.source, late?.others.map(({ value }) => value)]).toEqual([0, 'Trust Board paper H, 11 July 2024, Table 2', [0.049]]);
    expect(late?.others[0]?.source).toMatch(/text/);
    const pifu = (await ask('PIFU')).answer.target;
    expect([pifu?.value, pifu?.others.map(({ value }) => value)]).toEqual([0.05, [0.065]]);
  });

  test('a length of stay that the paper leaves blank is no data, and never nought', async () => {
    const blank = await ask('HVLC length of stay');
    expect([blank.outcome, blank.answer.value]).toEqual(['no-data', null]);
  });
});

describe('Table 3, cost per weighted activity unit', () => {
  test.each(TABLE_3)('%s: target %s, month %s, rolling 6 months %s, rolling 12 months %s', async (key = '', target = '', month = '', six = '', twelve = '') => {
    const row = rowNamed(await ask('CpWAU by CMG'), key);
    expect([row?.value, row?.cells['current'], row?.cells['rolling-6'], row?.cells['rolling-12']])
      .toEqual([printed(month), printed(month), printed(six), printed(twelve)]);
    expect(row?.target?.value).toBe(printed(target));
  });

  test.each([
    ['CpWAU for CHUGGS rolling 6 months', 3911],
    ['CpWAU for ESM rolling 12 months', 5067],
  ])('%s says a length and no date, and is the printed %d', async (question, value) => {
    expect((await ask(question)).answer.value).toBe(value);
  });

  test('a month that Table 3 does not name is not answered from it', async () => {
    const march = await ask('CpWAU for ESM in March 2024');
    expect([march.outcome, march.reason, march.answer.value]).toEqual(['no-data', 'not-printed', null]);
  });

  test('the month of Table 3 is not printed, and is not called May', async () => {
    const { answer } = await ask('CpWAU for ESM');
    expect(answer.value).toBe(5061);
    expect(answer.headline).not.toMatch(/May/);
    expect(answer.headline).toMatch(/not stated|does not state/i);
  });
});

describe('Table 4, variable activity', () => {
  const columns = ['plan-activity', 'actual-activity', 'variance-activity', 'plan-income', 'actual-income', 'variance-income'];

  test.each(TABLE_4)('%s: plan %s, actual %s, variance %s; £ %s, %s, %s', async (key = '', ...cells: string[]) => {
    const row = rowNamed(await ask('variable activity'), key);
    expect(row).toBeDefined();
    // A dash in this table is nought: nothing was planned or done.
    expect(columns.map((column) => row?.cells[column])).toEqual(cells.map((text) => printed(text) ?? 0));
  });

  test('£5,680,500 over plan at a variable cost rate of 20% is a contribution of £4,544,400', async () => {
    const contribution = await ask('contribution year to date');
    expect(contribution.answer.value).toBe(4_544_400);
  });
});

describe('Table 5, specialties prioritised for a deep dive', () => {
  const columns = ['activity', 'income', 'net-surplus', 'cpwau-opportunity'];
  const sections = [
    { title: 'Elective points of delivery, by net deficit', rows: TABLE_5_ELECTIVE },
    { title: 'All points of delivery, by net deficit', rows: TABLE_5_ALL },
  ];

  test.each(sections)('$title, in the paper’s order', async ({ title, rows }) => {
    const { answer } = await ask('deep dive priorities');
    const shown = answer.rows.filter((row) => row.cells['section'] === title);
    expect(shown.map((row) => [row.key, ...columns.map((column) => row.cells[column])]))
      .toEqual(rows.map(([key, ...cells]) => [key, ...cells.map(printed)]));
  });

  test('by movement of cost since 2019/20, cardiology comes before trauma and orthopaedics', async () => {
    const { answer } = await ask('deep dive priorities');
    const shown = answer.rows.filter((row) => row.cells['section'] === 'Elective points of delivery, by CpWAU since 2019/20');
    expect(shown.map(({ key }) => key)).toEqual(['320', '110', '100', '172']);
  });
});

describe('Figures outside the tables', () => {
  test.each([
    ['implied productivity growth', -0.1584],
    ['implied workforce productivity growth', -0.2],
  ])('%s is %d, with its period not stated', async (question, value) => {
    const { answer } = await ask(question);
    expect(answer.value).toBe(value);
    expect(answer.headline).not.toMatch(/May/);
  });

  test('what the paper does not print is no data or not known, never a guess', async () => {
    expect((await ask('ACPL for ENT')).outcome).toBe('no-data');
    expect((await ask('ACPL in April 2024')).outcome).toBe('no-data');
    expect((await ask('ACPL this month')).answer.value).toBe(1.57);
  });
});
