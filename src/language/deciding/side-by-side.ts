import { addDays } from '../../calendar/day';
import type { Case } from '../frame/case';
import type { AskedPeriod } from '../frame/frame';

/** Periods that are not the same days: "month 2 (May 2024)" is one. */
export function apart(times: readonly AskedPeriod[]): readonly AskedPeriod[] {
  const days = ({ reading }: AskedPeriod): string => (reading.kind === 'period' ? `${reading.period.from} ${reading.period.to}` : reading.ask);
  return times.filter((time, at) => times.findIndex((other) => days(other) === days(time)) === at);
}

/**
 * "This June and last June", "end of March and end of June": two times of one kind with nothing but an "and" between them,
 * that do not follow on one another, are wanted side by side. The question with the later set against the earlier; null for any others.
 */
export function besideOneAnother(one: Case, times: readonly AskedPeriod[]): string | null {
  const [first, second, third] = [...times].sort((a, b) => a.span.start - b.span.start);
  if (first?.reading.kind !== 'period' || second?.reading.kind !== 'period' || third !== undefined || one.frame.metrics.length !== 1) {
    return null;
  }
  const [from, to] = [one.words[first.span.start]?.start ?? 0, one.words[second.span.end - 1]?.end ?? 0];
  const [end, start] = [one.words[first.span.end - 1]?.end ?? 0, one.words[second.span.start]?.start ?? 0];
  const [mine, other] = [first.reading.period, second.reading.period];
  const [earlier, later] = mine.from < other.from ? [mine, other] : [other, mine];
  const alike = mine.grain === other.grain && mine.grain !== 'day' && addDays(earlier.to, 1) < later.from;
  const said = [one.text.slice(from, end), one.text.slice(start, to)];
  return alike && /^\s*(?:and|&|n)\s*(?:the |at the end of |end of )?$/i.test(one.text.slice(end, start))
    ? `${one.text.slice(0, from)}${(earlier === mine ? said.reverse() : said).join(' vs ')}${one.text.slice(to)}` : null;
}
