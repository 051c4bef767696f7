import { trustAsOf, type RawTrust } from './trust-as-of';

// The figures must not be met by bending a few days or specialties: rates may differ only as people and chance make them.

let trust: RawTrust;
beforeAll(async () => {
  trust = await trustAsOf('2024-06-12');
  await trust.rows(`create view kept as select *, strftime(appointment_date, '%m') as month, attendance_status in ('3', '7') as missed
    from appointments where first_attendance in ('1', '2', '3', '4') and admin_category = '01' and treatment_function <> '812'
      and attendance_status in ('3', '5', '6', '7') and appointment_date < date '2024-06-01'`);
});

test('No day holds more than 8% of its month, missed or kept, and weekends hold little', async () => {
  expect(await trust.number(`select max(share) from (select count(*) / sum(count(*)) over (partition by month, missed) as share
    from kept group by appointment_date, month, missed)`)).toBeLessThan(0.08);
  expect(await trust.number('select count(*) filter (isodow(appointment_date) > 5) / count(*) from kept')).toBeLessThan(0.02);
  const holidays = "appointment_date in (date '2024-04-01', date '2024-05-06', date '2024-05-27')";
  expect(await trust.number(`select count(*) filter (${holidays}) / count(*) from kept`)).toBeLessThan(0.005);
});

test('Every sizeable specialty misses between 2% and 16%, and specialties differ', async () => {
  const rates = await trust.rows(`select treatment_function as code, count(*) filter (missed) / count(*) as rate from kept group by 1 having count(*) > 500`);
  const values = rates.map(({ rate }) => Number(rate));
  expect(values.length).toBeGreaterThan(40);
  expect(Math.min(...values)).toBeGreaterThan(0.02);
  expect(Math.max(...values)).toBeLessThan(0.16);
  expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.04);
  const ent = Number(rates.find(({ code }) => code === '120')?.['rate']);
  expect(ent).toBeGreaterThan(0.075);
  expect(ent).toBeLessThan(0.1);
});

test('Days differ by about as much as chance makes them, no less and not much more', async () => {
  const spread = await trust.number(`
    with daily as (select month, count(*) as n, count(*) filter (missed) as d from kept group by month, appointment_date having count(*) > 1000),
    rated as (select *, sum(d) over (partition by month) / sum(n) over (partition by month) as p from daily)
    select avg((d - n * p) * (d - n * p) / (n * p * (1 - p))) from rated`);
  expect(spread).toBeGreaterThan(0.6);
  expect(spread).toBeLessThan(5);
});

test.each(['treatment_function', 'site', 'isodow(appointment_date)'])('From April to May no %s moves beyond noise', async (by) => {
  const moves = await trust.rows(`
    with counted as (select ${by} as part, count(*) filter (month = '04') as n4, count(*) filter (month = '05') as n5,
      count(*) filter (month = '04' and missed) / n4 as p4, count(*) filter (month = '05' and missed) / n5 as p5 from kept group by 1)
    select part, (p5 - p4 - (0.0652 - 0.0631)) / sqrt(p4 * (1 - p4) / n4 + p5 * (1 - p5) / n5) as z from counted where n4 > 300 and n5 > 300`);
  expect(moves.length).toBeGreaterThan(4);
  for (const { part, z } of moves) {
    expect([part, Math.abs(Number(z)) < 4.5]).toEqual([part, true]);
  }
});

test('The young and the deprived miss more, and telephone appointments are missed less', async () => {
  const rate = (where: string): Promise<number> => trust.number(`select count(*) filter (missed) / count(*) from kept where ${where}`);
  expect(await rate('age_at_appointment between 18 and 39')).toBeGreaterThan(await rate('age_at_appointment between 40 and 64'));
  expect(await rate('age_at_appointment between 40 and 64')).toBeGreaterThan(await rate('age_at_appointment between 65 and 79'));
  expect(await rate('imd_decile <= 2')).toBeGreaterThan(1.3 * await rate('imd_decile >= 9'));
  expect(await rate("first_attendance in ('3', '4')")).toBeLessThan(await rate("first_attendance in ('1', '2')"));
});

test('Late starts and cancellations on the day are spread over days and specialties', async () => {
  const late = `with firsts as (select list_ref, list_date, tfc, min(anaes_start) > sched_start + interval 15 minutes as late
    from lists join (select list_ref, anaes_start from operations where status = 'C') using (list_ref)
    where list_type = 'EL' and list_date between date '2024-05-01' and date '2024-05-31' group by list_ref, list_date, tfc, sched_start)`;
  expect(await trust.number(`${late} select max(share) from (select count(*) filter (late) / sum(count(*) filter (late)) over () as share from firsts group by list_date)`)).toBeLessThan(0.09);
  expect(await trust.number(`${late} select min(rate) from (select count(*) filter (late) / count(*) as rate from firsts group by tfc having count(*) > 40)`)).toBeGreaterThan(0.15);
  expect(await trust.number(`${late} select max(rate) from (select count(*) filter (late) / count(*) as rate from firsts group by tfc having count(*) > 40)`)).toBeLessThan(0.75);
  expect(await trust.number(`select max(share) from (select count(*) / sum(count(*)) over () as share from operations
    where status = 'X' and canx_at::date = op_date and op_date between date '2024-05-01' and date '2024-05-31' group by op_date)`)).toBeLessThan(0.1);
});

test('Cases on a list follow one another, and about two lists in five finish more than half an hour early', async () => {
  expect(await trust.number(`select count(*) from (select anaes_start < lag(out_theatre) over (partition by list_ref order by anaes_start) as overlapping
    from operations where status = 'C') where overlapping`)).toBe(0);
  const early = await trust.number(`select count(*) filter (last_out < sched_end - interval 30 minutes) / count(*) from lists
    join (select list_ref, max(out_theatre) as last_out from operations where status = 'C' group by list_ref) using (list_ref) where list_type = 'EL'`);
  expect(early).toBeGreaterThan(0.33);
  expect(early).toBeLessThan(0.55);
});
