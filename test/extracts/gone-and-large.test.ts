import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ask, csv, OUTPATIENT_HEADER, OUTPATIENTS, SampleFolders } from './sample-trust';

let folders: SampleFolders;
beforeEach(() => { folders = new SampleFolders(); });
afterEach(() => folders.close());

const COUNT = 'select count(*) as n from outpatient_appointments';
const rows = (count: number): string => csv(OUTPATIENT_HEADER, Array.from({ length: count }, (_, row) => `A${row},01/07/2024,120,R1,ENT1,${row % 10 === 0 ? 3 : 5}`).join('\n'));

test('a folder that is gone, as one whose mount was lost, is named and what was held answers; back again, nothing is read anew', async () => {
  folders.put('outpatients.csv', rows(100));
  const keeper = await folders.open([OUTPATIENTS]);
  const kept = join(folders.root, 'kept');
  renameSync(folders.extracts, kept);
  expect((await keeper.refresh()).kind).toBe('refused');
  expect(keeper.problems()).toEqual([`the extracts folder ${folders.extracts} does not exist. Create it, or correct the path of the extracts.`]);
  expect(await ask(keeper, COUNT)).toEqual([{ n: 100 }]);
  // A mount that comes back empty before it comes back whole.
  mkdirSync(folders.extracts);
  expect((await keeper.refresh()).kind).toBe('refused');
  expect(await ask(keeper, COUNT)).toEqual([{ n: 100 }]);
  rmSync(folders.extracts, { recursive: true });
  renameSync(kept, folders.extracts);
  expect((await keeper.refresh()).kind).toBe('unchanged');
  expect(keeper.problems()).toEqual([]);
});

test('an extract ten times as large is loaded, and questions are answered from the one before until it is', async () => {
  folders.put('outpatients.csv', rows(20_000));
  const keeper = await folders.open([OUTPATIENTS]);
  folders.put('outpatients.csv', rows(200_000));
  let isLoading = true;
  const loading = keeper.refresh().finally(() => { isLoading = false; });
  const answers: unknown[] = [];
  let slowest = 0;
  while (isLoading) {
    const began = performance.now();
    answers.push((await ask(keeper, COUNT))[0]?.['n']);
    slowest = Math.max(slowest, performance.now() - began);
  }
  expect((await loading).kind).toBe('loaded');
  expect(await ask(keeper, COUNT)).toEqual([{ n: 200_000 }]);
  // The one before, and from the swap on the new one.
  const before = answers.filter((count) => count === 20_000);
  expect(before.length).toBeGreaterThan(10);
  expect(answers).toEqual([...before, ...answers.slice(before.length).map(() => 200_000)]);
  expect(slowest).toBeLessThan(2_000);
});
