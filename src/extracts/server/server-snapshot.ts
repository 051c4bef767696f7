import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client, Pool, PoolClient } from 'pg';
import type { Row, SqlValue } from '../../engine/snapshot';
import { OpenSnapshot } from '../shelf';
import type { SnapshotManifest } from '../snapshot-manifest';
import { connected, readersOf, serverFailed } from './engine-server';
import { readLock } from './locks';

/** Milliseconds for which what the server answered holds, and within which it has to; a probe waits for five seconds. */
const ANSWER_HOLDS = 3_000;
const ANSWERS_WITHIN = 2_000;

/** A snapshot whose tables lie in one schema of a PostgreSQL server. It is not taken away while anybody has it open. */
export class ServerSnapshot extends OpenSnapshot {
  readonly #url: string;
  readonly #schema: string;
  readonly #readers: Pool;
  #mark: Promise<Client> | null = null;
  #asked: { readonly at: number; readonly answer: Promise<boolean> } | null = null;
  #closed = false;

  private constructor(url: string, schema: string, manifest: SnapshotManifest) {
    super(manifest);
    this.#url = url;
    this.#schema = schema;
    this.#readers = readersOf(url, schema);
  }

  /** Opens the snapshot in `schema`. Throws ENGINE_FAILED where the server cannot be reached; that it is still there, the caller asks afterwards. */
  static async open(url: string, schema: string, manifest: SnapshotManifest): Promise<ServerSnapshot> {
    const snapshot = new ServerSnapshot(url, schema, manifest);
    await snapshot.#markRead();
    return snapshot;
  }

  /** Says to every instance that the snapshot is being read, anew where the connection that said so was lost. */
  #markRead(): Promise<Client> {
    return (this.#mark ??= this.#marked());
  }

  async #marked(): Promise<Client> {
    try {
      const client = await connected(this.#url);
      client.once('end', () => { this.#mark = null; });
      await client.query('select pg_advisory_lock_shared($1::bigint)', [readLock(this.#schema)]).catch(async (error: unknown) => {
        await client.end();
        throw error;
      });
      return client;
    } catch (error) {
      this.#mark = null;
      throw serverFailed('marking a snapshot as read', error);
    }
  }

  async run(sql: string, parameters: readonly SqlValue[], signal: AbortSignal): Promise<readonly Row[]> {
    signal.throwIfAborted();
    // A question is several statements at once, each of which listens for the end of its time.
    setMaxListeners(0, signal);
    let client: PoolClient | null = null;
    const giveBack = (broken: boolean): void => {
      client?.release(broken);
      client = null;
    };
    const stop = (): void => giveBack(true);
    signal.addEventListener('abort', stop, { once: true });
    try {
      await this.#markRead();
      const taken = client = await this.#readers.connect();
      signal.throwIfAborted();
      const { rows } = await taken.query<Row>(sql, parameters.map(written));
      return rows;
    } catch (error) {
      signal.throwIfAborted();
      throw serverFailed('reading a snapshot', error);
    } finally {
      signal.removeEventListener('abort', stop);
      giveBack(false);
    }
  }

  /** Asked on the connection that marks the snapshot as read, where no question is in the way. */
  answers(): Promise<boolean> {
    if (this.#asked === null || performance.now() - this.#asked.at > ANSWER_HOLDS) {
      this.#asked = { at: performance.now(), answer: this.#ask() };
    }
    return this.#asked.answer;
  }

  async #ask(): Promise<boolean> {
    const asked = this.#markRead().then((client) => client.query('select 1')).then(() => true, () => false);
    const isAnswered = await Promise.race([asked, pause(ANSWERS_WITHIN, null, { ref: false })]);
    // A connection that says nothing any more is given up, so that the next time there is another.
    if (isAnswered === null) void this.#mark?.then((client) => client.end(), () => undefined);
    return isAnswered ?? false;
  }

  close(): void {
    if (!this.#closed) {
      this.#closed = true;
      void this.#readers.end();
      void this.#mark?.then((client) => client.end());
    }
  }
}

/** PostgreSQL holds every character in a text but this one. */
const written = (value: SqlValue): SqlValue => (typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value);
