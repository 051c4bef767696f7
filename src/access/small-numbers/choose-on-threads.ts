import path from 'node:path';
import { Piscina } from 'piscina';
import type { Choose, ChosenYear } from './chosen-year';

/** Milliseconds after which a thread that has nothing to choose ends, with the memory that it holds. */
const IDLE = 10_000;
/** Megabytes of what is made and dropped at once: what is looked at while choosing, of which there is much. */
const YOUNG = 64;

/** Chooses what is hidden on threads beside, so many at once, so that nobody's answer waits for it. */
export function chooseOnThreads(threads: number): { readonly choose: Choose; readonly close: () => Promise<void> } {
  const pool = new Piscina<Parameters<Choose>[0], ChosenYear>({
    filename: path.join(__dirname, 'chosen-year.js'), name: 'chooseHere', minThreads: 0, maxThreads: threads, idleTimeout: IDLE, resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  return { choose: (what) => pool.run(what), close: () => pool.destroy() };
}
