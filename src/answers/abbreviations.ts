import type { Abbreviation } from '../catalogue/abbreviation';
import type { Catalogue } from '../catalogue/catalogue';

/** Most that a card explains. */
const MOST = 6;

/** The letters in some texts that need their words said: those that stand in them, and whose words stand nowhere beside them. */
export function lettersIn({ abbreviations }: Pick<Catalogue, 'abbreviations'>, texts: readonly string[], most = MOST): readonly Abbreviation[] {
  const all = texts.join('\n');
  const said = all.toLocaleLowerCase('en-GB');
  return abbreviations.filter(({ short, words }) => isIn(short, all) && !said.includes(words.toLocaleLowerCase('en-GB'))).slice(0, most);
}

/** What letters stand for, as one line: "DNA: did not attend; CMG: clinical management group." Nothing where there are none. */
export function glossaryOf(letters: readonly Abbreviation[]): readonly string[] {
  return letters.length === 0 ? [] : [`${letters.map(({ short, words }) => `${short}: ${words}`).join('; ')}.`];
}

/** Those letters that stand in a title, and those that stand elsewhere. */
export function splitByTitle(letters: readonly Abbreviation[], title: string): { readonly inTitle: readonly Abbreviation[]; readonly elsewhere: readonly Abbreviation[] } {
  return { inTitle: letters.filter(({ short }) => isIn(short, title)), elsewhere: letters.filter(({ short }) => !isIn(short, title)) };
}

/** Those letters that stand in a text. */
export const lettersOf = (letters: readonly Abbreviation[], text: string): readonly Abbreviation[] => letters.filter(({ short }) => isIn(short, text));

/** A plural is the same: "RTTs", "CMGs". */
function isIn(short: string, text: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${short.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}s?(?![\\p{L}\\p{N}])`, 'u').test(text);
}
