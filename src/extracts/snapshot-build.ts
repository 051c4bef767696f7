import { availableParallelism } from 'node:os';
import { londonDay } from '../calendar/day';
import { faultsAgainst } from './against-last-good';
import type { Building } from './building';
import type { ExtractLog } from './extract-log';
import type { Fault } from './fault';
import type { FoundFile } from './found-file';
import type { SnapshotFolder } from './snapshot-folder';
import { loadFingerprint, type ExtractCatalogue } from './snapshot-id';
import { loadSnapshot, type Loaded } from './snapshot-load';
import type { SnapshotManifest } from './snapshot-manifest';
import { makeReadable, type ReadableFile } from './staging';

/** What came of loading a set of files. */
export type Built =
  | { readonly kind: 'built'; readonly manifest: SnapshotManifest }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }
  | { readonly kind: 'waiting'; readonly files: readonly string[] };

/**
 * Loads and validates files in `building` and describes the result; it is not put in its place yet. `lastGood` is what
 * served before, against which these files are judged; `clock` gives milliseconds since 1970; `signal` stops the load,
 * and its reason is thrown.
 */
export async function buildSnapshot(
  { catalogue, folder, building, clock, log, signal }: {
    readonly catalogue: ExtractCatalogue;
    readonly folder: SnapshotFolder;
    readonly building: Building;
    readonly clock: () => number;
    readonly log: ExtractLog;
    readonly signal: AbortSignal;
  },
  id: string, files: readonly FoundFile[], lastGood: SnapshotManifest | null,
): Promise<Built> {
  const unsettled = await building.copy(files);
  if (unsettled !== null) {
    return { kind: 'waiting', files: [unsettled] };
  }
  const { readable, faults } = await readableFiles(files, building, signal);
  const loaded = await loadSnapshot({
    catalogue, files: readable, folder: await building.path(), roots: [folder.root], today: londonDay(clock()), log, signal,
    // Where something serves, people ask meanwhile: rather a slow load than slow answers.
    threads: lastGood === null ? availableParallelism() : 1,
  });
  if (!('coverage' in loaded) || faults.length > 0) {
    return { kind: 'refused', faults: [...faults, ...('coverage' in loaded ? [] : loaded)] };
  }
  const sources = rowsBySource(catalogue, readable, loaded);
  const worse = faultsAgainst(lastGood, catalogue.sources, { sources, coverage: loaded.coverage });
  if (worse.length > 0) {
    return { kind: 'refused', faults: worse };
  }
  await building.clear();
  return {
    kind: 'built',
    manifest: {
      id, loadedAt: new Date(clock()).toISOString(), notice: catalogue.organisation.notice, catalogue: loadFingerprint(catalogue),
      coverage: { ...loaded.coverage }, rollUps: [...loaded.rollUps], sources, warnings: [...loaded.warnings],
    },
  };
}

async function readableFiles(
  files: readonly FoundFile[], building: Building, signal: AbortSignal,
): Promise<{ readonly readable: readonly ReadableFile[]; readonly faults: readonly Fault[] }> {
  const readable: ReadableFile[] = [];
  const faults: Fault[] = [];
  for (const file of files) {
    signal.throwIfAborted();
    const copy = building.copyOf(file);
    const made = copy === undefined ? [] : await makeReadable(file, copy);
    if ('path' in made) {
      readable.push(made);
    } else {
      faults.push(...made);
    }
  }
  return { readable, faults };
}

function rowsBySource(catalogue: ExtractCatalogue, files: readonly ReadableFile[], loaded: Loaded): SnapshotManifest['sources'] {
  return Object.fromEntries(catalogue.sources.map((source) => [source.id, files.flatMap((file, index) =>
    (file.source.id === source.id ? [{ file: file.name, hash: file.hash, rows: loaded.rows[index] ?? 0 }] : []))]));
}
