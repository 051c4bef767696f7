import { financialYearPeriod, monthPeriod, quarterPeriod, weekPeriod, yearToDatePeriod } from '../../src/calendar/period';
import { targetSchema } from '../../src/catalogue/target';
import type { Query } from '../../src/engine/query';
import { ask, holding, resultOf } from './asking';
import { SMALL_CATALOGUE } from './small-catalogue';

const hold = holding();
const heading = (metric: string, more: Partial<Query> = {}): Query => ask(metric, { intent: 'projection', ...more });
const YEAR = financialYearPeriod(2024);

const appointment = (date: string, code: string, weight = 1) => ({
  appointment_date: date, attended_or_did_not_attend_code: code, first_attendance_code: '1', treatment_function_code: '120', site_code: 'RWEAA', weight,
});
// April 10 of 100, May 20 of 100, and ten days of June 3 of 10.
const appointments = [appointment('2024-04-10', '3', 10), appointment('2024-04-11', '5', 90), appointment('2024-05-10', '3', 20), appointment('2024-05-11', '5', 80), appointment('2024-06-05', '3', 3), appointment('2024-06-06', '5', 7)];
const outpatients = () => hold({ outpatient_appointments: appointments }, { outpatient_appointments: { to: '2024-06-10' } });
const on = { today: '2024-06-11' };

describe('a stretch that is still running', () => {
  test('of several months is answered by its whole months, with how many of how many are gone', async () => {
    const { figure, period, outlook, provenance } = await resultOf(await outpatients(), heading('dna-rate', { period: YEAR }), on);
    expect(figure).toMatchObject({ numerator: 30, denominator: 200 });
    expect(period).toMatchObject({ from: '2024-04-01', to: '2024-05-31' });
    expect(outlook).toMatchObject({ isLatest: true, isAdditive: false, course: { period: { label: '2024/25' }, step: 'month', gone: 2, of: 12, complete: true, figure: { numerator: 30, denominator: 200 } } });
    expect(provenance.complete).toBe(true);
  });

  test('of one month is answered by its days, and so is a quarter of which no month is over', async () => {
    const { figure, outlook } = await resultOf(await outpatients(), heading('dna-rate', { period: monthPeriod(2024, 6) }), on);
    expect(figure).toMatchObject({ numerator: 3, denominator: 10 });
    expect(outlook?.course).toMatchObject({ step: 'day', gone: 10, of: 30, soFar: { from: '2024-06-01', to: '2024-06-10' } });
    const first = await hold({ outpatient_appointments: appointments.slice(0, 2) }, { outpatient_appointments: { to: '2024-04-15' } });
    expect((await resultOf(first, heading('dna-rate', { period: quarterPeriod(2024, 1) }), on)).outlook?.course).toMatchObject({ step: 'day', gone: 15, of: 91 });
  });

  test('of one month has the months before it beside its days, for how far a month varies', async () => {
    const { run, trend } = await resultOf(await outpatients(), heading('dna-rate', { period: monthPeriod(2024, 6) }), on);
    expect(run.slice(-3).map(({ period, complete, figure }) => [period, complete, figure.value])).toEqual([['2024-04', true, 0.1], ['2024-05', true, 0.2], ['2024-06', false, 0.3]]);
    expect(trend.every(({ span }) => span === 'day')).toBe(true);
  });

  test('with days missing is not called complete', async () => {
    const snapshot = await hold({ outpatient_appointments: appointments }, { outpatient_appointments: { to: '2024-06-10', missingDays: ['2024-05-14'] } });
    expect((await resultOf(snapshot, heading('dna-rate', { period: YEAR }), on)).outlook?.course?.complete).toBe(false);
  });

  test('that has not begun is no data, as for any question', async () => {
    expect(await resultOf(await outpatients(), heading('dna-rate', { period: monthPeriod(2024, 8) }), on)).toMatchObject({ missing: 'after-data' });
  });
});

describe('a stretch that is over', () => {
  test('of a ratio has its figure and no course; the newest is told from an older one', async () => {
    const snapshot = await outpatients();
    expect((await resultOf(snapshot, heading('dna-rate', { period: monthPeriod(2024, 5) }), on)).outlook).toEqual({ isLatest: true, isAdditive: false, course: null });
    expect((await resultOf(snapshot, heading('dna-rate', { period: monthPeriod(2024, 4) }), on)).outlook).toMatchObject({ isLatest: false, course: null });
    expect((await resultOf(snapshot, heading('dna-rate', { period: weekPeriod('2024-06-09') }), on)).outlook).toMatchObject({ isLatest: true, course: null });
  });

  test('and is a year to date goes on to the end of its year', async () => {
    const { figure, outlook } = await resultOf(await outpatients(), heading('dna-rate', { period: yearToDatePeriod('2024-05-31') }), on);
    expect([figure.numerator, outlook?.course?.gone, outlook?.course?.of]).toEqual([30, 2, 12]);
  });

  const cancelled = (date: string) => ({ operation_date: date, case_status: 'cancelled', cancellation_reason: 'hospital-non-clinical', treatment_function_code: '120', site_code: 'RWEAA' });
  const cancellations = () => hold({ theatre_cases: ['2024-04-02', '2024-04-03', '2024-05-02'].map(cancelled) }, { theatre_cases: {} });

  test('of a count keeps its own figure, with the year to date beside it', async () => {
    const { figure, period, outlook } = await resultOf(await cancellations(), heading('last-minute-cancellations'));
    expect([figure.value, period.label]).toEqual([1, 'May 2024']);
    expect(outlook).toMatchObject({ isAdditive: true, course: { gone: 2, of: 12, figure: { value: 3 }, period: { label: '2024/25' } } });
  });

  test('is the year to date where the target is one for the year', async () => {
    const yearly = targetSchema.parse({ metric: 'last-minute-cancellations', value: 30, comparator: 'at-most', for: 'year', source: 'Paper', from: '2024-04-01' });
    const catalogue = { ...SMALL_CATALOGUE, targets: [...SMALL_CATALOGUE.targets, yearly] };
    const { figure, period, outlook } = await resultOf(await cancellations(), heading('last-minute-cancellations'), { catalogue });
    expect([figure.value, period.from, period.to, outlook?.course?.gone]).toEqual([3, '2024-04-01', '2024-05-31', 2]);
  });
});

test('a census, a median and what is only printed head nowhere', async () => {
  const waits = await hold({ rtt_pathways: [{ census_date: '2024-05-31', days_waiting: 400, treatment_function_code: '120' }] }, { rtt_pathways: {} });
  expect((await resultOf(waits, heading('year-waits', { period: YEAR }))).outlook).toEqual({ isLatest: true, isAdditive: false, course: null });
  const turnaround = await hold({ diagnostic_tests: [{ test_date: '2024-05-02', days_to_report: 3, treatment_function_code: '120' }] }, { diagnostic_tests: {} });
  expect((await resultOf(turnaround, heading('reporting-turnaround'))).outlook?.course).toBeNull();
});

test('a value has no outlook', async () => {
  expect((await resultOf(await outpatients(), ask('dna-rate'), on)).outlook).toBeNull();
});

test('what is followed up for thirty days counts to thirty days before the last one held, and a month that is over so long counts whole', async () => {
  const dna = SMALL_CATALOGUE.metrics.get('dna-rate');
  const followed = { ...SMALL_CATALOGUE, metrics: new Map([...SMALL_CATALOGUE.metrics, ...(dna === undefined ? [] : [['dna-rate', { ...dna, 'follow-up-days': 30 }] as const])]) };
  const kept = (date: string) => ({ appointment_date: date, attended_or_did_not_attend_code: '5', first_attendance_code: '1', treatment_function_code: '120', site_code: 'RWEAA' });
  const snapshot = await hold({ outpatient_appointments: [kept('2024-04-10'), kept('2024-05-05')] }, { outpatient_appointments: { to: '2024-06-10' } });
  // Thirty days before 10 June is 11 May.
  expect((await resultOf(snapshot, ask('dna-rate'), { catalogue: followed })).provenance.followedTo).toBe('2024-05-11');
  expect((await resultOf(snapshot, ask('dna-rate', { period: monthPeriod(2024, 4) }), { catalogue: followed })).provenance).not.toHaveProperty('followedTo');
  expect((await resultOf(snapshot, ask('dna-rate'))).provenance).not.toHaveProperty('followedTo');
});
