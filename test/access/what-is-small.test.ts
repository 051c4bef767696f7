import { NO_GRANTS } from '../../src/access/permit';
import type { MetricAnswer } from '../../src/answers/answer';
import { createRoad } from '../../src/ask';
import { londonInstant } from '../../src/calendar/instant';
import { monthPeriod } from '../../src/calendar/period';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { querySchema } from '../../src/engine/query';
import type { Snapshot } from '../../src/engine/snapshot';
import { createLanguage } from '../../src/language/language';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';
import { EXACT, holdClinics } from './rounded-extract';
import { holdAtoms, type Atom } from './small-extract';

const acpl = SMALL_CATALOGUE.metrics.get('acpl');
const CATALOGUE: Catalogue = { ...EXACT, fingerprint: 'what-is-small', metrics: new Map([...EXACT.metrics, ...(acpl === undefined ? [] : [[acpl.id, acpl] as const])]) };
const HIDDEN = { suppressed: true, display: '*', value: null, numerator: null, denominator: null };

const open = new Set<{ close(): void }>();
afterAll(() => open.forEach((one) => one.close()));

/** What somebody without any grant is told of May 2024. */
async function toldOf(snapshot: Snapshot & { close(): void }, metric: string, more: object): Promise<MetricAnswer> {
  open.add(snapshot);
  const road = createRoad({ catalogue: CATALOGUE, language: createLanguage(CATALOGUE), grants: NO_GRANTS, timeLimit: 20_000, snapshots: { lend: () => Promise.resolve({ snapshot, release: () => undefined }), problems: () => [] } });
  const query = querySchema.parse({ intent: 'value', metrics: [metric], period: monthPeriod(2024, 5), ...more });
  const { metrics: [told] } = await road.run({ kind: 'query', query }, { asker: { id: 'someone', name: null, tenant: null }, place: { kind: 'personal', id: 'chat' }, at: londonInstant('2024-08-02T09:00') ?? 0 });
  if (told === undefined) {
    throw new Error('no figure came back');
  }
  return told;
}

/** Missed and kept appointments of two specialties at two sites in each of four months: hundreds of all but these of one place. */
const withFew = (missed: number, kept: number): Promise<Snapshot & { close(): void }> =>
  holdAtoms(['2024-04-01', '2024-05-01', '2024-06-01', '2024-07-01'].flatMap((month) => ([['100', 'mss', 'gh', 140, 400], ['100', 'mss', 'lri', 160, 700], ['120', 'esm', 'gh', 145, 420], ['120', 'esm', 'lri', missed, kept]] as const)
    .flatMap(([specialty, cmg, site, ofMissed, ofKept]): Atom[] => [{ month, kind: 'missed', specialty, cmg, site, people: ofMissed }, { month, kind: 'first', specialty, cmg, site, people: ofKept }])));

test.each([['missed', 8, 100], ['kept', 100, 8]])('eight who %s are shown, and nothing beside them is hidden', async (_what, missed, kept) => {
  const { rows } = await toldOf(await withFew(missed, kept), 'dna-rate', { intent: 'breakdown', by: ['specialty', 'site'] });
  expect(rows.map(({ key, numerator, denominator, suppressed }) => [key, numerator, denominator, suppressed]).sort()).toEqual([
    ['100|gh', 140, 540, false], ['100|lri', 160, 860, false], ['120|gh', 145, 565, false], ['120|lri', missed, missed + kept, false],
  ]);
});

test.each([['seven who missed', 7, 100], ['one who missed', 1, 100], ['seven who kept', 100, 7], ['one who kept', 100, 1]])('%s are a star', async (_what, missed, kept) => {
  expect(await toldOf(await withFew(missed, kept), 'dna-rate', { filters: { specialty: ['120'], site: ['lri'] } })).toMatchObject(HIDDEN);
});

/** Stays of five nights each in one specialty beside larger ones. */
const withStays = (few: number): Promise<Snapshot & { close(): void }> =>
  holdClinics({ inpatient_spells: ([['100', 'mss', 72], ['110', 'mss', 118], ['120', 'esm', 93], ['130', 'esm', few]] as const).map(([specialty, cmg, weight]) => ({ discharge_date: '2024-05-01', treatment_function_code: specialty, cmg, site_code: 'gh', nights: 5, weight })) });

test.each([['mean', 'length-of-stay'], ['median', 'middle-stay']])('a %s of seven is a star, however large it is, and one of eight is shown', async (_what, metric) => {
  const of = { filters: { specialty: ['130'] } };
  expect(await toldOf(await withStays(7), metric, of)).toMatchObject(HIDDEN);
  expect(await toldOf(await withStays(8), metric, of)).toMatchObject({ value: 5, suppressed: false });
});

test('sessions, slots and money of a part are shown, however few they are', async () => {
  const of = { treatment_function_code: '100', cmg: 'mss', site_code: 'gh' };
  const snapshot = await holdClinics({
    clinic_sessions: [{ ...of, session_date: '2024-05-02', slots_booked: 3, slots_available: 4 }],
    theatre_sessions: [{ ...of, session_date: '2024-05-02', session_status: 'run', session_type: 'elective', weight: 2 }],
    theatre_cases: [{ ...of, operation_date: '2024-05-02', case_status: 'completed', session_type: 'elective', weight: 5 }],
    contract_activity: [{ treatment_function_code: '100', plan_basis: 'variable', activity_month: '2024-05-01', counted_by: 'month', pod_code: 'day-case', activity: 3, income: 6 }],
  });
  const site = { filters: { specialty: ['100'] } };
  expect(await toldOf(snapshot, 'booked-slots', site)).toMatchObject({ numerator: 3, denominator: 4, suppressed: false });
  expect(await toldOf(snapshot, 'acpl', site)).toMatchObject({ numerator: 5, denominator: 2, value: 2.5, suppressed: false });
  // £6 came in of 96 day cases planned at £90.
  expect(await toldOf(snapshot, 'income-against-plan', { filters: { pod: ['day-case'] } })).toMatchObject({ numerator: 6, denominator: 8_640, suppressed: false });
});
