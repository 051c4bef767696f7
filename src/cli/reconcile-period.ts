import { existingDay, type Day } from '../calendar/day';
import { financialQuarter, financialYear } from '../calendar/financial-year';
import {
  calendarYearPeriod, dayPeriod, financialYearPeriod, halfPeriod, monthPeriod, quarterPeriod, rangePeriod, weekPeriod, type Period,
} from '../calendar/period';
import { findPeriods } from '../language/periods/find-period';
import type { Held } from '../language/periods/moment';
import { cleanText } from '../language/words/clean-text';
import { wordsOf } from '../language/words/word';

const MONTH = /^(\d{4})-(\d{2})$/;

/**
 * A period as a person writes it: "May 2024", "2024-05", "Q1 2024/25", "April to May 2024".
 * @returns the period, or what is wrong with it: "is not a period", "may be read in more than one way".
 */
export function periodWritten(text: string, held: Held, today: Day): Period | string {
  const [, year, month] = MONTH.exec(text.trim()) ?? [];
  if (year !== undefined && month !== undefined) {
    return existingDay(Number(year), Number(month), 1) === null ? 'is not a period' : { ...monthPeriod(Number(year), Number(month)), asked: text.trim() };
  }
  const tokens = wordsOf(cleanText(text)).map((word) => word.text);
  const [found, ...others] = findPeriods(tokens, held, today);
  if (found === undefined || others.length > 0 || found.start > 0 || found.end < tokens.length) {
    return 'is not a period';
  }
  return found.kind === 'period' ? found.period : `may be read in more than one way: ${found.options.join(' or ')}`;
}

/** The period between two days, called what those days are called: "2024-04-01" and "2024-04-30" are April 2024. */
export function periodBetween(from: string, to: string): Period | string {
  const first = dayWritten(from);
  const last = dayWritten(to);
  if (first === null || last === null) {
    return 'is not a day; write it as 2024-05-31 or 31/05/2024';
  }
  if (last < first) {
    return 'ends before it begins';
  }
  const year = financialYear(first);
  const calendarYear = Number(first.slice(0, 4));
  const known = [
    dayPeriod(first), weekPeriod(first), monthPeriod(calendarYear, Number(first.slice(5, 7))), quarterPeriod(year, financialQuarter(first)),
    halfPeriod(year, financialQuarter(first) <= 2 ? 1 : 2), financialYearPeriod(year), calendarYearPeriod(calendarYear),
  ];
  const named = known.find((one) => one.from === first && one.to === last) ?? rangePeriod(first, last);
  return { ...named, asked: `${first} to ${last}` };
}

/** A day as 2024-05-31, or as 31/05/2024, which is what a spreadsheet makes of it; with two places for the year, this century's. */
function dayWritten(text: string): Day | null {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? [];
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/((?:20)?\d{2})$/.exec(text.trim()) ?? [];
  return isoYear !== undefined ? existingDay(Number(isoYear), Number(isoMonth), Number(isoDay))
    : year !== undefined ? existingDay(Number(year) % 100 + 2000, Number(month), Number(day)) : null;
}
