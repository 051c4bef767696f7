import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { NO_GRANTS } from './access/permit';
import { createRoad, type Road } from './ask';
import { londonDay, type Day } from './calendar/day';
import type { Catalogue } from './catalogue/catalogue';
import { loadCatalogue } from './catalogue/load';
import { generateDemonstration } from './demonstration/generate';
import { TallyError } from './errors';
import { openSnapshots, type SnapshotKeeper } from './extracts/keeper';
import { createLanguage } from './language/language';

export interface TallyOptions {
  /** The trust's folder of definitions. */
  readonly configFolder: string;
  /** Where its extracts arrive; null for the demonstration trust, whose extracts are generated. */
  readonly extractsFolder: string | null;
  /** Where snapshots, and the demonstration's extracts, are kept. */
  readonly dataFolder: string;
  readonly clock: () => number;
  readonly log: Logger;
}

/** The parts of the program that answer, put together: for main and the command line alike. */
export interface Tally {
  readonly catalogue: Catalogue;
  readonly snapshots: SnapshotKeeper;
  readonly road: Road;
  close(): Promise<void>;
}

/** Milliseconds that a query may take before it is stopped. */
const TIME_LIMIT = 10_000;

/** Days of the demonstration kept on disk beside the one in use. */
const DEMONSTRATIONS_KEPT = 3;

/** Puts the program together over one configuration. Throws CATALOGUE_INVALID and CONFIG_INVALID. */
export async function openTally({ configFolder, extractsFolder, dataFolder, clock, log }: TallyOptions): Promise<Tally> {
  const { catalogue } = loadCatalogue({ trustFolder: configFolder });
  const generated = extractsFolder === null ? await demonstrate(catalogue, dataFolder, londonDay(clock()), log) : null;
  const folder = generated ?? extractsFolder ?? '';
  const snapshots = await openSnapshots({
    catalogue,
    extractsFolder: folder,
    dataFolder: path.join(dataFolder, 'held', nameFor(configFolder, folder)),
    clock,
    log,
  });
  const road = createRoad({ catalogue, language: createLanguage(catalogue), snapshots, grants: NO_GRANTS, timeLimit: TIME_LIMIT });
  return { catalogue, snapshots, road, close: () => snapshots.close() };
}

/** Each pair of configuration and extracts folder keeps its own snapshots, so that one never replaces another's. */
function nameFor(configFolder: string, extractsFolder: string): string {
  const pair = JSON.stringify([path.resolve(configFolder), path.resolve(extractsFolder)]);
  return createHash('sha256').update(pair).digest('hex').slice(0, 12);
}

async function demonstrate(catalogue: Catalogue, dataFolder: string, today: Day, log: Logger): Promise<string> {
  if (catalogue.organisation.notice === null) {
    throw new TallyError('CONFIG_INVALID', 'no extracts folder was given', {
      sentence: 'Say where the extracts are, with --data or EXTRACTS_DIR: only the demonstration trust makes its own.',
    });
  }
  const root = path.join(dataFolder, 'demonstration');
  const folder = path.join(root, today);
  await generateDemonstration({ folder, today, log: (line) => log.info(line) });
  await prune(root, folder);
  return folder;
}

async function prune(root: string, inUse: string): Promise<void> {
  const folders = (await readdir(root)).map((name) => path.join(root, name)).filter((folder) => folder !== inUse);
  const aged = await Promise.all(folders.map(async (folder) => ({ folder, made: (await stat(folder)).mtimeMs })));
  const old = aged.sort((a, b) => b.made - a.made).slice(DEMONSTRATIONS_KEPT);
  await Promise.all(old.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}
