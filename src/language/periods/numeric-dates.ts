import { monthLabel, monthName, dayOf, existingDay } from '../../calendar/day';
import { financialYearName } from '../../calendar/financial-year';
import { atomAt, type Atom } from './atoms';
import { foundAsk, foundNamed, type Found, type Reader } from './found';
import { isNearYear } from './moment';
import { namedPeriod } from './named';
import { dayOrAsk } from './named-day';

/** "14/07/2024", "14.7.24", "2024-07-14": day first unless the year is. */
export function numericDate({ atoms }: Reader, at: number): Found | null {
  const mark = atomAt(atoms, at + 1).text;
  const [first, second, third] = [atomAt(atoms, at), atomAt(atoms, at + 2), atomAt(atoms, at + 4)];
  const joined = ['/', '-', '.'].includes(mark) && atomAt(atoms, at + 3).text === mark && isRunOn(atoms, at + 1, at + 4);
  if (!joined || first.value === null || second.value === null || third.value === null) {
    return null;
  }
  const end = at + 5;
  if (isFullYear(first) && third.text.length <= 2) {
    return isMonth(second.value) ? dayOrAsk(end, third.value, second.value, first.value) : null;
  }
  if (first.text.length > 2 || second.text.length > 2 || !(isFullYear(third) || third.text.length === 2)) {
    return null;
  }
  const year = isFullYear(third) ? third.value : 2000 + third.value;
  if (isMonth(second.value)) {
    return dayOrAsk(end, first.value, second.value, year);
  }
  const american = existingDay(year, first.value, second.value);
  return american === null ? null : foundAsk(end, 'Which day is that?', [`${second.value} ${monthLabel(american)}`, monthLabel(american)]);
}

/** "2024-05", "05/2024": a month and a full year. */
export function numericMonth({ atoms }: Reader, at: number): Found | null {
  const pair = twoNumbers(atoms, at);
  if (pair === null) {
    return null;
  }
  const { first, second, left, right } = pair;
  if (isFullYear(first) && second.text.length <= 2 && isMonth(right)) {
    const month = dayOf(left, right, 1);
    // "2010-11" is also the financial year 2010/11; with a stroke it is only that.
    return (left + 1) % 100 === right && second.text.length === 2
      ? atomAt(atoms, at + 1).text === '/' ? null
        : foundAsk(at + 3, 'A month or a financial year?', [financialYearName(left), monthLabel(month)])
      : foundNamed(at + 3, { unit: 'month', month: right, year: left });
  }
  return isFullYear(second) && first.text.length <= 2 && isMonth(left)
    ? foundNamed(at + 3, { unit: 'month', month: left, year: right }) : null;
}

/**
 * Two short numbers: "14/7" is a day, "05/24" a month, and "03/04" a day or a financial year. "24/05" is read as
 * May 2024 and "24/5" is asked, as the domain reference has it.
 */
export function numericPair({ atoms, moment }: Reader, at: number): Found | null {
  const pair = twoNumbers(atoms, at);
  if (pair === null || pair.first.text.length > 2 || pair.second.text.length > 2) {
    return null;
  }
  const { first, second, left, right } = pair;
  // With a hyphen, anything shorter than two digits each is a span of numbers: "2-3 weeks".
  if (atomAt(atoms, at + 1).text === '-' && first.text.length + second.text.length < 4) {
    return null;
  }
  const year = isNearYear(2000 + left, moment) && isMonth(right) ? `${monthName(right)} ${2000 + left}` : null;
  const asDay = existingDay(2024, right, left) === null ? null : namedPeriod({ unit: 'day', day: left, month: right, year: null }, moment);
  const day = asDay?.label ?? null;
  const financial = (left + 1) % 100 === right && right <= 12 && first.text.length === 2 && second.text.length === 2
    ? financialYearName(2000 + left) : null;
  const end = at + 3;
  if (year !== null && financial === null && (day === null || second.text.startsWith('0'))) {
    const notes = day === null ? [] : [`${first.text}/${second.text} is read as ${year}; for the day, write ${day}.`];
    return foundNamed(end, { unit: 'month', month: right, year: 2000 + left }, notes);
  }
  const readings = [day, year, financial].flatMap((reading) => reading ?? []);
  if (readings.length > 1) {
    return foundAsk(end, 'Which is that?', readings);
  }
  if (day !== null) {
    return foundNamed(end, { unit: 'day', day: left, month: right, year: null });
  }
  return isMonth(left) && isNearYear(2000 + right, moment) ? foundNamed(end, { unit: 'month', month: left, year: 2000 + right }) : null;
}

/** Two short numbers where only a day will do: "week ending 24/5". */
export function numericDayAndMonth({ atoms }: Reader, at: number, marks: readonly string[] = ['/']): Found | null {
  const pair = marks.includes(atomAt(atoms, at + 1).text) ? twoNumbers(atoms, at, marks) : null;
  return pair === null || existingDay(2024, pair.right, pair.left) === null ? null
    : foundNamed(at + 3, { unit: 'day', day: pair.left, month: pair.right, year: null });
}

interface Pair {
  readonly first: Atom;
  readonly second: Atom;
  readonly left: number;
  readonly right: number;
}

function twoNumbers(atoms: readonly Atom[], at: number, marks: readonly string[] = ['/', '-']): Pair | null {
  const [first, mark, second] = [atomAt(atoms, at), atomAt(atoms, at + 1).text, atomAt(atoms, at + 2)];
  const goesOn = !second.closes && ['/', '.', mark].includes(atomAt(atoms, at + 3).text);
  return first.value !== null && second.value !== null && marks.includes(mark) && isRunOn(atoms, at + 1, at + 2) && !goesOn
    ? { first, second, left: first.value, right: second.value } : null;
}

/** Whether the atoms from one index to another were typed without a space before any of them. */
function isRunOn(atoms: readonly Atom[], from: number, to: number): boolean {
  return atoms.slice(from, to + 1).every((atom) => !atom.opens);
}

function isMonth(value: number): boolean {
  return value >= 1 && value <= 12;
}

function isFullYear(atom: Atom): boolean {
  return atom.text.length === 4 && atom.value !== null && atom.value >= 1990 && atom.value < 2100;
}
