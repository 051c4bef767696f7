const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['january', 'jan'], ['february', 'feb'], ['march', 'mar'], ['april', 'apr'], ['may'], ['june', 'jun'],
    ['july', 'jul'], ['august', 'aug'], ['september', 'sept', 'sep'], ['october', 'oct'], ['november', 'nov'],
    ['december', 'dec'],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    ['monday', 'mon'], ['tuesday', 'tue', 'tues'], ['wednesday', 'wed', 'weds'], ['thursday', 'thu', 'thur', 'thurs'],
    ['friday', 'fri'], ['saturday', 'sat'], ['sunday', 'sun'],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

const NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
    'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty',
  ].map((name, index): [string, number] => [name, index + 1]),
);

const PLACES: ReadonlyMap<string, number> = new Map(
  [
    'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth',
    'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth',
  ].map((name, index): [string, number] => [name, index + 1]),
);

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['day', 'day'], ['days', 'day'],
  ['week', 'week'], ['weeks', 'week'], ['wk', 'week'], ['wks', 'week'],
  ['month', 'month'], ['months', 'month'], ['mth', 'month'], ['mths', 'month'], ['m', 'month'],
  ['quarter', 'quarter'], ['quarters', 'quarter'], ['qtr', 'quarter'], ['qtrs', 'quarter'],
  ['year', 'year'], ['years', 'year'], ['yr', 'year'], ['yrs', 'year'],
]);

/** 1 to 12, or null for a word that names no month. */
export function monthWord(word: string): number | null {
  return MONTHS.get(word) ?? null;
}

/** 1 for Monday to 7, or null. */
export function weekdayWord(word: string): number | null {
  return WEEKDAYS.get(word) ?? null;
}

/** Short forms that are too often something else to stand alone: "where we sat". */
const UNSURE_WEEKDAYS: ReadonlySet<string> = new Set(['sat', 'sun']);

/** What goes on every week: "fri lists" are as often those of all Fridays. */
const WEEKLY: ReadonlySet<string> = new Set(['clinics', 'lists', 'sessions', 'slots']);

/** Whether a word can only be one weekday, whatever stands around it but the word after it. */
export function isSureWeekday(word: string, next: string): boolean {
  return WEEKDAYS.has(word) && (word.endsWith('day') || (!UNSURE_WEEKDAYS.has(word) && !WEEKLY.has(next)));
}

/** "twelve" → 12, up to twenty, or null. */
export function numberWord(word: string): number | null {
  return NUMBERS.get(word) ?? null;
}

/** "second" → 2, up to twentieth, or null. */
export function placeWord(word: string): number | null {
  return PLACES.get(word) ?? null;
}

/** The unit that a word names, singular or plural, or null. */
export function unitWord(word: string): Unit | null {
  return UNITS.get(word) ?? null;
}
