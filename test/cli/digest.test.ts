import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { querySchema } from '../../src/engine/query';
import { openStore } from '../../src/store/open-store';
import { Checkout } from './checkout';

const CONFIG = {
  'grants.yaml': 'access:\n  everybody: true\n  because: Made up\n  owner: An analyst\n',
  'organisation.yaml': 'organisation:\n  name: Sample Trust\n  scope: Trust\n  owner: An analyst\n  date: 2024-04-01\n',
  'extracts.yaml': 'extracts:\n  - id: appointments\n    table: outpatient_appointments\n    files: appointments.csv\n    select: select * from file\n',
};
const APPOINTMENTS = 'appointment_date,attended_or_did_not_attend_code,treatment_function_code,weight,counted_by\n2024-05-01,5,120,920,month\n2024-05-01,3,120,80,month\n';
const NOW = Date.UTC(2024, 5, 12, 8);

let checkout: Checkout;
let folders: readonly string[];
beforeAll(async () => {
  checkout = new Checkout();
  folders = ['--config', checkout.folderWith('config', CONFIG), '--data', checkout.folderWith('appointments', { 'appointments.csv': APPOINTMENTS })];
  const store = await openStore(pathToFileURL(path.join(checkout.folder, 'data', 'state.db')).href, () => NOW);
  const query = querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: { from: '2024-04-01', to: '2024-04-30', grain: 'month', label: 'April 2024', asked: 'last month' } });
  await store.subscriptions.create({
    id: 'abc', organisation: 'Sample Trust', name: 'DNA rate', query: JSON.stringify(query), schedule: { every: 'week', on: 1, at: '08:00', zone: 'Europe/London' },
    to: { kind: 'channel', conversation: '19:c', serviceUrl: 'https://smba.trafficmanager.net/uk/', tenant: 't', team: '19:team' }, person: null, setUpBy: { id: 'anna', name: 'Anna Ward' }, standing: 'active', why: '', since: NOW,
  }, NOW);
  const key = { topic: 'digest:abc', slot: '2024-06-10' };
  await store.ledger.plan(key, NOW, NOW);
  await store.ledger.claim(key, { by: 'one', until: NOW + 60_000 }, NOW);
  await store.ledger.begin(key, { by: 'one', until: NOW + 60_000 }, { reason: '', shown: null }, NOW);
  await store.ledger.giveUp(NOW + 120_000);
  store.close();
});
afterAll(() => checkout.close());

const digest = async (...args: readonly string[]) => {
  const { code, out } = await checkout.run('digest', [...args, ...folders, '--now', '2024-06-12T09:00']);
  return { code, out: out.trim() };
};

test('the list says where each goes, when, and who set it up', async () => {
  expect(await digest('list')).toEqual({ code: 0, out: 'DNA rate (abc): every Monday at 08:00, to a channel, set up by Anna Ward; next 17 June 2024 at 08:00' });
});

test('the preview is what would be posted, its time told anew', async () => {
  const { code, out } = await digest('preview', 'dna rate');
  expect(code).toBe(0);
  expect(out).toMatch(/^> DNA rate\nDNA rate · Trust · May 2024\nDNA rate 8\.0% in May 2024/);
  expect(out).toContain('Posted every Monday at 08:00, set up by Anna Ward.');
});

test('what is in doubt is told, and posted again when somebody says so, once', async () => {
  expect(await digest('history', 'abc')).toEqual({ code: 0, out: '10 June 2024: not known whether it arrived (Tally stopped while it was being sent)' });
  expect(await digest('resend', 'DNA rate', '2024-06-10')).toEqual({ code: 0, out: 'The digest of 2024-06-10 is posted again by the bot, within a minute of its running.' });
  expect((await digest('resend', 'DNA rate', '2024-06-10')).code).toBe(1);
  expect((await digest('history', 'abc')).out).toBe('10 June 2024: to be posted (asked for again)');
});

test('a name that there is none of is answered with those there are', async () => {
  expect(await digest('preview', 'theatres')).toEqual({ code: 1, out: 'There is no digest “theatres”.\n  DNA rate (abc)' });
  expect((await digest('resend', 'DNA rate', 'yesterday')).code).toBe(2);
});
