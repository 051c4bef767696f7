import { monthEnd, monthOf, monthStart, yearOf, type Day } from '../../calendar/day';
import { dayPeriod, monthPeriod, rangePeriod, yearToDatePeriod, type Period } from '../../calendar/period';
import { after, atomAt, skip } from './atoms';
import { foundAsk, longest, periodOf, type Found, type Reader } from './found';

/** What is asked of an end without a beginning. */
export const AS_AT = 'Over which period?';

/** "as at 31 May", "as of the end of June": the month up to that day, the year to date or the day itself. Asked. */
export function asAt({ atoms, moment, simple }: Reader, at: number): Found | null {
  // "As at 31 May", "at the end of May", "end of May".
  const start = after(atoms, at, 'as', 'at') ?? after(atoms, at, 'as', 'of') ?? (atomAt(atoms, at).text === 'end' ? at : null);
  if (start === null) {
    return null;
  }
  const plain = skip(atoms, start, 'the');
  const atEnd = after(atoms, plain, 'end', 'of') ?? after(atoms, plain, 'end');
  const found = longest(simple(skip(atoms, atEnd ?? plain, 'the')));
  const period = found === null ? null : periodOf(found.meaning, moment);
  if (found === null || period === null || (period.grain !== 'day' && atEnd === null)) {
    return null;
  }
  return foundAsk(found.end, AS_AT, upTo(period.to).map(({ label }) => label));
}

/** What may end with a day, likeliest first; of two that hold the same days, the first. */
function upTo(day: Day): readonly Period[] {
  const month = day === monthEnd(day) ? monthPeriod(yearOf(day), monthOf(day)) : rangePeriod(monthStart(day), day);
  const all = [month, yearToDatePeriod(day), dayPeriod(day)];
  return all.filter((period, at) => all.findIndex(({ from, to }) => from === period.from && to === period.to) === at);
}
