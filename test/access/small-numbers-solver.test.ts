import { createSmallNumbers } from '../../src/access/small-numbers/small-numbers';
import { monthEnd } from '../../src/calendar/day';
import { figures } from '../../src/engine/figures';
import type { Selection } from '../../src/engine/query';
import type { Figure } from '../../src/engine/result';
import { atomsOf, CATALOGUE, holdAtoms, KEYS, MEASURES, MONTHS, type Atom, type By } from './small-extract';
import { Solver } from './solver';

interface Asked {
  readonly filters: Selection;
  readonly excluding: Selection;
  readonly by: readonly By[];
}

const DIMENSIONS: readonly By[] = ['specialty', 'cmg', 'site'];
const asked = (part: Partial<Asked>): Asked => ({ filters: {}, excluding: {}, by: [], ...part });

/** Every question of two dimensions or fewer: splits, single parts, two parts together, all but one, and a split of all but one. */
const QUESTIONS: readonly Asked[] = [
  asked({}),
  ...DIMENSIONS.map((one) => asked({ by: [one] })),
  asked({ by: ['specialty', 'site'] }), asked({ by: ['cmg', 'site'] }), asked({ by: ['cmg', 'specialty'] }),
  ...DIMENSIONS.flatMap((one) => KEYS[one].flatMap((key, index) => [
    asked({ excluding: { [one]: [key] } }), ...KEYS[one].slice(index + 1).map((other) => asked({ filters: { [one]: [key, other] } })),
  ])),
  ...KEYS.specialty.map((key) => asked({ excluding: { specialty: [key] }, by: ['site'] })),
  ...KEYS.site.map((key) => asked({ excluding: { site: [key] }, by: ['specialty'] })),
];

/** Months, quarters, years to date and every other run of months. */
const STRETCHES = MONTHS.flatMap((from, index) => MONTHS.slice(index).map((to) => ({ from, to: monthEnd(to) })));

interface Seen {
  readonly atoms: readonly Atom[];
  readonly sums: { readonly atoms: readonly number[]; readonly people: number }[];
  readonly hidden: Map<string, { readonly atoms: readonly number[]; readonly people: number; readonly what: string }>;
  answers: number;
  stars: number;
}

function take(seen: Seen, figure: Figure, kinds: readonly string[], what: string, holds: (atom: Atom) => boolean): void {
  const atoms = seen.atoms.flatMap((atom, index) => (kinds.includes(atom.kind) && holds(atom) ? [index] : []));
  const people = atoms.reduce((sum, index) => sum + (seen.atoms[index]?.people ?? 0), 0);
  if (!figure.hidden) {
    seen.sums.push({ atoms, people });
  } else if (people > 0 && people <= 7) {
    seen.hidden.set(atoms.join(), { atoms, people, what });
  }
}

/** Everything that anybody is told: of each figure what it counts, what it is of, and what lies between the two. */
async function everyAnswer(seed: number, isAllied: boolean): Promise<Seen> {
  const seen: Seen = { atoms: atomsOf(seed, isAllied), sums: [], hidden: new Map(), answers: 0, stars: 0 };
  const snapshot = await holdAtoms(seen.atoms);
  const ground = { catalogue: CATALOGUE, snapshot, signal: AbortSignal.timeout(60_000), ...createSmallNumbers() };
  for (const { metric, above, below } of MEASURES) {
    for (const { filters, excluding, by } of QUESTIONS) {
      for (const { from, to } of STRETCHES) {
        for (const { keys, figure } of await figures(ground, metric, { from, to, grain: 'range', undated: false, filters, excluding }, { time: null, dimensions: by })) {
          const isOf = (selection: Selection, atom: Atom): readonly boolean[] => DIMENSIONS.flatMap((one) => (selection[one] === undefined ? [] : [selection[one].includes(atom[one])]));
          const holds = (atom: Atom): boolean => atom.month >= from && atom.month <= to
            && isOf(filters, atom).every(Boolean) && !isOf(excluding, atom).some(Boolean) && by.every((one, index) => atom[one] === keys[index]);
          seen.answers += 1;
          seen.stars += Number(figure.hidden);
          for (const kinds of [above, below, below.filter((kind) => !above.includes(kind))]) {
            take(seen, figure, kinds, JSON.stringify([metric.id, kinds, from, to, filters, excluding, by, keys]), holds);
          }
        }
      }
    }
  }
  snapshot.close();
  return seen;
}

/** Below the trust: sums that somebody is told of fewer than all parts of a month. */
const isWhole = ({ atoms }: { readonly atoms: readonly number[] }, seen: Seen): boolean => {
  const kinds = new Set(atoms.map((index) => seen.atoms[index]?.kind));
  const months = new Set(atoms.map((index) => seen.atoms[index]?.month));
  return atoms.length === seen.atoms.filter(({ kind, month }) => kinds.has(kind) && months.has(month)).length;
};

test.each([[1, ''], [4, ''], [5, ', with a group that follows from specialty and site together']] as const)('nobody can work out a small number from every answer of two dimensions or fewer: trust %i%s', async (seed, allied) => {
  const seen = await everyAnswer(seed, allied !== '');
  expect(seen.sums.filter((sum) => sum.people > 0 && sum.people <= 7 && !isWhole(sum, seen))).toEqual([]);
  expect(seen.hidden.size).toBeGreaterThan(100);
  expect(seen.answers - seen.stars).toBeGreaterThan(150);

  // Where nobody is counted there is nobody, so that those unknowns are known.
  const empty = new Set(seen.sums.filter(({ people }) => people === 0).flatMap(({ atoms }) => atoms));
  const unknown = seen.atoms.flatMap((_, index) => (empty.has(index) ? [] : [index]));
  const place = new Map(unknown.map((atom, index) => [atom, index]));
  const row = (atoms: readonly number[]): readonly number[] => {
    const line = new Array<number>(unknown.length).fill(0);
    atoms.forEach((atom) => {
      const at = place.get(atom);
      if (at !== undefined) {
        line[at] = 1;
      }
    });
    return line;
  };
  const solver = new Solver(unknown.length);
  const sums = new Map(seen.sums.map(({ atoms }) => [atoms.filter((atom) => !empty.has(atom)).join(), atoms]));
  sums.forEach((atoms) => solver.learn(row(atoms)));
  const found = [...seen.hidden.values()].filter(({ atoms }) => solver.knows(row(atoms)));
  expect(found.map(({ what, people }) => `${what} = ${people}`)).toEqual([]);
}, 60_000);

test('the solver does find a number that is the difference of two sums', () => {
  const solver = new Solver(3);
  solver.learn([1, 1, 1]);
  solver.learn([0, 1, 1]);
  expect(solver.knows([1, 0, 0])).toBe(true);
  expect(solver.knows([0, 1, 0])).toBe(false);
});
