import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import type { ExtractLog } from './extract-log';
import type { FoundFile } from './found-file';
import type { SnapshotFolder } from './snapshot-folder';
import { stageFile, type StagedFile } from './staging';

/** A snapshot in the making: its folder, made only when something is to be put in it, and the copies taken so far. `signal` stops the copying. */
export class Building {
  readonly #folder: SnapshotFolder;
  readonly #log: ExtractLog;
  readonly #signal: AbortSignal;
  readonly #copies = new Map<string, StagedFile>();
  #path: string | null = null;

  constructor(folder: SnapshotFolder, log: ExtractLog, signal: AbortSignal) {
    this.#folder = folder;
    this.#log = log;
    this.#signal = signal;
  }

  async path(): Promise<string> {
    if (this.#path === null) {
      this.#path = await this.#folder.startBuilding();
      await mkdir(this.staging(this.#path));
    }
    return this.#path;
  }

  /** Where copies are kept inside the folder. */
  staging(path: string): string {
    return join(path, 'staging');
  }

  /** Copies the files not yet copied; the name of the first that changed meanwhile, null when all are taken. */
  async copy(files: readonly FoundFile[]): Promise<string | null> {
    for (const file of files) {
      // Two mappings may read one file.
      if (this.#copies.has(file.path)) {
        continue;
      }
      const path = join(this.staging(await this.path()), `${this.#copies.size}.${file.format}`);
      const copy = await stageFile(file, path, this.#log, this.#signal);
      if (copy === null) {
        return file.name;
      }
      this.#copies.set(file.path, copy);
    }
    return null;
  }

  copyOf(file: FoundFile): StagedFile | undefined {
    return this.#copies.get(file.path);
  }

  /** Takes away what only the making needed. */
  async clear(): Promise<void> {
    if (this.#path !== null) {
      await this.#folder.discard(this.staging(this.#path));
      await this.#folder.discard(join(this.#path, 'spill'));
    }
  }

  /** Gives the whole attempt up. */
  async discard(): Promise<void> {
    if (this.#path !== null) {
      await this.#folder.discard(this.#path);
    }
  }
}
