import { DuckDBInstance } from '@duckdb/node-api';
import { CHANCE_MACROS, normalDraw, unitDraw } from '../../src/demonstration/chance';

const KEYS = Array.from({ length: 4000 }, (_, index) => `key ${index}`);

test('Draws in TypeScript are spread evenly, and about zero with variance 1', () => {
  const units = KEYS.map(unitDraw);
  expect(units.reduce((sum, draw) => sum + draw, 0) / KEYS.length).toBeCloseTo(0.5, 1);
  const normals = KEYS.map(normalDraw);
  expect(Math.abs(normals.reduce((sum, draw) => sum + draw, 0) / KEYS.length)).toBeLessThan(0.06);
  expect(normals.reduce((sum, draw) => sum + draw * draw, 0) / KEYS.length).toBeCloseTo(1, 0);
});

test('Draws in SQL for two purposes have nothing to do with each other', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const macro of CHANCE_MACROS) {
    await connection.run(macro);
  }
  const result = await connection.runAndReadAll(`select corr(a, b) as correlation, corr(a * 16 % 1, b * 16 % 1) as finer, avg(a) as mean, var_pop(a) as variance,
    count(*) filter (a < 0.01 and b < 0.01) as both from (select unit(i * 4096 + i % 7, 'missed') as a, unit(i * 4096 + i % 7, 'first') as b from range(200000) r(i))`);
  const [row] = result.getRowObjectsJS();
  expect(Math.abs(Number(row?.['correlation']))).toBeLessThan(0.01);
  expect(Math.abs(Number(row?.['finer']))).toBeLessThan(0.01);
  expect(Number(row?.['mean'])).toBeCloseTo(0.5, 2);
  // A uniform draw has variance 1/12; two independent ones fall below 1% together once in 10,000.
  expect(Number(row?.['variance'])).toBeCloseTo(1 / 12, 3);
  expect(Number(row?.['both'])).toBeLessThan(45);
});

test('A total shared by running weights is given out whole', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const macro of CHANCE_MACROS) {
    await connection.run(macro);
  }
  const result = await connection.runAndReadAll(`select sum(share) as total, min(share) as least from (
    select share_of(1000, sum(w) over (order by w, i), w, sum(w) over ()) as share from (select i, i * 37 % 11 as w from range(97) r(i)))`);
  expect(result.getRowObjectsJS()).toEqual([{ total: 1000n, least: 0n }]);
});
