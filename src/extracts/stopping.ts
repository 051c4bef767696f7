import type { DuckDBConnection } from '@duckdb/node-api';

/** An interruption that comes between two steps of a statement would be lost, so it is repeated until the work ends. */
const REPEAT_INTERRUPT_MS = 20;

/** Does `work` on `connection`; once `signal` aborts, its statements are interrupted and the signal's reason is thrown. */
export async function stoppedBy<T>(signal: AbortSignal, connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  let repeat: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    connection.interrupt();
    repeat = setInterval(() => { connection.interrupt(); }, REPEAT_INTERRUPT_MS);
  };
  signal.throwIfAborted();
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    const done = await work();
    signal.throwIfAborted();
    return done;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', interrupt);
    clearInterval(repeat);
  }
}
