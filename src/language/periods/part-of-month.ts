import { addDays, daysBetween, weekStart } from '../../calendar/day';
import { dayPeriod, rangePeriod, weekPeriod, type Period } from '../../calendar/period';
import { atomAt, skip, type Atom } from './atoms';
import { placeWord, unitWord } from './calendar-words';
import { foundAsk, foundPeriod, longest, periodOf, type Found, type Reader } from './found';
import { lengthAt } from './length';

/**
 * "first week of June", "last day of last month", "second half of May", "last two weeks of June". A week that begins in the month before may count as the first week
 * or not: where it matters, which is meant is asked.
 */
export function partOfMonth({ atoms, moment, simple }: Reader, at: number): Found | null {
  const stretch = stretchOfMonth({ atoms, moment, simple }, at);
  if (stretch !== null) {
    return stretch;
  }
  const count = placeAt(atoms, at);
  const unit = unitWord(atomAt(atoms, at + 1).text);
  const isHalf = atomAt(atoms, at + 1).text === 'half' && (count === 1 || count === 2 || count === 'last');
  if (count === null || (unit !== 'week' && unit !== 'day' && !isHalf) || !['of', 'in'].includes(atomAt(atoms, at + 2).text)) {
    return null;
  }
  const found = longest(simple(skip(atoms, at + 3, 'the')).filter(({ meaning }) => periodOf(meaning, moment)?.grain === 'month'));
  const month = found === null ? null : periodOf(found.meaning, moment);
  if (found === null || month === null) {
    return null;
  }
  if (isHalf) {
    // The fifteenth day ends the first half of any month, as it does for pay.
    const middle = addDays(month.from, 14);
    return foundPeriod(found.end, count === 1 ? rangePeriod(month.from, middle) : rangePeriod(addDays(middle, 1), month.to), found.notes);
  }
  if (unit === 'day') {
    const day = count === 'last' ? month.to : addDays(month.from, count - 1);
    return day > month.to ? null : foundPeriod(found.end, dayPeriod(day), found.notes);
  }
  const [touching, whole] = weeksOf(month, count);
  if (touching.from > month.to) {
    return null;
  }
  return touching.from === whole.from ? foundPeriod(found.end, touching, found.notes)
    : foundAsk(found.end, 'Which week?', [touching.label, whole.label]);
}

/** "Last 2 weeks of June", "first ten days of May": so many days at one end of it. */
function stretchOfMonth({ atoms, moment, simple }: Reader, at: number): Found | null {
  const end = atomAt(atoms, at).text;
  const length = ['first', 'last', 'final'].includes(end) ? lengthAt(atoms, at + 1) : null;
  if (length === null || (length.unit !== 'week' && length.unit !== 'day') || !['of', 'in'].includes(atomAt(atoms, length.end).text)) {
    return null;
  }
  const found = longest(simple(skip(atoms, length.end + 1, 'the')).filter(({ meaning }) => periodOf(meaning, moment)?.grain === 'month'));
  const month = found === null ? null : periodOf(found.meaning, moment);
  const days = length.count * (length.unit === 'week' ? 7 : 1);
  if (found === null || month === null || days > daysBetween(month.from, month.to) + 1) {
    return null;
  }
  return foundPeriod(found.end, end === 'first' ? rangePeriod(month.from, addDays(month.from, days - 1)) : rangePeriod(addDays(month.to, 1 - days), month.to), found.notes);
}

/** The week counted from the first or last that touches the month, and from the first or last that lies wholly in it. */
function weeksOf(month: Period, count: number | 'last'): readonly [Period, Period] {
  if (count === 'last') {
    return [weekPeriod(month.to), weekPeriod(addDays(weekStart(addDays(month.to, 1)), -1))];
  }
  const steps = (count - 1) * 7;
  return [weekPeriod(addDays(weekStart(month.from), steps)), weekPeriod(addDays(weekStart(addDays(month.from, 6)), steps))];
}

function placeAt(atoms: readonly Atom[], at: number): number | 'last' | null {
  const { text, ordinal, value } = atomAt(atoms, at);
  return text === 'last' || text === 'final' ? 'last' : placeWord(text) ?? (ordinal ? value : null);
}
