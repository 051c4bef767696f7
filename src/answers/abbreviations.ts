import type { Catalogue } from '../catalogue/catalogue';

/** Most that a card explains. */
const MOST = 6;

/**
 * What the letters in some texts stand for, as one line: "DNA: did not attend; CMG: clinical management group". Nothing
 * where none has any, and nothing for letters whose words stand beside them.
 */
export function abbreviationsIn({ abbreviations }: Pick<Catalogue, 'abbreviations'>, texts: readonly string[]): readonly string[] {
  const all = texts.join('\n');
  const said = all.toLocaleLowerCase('en-GB');
  const used = abbreviations.filter(({ short, words }) => isIn(short, all) && !said.includes(words.toLocaleLowerCase('en-GB')));
  return used.length === 0 ? [] : [`${used.slice(0, MOST).map(({ short, words }) => `${short}: ${words}`).join('; ')}.`];
}

/** A plural is the same: "RTTs", "CMGs". */
function isIn(short: string, text: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${short.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}s?(?![\\p{L}\\p{N}])`, 'u').test(text);
}
