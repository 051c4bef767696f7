import type { Snapshot, Snapshots } from '../engine/snapshot';
import type { ExtractLog } from './extract-log';
import type { Fault } from './fault';
import type { EngineServer } from './server/snapshot-list';
import type { ExtractCatalogue } from './snapshot-id';

export interface SnapshotOptions {
  readonly catalogue: ExtractCatalogue;
  /** Where extracts arrive; never written to. */
  readonly extractsFolder: string;
  /** Where snapshots are kept; made where it is missing. */
  readonly dataFolder: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly log: ExtractLog;
  /** Where snapshots serve from for any number of instances; in `dataFolder` where it is not given. */
  readonly server?: EngineServer | null;
  /** What is done with a snapshot before it serves; where it fails the snapshot serves all the same. */
  readonly before?: (snapshot: Snapshot) => Promise<void>;
}

/** What one look at the extracts folder led to. */
export type RefreshOutcome =
  | { readonly kind: 'unchanged'; readonly id: string }
  /** `reused`: these files had been loaded before, and were only opened. */
  | { readonly kind: 'loaded'; readonly id: string; readonly reused: boolean; readonly warnings: readonly string[] }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }
  | { readonly kind: 'waiting'; readonly files: readonly string[] }
  /** Another instance is loading the same files, and will serve them to all. */
  | { readonly kind: 'elsewhere'; readonly id: string };

/** Keeps the latest good snapshot serving, and replaces it when better files come. */
export interface SnapshotKeeper extends Snapshots {
  /** Looks at the extracts folder now. Calls that come while one is under way share its outcome. */
  refresh(): Promise<RefreshOutcome>;
  /** Looks again every `everyMs` milliseconds, until closed. */
  watch(everyMs: number): void;
  /** Whether a good snapshot serves and its engine can be asked now. Never rejects. */
  answers(): Promise<boolean>;
  /** Stops watching and serving; a snapshot that is lent stays open until it is handed back. */
  close(): Promise<void>;
}
