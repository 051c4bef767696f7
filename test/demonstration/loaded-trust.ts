import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { londonInstant } from '../../src/calendar/instant';
import { heldFolderFor, openTally, type Tally } from '../../src/tally';
import { trustAsOf } from './trust-as-of';

const ROOT = path.join(__dirname, '..', '..');
const CONFIG = path.join(ROOT, 'deployment', 'trust');

/**
 * The demonstration trust as the program serves it at 09:00 of a day, loaded from the raw files of `trustAsOf`. What one
 * test file has loaded, the next opens again in a moment; whoever asks closes it.
 */
export async function loadedTrust(today: string): Promise<Tally> {
  const { folder } = await trustAsOf(today);
  const at = londonInstant(`${today}T09:00`) ?? NaN;
  return openTally({ configFolder: CONFIG, extractsFolder: folder, clock: () => at, log: pino({ level: 'silent' }), dataFolder: dataFolder() });
}

/** The folder of a snapshot that `loadedTrust` serves. */
export async function snapshotFolder(today: string, id: string): Promise<string> {
  const { folder } = await trustAsOf(today);
  return path.join(heldFolderFor(dataFolder(), CONFIG, folder), 'snapshots', id);
}

const dataFolder = (): string => path.join(tmpdir(), 'tally-demonstration-test', `loaded-by-${digestOf(path.join(ROOT, 'src', 'extracts'), path.join(ROOT, 'src', 'access', 'small-numbers'))}`);

/** Whoever changes how extracts are loaded, or what is hidden, must never be shown what was made before the change. */
function digestOf(...folders: readonly string[]): string {
  const digest = createHash('sha256');
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.ts')).sort()) {
      digest.update(name).update(readFileSync(path.join(folder, name)));
    }
  }
  return digest.digest('hex').slice(0, 12);
}
