import { appendFileSync, rmSync, statfsSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

// Loads extracts where what is kept lies on a small disk that fills up: with each of these bytes left a larger extract
// arrives, and then there is room again. For each it says what came of it and how many rows are served.

const [dist, config, extracts, data, rooms] = process.argv.slice(2);
const load = createRequire(path.join(dist, 'worker.js'));
const { loadCatalogue } = load('./catalogue/load');
const { openSnapshots } = load('./extracts/keeper');

const HEADER = 'appointment_id,appointment_date,treatment_function_code,site_code,attended_or_did_not_attend_code';
/** With line ends of two kinds, so that it is written once more with one; an hour old and more, since one that was written just now is not read yet. */
const put = (rows) => {
  const file = path.join(extracts, 'appointments.csv');
  writeFileSync(file, `${HEADER}\r\n${Array.from({ length: rows }, (_, row) => `A${row},2024-05-01,120,N1,${row % 2 === 0 ? 5 : 3}`).join('\n')}\n`);
  const then = Date.now() / 1000 - 3600 - rows;
  utimesSync(file, then, then);
};
const ballast = path.join(data, 'ballast');
const leave = (bytes) => {
  rmSync(ballast, { force: true });
  writeFileSync(ballast, '');
  const { bavail, bsize } = statfsSync(data);
  appendFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
};

put(1_000);
const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
const keeper = await openSnapshots({ catalogue: loadCatalogue({ trustFolder: config }).catalogue, extractsFolder: extracts, dataFolder: path.join(data, 'held'), clock: () => Date.now(), log });
const served = async () => {
  const lent = await keeper.lend();
  if (lent === null) throw new Error(keeper.problems().join());
  const { snapshot, release } = lent;
  const [{ n }] = await snapshot.run('select count(*) as n from outpatient_appointments', [], AbortSignal.timeout(10_000));
  release();
  return n;
};
const tried = async (left) => {
  const came = await keeper.refresh().then(({ kind }) => kind, ({ code }) => code);
  console.log(JSON.stringify({ left, came, served: await served(), problems: keeper.problems() }));
};

await tried('all');
put(20_000);
for (const left of rooms.split(',').map(Number)) {
  leave(left);
  await tried(left);
}
rmSync(ballast);
await tried('all');
await keeper.close();
