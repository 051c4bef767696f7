import { Gauge } from 'prom-client';
import type { Figures } from './figures';

/** The snapshot of one rhythm of extracts. */
export interface WatchedSnapshot {
  readonly extracts: 'nightly' | 'on-the-day';
  /** When it was loaded, milliseconds since 1970; null where none serves. */
  readonly loadedAt: number | null;
  /** The last day that all of it holds, YYYY-MM-DD; null where none serves or nothing is held. */
  readonly through: string | null;
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

/** What was found in one look; `posts` null where the ledger could not be read. */
export interface Looked {
  readonly ready: boolean;
  readonly snapshots: readonly WatchedSnapshot[];
  readonly posts: readonly WatchedPosts[] | null;
  /** Seconds that the post has been due that has been due longest of those not finished; null with `posts`. */
  readonly late: number | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const STATES = ['planned', 'claimed', 'sending', 'sent', 'failed', 'ambiguous', 'skipped'];
const UNFINISHED = ['planned', 'claimed', 'sending'];

/** Looks at the snapshots, the ledger, and whether the program is ready; what is away is told as such and throws nothing. */
export async function lookAt({ snapshots, posts, ready, clock }: WatchedState): Promise<Looked> {
  const [served, held, readiness] = await Promise.all([snapshots(), posts().catch(() => null), ready().catch(() => false)]);
  const at = clock();
  const due = held?.filter(({ state }) => UNFINISHED.includes(state)).map(({ earliest }) => earliest);
  return { ready: readiness, snapshots: served, posts: held, late: due === undefined ? null : (at - Math.min(at, ...due)) / 1_000, at };
}

/** Seconds since a snapshot was loaded; null where none serves. */
const ageOf = ({ loadedAt }: WatchedSnapshot, at: number): number | null => (loadedAt === null ? null : (at - loadedAt) / 1_000);

/**
 * What was found as a line of the log, for whoever watches the log of each instance and not its figures: times in seconds,
 * numbers of posts by what became of them. `ledger` false where it could not be read; then nothing is said of posts.
 */
export function stateLine({ ready, snapshots, posts, late, at }: Looked): object {
  return {
    code: 'STATE', ready, ledger: posts !== null, late,
    snapshots: snapshots.map((one) => ({ extracts: one.extracts, age: ageOf(one, at), through: one.through, refused: one.refused })),
    posts: posts === null ? null : Object.fromEntries(STATES.map((state) => [state, countOf(posts, state)])),
  };
}

const countOf = (posts: readonly WatchedPosts[], state: string): number => posts.find((one) => one.state === state)?.posts ?? 0;

/**
 * Adds to the figures what is kept elsewhere: the snapshots, the ledger, and whether the program is ready. Where something
 * cannot be looked at, its figures are absent and `tally_ledger_up` or `tally_ready` says so.
 */
export function watchState(figures: Figures, state: WatchedState): void {
  const registers = [figures.registry];
  const serves = new Gauge({ name: 'tally_snapshot_served', help: 'Whether a snapshot of these extracts serves.', labelNames: ['extracts'], registers });
  const age = new Gauge({ name: 'tally_snapshot_age_seconds', help: 'Since the snapshot that serves was loaded; absent where none serves.', labelNames: ['extracts'], registers });
  const lastDay = new Gauge({ name: 'tally_data_last_day_timestamp_seconds', help: 'Midnight (UTC) of the last day that the snapshot which serves holds, of nightly extracts the last day that all of them hold; absent where none serves.', labelNames: ['extracts'], registers });
  const refused = new Gauge({ name: 'tally_extract_faults', help: 'Faults for which newer extracts are not served.', labelNames: ['extracts'], registers });
  const grants = new Gauge({ name: 'tally_grant_faults', help: 'Faults of the configuration for which newer grants are not taken.', registers });
  const states = new Gauge({ name: 'tally_posts', help: 'Posts in the ledger by what became of them; absent where it cannot be read.', labelNames: ['state'], registers });
  const longest = new Gauge({ name: 'tally_post_late_seconds', help: 'How long the post has been due that has been due longest of those not finished.', registers });
  const up = new Gauge({ name: 'tally_ledger_up', help: 'Whether the ledger of posts could be read.', registers });
  const isReady = new Gauge({ name: 'tally_ready', help: 'Whether a snapshot is served and the state store answers.', registers });

  figures.beforeReading(async () => {
    const { ready, snapshots, posts, late, at } = await lookAt(state);
    isReady.set(ready ? 1 : 0);
    grants.set(state.refusedGrants());
    for (const gauge of [age, lastDay, states, longest]) gauge.reset();
    for (const one of snapshots) {
      const { extracts } = one;
      const seconds = ageOf(one, at);
      serves.set({ extracts }, seconds === null ? 0 : 1);
      refused.set({ extracts }, one.refused);
      if (seconds !== null) age.set({ extracts }, seconds);
      if (one.through !== null) lastDay.set({ extracts }, Date.parse(one.through) / 1_000);
    }
    up.set(posts === null ? 0 : 1);
    if (posts === null || late === null) return;
    for (const name of STATES) states.set({ state: name }, countOf(posts, name));
    longest.set(late);
  });
}
