import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { postDigests } from './digests.mjs';
import { loadInChild } from './load.mjs';
import { answersWhileLoading } from './loading.mjs';
import { median, quantile, timed } from './measure.mjs';
import { duckdbOnParquet, duckdbOnRollUp, duckdbOnTable, malloy, typedArrays } from './peers.mjs';
import { openProduct, specialties } from './product.mjs';
import { makeRows, NOW } from './rows.mjs';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '10000000' }, rounds: { type: 'string', default: '31' }, json: { type: 'string' }, keep: { type: 'boolean', default: false } } });
const rows = Number(values.rows);
const rounds = Number(values.rounds);
const folder = join(tmpdir(), `tally-bench-${rows}`);
mkdirSync(folder, { recursive: true });

/** As of 1 November 2026: the last month, the one a year before it, and the 25 months that a card's value, comparisons and trend need. */
const CARD = ['2024-10-01', '2026-11-01'];
const TREND = ['2024-11-01', '2026-11-01'];
const YEAR = ['2026-04-01', '2026-11-01'];

const known = specialties();
const files = await makeRows(folder, rows, known.map(({ code }) => code));
const data = join(folder, 'data');
rmSync(data, { recursive: true, force: true });
rmSync(join(folder, 'state.db'), { force: true });
const loads = await loadInChild({ ...files, data, extracts: join(folder, 'extracts'), now: NOW });

const product = await openProduct({ extracts: join(folder, 'extracts'), data, now: NOW });
const peers = {
  'DuckDB SQL by hand, table': await duckdbOnTable(files), 'DuckDB SQL by hand, Parquet': await duckdbOnParquet(files),
  'DuckDB SQL by hand, monthly roll-up': await duckdbOnRollUp(files), Malloy: await malloy(files), 'typed arrays': await typedArrays(files),
};

const OURS = 'Tally';
const inOrder = (pairs) => pairs.sort(([a], [b]) => (a < b ? -1 : 1));
const rates = (counts) => counts.map(([key, above, below]) => [key, above / below]);
/** The three questions: what Tally is asked in words, and what everybody's numbers for it are. */
const QUESTIONS = {
  card: {
    asked: ({ name }) => `DNA rate for ${name} last month`,
    ours: (answer) => [['2026-10-01', answer.metrics[0].value]],
    theirs: (peer, { code }) => peer.months(code, ...CARD), part: (counts) => rates(counts.slice(-1)),
  },
  trend: {
    asked: ({ name }) => `DNA rate for ${name} trend last 24 months`,
    ours: (answer) => inOrder(answer.metrics[0].trend.map(({ period, value }) => [`${period}-01`.slice(0, 10), value])),
    theirs: (peer, { code }) => peer.months(code, ...TREND), part: rates,
  },
  split: {
    asked: ({ name }) => `DNA rate by specialty this financial year excluding ${name}`,
    ours: (answer) => inOrder(answer.metrics[0].rows.map(({ key, value }) => [key, value])), theirs: (peer) => peer.split(...YEAR),
    part: (counts, { code }) => rates(counts.filter(([key]) => key !== code)),
  },
};

const times = {};
const steps = {};
for (const [name, { asked, ours, theirs, part }] of Object.entries(QUESTIONS)) {
  steps[name] = [];
  times[name] = Object.fromEntries([OURS, ...Object.keys(peers)].map((variant) => [variant, []]));
  for (let round = 0; round < rounds + 3; round += 1) {
    // A specialty of its own each round: nothing is answered from what was answered before.
    const specialty = known[round % known.length];
    const own = await timed(async () => {
      const { ms: answered, value: answer } = await timed(() => product.ask(asked(specialty, round)));
      return { answered, answer, card: product.card(answer) };
    });
    if (own.value.answer.outcome !== 'answered') throw new Error(`${asked(specialty, round)}: ${own.value.answer.headline}`);
    const expected = JSON.stringify(ours(own.value.answer));
    const measured = [[OURS, own.ms]];
    for (const [variant, peer] of Object.entries(peers)) {
      const one = await timed(() => theirs(peer, specialty));
      if (JSON.stringify(part(one.value, specialty)) !== expected) throw new Error(`${variant} differs on ${asked(specialty, round)}: ${JSON.stringify(part(one.value, specialty))} and not ${expected}`);
      measured.push([variant, one.ms]);
    }
    if (round >= 3) {
      steps[name].push({ ...product.steps, card: own.ms - own.value.answered });
      measured.forEach(([variant, ms]) => times[name][variant].push(ms));
    }
  }
}

const summary = Object.fromEntries(Object.entries(times).map(([name, variants]) => [name, Object.fromEntries(Object.entries(variants).map(([variant, all]) => {
  const ratios = all.map((ms, round) => variants[OURS][round] / ms);
  return [variant, { ms: median(all), p95: quantile(all, 0.95), tallyIsTimes: median(ratios), from: quantile(ratios, 0.25), to: quantile(ratios, 0.75) }];
}))]));

/** Milliseconds of each step of ours, and what the engine's own takes of the limit. */
const ofSteps = Object.fromEntries(Object.entries(steps).map(([name, all]) => [name, {
  ...Object.fromEntries(Object.keys(all[0]).map((step) => [step, median(all.map((one) => one[step]))])),
  engineIsTimesTypedArrays: median(all.map(({ engine }, round) => engine / times[name]['typed arrays'][round])),
}]));

const shown = (number) => number.toFixed(number < 10 ? 2 : 0);
console.log(`${rows.toLocaleString('en-GB')} appointments, ${rounds} rounds, every variant in turn in each; all gave the same numbers.`);
for (const [name, variants] of Object.entries(summary)) {
  console.log(`\n${name === 'card' ? 'Question in words to finished card, cold' : name === 'trend' ? '24 months of one specialty (ours from words to card)' : 'By specialty, this year (ours from words to card)'}`);
  for (const [variant, { ms, p95, tallyIsTimes, from, to }] of Object.entries(variants)) {
    console.log(`  ${variant.padEnd(36)} ${shown(ms).padStart(7)} ms  (95% within ${shown(p95)})${variant === OURS ? '' : `   Tally takes ${shown(tallyIsTimes)} of it (middle half ${shown(from)} to ${shown(to)})`}`);
  }
  const { engineIsTimesTypedArrays, ...each } = ofSteps[name];
  console.log(`  ours: ${Object.entries(each).map(([step, ms]) => `${step} ${shown(ms)} ms`).join(', ')}; the engine alone takes ${shown(engineIsTimesTypedArrays)} of typed arrays`);
}
console.log(`\nLoading the CSV, each in a process of its own`);
for (const [variant, { seconds, megabytes }] of Object.entries(loads)) console.log(`  ${variant.padEnd(36)} ${shown(seconds).padStart(7)} s   ${Math.round(megabytes)} MB at most`);

const digests = await postDigests(product, folder);
console.log(`\n${digests.due} digests due at once: ${digests.posted} posted, ${digests.arrived} arrived, ${digests.refused} answered with 429; the last ${digests.minutes.toFixed(1)} minutes after the first, ${digests.cpuSeconds.toFixed(1)} s of processor time`);

await product.close();
await Promise.all(Object.values(peers).map((peer) => peer.close()));

const loading = await answersWhileLoading({ extracts: join(folder, 'extracts'), data, csv: files.csv, specialties: known });
console.log(`\nWhile a newer file was loaded beside them, ${shown(loading.seconds)} s: ${loading.questions} questions to card, half within ${shown(loading.during)} ms and 95% within ${shown(loading.duringP95)}; ${shown(loading.times)} times what they took before (${shown(loading.before)} ms)`);

if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ rows, rounds, node: process.version, summary, steps: ofSteps, loads, digests, loading }, null, 2)}\n`);
if (!values.keep) rmSync(folder, { recursive: true, force: true });
