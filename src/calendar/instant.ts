import { DateTime } from 'luxon';

const ZONE = 'Europe/London';

/**
 * Reads an ISO 8601 date and time as an instant in milliseconds since 1970. Without a zone it is Europe/London's clock;
 * a date alone is its midnight. Null where the text is not one.
 */
export function londonInstant(text: string): number | null {
  const read = DateTime.fromISO(text, { zone: ZONE });
  return read.isValid ? read.toMillis() : null;
}

/**
 * The same of a time that has been: where the clock goes back it is there twice, and the later one is meant that is not
 * after `at`, in milliseconds since 1970.
 */
export function londonInstantBefore(text: string, at: number): number | null {
  const first = londonInstant(text);
  const again = first === null ? null : DateTime.fromMillis(first, { zone: ZONE }).plus({ hours: 1 });
  const isTwice = first !== null && again !== null && again.hour === DateTime.fromMillis(first, { zone: ZONE }).hour;
  return isTwice && again.toMillis() <= at ? again.toMillis() : first;
}

/** "1 November 2026 at 06:12", by Europe/London's clock; empty for what is no instant. `at` is in milliseconds since 1970. */
export function londonTime(at: number): string {
  const read = Number.isNaN(at) ? null : DateTime.fromMillis(at, { zone: ZONE, locale: 'en-GB' });
  return read?.isValid === true ? read.toFormat("d MMMM yyyy 'at' HH:mm") : '';
}

/** London's clock to the minute, "2026-11-27T09:42". `at` is in milliseconds since 1970. */
export function londonClock(at: number): string {
  return DateTime.fromMillis(at, { zone: ZONE }).toFormat("yyyy-MM-dd'T'HH:mm");
}
