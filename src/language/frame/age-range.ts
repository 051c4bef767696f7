import type { Catalogue } from '../../catalogue/catalogue';

/**
 * The age bands that cover ages from `from` to `to` (both in; `to` null for no upper end) exactly, or null where a band
 * would have to be cut in two: an answer for other ages than asked would be wrong.
 */
export function agesBetween(catalogue: Catalogue, from: number, to: number | null): readonly string[] | null {
  const bands = (catalogue.dimensions.get('age-band')?.values ?? []).flatMap(({ key }) => {
    const closed = /^(\d+)-(\d+)$/.exec(key);
    const open = /^(\d+)\+$/.exec(key);
    if (closed !== null) {
      return [{ key, from: Number(closed[1]), to: Number(closed[2]) }];
    }
    return open === null ? [] : [{ key, from: Number(open[1]), to: Number.POSITIVE_INFINITY }];
  });
  const end = to ?? Number.POSITIVE_INFINITY;
  const inside = bands.filter((band) => band.from >= from && band.to <= end);
  const starts = inside.some((band) => band.from === from);
  const ends = inside.some((band) => band.to === end);
  return inside.length > 0 && starts && ends ? inside.map(({ key }) => key) : null;
}
