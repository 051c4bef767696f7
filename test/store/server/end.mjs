import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const WITHIN = 20_000;

/** After the last test: the server is stopped, where there is one, and deletes its folder as its last act. */
export default async function end() {
  const folder = process.env.TALLY_TEST_POSTGRES;
  if (!existsSync(join(folder, 'asked'))) {
    rmSync(folder, { recursive: true });
    return;
  }
  const until = Date.now() + WITHIN;
  const wait = async (met) => {
    while (!met()) {
      if (Date.now() > until) throw new Error(`the PostgreSQL server in ${folder} could not be stopped`);
      await pause(20);
    }
  };
  await wait(() => existsSync(join(folder, 'pid')));
  process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGTERM');
  await wait(() => !existsSync(folder));
}
