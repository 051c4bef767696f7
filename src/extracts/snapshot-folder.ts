import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { stampOf, type FoundFile } from './found-file';
import { ServedSnapshot } from './served-snapshot';
import type { OpenSnapshot, Shelf } from './shelf';
import { manifestSchema, readJson, writeJson, type SnapshotManifest } from './snapshot-manifest';

/** Snapshots kept, beside any that serves. */
const KEPT = 3;
/** What a load that died has left behind is taken away after this long. */
const ABANDONED_MS = 86_400_000;
const MANIFEST = 'manifest.json';

const hashesSchema = z.record(z.string(), z.strictObject({ stamp: z.string(), hash: z.string() }));
const servingSchema = z.strictObject({ id: z.string(), folder: z.string(), catalogue: z.string() });

/**
 * Where snapshots live on disk: `snapshots/<id>/` each with its manifest, `current/` with what serves for each extracts
 * folder, and `hashes.json` so that a file that has not changed is not read again. Several processes may share it.
 */
export class SnapshotFolder implements Shelf {
  readonly isShared = false;
  readonly root: string;
  readonly #current: string;
  readonly #extractsFolder: string;

  private constructor(root: string, extractsFolder: string) {
    this.root = resolve(root);
    this.#extractsFolder = resolve(extractsFolder);
    const key = createHash('sha256').update(this.#extractsFolder).digest('hex').slice(0, 12);
    this.#current = join(this.root, 'current', `${key}.json`);
  }

  /** Makes the folders that are missing. */
  static async open(root: string, extractsFolder: string): Promise<SnapshotFolder> {
    const folder = new SnapshotFolder(root, extractsFolder);
    await mkdir(join(folder.root, 'snapshots'), { recursive: true });
    await mkdir(join(folder.root, 'current'), { recursive: true });
    return folder;
  }

  /** What serves in the snapshots kept at `root`, without making or changing anything there; null where nothing does. */
  static async lastGoodIn(root: string, extractsFolder: string, catalogue: string): Promise<SnapshotManifest | null> {
    return new SnapshotFolder(root, extractsFolder).lastGood(catalogue);
  }

  path(id: string): string {
    return join(this.root, 'snapshots', id);
  }

  /** The manifest of a finished snapshot; null where there is none. */
  async manifest(id: string): Promise<SnapshotManifest | null> {
    return readJson(join(this.path(id), MANIFEST), manifestSchema);
  }

  /** A new folder, under a name nobody else has, in which a snapshot is built. */
  async startBuilding(): Promise<string> {
    const path = join(this.root, 'snapshots', `building-${randomUUID()}`);
    await mkdir(path, { recursive: true });
    return path;
  }

  /** Puts a finished snapshot in its place. Where another process was quicker, its one is kept: they are the same. */
  async finish(building: string, manifest: SnapshotManifest): Promise<SnapshotManifest> {
    await writeJson(join(building, MANIFEST), manifest, 'new');
    try {
      await rename(building, this.path(manifest.id));
      return manifest;
    } catch (error) {
      const other = await this.manifest(manifest.id);
      if (other !== null) {
        await this.discard(building);
        return other;
      }
      if ((await stampOf(this.path(manifest.id))) === null) {
        throw error;
      }
      await this.discard(this.path(manifest.id));
      await rename(building, this.path(manifest.id));
      return manifest;
    }
  }

  async discard(path: string): Promise<void> {
    await rm(path, { recursive: true, force: true });
  }

  /** What served last for this extracts folder under this catalogue. */
  async lastGood(catalogue: string): Promise<SnapshotManifest | null> {
    const serving = await readJson(this.#current, servingSchema);
    return serving?.catalogue === catalogue && serving.folder === this.#extractsFolder ? this.manifest(serving.id) : null;
  }

  /** Opens a finished snapshot, and notes that it serves now. Throws where its database cannot be read. */
  async open(manifest: SnapshotManifest): Promise<OpenSnapshot> {
    const snapshot = await ServedSnapshot.open(this.path(manifest.id), manifest);
    const now = await this.clockMs();
    await utimes(join(this.path(manifest.id), MANIFEST), now / 1000, now / 1000);
    await writeJson(this.#current, { id: manifest.id, folder: this.#extractsFolder, catalogue: manifest.catalogue }, randomUUID());
    return snapshot;
  }

  /** Whoever opens a snapshot serves it: there is nobody else to tell. */
  publish(): Promise<void> {
    return Promise.resolve();
  }

  /** Always: what two processes load at once is the same. */
  turn(): Promise<() => void> {
    return Promise.resolve(() => undefined);
  }

  remove(id: string): Promise<void> {
    return this.discard(this.path(id));
  }

  /** The file system's own clock, which is what files are dated by; milliseconds since 1970. */
  async clockMs(): Promise<number> {
    const probe = join(this.root, `.clock-${randomUUID()}`);
    await writeFile(probe, '');
    try {
      return (await stat(probe)).mtimeMs;
    } finally {
      await rm(probe, { force: true });
    }
  }

  /** Content hashes known from earlier, for files that have not changed since; by path. */
  async knownHashes(files: readonly FoundFile[]): Promise<ReadonlyMap<string, string>> {
    const known = (await readJson(join(this.root, 'hashes.json'), hashesSchema)) ?? {};
    return new Map(files.flatMap((file) => {
      const entry = known[file.path];
      return entry?.stamp === file.stamp ? [[file.path, entry.hash] as const] : [];
    }));
  }

  async rememberHashes(files: readonly { readonly file: FoundFile; readonly hash: string }[]): Promise<void> {
    const path = join(this.root, 'hashes.json');
    const known = (await readJson(path, hashesSchema)) ?? {};
    for (const { file, hash } of files) {
      known[file.path] = { stamp: file.stamp, hash };
    }
    await writeJson(path, known, randomUUID());
  }

  /** Deletes all but the newest snapshots, those in `held` and those that serve anywhere; and what dead loads left. */
  async prune(held: ReadonlySet<string>): Promise<void> {
    const serving = await this.#servingIds();
    const now = await this.clockMs();
    const names = await readdir(join(this.root, 'snapshots'));
    const dated = await Promise.all(names.map(async (name) => ({ name, state: await stampOf(join(this.path(name), MANIFEST)) ?? await stampOf(this.path(name)) })));
    const finished = dated.filter(({ name }) => /^[0-9a-f]{12}$/.test(name))
      .sort((a, b) => (b.state?.modifiedMs ?? 0) - (a.state?.modifiedMs ?? 0));
    const old = finished.slice(KEPT).filter(({ name }) => !held.has(name) && !serving.has(name));
    const abandoned = dated.filter(({ name, state }) => name.startsWith('building-') && state !== null && now - state.modifiedMs > ABANDONED_MS);
    for (const { name } of [...old, ...abandoned]) {
      await this.discard(this.path(name));
    }
  }

  async #servingIds(): Promise<ReadonlySet<string>> {
    const names = (await readdir(join(this.root, 'current'))).filter((name) => name.endsWith('.json'));
    const entries = await Promise.all(names.map((name) => readJson(join(this.root, 'current', name), servingSchema)));
    return new Set(entries.flatMap((entry) => entry?.id ?? []));
  }
}
