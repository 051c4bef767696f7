import { addMonths, dayOf, monthLabel, monthName, monthOf, monthStart, yearOf } from '../../calendar/day';
import { monthPeriod } from '../../calendar/period';
import { after, atomAt, skip } from './atoms';
import { foundAsk, foundNamed, foundPeriod, type Found, type Reader } from './found';
import { monthNameAt } from './month-name';
import { isNearYear, type Moment } from './moment';
import { firstFrom, namedPeriod } from './named';
import { financialYearsOf, whichFinancialYear, yearWordsAt, type YearWords } from './years';

/** "May", "May 24", "May-24", "May 2024", "May 24/25", "May last year", "the month of May". */
export function month({ atoms, moment }: Reader, at: number): Found | null {
  const start = after(atoms, at, 'month', 'of') ?? at;
  const name = monthNameAt(atoms, start);
  if (name === null) {
    return null;
  }
  const year = yearAfter(atoms, start + 1);
  return (year === null ? null : withYear(name, year, moment)) ?? foundNamed(start + 1, { unit: 'month', month: name, year: null });
}

/** "2024 May", "last year's May". */
export function monthAfterYear({ atoms, moment }: Reader, at: number): Found | null {
  const year = yearWordsAt(atoms, at);
  if (year === null || year.kind === 'short') {
    return null;
  }
  const name = monthNameAt(atoms, year.end);
  return name === null ? null : withYear(name, { ...year, end: year.end + 1 }, moment);
}

/** "this May": the one in this calendar year; "next May": the first still to begin. */
export function thisOrNextMonth({ atoms, moment }: Reader, at: number): Found | null {
  const name = monthNameAt(atoms, at + 1);
  if (name === null) {
    return null;
  }
  const word = atomAt(atoms, at).text;
  if (word === 'this') {
    return foundPeriod(at + 2, monthPeriod(yearOf(moment.today), name));
  }
  const next = word === 'next' ? firstFrom({ unit: 'month', month: name, year: null }, addMonths(monthStart(moment.today), 1)) : null;
  return next === null ? null : foundPeriod(at + 2, next);
}

/**
 * "last October": said in November it may be the one just gone or the one in the year before, and is asked back; beside
 * "this October", or an October without a year, it is the one before that.
 */
export function lastNamedMonth({ atoms, moment }: Reader, at: number): Found | null {
  const name = ['last', 'previous'].includes(atomAt(atoms, at).text) ? monthNameAt(atoms, at + 1) : null;
  if (name === null) {
    return null;
  }
  const end = at + 2;
  const year = yearAfter(atoms, end);
  if (year !== null && year.kind !== 'ago') {
    return null;
  }
  const thisYear = yearOf(moment.today);
  const besideIt = atoms.some((_atom, other) => other !== at + 1 && monthNameAt(atoms, other) === name && !['last', 'previous', 'next'].includes(atomAt(atoms, other - 1).text) && yearAfter(atoms, other + 1) === null);
  if (name >= monthOf(moment.today) || besideIt) {
    return foundNamed(end, { unit: 'month', month: name, year: thisYear - 1 });
  }
  return foundAsk(end, `Which ${monthName(name)}?`, [monthLabel(dayOf(thisYear, name, 1)), monthLabel(dayOf(thisYear - 1, name, 1))]);
}

function yearAfter(atoms: Reader['atoms'], at: number): YearWords | null {
  const mark = atomAt(atoms, at);
  const glued = ['-', '/'].includes(mark.text) && !mark.opens;
  return yearWordsAt(atoms, glued ? at + 1 : skip(atoms, at, 'of', 'in'));
}

function withYear(name: number, year: YearWords, moment: Moment): Found | null {
  switch (year.kind) {
    case 'calendar': return foundNamed(year.end, { unit: 'month', month: name, year: year.year });
    case 'financial': return foundNamed(year.end, { unit: 'month', month: name, year: name >= 4 ? year.year : year.year + 1 });
    case 'ago': return foundNamed(year.end, { unit: 'month', month: name, year: yearOf(moment.today) - year.year });
    case 'short': return withTwoDigits(name, year, moment);
    case 'unsure':
      return foundAsk(year.end, whichFinancialYear(year.year), financialYearsOf(year.year).map((one) => `${monthName(name)} ${one}`));
  }
}

/** "May 24" is May 2024. "July 14" is far back for a year, and "May 30" too far ahead: those are days, or are asked. */
function withTwoDigits(name: number, { year, end }: YearWords, moment: Moment): Found | null {
  const thisYear = yearOf(moment.today);
  if (isNearYear(year, moment)) {
    return foundNamed(end, { unit: 'month', month: name, year });
  }
  const day = year % 100;
  if (day < 1 || day > 31) {
    return null;
  }
  const named = { unit: 'day', day, month: name, year: null } as const;
  const asDay = namedPeriod(named, moment);
  if (asDay === null) {
    return null;
  }
  return year > thisYear ? foundNamed(end, named) : foundAsk(end, 'A day or a month?', [asDay.label, `${monthName(name)} ${year}`]);
}
