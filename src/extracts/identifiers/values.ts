import { isNhsNumber } from '../../catalogue/persons/nhs-number';
import { POSTCODE_AREAS } from '../../catalogue/persons/postcode-areas';
import { isBeyondChance } from './beyond-chance';
import { arePeople, type Counted } from './names';
import { ALL_THE_SAME, ODDLY_WRITTEN, oddNumbersOf } from './odd-writings';

/** What a column holds that may be of a person. */
export interface Suspects {
  /** The header, which may speak of a place. */
  readonly header: string;
  /** Rows with a value. */
  readonly filled: number;
  /** Values that match LIKELY, but for plain ten-digit numbers. */
  readonly values: readonly Counted[];
  /** Different values that are ten digits and nothing else, and how many of them are NHS numbers. */
  readonly tenDigits: { readonly all: number; readonly valid: number; /** Whether no row holds anything else. */ readonly alone: boolean };
}

const SPACES = ' \\x{A0}\\x{2000}-\\x{200A}\\x{202F}';
const BLANK = `[${SPACES}\\t\\x{2010}-\\x{2015}/_,-]`;
const LAST_CENTURY = '19[0-9]{2}';

/** A value that needs a second look: a pattern of the engine's (RE2), tried on every value of a file. */
export const LIKELY = [
  // An NHS number, alone or in a text.
  `(?:^|[^0-9.]|(?:^|[^0-9])[.])[0-9]{3}(?:${BLANK}{0,3}[0-9]{3}${BLANK}{0,3}|[.][0-9]{3}[.])[0-9]{4}(?:[^0-9]|$)`,
  // An NHS number in a writing that is not its own.
  ...ODDLY_WRITTEN,
  // A telephone number.
  '(?:^|[^0-9.])(?:(?:[+] ?44|0044)[ ()0]{0,5}|[(]?0)[1-378][0-9]{1,4}[) -]{0,2}[0-9]{3,4}[ -]?[0-9]{3,4}(?:[^0-9]|$)',
  // An e-mail address.
  '[A-Za-z0-9_]@[A-Za-z0-9]',
  // A postcode, in a text where it is parted, or for a code.
  `(?:^|[^A-Za-z0-9])[A-Za-z]{1,2}[0-9][0-9A-Za-z]?[${SPACES}-]{1,3}[0-9][A-Za-z]{2}(?:[^A-Za-z0-9]|$)`,
  '^ *[A-Za-z]{1,2}[0-9][0-9A-Za-z]?_?[0-9][A-Za-z]{2} *$',
  // Words alone, as names are. A class of all the letters there are would take the engine a hundred times as long.
  '^[^0-9]+$',
  // A day of the last century.
  `^ *(?:${LAST_CENTURY}[-/.]?(?:0[1-9]|1[0-2])[-/.]?[0-3][0-9]|[0-3][0-9][01][0-9]${LAST_CENTURY}|[0-3]?[0-9](?:[-/. ][01]?[0-9][-/. ]|[-/. ]?[A-Za-z]{3,9}[-/. ]?)(?:${LAST_CENTURY}|[4-9][0-9]))(?:[ T].*)?$`,
].join('|');

const NHS = /(?<!\d)(?<!\d\.)(\d{3})([ \t\u00a0\u2010-\u2015/.,_-]{0,3})(\d{3})([ \t\u00a0\u2010-\u2015/.,_-]{0,3})(\d{4})(?!\d|\.\d*[1-9])/g;
/** Commas and underscores part the numbers of a list too: those of one number stand alone and alike. */
const ofAList = (gap: string, other: string): boolean => /[,_]/.test(gap + other) && (gap !== other || gap.length > 1);
const SAID_TO_BE = /\bnhs[^\d]{0,20}$/i;
const EMAIL = /[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+/i;
/** No letter touches it: hashes, which pseudonyms are, hold every stretch of digits. */
const PHONE = /(?<![\d.a-z])(?:(?:\+ ?44|0044)[ ()0]{0,5}|\(?0)[1-378]\d{1,4}[) -]{0,2}\d{3,4}[ -]?\d{3,4}(?![\da-z])/i;
/** RFC 9562. */
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const UNIT = '(?!(?:st|nd|rd|th|hr|yr|wk|ug)(?![a-z\\d]))[abd-hjlnp-uw-z]{2}';
const AREA = `(?:${POSTCODE_AREAS}|ZZ)`;
const WHOLE_POSTCODE = new RegExp(`^${AREA}\\d[a-z\\d]?[ \u00a0-]{1,3}\\d${UNIT}$`, 'i');
const POSTCODE_IN_TEXT = new RegExp(`(?<![A-Za-z\\d])${AREA}\\d[A-Z\\d]?[ \u00a0]{1,3}\\d${UNIT.replace('abd-hjlnp-uw-z', 'ABD-HJLNP-UW-Z').replace('st|nd|rd|th|hr|yr|wk|ug', 'ST|ND|RD|TH|HR|YR|WK|UG')}(?![A-Za-z\\d])`);
const POSTCODE_FOR_A_CODE = new RegExp(`^${AREA}\\d[a-z\\d]?_?\\d${UNIT}$`, 'i');
const OF_A_PLACE = /site|location|hospital|address|residence|home/i;

const OLD_DAY = new RegExp(`^(?:${LAST_CENTURY}[-/.]?(?:0[1-9]|1[0-2])[-/.]?[0-3]\\d|[0-3]\\d[01]\\d${LAST_CENTURY}|[0-3]?\\d(?:[-/. ][01]?\\d[-/. ]|[-/. ]?[A-Za-z]{3,9}[-/. ]?)(?:${LAST_CENTURY}|[4-9]\\d))(?:[ T].*)?$`);

/** What of a person a column holds by its values, in the plural; null where they are nobody's. */
export function identifierByValue({ header, filled, values, tenDigits }: Suspects): string | null {
  // Digits of full width and the many spaces become plain ones (Unicode's form NFKC).
  const trimmed = values.map(({ value, rows }) => ({ value: value.normalize('NFKC').trim(), rows }));
  const matching = (pattern: RegExp): { readonly different: number; readonly share: number } => {
    const found = trimmed.filter(({ value }) => pattern.test(value));
    return { different: found.length, share: found.reduce((total, { rows }) => total + rows, 0) / filled };
  };
  if (areNhsNumbers(trimmed, tenDigits)) {
    return 'NHS numbers';
  }
  if (matching(EMAIL).different > 0) {
    return 'e-mail addresses';
  }
  const forCodes = matching(POSTCODE_FOR_A_CODE);
  if (matching(WHOLE_POSTCODE).different > 0 || matching(POSTCODE_IN_TEXT).different > 0
    || forCodes.share >= 0.5 || (forCodes.different > 0 && OF_A_PLACE.test(header))) {
    return 'postcodes';
  }
  if (areTelephoneNumbers(trimmed, filled)) {
    return 'telephone numbers';
  }
  const old = matching(OLD_DAY);
  if (old.different >= 3 && old.share >= 0.2) {
    return 'dates of birth';
  }
  return arePeople(trimmed, filled) ? 'names' : null;
}

/** Parted numbers and those that are said to be NHS numbers tell most; ten digits alone are the keys of many systems. */
function areNhsNumbers(values: readonly Counted[], tenDigits: Suspects['tenDigits']): boolean {
  const parted = new Set<string>();
  const inText = new Set<string>();
  for (const { value } of values) {
    for (const { 1: first = '', 2: gap, 3: second = '', 4: other, 5: last = '', index } of value.matchAll(NHS)) {
      const digits = `${first}${second}${last}`;
      if (!ALL_THE_SAME.test(digits) && !ofAList(gap ?? '', other ?? '')) {
        (gap !== '' || other !== '' || SAID_TO_BE.test(value.slice(0, index)) ? parted : inText).add(digits);
      }
    }
  }
  const valid = (numbers: ReadonlySet<string>): number => [...numbers].filter(isNhsNumber).length;
  const odd = oddNumbersOf(values.map(({ value }) => value).filter((value) => value.search(NHS) < 0));
  // Two are valid by chance once in 121 times: enough only where the column holds nothing else.
  return isBeyondChance(tenDigits.valid, tenDigits.all, tenDigits.alone && tenDigits.valid === tenDigits.all ? 0.02 : 0.005)
    || odd.some((numbers) => isBeyondChance(valid(numbers), numbers.size, 0.005))
    || isBeyondChance(valid(parted), parted.size, 0.1) || isBeyondChance(valid(inText), inText.size, 0.02);
}

/** A number that is written in groups is one; eleven digits without a gap may be a key. */
function areTelephoneNumbers(values: readonly Counted[], filled: number): boolean {
  const numbers = values.filter(({ value }) => !UUID.test(value)).flatMap(({ value, rows }) => {
    const [found] = PHONE.exec(value) ?? [];
    const digits = found?.replace(/^(?:\+ ?44|0044)[ ()0]*/, '0').replace(/\D/g, '').length ?? 0;
    return digits === 10 || digits === 11 ? [{ rows, isGrouped: /[ +()-]/.test(found ?? '') || found !== value }] : [];
  });
  const grouped = numbers.filter(({ isGrouped }) => isGrouped);
  const share = (some: readonly { readonly rows: number }[]): number => some.reduce((total, { rows }) => total + rows, 0) / filled;
  return grouped.length >= 2 || share(grouped) >= 0.2 || (numbers.length >= 3 && share(numbers) >= 0.5);
}
