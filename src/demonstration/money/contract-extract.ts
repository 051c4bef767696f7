import { sqlConstant } from '../sql-text';

/** From this month the planned care centre's operations are those of an approved business case, outside the plan. */
const BUSINESS_CASE_FROM = '2024-12';
/** Plans are held from this month. */
const PLANS_FROM = '2023-04';
const BUSINESS_CASE = `(site = 'EMPCC' and pod in ('day-case', 'inpatient') and month >= ${sqlConstant(BUSINESS_CASE_FROM)})`;

/** Writes contract activity as Parquet: a row a month, specialty, point of delivery, site and basis, to `last` (YYYY-MM). */
export function contractExtract(file: string, last: string): string {
  return `copy (
    select 'C' || key as "line_ref", (month || '-01')::date as "month", pod as "pod", specialty as "tfc", site as "site",
      case basis when 'variable' then 'V' else 'F' end as "payment", case when ${BUSINESS_CASE} then 'Y' else 'N' end as "business_case",
      counted as "activity", (earned / 100e0)::decimal(14, 2) as "income"
    from contract_rows where month <= ${sqlConstant(last)} and (counted <> 0 or earned <> 0 or activity = 0)
    order by key
  ) to ${sqlConstant(file)} (format parquet)`;
}

/**
 * Writes the plans for the year to date as Parquet, one for each month to `last` (YYYY-MM): a row a month's end,
 * specialty, point of delivery, site and basis. There is no plan for a single month but April.
 */
export function planExtract(file: string, last: string): readonly string[] {
  return [
    `create table plan_months as
      with weighed as (
        select t.month, t.line, t.pod, t.basis, specialty, site, key, price, p.planned_hundredths, p.planned_pence, ${BUSINESS_CASE} as outside,
          round(weight * exp(0.05e0 * normal(specialty::integer * 100 + site_number, 'plan')))::bigint as weight
        from (select c.*, s.number as site_number from contract_weights c join sites s using (site)) t join contract_plans p using (line)
        where t.month >= ${sqlConstant(PLANS_FROM)}
      ), inside as (
        select *, sum(case when outside then 0 else weight end) over (partition by line) as planned_weight, sum(weight) over (partition by line) as all_weight from weighed
      ), counted as (
        select *, case when all_weight = 0 then 0 else (planned_hundredths::hugeint * planned_weight::hugeint) // all_weight::hugeint end as total,
          case when all_weight = 0 then 0 else (planned_pence::hugeint * planned_weight::hugeint) // all_weight::hugeint end as total_pence
        from inside where not outside
      ), shared as (
        select *, part_of(total, sum(weight) over (lines order by key), weight, planned_weight) as hundredths, round(hundredths * price * 100)::bigint as worth
        from counted window lines as (partition by line)
      )
      select *, part_of(total_pence, sum(worth) over (lines order by key), worth, sum(worth) over (partition by line)) as pence
      from shared window lines as (partition by line)`,
    `copy (
      with placed as (
        select *, (month || '-01')::date as start, make_date(year(start) - case when month(start) < 4 then 1 else 0 end, 4, 1) as year_start from plan_months
      ), places as (
        select distinct year_start, pod, basis, specialty, site from placed
      ), ends as (
        select distinct year_start, start from placed
      )
      select e.year_start as "plan_from", last_day(e.start) as "plan_to", p.pod as "pod", p.specialty as "tfc", p.site as "site",
        case p.basis when 'variable' then 'V' else 'F' end as "payment",
        (sum(m.hundredths) / 100e0)::decimal(14, 2) as "planned_activity", (sum(m.pence) / 100e0)::decimal(14, 2) as "planned_income"
      from places p join ends e using (year_start)
      join placed m on m.year_start = p.year_start and m.pod = p.pod and m.basis = p.basis and m.specialty = p.specialty and m.site = p.site and m.start <= e.start
      where strftime(e.start, '%Y-%m') <= ${sqlConstant(last)}
      group by all order by all
    ) to ${sqlConstant(file)} (format parquet)`,
  ];
}
