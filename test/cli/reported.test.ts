import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReportRow } from '../../src/store/reports';
import { openStore } from '../../src/store/open-store';
import { Checkout } from './checkout';

const CONFIG = {
  'organisation.yaml': 'organisation:\n  name: Sample Trust\n  scope: Trust\n  owner: An analyst\n  date: 2024-04-01\n',
  'owners.yaml': 'owners:\n  - owner: Outpatients performance\n    people: [olu.owner]\n',
  'questions.yaml': 'questions:\n  keep: true\n  owners: [An.Analyst]\n  because: To learn\n',
};

let checkout: Checkout;
let config: string;
beforeAll(async () => {
  checkout = new Checkout();
  config = checkout.folderWith('config', CONFIG);
  const store = await openStore(pathToFileURL(path.join(checkout.folder, 'data', 'state.db')).href, () => Date.now());
  const at = Date.now() - 60_000;
  const report: ReportRow = {
    id: 'one', organisation: 'Sample Trust', by: 'an-object-id', byName: 'Anna Ward', metric: 'dna-rate', owner: 'Outpatients performance', query: '{}', snapshot: '3f9c', said: 'DNA rate 8.1% · ENT · October 2026', saidOn: '3f9c', at,
  };
  await store.reports.keep(report);
  await store.reports.tell('one', 'told');
  await store.reports.keep({ ...report, id: 'two', byName: null, metric: 'acpl', owner: 'Theatres performance', said: 'ACPL 1.57 · Trust · October 2026', saidOn: '4a0d', at: at + 1 });
  await store.reports.keep({ ...report, id: 'of-another-trust', organisation: 'Another Trust' });
  await store.reports.keep({ ...report, id: 'long-ago', at: at - 400 * 24 * 60 * 60_000 });
  store.close();
});
afterAll(() => checkout.close());

const reports = async (...who: readonly string[]) => {
  const { code, out, err } = await checkout.run('check', ['--reports', '--config', config, ...who]);
  expect(err).toBe('');
  return { code, lines: out.trim().split('\n').map((line) => line.replace(/^\d{1,2} \p{L}+ \d{4} at \d\d:\d\d/u, 'THEN')) };
};

test('whoever owns a number reads what was reported of it, and of nobody else\'s', async () => {
  expect(await reports('--as', 'Olu.Owner')).toEqual({ code: 0, lines: ['THEN: DNA rate 8.1% · ENT · October 2026 (data version 3f9c), by Anna Ward. Outpatients performance: told in Teams.'] });
});

test('whoever looks after the questions reads them all, the latest first', async () => {
  expect(await reports('--as', 'an.analyst')).toEqual({ code: 0, lines: [
    'THEN: ACPL 1.57 · Trust · October 2026 (on data version 4a0d; seen on 3f9c), by an-object-id. Theatres performance: not told in Teams.',
    'THEN: DNA rate 8.1% · ENT · October 2026 (data version 3f9c), by Anna Ward. Outpatients performance: told in Teams.',
  ] });
});

test('nobody else reads any', async () => {
  expect(await reports()).toEqual({ code: 1, lines: ['"terminal" may not read what was reported. Say who you are with --as: only the people that the configuration names under "owners", and the owners under "questions", may.'] });
});
