import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median, quantile, timed } from './measure.mjs';
import { openProduct, ROOT, specialties, TRUST } from './product.mjs';
import { makeRows, NOW } from './rows.mjs';

// `npm run bench -- --providers 10 --rows 1000000`: so many trusts on one PostgreSQL, each loaded by the product's own way, one
// after another; what a load takes, what stands on the server, and what an answer takes beside one from the embedded engine.

const QUESTIONS = 50;
/** Questions before any counts. */
const WARM = 10;
const AT_ONCE = 10;
const { values } = parseArgs({ options: { providers: { type: 'string', default: '10' }, rows: { type: 'string', default: '1000000' }, load: { type: 'string' } } });
const shown = (number) => number.toLocaleString('en-GB', { maximumFractionDigits: number < 10 ? 1 : 0 });

/** One load in a process of its own, from the file to the first moment that it serves. */
async function load(where) {
  const { ms } = await timed(async () => (await openProduct(where)).close());
  console.log(JSON.stringify({ seconds: ms / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }));
  process.exit(0);
}

function loadInChild(where) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--load', JSON.stringify(where)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** A PostgreSQL as the tests start it, which ends with this process. */
async function startServer() {
  // Beside the rows: it lends its folder to somebody who may not see them.
  const folder = mkdtempSync(join(tmpdir(), 'tally-own-postgres-'));
  spawn(process.execPath, [join(ROOT, 'test', 'store', 'server', 'run.mjs'), folder, String(process.pid)], { detached: true, stdio: 'ignore' }).unref();
  while (!existsSync(join(folder, 'url'))) {
    if (existsSync(join(folder, 'failed'))) throw new Error(readFileSync(join(folder, 'failed'), 'utf8'));
    await pause(50);
  }
  return { url: readFileSync(join(folder, 'url'), 'utf8'), stop: () => process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGTERM') };
}

/** Milliseconds of the same questions, each asked of everybody in turn; every specialty and month is another, so that no answer is kept. */
async function asked(products, first) {
  const times = Object.fromEntries(Object.keys(products).map((name) => [name, []]));
  const known = specialties();
  for (let number = first; number < first + QUESTIONS; number += 1) {
    const words = `DNA rate for ${known[number % known.length].name} ${['January', 'March', 'May', 'July', 'September'][Math.floor(number / known.length) % 5]} 2026`;
    const answers = [];
    const inTurn = Object.entries(products);
    for (const [name, product] of [...inTurn.slice(number % inTurn.length), ...inTurn.slice(0, number % inTurn.length)]) {
      const { ms, value } = await timed(async () => { const answer = await product.ask(words); product.card(answer); return answer; });
      if (number >= first + WARM) times[name].push(ms);
      answers.push(JSON.stringify(value.metrics.map((one) => [one.value, one.trend])));
    }
    if (new Set(answers).size !== 1) throw new Error(`not the same answer everywhere: ${words}`);
  }
  return times;
}

async function simulate() {
  const [providers, rows] = [Number(values.providers), Number(values.rows)];
  const folder = mkdtempSync(join(tmpdir(), 'tally-providers-'));
  const server = await startServer();
  try {
    await makeRows(folder, rows, specialties().map(({ code }) => code));
    const of = (provider) => {
      const config = join(folder, `trust-${provider}`);
      if (!existsSync(config)) {
        cpSync(TRUST, config, { recursive: true });
        appendFileSync(join(config, 'organisation.yaml'), `  provider: P${String(provider).padStart(2, '0')}\n`);
      }
      return { extracts: join(folder, 'extracts'), data: join(folder, `data-${provider}`), now: NOW, config, engineUrl: server.url };
    };
    const alone = { ...of(1), data: join(folder, 'data-embedded'), engineUrl: null };
    const embedded = loadInChild(alone);
    console.log(`${shown(rows)} appointments a provider\nEmbedded engine: CSV to serving ${shown(embedded.seconds)} s, ${shown(embedded.megabytes)} MB at most`);
    const loads = [];
    let before = null;
    for (let provider = 1; provider <= providers; provider += 1) {
      loads.push(loadInChild(of(provider)));
      console.log(`Provider ${provider}: CSV to serving ${shown(loads.at(-1).seconds)} s, ${shown(loads.at(-1).megabytes)} MB at most`);
      if (provider > 1) continue;
      const one = await openProduct(of(1));
      before = await asked({ one }, 0);
      await one.close();
    }
    const [product, ...others] = await Promise.all([openProduct(alone), ...Array.from({ length: providers }, (_, at) => openProduct(of(at + 1)))]);
    const times = await asked({ embedded: product, first: others[0], last: others.at(-1) }, QUESTIONS);
    const ratios = times.first.map((ms, at) => ms / times.embedded[at]);
    console.log(`Question to card, cold: embedded ${shown(median(times.embedded))} ms; PostgreSQL with one provider ${shown(median(before.one))} ms, with ${providers} the first of them ${shown(median(times.first))} ms and the last ${shown(median(times.last))} ms; the first takes ${median(ratios).toFixed(2)} of the embedded (middle half ${quantile(ratios, 0.25).toFixed(2)} to ${quantile(ratios, 0.75).toFixed(2)})`);
    const known = specialties();
    // What is hidden of a snapshot is worked out once, in the product before anybody asks.
    const hidden = [];
    for (const one of others) hidden.push((await timed(() => one.ask(`DNA rate for ${known[0].name} February 2026`))).ms);
    console.log(`What is hidden of a year, worked out once: ${shown(median(hidden.slice(1, -1)) / 1000)} s a provider`);
    const together = await Promise.all(others.flatMap((one, provider) => Array.from({ length: AT_ONCE }, (_, at) => timed(async () => one.card(await one.ask(`DNA rate for ${known[(1 + provider * AT_ONCE + at) % known.length].name} December 2025`))))));
    console.log(`${together.length} at once, ${AT_ONCE} of each provider, in one process: half within ${shown(median(together.map(({ ms }) => ms)))} ms, 99% within ${shown(quantile(together.map(({ ms }) => ms), 0.99))} ms`);
    await Promise.all([product, ...others].map((one) => one.close()));
    const { Client } = createRequire(join(ROOT, 'package.json'))('pg');
    const client = new Client(server.url);
    await client.connect();
    const { rows: [{ bytes, tables, sums, cells }] } = await client.query(`select sum(pg_total_relation_size(c.oid)) as bytes, count(*) as tables, sum(pg_total_relation_size(c.oid)) filter (where relname ~ '^(rolled|people)_') as sums, sum(greatest(reltuples, 0)) filter (where relname ~ '^(rolled|people)_') as cells from pg_class c join pg_namespace n on n.oid = relnamespace where nspname like 'tally\\_%' and relkind = 'r'`);
    await client.end();
    console.log(`On the server: ${shown(bytes / 1e9)} GB in ${tables} tables, of which sums ${shown(sums / 1e6)} MB in ${shown(Number(cells))} cells; ${shown(bytes / providers / rows)} bytes an appointment`);
    console.log(`Loads: ${shown(median(loads.map(({ seconds }) => seconds)))} s in the middle, ${shown(Math.max(...loads.map(({ seconds }) => seconds)))} s at most, ${shown(loads.reduce((sum, { seconds }) => sum + seconds, 0))} s one after another`);
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await (values.load === undefined ? simulate() : load(JSON.parse(values.load)));
