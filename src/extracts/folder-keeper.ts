import { setTimeout as pause } from 'node:timers/promises';
import { londonDay, type Day } from '../calendar/day';
import type { Snapshots } from '../engine/snapshot';
import { TallyError } from '../errors';
import { faultsAgainst } from './against-last-good';
import { Building } from './building';
import { lookAtExtracts, type Look } from './extract-look';
import { faultSentence, type Fault } from './fault';
import { loadFault } from './load-fault';
import { buildSnapshot } from './snapshot-build';
import { ServingSnapshot } from './serving-snapshot';
import type { Shelf } from './shelf';
import type { SnapshotFolder } from './snapshot-folder';
import { loadFingerprint } from './snapshot-id';
import type { RefreshOutcome, SnapshotKeeper, SnapshotOptions } from './snapshot-keeper';
import type { SnapshotManifest } from './snapshot-manifest';

/** Looks at a first start while files that were only just written come to rest, about six seconds. */
const FIRST_LOOKS = 12;
const FIRST_LOOK_EVERY_MS = 500;

/** Keeps the snapshots of one extracts folder: built in one folder on disk, and served from there or from a shelf that instances share. */
export class FolderKeeper implements SnapshotKeeper {
  readonly #options: SnapshotOptions;
  readonly #folder: SnapshotFolder;
  readonly #shelf: Shelf;
  readonly #serving = new ServingSnapshot();
  #problems: readonly string[] = [];
  /** On which day by the clock, since some of what is refused on one day, or by a wrong clock, is good on another. */
  #refused: { readonly id: string; readonly day: Day; readonly faults: readonly Fault[] } | null = null;
  /** What the files here made when they were last looked at. */
  #looked: string | null = null;
  #underWay: Promise<RefreshOutcome> | null = null;
  #timer: NodeJS.Timeout | undefined;
  readonly #stop = new AbortController();

  constructor(options: SnapshotOptions, folder: SnapshotFolder, shelf: Shelf = folder) {
    this.#options = options;
    this.#folder = folder;
    this.#shelf = shelf;
  }

  /** Serves what served last, so that a restart answers at once, and then looks for newer files. */
  async start(): Promise<void> {
    await this.#serveLast();
    try {
      let outcome = await this.refresh();
      for (let look = 1; look < FIRST_LOOKS && outcome.kind === 'waiting'; look += 1) {
        await pause(FIRST_LOOK_EVERY_MS);
        outcome = await this.refresh();
      }
    } catch (error) {
      if (this.#serving.now === null) {
        throw error;
      }
      this.#options.log.warn({ err: error }, 'newer extracts could not be loaded; the last good snapshot serves');
    }
  }

  async #serveLast(): Promise<void> {
    const last = await this.#shelf.lastGood(loadFingerprint(this.#options.catalogue));
    if (last !== null && last.id !== this.#serving.now?.id) {
      await this.#tryServe(last);
    }
  }

  lend(): ReturnType<Snapshots['lend']> {
    return this.#serving.lend();
  }

  answers(): Promise<boolean> {
    return this.#serving.answers();
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
    this.#serving.replace(null);
  }

  async #refreshOnce(): Promise<RefreshOutcome> {
    const building = new Building(this.#folder, this.#options.log, this.#stop.signal);
    try {
      if (this.#shelf.isShared) {
        await this.#serveLast();
      }
      const outcome = await this.#look(building);
      this.#note(outcome);
      return outcome;
    } catch (error) {
      this.#stop.signal.throwIfAborted();
      const fault = loadFault(error);
      this.#problems = [fault.sentence];
      throw fault;
    } finally {
      await building.discard();
    }
  }

  async #look(building: Building): Promise<RefreshOutcome> {
    const { catalogue, extractsFolder, clock } = this.#options;
    const look = await lookAtExtracts(catalogue, extractsFolder, this.#folder, building);
    if (look.kind !== 'known') {
      return look;
    }
    if (look.faults.length > 0) {
      return { kind: 'refused', faults: look.faults };
    }
    const isNews = this.#looked !== null && this.#looked !== look.id;
    this.#looked = look.id;
    const serving = this.#serving.now;
    if (serving?.id === look.id) {
      return { kind: 'unchanged', id: look.id };
    }
    if (this.#refused?.id === look.id && this.#refused.day === londonDay(clock())) {
      return { kind: 'refused', faults: this.#refused.faults };
    }
    const { signal } = this.#stop;
    signal.throwIfAborted();
    const lastGood = serving?.manifest ?? null;
    const made = await this.#shelf.manifest(look.id);
    if (made !== null && this.#shelf.isShared && serving !== null && !isNews) {
      // Another instance has put newer files in the place of these.
      return { kind: 'unchanged', id: serving.id };
    }
    const worse = made === null ? [] : faultsAgainst(lastGood, catalogue.sources, made);
    if (worse.length > 0) {
      return { kind: 'refused', faults: worse };
    }
    if (made !== null && await this.#tryServe(made)) {
      await this.#shelf.publish(made);
      return { kind: 'loaded', id: look.id, reused: true, warnings: made.warnings };
    }
    const giveTurn = await this.#shelf.turn();
    if (giveTurn === null) {
      return { kind: 'elsewhere', id: look.id };
    }
    try {
      return await this.#load(building, look, made !== null);
    } finally {
      giveTurn();
    }
  }

  /** Loads files that no snapshot was made of yet, or of which it cannot be read. */
  async #load(building: Building, { id, files }: Extract<Look, { kind: 'known' }>, isBroken: boolean): Promise<RefreshOutcome> {
    const { catalogue, clock, log } = this.#options;
    const lastGood = this.#serving.now?.manifest ?? null;
    const built = await buildSnapshot({ catalogue, folder: this.#folder, building, clock, log, signal: this.#stop.signal }, id, files, lastGood);
    if (built.kind !== 'built') {
      this.#refused = built.kind === 'refused' ? { id, day: londonDay(clock()), faults: built.faults } : null;
      return built;
    }
    if (isBroken) {
      await this.#shelf.remove(id);
    }
    const manifest = await this.#shelf.finish(await building.path(), built.manifest);
    await this.#serve(manifest);
    return { kind: 'loaded', id, reused: false, warnings: manifest.warnings };
  }

  #note(outcome: RefreshOutcome): void {
    const { log } = this.#options;
    if (outcome.kind === 'refused') {
      this.#problems = outcome.faults.map(faultSentence);
      log.warn({ faults: this.#problems.slice(0, 20), count: this.#problems.length }, this.#serving.now === null ? 'extracts refused; nothing serves yet' : 'extracts refused; the last good snapshot goes on serving');
    } else if (outcome.kind === 'loaded') {
      this.#problems = [];
      log.info({ snapshot: outcome.id, reused: outcome.reused, warnings: outcome.warnings }, 'snapshot serves');
    } else if (outcome.kind === 'unchanged') {
      this.#problems = [];
    } else if (outcome.kind === 'elsewhere') {
      log.info({ snapshot: outcome.id }, 'another instance is loading these extracts');
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
    const snapshot = await this.#shelf.open(manifest);
    await this.#options.before?.(snapshot).catch((error: unknown) => this.#options.log.warn({ err: error, snapshot: manifest.id }, 'what is hidden could not be worked out before the snapshot serves'));
    if (this.#stop.signal.aborted) {
      snapshot.close();
      return;
    }
    this.#serving.replace(snapshot);
    await this.#shelf.prune(this.#serving.held).catch((error: unknown) => this.#options.log.warn({ err: error }, 'old snapshots could not be taken away'));
  }
}
