import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Milliseconds that what nobody reads any more is kept. */
const KEPT_FOR = 40 * 24 * 60 * 60 * 1_000;

/** Texts under names. */
export interface PatternsFolder {
  /** Null where nothing is kept under the name. */
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
        const text = await readFile(fileOf(name), 'utf8');
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
        await writeFile(draft, text);
        await rename(draft, fileOf(name));
        tidied ??= tidy().catch(() => undefined);
        await tidied;
      } catch {
        // It is worked out again by whoever needs it next.
      }
    },
  };
}
