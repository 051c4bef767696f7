import { previousPeriod, samePeriodLastYear, type Period } from '../../calendar/period';

const BEFORE = /\b(?:the )?(?:(day|week|month|quarter|half|year|period) (?:before|earlier|prior|previous|preceding)(?: that)?|(?:previous|prior|preceding) (day|week|month|quarter|half|period)|one before(?: that)?)\b/i;
const A_YEAR_BEFORE = /\b(?:the )?(?:same (?:month|week|quarter|period|time|day) (?:the )?(?:last|previous|year before|a year ago)(?: year)?|a year (?:earlier|before|ago))\b/i;

/** "And the month before": a period told by the one asked about, as the words for it; null where the words tell none so. */
export function periodBefore(text: string, asked: Period): { readonly words: string; readonly period: Period } | null {
  const year = A_YEAR_BEFORE.exec(text);
  if (year !== null) {
    return { words: year[0], period: samePeriodLastYear(asked) };
  }
  const before = BEFORE.exec(text);
  if (before === null) {
    return null;
  }
  const unit = (before[1] ?? before[2] ?? 'period').toLowerCase();
  const period = unit === 'year' ? samePeriodLastYear(asked) : unit === 'period' || unit === asked.grain ? previousPeriod(asked) : null;
  return period === null ? null : { words: before[0], period };
}
