import type { Query } from '../../engine/query';
import type { Frame, Picked } from './frame';
import { plays } from './frame';

export type Versus =
  | { readonly kind: 'word'; readonly word: 'previous' | 'last-year' | 'target' }
  | { readonly kind: 'period'; readonly shared: readonly Picked[] }
  | { readonly kind: 'values'; readonly main: readonly Picked[]; readonly versus: readonly Picked[] };

/**
 * How a question compares, or what stands in the way. `each` lists a dimension whose values stand side by side
 * ("ENT v T&O v urology"): that is a breakdown. `incomplete` is a comparison with one end only.
 */
export type Comparing =
  | { readonly kind: 'none' }
  | { readonly kind: 'versus'; readonly versus: Versus }
  | { readonly kind: 'each'; readonly dimension: string; readonly values: readonly Picked[] }
  | { readonly kind: 'metrics' }
  | { readonly kind: 'several' }
  | { readonly kind: 'incomplete' };

/** Reads a frame's comparison: words for it, periods, values of one dimension, or the whole against a part. */
export function comparing(frame: Frame): Comparing {
  const words = wordsCompared(frame);
  const beside = besideOf(frame);
  const found = [...words.map((word): Comparing => ({ kind: 'versus', versus: { kind: 'word', word } })), ...(beside === null ? [] : [beside])];
  const [first] = found;
  if (found.length > 1) {
    return { kind: 'several' };
  }
  if (first !== undefined) {
    return first;
  }
  const asked = plays(frame, 'versus', 'compare');
  if (asked && frame.metrics.length > 1) {
    return { kind: 'metrics' };
  }
  return asked && frame.by.length === 0 && frame.bare.length === 0 ? { kind: 'incomplete' } : { kind: 'none' };
}

function wordsCompared(frame: Frame): readonly ('previous' | 'last-year' | 'target')[] {
  return [
    ...(plays(frame, 'versus-previous') ? ['previous' as const] : []),
    ...(plays(frame, 'versus-last-year') ? ['last-year' as const] : []),
    ...(plays(frame, 'versus-target', 'target') || frame.aims.length > 0 ? ['target' as const] : []),
  ];
}

function besideOf(frame: Frame): Comparing | null {
  const { main, versus } = frame;
  if (timesCompared(frame)) {
    const clash = (versus.scopes.length > 0 && main.values.length > 0) || versus.values.some((value) => main.values.some((other) => (
      other.dimension === value.dimension && !sameValue(other, value))));
    const plain = versus.periods.length === 1 && main.periods.length <= 1 && !clash;
    return plain ? { kind: 'versus', versus: { kind: 'period', shared: versus.values } } : { kind: 'several' };
  }
  if (versus.values.length > 0) {
    return valuesCompared(main.values, versus.values, main.scopes.length > 0);
  }
  if (versus.scopes.length > 0 && main.values.length > 0) {
    return { kind: 'versus', versus: { kind: 'values', main: main.values, versus: [] } };
  }
  if (!plays(frame, 'compare', 'versus')) {
    return null;
  }
  if (main.periods.length === 2) {
    return { kind: 'versus', versus: { kind: 'period', shared: [] } };
  }
  return listCompared(main.values, main.scopes.length > 0, plays(frame, 'compare'));
}

/** "May v June for ENT" compares times, "ENT v T&O in May" does not: what comes first after "versus" is compared. */
function timesCompared({ main, versus }: Frame): boolean {
  const [period] = versus.periods;
  const [value] = versus.values;
  return period !== undefined && ((value === undefined && versus.scopes.length === 0) || main.periods.length > 0 || (value !== undefined && period.span.start < value.span.start));
}

function sameValue(a: Picked, b: Picked): boolean {
  return a.dimension === b.dimension && a.keys.join() === b.keys.join();
}

/** The values whose dimension is also, or is not, on the other side. */
function ofDimensions(values: readonly Picked[], other: readonly Picked[], shared: boolean): readonly Picked[] {
  return values.filter(({ dimension }) => other.some((rival) => rival.dimension === dimension) === shared);
}

/**
 * "ENT v T&O at LRI": what has its like on the other side belongs to its own side; what is of another dimension and
 * said once holds for both ("ENT at LRI v T&O at LGH" has its like twice, and nothing shared).
 */
function valuesCompared(left: readonly Picked[], right: readonly Picked[], wholeOnLeft: boolean): Comparing {
  const facing = new Set(ofDimensions(right, left, true).map((value) => value.dimension));
  const shared = [...ofDimensions(left, right, false), ...ofDimensions(right, left, false)];
  const twice = shared.some(({ dimension }, at) => shared.findIndex((other) => other.dimension === dimension) !== at);
  const paired = facing.size > 0 && !wholeOnLeft;
  if (paired && twice) {
    return { kind: 'several' };
  }
  if (paired && facing.size > 1) {
    const [ours, theirs] = [ofDimensions(left, right, true), ofDimensions(right, left, true)];
    const single = [...ours, ...theirs].length === 2 * facing.size;
    return single ? { kind: 'versus', versus: { kind: 'values', main: [...ours, ...shared], versus: [...theirs, ...shared] } } : { kind: 'several' };
  }
  return oneFacing(left, right, [...facing][0] ?? null, wholeOnLeft);
}

function oneFacing(left: readonly Picked[], right: readonly Picked[], facing: string | null, wholeOnLeft: boolean): Comparing {
  const [first] = right;
  if (first === undefined) {
    return { kind: 'incomplete' };
  }
  const dimension = facing ?? first.dimension;
  const rivals = right.filter((value) => value.dimension === dimension);
  const shared = right.filter((value) => value.dimension !== dimension);
  const own = left.filter((value) => value.dimension === dimension);
  if (own.length + rivals.length > 2) {
    return { kind: 'each', dimension, values: [...own, ...rivals] };
  }
  if (own.length === 1 || wholeOnLeft || left.length === 0) {
    const others = left.filter((value) => value.dimension !== dimension);
    return { kind: 'versus', versus: { kind: 'values', main: [...own, ...others, ...shared], versus: [...rivals, ...others, ...shared] } };
  }
  return left.length === 1 && shared.length === 0
    ? { kind: 'versus', versus: { kind: 'values', main: left, versus: rivals } }
    : { kind: 'several' };
}

/** "compare LRI and LGH", "compare ENT with the trust". */
function listCompared(values: readonly Picked[], whole: boolean, asked: boolean): Comparing | null {
  const dimensions = values.map((value) => value.dimension);
  const doubled = new Set(dimensions.filter((id, at) => dimensions.indexOf(id) !== at));
  if (doubled.size > 1) {
    return halves(values);
  }
  const dimension = values.map((value) => value.dimension).find((id, at, all) => all.indexOf(id) !== at);
  if (dimension !== undefined) {
    const sides = values.filter((value) => value.dimension === dimension);
    const shared = values.filter((value) => value.dimension !== dimension);
    const [first, second] = sides;
    if (first === undefined || second === undefined || sides.length > 2) {
      return { kind: 'each', dimension, values: sides };
    }
    return { kind: 'versus', versus: { kind: 'values', main: [first, ...shared], versus: [second, ...shared] } };
  }
  const whatIsCompared = asked && whole && values.length > 0;
  return whatIsCompared ? { kind: 'versus', versus: { kind: 'values', main: values, versus: [] } } : null;
}

/** "Compare ENT at LRI with T&O at LGH": each half names each dimension once. Any other order can be read in two ways. */
function halves(values: readonly Picked[]): Comparing {
  const [left, right] = [values.slice(0, values.length / 2), values.slice(values.length / 2)];
  const names = (half: readonly Picked[]): string => half.map(({ dimension }) => dimension).sort().join();
  const alike = values.length % 2 === 0 && names(left) === names(right) && new Set(left.map(({ dimension }) => dimension)).size === left.length;
  return alike ? { kind: 'versus', versus: { kind: 'values', main: left, versus: right } } : { kind: 'several' };
}

/** Dimension → keys, in the order named, each key once. */
export function selection(values: readonly Picked[]): Query['filters'] {
  const chosen = new Map<string, string[]>();
  for (const { dimension, keys } of values) {
    chosen.set(dimension, [...new Set([...(chosen.get(dimension) ?? []), ...keys])]);
  }
  return Object.fromEntries(chosen);
}
