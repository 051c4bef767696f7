import { ask, CASES, csv, SampleFolders, SESSIONS, source, withSnapshot } from './sample-trust';

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

  test('days are looked for from the end of the monthly counts on, without weekends and bank holidays', async () => {
    const day = (id: string, date: string): string => `${id},${date},elective,run,${date} 09:00,${date} 12:00`;
    folders.put('sessions.csv', csv('session_id,session_date,session_type,session_status,planned_start,planned_end,counted_by,planned_minutes,weight',
      ',2024-03-31,elective,run,,,month,200,90', `${day('z', '2024-04-26')},,,`, `${day('a', '2024-05-02')},,,`, `${day('b', '2024-05-08')},,,`,
      'c,2024-05-20,elective,planned,2024-05-20 09:00,2024-05-20 12:00,,,'));
    const keeper = await folders.open([SESSIONS]);
    expect(keeper.problems()).toEqual([]);
    // Good Friday was 29 March 2024 and Easter Monday 1 April; Monday 6 May was a bank holiday too.
    expect(await withSnapshot(keeper, (snapshot) => snapshot.coverage['theatre_sessions'])).toMatchObject({
      extract: 'theatre-sessions', from: '2024-03-01', to: '2024-05-08', bookedTo: '2024-05-20', dailyFrom: '2024-04-26',
      provisionalFrom: null, missingMonths: [], missingDays: [
        '2024-04-02', '2024-04-03', '2024-04-04', '2024-04-05', '2024-04-08', '2024-04-09', '2024-04-10', '2024-04-11', '2024-04-12',
        '2024-04-15', '2024-04-16', '2024-04-17', '2024-04-18', '2024-04-19', '2024-04-22', '2024-04-23', '2024-04-24', '2024-04-25',
        '2024-04-29', '2024-04-30', '2024-05-01', '2024-05-03', '2024-05-07',
      ], rows: 5,
      // The monthly counts say nothing of when a list was planned to start, and nobody names a theatre.
      columnsFrom: { session_status: '2024-03-01', planned_start: '2024-04-26', theatre_code: null },
    });
  });

  test('by another date than their own, rows are held by the day from after the last month in which one that is counted by the month falls', async () => {
    const header = 'case_id,session_id,operation_date,case_status,cancelled_on_the_day,cancellation_reason,cancelled_at,treated_date,breach_date,counted_by,weight';
    const counted = (month: string, breach: string): string => `,,${month},cancelled,true,hospital-non-clinical,,,${breach},month,4`;
    const late = (id: string, day: string): string => `${id},S,${day},cancelled,true,hospital-non-clinical,,2024-09-01,,day,1`;
    const held = async (...rows: readonly string[]) => {
      folders.put('cases.csv', csv(header, ...rows, late('a', '2024-04-03'), late('b', '2024-06-20')));
      const keeper = await folders.open([source({ ...CASES, 'allowed-fall': 1 })]);
      expect(keeper.problems()).toEqual([]);
      return withSnapshot(keeper, (snapshot) => snapshot.coverage['theatre_cases']);
    };
    expect(await held(counted('2024-02-01', '2024-03-01'), counted('2024-03-01', '2024-04-01'))).toMatchObject({ dailyFrom: '2024-04-03', dailyFromBy: { breach_date: '2024-05-01' } });
    // Nobody of the last months was kept waiting, or nothing is counted by the month at all.
    expect((await held(counted('2024-01-01', '2024-02-01'), counted('2024-03-01', '')))?.dailyFromBy).toEqual({});
    expect((await held())?.dailyFromBy).toEqual({});
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
    expect(keeper.problems()).toEqual(['published.csv, row 2, column weight: is below 0. Correct the row and export again.']);
  });

  test.each([
    ['a blank weight on a count of a month', '31JAN24,120,100,,false', 'published.csv, row 2, column weight: is empty on a row that is counted by the month. Give how many records the row stands for.'],
    ['a weight no publication reaches', '31JAN24,120,100,100000001,false', 'published.csv, row 2, column weight: is above 100000000. Correct the row and export again.'],
  ])('%s is refused', async (_, row, told) => {
    folders.put('published.csv', csv('month_ending,tfc,attended,dna,provisional', row));
    expect((await folders.open([counted])).problems()).toEqual([told]);
  });

  test('one row that a select lays out as several has one fault for a column', async () => {
    folders.put('published.csv', csv('month_ending,tfc,attended,dna,provisional', '31FEB24,120,100,7,false', '31JAN99,120,100,7,false'));
    expect((await folders.open([counted])).problems()).toEqual([
      'published.csv, row 2, column appointment_date: is not a date. Correct the row and export again; it is read as %d%b%y or YYYY-MM-DD.',
      'published.csv, row 3, column appointment_date: is before the year 2000. Correct the row, or the date pattern of the mapping.',
    ]);
  });
});

describe('counts given twice', () => {
  const header = 'month_ending,tfc,attended,dna,provisional';
  const releases = source({ ...counted, files: 'published*.csv' });

  test('by two releases of one publication are refused, also where a figure was revised since', async () => {
    folders.put('published-jan.csv', csv(header, '31DEC23,120,90,5,false', '31JAN24,120,100,7,true'));
    folders.put('published-feb.csv', csv(header, '31DEC23,120,90,5,false', '31JAN24,120,101,8,false', '29FEB24,120,80,9,true'));
    expect((await folders.open([releases])).problems()).toEqual([
      'published-feb.csv: the same counts of 2023-12 (and 1 more months) are in published-feb.csv and in published-jan.csv, so that they would be counted twice. Keep one release of the file in the folder, and let one mapping alone take each count.',
    ]);
  });

  test('by two mappings of one file are refused with the name of both', async () => {
    folders.put('published.csv', csv(header, '31JAN24,120,100,7,true'));
    expect((await folders.open([counted, source({ ...counted, id: 'again' })])).problems()).toEqual([
      'published.csv: the same counts of 2024-01 are in published.csv (mapping published) and in published.csv (mapping again), so that they would be counted twice. Keep one release of the file in the folder, and let one mapping alone take each count.',
    ]);
  });

  test('in files that share no month, or no treatment function, are one table', async () => {
    folders.put('published-jan.csv', csv(header, '31JAN24,120,100,7,true'));
    folders.put('published-feb.csv', csv(header, '29FEB24,120,100,7,true', '31JAN24,110,100,7,true'));
    expect((await folders.open([releases])).problems()).toEqual([]);
  });

  test('by the month and day by day are refused, unless the days are only booked', async () => {
    const lists = source({ ...SESSIONS, files: '*.csv' });
    const put = (status: string): void => {
      folders.put('history.csv', csv('session_id,session_date,session_type,session_status,planned_minutes,counted_by,weight', ',2024-03-31,elective,run,200,month,90'));
      folders.put('records.csv', csv('session_id,session_date,session_type,session_status,planned_start,planned_end', `a,2024-03-28,elective,${status},2024-03-28 09:00,2024-03-28 12:00`));
    };
    put('run');
    const keeper = await folders.open([lists]);
    expect(keeper.problems()).toEqual([
      'history.csv: 2024-03 is counted by the month in history.csv and given day by day in records.csv, so that it would be counted twice. Leave the month out of one of the two.',
    ]);
    put('planned');
    await keeper.refresh();
    expect(keeper.problems()).toEqual([]);
  });
});
