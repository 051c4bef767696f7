import { addMonths, daysBetween, type Day } from '../../calendar/day';
import { rangePeriod, type Period } from '../../calendar/period';
import { after, atomAt, skip } from './atoms';
import { dayNumberAt } from './days';
import { foundAsk, foundPeriod, longest, periodOf, type Found, type Meaning, type Reader } from './found';
import { looksAhead, type Moment } from './moment';
import { firstFrom, latestBy, namedPeriod, type Named } from './named';
import { numericDayAndMonth } from './numeric-dates';
import { optionEnds } from './option-ends';

const TO = ['-', 'to', 'until', 'till', 'through', 'thru'];
const APART = ['difference', 'gap', 'change', 'compare', 'comparison', 'compared', 'comparing', 'variance'];

/** "April to June 2025", "3-14 July", "between April and June", "2023/24 to 2024/25". */
export function range(reader: Reader, at: number): Found | null {
  const between = atomAt(reader.atoms, at).text === 'between' && !APART.includes(atomAt(reader.atoms, at - 1).text);
  const start = between ? at + 1 : skip(reader.atoms, at, 'from');
  const onDays = rangeOf(reader, start, between, daysAt);
  const onAnything = rangeOf(reader, start, between, (place) => reader.simple(place));
  return longest([onDays, onAnything, dayNumbers(reader, start, between)].flatMap((found) => found ?? []));
}

function rangeOf(reader: Reader, at: number, between: boolean, read: (place: number, reader: Reader) => readonly Found[]): Found | null {
  return longest(read(at, reader).flatMap((left) => {
    const place = connected(reader, left.end, between);
    return place === null ? [] : read(place, reader).flatMap((right) => joined(left, right, reader.moment) ?? []);
  }));
}

/** Both ends as days written in numbers, so that "01/04 to 30/06" asks nothing. */
function daysAt(place: number, reader: Reader): readonly Found[] {
  const found = numericDayAndMonth(reader, place);
  return found === null ? [] : [found];
}

/** "3 to 14 July", "the 3rd - 14th July": the first day takes the month of the second. */
function dayNumbers(reader: Reader, at: number, between: boolean): Found | null {
  const start = skip(reader.atoms, at, 'the');
  const day = dayNumberAt(reader.atoms, start);
  const place = day === null ? null : connected(reader, start + 1, between);
  if (day === null || place === null) {
    return null;
  }
  return longest(reader.simple(skip(reader.atoms, place, 'the')).flatMap((right) => {
    const named = right.meaning.kind === 'named' && right.meaning.named.unit === 'day' ? right.meaning.named : null;
    const left: Found | null = named === null || named.day <= day ? null : { end: start + 1, meaning: { kind: 'named', named: { ...named, day } }, notes: [] };
    return left === null ? [] : joined(left, right, reader.moment) ?? [];
  }));
}

function connected({ atoms }: Reader, at: number, between: boolean): number | null {
  const upTo = after(atoms, at, 'up', 'to') ?? after(atoms, at, 'to', 'the', 'end', 'of') ?? after(atoms, at, 'to', 'end', 'of');
  const joins = TO.includes(atomAt(atoms, at).text) || (between && atomAt(atoms, at).text === 'and');
  return upTo ?? (joins ? at + 1 : null);
}

function joined(left: Found, right: Found, moment: Moment): Found | null {
  const notes = [...left.notes, ...right.notes];
  if (left.meaning.kind === 'ask' || right.meaning.kind === 'ask') {
    return askedRange(left.meaning, right.meaning, right.end, moment);
  }
  const ends = endsOf(left.meaning, right.meaning, moment);
  if (ends === null) {
    return null;
  }
  const [first, last] = ends[0].from <= ends[1].from ? ends : [ends[1], ends[0]];
  const wanted = rangePeriod(first.from, last.to >= first.to ? last.to : first.to);
  const undated = yearOf(left.meaning) === null && yearOf(right.meaning) === null;
  const earlier = undated && isMostlyAhead(wanted, moment) ? aYearEarlier(left.meaning, right.meaning, first.from) : null;
  return earlier === null ? foundPeriod(right.end, wanted, notes)
    : foundAsk(right.end, 'Which year?', [earlier.label, wanted.label]);
}

/** The two ends as periods, each lending the other the year it lacks. */
function endsOf(left: Meaning, right: Meaning, moment: Moment): readonly [Period, Period] | null {
  const [leftName, rightName] = [nameOf(left), nameOf(right)];
  const [leftYear, rightYear] = [yearOf(left), yearOf(right)];
  if (leftName !== null && leftYear === null && right.kind !== 'ask' && (rightYear !== null || rightName === null)) {
    const last = periodOf(right, moment);
    const first = last === null ? null : latestBy(leftName, last.from);
    return first === null || last === null ? null : [first, last];
  }
  const first = leftName === null ? periodOf(left, moment) : namedPeriod(leftName, moment);
  const last = first === null ? null
    : rightName !== null && rightYear === null ? firstFrom(rightName, first.from) : periodOf(right, moment);
  return first === null || last === null ? null : [first, last];
}

/** Without a year, a range that has begun but lies mostly ahead may as well be last year's, unless it is all booked. */
function isMostlyAhead(range: Period, moment: Moment): boolean {
  const { today } = moment;
  const isBooked = looksAhead(moment) && range.to <= moment.held.bookedTo;
  return !isBooked && daysBetween(today, range.to) > daysBetween(range.from, today) + 1;
}

function aYearEarlier(left: Meaning, right: Meaning, from: Day): Period | null {
  const [leftName, rightName] = [nameOf(left), nameOf(right)];
  const first = leftName === null ? null : latestBy(leftName, addMonths(from, -12));
  const last = first === null || rightName === null ? null : firstFrom(rightName, first.from);
  return first === null || last === null ? null : rangePeriod(first.from, last.to);
}

function askedRange(left: Meaning, right: Meaning, end: number, moment: Moment): Found | null {
  const texts = (meaning: Meaning): readonly string[] => (meaning.kind === 'ask' ? meaning.options : [spoken(meaning, moment)]);
  const [lefts, rights] = [texts(left), texts(right)];
  // In "Q1 to Q3 2025" the calendar's own quarters would leave Q1 behind: they are offered only where both ends are asked.
  const undated = yearOf(left) === null || yearOf(right) === null;
  const options = Array.from({ length: Math.max(lefts.length, rights.length) }, (_, index) => index).flatMap((index) => {
    const [first, last] = [lefts[index] ?? lefts.at(-1) ?? '', rights[index] ?? rights.at(-1) ?? ''];
    return undated && (first.includes(' to ') || last.includes(' to ')) ? [] : [`${optionEnds(first).first} to ${optionEnds(last).last}`];
  });
  return foundAsk(end, left.kind === 'ask' ? left.ask : right.kind === 'ask' ? right.ask : 'Which period?', options);
}

/** One end in words: without its year where none was said, so that the other end may lend its own. */
function spoken(meaning: Meaning, moment: Moment): string {
  const label = (periodOf(meaning, moment)?.label ?? '').replace(/ \(.*$/, '');
  const named = nameOf(meaning);
  if (named === null || named.year !== null) {
    return label;
  }
  return named.unit === 'financial-month' ? `M${named.number}` : label.replace(/ \d{4}(?:\/\d{2})?$/, '');
}

function nameOf(meaning: Meaning): Named | null {
  return meaning.kind === 'named' ? meaning.named : null;
}

/** The year said with a name; a period read from the clock is never without one. */
function yearOf(meaning: Meaning): number | null {
  return meaning.kind === 'named' ? meaning.named.year : 0;
}
