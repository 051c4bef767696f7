import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { DuckDBInstance, version } from '@duckdb/node-api';
import type { Day } from '../calendar/day';
import { londonInstant } from '../calendar/instant';
import { TallyError } from '../errors';
import { demonstrationPlan, planFingerprint, type DemonstrationPlan } from './demonstration-plan';
import { isRunning } from './own-folder';

/** The file that says a folder is complete, and for which day and generator. */
const MARKER = 'complete.json';
/** Months worked on at once; each keeps about 100 MB in memory. */
const AT_ONCE = 2;

/**
 * Writes the demonstration trust's extracts as they stand on the morning of `today`, a day in London, into `folder`:
 * nightly records from 1 April 2024 to the day before, theatre lists two weeks ahead, and monthly counts from April 2019
 * to March 2024; beside them, for `writeOnTheDayExtract`, what will become of those lists. Everything is generated; a day's records are the same whenever they are made, but for the dates on
 * which cancelled patients were treated, which become known in time.
 *
 * The folder appears complete or not at all, and is left alone when it already is complete for the day. `log` is told
 * in a line what was done. Throws CONFIG_INVALID where the folder holds files that this function did not write.
 */
export async function generateDemonstration(options: {
  readonly folder: string;
  readonly today: Day;
  readonly log?: (line: string) => void;
}): Promise<void> {
  const folder = resolve(options.folder);
  const mark = JSON.stringify({ today: options.today, generator: planFingerprint(options.today), engine: version() });
  if (await markOf(folder) === mark) {
    return;
  }
  await refuseOthersFiles(folder);
  await mkdir(dirname(folder), { recursive: true });
  await removeLeftovers(folder);
  const partial = `${folder}.partial-${process.pid}`;
  await mkdir(partial);
  try {
    await carryOut(demonstrationPlan(partial, options.today));
    await writeFile(join(partial, MARKER), mark);
    await dateFiles(partial, options.today);
    await putInPlace(partial, folder, mark);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  options.log?.(`demonstration extracts of ${options.today} written to ${folder}`);
}

async function carryOut(plan: DemonstrationPlan): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  try {
    const ground = await instance.connect();
    for (const statement of plan.ground) {
      await ground.run(statement);
    }
    const waiting = plan.tasks.values();
    const workers = await Promise.allSettled(Array.from({ length: AT_ONCE }, async () => {
      const connection = await instance.connect();
      for (const task of waiting) {
        for (const statement of task) {
          await connection.run(statement);
        }
      }
      connection.closeSync();
    }));
    ground.closeSync();
    for (const worker of workers) {
      if (worker.status === 'rejected') {
        throw worker.reason;
      }
    }
  } finally {
    instance.closeSync();
  }
}

/** Nightly files come at midnight, so that whoever looks at the finished folder never takes them for half-written. */
async function dateFiles(folder: string, today: Day): Promise<void> {
  const midnight = new Date(londonInstant(today) ?? 0);
  await Promise.all((await readdir(folder)).map((name) => utimes(join(folder, name), midnight, midnight)));
}

/** Swaps the finished folder in. Where another process was quicker with the same, its work is kept. */
async function putInPlace(partial: string, folder: string, mark: string): Promise<void> {
  const retired = `${folder}.retired-${process.pid}`;
  if (await namesIn(folder) !== null) {
    await rename(folder, retired);
  }
  try {
    await rename(partial, folder);
  } catch (error) {
    if (await markOf(folder) !== mark) {
      throw error;
    }
  }
  await rm(retired, { recursive: true, force: true });
}

async function refuseOthersFiles(folder: string): Promise<void> {
  const names = await namesIn(folder);
  if (names !== null && names.length > 0 && !names.includes(MARKER)) {
    throw new TallyError('CONFIG_INVALID', `${folder} holds files that are not the demonstration's; name an empty folder for it`);
  }
}

/** Clears what processes that were stopped half-way left beside the folder. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await namesIn(dirname(folder)) ?? [];
  for (const name of names) {
    const [, owner] = /^\.(?:partial|retired)-(\d+)$/.exec(name.startsWith(basename(folder)) ? name.slice(basename(folder).length) : '') ?? [];
    if (owner !== undefined && (Number(owner) === process.pid || !isRunning(Number(owner)))) {
      await rm(join(dirname(folder), name), { recursive: true, force: true });
    }
  }
}

async function markOf(folder: string): Promise<string | null> {
  return readFile(join(folder, MARKER), 'utf8').catch((error: unknown) => absent(error, null));
}

async function namesIn(folder: string): Promise<string[] | null> {
  return readdir(folder).catch((error: unknown) => absent(error, null));
}

function absent(error: unknown, otherwise: null): null {
  if (codeOf(error) === 'ENOENT') {
    return otherwise;
  }
  throw error;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}
