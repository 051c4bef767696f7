import type { Catalogue } from '../../src/catalogue/catalogue';
import { dimensionSchema } from '../../src/catalogue/dimension';
import { metricSchema, type Metric } from '../../src/catalogue/metric';
import { scorecardSchema } from '../../src/catalogue/scorecard';
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
  metricSchema.parse({
    ...about, id: 'reporting-turnaround', name: 'Reporting turnaround', kind: 'median', unit: 'number', decimals: 1, better: 'lower', counting: 'people',
    numerator: { counts: 'tests reported', table: 'diagnostic_tests', sum: 'days_to_report' }, dimensions: ['specialty'],
  }),
  metricSchema.parse({
    ...about, id: 'eighteen-week-rate', name: 'Waiting under 18 weeks', unit: 'ratio', decimals: 1, better: 'higher', counting: 'people',
    numerator: { counts: 'pathways under 18 weeks', table: 'rtt_pathways', where: [{ field: 'days_waiting', under: 127 }] },
    denominator: { counts: 'open pathways', table: 'rtt_pathways' }, dimensions: ['specialty'],
  }),
  metricSchema.parse({
    ...about, id: 'year-waits', name: '52 week waits', kind: 'count', unit: 'count', decimals: 0, better: 'lower', counting: 'people',
    numerator: { counts: 'pathways of 52 weeks', table: 'rtt_pathways', where: [{ field: 'days_waiting', 'at-least': 365 }] }, dimensions: ['specialty'],
  }),
  ...moneyMetrics(),
];

function moneyMetrics(): readonly Metric[] {
  const money = { ...about, unit: 'gbp', decimals: 0, better: 'higher', counting: 'money' };
  const contract = ['specialty', 'pod', 'pod-group', 'plan-basis'];
  const spent = { counts: 'pounds in base-year prices', table: 'service_costs', sum: 'total_cost', 'in-base-year-prices': true };
  const units = { counts: 'weighted units', table: 'service_costs', sum: 'weighted_activity_units' };
  const income = { counts: 'pounds', table: 'contract_activity', sum: 'income' };
  const plannedIncome = { counts: 'pounds planned', table: 'activity_plan', sum: 'planned_income' };
  return [
    { ...money, id: 'activity', name: 'Activity', kind: 'count', unit: 'count', numerator: { counts: 'units', table: 'contract_activity', sum: 'activity' }, dimensions: contract },
    {
      ...money, id: 'activity-against-plan', name: 'Activity against plan', kind: 'difference', unit: 'count', 'matures-after-days': 30, dimensions: contract,
      numerator: { counts: 'units', table: 'contract_activity', sum: 'activity' }, denominator: { counts: 'planned', table: 'activity_plan', sum: 'planned_activity' },
    },
    { ...money, id: 'income-against-plan', name: 'Income against plan', kind: 'difference', numerator: income, denominator: plannedIncome, splits: { volume: 'activity-against-plan', by: 'pod' }, dimensions: contract },
    { ...money, id: 'contribution', name: 'Contribution', kind: 'difference', numerator: income, denominator: plannedIncome, less: { rate: 0.2, name: 'variable cost rate', source: 'Paper' }, dimensions: contract },
    { ...money, id: 'cpwau', name: 'Cost per weighted unit', better: 'lower', numerator: spent, denominator: units, dimensions: ['specialty', 'cmg'] },
    { ...money, id: 'cpwau-by-months', name: 'Mean of months', better: 'lower', rolling: 'mean-of-months', numerator: { ...spent, 'in-base-year-prices': false }, denominator: units, dimensions: ['specialty', 'cmg'] },
    { ...money, id: 'cpwau-opportunity', name: 'Opportunity', better: 'lower', kind: 'opportunity', 'base-year': '2019/20', numerator: { ...spent, 'in-base-year-prices': false }, denominator: units, dimensions: ['specialty', 'cmg'] },
    {
      ...money, id: 'net-surplus', name: 'Net surplus', kind: 'difference', dimensions: ['specialty', 'cmg'],
      numerator: { counts: 'pounds', table: 'service_costs', sum: 'income' }, denominator: { counts: 'pounds', table: 'service_costs', sum: 'total_cost' },
    },
    { ...money, id: 'implied-growth', name: 'Implied growth', kind: 'published', unit: 'ratio', numerator: { counts: 'growth', table: 'published_values', sum: 'value' }, dimensions: [] },
  ].map((given) => metricSchema.parse(given));
}

const PODS = ['day-case', 'inpatient', 'new-outpatient', 'outpatient-procedure', 'cardiac-investigations'];

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
    { id: 'cmg', name: 'group', plural: 'groups', column: 'cmg', values: [{ key: 'mss', name: 'MSS', codes: ['mss'] }, { key: 'esm', name: 'ESM', codes: ['esm'] }] },
    { id: 'pod', name: 'point of delivery', plural: 'points of delivery', column: 'pod_code', values: PODS.map((key) => ({ key, name: key, codes: [key] })) },
    { id: 'pod-group', name: 'group of points', plural: 'groups of points', column: 'pod_code', values: [
      { key: 'ip', name: 'IP', codes: ['day-case', 'inpatient'] }, { key: 'op', name: 'OP', codes: ['new-outpatient', 'outpatient-procedure'] },
      { key: 'other', name: 'Other', codes: ['cardiac-investigations'] },
    ] },
    { id: 'plan-basis', name: 'plan basis', plural: 'plan bases', column: 'plan_basis', whole: 'all-activity', values: [
      { key: 'all-activity', name: 'All activity', codes: ['variable', 'fixed'] }, { key: 'variable-only', name: 'Variable only', codes: ['variable'] },
    ] },
    { id: 'peer-group', name: 'peer group', plural: 'peer groups', column: 'peer_group' },
  ].map((given) => [given.id, dimensionSchema.parse(given)])),
  targets: [
    targetSchema.parse({ metric: 'dna-rate', value: 0.05, comparator: 'below', source: 'Paper, Table 2', first: true, from: '2024-01-01' }),
    targetSchema.parse({ metric: 'acpl', value: 1.89, comparator: 'at-least', source: 'Paper, Table 1', first: true, from: '2024-01-01' }),
    targetSchema.parse({ metric: 'dna-rate', computed: { from: 'benchmark', quartile: 'upper', 'peer-group': 'east' }, comparator: 'at-most', source: 'Benchmarks', from: '2024-01-01' }),
    targetSchema.parse({ metric: 'eighteen-week-rate', computed: { from: 'benchmark', quartile: 'upper', 'peer-group': 'east' }, comparator: 'at-least', source: 'Benchmarks', from: '2024-01-01' }),
  ],
  organisation: {
    name: 'Test trust', formerly: [], scope: 'Trust', scopeSynonyms: [], notice: null, provider: 'RWE', peerGroup: 'east',
    specialties: [{ code: '120', name: 'ENT', synonyms: [] }, { code: '110', name: 'Trauma & Orthopaedics', synonyms: [] }],
    cmgs: [],
    sites: [{ key: 'lri', name: 'Leicester Royal Infirmary', short: 'LRI', synonyms: [], codes: ['RWEAA', 'RWEAB'] }, { key: 'gh', name: 'Glenfield', synonyms: [], codes: ['RWEGH'] }],
  },
  scorecards: new Map([
    {
      id: 'leads', name: 'Leads', owner: 'COO', source: 'Paper',
      sections: [{
        title: 'Lead measures',
        columns: [{ id: 'month', label: 'Month', period: 'month' }, { id: 'ytd', label: 'YTD', period: 'ytd' }],
        lines: [
          { metric: 'dna-rate' },
          { metric: 'activity-against-plan', label: 'Day case', filters: { pod: ['day-case'] } },
          { metric: 'activity-against-plan', label: 'Inpatient', filters: { pod: ['inpatient'] } },
        ],
      }],
    },
    {
      id: 'variable', name: 'Variable activity', owner: 'COO', source: 'Paper', period: 'ytd',
      sections: [{
        title: 'Lines', by: 'pod', 'sub-totals': 'pod-group', filters: { 'plan-basis': ['variable-only'] },
        columns: [
          { id: 'plan', label: 'Plan', metric: 'activity-against-plan', part: 'denominator' }, { id: 'actual', label: 'Actual', metric: 'activity-against-plan', part: 'numerator' },
          { id: 'variance', label: 'Variance', metric: 'activity-against-plan' },
        ],
      }],
    },
    {
      id: 'worst-services', name: 'Worst services', owner: 'COO', source: 'Paper',
      sections: [{
        title: 'By deficit', by: 'specialty', total: false, limit: 2, order: { column: 'net', direction: 'ascending' },
        columns: [{ id: 'net', label: 'Net', metric: 'net-surplus' }, { id: 'unit', label: 'Unit cost', metric: 'cpwau' }],
      }],
    },
    {
      id: 'unit-costs', name: 'Unit costs', owner: 'COO', source: 'Paper',
      sections: [{
        title: 'By group', by: 'cmg', keys: ['esm', 'mss'],
        columns: [{ id: 'month', label: 'Month', metric: 'cpwau', period: 'month' }, { id: 'six', label: 'Rolling 6', metric: 'cpwau', period: 'rolling-6' }, { id: 'twelve', label: 'Rolling 12', metric: 'cpwau', period: 'rolling-12' }],
      }],
    },
  ].map((given) => [given.id, scorecardSchema.parse(given)])),
  events: [],
  procedureLists: [],
  // Prices rose by a quarter between the base year and 2023/24, and by half until 2024/25.
  inflation: { name: 'Test index', 'base-year': '2019/20', index: { '2019/20': 100, '2023/24': 125, '2024/25': 150 }, owner: 'Finance', source: 'Test', date: '2024-04-01' },
  grants: [], access: null, conversations: [], elsewhere: [], abbreviations: [], owners: [], digests: [],
  questions: null,
  sources: [],
  ambiguities: [],
  milestones: [],
  notHeld: [],
};
