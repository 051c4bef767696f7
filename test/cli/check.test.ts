import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Checkout } from './checkout';

const EXCERPT = path.join(__dirname, '..', 'fixtures', 'nhs-england', 'hes_monthly_open_data_treatment_specialty_excerpt.csv');
const CONFIG = path.join('deployment', 'nhs-england');
const FILE = 'hes_202601_treatment_specialty.csv';

let checkout: Checkout;
beforeAll(() => { checkout = new Checkout(); });
afterAll(() => checkout.close());

const linesOf = (out: string): string[] => out.trim().split('\n');

test('good configuration and extracts: what was found, in numbers, and exit code 0', async () => {
  const data = checkout.folderWith('good', { [FILE]: readFileSync(EXCERPT, 'utf8') });
  const { code, out, err } = await checkout.run('check', ['--config', CONFIG, '--data', data]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const lines = linesOf(out);
  expect(lines[0]).toMatch(/^NHS England, national: \d+ metrics, 1 target, 3 extracts\.$/);
  // Eleven rows of the excerpt hold appointments, each laid out as attended first, attended follow-up, attended with no
  // kind recorded, missed and cancelled: five rows each, but four for 192 and 812, whose kinds are all recorded, and one
  // for 199, where twelve patients attended first appointments and nothing else happened. 8 x 5 + 2 x 4 + 1 = 49.
  expect(lines[1]).toBe('outpatient-appointments: 49 rows, 2025-01-01 to 2026-01-31.');
  // Its finished episodes are laid out as day cases and others: two rows each for the ten rows that hold any.
  expect(lines[2]).toBe('consultant-episodes: 20 rows, 2025-01-01 to 2026-01-31.');
  expect(lines.slice(3)).toEqual(['No faults.']);
});

test('a grant that lifts small numbers for one part of what somebody sees is warned of by file and line, and is no fault', async () => {
  const read = (name: string): string => readFileSync(path.join(__dirname, '..', '..', CONFIG, name), 'utf8');
  const config = checkout.folderWith('lifted', {
    ...Object.fromEntries(['extracts.yaml', 'metrics.yaml', 'organisation.yaml', 'targets.yaml'].map((name) => [name, read(name)])),
    'grants.yaml': "grants:\n  - { users: [a.manager], because: Leads it, owner: COO }\n  - users: [a.manager]\n    may: [small-numbers]\n    only: { specialty: ['110'] }\n    because: Leads it\n    owner: COO\n",
  });
  const data = checkout.folderWith('lifted-extracts', { [FILE]: readFileSync(EXCERPT, 'utf8') });
  const { code, out } = await checkout.run('check', ['--config', config, '--data', data]);
  expect(code).toBe(0);
  expect(linesOf(out)[0]).toMatch(/^Warning: .*grants\.yaml:5: grant: small-numbers is lifted for one part,/);
});

test('a bad extract: one line a fault, with file and row, and exit code 1', async () => {
  const rows = readFileSync(EXCERPT, 'utf8').trimEnd().split('\n');
  const bad = rows.map((row, index) => (index === 2 || index === 4 ? row.replace('31JAN26', '31FEB26') : row));
  const data = checkout.folderWith('bad', { [FILE]: `${bad.join('\n')}\n` });
  const { code, out } = await checkout.run('check', ['--config', CONFIG, '--data', data]);
  expect(code).toBe(1);
  const faults = linesOf(out).filter((line) => line.startsWith(FILE));
  expect(faults.some((line) => line.startsWith(`${FILE}, row 3`))).toBe(true);
  expect(faults.some((line) => line.startsWith(`${FILE}, row 5`))).toBe(true);
  expect(linesOf(out).at(-1)).toMatch(/^\d+ faults? in the extracts\.$/);
});

test('an extract that says who people are: its columns by name, none of their values, and exit code 1', async () => {
  const [header = '', ...rows] = readFileSync(EXCERPT, 'utf8').trimEnd().split('\n');
  // 943 476 5919 is the example of an NHS number in the NHS Data Dictionary.
  const named = [`${header.trimEnd()},Remark,Patient Surname,Postcode`, ...rows.map((row, index) => `${row.trimEnd()},${index === 5 ? 'rang 943 476 5919' : ''},Bloggs,`)];
  const data = checkout.folderWith('named', { [FILE]: `${named.join('\n')}\n` });
  const { code, out, err } = await checkout.run('check', ['--config', CONFIG, '--data', data]);
  expect(code).toBe(1);
  const faults = [...new Set(linesOf(out).filter((line) => line.startsWith(FILE)).map((line) => line.slice(0, line.indexOf(', which'))))];
  expect(faults).toEqual([
    `${FILE}, column Remark: looks like NHS numbers`, `${FILE}, column Patient Surname: looks like names`, `${FILE}, column Postcode: looks like postcodes`,
  ]);
  expect(out + err).not.toMatch(/476|Bloggs/);
});

test('an extracts folder that is not there is a fault', async () => {
  const { code, out } = await checkout.run('check', ['--config', CONFIG, '--data', 'nowhere']);
  expect(code).toBe(1);
  expect(out).toMatch(/nowhere does not exist/);
});

test('a broken configuration: every fault at once, each with file and line, and exit code 1', async () => {
  const config = checkout.folderWith('config', {
    'extracts.yaml': 'extracts:\n  - id: appointments\n    table: appointments\n    files: a.csv\n    select: select file_row from file\n',
    'organisation.yaml': 'organisation:\n  name: A trust\n  scope: Trust\n  owner: An analyst\n  date: 2024-02-31\n',
    'targets.yaml': 'targets:\n  - metric: dna-rat\n    value: 0.05\n    comparator: under\n    source: Board paper\n    from: 2024-04-01\n',
  });
  const { code, out } = await checkout.run('check', ['--config', config, '--data', 'nowhere']);
  expect(code).toBe(1);
  const at = (name: string, line: number): string => `${path.join(config, name)}:${line}: `;
  const lines = linesOf(out);
  expect(lines.map((line) => line.slice(0, line.indexOf(': ') + 2)).slice(0, -1)).toEqual([
    at('extracts.yaml', 3), at('organisation.yaml', 5), at('targets.yaml', 2), at('targets.yaml', 4),
  ]);
  expect(lines.at(-1)).toBe('4 faults in the configuration. The extracts were not looked at.');
});
