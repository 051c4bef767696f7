import type { CanonicalColumn } from '../catalogue/canonical-table';
import { messageOf } from './fault';

const LONGEST_VALUE = 40;
const HIDDEN_NUMBER = '(a number that is not shown)';
const HIDDEN_TEXT = '(text that is not shown)';

/** Three, three and four digits, close together or set apart: how an NHS number is written. Fit for the engine too. */
export const LIKE_NHS_NUMBER = '[0-9]{3}[ .-]{0,3}[0-9]{3}[ .-]{0,3}[0-9]{4}';
/** Hospital numbers and dates of birth have fewer digits than an NHS number, and are as personal. */
const PERSONAL_NUMBER = `${LIKE_NHS_NUMBER}|[0-9]{7}`;
const LIKE_PERSONAL_NUMBER = new RegExp(PERSONAL_NUMBER);

const MONTH_NAME = /(?<!\p{L})(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?!\p{L})/giu;

/** A value from a file as it may be shown to people: short, on one line, and never anything like a person's number. */
export function shown(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  if (LIKE_PERSONAL_NUMBER.test(line)) {
    return HIDDEN_NUMBER;
  }
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE)}…` : line;
}

/** A value that could not be read as its column's type: words where a date or number belongs may be somebody's name. */
export function shownUnread(column: CanonicalColumn, value: string): string {
  const words = column.type === 'text' ? '' : value.replace(MONTH_NAME, '');
  return /\p{L}/u.test(words) ? HIDDEN_TEXT : shown(value);
}

/** A value where a code belongs. Words, several of them, or an address may be somebody's. */
export function shownCode(value: string): string {
  return LIKE_PERSONAL_NUMBER.test(value.replace(/\s+/g, ' ')) ? HIDDEN_NUMBER : /\p{L}{4}|[\s,@]/u.test(value) ? HIDDEN_TEXT : shown(value);
}

/** An engine's error as it may be shown: its first line, without values that must not be seen or where files lie. */
export function shownReason(error: unknown): string {
  const line = messageOf(error).split('\n', 1)[0] ?? '';
  return line.replace(/(["'])(?:[A-Za-z]:)?[\\/](?:(?!\1).)*\1/g, '(a path)')
    .replace(/(?<![^\s"'(=])(?:[A-Za-z]:)?(?:[\\/][^\s\\/"':)]+){2,}[\\/]?/g, '(a path)')
    .replace(/\bstring (["'])((?:(?!\1).)*)\1/g, (_, quote: string, value: string) => `string ${quote}${shownCode(value)}${quote}`)
    .replace(/'[^']*'/g, (quoted) => `'${shown(quoted.slice(1, -1))}'`)
    .replace(new RegExp(`(?:${PERSONAL_NUMBER})[0-9]*`, 'g'), HIDDEN_NUMBER);
}
