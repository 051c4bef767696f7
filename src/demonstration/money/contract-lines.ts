import type { SiteShares } from '../site-profile';
import { sqlConstant, valuesTable } from '../sql-text';
import { contractMonth } from './contract-month';
import { DEEP_DIVE, DEEP_DIVE_MONTHS } from './deep-dive-group';
import { OTHER_LINES, SERVICES } from './service-mix';

/** Follow-up work that the contract counts and clinics do not: oxygen at home, sleep, and visits to care homes. */
const MORE_FOLLOW_UPS: readonly (readonly [specialty: string, monthly: number])[] = [['340', 2_700], ['430', 250]];

/**
 * The statements that make `contract_rows` (and `contract_plans`, what is planned for each line): month, pod, basis, specialty, site, activity (whole) and pence of each line,
 * `months` (YYYY-MM) and those of the deep dive. A line's rows add up to its total of the month exactly, and the rows of
 * a deep-dive specialty to that specialty's twelve months. Stands on the tables of the ground.
 */
export function contractStatements(months: readonly string[]): readonly string[] {
  const lines = months.flatMap(contractMonth);
  const totals = lines.map(({ month, pod, basis, activity, income }, index) => [index + 1, month, pod, basis, activity, Math.round(income * 100)]);
  const plans = lines.map(({ plannedActivity, plannedIncome }, index) => [index + 1, Math.round(plannedActivity * 100), Math.round(plannedIncome * 100)]);
  return [
    PART_OF,
    `create table contract_totals as from ${valuesTable(totals, ['line', 'month', 'pod', 'basis', 'activity', 'pence'])}`,
    `create table contract_plans as from ${valuesTable(plans, ['line', 'planned_hundredths', 'planned_pence'])}`,
    mixTable(),
    deepDiveTable(),
    CONTRACT_WEIGHTS,
    `create table contract_counted as ${sharedOut('contract_weights', 'activity', 'weight')}`,
    `create table contract_rows as ${sharedOut(PRICED, 'pence', 'worth')}`,
  ];
}

/** Like share_of, for amounts and weights whose product is too long for a bigint. */
const PART_OF = `create or replace macro part_of(total, running, own, everything) as case when everything = 0 then 0::bigint else
  ((total::hugeint * running::hugeint) // everything::hugeint - (total::hugeint * (running - own)::hugeint) // everything::hugeint)::bigint end`;

function mixTable(): string {
  const elective = SERVICES.flatMap(({ code, dayCase, inpatient, nonElective, sites }) => [
    ...spread('day-case', code, ...dayCase, sites), ...spread('inpatient', code, ...inpatient, sites),
    ...spread('non-elective', code, ...nonElective, acute(sites)),
  ]);
  const others = OTHER_LINES.flatMap(([pod, specialty, weight, price, sites]) => spread(pod, specialty, weight, price, sites));
  const more = MORE_FOLLOW_UPS.map(([specialty, monthly]) => `when ${sqlConstant(specialty)} then ${monthly}`).join(' ');
  return `create table contract_mix as
    with given as (from ${valuesTable([...elective, ...others], ['pod', 'specialty', 'site', 'weight', 'price'])}),
    clinics as (
      select s.specialty, p.site, p.share, s.volume, s.volume * s.first as firsts,
        s.volume * (1 - s.first) * (1 - s.remote) * s.procedure * 0.55 as procedures, exp(0.25e0 * normal(s.specialty::integer, 'tariff')) as price
      from specialties s join specialty_sites p using (specialty) where s.specialty <> '812'
    )
    select pod, specialty, site, weight::double as weight, price::double as price from given
    union all select unnest(['new-outpatient', 'new-outpatient-nftf', 'outpatient-procedure', 'follow-up-outpatient']), specialty, site,
      share * unnest([firsts, firsts * 0.09, procedures, volume - firsts - procedures + case specialty ${more} else 0 end]),
      price * unnest([213, 210, 165, 95]) from clinics`;
}

function spread(pod: string, specialty: string, weight: number, price: number, sites: SiteShares): (string | number)[][] {
  const everywhere = Object.values(sites).reduce((sum, share) => sum + share, 0);
  return weight === 0 ? [] : Object.entries(sites).map(([site, share]) => [pod, specialty, site, Math.round((weight * share * 1000) / everywhere) / 1000, price]);
}

/** Emergencies come to the acute hospitals alone. */
function acute({ LRI, LGH, GH }: SiteShares): SiteShares {
  return { ...(LRI === undefined ? {} : { LRI }), ...(LGH === undefined ? {} : { LGH }), ...(GH === undefined ? {} : { GH }) };
}

function deepDiveTable(): string {
  const rows = DEEP_DIVE.map(({ specialty, elective, activity, income }) => [specialty, elective ? 'elective' : 'all', activity, income * 100]);
  return `create table deep_dive as from ${valuesTable(rows, ['specialty', 'pods', 'group_activity', 'group_pence'])}`;
}

/** A site that opened part-way took part of its share before; lines without work keep one row a month, with nought. */
const CONTRACT_WEIGHTS = `create table contract_weights as
  select t.*, m.specialty, m.site, m.price, d.group_activity, d.group_pence,
    case when d.specialty is not null and t.month between ${sqlConstant(DEEP_DIVE_MONTHS[0])} and ${sqlConstant(DEEP_DIVE_MONTHS[1])} then d.specialty end as dive,
    t.line * 100000 + m.specialty::integer * 10 + s.number as key,
    round(t.activity * 1000 * m.weight / sum(m.weight) over (partition by t.line)
      * case when t.month || '-01' < s.opens::varchar then s.share_before else 1 end
      * exp(0.05e0 * normal(t.line * 100000 + m.specialty::integer * 10 + s.number, 'contract')))::bigint as weight
  from contract_totals t join contract_mix m using (pod) join sites s using (site)
  left join deep_dive d on d.specialty = m.specialty and (d.pods = 'all' or t.pod in ('day-case', 'inpatient'))`;

const PRICED = `(select *, round(counted * price * 100 * exp(0.04e0 * normal(key, 'worth')))::bigint as worth from contract_counted)`;

/** Shares out `amount` by `by`: first what the deep-dive specialties have in their twelve months, then the rest of each line. */
function sharedOut(rows: string, amount: 'activity' | 'pence', by: string): string {
  const result = amount === 'activity' ? 'counted' : 'earned';
  return `with reserved as (
      select key, part_of(group_${amount}, sum(${by}) over (dives order by key), ${by}, sum(${by}) over (partition by dive)) as taken
      from ${rows} where dive is not null window dives as (partition by dive)
    ), left_over as (
      select r.*, taken, ${amount} - sum(coalesce(taken, 0)) over (partition by line) as remaining, case when taken is null then ${by} else 0 end as free
      from ${rows} r left join reserved using (key)
    )
    select * exclude (taken, remaining, free),
      coalesce(taken, part_of(remaining, sum(free) over (lines order by key), free, sum(free) over (partition by line))) as ${result}
    from left_over window lines as (partition by line)`;
}
