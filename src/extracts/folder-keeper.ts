import { setTimeout as pause } from 'node:timers/promises';
import { londonDay, type Day } from '../calendar/day';
import type { Snapshots } from '../engine/snapshot';
import { TallyError } from '../errors';
import { faultsAgainst } from './against-last-good';
import { Building } from './building';
import { lookAtExtracts } from './extract-look';
import { faultSentence, messageOf, type Fault } from './fault';
import { ServedSnapshot } from './served-snapshot';
import { buildSnapshot } from './snapshot-build';
import type { SnapshotFolder } from './snapshot-folder';
import { loadFingerprint } from './snapshot-id';
import type { RefreshOutcome, SnapshotKeeper, SnapshotOptions } from './snapshot-keeper';
import type { SnapshotManifest } from './snapshot-manifest';

/** Looks at a first start while files that were only just written come to rest, about six seconds. */
const FIRST_LOOKS = 12;
const FIRST_LOOK_EVERY_MS = 500;

/** What Node and the engine say where there is no room to write. */
const DISK_IS_FULL = /ENOSPC|no space left/i;

interface Serving {
  readonly snapshot: ServedSnapshot;
  lent: number;
  retired: boolean;
}

/** Keeps the snapshots of one extracts folder, in one folder on disk. */
export class FolderKeeper implements SnapshotKeeper {
  readonly #options: SnapshotOptions;
  readonly #folder: SnapshotFolder;
  readonly #open = new Set<Serving>();
  #serving: Serving | null = null;
  #problems: readonly string[] = [];
  /** On which day by the clock, since some of what is refused on one day, or by a wrong clock, is good on another. */
  #refused: { readonly id: string; readonly day: Day; readonly faults: readonly Fault[] } | null = null;
  #underWay: Promise<RefreshOutcome> | null = null;
  #timer: NodeJS.Timeout | undefined;
  readonly #stop = new AbortController();

  constructor(options: SnapshotOptions, folder: SnapshotFolder) {
    this.#options = options;
    this.#folder = folder;
  }

  /** Serves what served last, so that a restart answers at once, and then looks for newer files. */
  async start(): Promise<void> {
    const last = await this.#folder.lastGood(loadFingerprint(this.#options.catalogue));
    if (last !== null) {
      await this.#tryServe(last);
    }
    try {
      let outcome = await this.refresh();
      for (let look = 1; look < FIRST_LOOKS && outcome.kind === 'waiting'; look += 1) {
        await pause(FIRST_LOOK_EVERY_MS);
        outcome = await this.refresh();
      }
    } catch (error) {
      if (this.#serving === null) {
        throw error;
      }
      this.#options.log.warn({ err: error }, 'newer extracts could not be loaded; the last good snapshot serves');
    }
  }

  lend(): ReturnType<Snapshots['lend']> {
    const serving = this.#serving;
    if (serving === null) {
      return Promise.resolve(null);
    }
    serving.lent += 1;
    let returned = false;
    const release = (): void => {
      if (!returned) {
        returned = true;
        serving.lent -= 1;
        this.#closeIfDone(serving);
      }
    };
    return Promise.resolve({ snapshot: serving.snapshot, release });
  }

  problems(): readonly string[] {
    return this.#problems;
  }

  refresh(): Promise<RefreshOutcome> {
    this.#underWay ??= this.#refreshOnce().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  watch(everyMs: number): void {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      this.refresh().catch((error: unknown) => {
        if (!this.#stop.signal.aborted) {
          this.#options.log.warn({ err: error }, 'the extracts could not be looked at');
        }
      });
    }, everyMs);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    this.#stop.abort(new TallyError('EXTRACT_REFUSED', 'the snapshots were closed while the extracts were looked at'));
    clearInterval(this.#timer);
    await this.#underWay?.catch(() => undefined);
    this.#replace(null);
  }

  async #refreshOnce(): Promise<RefreshOutcome> {
    const building = new Building(this.#folder, this.#options.log, this.#stop.signal);
    try {
      const outcome = await this.#look(building);
      this.#note(outcome);
      return outcome;
    } catch (error) {
      this.#stop.signal.throwIfAborted();
      this.#problems = [DISK_IS_FULL.test(messageOf(error))
        ? 'The extracts could not be loaded: the disk that DATA_DIR is on is full. Make room there; they are loaded by themselves.'
        : 'The extracts could not be loaded: the program met a fault of its own. Its log says which.'];
      throw new TallyError('EXTRACT_REFUSED', messageOf(error), { cause: error });
    } finally {
      await building.discard();
    }
  }

  async #look(building: Building): Promise<RefreshOutcome> {
    const { catalogue, extractsFolder, clock, log } = this.#options;
    const look = await lookAtExtracts(catalogue, extractsFolder, this.#folder, building);
    if (look.kind !== 'known') {
      return look;
    }
    if (look.faults.length > 0) {
      return { kind: 'refused', faults: look.faults };
    }
    if (this.#serving?.snapshot.id === look.id) {
      return { kind: 'unchanged', id: look.id };
    }
    const day = londonDay(clock());
    if (this.#refused?.id === look.id && this.#refused.day === day) {
      return { kind: 'refused', faults: this.#refused.faults };
    }
    const { signal } = this.#stop;
    signal.throwIfAborted();
    const lastGood = this.#serving?.snapshot.manifest ?? null;
    const made = await this.#folder.manifest(look.id);
    const worse = made === null ? [] : faultsAgainst(lastGood, catalogue.sources, made);
    if (worse.length > 0) {
      return { kind: 'refused', faults: worse };
    }
    if (made !== null && await this.#tryServe(made)) {
      return { kind: 'loaded', id: look.id, reused: true, warnings: made.warnings };
    }
    const built = await buildSnapshot({ catalogue, folder: this.#folder, building, clock, log, signal }, look.id, look.files, lastGood);
    if (built.kind !== 'built') {
      this.#refused = built.kind === 'refused' ? { id: look.id, day, faults: built.faults } : null;
      return built;
    }
    if (made !== null) {
      await this.#folder.discard(this.#folder.path(look.id));
    }
    const manifest = await this.#folder.finish(await building.path(), built.manifest);
    await this.#serve(manifest);
    return { kind: 'loaded', id: look.id, reused: false, warnings: manifest.warnings };
  }

  #note(outcome: RefreshOutcome): void {
    const { log } = this.#options;
    if (outcome.kind === 'refused') {
      this.#problems = outcome.faults.map(faultSentence);
      log.warn({ faults: this.#problems.slice(0, 20), count: this.#problems.length }, this.#serving === null ? 'extracts refused; nothing serves yet' : 'extracts refused; the last good snapshot goes on serving');
    } else if (outcome.kind === 'loaded') {
      this.#problems = [];
      log.info({ snapshot: outcome.id, reused: outcome.reused, warnings: outcome.warnings }, 'snapshot serves');
    } else if (outcome.kind === 'unchanged') {
      this.#problems = [];
    } else {
      log.info({ files: outcome.files }, 'extracts are still being written; they are left for the next look');
    }
  }

  /** Serves a finished snapshot; false where its database cannot be opened, so that it is made again from its files. */
  async #tryServe(manifest: SnapshotManifest): Promise<boolean> {
    try {
      await this.#serve(manifest);
      return true;
    } catch (error) {
      this.#options.log.warn({ err: error, snapshot: manifest.id }, 'a kept snapshot cannot be opened');
      return false;
    }
  }

  async #serve(manifest: SnapshotManifest): Promise<void> {
    const snapshot = await ServedSnapshot.open(this.#folder.path(manifest.id), manifest);
    await this.#folder.serve(manifest);
    this.#replace(snapshot);
    await this.#folder.prune(new Set([...this.#open].map((one) => one.snapshot.id)));
  }

  #replace(snapshot: ServedSnapshot | null): void {
    const before = this.#serving;
    this.#serving = snapshot === null || this.#stop.signal.aborted ? null : { snapshot, lent: 0, retired: false };
    if (this.#serving === null) {
      snapshot?.close();
    } else {
      this.#open.add(this.#serving);
    }
    if (before !== null) {
      before.retired = true;
      this.#closeIfDone(before);
    }
  }

  #closeIfDone(serving: Serving): void {
    if (serving.retired && serving.lent === 0) {
      this.#open.delete(serving);
      serving.snapshot.close();
    }
  }
}
