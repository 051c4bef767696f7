import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { timed } from './measure.mjs';
import { fromCsv } from './peers.mjs';
import { openProduct } from './product.mjs';

const WAYS = {
  'DuckDB, CSV to table': async ({ csv }) => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`create table appointments as from ${fromCsv(csv)}`);
  },
  'Tally, CSV to serving': async ({ extracts, data, now }) => {
    await (await openProduct({ extracts, data, now })).close();
  },
  'Tally, serving again after a restart': async ({ extracts, data, now }) => {
    await (await openProduct({ extracts, data, now })).close();
  },
};

/** Seconds and most memory of each way to load, in a process of its own. */
export async function loadInChild(where) {
  return Object.fromEntries(Object.keys(WAYS).map((way) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), way, JSON.stringify(where)], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return [way, JSON.parse(stdout)];
  }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [way, where] = process.argv.slice(2);
  const { ms } = await timed(() => WAYS[way](JSON.parse(where)));
  console.log(JSON.stringify({ seconds: ms / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }));
  // An engine that is still open would keep the process.
  process.exit(0);
}
