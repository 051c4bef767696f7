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

/** "1 November 2026 at 06:12", by Europe/London's clock; empty for what is no instant. `at` is in milliseconds since 1970. */
export function londonTime(at: number): string {
  const read = Number.isNaN(at) ? null : DateTime.fromMillis(at, { zone: ZONE, locale: 'en-GB' });
  return read?.isValid === true ? read.toFormat("d MMMM yyyy 'at' HH:mm") : '';
}
