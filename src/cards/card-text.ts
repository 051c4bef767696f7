/** Shown as nothing and breaks a token in two, on every client, whichever markdown it knows. */
const BREAK = '\u200b';

/** Control characters, and the marks that turn the reading direction of what follows. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Text for places that know no markdown (button titles, `speak`, alternative text, badges, chart legends):
 * one line, no control characters, and neither a template expression nor a card function (`{{DATE(…)}}`).
 */
export function plainText(text: string): string {
  return text
    .replace(UNSEEN, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\$\{/g, `$${BREAK}{`)
    .replace(/\{(?=\{)/g, `{${BREAK}`);
}

/**
 * Text from data for a TextBlock or a fact: it reads as it was written and is never markdown, a link or HTML.
 * Only `*`, edge `_`, backtick and backslash take a backslash, which every Teams client removes; the rest is broken
 * by an unseen space, because phone clients show a backslash before any other character.
 */
export function cardText(text: string): string {
  return plainText(text)
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/[*`]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~)/g, `~${BREAK}`)
    .replace(/\](?=[([:])/g, `]${BREAK}`)
    .replace(/<(?=[A-Za-z/!?])/g, `<${BREAK}`)
    .replace(/&(?=#?\w+;)/g, `&${BREAK}`)
    .replace(/:(?=\/\/)|\b(?:mailto|tel|javascript|data):(?=\S)/gi, `$&${BREAK}`)
    .replace(/@(?=\w)/g, `@${BREAK}`)
    .replace(/(?<=\p{L})\.(?=\p{L}{2})/gu, `.${BREAK}`)
    .replace(/^(?=#|>|=|[-+](?!\d)|\d{1,9}[.)](?:\s|$))/, BREAK);
}

/** With a capital at its start, for a line or a button that was the middle of a sentence. */
export function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('en-GB'));
}

/** Cuts at a word end so that at most `length` characters are left, and says so with an ellipsis. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) {
    return text;
  }
  const cut = text.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  // Half a surrogate pair at the end would make the JSON unreadable to some clients.
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}
