import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { grantsOf } from '../access/granted';
import { londonDay } from '../calendar/day';
import { londonInstant } from '../calendar/instant';
import { faultLine } from '../catalogue/fault';
import { readCatalogue } from '../catalogue/load';
import type { Catalogue } from '../catalogue/catalogue';
import { TallyError } from '../errors';
import type { Coverage } from '../engine/snapshot';
import { faultSentence } from '../extracts/fault';
import { findFiles } from '../extracts/found-file';
import { inspectExtracts } from '../extracts/inspect-extracts';
import type { SnapshotOptions } from '../extracts/snapshot-keeper';
import { byRhythm, extractsFolderFor, heldFolderFor, onTheDayFolderFor, openTally } from '../tally';
import { openStore, type Store } from '../store/open-store';
import { decoded } from './csv-rows';
import { readQuestions, refusalFor } from './questions';
import { ownersReadBy, readReports } from './reported';
import { reconcile, summaryOf } from './reconcile';
import { readSettings, type Settings } from './settings';

const ROOT = path.join(__dirname, '..', '..');
const USAGE = `Usage: npm run check -- [--config DIR] [--data DIR] [--reconcile FILE [--now ISO]] [--questions | --reports [--as USER]]

  --config DIR       the trust's configuration; without it CONFIG_DIR, or deployment/trust
  --data DIR         the folder its extracts are in; without it EXTRACTS_DIR
  --reconcile FILE   holds a CSV of the trust's own published figures against ours: columns metric, period (or from and to),
                     value, any dimensions, and numerator, denominator, filters where they are known
  --now ISO          the moment to reconcile at, for example 2024-06-12T09:00
  --questions        prints what people asked and did not get, and what vocabulary to add; for the owners that the
                     configuration names under "questions" alone
  --reports          prints the numbers that people reported as wrong: all of them for the owners under "questions", and
                     their own numbers' for the people under "owners"
  --as USER          who reads them; without it "terminal"`;

/** Milliseconds that one figure of a reconciliation may take. */
const TIME_LIMIT = 10_000;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const counted = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`;

async function checkExtracts(catalogue: Catalogue, { configFolder, extractsFolder: given, dataFolder }: Settings, clock: () => number): Promise<number> {
  const log = pino({ level: 'silent' });
  const extractsFolder = given ?? await extractsFolderFor({ catalogue, configFolder, dataFolder, clock, log });
  const heldFolder = heldFolderFor(dataFolder, configFolder, extractsFolder);
  const { nightly, onTheDay } = byRhythm(catalogue);
  const count = await inspected(nightly, { extractsFolder, dataFolder: heldFolder, clock, log });
  // A day's extract is not there at every hour: where there is none, nothing is to be said of it.
  const { files } = await findFiles(onTheDay.sources, extractsFolder);
  return files.length === 0 ? count : count + await inspected(onTheDay, { extractsFolder, dataFolder: onTheDayFolderFor(heldFolder), clock, log });
}

/** Says what there is to say of the files of one rhythm, and gives back how many faults that is. */
async function inspected(catalogue: Catalogue, folders: Omit<SnapshotOptions, 'catalogue'>): Promise<number> {
  const found = await inspectExtracts({ catalogue, ...folders });
  found.faults.forEach((fault) => say(faultSentence(fault)));
  found.unsettled.forEach((file) => say(`${file}: is still being written. Run the check again when it is whole.`));
  found.warnings.forEach((warning) => say(`Warning: ${warning}`));
  strangers(catalogue, found.coverage ?? {}).forEach(say);
  Object.values(found.coverage ?? {}).forEach((table) => say(`${table.extract}: ${table.rows.toLocaleString('en-GB')} rows, ${table.from} to ${table.to}.`));
  return found.faults.length + found.unsettled.length;
}

/** Figures of metrics that there are none of, which nobody could ask for: a line an extract. The ids are values of its rows, and not repeated. */
function strangers(catalogue: Catalogue, coverage: Readonly<Record<string, Coverage>>): readonly string[] {
  return Object.values(coverage).flatMap(({ extract, byMetric }) => {
    const strange = Object.keys(byMetric).filter((id) => !catalogue.metrics.has(id)).length;
    return strange === 0 ? [] : [`Warning: ${extract}: ${counted(strange, 'id')} in its column "metric" ${strange === 1 ? 'is' : 'are'} of no metric, so that nothing is answered from those rows. Hold the column against the ids of the metrics, and correct them or take the rows out.`];
  });
}

async function reconcileWith(file: string, settings: Settings, clock: () => number): Promise<number> {
  const text = decoded(await readFile(file));
  const tally = await openTally({ ...settings, clock, log: pino({ level: 'silent' }) });
  try {
    const problems = tally.snapshots.problems();
    problems.forEach(say);
    const lent = await tally.snapshots.lend();
    if (lent === null) {
      say('No extracts could be read, so nothing could be reconciled.');
      return 1;
    }
    try {
      const { catalogue } = tally;
      const found = await reconcile(text, {
        catalogue, snapshot: lent.snapshot, today: londonDay(clock()), grants: grantsOf(catalogue), timeLimit: TIME_LIMIT,
      });
      found.lines.forEach(say);
      say(summaryOf(found));
      return found.differ + found.notCompared + problems.length;
    } finally {
      lent.release();
    }
  } finally {
    await tally.close();
  }
}

/** What people asked and did not get; nothing is read for anybody who is not named. */
async function questionsFor(user: string, catalogue: Catalogue, stateUrl: string): Promise<number> {
  const refusal = refusalFor(user, catalogue);
  if (refusal !== null) {
    say(refusal);
    return 1;
  }
  return sayingOf(stateUrl, (store, at) => readQuestions(store, catalogue, at));
}

/** What people reported as wrong; nothing is read for anybody who is not named. */
async function reportsFor(user: string, catalogue: Catalogue, stateUrl: string): Promise<number> {
  const read = ownersReadBy(user, catalogue);
  if (read.length === 0) {
    say(`"${user}" may not read what was reported. Say who you are with --as: only the people that the configuration names under "owners", and the owners under "questions", may.`);
    return 1;
  }
  return sayingOf(stateUrl, (store, at) => readReports(store, catalogue, read, at));
}

/** By the wall's clock, as it was kept: it is of today, whatever day the figures are asked for. */
async function sayingOf(stateUrl: string, lines: (store: Store, at: number) => Promise<readonly string[]>): Promise<number> {
  const clock = (): number => Date.now();
  const store = await openStore(stateUrl, clock);
  try {
    (await lines(store, clock())).forEach(say);
    return 0;
  } finally {
    store.close();
  }
}

/** The clock of --now, or the wall's. */
function clockOf(now: string | undefined): () => number {
  if (now === undefined) {
    return () => Date.now();
  }
  const at = londonInstant(now);
  if (at === null) {
    throw new RangeError(`--now is not a date and time: ${now}. Write it as 2024-06-12T09:00.`);
  }
  return () => at;
}

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      config: { type: 'string' }, data: { type: 'string' }, reconcile: { type: 'string' }, now: { type: 'string' },
      questions: { type: 'boolean' }, reports: { type: 'boolean' }, as: { type: 'string' }, help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) {
    say(USAGE);
    return 0;
  }
  const clock = clockOf(values.now);
  const settings = readSettings({ config: values.config, data: values.data }, ROOT, process.env);
  const { catalogue, faults, warnings } = readCatalogue({ trustFolder: settings.configFolder });
  faults.forEach((fault) => say(faultLine(fault)));
  if (catalogue === null) {
    say(`${counted(faults.length, 'fault')} in the configuration. The extracts were not looked at.`);
    return faults.length;
  }
  if (values.questions === true) {
    return questionsFor(values.as ?? 'terminal', catalogue, settings.stateUrl);
  }
  if (values.reports === true) {
    return reportsFor(values.as ?? 'terminal', catalogue, settings.stateUrl);
  }
  warnings.forEach((warning) => say(`Warning: ${faultLine(warning)}`));
  say(`${catalogue.organisation.name}: ${counted(catalogue.metrics.size, 'metric')}, ${counted(catalogue.targets.length, 'target')}, ${counted(catalogue.sources.length, 'extract')}.`);
  if (values.reconcile !== undefined) {
    return reconcileWith(values.reconcile, settings, clock);
  }
  const count = await checkExtracts(catalogue, settings, clock);
  say(count === 0 ? 'No faults.' : `${counted(count, 'fault')} in the extracts.`);
  return count;
}

run().then((count) => {
  process.exitCode = count === 0 ? 0 : 1;
}, (error: unknown) => {
  const sentence = error instanceof TallyError ? error.sentence : error instanceof Error ? error.message : String(error);
  process.stderr.write(`${sentence}\n\n${USAGE}\n`);
  process.exitCode = 1;
});
