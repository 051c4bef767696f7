import path from 'node:path';
import { Piscina } from 'piscina';
import type { PictureSpec } from './picture-spec';

/** Milliseconds after which a thread that has nothing to draw ends, with the memory that it holds. */
const IDLE = 60_000;

/** Draws pictures on threads beside, so many at once, so that nobody's answer waits for one. */
export function drawOnThreads(threads: number): { readonly draw: (spec: PictureSpec) => Promise<Buffer>; readonly close: () => Promise<void> } {
  const pool = new Piscina<PictureSpec, Uint8Array>({ filename: path.join(__dirname, 'draw-chart.js'), name: 'drawChart', minThreads: 0, maxThreads: threads, idleTimeout: IDLE });
  return { draw: async (spec) => Buffer.from(await pool.run(spec)), close: () => pool.destroy() };
}
