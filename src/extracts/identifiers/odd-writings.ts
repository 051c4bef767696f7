/** Zeros and nines stand for a number that is not known, and have a valid check digit. */
export const ALL_THE_SAME = /^(\d)\1*$/;

const DAY = '(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])';
const GAP = '[ \\t\\x{A0}\\x{2000}-\\x{200A}\\x{202F},_]?';

/**
 * Whole values that may be ten digits in a writing that is not an NHS number's own, as patterns of the engine's (RE2): in
 * other groups, behind zeros, with an exponent, in digits of full width, or run together with a day.
 */
export const ODDLY_WRITTEN: readonly string[] = [
  `^ *0{0,8}[0-9](?:${GAP}[0-9]){9} *$`,
  '^ *[0-9]{4}[-./][0-9]{3}[-./][0-9]{3} *$',
  '^ *[0-9][.][0-9]{7,9}[eE][+]?0?9 *$',
  `^ *(?:[0-9]{10}${DAY}|${DAY}[0-9]{10}) *$`,
  '[\\x{FF10}-\\x{FF19}]',
];

const GROUPED = /^0{0,8}(\d(?:[ \t,_]?\d){9})$|^(\d{4}[-./]\d{3}[-./]\d{3})$/;
const WITH_EXPONENT = /^(\d)\.(\d{7,9})e\+?0?9$/i;
const BEFORE_A_DAY = new RegExp(`^(\\d{10})${DAY}$`);
const AFTER_A_DAY = new RegExp(`^${DAY}(\\d{10})$`);

/** The different ten-digit numbers that values without blanks around them hold in odd writings, one set for each kind of writing. */
export function oddNumbersOf(values: readonly string[]): readonly ReadonlySet<string>[] {
  const kinds: readonly ((value: string) => string | undefined)[] = [
    (value) => {
      const [, padded, dashed] = GROUPED.exec(value) ?? [];
      const [, first, rest = ''] = WITH_EXPONENT.exec(value) ?? [];
      return (padded ?? dashed)?.replace(/\D/g, '') ?? (first === undefined ? undefined : first + rest.padEnd(9, '0'));
    },
    (value) => BEFORE_A_DAY.exec(value)?.[1],
    (value) => AFTER_A_DAY.exec(value)?.[1],
  ];
  return kinds.map((numberIn) => new Set(values.flatMap((value) => numberIn(value) ?? []).filter((digits) => !ALL_THE_SAME.test(digits))));
}
