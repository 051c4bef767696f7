import { monthWord, weekdayWord } from './calendar-words';

/**
 * The smallest piece the grammar reads: a word, a number, or one of - / . between two of them. One typed word may
 * hold several ("apr-jun", "24/25", "q1").
 */
export interface Atom {
  readonly text: string;
  /** The number it is, or null for a word or a mark. */
  readonly value: number | null;
  /** "3rd" as opposed to "3". */
  readonly ordinal: boolean;
  /** Index of the word it was typed in, and whether it is the first and the last piece of it. */
  readonly token: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const NOTHING: Atom = { text: '', value: null, ordinal: false, token: -1, opens: true, closes: true };

const PIECES = /\d+(?:st|nd|rd|th)(?![a-z])|\d+|[a-z]+|[^a-z0-9'\s]/g;
const WRITTEN_AS_ONE: ReadonlyMap<string, string> = new Map([
  ['w/c', 'w/c'], ['wc', 'w/c'], ['w/b', 'w/c'], ['wb', 'w/c'], ['w.c', 'w/c'],
  ['w/e', 'w/e'], ['w.e', 'w/e'],
]);

/** The words of a question as atoms. Brackets, commas and possessives around a word are dropped. */
export function readAtoms(tokens: readonly string[]): readonly Atom[] {
  return tokens.flatMap((token, index) => {
    const pieces = piecesOf(token);
    return pieces.map((piece, place) => atomOf(piece, index, place === 0, place === pieces.length - 1));
  });
}

/** The atom at an index; past either end, one that matches nothing. */
export function atomAt(atoms: readonly Atom[], index: number): Atom {
  return atoms[index] ?? NOTHING;
}

/** The index after `words` where they stand at `index` in this order, or null. */
export function after(atoms: readonly Atom[], index: number, ...words: readonly string[]): number | null {
  return words.every((word, step) => atomAt(atoms, index + step).text === word) ? index + words.length : null;
}

/** The index after `word` where it stands at `index`, otherwise `index` itself. */
export function skip(atoms: readonly Atom[], index: number, ...words: readonly string[]): number {
  return words.includes(atomAt(atoms, index).text) ? index + 1 : index;
}

function piecesOf(token: string): readonly string[] {
  const plain = token
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(/^["'(),.;:?![\]{}]+|["'(),.;:?![\]{}]+$/g, '')
    .replace(/'s$/, '');
  if (plain === '&') {
    return ['and'];
  }
  const whole = WRITTEN_AS_ONE.get(plain);
  const pieces = whole === undefined ? withBothEndsNamed(plain.match(PIECES) ?? []) : [whole];
  return pieces.filter((piece, place) => piece !== '-' || pieces.length === 1 || joinsDates(pieces[place - 1], pieces[place + 1]));
}

/** How many months, quarters and halves a year has. */
const IN_A_YEAR: Readonly<Record<string, number>> = { m: 12, q: 4, h: 2 };

/** "M1-3", "q2-4": the second number is of what the first is; behind "Q3-24" it stands for a year. */
function withBothEndsNamed(pieces: readonly string[]): readonly string[] {
  const [unit = '', first, dash, last, more] = pieces;
  const isSpan = more === undefined && dash === '-' && Number(first) >= 1 && Number(last) > Number(first) && Number(last) <= (IN_A_YEAR[unit] ?? 0);
  return isSpan && first !== undefined && last !== undefined ? [unit, first, dash, unit, last] : pieces;
}

/** A hyphen means "to" in "apr-jun" and nothing in "year-to-date". */
function joinsDates(left: string | undefined, right: string | undefined): boolean {
  return dateLike(left) && dateLike(right);
}

function dateLike(piece: string | undefined): boolean {
  return piece !== undefined && (/^\d/.test(piece) || monthWord(piece) !== null || weekdayWord(piece) !== null || /^(?:q|h|m|fy)$/.test(piece));
}

function atomOf(piece: string, token: number, opens: boolean, closes: boolean): Atom {
  const digits = /^\d+/.exec(piece)?.[0] ?? '';
  return {
    text: piece,
    value: digits === '' || digits.length > 6 ? null : Number(digits),
    ordinal: digits !== '' && digits.length < piece.length,
    token,
    opens,
    closes,
  };
}
