/** Fewer letters than these are short for too much. */
const SHORTEST = 4;
/** In a word of this length or more some vowels may be left out and others kept: "wdnsday". */
const LONG = 8;
const VOWELS: ReadonlySet<string> = new Set('aeiou');

/**
 * The known words that a typed one is once its vowels are put back: "ystrdy", "crdlgy". It begins as they do, has their
 * consonants in their order, each double one once or twice, and none of its own vowels stands where they have none.
 */
export function withVowels(typed: string, known: readonly string[]): readonly string[] {
  const bare = ![...typed].some((letter) => VOWELS.has(letter));
  return typed.length < SHORTEST ? [] : known.filter((word) => (
    word.length > typed.length + (bare ? 0 : 1) && (bare || word.length >= LONG) && word[0] === typed[0] && isLeft(typed, word)));
}

/** Whether a word with some of its vowels left out, and one of two like consonants, is what was typed. */
function isLeft(typed: string, word: string): boolean {
  let at = 0;
  for (let place = 0; place < word.length; place += 1) {
    const letter = word.charAt(place);
    if (letter === typed[at]) {
      at += 1;
    } else if (!VOWELS.has(letter) && letter !== word[place - 1]) {
      return false;
    }
  }
  return at === typed.length;
}
