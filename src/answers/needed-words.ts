import type { Metric } from '../catalogue/metric';
import type { TargetHeld } from '../catalogue/targets';
import { daysBetween } from '../calendar/day';
import type { Period } from '../calendar/period';
import { displayCount, displayShort, displayValue } from './display';

/** Which way a figure must move to meet a target. */
export type Direction = 'fewer' | 'more';

/** What is at most so much is met by fewer, whatever is better. */
export function directionTo({ comparator }: Pick<TargetHeld, 'comparator'>): Direction {
  return comparator === 'below' || comparator === 'at-most' ? 'fewer' : 'more';
}

const POUNDS = /^pounds of /;

/** "fewer missed appointments", "more elective operations completed"; of pounds "less cost in base-year prices". */
export function unitsOf({ numerator: { counts } }: Metric, direction: Direction): string {
  return POUNDS.test(counts) ? `${lessOrMore(direction)} ${counts.replace(POUNDS, '')}` : `${direction} ${counts}`;
}

/** Of what is not counted one by one. */
export const lessOrMore = (direction: Direction): string => (direction === 'fewer' ? 'less' : 'more');

/** "1,402 fewer missed appointments", "one fewer of the missed appointments", "£1.2m less cost in base-year prices". */
export function neededWords(amount: number, metric: Metric, direction: Direction): string {
  const { counts } = metric.numerator;
  if (POUNDS.test(counts)) {
    return `${pounds(amount)} ${unitsOf(metric, direction)}`;
  }
  return amount === 1 ? `one ${direction} of the ${counts}` : `${displayCount(amount)} ${unitsOf(metric, direction)}`;
}

const pounds = (amount: number): string => displayShort(amount, { unit: 'gbp', decimals: 0, suffix: '' });

/** Fewer than this a week are told with one place: "2.8 a week". */
const TOLD_WHOLE = 10;

/** So many a month as a line of a card has them: "1,598", "£1.6m", "2.8" where they are few. */
export function monthWords(perMonth: number, metric: Metric): string {
  return POUNDS.test(metric.numerator.counts) ? pounds(perMonth) : displayValue(perMonth, { unit: 'number', decimals: perMonth < TOLD_WHOLE ? 1 : 0, suffix: '' });
}

/** "327 a week", "2.8 a week", "£397,000 a week"; null where it comes to so little that it would print as nought. */
export function weekWords(perWeek: number, metric: Metric): string | null {
  const isMoney = POUNDS.test(metric.numerator.counts) || (metric.unit === 'gbp' && metric.kind !== 'ratio');
  const shown = isMoney ? pounds(perWeek) : displayValue(perWeek, { unit: 'number', decimals: perWeek < TOLD_WHOLE ? 1 : 0, suffix: '' });
  return Number(shown.replace(/[^\d.]/g, '')) === 0 ? null : `${shown} a week`;
}

/** Weeks from a day to another, both in. */
export function weeksIn({ from, to }: Pick<Period, 'from' | 'to'>): number {
  return (daysBetween(from, to) + 1) / 7;
}

const STRETCHES: Readonly<Record<Period['grain'], string>> = {
  day: 'on the day', week: 'in the week', month: 'in the month', quarter: 'in the quarter', half: 'in the half-year', year: 'in the year',
  ytd: 'over that time', rolling: 'over that time', range: 'over that time',
};

/** "in the month": over what a number is needed. */
export function stretchWords({ grain }: Pick<Period, 'grain'>): string {
  return STRETCHES[grain];
}

/** "other 9 months", "last month": what is left of a stretch. */
export function restWords(left: number, step: 'month' | 'day'): string {
  return left === 1 ? `last ${step}` : `other ${stepsWords(left, step)}`;
}

/** "1 month", "9 months". */
export function stepsWords(count: number, step: 'month' | 'day'): string {
  return `${count} ${step}${count === 1 ? '' : 's'}`;
}
