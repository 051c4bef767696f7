import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { createFigures } from '../../src/monitoring/figures';
import { watchState } from '../../src/monitoring/state-figures';

const FOLDER = path.join(__dirname, '..', '..', 'deployment', 'monitoring');
const read = (name: string): string => readFileSync(path.join(FOLDER, name), 'utf8');

const alerts = z.object({ groups: z.array(z.object({ rules: z.array(z.object({
  alert: z.string(), expr: z.string(), for: z.string().regex(/^\d+[mh]$/).optional(),
  labels: z.object({ severity: z.enum(['page', 'ticket']) }), annotations: z.object({ summary: z.string().min(10) }),
})) })) }).parse(parse(read('alerts.yaml'))).groups.flatMap(({ rules }) => rules);
const panels = z.object({ panels: z.array(z.object({
  title: z.string(), gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }), targets: z.array(z.object({ expr: z.string() })).min(1),
})) }).parse(JSON.parse(read('dashboard.json'))).panels;
const expressions = [...alerts.map(({ alert, expr }) => [alert, expr] as const), ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const))];

/** Figure → the labels it is shown with, as GET /metrics has it once everything has happened once. */
async function shown(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const figures = createFigures({ ofTheProcess: true });
  watchState(figures, {
    snapshots: () => Promise.resolve([{ extracts: 'nightly', loadedAt: 0, through: '1970-01-01', refused: 0 }, { extracts: 'on-the-day', loadedAt: 0, through: '1970-01-01', refused: 0 }]),
    refusedGrants: () => 0, posts: () => Promise.resolve([]), ready: () => Promise.resolve(true), clock: () => 0,
  });
  figures.answered('ask', 'failed');
  figures.connected(201, 1);
  figures.requested('messages', 401);
  figures.timedNow('engine', () => null);
  const found = new Map<string, Set<string>>();
  for (const [, name = '', labels = ''] of (await figures.text()).matchAll(/^(\w+)(?:\{(.*)\})? \S+$/gm)) {
    const known = found.get(name) ?? new Set();
    for (const [, label = '', value = ''] of labels.matchAll(/(\w+)="([^"]*)"/g)) known.add(label).add(`${label}=${value}`);
    found.set(name, known);
  }
  return found;
}

let figures: ReadonlyMap<string, ReadonlySet<string>>;
beforeAll(async () => { figures = await shown(); });

/** Where Prometheus' own grammar finds that an expression is none: the place of each fault in it. */
async function faultsIn(expr: string): Promise<readonly number[]> {
  const { parser } = await import('@prometheus-io/lezer-promql');
  const found: number[] = [];
  parser.parse(expr).iterate({ enter: ({ type, from }) => { if (type.isError) found.push(from); } });
  return found;
}

it.each(expressions)('what %s asks for is PromQL', async (_, expr) => {
  expect(await faultsIn(expr)).toEqual([]);
});

it('the grammar finds what is no PromQL', async () => {
  for (const expr of ['sum(rate(tally_questions_total[15m]) > 0.05', 'sum by outcome (tally_posts)', 'tally_ready = 0']) expect([expr, (await faultsIn(expr)).length > 0]).toEqual([expr, true]);
});

it.each(expressions)('what %s asks for is among the figures, with its labels', (_, expr) => {
  const asked = [...expr.matchAll(/\b((?:tally|process|nodejs)_\w+)(?:\{([^}]*)\})?/g)];
  // `up` is Prometheus' own: whether a scrape went well.
  expect(asked.length > 0 || expr.startsWith('up{')).toBe(true);
  for (const [, name = '', conditions = ''] of asked) {
    expect([...figures.keys()]).toContain(name);
    for (const [, label = '', how = '', value = ''] of conditions.matchAll(/(\w+)(=~|!~|!=|=)"([^"]*)"/g)) {
      expect(figures.get(name)).toContain(label);
      // The ledger's states are always all shown, and so are the rhythms and these routes.
      if (how === '=') expect(figures.get(name)).toContain(`${label}=${value}`);
    }
    for (const [, split = ''] of expr.matchAll(/\bby \(([^)]*)\)/g)) {
      for (const label of split.split(', ')) expect(figures.get(name)).toContain(label);
    }
  }
});

it('every figure of our own is watched by an alert or shown on the dashboard', () => {
  const own = [...figures.keys()].filter((name) => name.startsWith('tally_')).map((name) => name.replace(/_(bucket|sum|count)$/, ''));
  const all = expressions.map(([, expr]) => expr).join('\n');
  expect([...new Set(own)].filter((name) => !all.includes(name))).toEqual([]);
});

it('every alert is explained to whoever is on call, and there is no other', () => {
  const explained = [...read('README.md').matchAll(/^\| `(Tally\w+)`/gm)].map(([, name]) => name);
  expect(explained).toEqual(alerts.map(({ alert }) => alert));
});

it('no two panels of the dashboard lie on each other, and none leaves its width', () => {
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) => Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`));
  expect(new Set(cells).size).toBe(cells.length);
  expect(panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
});

it('every test that shows a fault is there', () => {
  const named = [...read('README.md').matchAll(/`test\/(\w+)\/([\w-]+\.test\.ts)`/g)].map(([, folder = '', name = '']) => path.join(FOLDER, '..', '..', 'test', folder, name));
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
});
