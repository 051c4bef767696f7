import type { Dimension } from '../catalogue/dimension';

/** The key given to rows whose dimension is empty. */
export const NOT_KNOWN = 'not-known';

/** The codes of the dimension's column that a filter key stands for; none for "not known". In an open dimension a key is its own code. */
export function codesOf(dimension: Dimension, key: string): readonly string[] {
  if (key === NOT_KNOWN) {
    return [];
  }
  return dimension.values.find((value) => value.key === key)?.codes ?? [key];
}

/** Turns the codes that a column holds into filter keys; a code that no key claims stands for itself. */
export function keysByCode(dimension: Dimension): (code: string | null) => string {
  const byCode = new Map(dimension.values.flatMap(({ key, codes }) => codes.map((code) => [code, key] as const)));
  return (code) => (code === null || code === '' ? NOT_KNOWN : (byCode.get(code) ?? code));
}
