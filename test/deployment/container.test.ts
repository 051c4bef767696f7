import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Checkout } from '../cli/checkout';

const ROOT = path.join(__dirname, '..', '..');
const COPIED = /^COPY (?:--from=build \/tally\/)?(\S+) (\S+)$/;

/** What the last stage of the container file copies: from where in the checkout, and to where in the image. */
function copied(): readonly (readonly [from: string, to: string])[] {
  const file = readFileSync(path.join(ROOT, 'deployment', 'container', 'Dockerfile'), 'utf8');
  const stage = file.slice(file.lastIndexOf('\nFROM '));
  return stage.split('\n').flatMap((line) => {
    const [, from, to] = COPIED.exec(line) ?? [];
    return from === undefined || to === undefined ? [] : [[from, to] as const];
  });
}

let checkout: Checkout;
beforeAll(() => { checkout = new Checkout(); });
afterAll(() => checkout.close());

test('the image holds all that the program reads: a question asked in it is answered', async () => {
  const image = checkout.folderWith('image', {});
  for (const [from, to] of copied()) {
    const target = path.join(image, to === './' ? from : to);
    mkdirSync(path.dirname(target), { recursive: true });
    if (from === 'node_modules') {
      symlinkSync(path.join(ROOT, from), target, 'junction');
    } else {
      cpSync(path.join(from === 'dist' ? checkout.folder : ROOT, from), target, { recursive: true });
    }
  }
  const { code, out, err } = await checkout.run('ask', [
    '--config', path.join('deployment', 'board-paper'), '--now', '2024-07-11T09:00', 'CpWAU for ESM',
  ], { within: 'image' });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('£5,061');
});
