import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { londonDay } from '../calendar/day';
import { londonInstant } from '../calendar/instant';
import { TallyError } from '../errors';
import { createLog } from '../monitoring/log';
import { openTally } from '../tally';
import { loggedFault } from '../teams/fault-log';
import { decoded } from './csv-rows';
import { readQuestionFile } from './question-file';
import { reachLines, reachOf } from './reach-report';
import { readSettings } from './settings';

const ROOT = path.join(__dirname, '..', '..');
const USAGE = `Usage: npm run reach -- FILE [FILE …] [--now ISO] [--config DIR] [--data DIR]

  FILE           questions with what each should come to, one JSON object a line: {"q", "after"?, "outcome", "ok"?, "query"?, "alt"?}
  --now ISO      the moment they are asked at, for example 2024-07-11T09:00
  --config DIR   the trust's configuration; without it CONFIG_DIR, or deployment/trust
  --data DIR     the folder its extracts are in; without it EXTRACTS_DIR; the demonstration trust makes its own

Prints how many are answered wrongly, outright, and with one question back, and every one that is missed. Exit 1 where
one is answered wrongly.`;

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { now: { type: 'string' }, config: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true || positionals.length === 0) {
    process.stdout.write(`${USAGE}\n`);
    return values.help === true ? 0 : 2;
  }
  const at = values.now === undefined ? Date.now() : londonInstant(values.now);
  if (at === null) {
    throw new RangeError(`--now is not a date and time: ${values.now ?? ''}. Write it as 2024-07-11T09:00.`);
  }
  const questions = (await Promise.all(positionals.map(async (file) => readQuestionFile(decoded(await readFile(file)), path.basename(file))))).flat();
  const { logLevel, ...settings } = readSettings({ config: values.config, data: values.data }, ROOT, process.env);
  const tally = await openTally({ ...settings, clock: () => at, log: createLog({ level: logLevel ?? 'silent', fault: loggedFault, to: pino.destination(2) }) });
  try {
    const lent = await tally.snapshots.lend();
    const held = { coverage: lent?.snapshot.coverage ?? {}, today: londonDay(at) };
    lent?.release();
    const asked = { asker: { id: 'terminal', name: null, tenant: null }, place: { kind: 'terminal', id: 'terminal' }, at } as const;
    const reach = reachOf(questions, (text, before) => tally.language.read({ ...asked, text, ...before }, held), () => performance.now());
    reachLines(reach).forEach((line) => process.stdout.write(`${line}\n`));
    return reach.scored.some(({ verdict }) => verdict === 'wrong') ? 1 : 0;
  } finally {
    await tally.close();
  }
}

run().then((code) => {
  process.exitCode = code;
}, (error: unknown) => {
  const sentence = error instanceof TallyError ? error.sentence : error instanceof Error ? error.message : String(error);
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
});
