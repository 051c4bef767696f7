import type { Row, Snapshot, SqlValue } from '../engine/snapshot';
import type { SnapshotManifest } from './snapshot-manifest';

/** A finished snapshot that is open to be read. */
export abstract class OpenSnapshot implements Snapshot {
  constructor(readonly manifest: SnapshotManifest) {}

  get id(): string {
    return this.manifest.id;
  }

  get loadedAt(): string {
    return this.manifest.loadedAt;
  }

  get notice(): string | null {
    return this.manifest.notice;
  }

  get coverage(): Snapshot['coverage'] {
    return this.manifest.coverage;
  }

  get rollUps(): Snapshot['rollUps'] {
    return this.manifest.rollUps;
  }

  abstract run(sql: string, parameters: readonly SqlValue[], signal: AbortSignal): Promise<readonly Row[]>;
  /** Whether its engine can be asked now. Cheap: for a probe that comes every few seconds. Never rejects. */
  abstract answers(): Promise<boolean>;
  /** Only once nothing runs on it any more. */
  abstract close(): void;
}

/** Where finished snapshots stand: folders on this machine's disk, or a database server that several instances share. */
export interface Shelf {
  /** Whether instances elsewhere serve from it too, and put their own snapshots there. */
  readonly isShared: boolean;
  /** The manifest of a finished snapshot; null where there is none. */
  manifest(id: string): Promise<SnapshotManifest | null>;
  /** What was last made to serve under a loading fingerprint; null where nothing was. */
  lastGood(catalogue: string): Promise<SnapshotManifest | null>;
  /** The turn to load new files, to be handed back; null while another instance has it. */
  turn(): Promise<(() => void) | null>;
  /** Puts what was built in a folder in its place and makes it serve. Where somebody else was quicker, theirs is kept: they are the same. */
  finish(building: string, manifest: SnapshotManifest): Promise<SnapshotManifest>;
  /** Opens a finished snapshot to serve here. Throws where it cannot be read. */
  open(manifest: SnapshotManifest): Promise<OpenSnapshot>;
  /** Makes a finished snapshot serve again, for all who share the shelf. */
  publish(manifest: SnapshotManifest): Promise<void>;
  /** Takes a finished snapshot away that cannot be read. */
  remove(id: string): Promise<void>;
  /** Takes old snapshots away, and never one that anybody reads; `held` are read here. */
  prune(held: ReadonlySet<string>): Promise<void>;
}
