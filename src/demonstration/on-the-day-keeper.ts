import { londonClock } from '../calendar/instant';
import type { RefreshOutcome, SnapshotKeeper } from '../extracts/snapshot-keeper';
import { writeOnTheDayExtract } from './on-the-day-extract';

/** Milliseconds between two extracts of a day, as a theatre system's export would have it. */
const EVERY = 5 * 60_000;
const MINUTE = 60_000;

/**
 * Keeps the demonstration's day going: an extract of the moment is written every few minutes before the folder is looked
 * at. It comes by the clock that is handed in, so that a clock that stands still gets one.
 */
export class OnTheDayKeeper implements SnapshotKeeper {
  readonly #inner: SnapshotKeeper;
  readonly #writer: OnTheDayWriter;
  readonly #failed: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(inner: SnapshotKeeper, writer: OnTheDayWriter, failed: (error: unknown) => void) {
    this.#inner = inner;
    this.#writer = writer;
    this.#failed = failed;
  }

  lend(): ReturnType<SnapshotKeeper['lend']> {
    return this.#inner.lend();
  }

  answers(): Promise<boolean> {
    return this.#inner.answers();
  }

  problems(): readonly string[] {
    return this.#inner.problems();
  }

  async refresh(): Promise<RefreshOutcome> {
    await this.#writer.write();
    return this.#inner.refresh();
  }

  watch(everyMs: number): void {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      this.refresh().catch(this.#failed);
    }, everyMs);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#inner.close();
  }
}

/** Writes the extract of the clock's minute, and none again before the next is due. */
export class OnTheDayWriter {
  readonly #folders: { readonly source: string; readonly target: string };
  readonly #clock: () => number;
  #written: number | null = null;

  constructor(folders: { readonly source: string; readonly target: string }, clock: () => number) {
    this.#folders = folders;
    this.#clock = clock;
  }

  async write(): Promise<void> {
    const now = this.#clock();
    if (this.#written !== null && now - this.#written < EVERY) {
      return;
    }
    const at = Math.floor(now / MINUTE) * MINUTE;
    await writeOnTheDayExtract({ ...this.#folders, readAt: londonClock(at), at });
    this.#written = at;
  }
}
