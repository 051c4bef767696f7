import type { Catalogue } from '../catalogue/catalogue';
import type { Dimension } from '../catalogue/dimension';

/** The key given to rows whose dimension is empty. */
export const NOT_KNOWN = 'not-known';

/** Key → the codes of the column that mean it; null where every code is its own key (open dimensions, specialty, cmg). */
function codeLists(catalogue: Catalogue, dimension: Dimension): ReadonlyMap<string, readonly string[]> | null {
  if (dimension.id === 'site') {
    return new Map(catalogue.organisation.sites.map((site) => [site.key, site.codes]));
  }
  if (dimension.values.length > 0) {
    return new Map(dimension.values.map((value) => [value.key, value.codes]));
  }
  return null;
}

/** The codes of `dimension`'s column that the filter key stands for; empty for "not known". */
export function codesOf(catalogue: Catalogue, dimension: Dimension, key: string): readonly string[] {
  if (key === NOT_KNOWN) {
    return [];
  }
  return codeLists(catalogue, dimension)?.get(key) ?? [key];
}

/** Turns the codes that a column holds into filter keys; a code that no key claims stands for itself. */
export function keysByCode(catalogue: Catalogue, dimension: Dimension): (code: string | null) => string {
  const lists = codeLists(catalogue, dimension);
  const byCode = new Map([...(lists ?? [])].flatMap(([key, codes]) => codes.map((code) => [code, key] as const)));
  return (code) => (code === null || code === '' ? NOT_KNOWN : (byCode.get(code) ?? code));
}
