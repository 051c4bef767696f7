import { isWholeMonths } from '../calendar/period';
import type { MetricResult } from '../engine/result';

/** What a star stands for: a small number of people, or one that would give a small number away. */
export const WITHHELD = '* 1 to 7 people, or what would give them away: hidden so that nobody can be recognised.';
const SOME_DAYS = 'Days of a month in which somebody is hidden are hidden with them; the whole month may be shown.';

/** What goes with a result in which anything is hidden, once; nothing where all is shown. */
export function withheldWords({ period, figure, groups, comparisons, trend, drivers }: Pick<MetricResult, 'period' | 'figure' | 'groups' | 'comparisons' | 'trend' | 'drivers'>): readonly string[] {
  const shown = [figure, ...groups.flatMap((group) => [group.figure, ...(group.other === undefined ? [] : [group.other.figure])]), ...comparisons.map((one) => one.figure), ...trend.map((point) => point.figure)];
  const isHidden = shown.some(({ hidden }) => hidden) || drivers?.parts.some(({ from, to }) => from.hidden || to.hidden) === true;
  return isHidden ? [WITHHELD, ...(isWholeMonths(period) ? [] : [SOME_DAYS])] : [];
}
