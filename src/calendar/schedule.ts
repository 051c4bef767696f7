import { DateTime } from 'luxon';
import { addDays, dayOf, monthEnd, monthOf, weekday, yearOf, type Day } from './day';
import { isWorkingDay } from './working-day';

/** When something is posted, by the clock of a place. */
export interface Schedule {
  /** `working-day`: Monday to Friday that is no bank holiday in England. */
  readonly every: 'week' | 'month' | 'working-day';
  /** The weekday, 1 for Monday to 7, or the day of the month, 31 for its last; null for every working day. */
  readonly on: number | null;
  /** "08:00" */
  readonly at: string;
  /** "Europe/London" */
  readonly zone: string;
}

/** One time at which something is due. Its date names it: whatever becomes of the hour, a day has one. */
export interface Slot {
  readonly day: Day;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The slots of a schedule after `after` and up to `upTo`, both in milliseconds since 1970, in order.
 * A time that the clocks leave out comes as much later as they leave out; one that comes twice is its first.
 */
export function slotsBetween(schedule: Schedule, after: number, upTo: number): readonly Slot[] {
  const { zone, at } = schedule;
  const first = dayIn(zone, after);
  const last = dayIn(zone, upTo);
  const slots: Slot[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const due = isDueOn(schedule, day) ? instantOf(day, at, zone) : null;
    if (due !== null && due > after && due <= upTo) {
      slots.push({ day, at: due });
    }
  }
  return slots;
}

/** The first slot after an instant, in milliseconds since 1970. */
export function nextSlot(schedule: Schedule, after: number): Slot {
  const first = dayIn(schedule.zone, after);
  // A working day is never further off than a week, nor a day of the month than two months.
  for (let day = first, left = 70; left > 0; day = addDays(day, 1), left -= 1) {
    const at = isDueOn(schedule, day) ? instantOf(day, schedule.at, schedule.zone) : 0;
    if (at > after) {
      return { day, at };
    }
  }
  throw new RangeError(`a schedule without a slot: ${JSON.stringify(schedule)}`);
}

/** When the slot of a day is by a schedule that may have changed since it was planned; its own day only. */
export const dueOn = ({ at, zone }: Schedule, day: Day): number => instantOf(day, at, zone);

/** The day it is at an instant by the clock of a zone. */
export const dayIn = (zone: string, at: number): Day => DateTime.fromMillis(at, { zone }).toISODate() ?? dayOf(1970, 1, 1);

/** Whether a zone is one that the tz database knows, such as "Europe/London". */
export const isZone = (zone: string): boolean => DateTime.local({ zone }).isValid;

/** Whether a day has a slot. */
export function isDueOn({ every, on }: Schedule, day: Day): boolean {
  switch (every) {
    case 'week': return weekday(day) === on;
    case 'month': return dayOf(yearOf(day), monthOf(day), Math.min(on ?? 1, Number(monthEnd(day).slice(8)))) === day;
    case 'working-day': return isWorkingDay(day);
  }
}

function instantOf(day: Day, at: string, zone: string): number {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return Math.min(...DateTime.fromObject({ year, month, day: date, hour, minute }, { zone }).getPossibleOffsets().map((one) => one.toMillis()));
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** "every Monday at 08:00", "on the 3rd of every month at 07:30", "on the last day of every month at 08:00", "every working day at 07:15"; the zone where it is not Europe/London. */
export function scheduleWords({ every, on, at, zone }: Schedule): string {
  const place = zone === 'Europe/London' ? '' : ` (${zone.replaceAll('_', ' ')})`;
  switch (every) {
    case 'week': return `every ${WEEKDAYS[(on ?? 1) - 1] ?? ''} at ${at}${place}`;
    case 'month': return on === 31 ? `on the last day of every month at ${at}${place}` : `on the ${ordinal(on ?? 1)} of every month at ${at}${place}`;
    case 'working-day': return `every working day at ${at}${place}`;
  }
}

function ordinal(day: number): string {
  const teen = day % 100 > 10 && day % 100 < 14;
  return `${day}${teen ? 'th' : ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'}`;
}
