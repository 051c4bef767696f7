const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
/** A financial year is nobody's number. */
const FINANCIAL_YEAR = /^\W*(?:fy)?(?:19|20)\d{2}[/-]\d{2}\W*$/i;
/** Digits that make a number of somebody's: fewer are a count, a code of a specialty, a year or a time of day. */
const MOST_DIGITS = 4;

/** What identifies a person by its form, wherever it stands. Digits are those of any script. */
const PATTERNS: readonly RegExp[] = [
  // Addresses of the web and of people, and mentions.
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|uk|gov|edu|nhs|io)\b\S*/giu,
  /\S*@\S*/gu,
  // NHS, hospital and telephone numbers, written together or in groups.
  /[+(]?\p{Nd}(?:[\s().+/-]*\p{Nd}){4,}/gu,
  // Days, which may be a birthday: 3/4/61, 3rd March 1961, March 3, 1961.
  /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/gu,
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ /.-]*${MONTH}\\.?,?[ /.-]*'?\\d{2,4}\\b`, 'giu'),
  new RegExp(`\\b${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}\\b`, 'giu'),
  // Postcodes. Source: the form of the Postcode Address File, without regard to which exist.
  /\b(?:gir ?0aa|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})\b/giu,
  // National insurance numbers.
  /\b[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b/giu,
];

/** A run of characters of a text, from `start` up to and without `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where a cleaned text holds something that identifies a person by its form: numbers, addresses, mentions, days. */
export function identifying(cleaned: string): readonly Stretch[] {
  const numbered = stretches(cleaned, /\S+/gu).filter(({ start, end }) => digitsIn(cleaned.slice(start, end)) > MOST_DIGITS);
  return [...PATTERNS.flatMap((pattern) => stretches(cleaned, pattern)), ...numbered]
    .filter(({ start, end }) => !FINANCIAL_YEAR.test(cleaned.slice(start, end)));
}

function stretches(cleaned: string, pattern: RegExp): Stretch[] {
  return [...cleaned.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function digitsIn(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0;
}
