import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { Building } from './building';
import { lookAtExtracts } from './extract-look';
import type { Fault } from './fault';
import { loadFault } from './load-fault';
import { buildSnapshot } from './snapshot-build';
import { SnapshotFolder } from './snapshot-folder';
import { loadFingerprint } from './snapshot-id';
import type { SnapshotManifest } from './snapshot-manifest';
import type { SnapshotOptions } from './snapshot-keeper';

/** Everything there is to say about the files of an extracts folder. */
export interface Inspection {
  /** Empty when the files would serve. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly string[];
  /** Files that were being written at that moment, so that nothing can be said of the whole. */
  readonly unsettled: readonly string[];
  /** Mapping → its files with their rows; null where the files were refused. */
  readonly sources: SnapshotManifest['sources'] | null;
  readonly coverage: SnapshotManifest['coverage'] | null;
}

/**
 * Loads and validates the extracts in a place of its own, and leaves what serves as it is. A fall in rows is judged
 * against the snapshot that serves from `dataFolder`, where there is one. Throws EXTRACT_REFUSED where loading breaks off.
 */
export async function inspectExtracts({ catalogue, extractsFolder, dataFolder, clock, log }: SnapshotOptions): Promise<Inspection> {
  const place = await mkdtemp(join(tmpdir(), 'tally-check-'));
  const { signal } = new AbortController();
  const nothing = { faults: [], warnings: [], unsettled: [], sources: null, coverage: null };
  try {
    const folder = await SnapshotFolder.open(place, extractsFolder);
    const building = new Building(folder, log, signal);
    const look = await lookAtExtracts(catalogue, extractsFolder, folder, building);
    if (look.kind !== 'known') {
      return { ...nothing, unsettled: look.files };
    }
    const serving = await SnapshotFolder.lastGoodIn(dataFolder, extractsFolder, loadFingerprint(catalogue));
    const built = await buildSnapshot({ catalogue, folder, building, clock, log, signal }, look.id, look.files, serving);
    if (built.kind === 'built' && look.faults.length === 0) {
      const { warnings, sources, coverage } = built.manifest;
      return { ...nothing, warnings, sources, coverage };
    }
    return built.kind === 'waiting' ? { ...nothing, unsettled: built.files }
      : { ...nothing, faults: [...look.faults, ...(built.kind === 'refused' ? built.faults : [])] };
  } catch (error) {
    throw loadFault(error);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
