import { copyFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { grantsOf } from '../../src/access/granted';
import { monthPeriod } from '../../src/calendar/period';
import { createRoad, type Road } from '../../src/ask';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { loadCatalogue } from '../../src/catalogue/load';
import { querySchema } from '../../src/engine/query';
import { openSnapshots, type SnapshotKeeper } from '../../src/extracts/keeper';
import { createLanguage } from '../../src/language/language';

const ROOT = path.join(__dirname, '..', '..');
const ASKER = { id: 'anna', name: 'Anna Ward', tenant: null };

let folder: string;
let catalogue: Catalogue;
let keeper: SnapshotKeeper;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tally-engine-'));
  const extracts = path.join(folder, 'extracts');
  mkdirSync(extracts);
  const extract = path.join(extracts, 'appointments.csv');
  copyFileSync(path.join(ROOT, 'deployment', 'samples', 'outpatient-appointments.csv'), extract);
  utimesSync(extract, Date.now() / 1000 - 3600, Date.now() / 1000 - 3600);
  ({ catalogue } = loadCatalogue({ trustFolder: path.join(ROOT, 'test', 'bench', 'trust') }));
  keeper = await openSnapshots({ catalogue, extractsFolder: extracts, dataFolder: path.join(folder, 'data'), clock: () => Date.now(), log: { debug: () => undefined, info: () => undefined, warn: () => undefined } });
});
afterAll(async () => {
  await keeper.close();
  rmSync(folder, { recursive: true });
});

const roadWithin = (timeLimit: number): Road => createRoad({ catalogue, language: createLanguage(catalogue), snapshots: keeper, grants: grantsOf(catalogue), timeLimit });
const ask = async (road: Road): Promise<string> => (await road.ask({ text: 'DNA rate by specialty May 2024', context: null, asker: ASKER, place: { kind: 'personal', id: 'a:anna' }, at: Date.UTC(2024, 5, 3, 9) })).outcome;

/** The engine's own limit, for every question there is. */
async function memory(limit: string): Promise<void> {
  const lent = await keeper.lend();
  await lent?.snapshot.run(`set memory_limit = '${limit}'`, [], AbortSignal.timeout(5_000));
  lent?.release();
}

test('an engine without memory gives a fault in words, and answers the same question once it has some', async () => {
  const road = roadWithin(10_000);
  await memory('600KB');
  await expect(ask(road)).rejects.toMatchObject({ code: 'ENGINE_FAILED', sentence: 'The numbers could not be worked out just now. Try again in a minute.' });
  await memory('1GB');
  expect(await ask(road)).toBe('answered');
});

test('a question that takes too long is stopped, with what to do about it, and the next one is answered', async () => {
  await expect(ask(roadWithin(1))).rejects.toMatchObject({ code: 'QUERY_TIMEOUT', sentence: 'That took too long and was stopped. Ask for a shorter period or fewer parts.' });
  expect(await ask(roadWithin(10_000))).toBe('answered');
});

test('a pressed button that names a code nobody listed is stopped like any question, and not refused as one that names what is not held', async () => {
  const press = (timeLimit: number) => roadWithin(timeLimit).run(
    { kind: 'query', query: querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: monthPeriod(2024, 5), filters: { clinic: ['ENT-MON-AM'] } }) },
    { asker: ASKER, place: { kind: 'personal', id: 'a:anna' }, at: Date.UTC(2024, 5, 3, 9) });
  await expect(press(0)).rejects.toMatchObject({ code: 'QUERY_TIMEOUT' });
  await expect(press(10_000)).rejects.toMatchObject({ code: 'QUERY_INVALID' });
});
