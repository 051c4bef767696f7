import { Gauge } from 'prom-client';
import type { Figures } from './figures';

/** The snapshot of one rhythm of extracts. */
export interface WatchedSnapshot {
  readonly extracts: 'nightly' | 'on-the-day';
  /** When it began to serve, milliseconds since 1970; null where none serves. */
  readonly loadedAt: number | null;
  /** Faults of newer files that are not served. */
  readonly refused: number;
}

/** How many posts of the ledger are in a state, and when the earliest of them was due, milliseconds since 1970. */
export interface WatchedPosts {
  readonly state: string;
  readonly posts: number;
  readonly earliest: number;
}

/** What is looked at whenever the figures are read. */
export interface WatchedState {
  readonly snapshots: () => Promise<readonly WatchedSnapshot[]>;
  /** How many faults of the configuration keep newer grants out. */
  readonly refusedGrants: () => number;
  readonly posts: () => Promise<readonly WatchedPosts[]>;
  readonly ready: () => Promise<boolean>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

const STATES = ['planned', 'claimed', 'sending', 'sent', 'failed', 'ambiguous', 'skipped'];
const UNFINISHED = ['planned', 'claimed', 'sending'];

/**
 * Adds to the figures what is kept elsewhere: the snapshots, the ledger, and whether the program is ready. Where something
 * cannot be looked at, its figures are absent and `tally_ledger_up` or `tally_ready` says so.
 */
export function watchState(figures: Figures, { snapshots, refusedGrants, posts, ready, clock }: WatchedState): void {
  const registers = [figures.registry];
  const age = new Gauge({ name: 'tally_snapshot_age_seconds', help: 'Since the snapshot that serves was loaded; absent where none serves.', labelNames: ['extracts'], registers });
  const refused = new Gauge({ name: 'tally_extract_faults', help: 'Faults for which newer extracts are not served.', labelNames: ['extracts'], registers });
  const grants = new Gauge({ name: 'tally_grant_faults', help: 'Faults of the configuration for which newer grants are not taken.', registers });
  const states = new Gauge({ name: 'tally_posts', help: 'Posts in the ledger by what became of them; absent where it cannot be read.', labelNames: ['state'], registers });
  const late = new Gauge({ name: 'tally_post_late_seconds', help: 'How long the post has been due that has been due longest of those not finished.', registers });
  const up = new Gauge({ name: 'tally_ledger_up', help: 'Whether the ledger of posts could be read.', registers });
  const isReady = new Gauge({ name: 'tally_ready', help: 'Whether a snapshot is served and the state store answers.', registers });

  figures.beforeReading(async () => {
    const [served, held, readiness] = await Promise.all([snapshots(), posts().catch(() => null), ready().catch(() => false)]);
    isReady.set(readiness ? 1 : 0);
    grants.set(refusedGrants());
    age.reset();
    for (const { extracts, loadedAt, refused: faults } of served) {
      refused.set({ extracts }, faults);
      if (loadedAt !== null) age.set({ extracts }, (clock() - loadedAt) / 1_000);
    }
    up.set(held === null ? 0 : 1);
    states.reset();
    late.reset();
    if (held === null) return;
    for (const state of STATES) states.set({ state }, held.find((one) => one.state === state)?.posts ?? 0);
    const due = held.filter(({ state }) => UNFINISHED.includes(state)).map(({ earliest }) => earliest);
    late.set(Math.max(0, clock() - Math.min(clock(), ...due)) / 1_000);
  });
}
