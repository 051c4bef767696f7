import type { Catalogue } from '../../src/catalogue/catalogue';
import { metricSchema, type Metric } from '../../src/catalogue/metric';
import { scorecardSchema } from '../../src/catalogue/scorecard';
import type { Snapshot } from '../../src/engine/snapshot';
import { holdRows } from '../engine/held-rows';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';
import { CATALOGUE } from './small-extract';

const APPOINTMENTS = 'outpatient_appointments';
const STAYS = 'inpatient_spells';

/** Appointments of one specialty at one site in a month: missed, kept and cancelled. */
type Clinic = readonly [specialty: string, cmg: string, site: string, missed: number, kept: number, cancelled: number];
/** None of their numbers is small, nor the difference of any two, so that nothing is hidden; few of them are multiples of 5. */
export const CLINICS: Readonly<Record<string, readonly Clinic[]>> = {
  '2024-04-01': [['100', 'mss', 'gh', 58, 409, 0], ['100', 'mss', 'lri', 71, 702, 0], ['110', 'mss', 'gh', 33, 308, 14], ['110', 'mss', 'lri', 54, 512, 0], ['120', 'esm', 'gh', 47, 421, 12], ['120', 'esm', 'lri', 31, 94, 13]],
  '2024-05-01': [['100', 'mss', 'gh', 42, 401, 0], ['100', 'mss', 'lri', 63, 698, 0], ['110', 'mss', 'gh', 31, 303, 12], ['110', 'mss', 'lri', 52, 507, 0], ['120', 'esm', 'gh', 48, 419, 17], ['120', 'esm', 'lri', 33, 92, 11]],
};

/** Stays of May by specialty, and the nights of all of them. */
const STAYED: readonly (readonly [specialty: string, stays: number, nights: number])[] = [['100', 72, 333], ['110', 118, 402], ['120', 93, 207]];

const about = {
  group: 'Test', synonyms: [], definition: 'What it is.', 'fresh-for-days': 40, owner: 'Informatics', source: 'Board paper', version: '1', decimals: 1, better: 'lower', counting: 'people', dimensions: ['specialty', 'cmg', 'site'],
};
const missed = { counts: 'missed appointments', table: APPOINTMENTS, where: [{ field: 'attended_or_did_not_attend_code', is: ['3'] }] };
const MORE: readonly Metric[] = [
  { ...about, id: 'missed', name: 'Missed appointments', kind: 'count', unit: 'count', decimals: 0, numerator: missed },
  { ...about, id: 'length-of-stay', name: 'Length of stay', unit: 'nights', numerator: { counts: 'nights', table: STAYS, sum: 'nights' }, denominator: { counts: 'stays', table: STAYS } },
  { ...about, id: 'middle-stay', name: 'Middle stay', kind: 'median', unit: 'nights', numerator: { counts: 'stays', table: STAYS, sum: 'nights' } },
  { ...about, id: 'booked-slots', name: 'Booked slots', counting: 'slots', unit: 'ratio', numerator: { counts: 'slots booked', table: 'clinic_sessions', sum: 'slots_booked' }, denominator: { counts: 'slots', table: 'clinic_sessions', sum: 'slots_available' } },
].map((metric) => metricSchema.parse(metric));
const AGAINST_PLAN: readonly Metric[] = ['activity-against-plan', 'income-against-plan'].flatMap((id) => SMALL_CATALOGUE.metrics.get(id) ?? [])
  .map((metric) => ({ ...metric, dimensions: ['pod'], counting: metric.unit === 'count' ? 'people' : 'money', 'matures-after-days': 0 }));
const byPod = [...SMALL_CATALOGUE.dimensions].filter(([id]) => id === 'pod');

const PACK = scorecardSchema.parse({ id: 'pack', name: 'Pack', owner: 'COO', source: 'Table 2', sections: [{ columns: [{ id: 'period', label: 'Period' }], lines: [{ metric: 'dna-rate' }] }] });

/** Measures of people of every kind, and one of slots. */
export const EXACT: Catalogue = {
  ...CATALOGUE, fingerprint: 'exact', metrics: new Map([...CATALOGUE.metrics, ...[...MORE, ...AGAINST_PLAN].map((metric) => [metric.id, metric] as const)]), dimensions: new Map([...CATALOGUE.dimensions, ...byPod]), scorecards: new Map([['pack', PACK]]),
};
/** The same with the one line of configuration. */
export const ROUNDING: Catalogue = {
  ...EXACT, fingerprint: 'rounding', access: { everybody: true, restricted: [], 'audit-days': 730, 'round-people-to': 5, because: 'Answers are forwarded.', owner: 'Caldicott Guardian' },
};

/** Spells done in May and planned, by point of delivery: £100 each, and £90 as planned. */
const CONTRACT: readonly (readonly [pod: string, done: number, planned: number])[] = [['day-case', 113, 96], ['inpatient', 58, 66]];

/** The rows that it is of, with any more of other tables. */
export function holdClinics(more: Parameters<typeof holdRows>[0] = {}): Promise<Snapshot & { close(): void }> {
  const appointments = Object.entries(CLINICS).flatMap(([month, clinics]) => clinics.flatMap(([specialty, cmg, site, ...numbers]) => [['3', '1'], ['5', '1'], ['2', '2']].map(([status, first], at) => ({
    appointment_date: month, treatment_function_code: specialty, cmg, site_code: site, weight: numbers[at] ?? 0, attended_or_did_not_attend_code: String(status), first_attendance_code: String(first),
  })))).filter(({ weight }) => weight > 0);
  // All nights but those of one stay are one each.
  const stays = STAYED.flatMap(([specialty, many, nights]) => [{ nights: 1, weight: many - 1 }, { nights: nights - many + 1, weight: 1 }].map((stay) => ({
    ...stay, discharge_date: '2024-05-01', treatment_function_code: specialty, cmg: specialty === '120' ? 'esm' : 'mss', site_code: 'gh',
  })));
  const slots = [{ session_date: '2024-05-02', treatment_function_code: '100', cmg: 'mss', site_code: 'gh', slots_booked: 83, slots_available: 91 }];
  const about = { plan_basis: 'variable', treatment_function_code: '100' };
  const done = CONTRACT.map(([pod, activity]) => ({ ...about, activity_month: '2024-05-01', counted_by: 'month', pod_code: pod, activity, income: activity * 100 }));
  const planned = CONTRACT.map(([pod, , activity]) => ({ ...about, plan_from: '2024-05-01', plan_to: '2024-05-31', pod_code: pod, planned_activity: activity, planned_income: activity * 90 }));
  const held = { from: '2024-04-01', to: '2024-05-31', bookedTo: '2024-05-31' };
  return holdRows({ [APPOINTMENTS]: appointments, [STAYS]: stays, clinic_sessions: slots, contract_activity: done, activity_plan: planned, ...more }, {
    [APPOINTMENTS]: held, [STAYS]: held, clinic_sessions: held, contract_activity: { ...held, dailyFrom: null }, activity_plan: held, ...Object.fromEntries(Object.keys(more).map((table) => [table, { from: '2024-01-01', to: '2024-06-30', dailyFrom: null }])),
  });
}
