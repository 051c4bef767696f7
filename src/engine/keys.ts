import type { Dimension } from '../catalogue/dimension';

/** The key given to rows whose dimension is empty. */
export const NOT_KNOWN = 'not-known';

/** The key of what is counted above the line and belongs to no part below it: operations of a specialty without lists of its own. */
export const UNPLACED = 'unplaced';

/** What a code is made of. Codes split answers into parts, so that whatever stands there is read out to everybody as the name of a part. */
export const CODE_SHAPE = '^[A-Za-z0-9&][A-Za-z0-9&._/+-]{0,15}$';

/** Stands for every part of a split of which it is not told which parts there are. */
export const EVERY_PART = '*';

/** Stands between the parts of a cell's name. A code may have any sign that people write in it, and never this one. */
export const BETWEEN = '\u001f';

/** The codes of the dimension's column that a filter key stands for; none for "not known". In an open dimension a key is its own code. */
export function codesOf(dimension: Dimension, key: string): readonly string[] {
  if (key === NOT_KNOWN) {
    return [];
  }
  return dimension.values.find((value) => value.key === key)?.codes ?? [key];
}

/**
 * Turns the codes that a column holds into filter keys; a code that no key claims stands for itself. One code is one
 * key, except where the dimension has a whole: its parts overlap, so that a code is in each that claims it and in the whole.
 */
export function keysByCode(dimension: Dimension): (code: string | null) => readonly string[] {
  const { whole } = dimension;
  if (whole !== null) {
    return (code) => [...new Set([whole, ...dimension.values.filter(({ codes }) => code !== null && codes.includes(code)).map(({ key }) => key)])];
  }
  const byCode = new Map(dimension.values.flatMap(({ key, codes }) => codes.map((code) => [code, key] as const)));
  return (code) => [code === null || code === '' ? NOT_KNOWN : (byCode.get(code) ?? code)];
}
