import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { canonicalTable } from '../../catalogue/tables/canonical-tables';
import { TallyError } from '../../errors';
import type { OpenSnapshot, Shelf } from '../shelf';
import type { SnapshotFolder } from '../snapshot-folder';
import type { SnapshotManifest } from '../snapshot-manifest';
import { manifestSchema } from '../snapshot-manifest';
import { DISTRIBUTE_NEXT_SCHEMA, hasCitus, replicate } from './citus';
import { copyIn } from './copy-in';
import { connected, inTransaction, serverFailed } from './engine-server';
import { loadLock, PLACE_LOCK, readLock } from './locks';
import { ServerSnapshot } from './server-snapshot';

/** Snapshots kept of one provider and rhythm: the one that serves, and the one before it to go back to. */
const KEPT = 2;

const TABLE = 'tally.snapshots';
const REGISTER = `create schema if not exists tally;
  create table if not exists ${TABLE} (
    provider text, rhythm text, id text, held_in text not null, catalogue text not null, manifest text not null,
    published_at timestamptz not null default clock_timestamp(), primary key (provider, rhythm, id))`;

/** Whose snapshots these are on a server that several providers share. */
export interface EngineServer {
  /** `postgres://user:password@host/database` */
  readonly url: string;
  /** The organisation whose extracts they are of. */
  readonly provider: string;
  readonly rhythm: 'nightly' | 'on-the-day';
}

/** The snapshots of one provider and rhythm on a PostgreSQL server, each in a schema of its own, listed in `tally.snapshots`. */
export class ServerShelf implements Shelf {
  readonly isShared = true;
  readonly #server: EngineServer;
  readonly #folder: SnapshotFolder;

  private constructor(server: EngineServer, folder: SnapshotFolder) {
    this.#server = server;
    this.#folder = folder;
  }

  /** `folder` is where snapshots are built before they are copied. Throws ENGINE_FAILED where the server cannot be reached. */
  static async open(server: EngineServer, folder: SnapshotFolder): Promise<ServerShelf> {
    await inTransaction(server.url, 'making the list of snapshots', async (client) => {
      await client.query('select pg_advisory_xact_lock($1::bigint)', [PLACE_LOCK]);
      await client.query(REGISTER);
      if (await hasCitus(client)) {
        await client.query(replicate(TABLE));
      }
    });
    return new ServerShelf(server, folder);
  }

  manifest(id: string): Promise<SnapshotManifest | null> {
    return this.#found('id = $3', id);
  }

  lastGood(catalogue: string): Promise<SnapshotManifest | null> {
    return this.#found('catalogue = $3', catalogue);
  }

  async #found(where: string, value: string): Promise<SnapshotManifest | null> {
    const { rows } = await this.#asking((client) => client.query<{ manifest: string }>(
      `select manifest from ${TABLE} where provider = $1 and rhythm = $2 and ${where} order by published_at desc limit 1`, [...this.#own, value]));
    return rows[0] === undefined ? null : manifestSchema.safeParse(JSON.parse(rows[0].manifest)).data ?? null;
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
    const { id, catalogue, rollUps } = manifest;
    const dates = new Map(rollUps.map(({ name, date, amounts }) => [name, amounts.includes('people') ? 'period' : date]));
    await inTransaction(this.#server.url, 'copying a snapshot in', async (client) => {
      const schema = this.#schemaOf(id);
      await client.query('select pg_advisory_xact_lock($1::bigint)', [loadLock(...this.#own, id)]);
      if ((await client.query(`select 1 from ${TABLE} where held_in = $1`, [schema])).rows.length === 0) {
        if (await hasCitus(client)) {
          await client.query(DISTRIBUTE_NEXT_SCHEMA);
        }
        await client.query(`create schema ${schema}`);
        await copyIn(client, schema, building, (table) => dates.get(table) ?? canonicalTable(table)?.date ?? null);
        await client.query(`insert into ${TABLE} (provider, rhythm, id, held_in, catalogue, manifest) values ($1, $2, $3, $4, $5, $6)`,
          [...this.#own, id, schema, catalogue, JSON.stringify(manifest)]);
      }
    });
    await this.#folder.discard(building);
    return manifest;
  }

  async open(manifest: SnapshotManifest): Promise<OpenSnapshot> {
    const snapshot = await ServerSnapshot.open(this.#server.url, this.#schemaOf(manifest.id), manifest);
    // It may have been taken away before anybody could know that it is read.
    if (await this.manifest(manifest.id) === null) {
      snapshot.close();
      throw new TallyError('ENGINE_FAILED', `snapshot ${manifest.id} is gone`);
    }
    return snapshot;
  }

  async publish({ id }: SnapshotManifest): Promise<void> {
    await this.#asking((client) => client.query(`update ${TABLE} set published_at = clock_timestamp() where provider = $1 and rhythm = $2 and id = $3`, [...this.#own, id]));
  }

  async remove(id: string): Promise<void> {
    await this.#drop(id);
  }

  async prune(held: ReadonlySet<string>): Promise<void> {
    const { rows } = await this.#asking((client) => client.query<{ id: string }>(
      `select id from ${TABLE} where provider = $1 and rhythm = $2 order by published_at desc offset ${KEPT}`, [...this.#own]));
    for (const { id } of rows.filter((row) => !held.has(row.id))) {
      await this.#drop(id);
    }
    await this.#folder.prune(held);
  }

  /** Drops a snapshot, unless somebody reads it. */
  async #drop(id: string): Promise<void> {
    await inTransaction(this.#server.url, 'dropping a snapshot', async (client) => {
      const schema = this.#schemaOf(id);
      const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_xact_lock($1::bigint) as alone', [readLock(schema)]);
      if (rows[0]?.alone === true) {
        await client.query(`drop schema if exists ${schema} cascade`);
        await client.query(`delete from ${TABLE} where held_in = $1`, [schema]);
      }
    });
  }

  get #own(): readonly [string, string] {
    return [this.#server.provider, this.#server.rhythm];
  }

  #schemaOf(id: string): string {
    return `tally_${createHash('sha256').update(JSON.stringify(this.#own)).digest('hex').slice(0, 8)}_${id}`;
  }

  async #asking<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = await connected(this.#server.url);
    try {
      return await work(client);
    } catch (error) {
      throw serverFailed('asking the list of snapshots', error);
    } finally {
      await client.end();
    }
  }
}
