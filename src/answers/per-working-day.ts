import type { Metric } from '../catalogue/metric';
import { canonicalTable } from '../catalogue/tables/canonical-tables';
import { workingDays } from '../calendar/working-day';
import type { Day } from '../calendar/day';

interface Stretch {
  readonly value: number | null;
  readonly from: Day;
  readonly to: Day;
}

/** How a volume changed for each working day of two stretches that have not as many of them. */
export interface DailyChange {
  /** "per working day up 2.4%", "per working day unchanged" */
  readonly words: string;
  /** "20 working days against 21" */
  readonly days: string;
  /** As a share: 0.024; 0 where it prints as none. */
  readonly change: number;
}

/**
 * How a volume changed once its stretches are as long as one another, since a month with an Easter in it has fewer days to
 * work. Null for anything but a count of what happens over time, where both have as many days, and where there is nothing
 * to divide. Source of the days: Monday to Friday but bank holidays in England.
 */
export function dailyChange({ kind, numerator }: Metric, now: Stretch, before: Stretch): DailyChange | null {
  const days = [now, before].map(({ from, to }) => workingDays(from, to));
  const [own = 0, other = 0] = days;
  if (kind !== 'count' || canonicalTable(numerator.table)?.standsFor === 'census' || now.value === null || before.value === null || before.value <= 0 || now.value < 0 || own === 0 || other === 0 || own === other) {
    return null;
  }
  const change = (now.value / own) / (before.value / other) - 1;
  const size = Math.abs(100 * change).toFixed(1);
  return {
    words: size === '0.0' ? 'per working day unchanged' : `per working day ${change > 0 ? 'up' : 'down'} ${size}%`,
    days: `${own} working ${own === 1 ? 'day' : 'days'} against ${other}`,
    change: size === '0.0' ? 0 : change,
  };
}

/** "per working day up 2.4% (20 working days against 21)"; empty where there is nothing to say. */
export function dailyWords(daily: DailyChange | null): string {
  return daily === null ? '' : `${daily.words} (${daily.days})`;
}
