import type { Building } from './building';
import type { Fault } from './fault';
import { findFiles, stampOf, type FoundFile } from './found-file';
import type { SnapshotFolder } from './snapshot-folder';
import { snapshotId, type ExtractCatalogue } from './snapshot-id';

/** What one look at the extracts folder found. */
export type Look =
  /** Files that are still changing; they are left for the next look. */
  | { readonly kind: 'waiting'; readonly files: readonly string[] }
  /** `faults` are of the folder: files that are missing, or of a form that cannot be read. */
  | { readonly kind: 'known'; readonly id: string; readonly files: readonly FoundFile[]; readonly faults: readonly Fault[] };

/** A file written to more recently than this may still be being written. */
const QUIET_MS = 2_000;

/**
 * Looks at the extracts folder and names the snapshot that its files make. Contents are read only of files that have
 * changed since they were last read; their copies go to `building`.
 */
export async function lookAtExtracts(
  catalogue: ExtractCatalogue, extractsFolder: string, folder: SnapshotFolder, building: Building,
): Promise<Look> {
  const { files, faults } = await findFiles(catalogue.sources, extractsFolder);
  const known = await folder.knownHashes(files);
  const changed = files.filter((file) => !known.has(file.path));
  const restless = changed.length === 0 ? [] : await restlessFiles(changed, await folder.clockMs());
  if (restless.length > 0) {
    return { kind: 'waiting', files: restless };
  }
  const unsettled = await building.copy(changed);
  if (unsettled !== null) {
    return { kind: 'waiting', files: [unsettled] };
  }
  const copies = changed.flatMap((file) => building.copyOf(file) ?? []);
  if (copies.length > 0) {
    await folder.rememberHashes(copies);
  }
  const hashed = files.map((file) => ({
    source: file.source.id, name: file.name, hash: known.get(file.path) ?? building.copyOf(file)?.hash ?? '',
  }));
  return { kind: 'known', id: snapshotId(catalogue, hashed), files, faults };
}

async function restlessFiles(files: readonly FoundFile[], nowMs: number): Promise<readonly string[]> {
  const restless = new Set<string>();
  for (const file of files) {
    const again = await stampOf(file.path);
    // A date further ahead than this is another machine's clock, not a file just written.
    if (Math.abs(nowMs - file.modifiedMs) < QUIET_MS || again?.stamp !== file.stamp) {
      restless.add(file.name);
    }
  }
  return [...restless];
}
