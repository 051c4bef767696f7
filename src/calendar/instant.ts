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
