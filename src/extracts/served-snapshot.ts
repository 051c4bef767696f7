import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Row, SqlValue } from '../engine/snapshot';
import { plainRows } from './load-rows';
import { OpenSnapshot } from './shelf';
import { DATABASE } from './snapshot-load';
import type { SnapshotManifest } from './snapshot-manifest';
import { stoppedBy } from './stopping';

/** Statements that run at once; further ones wait. More only make each other slower. */
const CONNECTIONS = 8;

/** A snapshot opened read-only, so that any number of processes may hold it. */
export class ServedSnapshot extends OpenSnapshot {
  readonly #instance: DuckDBInstance;
  readonly #idle: DuckDBConnection[] = [];
  readonly #waiting: (() => void)[] = [];
  #connections = 0;

  private constructor(manifest: SnapshotManifest, instance: DuckDBInstance) {
    super(manifest);
    this.#instance = instance;
  }

  /** Opens the snapshot in `folder`. Throws where its database cannot be read. */
  static async open(folder: string, manifest: SnapshotManifest): Promise<ServedSnapshot> {
    const instance = await DuckDBInstance.create(join(folder, DATABASE), {
      access_mode: 'READ_ONLY', threads: String(availableParallelism()), enable_external_access: 'false',
    });
    const served = new ServedSnapshot(manifest, instance);
    served.#idle.push(await instance.connect());
    served.#connections = 1;
    return served;
  }

  async run(sql: string, parameters: readonly SqlValue[], signal: AbortSignal): Promise<readonly Row[]> {
    signal.throwIfAborted();
    // A question is several statements at once, each of which listens for the end of its time.
    setMaxListeners(0, signal);
    const connection = await this.#take(signal);
    try {
      return await stoppedBy(signal, connection, async () => {
        const result = await connection.run(sql, [...parameters]);
        const [names, all]: [readonly string[], Row[]] = [result.columnNames(), []];
        // A few thousand at a time, so that many rows hold nobody else up.
        for await (const rows of result.yieldRows()) {
          all.push(...plainRows(names, rows));
        }
        return all;
      });
    } finally {
      this.#giveBack(connection);
    }
  }

  async #take(signal: AbortSignal): Promise<DuckDBConnection> {
    for (;;) {
      const idle = this.#idle.pop();
      if (idle !== undefined) {
        return idle;
      }
      if (this.#connections < CONNECTIONS) {
        this.#connections += 1;
        return this.#instance.connect();
      }
      await this.#turn(signal);
      signal.throwIfAborted();
    }
  }

  /** Waits for a connection to be given back. Whoever gives up leaves the queue, so that no turn is spent on nobody. */
  async #turn(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const take = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        resolve();
      };
      this.#waiting.push(take);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  #giveBack(connection: DuckDBConnection): void {
    this.#idle.push(connection);
    this.#waiting.shift()?.();
  }

  /** The engine is in this process. */
  answers(): Promise<boolean> {
    return Promise.resolve(true);
  }

  /** Closes the database. Only once nothing runs on it any more. */
  close(): void {
    for (const connection of this.#idle) {
      connection.closeSync();
    }
    this.#instance.closeSync();
  }
}
