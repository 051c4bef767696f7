import { monthEnd, type Day } from '../calendar/day';
import { monthsOf, type Period } from '../calendar/period';
import type { Coverage } from './snapshot';

type Stretch = Pick<Period, 'from' | 'to'>;

const touches = (a: Stretch, b: Stretch): boolean => a.from <= b.to && a.to >= b.from;

/**
 * The part of a period that rests on real rows alone, where the period touches both real rows and rows that a source
 * calls other than real: the two are never added together. Of several such parts, the newest. Null where the period
 * does not mix the two, so that nothing need be left out.
 */
export function realPart(tables: readonly Coverage[], period: Stretch): Stretch | null {
  const unreal = tables.flatMap(({ notices }) => notices).filter((notice) => touches(notice, period));
  if (unreal.length === 0) {
    return null;
  }
  const months = monthsOf(period);
  const firstDay = (month: string): Day => `${month}-01`;
  const isUnreal = (month: string): boolean => unreal.some((notice) => touches(notice, { from: firstDay(month), to: monthEnd(firstDay(month)) }));
  const isReal = (month: string): boolean => !isUnreal(month) && tables.every((table) => isHeld(table, month));
  const last = months.findLastIndex(isReal);
  const before = months.findLastIndex((month, index) => index < last && isUnreal(month));
  const [first, end] = [months.slice(before + 1).find(isReal), months[last]];
  if (first === undefined || end === undefined) {
    return null;
  }
  const to = monthEnd(firstDay(end));
  return { from: firstDay(first) > period.from ? firstDay(first) : period.from, to: to < period.to ? to : period.to };
}

function isHeld(table: Coverage, month: string): boolean {
  return month >= table.from.slice(0, 7) && month <= table.bookedTo.slice(0, 7) && !table.missingMonths.includes(month);
}
