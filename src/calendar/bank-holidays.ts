import { addDays, dayOf, weekday, weekStart, type Day } from './day';

/**
 * Holidays that were proclaimed once, and days that the rule gives and a proclamation took away.
 * Source: GOV.UK, UK bank holidays, England and Wales.
 */
const PROCLAIMED: Readonly<Record<number, { readonly added: readonly Day[]; readonly removed: readonly Day[] }>> = {
  2011: { added: ['2011-04-29'], removed: [] },
  2012: { added: ['2012-06-04', '2012-06-05'], removed: ['2012-05-28'] },
  2020: { added: ['2020-05-08'], removed: ['2020-05-04'] },
  2022: { added: ['2022-06-02', '2022-06-03', '2022-09-19'], removed: ['2022-05-30'] },
  2023: { added: ['2023-05-08'], removed: [] },
};

/** Easter Sunday of the Gregorian calendar (the method of Meeus, Jones and Butcher). */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * correction + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1);
}

/** The bank holidays of England in a calendar year, in order, substitute days in place of those on a weekend. */
export function bankHolidays(year: number): readonly Day[] {
  const easter = easterSunday(year);
  const christmas = onWeekday(dayOf(year, 12, 25), []);
  const ruled = [
    onWeekday(dayOf(year, 1, 1), []),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMonday(dayOf(year, 5, 1)),
    weekStart(dayOf(year, 5, 31)),
    weekStart(dayOf(year, 8, 31)),
    christmas,
    // Where Christmas moves to a Monday or Tuesday, Boxing Day keeps its own weekday or takes the next one free.
    onWeekday(dayOf(year, 12, 26), [christmas]),
  ];
  const { added, removed } = PROCLAIMED[year] ?? { added: [], removed: [] };
  return [...ruled.filter((day) => !removed.includes(day)), ...added].sort();
}

function firstMonday(firstOfMonth: Day): Day {
  return weekStart(addDays(firstOfMonth, 6));
}

function onWeekday(day: Day, taken: readonly Day[]): Day {
  return weekday(day) > 5 || taken.includes(day) ? onWeekday(addDays(day, 1), taken) : day;
}
