import { monthPeriod, yearToDatePeriod } from '../../src/calendar/period';
import { holding, scorecardOf } from './asking';

const hold = holding();

const appointment = (date: string, code: string, specialty = '120') => ({
  appointment_date: date, attended_or_did_not_attend_code: code, first_attendance_code: '1', administrative_category_code: '01', treatment_function_code: specialty,
});
const done = (month: string, pod: string, activity: number, basis = 'variable') => ({
  activity_month: month, counted_by: 'month', pod_code: pod, plan_basis: basis, treatment_function_code: '120', activity, income: activity * 100,
});
const plan = (pod: string, activity: number, basis = 'variable') => ({
  plan_from: '2024-04-01', plan_to: '2024-05-31', pod_code: pod, plan_basis: basis, treatment_function_code: '120', planned_activity: activity, planned_income: activity * 90,
});
const contract = { contract_activity: { from: '2024-04-01', dailyFrom: null }, activity_plan: { from: '2024-04-01', dailyFrom: null } };
const cost = (month: string, specialty: string, group: string, total: number, units: number, income: number) => ({
  cost_month: month, total_cost: total, weighted_activity_units: units, income, pod_code: 'day-case', counted_by: 'month', treatment_function_code: specialty, cmg: group,
});

describe('a scorecard of measures', () => {
  const rows = {
    outpatient_appointments: [appointment('2024-04-02', '5'), appointment('2024-05-01', '3'), appointment('2024-05-01', '5', '110')],
    contract_activity: [done('2024-04-01', 'day-case', 100), done('2024-05-01', 'day-case', 105), done('2024-05-01', 'inpatient', 20)], activity_plan: [plan('day-case', 196), plan('inpatient', 30)],
  };

  test('has a line a measure and a column a stretch of time, counted from the last month asked for', async () => {
    const result = await scorecardOf(await hold(rows, { outpatient_appointments: {}, ...contract }), 'leads');
    expect(result.sections.map(({ title, by }) => [title, by])).toEqual([['Lead measures', null]]);
    const lines = result.sections[0]?.lines ?? [];
    expect(lines.map(({ key, label }) => [key, label])).toEqual([['dna-rate', null], ['activity-against-plan:day-case', 'Day case'], ['activity-against-plan:inpatient', 'Inpatient']]);
    expect(lines.map(({ cells }) => cells.map(({ figure, missing }) => figure.value ?? missing))).toEqual([[1 / 2, 1 / 3], ['plan-not-given', 9], ['plan-not-given', -10]]);
    expect(lines[0]?.cells.map(({ period }) => [period.from, period.to])).toEqual([['2024-05-01', '2024-05-31'], ['2024-04-01', '2024-05-31']]);
    expect(result.provenance).toMatchObject({ extracts: ['contract-activity', 'outpatient-appointments'], through: '2024-05-31' });
  });

  test('has each specialty behind a measure that adds up over them, and none where it is narrowed to one or does not', async () => {
    const result = await scorecardOf(await hold(rows, { outpatient_appointments: {}, ...contract }), 'leads');
    expect(result.sections[0]?.lines.map(({ specialties }) => specialties.map(({ key, figure }) => [key, figure.numerator, figure.denominator]))).toEqual([[['110', 0, 1], ['120', 1, 1]], [], []]);
    const narrowed = await scorecardOf(await hold(rows, { outpatient_appointments: {}, ...contract }), 'leads', { filters: { specialty: ['110'] } });
    expect(narrowed.sections[0]?.lines[0]?.specialties).toEqual([]);
  });

  test('is narrowed by the question where a measure is held by that, and says where it is not', async () => {
    const result = await scorecardOf(await hold(rows, { outpatient_appointments: {}, ...contract }), 'leads', { filters: { specialty: ['110'] } });
    expect(result.sections[0]?.lines[0]).toMatchObject({ filters: { specialty: ['110'] }, cells: [{ figure: { value: 0 } }, { figure: { value: 0 } }] });
    const bySite = await scorecardOf(await hold(rows, { outpatient_appointments: { columnsFrom: { site_code: '2024-04-02' } }, ...contract }), 'leads', { filters: { site: ['lri'] } });
    expect(bySite.sections[0]?.lines.map(({ cells }) => cells[0]?.missing)).toEqual(['no-activity', 'not-narrowed', 'not-narrowed']);
    const byPod = await scorecardOf(await hold(rows, contract), 'leads', { filters: { pod: ['inpatient'] } });
    expect(byPod.sections[0]?.lines.map(({ cells }) => cells[1]?.figure.value ?? cells[1]?.missing)).toEqual(['not-narrowed', 'no-activity', -10]);
  });

  test('refuses what none of its measures is held by, and a scorecard that is not there', async () => {
    const snapshot = await hold(rows, contract);
    await expect(scorecardOf(snapshot, 'leads', { filters: { cmg: ['mss'] } })).rejects.toMatchObject({ code: 'QUERY_INVALID' });
    await expect(scorecardOf(snapshot, 'nothing')).rejects.toMatchObject({ code: 'QUERY_INVALID' });
  });
});

describe('a scorecard split by a dimension', () => {
  const toDate = { period: yearToDatePeriod('2024-05-31') };

  test('gathers its lines under sub-totals that come from the data, with a total, in the dimension\'s own order', async () => {
    const rows = {
      contract_activity: [
        done('2024-05-01', 'new-outpatient', 40), done('2024-05-01', 'day-case', 60), done('2024-05-01', 'inpatient', 10), done('2024-05-01', 'inpatient', 500, 'fixed'),
        done('2024-05-01', 'cardiac-investigations', 7),
      ],
      activity_plan: [plan('day-case', 50), plan('inpatient', 20), plan('inpatient', 400, 'fixed'), plan('new-outpatient', 44), plan('cardiac-investigations', 0)],
    };
    const [section] = (await scorecardOf(await hold(rows, contract), 'variable', toDate)).sections;
    expect(section?.by).toBe('pod');
    expect(section?.lines.map(({ key, kind, cells }) => [key, kind, ...cells.map(({ figure, part }) => figure[part])])).toEqual([
      ['day-case', 'line', 50, 60, 10], ['inpatient', 'line', 20, 10, -10], ['ip', 'sub-total', 70, 70, 0],
      ['new-outpatient', 'line', 44, 40, -4], ['op', 'sub-total', 44, 40, -4],
      ['cardiac-investigations', 'line', 0, 7, 7], ['other', 'sub-total', 0, 7, 7],
      ['total', 'total', 114, 117, 3],
    ]);
    const narrowed = await scorecardOf(await hold(rows, contract), 'variable', { ...toDate, filters: { 'pod-group': ['ip'], 'plan-basis': ['all-activity'] } });
    expect(narrowed.sections[0]?.lines.map(({ key, cells }) => [key, cells[2]?.figure.value])).toEqual([['day-case', 10], ['inpatient', -10], ['ip', 0], ['total', 0]]);
    expect(section?.lines[2]?.filters).toEqual({ 'plan-basis': ['variable-only'], 'pod-group': ['ip'] });
  });

  test('takes printed sub-totals and totals as they are printed', async () => {
    let count = 0;
    const printed = (part: string, value: number) => ({
      figure_id: String(count += 1), metric: 'activity-against-plan', period_kind: 'ytd', period_from: '2024-04-01', period_to: '2024-05-31', part, value, numerator: value + 10, denominator: 10,
      document: 'Paper', place: 'Table 4', published_on: '2024-07-11',
    });
    const basis = 'plan-basis=variable-only';
    // As in the paper, the printed total is two off the sum of its rows.
    const rows = [printed(`${basis}; pod=day-case`, 5), printed(`${basis}; pod=inpatient`, 6), printed(`${basis}; pod-group=ip`, 12), printed(basis, 13)];
    const [section] = (await scorecardOf(await hold({ published_values: rows }, { published_values: {} }), 'variable', toDate)).sections;
    expect(section?.lines.map(({ key, cells }) => [key, cells[2]?.figure.value, cells[2]?.printed?.place])).toEqual([
      ['day-case', 5, 'Table 4'], ['inpatient', 6, 'Table 4'], ['ip', 12, 'Table 4'], ['total', 13, 'Table 4'],
    ]);
  });

  test('ranks its lines by a column and shows as many as it says', async () => {
    const rows = [cost('2024-05-01', '120', 'mss', 300, 2, 100), cost('2024-05-01', '110', 'mss', 900, 3, 100), cost('2024-05-01', '330', 'esm', 50, 1, 100)];
    const [section] = (await scorecardOf(await hold({ service_costs: rows }, { service_costs: { dailyFrom: null } }), 'worst-services')).sections;
    expect(section?.lines.map(({ key, cells }) => [key, ...cells.map(({ figure }) => figure.value)])).toEqual([['110', -800, 200], ['120', -200, 100]]);
  });

  test('shows the keys it names in their order, and rolling columns as ratios of sums', async () => {
    const months = ['2023-12-01', '2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01'];
    // MSS costs £150 a unit in every month of 2024/25 and £125 before: £100 in base-year prices throughout, except May at £1,500 for two.
    const rows = months.map((month) => cost(month, '120', 'mss', month >= '2024-04-01' ? (month === '2024-05-01' ? 1500 : 150) : 125, month === '2024-05-01' ? 2 : 1, 0));
    const [section] = (await scorecardOf(await hold({ service_costs: rows }, { service_costs: { from: '2023-06-01', dailyFrom: null } }), 'unit-costs', { period: monthPeriod(2024, 5) })).sections;
    expect(section?.lines.map(({ key, kind, cells }) => [key, kind, ...cells.map(({ figure, missing }) => figure.value ?? missing)])).toEqual([
      ['esm', 'line', 'no-activity', 'no-activity', 'no-activity'], ['mss', 'line', 500, 1500 / 7, 1500 / 7], ['total', 'total', 500, 1500 / 7, 1500 / 7],
    ]);
  });

  test('shows an undated printed column as one whose period is not stated', async () => {
    const row = { figure_id: '1', metric: 'cpwau', period_kind: 'rolling-6', part: 'cmg=esm', value: 5187, document: 'Paper', place: 'Table 3', published_on: '2024-07-11' };
    const [section] = (await scorecardOf(await hold({ published_values: [row] }, { published_values: {} }), 'unit-costs')).sections;
    const cells = section?.lines[0]?.cells ?? [];
    expect(cells.map(({ figure, missing }) => figure.value ?? missing)).toEqual(['not-printed', 5187, 'not-printed']);
    expect(cells[1]?.printed).toMatchObject({ period: null, place: 'Table 3' });
  });
});
