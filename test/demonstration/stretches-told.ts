import { addMonths, monthEnd } from '../../src/calendar/day';
import type { Metric } from '../../src/catalogue/metric';
import type { Cell } from '../../src/engine/cell';
import { figures } from '../../src/engine/figures';
import type { Figure } from '../../src/engine/result';
import { foundBy, type Sum, type Unknown } from './attack';
import type { Attacked } from './everything-told';
import { hiddenIn } from './shown-beside';

/** How many small numbers of single months are hidden, how many longer stretches are shown that hold one, and which numbers those give. */
export interface CameOfStretches {
  hidden: number;
  shown: number;
  readonly found: string[];
}

/**
 * Attacks the months of every line of two dimensions or fewer of one measure with every stretch of them, whatever its length:
 * `months` of them from the first, YYYY-MM-01. `without`: dimensions that are left out. Not for a census, which does not add up.
 */
export async function attackStretches({ tally, snapshot, withhold }: Attacked, metric: Metric, first: string, months: number, without: readonly string[]): Promise<CameOfStretches> {
  const ground = { catalogue: tally.catalogue, snapshot, signal: AbortSignal.timeout(600_000) };
  const sliceOf = (from: number, to: number) => ({ from: addMonths(first, from), to: monthEnd(addMonths(first, to)), grain: 'range' as const, undated: false, filters: {}, excluding: {} });
  const ids = metric.dimensions.filter((one) => !without.includes(one));
  const came: CameOfStretches = { hidden: 0, shown: 0, found: [] };
  for (const dimensions of [...ids.map((one) => [one]), ...ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other]))]) {
    const byMonth = { time: 'month_start' as const, dimensions };
    const real = await figures(ground, metric, sliceOf(0, months - 1), byMonth);
    const isHiddenCell = hiddenIn(await withhold(ground, metric, sliceOf(0, months - 1), byMonth, real));
    const lines = new Map<string, { readonly cells: Cell[]; readonly isHidden: boolean[] }>();
    real.forEach((cell) => {
      const line = lines.get(cell.keys.join('|')) ?? { cells: [], isHidden: [] };
      lines.set(cell.keys.join('|'), line);
      line.cells.push(cell);
      line.isHidden.push(isHiddenCell(cell));
    });
    const wanted = [...lines].filter(([, { isHidden }]) => isHidden.some(Boolean));
    const told = new Map<string, { readonly from: number; readonly to: number }[]>();
    for (let from = 0; from < months; from += 1) {
      for (let to = from + 1; to < months; to += 1) {
        // What a stretch comes to is what its months do; the answer is shown or not by that.
        const cells = wanted.flatMap(([, { cells: own }]) => own.slice(0, 1).map((one): Cell => ({ ...one, period: null, figure: summed(within(own, addMonths(first, from), addMonths(first, to))) })));
        (await withhold(ground, metric, sliceOf(from, to), { time: null, dimensions }, cells)).forEach(({ keys, figure }) => {
          if (!figure.hidden) {
            told.set(keys.join('|'), [...told.get(keys.join('|')) ?? [], { from, to }]);
          }
        });
      }
    }
    for (const [name, { cells, isHidden }] of wanted) {
      const stretches = told.get(name) ?? [];
      for (const side of ['numerator', 'denominator'] as const) {
        const monthly = Array.from({ length: months }, (_, month): Unknown => {
          const at = cells.findIndex(({ period }) => period === addMonths(first, month));
          return { value: cells[at]?.figure[side] ?? 0, isShown: at < 0 || isHidden[at] !== true };
        });
        const numbers: Unknown[] = [...monthly];
        const sums = stretches.map(({ from, to }): Sum => {
          const parts = Array.from({ length: to - from + 1 }, (_, index) => from + index);
          return { parts, whole: numbers.push({ value: parts.reduce((sum, part) => sum + (monthly[part]?.value ?? 0), 0), isShown: true }) - 1 };
        });
        const isSmall = (month: number): boolean => monthly[month]?.isShown === false && monthly[month].value > 0 && monthly[month].value <= 7;
        came.hidden += monthly.filter((_, month) => isSmall(month)).length;
        came.shown += sums.filter(({ parts }) => parts.some(isSmall)).length;
        const found = sums.length === 0 ? new Set<number>() : foundBy(numbers, sums, []);
        came.found.push(...[...found].filter(isSmall).map((month) => `${metric.id} ${dimensions.join('|')} ${name} ${addMonths(first, month)} ${side} = ${String(monthly[month]?.value)}`));
      }
    }
  }
  return came;
}

function summed(of: readonly Figure[]): Figure {
  const total = (part: 'numerator' | 'denominator'): number | null => (of.every((one) => one[part] === null) ? null : of.reduce((sum, one) => sum + (one[part] ?? 0), 0));
  return { numerator: total('numerator'), denominator: total('denominator'), value: total('numerator') ?? total('denominator'), hidden: false };
}

const within = (cells: readonly Cell[], from: string, to: string): readonly Figure[] =>
  cells.filter(({ period }) => period !== null && period >= from && period <= to).map(({ figure }) => figure);
