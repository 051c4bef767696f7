import { trustAsOf, type RawTrust } from './trust-as-of';

// Expected values: Trust Board paper H of 11 July 2024, Tables 1 and 2. The SQL follows the definitions in words and
// reads the raw files, so that it shares nothing with the mapping, the engine or the generator.

const COUNTED = "first_attendance in ('1', '2', '3', '4') and admin_category = '01' and treatment_function <> '812'";
const ATTENDED = `${COUNTED} and attendance_status in ('5', '6')`;
const MONTHS = { May: "between date '2024-05-01' and date '2024-05-31'", 'the year to date': "between date '2024-04-01' and date '2024-05-31'" } as const;

const appointments = (numerator: string, denominator: string) => (days: string): string =>
  `select count(*) filter (${numerator}) / count(*) filter (${denominator}) from appointments where appointment_date ${days}`;

const elective = (select: string) => (days: string): string => `
  with run as (select * from lists where list_type = 'EL' and list_status = 'Run' and list_date ${days}),
  done as (
    select list_ref, sched_start, sched_end, anaes_start, out_theatre,
      date_diff('minute', greatest(anaes_start, sched_start), least(out_theatre, sched_end)) as inside
    from operations join run using (list_ref) where status = 'C'
  ), used as (
    select list_ref, least(sum(inside), any_value(date_diff('minute', sched_start, sched_end))) as inside,
      min(anaes_start) > any_value(sched_start) + interval 15 minutes as late
    from done group by list_ref
  ) ${select}`;

const FIGURES: readonly (readonly [name: string, sql: (days: string) => string, decimals: number, may: string, yearToDate: string])[] = [
  ['ACPL', elective('select (select count(*) from done) / (select count(*) from run) / 100'), 2, '1.57', '1.57'],
  ['capped theatre utilisation', elective("select sum(inside) / (select sum(date_diff('minute', sched_start, sched_end)) from run) from used"), 1, '76.8', '76.1'],
  ['late starts', elective('select count(*) filter (late) / (select count(*) from run) from used'), 1, '39.5', '40.5'],
  ['cancellations on the day', (days) => `select count(*) filter (o.status = 'X') / count(*) from operations o join lists l using (list_ref)
     where l.list_type = 'EL' and op_date ${days} and (o.status = 'C' or o.status = 'X' and canx_at::date = op_date)`, 2, '9.90', '9.98'],
  ['DNA rate', appointments(`${COUNTED} and attendance_status in ('3', '7')`, `${COUNTED} and attendance_status in ('3', '5', '6', '7')`), 1, '6.5', '6.4'],
  ['first appointments and procedures', appointments(
    `${ATTENDED} and (first_attendance in ('1', '3') or first_attendance = '2' and hrg not like 'WF%' and hrg not like 'U%')`, ATTENDED), 1, '43.4', '43.2'],
  ['PIFU', appointments(`${ATTENDED} and pifu = 'Y'`, ATTENDED), 1, '4.2', '4.2'],
  ['clinic utilisation', (days) => `select sum("Slots Booked") / sum("Slots Available") from clinics where "Session Date" ${days}`, 1, '93.0', '93.3'],
  ['discharged at first appointment', appointments(
    `${ATTENDED} and first_attendance in ('1', '3') and outcome = '1'`, `${ATTENDED} and first_attendance in ('1', '3')`), 1, '34.5', '35.3'],
];

let trust: RawTrust;
beforeAll(async () => {
  trust = await trustAsOf('2024-06-12');
});

describe('The demonstration trust prints the 2024 board paper', () => {
  const cases = FIGURES.flatMap(([name, sql, decimals, may, yearToDate]) => [
    { name, period: 'May' as const, sql, decimals, printed: may },
    { name, period: 'the year to date' as const, sql, decimals, printed: yearToDate },
  ]);

  test.each(cases)('$name of $period is $printed', async ({ sql, period, decimals, printed }) => {
    expect((100 * await trust.number(sql(MONTHS[period]))).toFixed(decimals)).toBe(printed);
  });

  test('The two months hold the 72,310 first appointments and procedures of Table 4', async () => {
    expect(await trust.number(`select count(*) from appointments where appointment_date ${MONTHS['the year to date']} and ${ATTENDED}
      and (first_attendance in ('1', '3') or first_attendance = '2' and hrg not like 'WF%' and hrg not like 'U%')`)).toBe(72_310);
  });

  test('What the definitions leave out is there to be left out', async () => {
    const [left] = await trust.rows(`select count(*) filter (first_attendance = '5') as clock_stops, count(*) filter (admin_category <> '01') as private,
      count(*) filter (treatment_function = '812') as imaging, count(*) filter (attendance_status in ('2', '4')) as cancelled,
      count(*) filter (first_attendance = '4' and hrg not like 'WF%' and hrg not like 'U%') as by_telephone, count(*) filter (hrg like 'U%') as ungrouped from appointments`);
    for (const [kind, count] of Object.entries(left ?? {})) {
      expect([kind, Number(count) > 100]).toEqual([kind, true]);
    }
    expect(await trust.number(`with firsts as (select min(anaes_start) as first, any_value(sched_start) as planned from operations join lists using (list_ref)
      where list_type = 'EL' and operations.status = 'C' group by list_ref) select count(*) filter (first = planned + interval 15 minutes) from firsts`)).toBeGreaterThan(20);
    expect(await trust.number("select count(*) from operations where status = 'X' and canx_at::date < op_date")).toBeGreaterThan(200);
    expect(await trust.number("select count(distinct list_type) from lists where list_status = 'Run'")).toBe(3);
  });
});

describe('The years before follow what the paper says of them', () => {
  const missed = (where: string): string => `select sum("Appointments") filter ("Attendance Status" = '3') / sum("Appointments") filter ("Attendance Status" in ('3', '5'))
    from history_appointments where ${where}`;
  const month = (name: string, share: string, of: string): string =>
    `select sum("Appointments") filter (${share}) / sum("Appointments") from history_appointments where "Month" = date '${name}-01' and ${of}`;

  test('DNA averaged 7.4% in calendar 2023 and 6.2% from January 2024', async () => {
    expect((100 * await trust.number(missed(`year("Month") = 2023`))).toFixed(1)).toBe('7.4');
    const monthly = await Promise.all(['2024-01-01', '2024-02-01', '2024-03-01'].map((day) => trust.number(missed(`"Month" = date '${day}'`))));
    expect((100 * [...monthly, 5628 / 89_189, 5846 / 89_658].reduce((sum, rate) => sum + rate / 5, 0)).toFixed(1)).toBe('6.2');
  });

  test('PIFU improved from September 2023 and passed 3.5% by March 2024', async () => {
    const at = (name: string): Promise<number> => trust.number(month(name, "\"PIFU\" = 'Y'", `"Attendance Status" = '5'`));
    expect(await at('2023-09')).toBeLessThan(await at('2023-12'));
    expect(await at('2023-12')).toBeLessThan(await at('2024-03'));
    expect(await at('2024-03')).toBeGreaterThan(0.035);
  });

  test('Clinic utilisation averaged 93% from April 2022', async () => {
    const utilisation = await trust.number(`select sum("Sessions" * "Slots Booked") / sum("Sessions" * "Slots Available") from history_clinics where "Month" >= date '2022-04-01'`);
    expect((100 * utilisation).toFixed(0)).toBe('93');
  });

  test('April 2020 saw far fewer appointments and lists than April 2019', async () => {
    const ratio = (table: string, count: string): string =>
      `select sum("${count}") filter ("Month" = date '2020-04-01') / sum("${count}") filter ("Month" = date '2019-04-01') from ${table}`;
    expect(await trust.number(ratio('history_appointments', 'Appointments'))).toBeLessThan(0.65);
    expect(await trust.number(`${ratio('history_lists', 'Lists')} where "List Type" = 'elective' and "List Status" = 'run'`)).toBeLessThan(0.4);
  });

  test('ACPL was below 1.57 in 2022/23', async () => {
    const year = `"List Type" = 'elective' and "Month" between date '2022-04-01' and date '2023-03-01'`;
    const acpl = await trust.number(`select (select sum("Cases") from history_operations where ${year} and "Outcome" = 'completed')
      / (select sum("Lists") from history_lists where ${year} and "List Status" = 'run')`);
    expect(acpl).toBeLessThan(1.57);
    expect(acpl).toBeGreaterThan(1.4);
  });
});
