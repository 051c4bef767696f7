import path from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { faultLine } from '../catalogue/fault';
import { readCatalogue } from '../catalogue/load';
import type { Catalogue } from '../catalogue/catalogue';
import { faultSentence } from '../extracts/fault';
import { inspectExtracts } from '../extracts/inspect-extracts';
import { extractsFolderFor, heldFolderFor } from '../tally';
import { readSettings, type Settings } from './settings';

const ROOT = path.join(__dirname, '..', '..');
const USAGE = 'Usage: npm run check -- [--config DIR] [--data DIR]';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const counted = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`;

async function checkExtracts(catalogue: Catalogue, { configFolder, extractsFolder: given, dataFolder }: Settings): Promise<number> {
  const log = pino({ level: 'silent' });
  const clock = () => Date.now();
  const extractsFolder = given ?? await extractsFolderFor({ catalogue, configFolder, dataFolder, clock, log });
  const found = await inspectExtracts({
    catalogue, extractsFolder, dataFolder: heldFolderFor(dataFolder, configFolder, extractsFolder), clock, log,
  });
  found.faults.forEach((fault) => say(faultSentence(fault)));
  found.unsettled.forEach((file) => say(`${file}: is still being written. Run the check again when it is whole.`));
  found.warnings.forEach((warning) => say(`Warning: ${warning}`));
  Object.values(found.coverage ?? {}).forEach((table) => say(`${table.extract}: ${table.rows.toLocaleString('en-GB')} rows, ${table.from} to ${table.to}.`));
  return found.faults.length + found.unsettled.length;
}

async function run(): Promise<number> {
  const { values } = parseArgs({ options: { config: { type: 'string' }, data: { type: 'string' } } });
  const settings = readSettings({ config: values.config, data: values.data }, ROOT, process.env);
  const { catalogue, faults } = readCatalogue({ trustFolder: settings.configFolder });
  faults.forEach((fault) => say(faultLine(fault)));
  if (catalogue === null) {
    say(`${counted(faults.length, 'fault')} in the configuration. The extracts were not looked at.`);
    return faults.length;
  }
  say(`${catalogue.organisation.name}: ${counted(catalogue.metrics.size, 'metric')}, ${counted(catalogue.targets.length, 'target')}, ${counted(catalogue.sources.length, 'extract')}.`);
  const count = await checkExtracts(catalogue, settings);
  say(count === 0 ? 'No faults.' : `${counted(count, 'fault')} in the extracts.`);
  return count;
}

run().then((count) => {
  process.exitCode = count === 0 ? 0 : 1;
}, (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 1;
});
