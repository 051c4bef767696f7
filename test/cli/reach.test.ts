import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Checkout } from './checkout';

const OVER = ['--config', path.join('deployment', 'nhs-england'), '--data', path.join(__dirname, '..', 'fixtures', 'nhs-england'), '--now', '2026-03-10T09:00'];
const JANUARY = ['2026-01-01', '2026-01-31'];

let checkout: Checkout;
beforeAll(() => { checkout = new Checkout(); });
afterAll(() => checkout.close());

const questions = (...lines: readonly object[]): string => {
  const file = path.join(checkout.folder, 'asked.jsonl');
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return file;
};

describe('how far the language reaches', () => {
  test('is printed with every miss and what it came to', async () => {
    const file = questions(
      { q: 'DNA rate for ENT in January 2026', outcome: 'answered', query: { intent: 'value', metrics: ['dna-rate'], period: JANUARY, filters: { specialty: ['120'] } } },
      // Asked of another month than is expected: an answer that looks right.
      { q: 'DNA rate for ENT in February 2025', outcome: 'answered', query: { intent: 'value', metrics: ['dna-rate'], period: JANUARY, filters: { specialty: ['120'] } } },
      { q: 'DNA rate for zebras in January 2026', outcome: 'answered', query: { intent: 'value', metrics: ['dna-rate'], period: JANUARY } },
      { q: 'list the patients who missed', outcome: 'refused' },
    );
    const { code, out } = await checkout.run('reach', [...OVER, file]);
    expect(code).toBe(1);
    expect(out).toContain('4 questions, 3 of which have an answer');
    expect(out).toContain('Wrong answers that look right: 1');
    expect(out).toMatch(/3 that have an answer, answered outright: 2 of 3 \(66\.7%\)/);
    expect(out).toMatch(/Wrong:\n {2}DNA rate for ENT in February 2025\n {4}period: /);
    expect(out).toMatch(/DNA rate for zebras in January 2026\n {4}.*zebras/);
  });

  test('ends well where no answer is wrong', async () => {
    const file = questions({ q: 'DNA rate for ENT in January 2026', outcome: 'answered', query: { intent: 'value', metrics: ['dna-rate'], period: JANUARY, filters: { specialty: ['120'] } } });
    expect((await checkout.run('reach', [...OVER, file])).code).toBe(0);
  });

  test('a line that is no question is named by its place', async () => {
    const { code, err } = await checkout.run('reach', [...OVER, questions({ q: 'DNA rate', outcome: 'maybe' })]);
    expect(code).not.toBe(0);
    expect(err).toMatch(/asked\.jsonl:1/);
  });
});

describe('ask --explain', () => {
  test('prints which words became what, which were left and what was decided', async () => {
    const { code, out } = await checkout.run('ask', [...OVER, '--explain', 'missed appointments for ENT zebra last month']);
    expect(code).toBe(0);
    expect(out).toMatch(/missed appointments +metric dna-rate/);
    expect(out).toMatch(/ENT +specialty 120/);
    expect(out).toMatch(/last month +period February 2026/);
    expect(out).toContain('Left: zebra');
    expect(out).toMatch(/Decided: say \(unknown-word\)/);
  });
});
