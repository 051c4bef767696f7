import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { freePorts } from '../deployment/ports';

const root = path.join(__dirname, '..', '..');

/** A running `npm start`, on ports of its own. */
export interface LocalStart {
  /** The address that it printed for a person to open. */
  readonly address: string;
  readonly botPort: number;
  readonly playgroundPort: number;
  /** All that it printed so far. */
  readonly printed: () => string;
  /** Presses Ctrl-C, and gives back the exit code; null where it did not end by itself in time. */
  readonly interrupt: () => Promise<number | null>;
}

/**
 * Starts what `npm start` starts, in a data folder of its own, and waits until it says what to open.
 * @param dataFolder an empty folder
 * @throws when it ends before that, with all that it printed
 */
export async function startLocally(dataFolder: string): Promise<LocalStart> {
  const [botPort = 0, playgroundPort = 0] = await freePorts(2);
  const program = spawn(process.execPath, [path.join(root, 'deployment', 'start.mjs')], {
    // Not the root: a person may be anywhere.
    cwd: dataFolder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(botPort), PLAYGROUND_PORT: String(playgroundPort), DATA_DIR: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const lines: string[] = [];
  const printed = () => lines.join('\n');
  const address = await new Promise<string>((settle, fail) => {
    for (const stream of [program.stdout, program.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        const [, found] = /^ *Open +(http:\S+)/.exec(line) ?? [];
        if (found !== undefined) settle(found);
      });
    }
    program.once('exit', (code) => fail(new Error(`npm start ended with ${String(code)}:\n${printed()}`)));
  });
  return { address, botPort, playgroundPort, printed, interrupt: () => interrupt(program) };
}

async function interrupt(program: ChildProcess): Promise<number | null> {
  if (program.exitCode !== null || program.pid === undefined) return program.exitCode;
  const ended = once(program, 'exit');
  // The whole group, as a terminal does it.
  process.kill(-program.pid, 'SIGINT');
  const last = setTimeout(() => program.pid !== undefined && process.kill(-program.pid, 'SIGKILL'), 15_000);
  await ended;
  clearTimeout(last);
  return program.exitCode;
}
