import { addMonths, monthEnd, type Day } from '../../calendar/day';
import { sqlConstant, valuesTable } from '../sql-text';
import { monthsFrom } from '../months-from';
import { MEASURES, ownQuarter } from './benchmark-measure';

/** The demonstration trust in the benchmarking source. */
const OWN_PROVIDER = 'DEMO';
const PEER_GROUP = 'Demonstration peers';
const PEERS = [...'ABCDEFGHIJKL'];
const PROVIDERS = [OWN_PROVIDER, ...PEERS.map((letter) => `PEER-${letter}`), 'national'];
/** Months after a quarter's end until it is published. */
const PUBLISHED_AFTER = 2;

/**
 * The statements that write benchmark values as CSV: a row a quarter, measure and provider, of quarters published before
 * `today`; and the figures that NHS England prints for the country and for peers. Providers are invented; they differ by
 * more than chance, as real ones do.
 */
export function benchmarkStatements(file: string, today: Day): readonly string[] {
  const quarters = monthsFrom('2019-04', today.slice(0, 7)).filter((month) => ['01', '04', '07', '10'].includes(month.slice(5)))
    .filter((month) => publishedOn(month) < today);
  const own = quarters.flatMap((first) => MEASURES.flatMap(({ metric }) => {
    const figures = ownQuarter(metric, monthsFrom(first, addMonths(`${first}-01`, 2).slice(0, 7)));
    return figures === undefined ? [] : [[first, metric, ...figures]];
  }));
  if (quarters.length === 0) {
    return [];
  }
  return [
    `create table benchmark_quarters as from ${valuesTable(quarters.map((first, index) => [index, first, endOf(first), publishedOn(first)]), ['quarter', 'first', 'last', 'published'])}`,
    `create table benchmark_measures as from ${valuesTable(MEASURES.map(({ metric, level, yearly, spread, volume, of, own: ownLevel }, index) =>
      [index + 1, metric, level, yearly, spread, volume, of === 'share' ? 0 : of.deviation, ownLevel]),
    ['measure', 'metric', 'level', 'yearly', 'spread', 'volume', 'deviation', 'own'])}`,
    `create table benchmark_providers as from ${valuesTable(PROVIDERS.map((code, index) => [index, code, nameOf(code)]), ['provider', 'code', 'name'])}`,
    `create table benchmark_own as from ${valuesTable(own, ['first', 'metric', 'own_numerator', 'own_denominator'])}`,
    VALUES,
    `copy (
      from (
        select metric as "Measure", first || '-01' as "From", last as "To", code as "Provider", name as "Provider Name",
          case when code = 'national' then null else ${sqlConstant(PEER_GROUP)} end as "Peer Group", null as "Value", numerator as "Numerator", denominator as "Denominator",
          'Demonstration benchmarking' as "Source", published as "Published", null as "Difference"
        from benchmarks
        ${printedOn(today)}
      ) order by all
    ) to ${sqlConstant(file)} (format csv, header)`,
  ];
}

const VALUES = `create table benchmarks as
  with drawn as (
    select q.*, m.*, p.*, m.measure * 100000 + p.provider * 1000 + q.quarter as key,
      round(volume * case code when 'national' then 118 else exp(0.3e0 * normal(p.provider, 'provider size')) end
        * exp(0.03e0 * normal(m.measure * 100000 + p.provider * 1000 + q.quarter, 'quarter size')) * case when first = '2020-04' then 0.5 else 1 end) as units,
      level * pow(yearly, quarter / 4e0) * case code when 'DEMO' then own else 1 end as usual,
      case when code in ('national', 'DEMO') then 0 else spread * normal(m.measure * 100 + p.provider, 'provider') end
        + case when code = 'national' then 0 else 0.2e0 * spread * normal(m.measure * 100000 + p.provider * 1000 + q.quarter, 'quarter') end as apart
    from benchmark_quarters q cross join benchmark_measures m cross join benchmark_providers p
  ), valued as (
    select *, case when deviation = 0 then 1 / (1 + (1 - usual) / usual * exp(-apart)) else usual * exp(apart) end as level_here from drawn
  )
  select v.first, last, published, v.metric, code, name,
    coalesce(own_denominator, units) as denominator,
    coalesce(own_numerator, round(units * (level_here + case when deviation = 0 then sqrt(level_here * (1 - level_here) / units) else deviation / sqrt(units) end * normal(key, 'chance'))))
      as numerator
  from valued v left join benchmark_own o on v.code = 'DEMO' and o.first = v.first and o.metric = v.metric`;

/** Printed in the board paper beside the trust's own figures, without saying for which period. */
const PRINTED = [
  ['implied-productivity-growth', 'national', 'England', -0.1436, 'Figure 1'], ['implied-productivity-growth', 'peer-median', 'Peer average', -0.1616, 'Figure 1'],
  ['implied-workforce-productivity-growth', 'national', 'England', -0.143, 'Figure 2'], ['implied-workforce-productivity-growth', 'peer-median', 'Peer average', -0.165, 'Figure 2'],
] as const;
const PAPER_DAY = '2024-07-11';

function printedOn(today: Day): string {
  return PAPER_DAY > today ? '' : PRINTED.map(([metric, code, name, value, figure]) => `union all select ${sqlConstant(metric)}, '2023-04-01', '2024-03-31', ${sqlConstant(code)},
    ${sqlConstant(name)}, ${code === 'national' ? 'null' : sqlConstant(PEER_GROUP)}, ${sqlConstant(value)}, null, null, 'Trust Board paper H, 11 July 2024, ${figure}', ${sqlConstant(PAPER_DAY)},
    'the paper does not print the period, so it is filed under 2023/24'`).join('\n');
}

function nameOf(code: string): string {
  return code === OWN_PROVIDER ? 'Demonstration trust' : code === 'national' ? 'England' : `Peer trust ${code.slice(-1)}`;
}

function endOf(first: string): Day {
  return monthEnd(addMonths(`${first}-01`, 2));
}

function publishedOn(first: string): Day {
  return addMonths(`${first}-14`, 2 + PUBLISHED_AFTER);
}
