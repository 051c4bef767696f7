import { londonDay } from '../calendar/day';
import type { Building } from './building';
import type { ExtractLog } from './extract-log';
import type { ExtractCatalogue } from './extract-look';
import { fileFault, type Fault } from './fault';
import type { FoundFile } from './found-file';
import type { SnapshotFolder } from './snapshot-folder';
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
 * served before, against which a fall in rows is judged; `clock` gives milliseconds since 1970.
 */
export async function buildSnapshot(
  { catalogue, folder, building, clock, log }: {
    readonly catalogue: ExtractCatalogue;
    readonly folder: SnapshotFolder;
    readonly building: Building;
    readonly clock: () => number;
    readonly log: ExtractLog;
  },
  id: string, files: readonly FoundFile[], lastGood: SnapshotManifest | null,
): Promise<Built> {
  const unsettled = await building.copy(files);
  if (unsettled !== null) {
    return { kind: 'waiting', files: [unsettled] };
  }
  const { readable, faults } = await readableFiles(files, building);
  const loaded = await loadSnapshot({
    catalogue, files: readable, folder: await building.path(), roots: [folder.root], today: londonDay(clock()), log,
  });
  if (!('coverage' in loaded) || faults.length > 0) {
    return { kind: 'refused', faults: [...faults, ...('coverage' in loaded ? [] : loaded)] };
  }
  const sources = rowsBySource(catalogue, readable, loaded);
  const fallen = catalogue.sources.flatMap((source) => fallFault(source, sources[source.id] ?? [], lastGood));
  if (fallen.length > 0) {
    return { kind: 'refused', faults: fallen };
  }
  await building.clear();
  return {
    kind: 'built',
    manifest: {
      id, loadedAt: new Date(clock()).toISOString(), notice: catalogue.organisation.notice, catalogue: catalogue.fingerprint,
      coverage: { ...loaded.coverage }, sources, warnings: [...loaded.warnings],
    },
  };
}

async function readableFiles(
  files: readonly FoundFile[], building: Building,
): Promise<{ readonly readable: readonly ReadableFile[]; readonly faults: readonly Fault[] }> {
  const readable: ReadableFile[] = [];
  const faults: Fault[] = [];
  for (const file of files) {
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

type SourceRows = SnapshotManifest['sources'][string];

function rowsBySource(catalogue: ExtractCatalogue, files: readonly ReadableFile[], loaded: Loaded): SnapshotManifest['sources'] {
  return Object.fromEntries(catalogue.sources.map((source) => [source.id, files.flatMap((file, index) =>
    (file.source.id === source.id ? [{ file: file.name, hash: file.hash, rows: loaded.rows[index] ?? 0 }] : []))]));
}

const total = (files: SourceRows): number => files.reduce((sum, file) => sum + file.rows, 0);

/** An export that lost most of its rows is more often a broken export than a quiet night. */
function fallFault(
  source: ExtractCatalogue['sources'][number], files: SourceRows, lastGood: SnapshotManifest | null,
): readonly Fault[] {
  const before = total(lastGood?.sources[source.id] ?? []);
  const now = total(files);
  const fall = before === 0 ? 0 : 1 - now / before;
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  return fall <= source['allowed-fall'] ? [] : [fileFault(source.id, files.map((file) => file.file).join(', ') || source.files,
    `holds ${now} rows where the last good load held ${before}, a fall of ${percent(fall)} where ${percent(source['allowed-fall'])} is allowed`,
    'Export it again, or raise "allowed-fall" in the mapping if the fall is right')];
}
