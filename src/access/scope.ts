import { SCOPED, type Scoped } from '../catalogue/grant';
import type { Selection } from '../engine/query';

/** A part of the trust: keys by dimension, all of which must hold. Without any it is the whole trust. */
export type Part = { readonly [dimension in Scoped]?: readonly string[] | undefined };

/** Whatever lies in any of these parts; none is nowhere. */
export type Scope = readonly Part[];

export const WHOLE: Scope = [{}];
export const NOWHERE: Scope = [];

/** What of a selection says which part of the trust it is of. */
export function partOf(selection: Selection): Part {
  return Object.fromEntries(SCOPED.flatMap((dimension) => {
    const keys = selection[dimension];
    return keys === undefined ? [] : [[dimension, keys]];
  }));
}

/** Whether all of a part lies within the scope: in one of its parts, or key by key in several. */
export function covers(scope: Scope, part: Part): boolean {
  if (scope.some((one) => isWithin(part, one))) {
    return true;
  }
  const several = SCOPED.find((dimension) => (part[dimension]?.length ?? 0) > 1);
  return several !== undefined && scope.length > 1 && (part[several] ?? []).every((key) => covers(scope, { ...part, [several]: [key] }));
}

function isWithin(part: Part, whole: Part): boolean {
  return SCOPED.every((dimension) => {
    const allowed = whole[dimension];
    return allowed === undefined || part[dimension]?.every((key) => allowed.includes(key)) === true;
  });
}

/** What two parts have in common; null where that is nothing. */
export function overlap(one: Part, other: Part): Part | null {
  const common = SCOPED.flatMap((dimension) => {
    const [a, b] = [one[dimension], other[dimension]];
    const keys = a === undefined ? b : b === undefined ? a : a.filter((key) => b.includes(key));
    return keys === undefined ? [] : [[dimension, keys] as const];
  });
  return common.some(([, keys]) => keys.length === 0) ? null : Object.fromEntries(common);
}

/** What lies in both scopes. */
export function common(one: Scope, other: Scope): Scope {
  return tidied(one.flatMap((part) => other.flatMap((also) => overlap(part, also) ?? [])));
}

/** The same scope in as few parts: what lies within another is left out, and parts that differ in one dimension are one. */
export function tidied(scope: Scope): Scope {
  const merged = scope.reduce<readonly Part[]>((parts, part) => {
    const like = parts.find((one) => keptByOne(one, part) !== null);
    const dimension = like === undefined ? null : keptByOne(like, part);
    return like === undefined || dimension === null
      ? [...parts, part]
      : parts.map((one) => (one === like ? { [dimension]: [...new Set([...(one[dimension] ?? []), ...(part[dimension] ?? [])])] } : one));
  }, []);
  return merged.filter((part, at) => !merged.some((other, also) => also !== at && isWithin(part, other) && (!isWithin(other, part) || also < at)));
}

/** The only dimension that either is kept to, where it is the same. */
function keptByOne(one: Part, other: Part): Scoped | null {
  const [a, b] = [one, other].map((part) => SCOPED.filter((dimension) => part[dimension] !== undefined));
  return a?.length === 1 && b?.length === 1 && a[0] === b[0] ? a[0] ?? null : null;
}
