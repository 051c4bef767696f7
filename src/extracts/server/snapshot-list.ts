import type { Client } from 'pg';
import { manifestSchema, type SnapshotManifest } from '../snapshot-manifest';
import { hasCitus, replicate } from './citus';
import { connected, inTransaction, serverFailed } from './engine-server';
import { PLACE_LOCK } from './locks';

/** Whose snapshots these are on a server that several providers share. */
export interface EngineServer {
  /** `postgres://user:password@host/database` */
  readonly url: string;
  /** The organisation whose extracts they are of. */
  readonly provider: string;
  readonly rhythm: 'nightly' | 'on-the-day';
}

const TABLE = 'tally_engine.snapshots';
const MADE = `create schema if not exists tally_engine;
  create table if not exists ${TABLE} (
    provider text, rhythm text, id text, held_in text not null, catalogue text not null, manifest text not null,
    published_at timestamptz not null default clock_timestamp(), primary key (provider, rhythm, id))`;

/** The finished snapshots of one provider and rhythm, in the table `tally_engine.snapshots` of a server: the one published last serves. */
export class SnapshotList {
  readonly #url: string;
  readonly #own: readonly [string, string];

  private constructor({ url, provider, rhythm }: EngineServer) {
    this.#url = url;
    this.#own = [provider, rhythm];
  }

  /** Makes the table where it is missing. Throws ENGINE_FAILED where the server cannot be reached or the user may not. */
  static async open(server: EngineServer): Promise<SnapshotList> {
    await inTransaction(server.url, 'making the list of snapshots', async (client) => {
      await client.query('select pg_advisory_xact_lock($1::bigint)', [PLACE_LOCK]);
      const { rows } = await client.query<{ found: string | null }>(`select to_regclass('${TABLE}')::text as found`);
      if (rows[0]?.found === null) {
        await client.query(MADE);
      }
      if (await hasCitus(client)) {
        await client.query(replicate(TABLE));
      }
    });
    return new SnapshotList(server);
  }

  /** Null where there is none of that id. */
  manifest(id: string): Promise<SnapshotManifest | null> {
    return this.#newest('id = $3', id);
  }

  /** What was published last under a loading fingerprint. */
  lastGood(catalogue: string): Promise<SnapshotManifest | null> {
    return this.#newest('catalogue = $3', catalogue);
  }

  async #newest(where: string, value: string): Promise<SnapshotManifest | null> {
    const { rows } = await this.#asking((client) => client.query<{ manifest: string }>(
      `select manifest from ${TABLE} where provider = $1 and rhythm = $2 and ${where} order by published_at desc limit 1`, [...this.#own, value]));
    return rows[0] === undefined ? null : manifestSchema.safeParse(JSON.parse(rows[0].manifest)).data ?? null;
  }

  /** All but the `kept` published last. */
  async older(kept: number): Promise<readonly string[]> {
    const { rows } = await this.#asking((client) => client.query<{ id: string }>(
      `select id from ${TABLE} where provider = $1 and rhythm = $2 order by published_at desc offset $3::int`, [...this.#own, kept]));
    return rows.map(({ id }) => id);
  }

  async publishAgain(id: string): Promise<void> {
    await this.#asking((client) => client.query(`update ${TABLE} set published_at = clock_timestamp() where provider = $1 and rhythm = $2 and id = $3`, [...this.#own, id]));
  }

  /** In the caller's transaction. */
  async has(client: Client, schema: string): Promise<boolean> {
    return (await client.query(`select 1 from ${TABLE} where held_in = $1`, [schema])).rows.length > 0;
  }

  /** In the caller's transaction: from its end on the snapshot serves everywhere. */
  async publish(client: Client, schema: string, manifest: SnapshotManifest): Promise<void> {
    await client.query(`insert into ${TABLE} (provider, rhythm, id, held_in, catalogue, manifest) values ($1, $2, $3, $4, $5, $6)`,
      [...this.#own, manifest.id, schema, manifest.catalogue, JSON.stringify(manifest)]);
  }

  /** In the caller's transaction. */
  async strike(client: Client, schema: string): Promise<void> {
    await client.query(`delete from ${TABLE} where held_in = $1`, [schema]);
  }

  async #asking<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = await connected(this.#url);
    try {
      return await work(client);
    } catch (error) {
      throw serverFailed('asking the list of snapshots', error);
    } finally {
      await client.end();
    }
  }
}
