import { normalDraw } from '../chance';
import { monthsFrom } from '../months-from';
import { workload } from './contract-month';
import { DEEP_DIVE, DEEP_DIVE_MONTHS, type DeepDiveGroup } from './deep-dive-group';
import { UNIT_COSTS, type GroupUnitCost } from './paper-unit-cost';
import { deflated, priced } from './price-level';

/** What a group, or a deep-dive specialty, cost in a month: whole pence of that time, and ten-thousandths of weighted activity units. */
export interface CostMonth {
  readonly name: string;
  readonly month: string;
  readonly pence: number;
  readonly units: number;
}

/** Units of the twelve months to May 2024, of the order that makes the demonstration's costs a little more than its income. */
const UNITS_A_YEAR = 173_000;
const BASE_MONTHS = monthsFrom('2019-04', '2020-03');
const TWELVE_MONTHS = monthsFrom(...DEEP_DIVE_MONTHS);
const SIX_MONTHS = TWELVE_MONTHS.slice(6);
const LAST_MONTH = TWELVE_MONTHS.slice(11);
/** How far cost stays when activity falls. */
const FIXED_COST = 0.7;
const UNIT = 10_000;

/** A group's units and its cost in prices of 2019/20, over several months. */
interface Stretch {
  readonly months: readonly string[];
  readonly units: number;
  readonly cost: number;
}

/** The groups' costs of `months`, which hold 2019/20 and the twelve months to May 2024. */
export function groupCosts(months: readonly string[]): readonly CostMonth[] {
  const levels = levelsOf(months);
  return UNIT_COSTS.flatMap((group) => {
    const stretches = paperStretches(group, levels);
    const printed = new Set(stretches.flatMap((stretch) => stretch.months));
    const others = months.filter((month) => !printed.has(month));
    return [
      ...stretches.flatMap((stretch) => shareOut(group.group, stretch, levels)),
      ...others.map((month) => between(group, month, levels)),
    ];
  });
}

/** The deep-dive specialties' costs in 2019/20 and in the twelve months to May 2024. */
export function deepDiveCosts(months: readonly string[]): readonly CostMonth[] {
  const levels = levelsOf(months);
  return DEEP_DIVE.flatMap((each) => {
    const recent = recentCosts(each, levels);
    const cost = recent.reduce((sum, { month, pence }) => sum + deflated(pence / 100, month), 0);
    const units = recent.reduce((sum, month) => sum + month.units, 0) / UNIT;
    const unitCost = (cost - each.opportunity) / units;
    const before = units * (sumOf(BASE_MONTHS, levels) / sumOf(TWELVE_MONTHS, levels));
    const rounded = Math.round(before * UNIT) / UNIT;
    return [...recent, ...shareOut(each.specialty, { months: BASE_MONTHS, units: rounded, cost: rounded * unitCost }, levels)];
  });
}

/** Twelve months that cost exactly what Table 5 says in the prices of their time. */
function recentCosts({ specialty, income, surplus, unitCost }: DeepDiveGroup, levels: Levels): readonly CostMonth[] {
  const pence = Math.round((income - surplus) * 100);
  const cost = TWELVE_MONTHS.reduce((sum, month) => sum + deflated(pence / 100 / 12, month), 0);
  const costs = wholeShares(pence, TWELVE_MONTHS.map((month) => level(levels, month) ** (1 - FIXED_COST) * drawn(specialty, month)));
  const units = wholeShares(Math.round((cost / unitCost) * UNIT), TWELVE_MONTHS.map((month) => level(levels, month)));
  return TWELVE_MONTHS.map((month, index) => ({ name: specialty, month, pence: costs[index] ?? 0, units: units[index] ?? 0 }));
}

/** The stretches that Table 3 fixes: 2019/20, six months, then five, then the current one, so that the rolling figures come out. */
function paperStretches({ base, month, six, twelve }: GroupUnitCost, levels: Levels): readonly Stretch[] {
  const of = (months: readonly string[], { share, unitCost }: GroupUnitCost['base']): Stretch => {
    const units = share * sumOf(months, levels);
    return { months, units, cost: units * unitCost };
  };
  const last = of(LAST_MONTH, month);
  const half = of(SIX_MONTHS, six);
  const year = of(TWELVE_MONTHS, twelve);
  return [
    of(BASE_MONTHS, base),
    { months: TWELVE_MONTHS.slice(0, 6), units: year.units - half.units, cost: year.cost - half.cost },
    { months: SIX_MONTHS.slice(0, 5), units: half.units - last.units, cost: half.cost - last.cost },
    last,
  ];
}

/** A stretch's units and cost by month. Cost follows activity only in part. */
function shareOut(name: string, { months, units, cost }: Stretch, levels: Levels): readonly CostMonth[] {
  const worked = months.map((month) => level(levels, month));
  const spent = months.map((month) => level(levels, month) ** (1 - FIXED_COST) * drawn(name, month));
  const all = spent.reduce((sum, each) => sum + each, 0);
  const shares = wholeShares(Math.round(units * UNIT), worked);
  return months.map((month, index) =>
    ({ name, month, units: shares[index] ?? 0, pence: Math.round(priced((cost * (spent[index] ?? 0)) / all, month) * 100) }));
}

/** A month that the paper says nothing of: between 2019/20 and the twelve months, or after them. */
function between({ group, base, twelve }: GroupUnitCost, month: string, levels: Levels): CostMonth {
  const years = yearsAfter('2019-10', month);
  const way = Math.min(1, years / 4);
  const share = base.share + (twelve.share - base.share) * way;
  const usual = (sumOf(TWELVE_MONTHS, levels) / 12) * (0.96 + 0.01 * years);
  const idle = (usual / level(levels, month)) ** FIXED_COST;
  // Unit cost falls a little each year after the paper, as its programme means it to.
  const unitCost = (base.unitCost + (twelve.unitCost - base.unitCost) * way) * (1 - 0.012 * Math.max(0, years - 4)) * idle * drawn(group, month);
  const units = Math.round(share * level(levels, month) * UNIT);
  return { name: group, month, units, pence: Math.round(priced((units / UNIT) * unitCost, month) * 100) };
}

type Levels = ReadonlyMap<string, number>;

/** The trust's weighted activity units of each month. */
function levelsOf(months: readonly string[]): Levels {
  const work = new Map(months.map((month) => [month, workload(month)]));
  const all = sumOf(TWELVE_MONTHS, work);
  return new Map([...work].map(([month, worth]) => [month, (UNITS_A_YEAR * worth) / all]));
}

function level(levels: Levels, month: string): number {
  return levels.get(month) ?? 0;
}

function sumOf(months: readonly string[], levels: Levels): number {
  return months.reduce((sum, month) => sum + level(levels, month), 0);
}

function drawn(name: string, month: string): number {
  return 1 + 0.012 * normalDraw(`cost ${name} ${month}`);
}

function yearsAfter(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + (Number(to.slice(5)) - Number(from.slice(5))) / 12;
}

/** A whole amount shared out by weight into whole parts that add up to it. */
function wholeShares(amount: number, weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let running = 0;
  let given = 0;
  return weights.map((weight) => {
    running += weight;
    const part = Math.round((amount * running) / all) - given;
    given += part;
    return part;
  });
}
