import { COMMISSIONERS } from '../../src/demonstration/commissioner';
import { outpatientTarget } from '../../src/demonstration/month-target';
import { moneyExtracts, type MoneyExtracts } from './money-extracts';

let early: MoneyExtracts;
let late: MoneyExtracts;
beforeAll(async () => {
  early = await moneyExtracts('2024-04-30');
  late = await moneyExtracts('2025-08-20');
});
afterAll(async () => {
  await early.close();
  await late.close();
});

describe('Months appear once they are over', () => {
  test.each(['contract', 'costs'])('The last month of %s on 30 April 2024 is March 2024, on 20 August 2025 July 2025', async (view) => {
    const last = `select max(year("month") * 100 + month("month")) from ${view}`;
    expect(await early.number(last)).toBe(202_403);
    expect(await late.number(last)).toBe(202_507);
    expect(await late.number(`select count(distinct "month") from ${view}`)).toBe(76);
  });

  test('Plans are to a month’s end that is past, and start with the financial year', async () => {
    expect(await late.number("select year(max(plan_to)) * 100 + month(max(plan_to)) from plan")).toBe(202_507);
    expect(await late.number('select count(*) from plan where month(plan_from) <> 4 or day(plan_from) <> 1 or plan_to <> last_day(plan_to)')).toBe(0);
    expect(await late.number('select count(*) from plan where plan_to < plan_from or plan_to > plan_from + interval 1 year')).toBe(0);
  });

  test('Benchmarks are of quarters that were published by then', async () => {
    expect(await early.number('select count(*) from benchmarks where "Published" >= date \'2024-04-30\'')).toBe(0);
    expect(await late.number('select year(max("To")) * 100 + month(max("To")) from benchmarks')).toBe(202_506);
  });
});

describe('The same month is the same whenever it is made', () => {
  test.each(['contract', 'costs'])('%s to March 2024', async (view) => {
    const digest = `select count(*) || ' ' || bit_xor(hash(c)) as digest from ${view} c where "month" < date '2024-04-01'`;
    expect(await late.rows(digest)).toEqual(await early.rows(digest));
  });
});

describe('What is in a row', () => {
  test('Activity is counted in whole units, and money is never below nought', async () => {
    expect(await late.number('select count(*) from contract where activity < 0 or income < 0 or activity <> round(activity)')).toBe(0);
    expect(await late.number('select count(*) from costs where full_cost <= 0 or wau <= 0 or income <= 0 or pay_cost <= 0 or pay_cost >= full_cost')).toBe(0);
    expect(await late.number('select count(*) from plan where planned_activity < 0 or planned_income < 0')).toBe(0);
  });

  test('Every line has one row a month, and no two rows share a reference', async () => {
    expect(await late.number('select count(*) - count(distinct line_ref) from contract')).toBe(0);
    expect(await late.number('select count(*) - count(distinct ("month", pod, tfc, site, payment)) from contract')).toBe(0);
    expect(await late.number('select count(*) - count(distinct (plan_to, pod, tfc, site, payment)) from plan')).toBe(0);
    expect(await late.number('select count(*) - count(distinct ("month", pod, tfc, site)) from costs')).toBe(0);
  });

  test('Business cases begin in December 2024, at the planned care centre, and have no plan from then on', async () => {
    const cases = "from contract where business_case = 'Y'";
    expect(await late.rows(`select min("month")::varchar as first, string_agg(distinct site) as sites ${cases}`)).toEqual([{ first: '2024-12-01', sites: 'EMPCC' }]);
    expect(await late.number(`select count(*) from plan where site = 'EMPCC' and pod in ('day-case', 'inpatient') and plan_from = date '2025-04-01' and planned_activity > 0`)).toBe(0);
  });

  test('What a service earned is what the contract says it earned', async () => {
    expect(await late.number(`select max(abs(a.income - b.income)) from (select "month", sum(income) as income from contract group by all) a
      join (select "month", sum(income) as income from costs group by all) b using ("month")`)).toBe(0);
  });

  test('A plan to date grows from month to month', async () => {
    expect(await late.number(`select count(*) from (select planned_income < lag(planned_income) over (partition by plan_from, pod, tfc, site, payment order by plan_to) as falls from plan)
      where falls`)).toBe(0);
  });
});

describe('It agrees with the other extracts', () => {
  test.each(['2021-06', '2024-05', '2025-02'])('Outpatient lines of %s are the attendances of the clinics', async (month) => {
    const { attended, first, procedures } = outpatientTarget(month);
    const of = (pods: string): Promise<number> => late.number(`select sum(activity) from contract where pod in (${pods}) and "month" = date '${month}-01'`);
    expect(await of("'new-outpatient', 'new-outpatient-nftf'")).toBe(first);
    expect(await of("'outpatient-procedure'")).toBe(procedures);
    expect(await of("'follow-up-outpatient'")).toBe(attended - first - procedures);
  });

  test('The population is given for every commissioner that patients come from, each month', async () => {
    const codes = (await late.rows('select distinct "Commissioner" as code from people')).map(({ code }) => code).sort();
    expect(codes).toEqual(COMMISSIONERS.map(({ code }) => code).sort());
    expect(await late.number('select count(*) from people')).toBe(76 * codes.length);
    expect(COMMISSIONERS.reduce((sum, { admissions }) => sum + admissions, 0)).toBeCloseTo(1, 10);
  });
});

describe('Peers differ by more than chance', () => {
  const SHARES = ['day-case-rate', 'bads-day-case-rate', 'readmission-rate', 'dna-rate', 'rtt-eighteen-week-rate'];
  test.each(SHARES)('%s: twelve peers, the trust and the country, and more spread than binomial', async (measure) => {
    const quarter = `"Measure" = '${measure}' and "To" = date '2024-03-31'`;
    expect(await late.number(`select count(*) from benchmarks where ${quarter} and "Provider" like 'PEER-%'`)).toBe(12);
    expect(await late.number(`select count(*) from benchmarks where ${quarter} and "Provider" in ('DEMO', 'national')`)).toBe(2);
    const dispersion = await late.number(`with of as (select "Numerator"::double as x, "Denominator"::double as n, sum(x) over () / sum(n) over () as p
      from benchmarks where ${quarter} and "Provider" like 'PEER-%') select avg((x - n * p) ** 2 / (n * p * (1 - p))) from of`);
    expect(dispersion).toBeGreaterThan(3);
  });
});
