import type { Metric } from '../catalogue/metric';
import { canonicalTable } from '../catalogue/tables/canonical-tables';
import { workingDays } from '../calendar/working-day';
import type { Day } from '../calendar/day';

interface Stretch {
  readonly value: number | null;
  readonly from: Day;
  readonly to: Day;
}

/**
 * "per working day up 2.4%": how a volume changed once its stretches are as long as one another, since a month with an
 * Easter in it has fewer days to work. Empty for anything but a count of what happens over time, and where there is
 * nothing to divide. Source of the days: Monday to Friday but bank holidays in England.
 */
export function perWorkingDay({ kind, numerator }: Metric, now: Stretch, before: Stretch): string {
  const days = [now, before].map(({ from, to }) => workingDays(from, to));
  const [own = 0, other = 0] = days;
  if (kind !== 'count' || canonicalTable(numerator.table)?.standsFor === 'census' || now.value === null || before.value === null || before.value <= 0 || now.value < 0 || own === 0 || other === 0 || own === other) {
    return '';
  }
  const change = 100 * ((now.value / own) / (before.value / other) - 1);
  const size = Math.abs(change).toFixed(1);
  return size === '0.0' ? 'per working day unchanged' : `per working day ${change > 0 ? 'up' : 'down'} ${size}%`;
}
