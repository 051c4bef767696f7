import { addDays, type Day } from '../../../src/calendar/day';
import { findPeriods } from '../../../src/language/periods/find-period';
import type { Held } from '../../../src/language/periods/moment';
import type { PeriodReading } from '../../../src/language/periods/period-reading';

/** What the demonstration trust holds as of a day: monthly counts from April 2019, nightly rows to yesterday. */
export function heldOn(today: Day): Held {
  return { from: '2019-04-01', to: addDays(today, -1), bookedTo: addDays(today, -1), dailyFrom: '2024-04-01' };
}

/** The same for what looks ahead: lists are booked for so many days from today. */
export function bookedOn(today: Day, daysAhead: number): Held {
  return { ...heldOn(today), bookedTo: addDays(today, daysAhead) };
}

/** The readings of a phrase as a question's words would give them. */
export function readPhrase(phrase: string, today: Day, held: Held = heldOn(today)): readonly PeriodReading[] {
  return findPeriods(phrase.toLowerCase().split(' '), held, today);
}

/** Readings in one line each: "from to grain" or "? option | option". */
export function told(readings: readonly PeriodReading[]): readonly string[] {
  return readings.map((reading) => reading.kind === 'ask'
    ? `? ${reading.options.join(' | ')}`
    : `${reading.period.from} ${reading.period.to} ${reading.period.grain}`);
}
