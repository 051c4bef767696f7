import { sqlConstant, valuesTable } from '../sql-text';
import { deepDiveCosts, groupCosts, type CostMonth } from './cost-month';
import { DEEP_DIVE, DEEP_DIVE_MONTHS } from './deep-dive-group';
import { OTHER_GROUPS, SERVICES } from './service-mix';

/** Of cost, what is paid to staff. */
const PAY_SHARE = 0.63;
/** Cost over income of each service, 1 for its group's average: beside it, the deep-dive specialties cost as they do in Table 5. */
const COST_SPREAD = 0.045;
/** The emergency department costs more than its attendances earn. */
const COSTLY = `case s.specialty when '180' then 1.5e0 else 1 end`;

/**
 * The statements that write service costs as Parquet, to `last` (YYYY-MM): a row a month, specialty, site and point of
 * delivery. A group's rows add up to its cost and units of the month, a deep-dive specialty's to its own where Table 5
 * tells them. Stands on `contract_rows`.
 */
export function costStatements(file: string, months: readonly string[], last: string): readonly string[] {
  return [
    groupTable(),
    costTable('group_costs', groupCosts(months)),
    costTable('dive_costs', deepDiveCosts(months)),
    diveTable(),
    SERVICE_WEIGHTS,
    `create table service_units as ${sharedOut('service_weights', 'units', 'unit_weight')}`,
    `create table service_rows as ${sharedOut('service_units', 'pence', 'cost_weight')}`,
    `copy (
      select (month || '-01')::date as "month", specialty as "tfc", site as "site", pod as "pod",
        (pence / 100e0)::decimal(14, 2) as "full_cost", round(pence / 100e0 * least(0.82e0, ${PAY_SHARE}e0 * exp(0.06e0 * normal(key, 'pay'))), 2)::decimal(14, 2) as "pay_cost",
        (income / 100e0)::decimal(14, 2) as "income", (units / 10000e0)::decimal(14, 4) as "wau"
      from service_rows where month <= ${sqlConstant(last)} order by key
    ) to ${sqlConstant(file)} (format parquet)`,
  ];
}

function groupTable(): string {
  const rows = [...SERVICES.map(({ code, group }) => [code, group]), ...Object.entries(OTHER_GROUPS)];
  return `create table specialty_groups as from ${valuesTable(rows, ['specialty', 'acute_group'])}`;
}

function costTable(name: string, costs: readonly CostMonth[]): string {
  return `create table ${name} as from ${valuesTable(costs.map((each) => [each.name, each.month, each.pence, each.units]), ['name', 'month', 'pence', 'units'])}`;
}

function diveTable(): string {
  const rows = DEEP_DIVE.map(({ specialty, elective, income, surplus, unitCost }) =>
    [specialty, elective ? 'elective' : 'all', Math.round((1000 * (income - surplus)) / income) / 1000, unitCost]);
  return `create table dive_services as from ${valuesTable(rows, ['specialty', 'pods', 'cost_ratio', 'unit_cost'])}`;
}

const SERVICE_WEIGHTS = `create table service_weights as
  with services as (
    select month, specialty, site, pod, min(key) as key, sum(earned)::bigint as income
    from contract_rows group by all having sum(earned) > 0
  ), placed as (
    select s.*, case when site in ('EMPCC', 'HINCKLEY', 'COMMUNITY') then 'alliance' else acute_group end as name,
      d.specialty as dive_specialty, coalesce(d.cost_ratio, ${COSTLY} * exp(${COST_SPREAD}e0 * normal(s.specialty::integer, 'cost ratio'))) as ratio,
      case when d.specialty is not null and (month between ${sqlConstant(DEEP_DIVE_MONTHS[0])} and ${sqlConstant(DEEP_DIVE_MONTHS[1])}
        or month between '2019-04' and '2020-03') then d.specialty end as dive,
      coalesce(d.unit_cost, 4000 * exp(0.08e0 * normal(s.specialty::integer, 'unit cost'))) as unit_cost
    from services s join specialty_groups using (specialty)
    left join dive_services d on d.specialty = s.specialty and (d.pods = 'all' or s.pod in ('day-case', 'inpatient'))
  )
  select *, round(income * ratio * exp(0.03e0 * normal(key, 'cost')))::bigint as cost_weight,
    round(income * ratio * 1000 / unit_cost * exp(0.02e0 * normal(key, 'weight')))::bigint as unit_weight
  from placed`;

/** Shares out the groups' `amount` by `by`: first what the deep-dive specialties have in a month, then the rest of each group. */
function sharedOut(rows: string, amount: 'units' | 'pence', by: string): string {
  return `with reserved as (
      select r.key, part_of(c.${amount}, sum(${by}) over (dives order by r.key), ${by}, sum(${by}) over (partition by r.dive, r.month)) as taken
      from ${rows} r join dive_costs c on c.name = r.dive and c.month = r.month window dives as (partition by r.dive, r.month)
    ), left_over as (
      select r.*, taken, c.${amount} - sum(coalesce(taken, 0)) over (partition by r.name, r.month) as remaining, case when taken is null then ${by} else 0 end as free
      from ${rows} r join group_costs c using (name, month) left join reserved using (key)
    )
    select * exclude (taken, remaining, free),
      coalesce(taken, part_of(remaining, sum(free) over (sharers order by key), free, sum(free) over (partition by name, month))) as ${amount}
    from left_over window sharers as (partition by name, month)`;
}
