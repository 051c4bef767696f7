/** Whether a word as it was typed may be somebody's name: a capital, and no word that is known. */
export type IsName = (word: string) => boolean;

const CLOSING = '(?:many thanks|thanks (?:a lot|so much|in advance|again)|thanks|thank you|thx|ta(?: very much)?|cheers|(?:kind|best|warm) (?:regards|wishes)|regards|yours sincerely|bw|kr|rgds|best|br)';
const DEVICE = /(?:^|\s)(?:sent from my|get outlook for) \p{L}+(?: \p{L}+)?[\s.]*$/iu;
const ON_ITS_OWN_LINES = new RegExp(`(?:^|\\n)${CLOSING}\\b[ ,.!-]*([^\\n?]*)(?:\\n[^?]*)?$`, 'iu');
const AT_THE_END = new RegExp(`(?:^|[\\s,.!?;-])${CLOSING}\\b(?:[\\s.!-]*$|\\s*[,.!\\n-]\\s*([^?]*)$)`, 'iu');
/** A closing line that says how, where or when is no signature. */
const NO_SIGNATURE = /\b(?:for|by|in|at|of|with|without|vs|versus|on|last|this|next|and|but|excluding|per|since|than|only|just)\b/i;
const LONGEST_SIGNATURE = 16;
const MOST_NAMES = 4;
/** What somebody is, behind the name: "Jo (GM, RRCV)". */
const POST = /\((?=[^)]*\b(?:GM|COO|CEO|CFO|DGM|Manager|Director|Lead|Analyst|Finance|Head)\b)[^)]*\)\s*$/;

/** Where the signature at the end of a message begins, or null where it has none. */
export function signatureAt(text: string, isName: IsName): number | null {
  const device = DEVICE.exec(text);
  if (device !== null) {
    return device.index;
  }
  const block = ON_ITS_OWN_LINES.exec(text);
  if (block !== null && areNames(block[1] ?? '', isName) && !NO_SIGNATURE.test(block[0]) && block[0].trim().split(/\s+/).length <= LONGEST_SIGNATURE) {
    return block.index;
  }
  const line = AT_THE_END.exec(text);
  return line !== null && areNames(line[1] ?? '', isName) ? line.index : null;
}

/** One to four names and nothing else, or nothing at all; a kiss or an initial may follow. */
function areNames(said: string, isName: IsName): boolean {
  const words = said.replace(POST, '').split(/[\s,.!-]+/).filter((word) => word !== '' && !/^x{1,3}$/i.test(word));
  return words.length <= MOST_NAMES && words.every((word) => /^\p{Lu}$/u.test(word) || isName(word));
}
