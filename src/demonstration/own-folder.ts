import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const OWNED = /^on-the-day-(\d+)-/;

/**
 * Makes a folder under `root` that is nobody else's, for the extract of a moment: two processes may ask about two moments
 * of one day. What processes that have ended left behind is taken away.
 */
export async function makeOwnFolder(root: string): Promise<string> {
  await mkdir(root, { recursive: true });
  for (const name of await readdir(root)) {
    const owner = Number(OWNED.exec(name)?.[1] ?? process.pid);
    if (!isRunning(owner)) {
      await rm(join(root, name), { recursive: true, force: true });
    }
  }
  return mkdtemp(join(root, `on-the-day-${process.pid}-`));
}

/** Whether there is such a process, which may be another's. */
export function isRunning(processId: number): boolean {
  try {
    // Signal 0 only asks whether the process is there.
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM';
  }
}
