const ONES: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9 };
const TEENS: Readonly<Record<string, number>> = { thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19 };
const TENS: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };

const of = (words: Readonly<Record<string, number>>): string => Object.keys(words).join('|');
const UP_TO_99 = `(?:(?:${of(TENS)})(?:[ -](?:${of(ONES)}))?|${of(TEENS)}|eleven|twelve|ten|${of(ONES)})`;
/** Numbers of more than one word, and single words from thirteen on; "one" to "twelve" are read as they are. */
const SPELT = new RegExp(`\\b(?:(?:(a|${of(ONES)}) hundred(?: and (${UP_TO_99}))?)|(${of(TENS)})(?:[ -](${of(ONES)}))?|(${of(TEENS)}))\\b`, 'gi');

/** Numbers spelt in words as figures: "fifty two week waits" → "52 week waits", "a hundred" → "100". */
export function inFigures(text: string): string {
  return text.replace(SPELT, (_all, hundreds: string | undefined, rest: string | undefined, tens: string | undefined, ones: string | undefined, teen: string | undefined) => {
    if (hundreds !== undefined) {
      return String((ONES[hundreds.toLowerCase()] ?? 1) * 100 + valueOf(rest));
    }
    return String(tens === undefined ? TEENS[(teen ?? '').toLowerCase()] ?? 0 : (TENS[tens.toLowerCase()] ?? 0) + (ONES[(ones ?? '').toLowerCase()] ?? 0));
  });
}

function valueOf(words: string | undefined): number {
  const [first = '', second = ''] = (words ?? '').toLowerCase().split(/[ -]/);
  const small: Readonly<Record<string, number>> = { ...ONES, ...TEENS, ...TENS, ten: 10, eleven: 11, twelve: 12 };
  return (small[first] ?? 0) + (ONES[second] ?? 0);
}
