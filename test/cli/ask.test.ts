import path from 'node:path';
import { z } from 'zod';
import { Checkout } from './checkout';
import { linesOf } from './answer-shape';

const EXCERPT = path.join(__dirname, '..', 'fixtures', 'nhs-england');
const OVER = ['--config', path.join('deployment', 'nhs-england'), '--data', EXCERPT];
const MARCH = ['--now', '2026-03-10T09:00'];

// The published file's row of January 2026 for treatment function 120: 245,529 attended and 21,542 missed; in
// January 2025 they were 255,838 and 22,417. March 2025 holds 110 and 120: 613,064 and 245,515 attended, 36,519 and
// 20,690 missed.
const ENT = { missed: 21_542, due: 245_529 + 21_542 };
const ENT_A_YEAR_BEFORE = 22_417 / (255_838 + 22_417);
const MARCH_2025 = (36_519 + 20_690) / (613_064 + 245_515 + 36_519 + 20_690);

let checkout: Checkout;
beforeAll(() => { checkout = new Checkout(); });
afterAll(() => checkout.close());

const ask = (args: readonly string[], given?: Parameters<Checkout['run']>[2]) => checkout.run('ask', args, given);

describe('questions on standard input, one a line', () => {
  const questions = [
    'DNA rate for ENT in January 2026',
    'blah wibble',
    'DNA rate in June 2019',
    'neuro DNA rate',
    'DNA rate by specialty',
    'trend of DNA rate',
    'new to follow up ratio by specialty',
    'What is the DNA rate?',
    'hello',
  ];
  const follow = { question: 'DNA rate for ophthalmology in January 2026', context: { intent: 'value', metrics: ['dna-rate'], period: { from: '2026-01-01', to: '2026-01-31', grain: 'month', label: 'January 2026' } } };
  let code: number | null;
  let err: string;
  let lines: ReturnType<typeof linesOf>;
  beforeAll(async () => {
    const outcome = await ask(['--json', ...OVER, ...MARCH], { input: `\uFEFF${questions.join('\n')}\n\n${JSON.stringify(follow)}\n` });
    ({ code, err } = outcome);
    lines = linesOf(outcome.out);
  });

  const lineOf = (question: string) => {
    const line = lines.find((one) => one.question === question);
    if (line === undefined) throw new Error(`no line for ${question}`);
    return line;
  };

  test('are answered in their order, each in the shape of the contract, and the program ends well whatever the outcomes', () => {
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(lines.map(({ question }) => question)).toEqual([...questions, follow.question]);
    expect(lines.map(({ outcome }) => outcome)).toEqual([
      'answered', 'unknown', 'no-data', 'clarify', 'answered', 'answered', 'answered', 'answered', 'answered', 'answered',
    ]);
  });

  test('the ENT rate of January 2026 is the published one, unrounded, with its target and the year before', () => {
    const { query, answer } = lineOf('DNA rate for ENT in January 2026');
    expect(query).toMatchObject({ intent: 'value', metrics: ['dna-rate'], period: { from: '2026-01-01', to: '2026-01-31', grain: 'month', label: 'January 2026' }, filters: { specialty: ['120'] }, by: null });
    expect(answer).toMatchObject({ unit: 'ratio', display: '8.1%', numerator: ENT.missed, denominator: ENT.due, suppressed: false, rows: [] });
    expect(answer.value).toBeCloseTo(ENT.missed / ENT.due, 14);
    expect(answer.target).toMatchObject({ value: 0.05, met: false, others: [] });
    expect(answer.target?.gap).toBeCloseTo(ENT.missed / ENT.due - 0.05, 14);
    const yearBefore = answer.comparisons.find((one) => one.with === 'last-year');
    expect(yearBefore?.label).toBe('January 2025');
    expect(yearBefore?.value).toBeCloseTo(ENT_A_YEAR_BEFORE, 14);
    expect(yearBefore?.change).toBeCloseTo(ENT.missed / ENT.due - ENT_A_YEAR_BEFORE, 14);
    expect(answer.comparisons.find((one) => one.with === 'previous')).toEqual({ with: 'previous', label: 'December 2025', value: null, change: null });
    expect(answer.data).toMatchObject({ extracts: ['outpatient-appointments'], through: '2026-01-31', loadedAt: '2026-03-10T09:00:00.000Z', complete: true, provisional: true, stale: false });
  });

  test('months that are not held are null in the trend, never nought', () => {
    const { trend } = lineOf('DNA rate for ENT in January 2026').answer;
    expect(trend.at(-1)?.period).toBe('2026-01');
    expect(trend.find(({ period }) => period === '2025-12')).toEqual({ period: '2025-12', value: null });
  });

  test('a split gives a row for each part, with its own numbers and target', () => {
    const { query, answer } = lineOf('DNA rate by specialty');
    expect(query).toMatchObject({ intent: 'breakdown', by: 'specialty' });
    expect(answer.rows).toHaveLength(7);
    expect(answer.rows.find(({ key }) => key === '120')).toMatchObject({ label: 'ENT', metric: 'dna-rate', numerator: ENT.missed, denominator: ENT.due, target: { value: 0.05, met: false } });
  });

  test('what is unknown, not held or unclear says why, and has no number', () => {
    expect(lineOf('blah wibble')).toMatchObject({ query: null, reason: 'unknown-word', answer: { value: null, data: null } });
    expect(lineOf('DNA rate in June 2019')).toMatchObject({ reason: 'before-data', answer: { value: null, numerator: null, denominator: null } });
    expect(lineOf('neuro DNA rate')).toMatchObject({ query: null, reason: null, answer: { value: null } });
    expect(lineOf('neuro DNA rate').options.length).toBeGreaterThan(1);
  });

  test('a line of JSON is a question with the query it follows', () => {
    // Ophthalmology in January 2026: 785,741 attended and 57,099 missed.
    expect(lineOf(follow.question)).toMatchObject({
      query: { filters: { specialty: ['130'] }, period: { label: 'January 2026' } }, answer: { numerator: 57_099, denominator: 785_741 + 57_099 },
    });
  });
});

test('lines that are not questions are named, the ones around them are answered, and the exit code says so', async () => {
  const { code, out, err } = await ask(['--json', ...OVER, ...MARCH], { input: '{"question":\nDNA rate\n{"question": "DNA rate", "contxt": null}\nhello\n' });
  expect(code).toBe(2);
  expect(linesOf(out).map(({ question }) => question)).toEqual(['DNA rate', 'hello']);
  expect(err.trim().split('\n')).toEqual([
    'Not a line of {"question", "context"?}: {"question":',
    'Not a line of {"question", "context"?}: {"question": "DNA rate", "contxt": null}',
  ]);
});

test('--now moves "this month", and --card adds the card as it would be sent', async () => {
  const { code, out } = await ask(['--json', '--card', ...OVER, '--now', '2025-03-20T09:00', 'DNA rate this month']);
  expect(code).toBe(0);
  const { card, ...line } = z.looseObject({ card: z.looseObject({ body: z.array(z.unknown()) }) }).parse(JSON.parse(out));
  const [read] = linesOf(`${JSON.stringify(line)}\n`);
  expect(read?.query?.period).toMatchObject({ from: '2025-03-01', to: '2025-03-31', label: 'March 2025' });
  expect(read?.answer.value).toBeCloseTo(MARCH_2025, 14);
  expect(card['type']).toBe('AdaptiveCard');
  expect(card.body.length).toBeGreaterThan(0);
  expect(JSON.stringify(card)).toContain('6.2%');
});

test('as text it gives the headline, the number, the target with its source, and how far the data goes', async () => {
  const { code, out, err } = await ask([...OVER, ...MARCH, 'DNA rate for ENT in January 2026']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('> DNA rate for ENT in January 2026');
  expect(out).toMatch(/Off target: DNA rate for ENT 8\.1% in January 2026/);
  expect(out).toMatch(/Target below 5% \(University Hospitals of Leicester, Trust Board paper H, 11 July 2024, Table 2\)/);
  expect(out).toMatch(/21,542 .* of 267,071/);
  expect(out).toMatch(/Data to .*2026/);
});

test.each<[what: string, args: readonly string[], says: RegExp]>([
  ['an unknown option', ['--jsn', 'DNA rate'], /--jsn/],
  ['a question without quotes', ['DNA', 'rate'], /in quotes/],
  ['a moment that is none', ['--now', '31 February', 'DNA rate'], /--now is not a date and time: 31 February/],
])('%s is bad usage, and the usage is shown', async (_what, args, says) => {
  const { code, out, err } = await ask(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(says);
  expect(err).toContain('Usage: npm run ask');
});

test.each<[what: string, args: readonly string[], says: RegExp]>([
  ['a configuration', ['--config', 'nowhere', '--data', EXCERPT], /nowhere:1: There is no such folder/],
  ['an extracts folder', [...OVER.slice(0, 2), '--data', 'nowhere'], /nowhere/],
])('it cannot start without %s, and says which', async (_what, args, says) => {
  const { code, out, err } = await ask(['--json', ...args, 'DNA rate']);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(says);
});

test('.env says whose data is asked, as it does for the server; the environment wins over it', async () => {
  checkout.folderWith('.', { '.env': `CONFIG_DIR=deployment/nhs-england\nEXTRACTS_DIR=${EXCERPT}\nDATA_DIR=kept-here\n` });
  try {
    const { code, out } = await ask(['--json', ...MARCH, 'DNA rate for ENT']);
    expect(code).toBe(0);
    expect(linesOf(out)[0]?.answer.numerator).toBe(ENT.missed);
    expect(checkout.holds('kept-here')).toBe(true);
    expect((await ask(['DNA rate'], { env: { EXTRACTS_DIR: 'not-there' } })).err).toContain(path.join(checkout.folder, 'not-there'));
  } finally {
    checkout.remove('.env');
  }
});
