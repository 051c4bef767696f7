import { createSmallNumbers } from '../../src/access/small-numbers/small-numbers';
import { figures } from '../../src/engine/figures';
import type { Selection } from '../../src/engine/query';
import type { Snapshot } from '../../src/engine/snapshot';
import { CATALOGUE, holdAtoms, KEYS, MEASURES, type Atom, type By } from './small-extract';
import { Solver } from './solver';

/** A day of each week of May and June 2024, and those of the two weeks that lie in two months: 1 and 2 June are a weekend. */
const DAYS = ['2024-05-02', '2024-05-08', '2024-05-15', '2024-05-22', '2024-05-29', '2024-06-01', '2024-06-05', '2024-06-12', '2024-06-19', '2024-06-26'];
const STARTS = ['2024-05-01', '2024-05-06', '2024-05-09', '2024-05-13', '2024-05-20', '2024-05-27', '2024-06-01', '2024-06-03', '2024-06-10', '2024-06-17', '2024-06-24'];
const ENDS = ['2024-05-05', '2024-05-12', '2024-05-19', '2024-05-26', '2024-05-31', '2024-06-02', '2024-06-09', '2024-06-16', '2024-06-18', '2024-06-23', '2024-06-30'];
const STRETCHES = STARTS.flatMap((from) => ENDS.filter((to) => to >= from).map((to) => ({ from, to })));
const GROUPS: Readonly<Record<string, string>> = { 100: 'mss', 110: 'mss', 120: 'esm', 130: 'esm' };
const KINDS = ['missed', 'first'] as const;
const DIMENSIONS: readonly By[] = ['specialty', 'cmg', 'site'];

/** Park and Miller's minimal standard. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Hundreds in most months, and a handful on many days, of which the weekend has fewest. */
function atomsOf(seed: number): readonly Atom[] {
  const random = chance(seed);
  return DAYS.flatMap((month) => KEYS.specialty.flatMap((specialty, size) => KEYS.site.flatMap((site) => KINDS.map((kind): Atom => ({
    month, specialty, site, cmg: GROUPS[specialty] ?? '', kind,
    people: Math.floor([2, 5, 9, 14][size] ?? 1) * (kind === 'first' ? 4 : 1) * (month === '2024-06-01' ? 0.15 : 1) * (0.4 + random()) + random() | 0,
  })))));
}

interface Asked {
  readonly by: readonly By[];
  readonly excluding: Selection;
  readonly filters: Selection;
}
const QUESTIONS: readonly Asked[] = [
  ...[[], ['specialty'], ['cmg'], ['site'], ['specialty', 'site'], ['cmg', 'site']].map((by) => ({ by: by as readonly By[], excluding: {}, filters: {} })),
  ...KEYS.specialty.map((key) => ({ by: [], excluding: { specialty: [key] }, filters: {} })),
  { by: ['site'], excluding: {}, filters: { specialty: ['100'] } },
];

interface Told {
  readonly sums: Map<string, readonly number[]>;
  shown: number;
  hidden: number;
}

/** Everything that anybody is told of each stretch of days: what a figure counts, what it is of, and what lies between. */
async function everythingTold(atoms: readonly Atom[], snapshot: Snapshot): Promise<Told> {
  const told: Told = { sums: new Map(), shown: 0, hidden: 0 };
  const ground = { catalogue: CATALOGUE, snapshot, signal: AbortSignal.timeout(120_000), ...createSmallNumbers() };
  for (const { metric, above, below } of MEASURES.filter(({ metric: { id } }) => id !== 'cancelled-rate')) {
    for (const { by, excluding, filters } of QUESTIONS) {
      for (const { from, to } of STRETCHES) {
        for (const { keys, figure } of await figures(ground, metric, { from, to, grain: 'range', undated: false, filters, excluding }, { time: null, dimensions: by })) {
          const isOf = (atom: Atom): boolean => atom.month >= from && atom.month <= to && by.every((one, index) => atom[one] === keys[index])
            && DIMENSIONS.every((one) => filters[one]?.includes(atom[one]) !== false && excluding[one]?.includes(atom[one]) !== true);
          told.shown += Number(figure.hidden !== true);
          told.hidden += Number(figure.hidden === true);
          for (const kinds of figure.hidden === true ? [] : [above, below, below.filter((kind) => !above.includes(kind))]) {
            const sum = atoms.flatMap((atom, index) => (kinds.includes(atom.kind) && isOf(atom) ? [index] : []));
            told.sums.set(sum.join(), sum);
          }
        }
      }
    }
  }
  return told;
}

test.each([3, 11, 29])('nobody works out a small number from any weeks, months and days together: trust %i', async (seed) => {
  const atoms = atomsOf(seed);
  const snapshot = await holdAtoms(atoms);
  const { sums, shown, hidden } = await everythingTold(atoms, snapshot);
  snapshot.close();
  expect(shown).toBeGreaterThan(600);
  expect(hidden).toBeGreaterThan(600);
  // Where nobody is, there is nobody, so that those unknowns are known.
  const unknown = atoms.flatMap(({ people }, index) => (people > 0 ? [index] : []));
  const place = new Map(unknown.map((atom, index) => [atom, index]));
  const row = (of: readonly number[]): readonly number[] => {
    const line = new Array<number>(unknown.length).fill(0);
    of.flatMap((atom) => place.get(atom) ?? []).forEach((at) => { line[at] = 1; });
    return line;
  };
  const solver = new Solver(unknown.length);
  sums.forEach((of) => solver.learn(row(of)));
  // Every stretch of days under every key of one dimension, or of two together, also what nobody can ask for.
  const places = [...DIMENSIONS.flatMap((one) => KEYS[one].map((key) => ({ [one]: key }))), ...KEYS.specialty.flatMap((specialty) => KEYS.site.map((site) => ({ specialty, site })))];
  const found: string[] = [];
  let small = 0;
  for (const where of places) {
    for (const kinds of [['missed'], ['first'], ['missed', 'first']]) {
      for (const [first, from] of DAYS.entries()) {
        for (const to of DAYS.slice(first)) {
          const of = atoms.flatMap((atom, index) => (atom.month >= from && atom.month <= to && kinds.includes(atom.kind) && Object.entries(where).every(([one, key]) => atom[one as By] === key) ? [index] : []));
          const people = of.reduce((sum, index) => sum + (atoms[index]?.people ?? 0), 0);
          if (people > 0 && people <= 7) {
            small += 1;
            found.push(...(solver.knows(row(of)) ? [`${JSON.stringify(where)} ${kinds.join('+')} ${from} to ${to}: ${String(people)}`] : []));
          }
        }
      }
    }
  }
  expect(small).toBeGreaterThan(100);
  expect(found).toEqual([]);
}, 120_000);

test('of the days of a part none is a gap, whoever was there: all of them are hidden', async () => {
  const snapshot = await holdAtoms(atomsOf(3));
  const ground = { catalogue: CATALOGUE, snapshot, signal: AbortSignal.timeout(60_000), ...createSmallNumbers() };
  const [{ metric } = { metric: undefined }] = MEASURES;
  const cells = metric === undefined ? [] : await figures(ground, metric, { from: '2024-05-01', to: '2024-05-31', grain: 'range', undated: false, filters: { specialty: ['130'] }, excluding: {} }, { time: 'day', dimensions: [] });
  snapshot.close();
  expect(cells.length).toBe(31);
  expect(cells.filter(({ figure }) => figure.hidden !== true)).toEqual([]);
});
