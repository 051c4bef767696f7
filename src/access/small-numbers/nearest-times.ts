import { financialQuarter, financialYear } from '../../calendar/financial-year';

/** Other months by what hides least with one: those of its quarter before those of its financial year, and the nearest first. */
export function nearestTimes(times: readonly string[], time: number): readonly number[] {
  const now = times[time] ?? '';
  const far = times.map((then, other) => {
    const isSameYear = financialYear(then) === financialYear(now);
    return (isSameYear && financialQuarter(then) === financialQuarter(now) ? 0 : isSameYear ? 1_000 : 2_000) + Math.abs(other - time) * 2 + Number(other > time);
  });
  return times.map((_, other) => other).filter((other) => other !== time).sort((a, b) => (far[a] ?? 0) - (far[b] ?? 0));
}
