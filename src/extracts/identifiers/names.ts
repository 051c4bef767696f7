import { FORENAMES } from '../../catalogue/persons/forenames';
import { SURNAMES } from '../../catalogue/persons/surnames';

/** One of the values of a column and the rows that hold it. */
export interface Counted {
  readonly value: string;
  readonly rows: number;
}

const rowsIn = (values: readonly Counted[]): number => values.reduce((total, { rows }) => total + rows, 0);

const TITLED = /^(?:mr|mrs|miss|ms|mx|dr|prof|professor|sir|lady|rev|master)\.? +(?:\p{L}[\p{L}'’.-]* +){0,3}\p{L}[\p{L}'’-]+$|^\p{L}[\p{L}'’-]+,? (?:\p{L}[\p{L}'’.-]*,? ){0,2}\(?(?:mr|mrs|miss|ms|mx|dr|prof)\.?\)?$/iu;
/** Magnetic resonance, multiple sclerosis and diabetic retinopathy are written as titles are in capitals. */
const DOUBTFUL_TITLE = /^(?:MR|MS|DR) /;
const SURNAME_FIRST = /^(\p{Lu}[\p{Lu}'’ -]{3,}), ?\p{Lu}[\p{L}'’ .-]*$/u;
/** Words of places and services that are called after people. */
const PLACE = /\b(?:wards?|units?|clinics?|hospitals?|centres?|theatres?|suites?|house|wing|st|saint|practice|surger(?:y|ies)|health|medical|trust|nhs|road|street|building|lodge|court|rooms?|teams?|services?|department|school|care|group|day|scans?|scores?|tests?|disease|syndrome|procedure|operation|repair)\b/i;

const listed = (word: string | undefined): boolean => word !== undefined && (FORENAMES.has(word) || SURNAMES.has(word));

/**
 * Whether a value is one to four words, the first or last of which is a name. A caret parts the words of a name in HL7
 * messages. An underscore parts those of codes too ("LONG_STAY"), so that both ends must be names.
 */
function holdsAName(value: string): boolean {
  const text = value.replace(/[.,()^_]/g, ' ').trim();
  const words = text.toLowerCase().split(/\s+/);
  const ends = [listed(words[0]), listed(words.at(-1))];
  return words.length <= 4 && !PLACE.test(text) && (value.includes('_') ? words.length > 1 && ends.every(Boolean) : ends.some(Boolean));
}

/** Whether the values of a column of `filled` rows are people: by title, by "SURNAME, Forename", or by many common names. */
export function arePeople(values: readonly Counted[], filled: number): boolean {
  const titled = values.filter(({ value }) => TITLED.test(value) && !PLACE.test(value));
  if (rowsIn(titled) >= filled / 5 && titled.some(({ value }) => !DOUBTFUL_TITLE.test(value))) {
    return true;
  }
  const surnames = new Set(values.flatMap(({ value }) => SURNAME_FIRST.exec(value)?.[1] ?? []));
  if (surnames.size >= 3 && rowsIn(values.filter(({ value }) => SURNAME_FIRST.test(value))) >= filled * 0.8) {
    return true;
  }
  const named = values.filter(({ value }) => holdsAName(value));
  const whole = rowsIn(named.filter(({ value }) => /\p{L}[ ,^_]+\p{L}/u.test(value)));
  return (named.length >= 5 && rowsIn(named) >= filled / 10) || (whole >= 2 && whole >= filled / 2);
}
