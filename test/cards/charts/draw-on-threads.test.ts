import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { drawChart } from '../../../src/cards/charts/draw-chart';
import type { PictureSpec } from '../../../src/cards/charts/picture-spec';

const ROOT = path.join(__dirname, '..', '..', '..');

beforeAll(() => {
  // Threads run the program as it is built.
  execFileSync(process.execPath, [path.join(ROOT, 'deployment', 'prepare.mjs')], { cwd: ROOT, stdio: 'ignore' });
}, 60_000);

test('a picture that is drawn on a thread is the picture that is drawn here', async () => {
  const { drawOnThreads } = jest.requireActual<{ drawOnThreads: (threads: number) => { draw: (spec: PictureSpec) => Promise<Buffer>; close: () => Promise<void> } }>(path.join(ROOT, 'dist', 'cards', 'charts', 'draw-on-threads.js'));
  const threads = drawOnThreads(1);
  const spec: PictureSpec = { icons: ['common-cause', 'fail'] };
  try {
    const png = await threads.draw(spec);
    expect(Buffer.isBuffer(png)).toBe(true);
    expect(png.equals(await drawChart(spec))).toBe(true);
  } finally {
    await threads.close();
  }
});
