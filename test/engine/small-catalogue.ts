import type { Catalogue } from '../../src/catalogue/catalogue';
import { dimensionSchema } from '../../src/catalogue/dimension';
import { metricSchema, type Metric } from '../../src/catalogue/metric';
import { targetSchema } from '../../src/catalogue/target';

const about = {
  group: 'Test', synonyms: [], definition: 'What it is.', 'fresh-for-days': 40, owner: 'Informatics', source: 'Board paper', version: '1',
};

export const SMALL_METRICS: readonly Metric[] = [
  metricSchema.parse({
    ...about, id: 'dna-rate', name: 'DNA rate', unit: 'ratio', decimals: 1, better: 'lower', counting: 'people',
    numerator: { counts: 'missed appointments', table: 'outpatient_appointments', where: [{ field: 'attended_or_did_not_attend_code', is: ['3', '7'] }] },
    denominator: { counts: 'appointments kept or missed', table: 'outpatient_appointments', where: [{ field: 'attended_or_did_not_attend_code', is: ['3', '5', '6', '7'] }] },
    exclude: [
      { when: [{ field: 'first_attendance_code', is: ['5'] }], because: 'administrative events' },
      { when: [{ field: 'administrative_category_code', known: true }, { field: 'administrative_category_code', 'is-not': ['01'] }], because: 'private patients' },
    ],
    dimensions: ['specialty', 'site', 'appointment-type'],
  }),
  metricSchema.parse({
    ...about, id: 'acpl', name: 'Average cases per list', unit: 'number', decimals: 2, suffix: 'cases a list', better: 'higher', counting: 'sessions',
    numerator: { counts: 'operations done', table: 'theatre_cases', where: [{ field: 'case_status', is: ['completed'] }, { field: 'session_type', is: ['elective'] }] },
    denominator: { counts: 'lists run', table: 'theatre_sessions', where: [{ field: 'session_status', is: ['run'] }, { field: 'session_type', is: ['elective'] }] },
    dimensions: ['specialty', 'site'],
  }),
  metricSchema.parse({
    ...about, id: 'cases-per-hour', name: 'Cases per hour', unit: 'number', decimals: 2, better: 'higher', counting: 'sessions',
    numerator: { counts: 'operations done', table: 'theatre_cases', where: [{ field: 'case_status', is: ['completed'] }] },
    denominator: { counts: 'planned hours', table: 'theatre_sessions', sum: 'planned_minutes', divide: 60, where: [{ field: 'session_status', is: ['run'] }] },
    dimensions: ['specialty', 'site'],
  }),
  metricSchema.parse({
    ...about, id: 'on-the-day-cancellations', name: 'Cancelled on the day', unit: 'ratio', decimals: 1, better: 'lower', counting: 'people',
    numerator: { counts: 'operations cancelled on the day', table: 'theatre_cases', where: [{ field: 'cancelled_on_the_day', is: [true] }] },
    denominator: { counts: 'operations planned', table: 'theatre_cases', where: [{ any: [[{ field: 'case_status', is: ['completed'] }], [{ field: 'cancelled_on_the_day', is: [true] }]] }] },
    dimensions: ['specialty', 'site', 'cancellation-reason'],
  }),
  metricSchema.parse({
    ...about, id: 'last-minute-cancellations', name: 'Last-minute cancellations', kind: 'count', unit: 'count', decimals: 0, better: 'lower', counting: 'people',
    numerator: { counts: 'operations cancelled by the hospital', table: 'theatre_cases', where: [{ field: 'cancellation_reason', is: ['hospital-non-clinical'] }] },
    denominator: null,
    dimensions: ['specialty', 'site'],
  }),
];

export const SMALL_CATALOGUE: Catalogue = {
  fingerprint: 'test',
  metrics: new Map(SMALL_METRICS.map((metric) => [metric.id, metric])),
  dimensions: new Map([
    { id: 'specialty', name: 'specialty', plural: 'specialties', column: 'treatment_function_code', values: [{ key: '120', name: 'ENT', codes: ['120'] }, { key: '110', name: 'Trauma & Orthopaedics', codes: ['110'] }] },
    { id: 'site', name: 'site', plural: 'sites', column: 'site_code', values: [{ key: 'lri', name: 'Leicester Royal Infirmary', codes: ['RWEAA', 'RWEAB'] }, { key: 'gh', name: 'Glenfield', codes: ['RWEGH'] }] },
    { id: 'appointment-type', name: 'appointment type', plural: 'appointment types', column: 'first_attendance_code', values: [
      { key: 'first', name: 'First appointments', codes: ['1', '3'] }, { key: 'follow-up', name: 'Follow-up appointments', codes: ['2', '4'] },
    ] },
    { id: 'cancellation-reason', name: 'reason', plural: 'reasons', column: 'cancellation_reason', 'numerator-only': true, values: [
      { key: 'patient', name: 'Patient', codes: ['patient'] },
      { key: 'hospital-non-clinical', name: 'Hospital, non-clinical', codes: ['hospital-non-clinical'] },
    ] },
  ].map((given) => [given.id, dimensionSchema.parse(given)])),
  targets: [
    targetSchema.parse({ metric: 'dna-rate', value: 0.05, comparator: 'below', source: 'Paper, Table 2', first: true, from: '2024-01-01' }),
    targetSchema.parse({ metric: 'acpl', value: 1.89, comparator: 'at-least', source: 'Paper, Table 1', first: true, from: '2024-01-01' }),
  ],
  organisation: {
    name: 'Test trust', scope: 'Trust', scopeSynonyms: [], notice: null, provider: null, peerGroup: null,
    specialties: [{ code: '120', name: 'ENT', synonyms: [] }, { code: '110', name: 'Trauma & Orthopaedics', synonyms: [] }],
    cmgs: [],
    sites: [{ key: 'lri', name: 'Leicester Royal Infirmary', short: 'LRI', synonyms: [], codes: ['RWEAA', 'RWEAB'] }, { key: 'gh', name: 'Glenfield', synonyms: [], codes: ['RWEGH'] }],
  },
  scorecards: new Map(),
  events: [],
  procedureLists: [],
  inflation: null,
  grants: [],
  sources: [],
  ambiguities: [],
  milestones: [],
  notHeld: [],
};
