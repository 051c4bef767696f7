import { addMonths, earlierDay, monthEnd, monthStart, yearOf, type Day } from '../../calendar/day';

/** What the extracts hold: first and last day looking back, last day booked ahead, first day dated to the day. */
export interface Held {
  readonly from: Day;
  readonly to: Day;
  readonly bookedTo: Day;
  readonly dailyFrom: Day | null;
}

/** What a period is read against: the day of asking and what is held. */
export interface Moment {
  readonly today: Day;
  readonly held: Held;
}

/** The latest day held. When the clock is set back into the middle of the data, days after the clock do not count. */
export function latestDayHeld({ today, held }: Moment): Day {
  return today >= held.from ? earlierDay(held.to, today) : held.to;
}

/** The first day of the latest month held to its end; where none is whole, of the latest month held at all. */
export function latestMonthHeld(moment: Moment): Day {
  const latest = latestDayHeld(moment);
  const month = monthStart(latest);
  if (latest === monthEnd(latest)) {
    return month;
  }
  const before = addMonths(month, -1);
  return before >= moment.held.from ? before : month;
}

/** Whether any day from `from` to `to` is held. */
export function holdsAny(moment: Moment, from: Day, to: Day): boolean {
  return moment.held.from <= to && latestDayHeld(moment) >= from;
}

/** Years before now that two digits may stand for, where the extracts do not go back further. */
const YEARS_BACK = 7;

/** Whether two digits are likely to mean this year: "May 24" is a month where 2024 is near, "July 14" may be a day. */
export function isNearYear(year: number, { today, held }: Moment): boolean {
  return year >= Math.min(yearOf(held.from), yearOf(today) - YEARS_BACK) && year <= yearOf(today) + 1;
}
