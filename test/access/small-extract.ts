import { addMonths, monthEnd } from '../../src/calendar/day';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { dimensionSchema } from '../../src/catalogue/dimension';
import { metricSchema, type Metric } from '../../src/catalogue/metric';
import type { PlannedRollUp } from '../../src/engine/roll-up';
import type { Snapshot } from '../../src/engine/snapshot';
import { holdRows } from '../engine/held-rows';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';

/** The people of one kind in one month and place. */
export interface Atom {
  readonly month: string;
  readonly kind: Kind;
  readonly specialty: string;
  readonly cmg: string;
  readonly site: string;
  readonly people: number;
}

/** What becomes of an appointment, and the codes that say so. */
const CODES = { missed: ['3', '1'], first: ['5', '1'], followUp: ['5', '2'], cancelled: ['2', '2'] } as const;
type Kind = keyof typeof CODES;
const KINDS: readonly Kind[] = ['missed', 'first', 'followUp', 'cancelled'];
const SHARES: Readonly<Record<Kind, number>> = { missed: 0.15, first: 0.5, followUp: 1, cancelled: 0.2 };

const FIRST = '2024-04-01';
export const MONTHS = Array.from({ length: 4 }, (_, step) => addMonths(FIRST, step));
const GROUPS: Readonly<Record<string, string>> = { 100: 'mss', 110: 'mss', 120: 'esm', 130: 'esm' };
export const KEYS: Readonly<Record<'specialty' | 'cmg' | 'site', readonly string[]>> = { specialty: Object.keys(GROUPS), cmg: ['alliance', 'esm', 'mss'], site: ['gh', 'lgh', 'lri'] };
export type By = keyof typeof KEYS;

const TABLE = 'outpatient_appointments';
const about = {
  group: 'Test', synonyms: [], definition: 'What it is.', 'fresh-for-days': 40, owner: 'Informatics', source: 'Board paper', version: '1',
  unit: 'ratio', decimals: 1, better: 'lower', counting: 'people', dimensions: Object.keys(KEYS),
};
const status = (...is: readonly string[]) => ({ field: 'attended_or_did_not_attend_code', is });
const counted = (where: readonly object[]) => ({ counts: 'appointments', table: TABLE, where });

/** Measures that share what they are of, so that one can be taken from another, and the kinds that each counts. */
export const MEASURES: readonly { readonly metric: Metric; readonly above: readonly Kind[]; readonly below: readonly Kind[] }[] = [
  { id: 'dna-rate', above: ['missed'] as const, below: ['missed', 'first', 'followUp'] as const, numerator: counted([status('3')]), denominator: counted([status('3', '5')]) },
  { id: 'first-rate', above: ['first'] as const, below: ['first', 'followUp'] as const, numerator: counted([status('5'), { field: 'first_attendance_code', is: ['1'] }]), denominator: counted([status('5')]) },
  { id: 'cancelled-rate', above: ['cancelled'] as const, below: KINDS, numerator: counted([status('2')]), denominator: counted([status('2', '3', '5')]) },
].map(({ above, below, id, ...measures }) => ({ above, below, metric: metricSchema.parse({ ...about, id, name: id, ...measures }) }));

export const CATALOGUE: Catalogue = {
  ...SMALL_CATALOGUE,
  metrics: new Map(MEASURES.map(({ metric }) => [metric.id, metric])),
  dimensions: new Map([['specialty', 'treatment_function_code'], ['cmg', 'cmg'], ['site', 'site_code']].map(([id, column]) =>
    [id ?? '', dimensionSchema.parse({ id, name: id, plural: `${id}s`, column })])),
};

/** Chance that a seed repeats: a linear congruential generator. Source: Numerical Recipes, "quick and dirty". */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (1_664_525 * state + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** One site whose every specialty belongs to a group of its own: then a group follows from specialty and site together, and from neither alone. */
const ALLIANCE = 'gh';

/** A trust of a few specialties and sites, some of them so small that a month has a handful of people. */
export function atomsOf(seed: number, isAllied = false): readonly Atom[] {
  const random = chance(seed);
  const pick = (of: readonly number[]): number => of[Math.floor(random() * of.length)] ?? 1;
  const sizes = new Map(KEYS.specialty.map((key) => [key, pick([2, 10, 30, 60, 90]) * (isAllied ? 3 : 1)]));
  const shares = new Map(KEYS.site.map((key) => [key, pick([0.15, 0.5, 1])]));
  return MONTHS.flatMap((month) => KEYS.specialty.flatMap((specialty) => KEYS.site.flatMap((site) => KINDS.map((kind): Atom => ({
    month, kind, specialty, site, cmg: isAllied && site === ALLIANCE ? 'alliance' : GROUPS[specialty] ?? '',
    people: Math.floor((sizes.get(specialty) ?? 0) * (shares.get(site) ?? 0) * SHARES[kind] * (0.5 + random()) + random()),
  })))));
}

export function holdAtoms(atoms: readonly Atom[], rollUps: readonly PlannedRollUp[] = []): Promise<Snapshot & { close(): void }> {
  const to = monthEnd([...MONTHS, ...atoms.map(({ month }) => month)].sort().at(-1) ?? FIRST);
  return holdRows({
    [TABLE]: atoms.filter(({ people }) => people > 0).map(({ month, specialty, site, cmg, kind, people }) => ({
      appointment_date: month, treatment_function_code: specialty, site_code: site, cmg, weight: people,
      attended_or_did_not_attend_code: CODES[kind][0], first_attendance_code: CODES[kind][1],
    })),
  }, { [TABLE]: { from: FIRST, to, bookedTo: to } }, rollUps);
}
