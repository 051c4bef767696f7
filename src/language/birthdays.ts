/** Years before 2010 are nobody's reporting period here, and somebody's birthday. */
const YEAR = '(?:19\\d{2}|200\\d)';
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const NUMBERED_DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const BETWEEN = "[ ,./_'-]{0,3}";

/** A whole day of such a year, however it is written; or of a year of two figures that is still to come, so that it is of the last century. */
const BIRTHDAYS: readonly RegExp[] = [
  new RegExp(`(?<!\\d)\\d{1,2}[ ./_-]{1,3}\\d{1,2}[ ./_-]{1,3}${YEAR}(?!\\d)`),
  new RegExp(`(?<!\\d)${YEAR}[./_-]\\d{1,2}[./_-]\\d{1,2}(?!\\d)`),
  new RegExp(`(?<!\\d)${NUMBERED_DAY}${BETWEEN}(?:of )?${MONTH}${BETWEEN}${YEAR}(?!\\d)`, 'i'),
  new RegExp(`\\b${MONTH}${BETWEEN}${NUMBERED_DAY}[ ,./_'-]{1,3}${YEAR}(?!\\d)`, 'i'),
  new RegExp(`(?<!\\d)${YEAR}${BETWEEN}${MONTH}${BETWEEN}${NUMBERED_DAY}(?!\\d)`, 'i'),
  /(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1[3-9]\d(?![\d./-]*\d)/,
  new RegExp(`(?<![\\d./-])\\d{1,2}([./-])${MONTH}\\1[3-9]\\d(?!\\d)`, 'i'),
  // With the word for it, whatever the year: "born 3/4/61".
  /\bborn[ :,]{1,3}(?:on |in |the )?(?!20[1-9]\d\b)\d/i,
  /\b(?:dob|d\.o\.b|dates? of birth|born (?:on|in))\b/i,
];

/** Whether a cleaned question holds a date of birth, or asks for one. */
export function holdsABirthday(cleaned: string): boolean {
  return BIRTHDAYS.some((pattern) => pattern.test(cleaned));
}
