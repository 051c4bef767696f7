/**
 * Words in brackets behind others, and never brackets within brackets, which nobody can read aloud: those that the words
 * bring along become commas ('appendix 3 ("from 8% to 5%")' → '(appendix 3, "from 8% to 5%")'), and money or a number
 * below plan, which stands in brackets by itself, gets its minus: "((£44,493))" → "(−£44,493)".
 */
export function inBrackets(words: string): string {
  return `(${withoutBrackets(words)})`;
}

/** The same behind words that may end in brackets of their own, which are then made one: "(year to date; to 10 July 2024 only)". */
export function withBrackets(lead: string, words: string): string {
  if (lead === '') {
    return inBrackets(words);
  }
  return ENDS_IN_WORDS.test(lead) ? `${lead.slice(0, -1)}; ${withoutBrackets(words)})` : `${lead} ${inBrackets(words)}`;
}

/** Brackets at the end that hold words, and no figure below nought. */
const ENDS_IN_WORDS = /\((?!£?[\d.,]+m?\))[^()]*\)$/;

/** A figure below nought: money, or a number that stands where only a figure does. */
const BELOW_NOUGHT = /\((£[\d,.]+m?)\)|(?<=^|\b(?:to|down|up) )\(([\d,.]+)\)/g;

function withoutBrackets(words: string): string {
  const figures = words.replace(BELOW_NOUGHT, (_whole, money?: string, number?: string) => `−${money ?? number ?? ''}`);
  const once = figures.replace(/ ?\(([^()]*)\)/g, ', $1').replace(/^, /, '');
  return once === words ? words : withoutBrackets(once);
}
