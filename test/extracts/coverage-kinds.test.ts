import type { Coverage } from '../../src/engine/snapshot';
import { ask, csv, SampleFolders, source, withSnapshot } from './sample-trust';

let folders: SampleFolders;
beforeEach(() => { folders = new SampleFolders(); });
afterEach(() => folders.close());

const mapping = (table: string, part: Record<string, unknown> = {}) => source({ id: 'mapped', table, files: '*.csv', select: 'select * from file', ...part });

async function heldIn(table: string, sources: readonly ReturnType<typeof mapping>[]): Promise<Coverage | undefined> {
  const keeper = await folders.open(sources);
  expect(keeper.problems()).toEqual([]);
  return withSnapshot(keeper, (snapshot) => snapshot.coverage[table]);
}

describe('a census', () => {
  test('holds the days it was taken on: none is missing between them, but a month without one is', async () => {
    folders.put('a.csv', csv('pathway_census_id,census_date,clock_start_date,weight,days_waiting',
      ',2024-01-31,,4000,100', ',2024-02-29,,4100,101', 'p1,2024-04-28,2024-01-01,,', 'p2,2024-05-26,2024-01-01,,'));
    expect(await heldIn('rtt_pathways', [mapping('rtt_pathways')])).toMatchObject({
      from: '2024-01-31', to: '2024-05-26', bookedTo: '2024-05-26', dailyFrom: '2024-01-31', missingMonths: ['2024-03'], missingDays: [], rows: 4, byMetric: {}, notices: [],
    });
  });
});

describe('rows of whole months by their nature', () => {
  test('need not say so: they are of their month to its last day, and count one', async () => {
    folders.put('a.csv', csv('line_id,activity_month,pod_code,plan_basis,activity,income', '1,2024-04-01,day-case,variable,10,1000', '2,2024-06-15,day-case,variable,-2,-50'));
    const keeper = await folders.open([mapping('contract_activity')]);
    expect(keeper.problems()).toEqual([]);
    expect(await withSnapshot(keeper, (snapshot) => snapshot.coverage['contract_activity'])).toMatchObject({
      from: '2024-04-01', to: '2024-06-30', dailyFrom: null, missingMonths: ['2024-05'], missingDays: [],
    });
    expect(await ask(keeper, 'select activity_month, weight, counted_by, sum(activity * weight) over () as total from contract_activity order by 1')).toEqual([
      { activity_month: '2024-04-01', weight: 1, counted_by: 'month', total: 8 }, { activity_month: '2024-06-01', weight: 1, counted_by: 'month', total: 8 },
    ]);
  });
});

describe('printed figures', () => {
  const header = 'figure_id,metric,period_kind,period_from,period_to,part,value,numerator,document,place,published_on';

  test('hold from their first day to their last, by metric too, and those without a date disturb nothing', async () => {
    folders.put('a.csv', csv(header,
      '1,dna-rate,month,2024-06-01,2024-06-30,,0.064,,Paper,Table 2,2024-07-11', '2,dna-rate,ytd,2024-04-01,2024-06-30,,0.066,,Paper,Table 2,2024-07-11',
      '3,cpwau,month,,,cmg=chuggs,3500,12,Paper,Table 3,2024-07-11', '4,acpl,rolling-12,2023-07-01,2024-05-31,,2.1,,Paper,Table 1,2024-07-11'));
    const keeper = await folders.open([mapping('published_values')]);
    expect(keeper.problems()).toEqual([]);
    expect(await withSnapshot(keeper, (snapshot) => snapshot.coverage['published_values'])).toMatchObject({
      from: '2023-07-01', to: '2024-06-30', bookedTo: '2024-06-30', dailyFrom: null, missingMonths: [], missingDays: [], rows: 4,
      byMetric: {
        'dna-rate': { from: '2024-04-01', to: '2024-06-30' }, 'acpl': { from: '2023-07-01', to: '2024-05-31' },
        // Nothing printed of it is dated, so that the day of publication stands for its stretch.
        'cpwau': { from: '2024-07-11', to: '2024-07-11' },
      },
      // A column that only an undated row gives is held all the same.
      columnsFrom: { value: '2023-07-01', numerator: '2023-07-01', denominator: null },
    });
    expect(await ask(keeper, 'select figure_id, period_from, period_to from published_values where period_to is null')).toEqual([{ figure_id: '3', period_from: null, period_to: null }]);
    expect(await ask(keeper, "select min(day) as first_day from calendar")).toEqual([{ first_day: '2021-07-01' }]);
  });

  test('without any date at all are held as of their publication', async () => {
    folders.put('a.csv', csv(header, '3,cpwau,month,,,cmg=chuggs,3500,,Paper,Table 3,2024-07-11'));
    expect(await heldIn('published_values', [mapping('published_values')])).toMatchObject({ from: '2024-07-11', to: '2024-07-11', byMetric: { cpwau: { from: '2024-07-11', to: '2024-07-11' } } });
  });

  test('of other providers hold from the start of the earliest quarter', async () => {
    folders.put('a.csv', csv('metric,period_from,period_to,provider_code,provider_name,value,document,published_on',
      'length-of-stay,2006-04-01,2006-06-30,RWE,Leicester,3.1,BVBC,2007-01-01', 'length-of-stay,2006-07-01,2006-09-30,national,England,3.4,BVBC,2007-01-01'));
    expect(await heldIn('benchmark_values', [mapping('benchmark_values')])).toMatchObject({
      from: '2006-04-01', to: '2006-09-30', byMetric: { 'length-of-stay': { from: '2006-04-01', to: '2006-09-30' } },
    });
  });
});

describe('rows that are not real', () => {
  const header = 'appointment_id,appointment_date,attended_or_did_not_attend_code,outcome_of_attendance_code,first_attendance_code,counted_by,weight';
  const real = mapping('outpatient_appointments', { id: 'real', files: 'real.csv' });
  const artificial = mapping('outpatient_appointments', { id: 'artificial', files: 'artificial.csv', optional: true, notice: 'Artificial data' });
  const put = (): void => {
    folders.put('artificial.csv', csv(header, 'x1,2023-01-02,5,1,1,,', 'x2,2023-02-20,3,,2,,'));
    folders.put('real.csv', csv(header, ',2024-04-01,5,,1,month,100', ',2024-05-01,5,,1,month,120'));
  };

  test('say so for the stretch they cover, and leave days and columns to what the real ones give', async () => {
    put();
    expect(await heldIn('outpatient_appointments', [real, artificial])).toMatchObject({
      from: '2023-01-02', to: '2024-05-31', dailyFrom: null, missingDays: [], rows: 4,
      missingMonths: ['2023-03', '2023-04', '2023-05', '2023-06', '2023-07', '2023-08', '2023-09', '2023-10', '2023-11', '2023-12', '2024-01', '2024-02', '2024-03'],
      columnsFrom: { first_attendance_code: '2023-01-02', outcome_of_attendance_code: null },
      notices: [{ notice: 'Artificial data', from: '2023-01-02', to: '2023-02-20' }],
    });
  });

  test('are all there is where no other source feeds the table', async () => {
    put();
    expect(await heldIn('outpatient_appointments', [artificial])).toMatchObject({
      from: '2023-01-02', to: '2023-02-20', dailyFrom: '2023-01-02', columnsFrom: { outcome_of_attendance_code: '2023-01-02' }, notices: [{ notice: 'Artificial data', from: '2023-01-02', to: '2023-02-20' }],
    });
  });

  test('are refused where real ones are of the same months, since only their dates tell them apart', async () => {
    put();
    folders.put('artificial.csv', csv(header, 'x1,2024-03-02,5,1,1,,', 'x2,2024-06-20,3,,2,,'));
    const keeper = await folders.open([real, artificial]);
    expect(keeper.problems()).toEqual([
      'artificial.csv: its rows are not real (Artificial data), and real.csv has real ones of the same months, from 2024-04 on. Keep it out of this folder, or out of those months: the two are never added together.',
    ]);
  });

  test('need not be there at all', async () => {
    put();
    folders.remove('artificial.csv');
    expect(await heldIn('outpatient_appointments', [real, artificial])).toMatchObject({ from: '2024-04-01', to: '2024-05-31', missingMonths: [], notices: [] });
  });
});

describe('two mappings of one file', () => {
  test('read it once, and the next file is still its own', async () => {
    folders.put('a.csv', csv('id,day', '1,2024-06-03'));
    folders.put('b.csv', csv('name,received', 'x,2024-06-04'));
    const keeper = await folders.open([
      source({ id: 'first', table: 'complaints', files: 'a.csv', select: "select file_row, 'c' || id as complaint_id, day as received_date from file" }),
      source({ id: 'again', table: 'referrals', files: 'a.csv', select: 'select file_row, id as referral_id, day as referral_date from file' }),
      source({ id: 'other', table: 'complaints', files: 'b.csv', select: 'select file_row, name as complaint_id, received as received_date from file' }),
    ]);
    expect(keeper.problems()).toEqual([]);
    expect(await ask(keeper, 'select complaint_id as id from complaints union all select referral_id from referrals order by 1')).toEqual([{ id: '1' }, { id: 'c1' }, { id: 'x' }]);
  });
});
