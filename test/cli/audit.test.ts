import { Checkout } from './checkout';

const CONFIG = {
  'organisation.yaml': 'organisation:\n  name: Sample Trust\n  scope: Trust\n  owner: An analyst\n  date: 2024-04-01\n',
  'extracts.yaml': 'extracts:\n  - id: appointments\n    table: outpatient_appointments\n    files: appointments.csv\n    select: select * from file\n',
  'grants.yaml': 'grants:\n  - { users: [A.Manager], because: Leads outpatients, owner: Medical director }\n',
};
const APPOINTMENTS = 'appointment_date,attended_or_did_not_attend_code,weight,counted_by\n2024-05-01,5,920,month\n2024-05-01,3,80,month\n';

let checkout: Checkout;
beforeAll(() => { checkout = new Checkout(); });
afterAll(() => checkout.close());

test('what was asked with somebody’s access, and what was refused, is read back without a word that was typed', async () => {
  const config = ['--config', checkout.folderWith('config', CONFIG)];
  const data = ['--data', checkout.folderWith('appointments', { 'appointments.csv': APPOINTMENTS })];
  const ask = (who: string) => checkout.run('ask', [...config, ...data, '--now', '2024-06-12T09:00', '--as', who, 'DNA rate May 2024 says Mrs Jones']);
  const started = Date.now();
  const refused = await ask('stranger');
  expect(refused.out).toContain('You are not set up to ask Tally. Whoever looks after it can add you by your id, stranger.');
  await checkout.run('ask', [...config, ...data, '--now', '2024-06-12T09:00', '--as', 'a.manager', 'DNA rate May 2024']);

  const { out, code } = await checkout.run('audit', [...config, '--json']);
  const rows = out.trim().split('\n').map((line) => JSON.parse(line) as { at: string });
  expect(code).toBe(0);
  expect(rows).toMatchObject([
    { who: 'stranger', way: 'terminal', outcome: 'refused', reason: 'not-admitted', query: null },
    { who: 'a.manager', way: 'terminal', place: 'terminal', outcome: 'answered', reason: null, query: { intent: 'value', metrics: ['dna-rate'], period: { from: '2024-05-01', to: '2024-05-31' } } },
  ]);
  // By the wall's clock, though the question was asked as of 2024.
  expect(Date.parse(rows[0]?.at ?? '')).toBeGreaterThanOrEqual(started);
  expect(out).not.toContain('Jones');

  const lines = (await checkout.run('audit', [...config, '--user', 'A.MANAGER'])).out.trim().split('\n');
  expect(lines).toEqual([expect.stringMatching(/^\d+ \w+ \d{4} at \d\d:\d\d · a\.manager · terminal in their own terminal · answered · \{"intent":"value"/)]);
  expect((await checkout.run('audit', [...config, '--since', '2100-01-01'])).out).toMatch(/^Sample Trust: nothing was asked since 1 January 2100/);
  expect(await checkout.run('audit', [...config, '--since', 'yesterday'])).toMatchObject({ code: 2 });
});
