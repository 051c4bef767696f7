import type { Kind } from '../../engine/people';

/** The counts as the kinds they hold, in their order; after them what lies between two of which one holds the other. */
export function countsAsked(counts: number, kinds: readonly Kind[]): readonly ReadonlySet<Kind>[] {
  const held = Array.from({ length: counts }, (_, index) => new Set(kinds.filter((kind) => isIn(kind, index))));
  const between = held.flatMap((outer) => held.flatMap((inner) =>
    (inner.size < outer.size && [...inner].every((kind) => outer.has(kind)) ? [new Set([...outer].filter((kind) => !inner.has(kind)))] : [])));
  const known = new Map<string, ReadonlySet<Kind>>();
  for (const one of between.filter(({ size }) => size > 0)) {
    known.set([...one].sort((a, b) => a - b).join(), one);
  }
  for (const one of held) {
    known.delete([...one].sort((a, b) => a - b).join());
  }
  return [...held, ...known.values()];
}

/** Whether people of a kind are in the count of that number. */
export const isIn = (kind: Kind, count: number): boolean => Math.floor(kind / 2 ** count) % 2 === 1;
