import { addMonths, dayOf, monthLabel } from '../../calendar/day';
import { financialYear, financialYearName } from '../../calendar/financial-year';
import { spanLabel } from '../../calendar/period-label';
import { after, atomAt, skip } from './atoms';
import { numberWord, placeWord } from './calendar-words';
import { foundAsk, foundNamed, type Found, type Reader } from './found';
import { inYear } from './named';
import { whichFinancialYear, yearWordsAt, type YearWords } from './years';

type Part = 'quarter' | 'half' | 'financial-month';

interface PartWords {
  readonly unit: Part;
  readonly number: number;
  readonly end: number;
}

const LETTERS: ReadonlyMap<string, Part> = new Map([['q', 'quarter'], ['h', 'half'], ['m', 'financial-month']]);
const WORDS: ReadonlyMap<string, Part> = new Map([
  ['quarter', 'quarter'], ['qtr', 'quarter'], ['half', 'half'], ['month', 'financial-month'], ['mth', 'financial-month'],
]);
const MONTHS_IN: Readonly<Record<Part, number>> = { quarter: 3, half: 6, 'financial-month': 1 };
const LETTER_OF: Readonly<Record<Part, string>> = { quarter: 'Q', half: 'H', 'financial-month': 'M' };

/** "Q1", "quarter 2 of 24/25", "first half", "H1 25/26", "M2", "month 2 24/25": parts of the financial year. */
export function partOfYear(reader: Reader, at: number): Found | null {
  const part = partAt(reader, at);
  if (part === null) {
    return null;
  }
  const year = yearAfter(reader, part.end);
  return year === null ? foundNamed(part.end, { unit: part.unit, number: part.number, year: null }) : withYear(reader, part, year, year.end);
}

/** "24/25 Q1", "2024/25 M2", "last year's H1". */
export function partAfterYear(reader: Reader, at: number): Found | null {
  const year = yearWordsAt(reader.atoms, at);
  const mark = year === null ? null : atomAt(reader.atoms, year.end);
  const start = year === null || mark === null ? at : mark.text === '-' && !mark.opens ? year.end + 1 : year.end;
  const part = year === null || year.kind === 'short' ? null : partAt(reader, start);
  return part === null || year === null ? null : withYear(reader, part, year, part.end);
}

/** "this Q3", "next Q1", and "last Q1", which in November may be this year's or last year's and is then asked back. */
export function partNearby({ atoms, moment }: Reader, at: number): Found | null {
  const word = atomAt(atoms, at).text;
  const named = ['this', 'next', 'last', 'previous'].includes(word) ? partAt({ atoms }, at + 1) : null;
  if (named === null) {
    return null;
  }
  const { unit, number, end } = named;
  const thisYear = financialYear(moment.today);
  const inThisYear = inYear({ unit, number, year: thisYear }, thisYear);
  if (word === 'this' || inThisYear === null) {
    return foundNamed(end, { unit, number, year: thisYear });
  }
  if (word === 'next') {
    return foundNamed(end, { unit, number, year: inThisYear.from > moment.today ? thisYear : thisYear + 1 });
  }
  return inThisYear.to < moment.today
    ? foundAsk(end, `Which ${LETTER_OF[unit]}${number}?`, [partName(unit, number, thisYear), partName(unit, number, thisYear - 1)])
    : foundNamed(end, { unit, number, year: thisYear - 1 });
}

function partAt({ atoms }: Pick<Reader, 'atoms'>, at: number): PartWords | null {
  const [first, second] = [atomAt(atoms, at), atomAt(atoms, at + 1)];
  const letter = LETTERS.get(first.text);
  if (letter !== undefined && !second.opens) {
    return part(letter, second.value, at + 2);
  }
  const word = WORDS.get(first.text);
  if (word !== undefined) {
    return second.ordinal ? null : part(word, second.value ?? numberWord(second.text), at + 2);
  }
  const place = placeWord(first.text) ?? (first.ordinal ? first.value : null);
  const named = WORDS.get(second.text);
  // "first month" is nobody's name for April.
  return place === null || named === undefined || named === 'financial-month' ? null : part(named, place, at + 2);
}

function part(unit: Part, number: number | null, end: number): PartWords | null {
  return number === null || number < 1 || number > 12 / MONTHS_IN[unit] ? null : { unit, number, end };
}

function yearAfter({ atoms }: Reader, at: number): YearWords | null {
  const mark = atomAt(atoms, at);
  if (['-', '/'].includes(mark.text) && !mark.opens) {
    return yearWordsAt(atoms, at + 1);
  }
  const start = skip(atoms, at, 'of', 'in', 'for');
  const theYear = start === at ? null : after(atoms, skip(atoms, start, 'the'), 'year') ?? after(atoms, skip(atoms, start, 'the'), 'financial', 'year');
  return yearWordsAt(atoms, start) ?? (theYear === null ? null : { kind: 'ago', year: 0, end: theYear });
}

function withYear({ moment }: Reader, { unit, number }: PartWords, year: YearWords, end: number): Found {
  switch (year.kind) {
    case 'financial': return foundNamed(end, { unit, number, year: year.year });
    case 'ago': return foundNamed(end, { unit, number, year: financialYear(moment.today) - year.year });
    case 'unsure': return foundAsk(end, whichFinancialYear(year.year), [partName(unit, number, year.year - 1), partName(unit, number, year.year)]);
    case 'calendar': case 'short': {
      const first = addMonths(dayOf(year.year, 1, 1), (number - 1) * MONTHS_IN[unit]);
      const calendar = unit === 'financial-month' ? monthLabel(first) : spanLabel(first, MONTHS_IN[unit]);
      const options = [partName(unit, number, year.year), partName(unit, number, year.year - 1), calendar];
      return foundAsk(end, `${LETTER_OF[unit]}${number} of which year?`, options);
    }
  }
}

function partName(unit: Part, number: number, year: number): string {
  return `${LETTER_OF[unit]}${number} ${financialYearName(year)}`;
}
