import { ask, csv, SampleFolders, SESSIONS, source, withSnapshot } from './sample-trust';

let folders: SampleFolders;
beforeEach(() => { folders = new SampleFolders(); });
afterEach(() => folders.close());

const counted = source({ id: 'published', table: 'outpatient_appointments', files: 'published.csv', dates: ['%d%b%y'],
  select: `select file_row, month_ending as appointment_date, tfc as treatment_function_code, code as attended_or_did_not_attend_code, n as weight,
    'month' as counted_by, provisional from (select *, '3' as code, dna as n from file union all select *, '5' as code, attended as n from file) as both_kinds` });

describe('what a snapshot holds', () => {
  test('monthly counts cover their month to its last day, and a month without any is named', async () => {
    folders.put('published.csv', csv('month_ending,tfc,attended,dna,provisional', '31JAN24,120,100,7,false', '29FEB24,120,90,6,false', '30APR24,120,80,9,true'));
    const keeper = await folders.open([counted]);
    expect(keeper.problems()).toEqual([]);
    expect(await withSnapshot(keeper, (snapshot) => snapshot.coverage)).toMatchObject({ outpatient_appointments: {
      extract: 'outpatient-appointments', from: '2024-01-01', to: '2024-04-30', bookedTo: '2024-04-30', dailyFrom: null,
      provisionalFrom: '2024-04-01', missingMonths: ['2024-03'], missingDays: [], rows: 6,
    } });
    expect(await ask(keeper, "select sum(case when attended_or_did_not_attend_code = '3' then weight end) / sum(weight) as rate from outpatient_appointments"))
      .toEqual([{ rate: 22 / 292 }]);
  });

  test('days are looked for from the first daily record on, without weekends and bank holidays', async () => {
    const day = (id: string, date: string): string => `${id},${date},elective,run,${date} 09:00,${date} 12:00`;
    folders.put('sessions.csv', csv('session_id,session_date,session_type,session_status,planned_start,planned_end,counted_by,planned_minutes,weight',
      ',2024-03-31,elective,run,,,month,200,90', `${day('a', '2024-05-02')},,,`, `${day('b', '2024-05-08')},,,`,
      'c,2024-05-20,elective,planned,2024-05-20 09:00,2024-05-20 12:00,,,'));
    const keeper = await folders.open([SESSIONS]);
    expect(keeper.problems()).toEqual([]);
    // Thursday 2 May to Wednesday 8 May 2024, with the bank holiday of Monday the 6th in between.
    expect(await withSnapshot(keeper, (snapshot) => snapshot.coverage['theatre_sessions'])).toMatchObject({
      extract: 'theatre-sessions', from: '2024-03-01', to: '2024-05-08', bookedTo: '2024-05-20', dailyFrom: '2024-05-02',
      provisionalFrom: null, missingMonths: ['2024-04'], missingDays: ['2024-05-03', '2024-05-07'], rows: 4,
      // The monthly counts say nothing of when a list was planned to start, and nobody names a theatre.
      columnsFrom: { session_status: '2024-03-01', planned_start: '2024-05-02', theatre_code: null },
    });
  });

  test('has a calendar two years to either side of the data', async () => {
    folders.put('published.csv', csv('month_ending,tfc,attended,dna,provisional', '31JAN24,120,100,7,false'));
    const keeper = await folders.open([counted]);
    const [calendar] = await ask(keeper, 'select min(day) as first_day, max(day) >= date \'2026-01-01\' as reaches, count(*) = max(day) - min(day) + 1 as whole from calendar');
    expect(calendar).toEqual({ first_day: '2022-01-01', reaches: true, whole: true });
    expect(await ask(keeper, "select month_start, week_start, financial_year, financial_quarter, working_day from calendar where day = date '2024-04-01'")).toEqual([
      { month_start: '2024-04-01', week_start: '2024-04-01', financial_year: 2024, financial_quarter: 1, working_day: false },
    ]);
  });

  test('a count below nothing is refused', async () => {
    folders.put('published.csv', csv('month_ending,tfc,attended,dna,provisional', '31JAN24,120,100,-7,false'));
    const keeper = await folders.open([counted]);
    expect(keeper.problems()).toEqual(['published.csv, row 2, column weight: -7 is below 0. Correct the row and export again.']);
  });
});
