import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const WITHIN = 60_000;

/** A PostgreSQL server that nobody else has, which can be taken down and brought back. */
export class OwnServer {
  readonly url: string;
  readonly #folder: string;

  private constructor(folder: string, url: string) {
    this.#folder = folder;
    this.url = url;
  }

  static async start(): Promise<OwnServer> {
    const folder = mkdtempSync(path.join(tmpdir(), 'tally-own-postgres-'));
    spawn(process.execPath, [path.join(__dirname, 'run.mjs'), folder, String(process.pid)], { detached: true, stdio: 'ignore' }).unref();
    await until(() => existsSync(path.join(folder, 'url')) || existsSync(path.join(folder, 'failed')));
    if (existsSync(path.join(folder, 'failed'))) throw new Error(`PostgreSQL could not be started: ${readFileSync(path.join(folder, 'failed'), 'utf8')}`);
    return new OwnServer(folder, readFileSync(path.join(folder, 'url'), 'utf8'));
  }

  /** Takes it down, or brings it back where it is down. */
  async turn(to: 'down' | 'up'): Promise<void> {
    rmSync(path.join(this.#folder, 'state'), { force: true });
    this.#signal('SIGHUP');
    await until(() => existsSync(path.join(this.#folder, 'state')));
    const state = readFileSync(path.join(this.#folder, 'state'), 'utf8');
    if (state !== to) throw new Error(`the server is ${state}`);
  }

  async close(): Promise<void> {
    this.#signal('SIGTERM');
    await until(() => !existsSync(this.#folder));
  }

  #signal(signal: NodeJS.Signals): void {
    process.kill(Number(readFileSync(path.join(this.#folder, 'pid'), 'utf8')), signal);
  }
}

async function until(met: () => boolean): Promise<void> {
  for (const end = Date.now() + WITHIN; !met(); await pause(20)) {
    if (Date.now() > end) throw new Error('the PostgreSQL server did not do so in time');
  }
}
