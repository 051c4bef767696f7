import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const WITHIN = 60_000;

/**
 * The PostgreSQL server of this test run, on loopback: started by whoever asks first, and shared by all that run at once.
 * @returns the address of its database `postgres`, as a user who may do everything
 */
export async function startedServer(): Promise<string> {
  const { TALLY_TEST_POSTGRES: folder = '', TALLY_TEST_RUN: run = '' } = process.env;
  if (first(path.join(folder, 'asked'))) {
    spawn(process.execPath, [path.join(__dirname, 'run.mjs'), folder, run], { detached: true, stdio: 'ignore' }).unref();
  }
  for (const until = Date.now() + WITHIN; Date.now() < until; await pause(20)) {
    if (existsSync(path.join(folder, 'failed'))) throw new Error(`PostgreSQL could not be started: ${readFileSync(path.join(folder, 'failed'), 'utf8')}`);
    if (existsSync(path.join(folder, 'url'))) return readFileSync(path.join(folder, 'url'), 'utf8');
  }
  throw new Error('PostgreSQL could not be started in time');
}

/** The certificate of the started server, as a file: it vouches for `localhost`. */
export function serverCertificate(): string {
  return path.join(process.env['TALLY_TEST_POSTGRES'] ?? '', 'certificate.pem');
}

/** Of all that ask at once, over every process, one is told so. */
function first(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
