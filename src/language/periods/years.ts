import { financialYearName } from '../../calendar/financial-year';
import { after, atomAt, skip, type Atom } from './atoms';
import { countAt } from './counts';
import { foundAsk, foundNamed, type Found, type Reader } from './found';

/** How a year was said. `unsure` is "FY25": some mean the year that ends in 2025, some the one that starts in it. */
export interface YearWords {
  readonly kind: 'financial' | 'calendar' | 'short' | 'unsure' | 'ago';
  /** The year it starts in; the last two digits made full for `short`; years back for `ago`. */
  readonly year: number;
  readonly end: number;
}

const BEFORE_A_QUANTITY = new Set([
  'over', 'above', 'below', 'under', 'than', 'least', 'most', 'around', 'about', 'exceeds', 'exceeding', 'within', '>', '<', '=',
  'top', 'first', 'tfc', 'code', 'ward',
]);

/** "24/25", "2024-25", "2024/2025": two years that follow each other, typed as one word. */
export function yearPairAt(atoms: readonly Atom[], at: number): YearWords | null {
  const first = atomAt(atoms, at);
  const mark = atomAt(atoms, at + 1);
  const second = atomAt(atoms, at + 2);
  if (!isYearNumber(first) || !isYearNumber(second) || !['/', '-'].includes(mark.text) || mark.opens || second.opens) {
    return null;
  }
  const start = fullYear(first);
  const follows = second.text.length === 4 ? second.value === start + 1 && first.text.length === 4 : second.value === (start + 1) % 100;
  const goesOn = !second.closes && ['/', '.'].includes(atomAt(atoms, at + 3).text);
  return follows && !goesOn ? { kind: 'financial', year: start, end: at + 3 } : null;
}

/** Any way of saying which year, at a place: after a month or a quarter, or before one. */
export function yearWordsAt(atoms: readonly Atom[], at: number): YearWords | null {
  return financialWordsAt(atoms, at) ?? calendarWordsAt(atoms, at) ?? yearPairAt(atoms, at)
    ?? yearsAgoAt(atoms, at) ?? plainYearAt(atoms, at);
}

/** "FY24/25", "financial year 2024/25", "FY25". */
function financialWordsAt(atoms: readonly Atom[], at: number): YearWords | null {
  const financial = after(atoms, at, 'fy') ?? after(atoms, at, 'financial', 'year') ?? after(atoms, at, 'fiscal', 'year');
  const start = financial ?? after(atoms, at, 'full', 'year') ?? after(atoms, at, 'year');
  if (start === null) {
    return null;
  }
  const pair = yearPairAt(atoms, start);
  const plain = plainYearAt(atoms, start);
  if (pair !== null || plain === null) {
    return pair;
  }
  return financial === null ? (plain.kind === 'calendar' ? plain : null) : { ...plain, kind: 'unsure' };
}

/** "calendar year 2024", "calendar 2025", "CY24". */
function calendarWordsAt(atoms: readonly Atom[], at: number): YearWords | null {
  const start = after(atoms, at, 'calendar', 'year') ?? after(atoms, at, 'calendar') ?? after(atoms, at, 'cy');
  const plain = start === null ? null : plainYearAt(atoms, start);
  return plain === null ? null : { ...plain, kind: 'calendar' };
}

/** "last year", "this year", "two years ago", "the year before last". */
function yearsAgoAt(atoms: readonly Atom[], at: number): YearWords | null {
  const start = skip(atoms, at, 'the');
  const kind = skip(atoms, start + 1, 'financial', 'fiscal', 'calendar');
  const relative = ['last', 'previous', 'prior'].includes(atomAt(atoms, start).text) ? 1
    : ['this', 'current'].includes(atomAt(atoms, start).text) ? 0 : null;
  if (relative !== null && ['year', 'fy'].includes(atomAt(atoms, kind).text)) {
    return { kind: 'ago', year: relative, end: kind + 1 };
  }
  const beforeLast = after(atoms, start, 'year', 'before', 'last');
  if (beforeLast !== null) {
    return { kind: 'ago', year: 2, end: beforeLast };
  }
  const count = countAt(atoms, start);
  const ago = count === null ? null : after(atoms, count.end, 'years', 'ago') ?? after(atoms, count.end, 'year', 'ago');
  return count === null || ago === null ? null : { kind: 'ago', year: count.count, end: ago };
}

function plainYearAt(atoms: readonly Atom[], at: number): YearWords | null {
  const atom = atomAt(atoms, at);
  if (!isYearNumber(atom)) {
    return null;
  }
  return { kind: atom.text.length === 4 ? 'calendar' : 'short', year: fullYear(atom), end: at + 1 };
}

/** A year standing alone: "24/25" the financial one, "2025" the calendar one, "FY25" asked back. */
export function yearAlone({ atoms }: Reader, at: number): Found | null {
  const words = yearWordsAt(atoms, at);
  switch (words?.kind) {
    case 'financial': return datelike(atoms, at, words) ? null : foundNamed(words.end, { unit: 'financial-year', year: words.year });
    case 'calendar': return isQuantity(atoms, at) ? null : foundNamed(words.end, { unit: 'calendar-year', year: words.year });
    case 'unsure': return foundAsk(words.end, whichFinancialYear(words.year), financialYearsOf(words.year));
    case 'ago': case 'short': case undefined: return null;
  }
}

/** The question that "FY25" calls for. */
export function whichFinancialYear(year: number): string {
  return `The financial year that ends in ${year}, or the one that starts in it?`;
}

/** The two financial years that "FY25" may be, likelier first: mostly it is the year that ends in 2025. */
export function financialYearsOf(ending: number): readonly [string, string] {
  return [financialYearName(ending - 1), financialYearName(ending)];
}

/** "03/04" alone may be a day and "2010-11" a month: those are left to the rule for dates. */
function datelike(atoms: readonly Atom[], at: number, words: YearWords): boolean {
  const [first, mark, second] = [atomAt(atoms, at), atomAt(atoms, at + 1), atomAt(atoms, at + 2)];
  return words.end === at + 3 && (second.value ?? 13) <= 12 && (first.text.length === 2 || mark.text === '-');
}

/** "over 2000" and "top 2010" count something. */
function isQuantity(atoms: readonly Atom[], at: number): boolean {
  return BEFORE_A_QUANTITY.has(atomAt(atoms, at - 1).text);
}

function isYearNumber(atom: Atom): boolean {
  if (atom.value === null || atom.ordinal) {
    return false;
  }
  return atom.text.length === 2 || (atom.text.length === 4 && atom.value >= 1990 && atom.value < 2100);
}

function fullYear(atom: Atom): number {
  const value = atom.value ?? 0;
  return atom.text.length === 4 ? value : value >= 70 ? 1900 + value : 2000 + value;
}
