import { writeFileSync } from 'node:fs';
import { createSmallNumbers } from '../../src/access/small-numbers/small-numbers';
import { addMonths, monthEnd } from '../../src/calendar/day';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { dimensionSchema } from '../../src/catalogue/dimension';
import { metricSchema, type Metric } from '../../src/catalogue/metric';
import { figures } from '../../src/engine/figures';
import type { Slice } from '../../src/engine/slice';
import { holdRows } from '../engine/held-rows';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';
import { Solver } from './solver';

const FIRST = '2024-04-01';
const MONTHS = Array.from({ length: 5 }, (_, step) => addMonths(FIRST, step));
const SPECIALTIES = ['100', '110', '120', '130', '140'];
const CMG: Readonly<Record<string, string>> = { 100: 'mss', 110: 'mss', 120: 'esm', 130: 'esm', 140: 'wc' };
const SITES = ['lri', 'gh', 'lgh'];
const KINDS = ['dna', 'first', 'follow-up', 'cancelled'] as const;
const CODES = { dna: ['3', '1'], first: ['5', '1'], 'follow-up': ['5', '2'], cancelled: ['2', '2'] } as const;

const about = { group: 'Test', synonyms: [], definition: 'What it is.', 'fresh-for-days': 40, owner: 'Informatics', source: 'Board paper', version: '1', unit: 'ratio', decimals: 1, better: 'lower', counting: 'people', dimensions: ['specialty', 'cmg', 'site'] };
const status = (...is: string[]) => ({ field: 'attended_or_did_not_attend_code', is });
const table = 'outpatient_appointments';
const first = { field: 'first_attendance_code', is: ['1'] };
const METRICS: readonly { readonly metric: Metric; readonly above: readonly string[]; readonly below: readonly string[] }[] = [
  { above: ['dna'], below: ['dna', 'first', 'follow-up'], metric: metricSchema.parse({ ...about, id: 'dna-rate', name: 'DNA rate', numerator: { counts: 'missed', table, where: [status('3')] }, denominator: { counts: 'due', table, where: [status('3', '5')] } }) },
  { above: ['first'], below: ['first', 'follow-up'], metric: metricSchema.parse({ ...about, id: 'first-rate', name: 'First rate', numerator: { counts: 'firsts', table, where: [status('5'), first] }, denominator: { counts: 'kept', table, where: [status('5')] } }) },
  { above: ['cancelled'], below: [...KINDS], metric: metricSchema.parse({ ...about, id: 'cancelled-rate', name: 'Cancelled', numerator: { counts: 'cancelled', table, where: [status('2')] }, denominator: { counts: 'booked', table, where: [status('2', '3', '5')] } }) },
];
const CATALOGUE: Catalogue = {
  ...SMALL_CATALOGUE,
  metrics: new Map(METRICS.map(({ metric }) => [metric.id, metric])),
  dimensions: new Map([
    { id: 'specialty', name: 'specialty', plural: 'specialties', column: 'treatment_function_code' }, { id: 'cmg', name: 'group', plural: 'groups', column: 'cmg' }, { id: 'site', name: 'site', plural: 'sites', column: 'site_code' },
  ].map((one) => [one.id, dimensionSchema.parse(one)])),
};

/** Repeatable chance. */
function chance(seed: number): () => number {
  let state = seed * 2_654_435_761 % 4_294_967_296;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Atom { readonly month: string; readonly specialty: string; readonly site: string; readonly kind: string; readonly people: number }

function atoms(seed: number): readonly Atom[] {
  const random = chance(seed);
  const size = SPECIALTIES.map(() => [1, 4, 15, 40, 80][Math.floor(random() * 5)] ?? 1);
  const share = SITES.map(() => [0.15, 0.5, 1][Math.floor(random() * 3)] ?? 1);
  const kindShare = { dna: 0.15, first: 0.5, 'follow-up': 1, cancelled: 0.2 };
  return MONTHS.flatMap((month) => SPECIALTIES.flatMap((specialty, s) => SITES.flatMap((site, i) => KINDS.map((kind) => ({
    month, specialty, site, kind, people: Math.floor((size[s] ?? 1) * (share[i] ?? 1) * kindShare[kind] * (0.5 + random()) + random()),
  })))));
}

async function seen(seed: number): Promise<{ leaks: string[]; hidden: number; small: number; shown: number; questions: number; eq: { row: number[]; value: number }[]; targets: { row: number[]; value: number; name: string }[] }> {
  const all = atoms(seed);
  const held = await holdRows({
    [table]: all.filter(({ people }) => people > 0).map(({ month, specialty, site, kind, people }) => ({
      appointment_date: month, treatment_function_code: specialty, site_code: site, cmg: CMG[specialty] ?? null, weight: people,
      attended_or_did_not_attend_code: CODES[kind as keyof typeof CODES][0], first_attendance_code: CODES[kind as keyof typeof CODES][1],
    })),
  }, { [table]: { from: FIRST, to: monthEnd(MONTHS.at(-1) ?? FIRST), bookedTo: monthEnd(MONTHS.at(-1) ?? FIRST) } });
  const ground = { catalogue: CATALOGUE, snapshot: held, signal: AbortSignal.timeout(60_000), withhold: createSmallNumbers() };
  const zero = new Set<number>();
  const equations: { row: number[]; value: number }[] = [];
  const targets = new Map<string, { row: number[]; value: number; name: string }>();
  let [shown, hidden, questions] = [0, 0, 0];
  const at = (atom: Atom, id: string): string => (id === 'cmg' ? CMG[atom.specialty] ?? '' : id === 'site' ? atom.site : atom.specialty);
  const take = (metric: (typeof METRICS)[number], from: string, to: string, keep: (atom: Atom) => boolean, figure: { numerator: number | null; denominator: number | null; hidden: boolean }, name: string): void => {
    questions += 1;
    const rowOf = (kinds: readonly string[]): number[] => all.map((atom) => (atom.month >= from && atom.month <= to && kinds.includes(atom.kind) && keep(atom) ? 1 : 0));
    const sumOf = (row: readonly number[]): number => row.reduce((sum, one, index) => sum + one * (all[index]?.people ?? 0), 0);
    const rest = metric.below.filter((kind) => !metric.above.includes(kind));
    for (const kinds of [metric.above, metric.below, rest]) {
      const row = rowOf(kinds);
      const value = sumOf(row);
      if (figure.hidden) {
        if (value > 0 && value <= 7) targets.set(row.join(''), { row, value, name: `${name} ${kinds.join('+')}=${value}` });
      } else {
        equations.push({ row, value });
        if (value === 0) row.forEach((one, index) => { if (one === 1) zero.add(index); });
        if (value > 0 && value <= 7 && name !== '') throw new Error(`shown: ${name} ${kinds.join('+')} ${value}`);
      }
    }
    if (figure.hidden) hidden += 1; else shown += 1;
  };
  const dims = ['specialty', 'cmg', 'site'];
  const keysOf: Record<string, readonly string[]> = { specialty: SPECIALTIES, cmg: ['mss', 'esm', 'wc'], site: SITES };
  for (const metric of METRICS) {
    for (let a = 0; a < MONTHS.length; a += 1) {
      for (let b = a; b < MONTHS.length; b += 1) {
        const [from, to] = [MONTHS[a] ?? '', MONTHS[b] ?? ''];
        const slice = (filters: Slice['filters'], excluding: Slice['excluding'] = {}): Slice => ({ from, to: monthEnd(to), grain: 'range', undated: false, filters, excluding });
        const asked: { s: Slice; by: string[]; }[] = [{ s: slice({}), by: [] }, ...dims.map((d) => ({ s: slice({}), by: [d] })), { s: slice({}), by: ['specialty', 'site'] }, { s: slice({}), by: ['cmg', 'site'] },
          ...dims.flatMap((d) => (keysOf[d] ?? []).map((k) => ({ s: slice({}, { [d]: [k] }), by: [] as string[] }))),
          ...(b - a < 2 || a === 0 ? dims.flatMap((d) => (keysOf[d] ?? []).flatMap((k, i) => (keysOf[d] ?? []).slice(i + 1).map((k2) => ({ s: slice({ [d]: [k, k2] }), by: [] as string[] })))) : []),
          ...(keysOf['specialty'] ?? []).map((k) => ({ s: slice({}, { specialty: [k] }), by: ['site'] })),
          ...(keysOf['site'] ?? []).map((k) => ({ s: slice({}, { site: [k] }), by: ['specialty'] })),
        ];
        for (const { s, by } of asked) {
          for (const cell of await figures(ground, metric.metric, s, { time: null, dimensions: by })) {
            const keep = (atom: Atom): boolean => Object.entries(s.filters).every(([d, k]) => k.includes(at(atom, d))) && Object.entries(s.excluding).every(([d, k]) => !k.includes(at(atom, d))) && by.every((d, i) => at(atom, d) === cell.keys[i]);
            const trust = by.length === 0 && Object.keys({ ...s.filters, ...s.excluding }).length === 0;
            take(metric, from, to, keep, cell.figure, trust ? '' : `${metric.metric.id} ${from}..${to} ${JSON.stringify(s.filters)} not ${JSON.stringify(s.excluding)} ${by.join()}=${cell.keys.join()}`);
          }
        }
      }
    }
  }
  held.close();
  const free = all.map((_, index) => index).filter((index) => !zero.has(index) );
  const reduce = (row: readonly number[]): number[] => free.map((index) => row[index] ?? 0);
  const solver = new Solver(free.length);
  const done = new Set<string>();
  for (const { row } of equations) {
    const reduced = reduce(row);
    const key = reduced.join('');
    if (!done.has(key)) { done.add(key); solver.learn(reduced); }
  }
  const leaks = [...targets.values()].filter(({ row }) => solver.knows(reduce(row))).map(({ name }) => name);
  return { leaks, hidden, small: targets.size, shown, questions, eq: [...equations].map(({ row, value }) => ({ row, value })), targets: [...targets.values()] };
}

test.each([1, 2, 3, 4])('seed %i', async (seed) => {
  const t = Date.now();
  const { leaks, hidden, small, shown, questions, eq, targets } = await seen(seed);
  const uniq = [...new Map(eq.map((e) => [e.row.join(''), e])).values()];
  writeFileSync(`/tmp/lp-${seed}.json`, JSON.stringify({ eq: uniq.map((e) => [e.row.flatMap((v, i) => (v === 1 ? [i] : [])), e.value]), n: uniq[0]?.row.length, targets: targets.map((e) => [e.row.flatMap((v, i) => (v === 1 ? [i] : [])), e.value, e.name]) }));
  console.log(seed, { ms: Date.now() - t, leaks: leaks.length, hidden, shown, small, questions, eqs: uniq.length }, leaks.slice(0, 8));
}, 120_000);
