import { Checkout } from './checkout';

const CONFIG = {
  'organisation.yaml': 'organisation:\n  name: Sample Trust\n  scope: Trust\n  owner: An analyst\n  date: 2024-04-01\n',
  'extracts.yaml': 'extracts:\n  - id: appointments\n    table: outpatient_appointments\n    files: appointments.csv\n    select: select * from file\n',
  'metrics.yaml': 'metrics:\n  - { id: dna-rate-all-appointments, restricted: true }\n',
};
const HEADER = 'appointment_date,treatment_function_code,attended_or_did_not_attend_code,weight,counted_by';
// April: ENT misses 65 of 1,000, orthopaedics 80 of 1,000. May: ENT 40 of 500, orthopaedics 50 of 500. Imaging is no part of the rate.
const APPOINTMENTS = [
  '2024-04-01,120,5,935,month', '2024-04-01,120,3,65,month', '2024-04-01,110,5,920,month', '2024-04-01,110,3,80,month', '2024-04-01,812,5,100,month',
  '2024-05-01,120,5,460,month', '2024-05-01,120,3,40,month', '2024-05-01,110,5,450,month', '2024-05-01,110,3,50,month', '2024-05-01,812,3,9,month',
];
const COLUMNS = 'metric,period,specialty,value,numerator,denominator,filters';

let checkout: Checkout;
let data: string;
let config: string;
beforeAll(() => {
  checkout = new Checkout();
  config = checkout.folderWith('config', CONFIG);
  data = checkout.folderWith('data-of-trust', { 'appointments.csv': `${[HEADER, ...APPOINTMENTS].join('\n')}\n` });
});
afterAll(() => checkout.close());

async function reconciled(name: string, ...rows: readonly string[]): Promise<{ code: number | null; lines: string[]; err: string }> {
  const folder = checkout.folderWith(name, { 'own.csv': `${rows.join('\n')}\n` });
  const { code, out, err } = await checkout.run('check', ['--config', config, '--data', data, '--now', '2024-07-11T09:00', '--reconcile', `${folder}/own.csv`]);
  return { code, lines: out.trim().split('\n').slice(1), err };
}

test('figures that print as ours do agree, and the exit code is 0', async () => {
  // 65 of 1,000; (40 + 50) of 1,000; (65 + 80 + 40 + 50) of 3,000 is 7.83%.
  const { code, lines, err } = await reconciled('good', COLUMNS, 'dna-rate,April 2024,120,6.5%,65,"1,000",', 'DNA rate,2024-05,,9.0%,,,', 'missed appointments,April to May 2024,,0.078,235,3000,');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(lines).toEqual([
    'Row 2: DNA rate, April 2024, ENT: theirs 6.5%, ours 6.50%, difference 0.00 percentage points. Agree.',
    'Row 3: DNA rate, May 2024, Trust: theirs 9.0%, ours 9.00%, difference 0.00 percentage points. Agree.',
    'Row 4: DNA rate, April to May 2024, Trust: theirs 7.8%, ours 7.83%, difference +0.03 percentage points. Agree.',
    '3 agree, 0 differ, 0 cannot be compared.',
  ]);
});

test('where figures differ, what each side counts and leaves out is said, and the exit code is 1', async () => {
  const { code, lines } = await reconciled('differ', COLUMNS, 'dna-rate,May 2024,ENT,8.2%,41,500,telephone clinics kept out', 'dna-rate,May 2024,,9.0%,99,,');
  expect(code).toBe(1);
  expect(lines[0]).toBe('Row 2: DNA rate, May 2024, ENT: theirs 8.2%, ours 8.00%, difference −0.20 percentage points. Differ.');
  expect(lines[1]).toMatch(/^ {2}ours: 40 .+ \(outpatient_appointments\) over 500 .+ \(outpatient_appointments\); only specialty 120; leaves out: .+/);
  expect(lines[2]).toBe('  theirs: numerator 41; denominator 500; telephone clinics kept out');
  // The rate agrees and what it is made of does not.
  expect(lines[3]).toMatch(/theirs 9\.0%, ours 9\.00%, difference 0\.00 percentage points\. Differ\.$/);
  expect(lines[4]).toMatch(/^ {2}ours: 90 .+; no filters; leaves out: /);
  expect(lines[5]).toBe('  theirs: numerator 99; filters not stated');
  expect(lines.at(-1)).toBe('0 agree, 2 differ, 0 cannot be compared.');
});

test('rows that cannot be compared are named, each with what is wrong with it', async () => {
  const { code, lines } = await reconciled(
    'faulty', COLUMNS, 'dna-rat,May 2024,,9%,,,', 'dna-rate,soon,,9%,,,', 'dna-rate,May 2024,999,9,,,', 'dna-rate,May 2019,,9%,,,', 'dna-rate,May 2024,,9.0%,,,',
  );
  expect(code).toBe(1);
  expect(lines.map((line) => line.replace(/(May 2019, Trust: ).*/, '$1'))).toEqual([
    'Row 2: There is no metric "dna-rat".',
    'Row 3: "soon" is not a period.',
    'Row 4: "9" is not a share; write 9% or 0.09.',
    'Row 4: There is no specialty "999".',
    'Row 5: DNA rate, May 2019, Trust: ',
    'Row 6: DNA rate, May 2024, Trust: theirs 9.0%, ours 9.00%, difference 0.00 percentage points. Agree.',
    '1 agree, 0 differ, 4 cannot be compared.',
  ]);
});

test('days may be given instead of a period, and a column that means nothing is a fault', async () => {
  const good = await reconciled('days', 'Metric,From,To,Value', 'dna-rate,2024-05-01,2024-05-31,9.0%');
  expect(good.lines.at(-1)).toBe('1 agree, 0 differ, 0 cannot be compared.');
  // What a spreadsheet makes of days, with the empty columns and rows that it adds.
  const sheet = await reconciled('sheet', '\uFEFFMetric,From,To,Value,,', 'dna-rate,01/05/2024,31/5/24,9.0%,,', ',,,,,');
  expect(sheet.lines.at(-1)).toBe('1 agree, 0 differ, 0 cannot be compared.');
  const bad = await reconciled('columns', 'metric,ward,value', 'dna-rate,A,9.0%');
  expect(bad.code).toBe(1);
  expect(bad.lines).toEqual([
    'Row 1: "ward" is neither one of metric, period, from, to, value, numerator, denominator, filters nor a dimension. Rename it or take it out.',
    'Row 1: There is no column "period", nor "from" and "to". Add one or the others.',
    '0 agree, 0 differ, 1 cannot be compared.',
  ]);
});

test('what is restricted is not compared', async () => {
  const { code, lines } = await reconciled('restricted', COLUMNS, 'dna-rate-all-appointments,May 2024,,9.0%,,,');
  expect(code).toBe(1);
  expect(lines[0]).toBe('Row 2: DNA rate of all appointments, May 2024, Trust: You may not see DNA rate of all appointments here. It is restricted; ask its owner for access.');
});

test('a file that is not there, or a moment that is none, is said to be so', async () => {
  const missing = await checkout.run('check', ['--config', config, '--data', data, '--reconcile', 'nowhere.csv']);
  expect(missing.code).toBe(1);
  expect(missing.err).toMatch(/nowhere\.csv/);
  const never = await checkout.run('check', ['--config', config, '--data', data, '--reconcile', 'nowhere.csv', '--now', 'soon']);
  expect(never.err).toMatch(/--now is not a date and time: soon/);
});

test('against figures that a document prints, the document is named and no filter of ours is claimed', async () => {
  const printed = checkout.folderWith('printed-config', {
    'organisation.yaml': CONFIG['organisation.yaml'],
    'extracts.yaml': 'extracts:\n  - id: printed\n    table: published_values\n    files: printed.csv\n    select: select * from file\n',
  });
  const figures = checkout.folderWith('printed', {
    'printed.csv': 'figure_id,metric,period_kind,period_from,period_to,part,value,document,place,published_on\n1,dna-rate,month,2024-05-01,2024-05-31,,0.081,Board paper,"Table 2, DNA",2024-07-11\n',
  });
  const own = `${checkout.folderWith('printed-own', { 'own.csv': 'metric,period,value\ndna-rate,May 2024,8.1%\ndna-rate,May 2024,8.0%\n' })}/own.csv`;
  const { out } = await checkout.run('check', ['--config', printed, '--data', figures, '--now', '2024-07-11T09:00', '--reconcile', own]);
  expect(out.trim().split('\n').slice(1)).toEqual([
    'Row 2: DNA rate, May 2024, Trust: theirs 8.1%, ours 8.10%, difference 0.00 percentage points. Agree.',
    'Row 3: DNA rate, May 2024, Trust: theirs 8.0%, ours 8.10%, difference +0.10 percentage points. Differ.',
    '  ours: as printed in Board paper, Table 2, DNA, with the filters of that document',
    '  theirs: filters not stated',
    '1 agree, 1 differ, 0 cannot be compared.',
  ]);
});
