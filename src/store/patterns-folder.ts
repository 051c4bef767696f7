import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Milliseconds that what nobody reads any more is kept. */
const KEPT_FOR = 40 * 24 * 60 * 60 * 1_000;

/** Hex digits at the head of each file, which say what must follow. */
const SEAL = 64;

/** Texts under names. */
export interface PatternsFolder {
  /** Null where nothing is kept under the name, or not what was written under it: of a file that is torn, changed or moved nothing is trusted. */
  read(name: string): Promise<string | null>;
  write(name: string, text: string): Promise<void>;
}

/** Patterns of small numbers, a file each in a folder that any number of processes may share. Where the disk fails nothing is kept, and nothing thrown. */
export function patternsIn(folder: string, clock: () => number): PatternsFolder {
  let tidied: Promise<void> | null = null;
  const fileOf = (name: string): string => path.join(folder, `${name}.json`);

  async function tidy(): Promise<void> {
    for (const name of await readdir(folder)) {
      const file = path.join(folder, name);
      if (clock() - (await stat(file)).mtimeMs > KEPT_FOR) {
        await rm(file, { force: true });
      }
    }
  }

  return {
    read: async (name) => {
      try {
        const held = await readFile(fileOf(name), 'utf8');
        const text = held.slice(SEAL);
        if (held.slice(0, SEAL) !== sealOf(name, text)) {
          return null;
        }
        const now = new Date(clock());
        await utimes(fileOf(name), now, now);
        return text;
      } catch {
        return null;
      }
    },
    write: async (name, text) => {
      try {
        await mkdir(folder, { recursive: true });
        const draft = `${fileOf(name)}.${randomUUID()}.tmp`;
        await writeFile(draft, sealOf(name, text) + text);
        await rename(draft, fileOf(name));
        tidied ??= tidy().catch(() => undefined);
        await tidied;
      } catch {
        // It is worked out again by whoever needs it next.
      }
    },
  };
}

const sealOf = (name: string, text: string): string => createHash('sha256').update(JSON.stringify([name, text])).digest('hex');
