import { createHash } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { querySchema } from '../../src/engine/query';
import { openStore } from '../../src/store/open-store';
import { Checkout } from './checkout';

const CONFIG = {
  'grants.yaml': "grants:\n  - { conversations: ['19:c'], because: The clinical productivity channel, owner: An analyst }\n",
  'organisation.yaml': 'organisation:\n  name: Sample Trust\n  scope: Trust\n  owner: An analyst\n  date: 2024-04-01\n',
  'digests.yaml': "digests:\n  - { id: missed, name: Missed appointments, metrics: [dna-rate], when: { every: Monday, at: '08:00' }, where: { channel: '19:d', team: '19:team', shared: false }, owner: { id: tom, name: Tom Ashdown } }\n",
  'extracts.yaml': 'extracts:\n  - id: appointments\n    table: outpatient_appointments\n    files: appointments.csv\n    select: select * from file\n',
};
const APPOINTMENTS = 'appointment_date,attended_or_did_not_attend_code,treatment_function_code,weight,counted_by\n2024-05-01,5,120,920,month\n2024-05-01,3,120,80,month\n';
/** A declared digest goes by an id of its organisation's and its own. */
const DECLARED = `declared-${createHash('sha256').update(JSON.stringify(['Sample Trust', 'missed'])).digest('hex').slice(0, 24)}`;
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
  await store.installations.install({ place: 'team:19:team', conversation: '19:team', kind: 'channel', tenant: 't', serviceUrl: 'https://smba.trafficmanager.net/uk/' }, NOW);
  await store.seen.remember('19:d', { isShared: false, name: 'Outpatients' });
  // Posted by the bot until it was shut out.
  await store.subscriptions.create({
    id: DECLARED, organisation: 'Sample Trust', name: 'Missed appointments', query: JSON.stringify(query), schedule: { every: 'week', on: 1, at: '08:00', zone: 'Europe/London' },
    to: { kind: 'channel', conversation: '19:d', serviceUrl: 'https://smba.trafficmanager.net/uk/', tenant: 't', team: '19:team' }, person: null, setUpBy: { id: 'tom', name: 'Tom Ashdown' },
    standing: 'suspended', why: 'Tally cannot post there any more', since: NOW,
  }, NOW);
  await store.ledger.plan({ topic: `digest:${DECLARED}`, slot: '2024-06-10' }, NOW, NOW);
  await store.ledger.skip({ topic: `digest:${DECLARED}`, slot: '2024-06-10' }, 'Tally was not running', NOW);
  store.close();
});
afterAll(() => checkout.close());

const digest = async (...args: readonly string[]) => {
  const { code, out } = await checkout.run('digest', [...args, ...folders, '--now', '2024-06-12T09:00']);
  return { code, out: out.trim() };
};

test('the list says where each goes, when, who set it up, and how it stands', async () => {
  expect(await digest('list')).toEqual({ code: 0, out: 'DNA rate (abc): every Monday at 08:00, to a channel (19:c, team 19:team), set up by Anna Ward; next 17 June 2024 at 08:00\n'
    + `Missed appointments (${DECLARED}): every Monday at 08:00, to the channel “Outpatients” (19:d, team 19:team), set up by Tom Ashdown; suspended: Tally cannot post there any more` });
});

test('one that is suspended is not promised again', async () => {
  expect(await digest('resend', 'Missed appointments', '2024-06-10')).toEqual({ code: 1, out: 'The digest of 2024-06-10 cannot be posted again: “Missed appointments” is suspended: Tally cannot post there any more.' });
});

test('the preview is what would be posted, its time told anew', async () => {
  const { code, out } = await digest('preview', 'dna rate');
  expect(code).toBe(0);
  expect(out).toMatch(/^> DNA rate\nDNA rate · Trust · May 2024\nDNA rate 8\.0% in May 2024/);
  expect(out).toContain('Posted every Monday at 08:00, set up by Anna Ward.');
  expect(out).toMatch(/\nDNA rate \(abc\): every Monday at 08:00, to a channel \(19:c, team 19:team\), .+$/);
});

test('what is in doubt is told, and posted again when somebody says so, once', async () => {
  expect(await digest('history', 'abc')).toEqual({ code: 0, out: '10 June 2024: not known whether it arrived (Tally stopped while it was being sent)' });
  expect(await digest('resend', 'DNA rate', '2024-06-10')).toEqual({ code: 0, out: 'The digest of 2024-06-10 is posted again by the bot, within a minute of its running.' });
  expect((await digest('resend', 'DNA rate', '2024-06-10')).code).toBe(1);
  expect((await digest('history', 'abc')).out).toBe('10 June 2024: to be posted (asked for again)');
});

test('a name that there is none of is answered with those there are', async () => {
  expect(await digest('preview', 'theatres')).toEqual({ code: 1, out: 'There is no digest “theatres”.\n  DNA rate (abc)\n  Missed appointments (' + DECLARED + ')' });
  expect((await digest('resend', 'DNA rate', 'yesterday')).code).toBe(2);
});
