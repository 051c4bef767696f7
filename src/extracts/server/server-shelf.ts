import { createHash } from 'node:crypto';
import { canonicalTable } from '../../catalogue/tables/canonical-tables';
import { TallyError } from '../../errors';
import type { OpenSnapshot, Shelf } from '../shelf';
import type { SnapshotFolder } from '../snapshot-folder';
import type { SnapshotManifest } from '../snapshot-manifest';
import { DISTRIBUTE_NEXT_SCHEMA, hasCitus } from './citus';
import { copyIn } from './copy-in';
import { connected, inTransaction, serverFailed } from './engine-server';
import { loadLock, readLock } from './locks';
import { ServerSnapshot } from './server-snapshot';
import { SnapshotList, type EngineServer } from './snapshot-list';

/** Snapshots kept of one provider and rhythm: the one that serves, and the one before it to go back to. */
const KEPT = 2;

/** The snapshots of one provider and rhythm on a PostgreSQL server, each in a schema of its own. */
export class ServerShelf implements Shelf {
  readonly isShared = true;
  readonly #server: EngineServer;
  readonly #folder: SnapshotFolder;
  readonly #list: SnapshotList;

  private constructor(server: EngineServer, folder: SnapshotFolder, list: SnapshotList) {
    this.#server = server;
    this.#folder = folder;
    this.#list = list;
  }

  /** `folder` is where snapshots are built before they are copied. Throws ENGINE_FAILED where the server cannot be reached. */
  static async open(server: EngineServer, folder: SnapshotFolder): Promise<ServerShelf> {
    return new ServerShelf(server, folder, await SnapshotList.open(server));
  }

  manifest(id: string): Promise<SnapshotManifest | null> {
    return this.#list.manifest(id);
  }

  lastGood(catalogue: string): Promise<SnapshotManifest | null> {
    return this.#list.lastGood(catalogue);
  }

  async turn(): Promise<(() => void) | null> {
    const client = await connected(this.#server.url);
    try {
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1::bigint) as got', [loadLock(...this.#own)]);
      if (rows[0]?.got === true) {
        return () => void client.end();
      }
    } catch (error) {
      await client.end();
      throw serverFailed('taking the turn to load', error);
    }
    await client.end();
    return null;
  }

  async finish(building: string, manifest: SnapshotManifest): Promise<SnapshotManifest> {
    const schema = this.#schemaOf(manifest.id);
    const dates = new Map(manifest.rollUps.map(({ name, date, amounts }) => [name, amounts.includes('people') ? 'period' : date]));
    await inTransaction(this.#server.url, 'copying a snapshot in', async (client) => {
      await client.query('select pg_advisory_xact_lock($1::bigint)', [loadLock(schema)]);
      if (await this.#list.has(client, schema)) {
        return;
      }
      if (await hasCitus(client)) {
        await client.query(DISTRIBUTE_NEXT_SCHEMA);
      }
      await client.query(`create schema ${schema}`);
      await copyIn(client, schema, building, (table) => dates.get(table) ?? canonicalTable(table)?.date ?? null);
      await this.#list.publish(client, schema, manifest);
    });
    await this.#folder.discard(building);
    return manifest;
  }

  async open(manifest: SnapshotManifest): Promise<OpenSnapshot> {
    const snapshot = await ServerSnapshot.open(this.#server.url, this.#schemaOf(manifest.id), manifest);
    // It may have been taken away before anybody could know that it is read.
    if (await this.#list.manifest(manifest.id) === null) {
      snapshot.close();
      throw new TallyError('ENGINE_FAILED', `snapshot ${manifest.id} is gone`);
    }
    return snapshot;
  }

  publish({ id }: SnapshotManifest): Promise<void> {
    return this.#list.publishAgain(id);
  }

  /** Drops a snapshot with all its tables, unless somebody reads it. */
  async remove(id: string): Promise<void> {
    const schema = this.#schemaOf(id);
    await inTransaction(this.#server.url, 'dropping a snapshot', async (client) => {
      const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_xact_lock($1::bigint) as alone', [readLock(schema)]);
      if (rows[0]?.alone === true) {
        await client.query(`drop schema if exists ${schema} cascade`);
        await this.#list.strike(client, schema);
      }
    });
  }

  async prune(held: ReadonlySet<string>): Promise<void> {
    for (const id of await this.#list.older(KEPT)) {
      if (!held.has(id)) {
        await this.remove(id);
      }
    }
    await this.#folder.prune(held);
  }

  get #own(): readonly [string, string] {
    return [this.#server.provider, this.#server.rhythm];
  }

  #schemaOf(id: string): string {
    return `tally_${createHash('sha256').update(JSON.stringify(this.#own)).digest('hex').slice(0, 8)}_${id}`;
  }
}
