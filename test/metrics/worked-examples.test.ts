import { loadCatalogue } from '../../src/catalogue/load';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { canonicalTable } from '../../src/catalogue/tables/canonical-tables';
import { querySchema } from '../../src/engine/query';
import type { Figure, MetricResult } from '../../src/engine/result';
import { runQuery } from '../../src/engine/run';
import type { Coverage } from '../../src/engine/snapshot';
import { holdRows } from '../engine/held-rows';
import { createDeriver, type Deriver, type GivenRow, type GivenTables } from './derived-rows';
import { EXAMPLES, type Example } from './example';

const { catalogue } = loadCatalogue({ trustFolder: 'deployment/trust' });

let deriver: Deriver | null = null;
beforeAll(async () => {
  deriver = await createDeriver(catalogue.organisation);
});
afterAll(() => {
  deriver?.close();
  held.forEach((snapshot) => snapshot.close());
});

/** Examples over the same rows share what holds them. */
const held = new Map<string, Awaited<ReturnType<typeof holdRows>>>();

async function snapshotOf(example: Example): Promise<Awaited<ReturnType<typeof holdRows>>> {
  const given = rowsOf(example);
  const coverage = coverageOf(example);
  const key = JSON.stringify([given, coverage]);
  const snapshot = held.get(key) ?? await holdRows(await deriver?.rows(given) ?? {}, coverage);
  held.set(key, snapshot);
  return snapshot;
}

/** The example's rows one by one, each with a key and what every row of its table has. */
function rowsOf({ rows, every }: Example): GivenTables {
  return Object.fromEntries(Object.entries(rows).map(([name, written]) => {
    const key = canonicalTable(name)?.key ?? 'id';
    const repeated = written.flatMap(({ times, ...row }) => Array.from({ length: typeof times === 'number' ? times : 1 }, () => row));
    return [name, repeated.map((row, index): GivenRow => ({ [key]: `${name}-${index}`, ...every[name], ...row }))];
  }));
}

function coverageOf(example: Example): Record<string, Partial<Coverage>> {
  const span = { from: example.period.from, to: example.period.to };
  const figures = example.rows['published_values'] ?? [];
  const byMetric = Object.fromEntries(figures.map((row) => [String(row['metric']), span]));
  return Object.fromEntries(Object.keys(example.rows).map((table) => {
    const { from = '2024-01-01', to = '2024-05-31' } = example.held[table] ?? {};
    return [table, { from, to, bookedTo: to, dailyFrom: from, byMetric: table === 'published_values' ? byMetric : {} }];
  }));
}

function catalogueOf({ index }: Example): Catalogue {
  const inflation = { name: 'Example index', 'base-year': '2019/20', index: index ?? {}, owner: 'Analyst', source: 'By hand', date: '2024-04-01' };
  return index === undefined ? catalogue : { ...catalogue, inflation };
}

/** What the engine makes of the example: undivided, and by each dimension that it works out. */
async function answers(example: Example): Promise<{ readonly whole: MetricResult; readonly by: ReadonlyMap<string, MetricResult> }> {
  const snapshot = await snapshotOf(example);
  const ask = async (by: string | null): Promise<MetricResult> => {
    const { metric, filters } = example;
    const period = { ...example.period, label: 'the period', asked: null };
    const query = querySchema.parse({ intent: by === null ? 'value' : 'breakdown', metrics: [metric], period, filters, by });
    const { metrics: [result] } = await runQuery(query, { catalogue: catalogueOf(example), snapshot, today: example.today, signal: new AbortController().signal });
    if (result === undefined) {
      throw new Error(`no result for ${metric}`);
    }
    return result;
  };
  const by: [string, MetricResult][] = [];
  for (const dimension of Object.keys(example.expect.by)) {
    by.push([dimension, await ask(dimension)]);
  }
  return { whole: await ask(null), by: new Map(by) };
}

/** Sums of floating-point minutes and pounds may differ in the last place. */
const near = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 9));

/** Numerator, denominator and value of a part that an example gives as a list of one, two or three. */
function partExpected(given: readonly (number | null)[]): unknown {
  const [numerator = null, denominator = null] = given;
  if (given.length === 1) {
    return expect.objectContaining({ value: near(numerator) });
  }
  const [, , value = denominator === null || numerator === null ? numerator : numerator / denominator] = given;
  return expect.objectContaining({ numerator: near(numerator), denominator: near(denominator), value: near(value) });
}

test.each(EXAMPLES.map((example) => [example.metric, example.about, example] as const))('%s: %s', async (_metric, _about, example) => {
  const { whole, by } = await answers(example);
  const { numerator, denominator, value, missing = null, 'as-at': asAt } = example.expect;
  const figure: Partial<Record<keyof Figure, unknown>> = {
    value: near(value), ...(numerator === undefined ? {} : { numerator: near(numerator) }), ...(denominator === undefined ? {} : { denominator: near(denominator) }),
  };
  expect(whole).toMatchObject({ figure, missing, ...(asAt === undefined ? {} : { asAt }) });
  for (const result of by.values()) {
    expect(result.figure).toEqual(whole.figure);
  }
  for (const [dimension, parts] of Object.entries(example.expect.by)) {
    const found = Object.fromEntries((by.get(dimension)?.groups ?? []).map(({ keys, figure: part }) => [keys.join(', '), part]));
    const expected = Object.fromEntries(Object.entries(parts).map(([key, given]) => [key, partExpected(given)]));
    expect({ [dimension]: found }).toMatchObject({ [dimension]: expected });
  }
});
