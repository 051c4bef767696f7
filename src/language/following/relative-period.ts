import { daysBetween, monthOf, yearOf, type Day } from '../../calendar/day';
import { financialQuarter, financialYear } from '../../calendar/financial-year';
import { financialYearPeriod, monthPeriod, previousPeriod, quarterPeriod, samePeriodLastYear, weekPeriod, type Period } from '../../calendar/period';

const BEFORE = /\b(?:the )?(?:(day|week|month|quarter|half|year|period) (?:before|earlier|prior|previous|preceding)(?: that)?|(?:previous|prior|preceding) (day|week|month|quarter|half|period)|one before(?: that)?)\b/i;
/** "The twelve months before that": as long a stretch as was asked about. */
const AS_LONG_BEFORE = /\b(?:the )?(?:(\d{1,2}|two|three|four|six|twelve|eighteen) (?:months|weeks|days) (?:before|prior|preceding|earlier)(?: (?:to )?(?:that|those|them|it))?|(?:previous|prior|preceding) (\d{1,2}|two|three|four|six|twelve|eighteen) (?:months|weeks|days))\b/i;
const A_YEAR_BEFORE = /\b(?:the )?(?:same (?:month|week|quarter|period|time|day) (?:the )?(?:last|previous|year before|a year ago)(?: year)?|a year (?:earlier|before|ago))\b/i;

/** "And the month before": a period told by the one asked about, as the words for it; null where the words tell none so. */
export function periodBefore(text: string, asked: Period): { readonly words: string; readonly period: Period } | null {
  const year = A_YEAR_BEFORE.exec(text);
  if (year !== null) {
    return { words: year[0], period: samePeriodLastYear(asked) };
  }
  const [long, ...counts] = AS_LONG_BEFORE.exec(text) ?? [];
  if (long !== undefined) {
    const period = countOf(counts.find((count) => count !== undefined) ?? '') === stretchOf(asked, long) ? previousPeriod(asked) : null;
    return period === null ? null : { words: long, period };
  }
  const before = BEFORE.exec(text);
  if (before === null) {
    return null;
  }
  const unit = (before[1] ?? before[2] ?? 'period').toLowerCase();
  const period = unit === 'year' ? samePeriodLastYear(asked) : unit === 'period' || unit === asked.grain ? previousPeriod(asked) : null;
  return period === null ? null : { words: before[0], period };
}

const WIDER = /^(?:for |in |what about |how about )*(?:the |that )?(?:whole |full |entire )?(week|month|quarter|year)(?: (?:as a whole|overall|so far))?(?=[\s.?!]*$)/i;

/** "And the month?" after a week: the month in which it lies, and the words for it. Null where it lies in no one such, or was as long. */
export function periodAround(text: string, asked: Period): { readonly words: string; readonly period: Period } | null {
  const [words, unit = ''] = WIDER.exec(text) ?? [];
  const around = words === undefined ? null : wider(unit.toLowerCase(), asked.to);
  const holds = around !== null && around.from <= asked.from && daysBetween(asked.from, asked.to) < daysBetween(around.from, around.to);
  return words === undefined || !holds ? null : { words, period: around };
}

/** The unit of "and the month?", whichever is meant; null for any other words. */
export function unitAlone(text: string): string | null {
  return WIDER.exec(text)?.[1]?.toLowerCase() ?? null;
}

function wider(unit: string, day: Day): Period {
  switch (unit) {
    case 'week': return weekPeriod(day);
    case 'month': return monthPeriod(yearOf(day), monthOf(day));
    case 'quarter': return quarterPeriod(financialYear(day), financialQuarter(day));
    default: return financialYearPeriod(financialYear(day));
  }
}

const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, six: 6, twelve: 12, eighteen: 18 };

function countOf(word: string): number {
  return COUNTS[word.toLowerCase()] ?? Number(word);
}

/** How many of the units that words name a period is long. */
function stretchOf({ from, to }: Period, words: string): number {
  const days = daysBetween(from, to) + 1;
  return Math.round(/month/i.test(words) ? days / 30.44 : /week/i.test(words) ? days / 7 : days);
}
