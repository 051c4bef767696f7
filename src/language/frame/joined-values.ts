import type { Catalogue } from '../../catalogue/catalogue';
import type { Frame, Picked } from './frame';

/**
 * Values of a question as they belong together: of "non-clinical hospital cancellations" the narrower one stays, which is
 * part of the wider; and of "A&E and NEL", which are parts of two splits of one column and have nothing in common, each is
 * told by the split that tells both, so that neither leaves the other empty. What is left out is told so too.
 */
export function joinValues(frame: Frame, words: readonly string[], catalogue: Catalogue): void {
  const { main, excluded } = frame;
  const wider = main.values.filter((whole) => main.values.some((part) => part !== whole && part.dimension === whole.dimension && part.keys.length < whole.keys.length
    && part.keys.every((key) => whole.keys.includes(key)) && between(part, whole, words).length === 0));
  wider.forEach((value) => main.values.splice(main.values.indexOf(value), 1));
  tellBySplitOfBoth(main.values, catalogue);
  tellBySplitOfBoth(excluded, catalogue);
}

function tellBySplitOfBoth(values: Picked[], catalogue: Catalogue): void {
  for (const one of [...values]) {
    for (const other of [...values]) {
      const shared = one.dimension !== other.dimension && columnOf(one, catalogue) !== undefined && columnOf(one, catalogue) === columnOf(other, catalogue);
      const codes = codesOf(other, catalogue);
      const keys = shared && !codesOf(one, catalogue).some((code) => codes.includes(code)) ? keysWith(codes, one.dimension, catalogue) : null;
      if (keys !== null && values.includes(one) && values.includes(other)) {
        values.splice(values.indexOf(other), 1, { ...other, dimension: one.dimension, keys });
      }
    }
  }
}

function between(a: Picked, b: Picked, words: readonly string[]): readonly string[] {
  const [left, right] = a.span.start < b.span.start ? [a, b] : [b, a];
  return words.slice(left.span.end, right.span.start);
}

const columnOf = ({ dimension }: Picked, { dimensions }: Catalogue): string | undefined => dimensions.get(dimension)?.column;

function codesOf({ dimension, keys }: Picked, { dimensions }: Catalogue): readonly string[] {
  return dimensions.get(dimension)?.values.filter(({ key }) => keys.includes(key)).flatMap(({ codes }) => codes) ?? [];
}

/** The keys of a dimension that stand for just these codes, or null where it cannot tell them. */
function keysWith(codes: readonly string[], dimension: string, { dimensions }: Catalogue): readonly string[] | null {
  const values = dimensions.get(dimension)?.values.filter((value) => value.codes.length > 0 && value.codes.every((code) => codes.includes(code))) ?? [];
  const told = values.flatMap((value) => value.codes);
  return codes.length > 0 && codes.every((code) => told.includes(code)) && told.length === codes.length ? values.map(({ key }) => key) : null;
}
