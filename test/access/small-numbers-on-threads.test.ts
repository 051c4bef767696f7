import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { createSmallNumbers } from '../../src/access/small-numbers/small-numbers';
import type { Choose } from '../../src/access/small-numbers/chosen-year';
import type { Snapshot } from '../../src/engine/snapshot';
import { hiddenOf } from './hidden-of';
import { atomsOf, CATALOGUE, holdAtoms } from './small-extract';

const ROOT = path.join(__dirname, '..', '..');

let held: Snapshot & { close(): void };
beforeAll(async () => {
  // Threads run the program as it is built.
  execFileSync(process.execPath, [path.join(ROOT, 'deployment', 'prepare.mjs')], { cwd: ROOT, stdio: 'ignore' });
  held = await holdAtoms(atomsOf(4));
}, 60_000);
afterAll(() => held.close());

test('what is chosen on threads hides the same as what is chosen here', async () => {
  const { chooseOnThreads } = jest.requireActual<{ chooseOnThreads: (threads: number) => { choose: Choose; close: () => Promise<void> } }>(path.join(ROOT, 'dist', 'access', 'small-numbers', 'choose-on-threads.js'));
  const threads = chooseOnThreads(1);
  try {
    let chosen = 0;
    const choose: Choose = async (what) => {
      chosen += 1;
      return threads.choose(what);
    };
    const smallNumbers = createSmallNumbers({ choose });
    await smallNumbers.prepare({ catalogue: CATALOGUE, snapshot: held });
    expect(chosen).toBeGreaterThan(0);
    const hidden = await hiddenOf(held, smallNumbers);
    expect(hidden.length).toBeGreaterThan(50);
    expect(hidden).toEqual(await hiddenOf(held, createSmallNumbers()));
  } finally {
    await threads.close();
  }
});
