import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { z } from 'zod';
import type { Answer } from '../answers/answer';
import { createCards } from '../cards/create-cards';
import { londonDay } from '../calendar/day';
import { londonInstant } from '../calendar/instant';
import { querySchema, type Query } from '../engine/query';
import { TallyError } from '../errors';
import type { Question } from '../language/question';
import { createLog } from '../monitoring/log';
import { openStore } from '../store/open-store';
import { openTally, type Tally } from '../tally';
import { loggedFault } from '../teams/fault-log';
import { answerAsCsv } from './answer-csv';
import { answerAsJson } from './answer-json';
import { answerAsText } from './answer-text';
import { explanationAsText } from './explanation-text';
import { readSettings } from './settings';

const ROOT = path.join(__dirname, '..', '..');

const USAGE = `Usage: npm run ask -- [options] ["question"]

  --json         one JSON object a line
  --card         adds the Adaptive Card (with --json)
  --csv          the numbers behind the answer, one row each, for a spreadsheet
  --explain      prints which words became what, which were left, and what was decided; nothing is answered
  --config DIR   the trust's configuration; without it CONFIG_DIR, or deployment/trust
  --data DIR     the folder its extracts are in; without it EXTRACTS_DIR; the demonstration trust makes its own
  --now ISO      the moment to answer at, for example 2024-06-12T09:00
  --as USER      answers with that user's access

With no question, questions are read from standard input, one a line.`;

class UsageError extends Error {}

interface Options {
  readonly question: string | null;
  readonly json: boolean;
  readonly card: boolean;
  readonly csv: boolean;
  readonly explain: boolean;
  readonly config: string | undefined;
  readonly data: string | undefined;
  readonly now: number | null;
  readonly as: string;
}

function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parse(argv);
  if (positionals.length > 1) {
    throw new UsageError('Put the question in quotes, as one argument.');
  }
  if (values.csv === true && (values.json === true || values.explain === true)) {
    throw new UsageError('--csv prints nothing else: leave --json and --explain out.');
  }
  return {
    question: positionals[0] ?? null,
    json: values.json ?? false,
    card: values.card ?? false,
    csv: values.csv ?? false,
    explain: values.explain ?? false,
    config: values.config,
    data: values.data,
    now: values.now === undefined ? null : instant(values.now),
    as: values.as ?? 'terminal',
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' }, card: { type: 'boolean' }, csv: { type: 'boolean' }, explain: { type: 'boolean' }, config: { type: 'string' }, data: { type: 'string' },
        now: { type: 'string' }, as: { type: 'string' }, help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The options could not be read.', { cause: error });
  }
}

/** The clock of --now: an ISO date-time, in Europe/London where it names no zone. */
function instant(text: string): number {
  const at = londonInstant(text);
  if (at === null) {
    throw new UsageError(`--now is not a date and time: ${text}. Write it as 2024-06-12T09:00.`);
  }
  return at;
}

const lineSchema = z.strictObject({ question: z.string(), context: querySchema.nullish() });

/** A line of standard input: a question, or a JSON object with a question and the query it follows. */
function readLine(given: string): { question: string; context: Query | null } {
  // A file saved on Windows may begin with a byte-order mark.
  const line = given.replace(/^\uFEFF/, '');
  if (!line.trimStart().startsWith('{')) {
    return { question: line, context: null };
  }
  try {
    const parsed = lineSchema.parse(JSON.parse(line));
    return { question: parsed.question, context: parsed.context ?? null };
  } catch (error) {
    throw new UsageError(`Not a line of {"question", "context"?}: ${line.slice(0, 80)}`, { cause: error });
  }
}

interface Asked {
  readonly question: string;
  readonly context: Query | null;
}

function questionOf({ as }: Options, clock: () => number, asked: Asked): Question {
  return { text: asked.question, asker: { id: as, name: null, tenant: null }, place: { kind: 'terminal', id: 'terminal' }, at: clock(), context: asked.context };
}

async function answerOne(tally: Tally, options: Options, clock: () => number, asked: Asked): Promise<Answer> {
  return tally.road.ask(questionOf(options, clock, asked));
}

/** How a question was understood, against what is held now. */
async function explained(tally: Tally, options: Options, clock: () => number, asked: Asked): Promise<string> {
  const lent = await tally.snapshots.lend();
  const held = { coverage: lent?.snapshot.coverage ?? {}, today: londonDay(clock()) };
  lent?.release();
  const explanation = tally.language.explain(questionOf(options, clock, asked), held);
  return options.json ? `${JSON.stringify({ question: asked.question, ...explanation })}\n` : explanationAsText(asked.question, explanation);
}

/** One line that is no question is named on standard error; the questions after it are still answered. */
function passOver(error: unknown): void {
  if (!(error instanceof UsageError)) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function run(argv: readonly string[]): Promise<void> {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const options = readOptions(argv);
  const { now } = options;
  const clock = now === null ? () => Date.now() : () => now;
  const { logLevel, stateUrl, ...folders } = readSettings(options, ROOT, process.env);
  const log = createLog({ level: logLevel ?? 'warn', fault: loggedFault, to: pino.destination(2) });
  const store = await openStore(stateUrl, clock);
  const tally = await openTally({ ...folders, clock, log, audit: { kept: store.audit, clock: () => Date.now() }, frozen: store.frozen, learning: { kept: store, clock: () => Date.now() } });
  const cards = options.card ? createCards({ templatesFolder: path.join(ROOT, 'cards'), chartAddress: null }) : null;
  const print = async (line: string): Promise<void> => {
    const asked = readLine(line);
    if (options.explain) {
      process.stdout.write(await explained(tally, options, clock, asked));
      return;
    }
    const answer = await answerOne(tally, options, clock, asked);
    if (options.csv) {
      process.stdout.write(answerAsCsv(answer));
      return;
    }
    const card = cards === null ? {} : { card: cards.render(answer) };
    process.stdout.write(options.json
      ? `${JSON.stringify({ ...answerAsJson(asked.question, answer), ...card })}\n`
      : `${answerAsText(asked.question, answer)}\n\n`);
  };
  try {
    if (options.question !== null) {
      await print(options.question);
      return;
    }
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() !== '') {
        await print(line).catch(passOver);
      }
    }
  } finally {
    await tally.close();
    store.close();
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const usage = error instanceof UsageError;
  const sentence = error instanceof TallyError ? `${error.sentence}\n${error.message}` : error instanceof Error ? error.message : String(error);
  process.stderr.write(usage ? `${sentence}\n\n${USAGE}\n` : `${sentence}\n`);
  process.exitCode = usage ? 2 : 1;
});
