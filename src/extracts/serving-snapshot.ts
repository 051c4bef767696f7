import type { Snapshots } from '../engine/snapshot';
import type { OpenSnapshot } from './shelf';

interface Serving {
  readonly snapshot: OpenSnapshot;
  lent: number;
  retired: boolean;
}

/** The snapshot that serves now, and those before it for as long as somebody has one lent. */
export class ServingSnapshot {
  readonly #open = new Set<Serving>();
  #serving: Serving | null = null;

  get now(): OpenSnapshot | null {
    return this.#serving?.snapshot ?? null;
  }

  /** Whether one serves whose engine can be asked now. */
  async answers(): Promise<boolean> {
    return (await this.now?.answers()) ?? false;
  }

  /** The ids of all that are open. */
  get held(): ReadonlySet<string> {
    return new Set([...this.#open].map(({ snapshot }) => snapshot.id));
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

  /** Lets another serve, or none; the one before closes once it has come back from everybody. */
  replace(snapshot: OpenSnapshot | null): void {
    const before = this.#serving;
    this.#serving = snapshot === null ? null : { snapshot, lent: 0, retired: false };
    if (this.#serving !== null) {
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
