import { drawChart } from '../../../src/cards/charts/draw-chart';
import { createPictures } from '../../../src/cards/charts/pictures';
import type { PictureSpec } from '../../../src/cards/charts/picture-spec';
import { iconsNamed } from '../../../src/cards/charts/process-icon';

const PASS: PictureSpec = { icons: ['pass'] };

/** Draws when it is told to; every token is valid but "bad". */
function held() {
  const waiting: (() => void)[] = [];
  let valid = true;
  const pictures = createPictures({
    open: (token) => (token === 'bad' || !valid ? null : PASS),
    draw: () => new Promise((resolve) => waiting.push(() => resolve(Buffer.from(`picture ${waiting.length}`)))),
  });
  return { pictures, waiting, expire: () => { valid = false; } };
}

describe('the pictures behind their tokens', () => {
  test('are drawn once, however many ask for one at once and after', async () => {
    const { pictures, waiting } = held();
    const asked = Array.from({ length: 300 }, () => pictures('one'));
    waiting.forEach((finish) => finish());
    expect(new Set((await Promise.all(asked)).map((one) => (one === null || one === 'busy' ? one : one.png.toString())))).toEqual(new Set(['picture 1']));
    expect(await pictures('one')).toEqual({ png: Buffer.from('picture 1') });
    expect(waiting).toHaveLength(1);
  });

  test('are refused while as many as may wait are being drawn, unless they are among these, and no longer than that', async () => {
    const { pictures, waiting } = held();
    const asked = Array.from({ length: 300 }, (_, at) => pictures(`token ${at}`));
    const again = pictures('token 0');
    expect(waiting).toHaveLength(64);
    waiting.forEach((finish) => finish());
    const got = await Promise.all(asked);
    expect(got.filter((one) => one === 'busy')).toHaveLength(300 - 64);
    expect(await again).toEqual(got[0]);
    const later = pictures('token 299');
    waiting[64]?.();
    expect(await later).not.toBe('busy');
  });

  test('are not kept beyond the last of them', async () => {
    const { pictures, waiting } = held();
    const one = async (token: string): Promise<void> => {
      const asked = pictures(token);
      waiting.forEach((finish) => finish());
      await asked;
    };
    for (let at = 0; at < 200; at += 1) await one(`token ${at}`);
    await one('token 0');
    expect(waiting).toHaveLength(200);
    await one('token 200');
    await one('token 0');
    expect(waiting).toHaveLength(201);
    await one('token 1');
    expect(waiting).toHaveLength(202);
  });

  test('are there no longer than their token is valid', async () => {
    const { pictures, waiting, expire } = held();
    expect(await pictures('bad')).toBeNull();
    const asked = pictures('one');
    waiting.forEach((finish) => finish());
    await asked;
    expire();
    expect(await pictures('one')).toBeNull();
  });

  test('are tried again where one could not be drawn', async () => {
    let tries = 0;
    const pictures = createPictures({ open: iconsNamed, draw: (spec) => { tries += 1; return tries === 1 ? Promise.reject(new Error('out of memory')) : drawChart(spec); } });
    await expect(pictures('pass')).rejects.toThrow('out of memory');
    expect(await pictures('pass')).toEqual({ png: await drawChart(PASS) });
  });
});
