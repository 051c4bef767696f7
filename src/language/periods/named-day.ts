import { daysInMonth, existingDay, monthName, yearOf, type Day } from '../../calendar/day';
import { foundAsk, foundNamed, type Found } from './found';
import type { YearWords } from './years';

/** The pieces of a date as said, and the place after its month. */
export interface DayWords {
  readonly day: number;
  readonly month: number;
  readonly words: YearWords | null;
  readonly end: number;
  readonly today: Day;
}

/** The day that the pieces name; for one that no calendar has (31 June), the question back. */
export function existingName({ day, month, words, end, today }: DayWords): Found {
  switch (words?.kind) {
    case 'calendar': case 'short': return dayOrAsk(words.end, day, month, words.year);
    case 'ago': return dayOrAsk(words.end, day, month, yearOf(today) - words.year);
    case 'financial': return dayOrAsk(words.end, day, month, month >= 4 ? words.year : words.year + 1);
    case 'unsure': case undefined: return dayOrAsk(end, day, month, null);
  }
}

/** The same from numbers; `year` null where none was said. */
export function dayOrAsk(end: number, day: number, month: number, year: number | null): Found {
  // 2024 is a leap year: without a year, 29 February is a day.
  const written = year ?? 2024;
  if (existingDay(written, month, day) !== null) {
    return foundNamed(end, { unit: 'day', day, month, year });
  }
  const rest = year === null ? monthName(month) : `${monthName(month)} ${year}`;
  return foundAsk(end, `There is no ${day} ${rest}. Which did you mean?`, [`${daysInMonth(written, month)} ${rest}`, rest]);
}
