import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Query, type Client, type Connection } from 'pg';

/** Messages of PostgreSQL's protocol by which a client sends rows (Message Formats: CopyData, CopyDone, CopyFail). */
const [DATA, DONE, FAIL] = ['d', 'c', 'f'] as const;

/** A letter, the length of what follows with its own four bytes, and what follows. */
function message(kind: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5, kind);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** Runs `copy … from stdin` with the rows that `source` gives, no faster than the server takes them. Gives back how many arrived. */
export function copyFrom(client: Client, sql: string, source: Readable): Promise<number> {
  return new Promise((settle, fail) => {
    client.query(new CopyIn(sql, source, (error, arrived) => {
      source.destroy();
      if (error === null) {
        settle(arrived);
      } else {
        fail(error);
      }
    }));
  });
}

class CopyIn extends Query {
  readonly #source: Readable;

  constructor(sql: string, source: Readable, done: (error: Error | null, arrived: number) => void) {
    super(sql, (error, result) => done(error ?? null, error ? 0 : result.rowCount ?? 0));
    this.#source = source;
  }

  /** The driver calls this once the server is ready for the rows. */
  handleCopyInResponse({ stream }: Pick<Connection, 'stream'>): void {
    this.#send(stream).then(() => stream.write(message(DONE, Buffer.alloc(0))), () => stream.write(message(FAIL, Buffer.from('the rows could not be read\0'))));
  }

  async #send(stream: Connection['stream']): Promise<void> {
    for await (const part of this.#source) {
      const chunk = part as Buffer;
      if (!stream.write(message(DATA, chunk)) && !stream.destroyed) {
        await once(stream, 'drain');
      }
    }
  }
}
