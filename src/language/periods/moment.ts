import { addDays, addMonths, daysBetween, earlierDay, laterDay, monthEnd, monthStart, yearOf, type Day } from '../../calendar/day';

/**
 * What the extracts hold for what is asked: first and last day looking back, last day booked ahead (`to` where nothing
 * asked for looks ahead), first day dated to the day.
 */
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

/** Whether what is asked is held for days that have not come yet: lists and clinics booked ahead. */
export function looksAhead({ held }: Moment): boolean {
  return held.bookedTo > held.to;
}

/** Whether any day from `from` to `to` is held, days booked ahead among them. */
export function holdsAny(moment: Moment, from: Day, to: Day): boolean {
  const latest = latestDayHeld(moment);
  const last = looksAhead(moment) ? laterDay(latest, moment.held.bookedTo) : latest;
  return moment.held.from <= to && last >= from;
}

/** Days: so far ahead a day or a week is spoken of before it has come, and before its lists are booked. */
export const SOON = 28;

/** Whether a day to come is booked already or soon, and nearer than the end of what it may be taken for. */
export function comesSooner(moment: Moment, coming: Day, gone: Day | null): boolean {
  return looksAhead(moment) && coming <= laterDay(moment.held.bookedTo, addDays(moment.today, SOON))
    && (gone === null || daysBetween(moment.today, coming) < daysBetween(gone, moment.today));
}

/** Years before now that two digits may stand for, where the extracts do not go back further. */
const YEARS_BACK = 7;

/** Whether two digits are likely to mean this year: "May 24" is a month where 2024 is near, "July 14" may be a day. */
export function isNearYear(year: number, { today, held }: Moment): boolean {
  return year >= Math.min(yearOf(held.from), yearOf(today) - YEARS_BACK) && year <= yearOf(today) + 1;
}
