import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createFigures, type Figures } from '../../src/monitoring/figures';
import { lookAt, stateLine, watchState, type WatchedState } from '../../src/monitoring/state-figures';
import { openStore, type Store } from '../../src/store/open-store';

const NOW = Date.UTC(2024, 6, 11, 8);
const MINUTE = 60_000;

/** The lines of one figure, without its description. */
async function linesOf(figures: Figures, name: string): Promise<string[]> {
  return (await figures.text()).split('\n').filter((line) => new RegExp(`^${name}[ {]`).test(line));
}

describe('what is counted as it happens', () => {
  it('is each question by how it was asked and what it came to', async () => {
    const figures = createFigures({ ofTheProcess: false });
    figures.answered('ask', 'answered');
    figures.answered('ask', 'answered');
    figures.answered('search', 'failed');
    expect(await linesOf(figures, 'tally_questions_total')).toEqual(['tally_questions_total{by="ask",outcome="answered"} 2', 'tally_questions_total{by="search",outcome="failed"} 1']);
  });

  it('is the time of each step, of one that fails too, which fails as it would have', async () => {
    const figures = createFigures({ ofTheProcess: false });
    expect(await figures.timed('language', () => 'read')).toBe('read');
    await expect(figures.timed('engine', () => Promise.reject(new Error('out of time')))).rejects.toThrow('out of time');
    expect(() => figures.timedNow('card', () => { throw new Error('no template'); })).toThrow('no template');
    expect(await linesOf(figures, 'tally_stage_seconds_count')).toEqual(['language', 'engine', 'card'].map((stage) => `tally_stage_seconds_count{stage="${stage}"} 1`));
  });

  it('is what the Connector said, and how long it took to say it', async () => {
    const figures = createFigures({ ofTheProcess: false });
    figures.connected(201, 120);
    figures.connected(429, 30);
    figures.connected(null, 10_000);
    expect(await linesOf(figures, 'tally_connector_requests_total')).toEqual(['201', '429', 'none'].map((status) => `tally_connector_requests_total{status="${status}"} 1`));
    expect(await linesOf(figures, 'tally_stage_seconds_sum')).toEqual(['tally_stage_seconds_sum{stage="connector"} 10.15']);
  });
});

describe('what is looked at when the figures are read', () => {
  let folder: string;
  let store: Store;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'tally-figures-'));
    store = await openStore(pathToFileURL(path.join(folder, 'state.db')).href, () => NOW);
  });
  afterAll(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });

  const state = (changed: Partial<WatchedState> = {}): WatchedState => ({
    snapshots: () => Promise.resolve([{ extracts: 'nightly', loadedAt: NOW - 90 * MINUTE, through: '2024-07-09', refused: 0 }, { extracts: 'on-the-day', loadedAt: null, through: null, refused: 2 }]),
    refusedGrants: () => 3, posts: () => store.ledger.standing(), ready: () => store.ready(), clock: () => NOW, ...changed,
  });
  const watched = (changed: Partial<WatchedState> = {}): Figures => {
    const figures = createFigures({ ofTheProcess: false });
    watchState(figures, state(changed));
    return figures;
  };

  it('is how old each snapshot is and the last day it holds, none where none serves, which is told, and what keeps newer files out', async () => {
    const figures = watched();
    expect(await linesOf(figures, 'tally_snapshot_served')).toEqual(['tally_snapshot_served{extracts="nightly"} 1', 'tally_snapshot_served{extracts="on-the-day"} 0']);
    // 9 July 2024 began 1,720,483,200 s after 1970 began.
    expect(await linesOf(figures, 'tally_data_last_day_timestamp_seconds')).toEqual(['tally_data_last_day_timestamp_seconds{extracts="nightly"} 1720483200']);
    expect(await linesOf(figures, 'tally_snapshot_age_seconds')).toEqual(['tally_snapshot_age_seconds{extracts="nightly"} 5400']);
    expect(await linesOf(figures, 'tally_extract_faults')).toEqual(['tally_extract_faults{extracts="nightly"} 0', 'tally_extract_faults{extracts="on-the-day"} 2']);
    expect(await linesOf(figures, 'tally_grant_faults')).toEqual(['tally_grant_faults 3']);
    expect(await linesOf(figures, 'tally_ready')).toEqual(['tally_ready 1']);
  });

  it('is the ledger of the real store: every state, and how late the longest due is', async () => {
    const figures = watched();
    expect(await linesOf(figures, 'tally_post_late_seconds')).toEqual(['tally_post_late_seconds 0']);
    for (const [topic, due] of [['one', -20], ['two', -10], ['three', 30]] as const) await store.ledger.plan({ topic, slot: '2024-07-11' }, NOW + due * MINUTE, NOW);
    await store.ledger.skip({ topic: 'one', slot: '2024-07-11' }, 'on purpose', NOW);
    const states = await linesOf(figures, 'tally_posts');
    expect(states).toEqual(expect.arrayContaining(['tally_posts{state="planned"} 2', 'tally_posts{state="skipped"} 1', 'tally_posts{state="ambiguous"} 0']));
    expect(states).toHaveLength(7);
    expect(await linesOf(figures, 'tally_post_late_seconds')).toEqual(['tally_post_late_seconds 600']);
  });

  it('is told in one line of the log too, with the store and without', async () => {
    const snapshots = [{ extracts: 'nightly', age: 5_400, through: '2024-07-09', refused: 0 }, { extracts: 'on-the-day', age: null, through: null, refused: 2 }];
    expect(stateLine(await lookAt(state()))).toEqual({ code: 'STATE', ready: true, ledger: true, late: 600, snapshots, posts: expect.objectContaining({ planned: 2, skipped: 1, failed: 0 }) as object });
    const away = (): Promise<never> => Promise.reject(new Error('the store is away'));
    expect(stateLine(await lookAt(state({ posts: away, ready: away })))).toEqual({ code: 'STATE', ready: false, ledger: false, late: null, snapshots, posts: null });
  });

  it('is told to be missing where the store is away, and the rest is still told', async () => {
    const away = (): Promise<never> => Promise.reject(new Error('the store is away'));
    const figures = watched({ posts: away, ready: away });
    expect(await linesOf(figures, 'tally_posts')).toEqual([]);
    expect(await linesOf(figures, 'tally_ledger_up')).toEqual(['tally_ledger_up 0']);
    expect(await linesOf(figures, 'tally_ready')).toEqual(['tally_ready 0']);
    expect(await linesOf(figures, 'tally_snapshot_age_seconds')).toHaveLength(1);
  });
});
