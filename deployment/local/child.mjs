import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { root } from '../prepare.mjs';

const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Milliseconds between two looks at whether npm is still there. */
const LOOK = 500;

/** Milliseconds a program is given to finish what it is doing before it is ended. */
const GRACE = 10_000;

/** The program itself, nothing around it: signals are passed on and its exit code is ours. */
export async function runForTeams(env) {
  const child = start('The bot', [join('dist', 'main.js')], { env, stdio: 'inherit' });
  for (const signal of STOPPING) process.on(signal, () => child.process.kill(signal));
  whenNpmIsGone(() => child.process.kill('SIGTERM'));
  const { code } = await child.ended;
  process.exitCode = code;
}

/**
 * Starts a Node program from the checkout's root.
 *
 * @returns its process, and a promise of how it ended: an exit code, or 128 and the signal's number as a shell says it
 */
export function start(name, args, { env, stdio }) {
  const program = spawn(process.execPath, args, { cwd: root, env, stdio });
  const ended = new Promise((settle) => {
    program.on('error', (error) => settle({ name, code: 1, how: error.message }));
    program.on('exit', (code, signal) => {
      settle(
        signal === null
          ? { name, code: code ?? 1, how: `exit code ${code}` }
          : { name, code: 128 + constants.signals[signal], how: signal },
      );
    });
  });
  return { name, process: program, ended };
}

/** Asks a program to stop, and ends it if it does not. */
export async function stop(child) {
  if (child.process.exitCode !== null || child.process.signalCode !== null || child.process.pid === undefined) return;
  child.process.kill('SIGTERM');
  const timer = setTimeout(() => child.process.kill('SIGKILL'), GRACE);
  await child.ended;
  clearTimeout(timer);
}

/** Settles when the person, or the system, asks this program to stop; a second time it ends at once. */
export function askedToStop() {
  return new Promise((settle) => {
    let asked = false;
    for (const signal of STOPPING) {
      process.on(signal, () => {
        if (asked) process.exit(1);
        asked = true;
        settle(signal);
      });
    }
    whenNpmIsGone(() => settle('npm'));
  });
}

/** A signal sent to npm ends npm and its shell without reaching what they run: their going has to be noticed. */
function whenNpmIsGone(then) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    then();
  }, LOOK);
  look.unref();
}
