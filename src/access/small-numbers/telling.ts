import type { Day } from '../../calendar/day';
import { tracesOf } from './swap';
import type { ToChooseWeeks } from './weeks-of-month';
import type { Year } from './year';

/** Dimensions of people that are shown at once, at most: swaps are weighed by two, and a third would tell some of what two together hide. */
export const MOST_DIMENSIONS = 2;

/**
 * The twos of some dimensions that tell the others, so that whoever is narrowed by all of them is narrowed by these two; all
 * where they are no more than two. None where there are more than swaps are weighed by.
 */
export function tellingPairs({ told }: Pick<Year, 'told'>, narrowed: readonly string[]): readonly (readonly string[])[] {
  const pairs = narrowed.length > MOST_DIMENSIONS ? narrowed.flatMap((one, index) => narrowed.slice(index + 1).map((other) => [one, other])) : [narrowed];
  return pairs.filter((pair) => narrowed.every((id) => pair.includes(id) || told.some(([one, other, third]) => third === id && pair.includes(one) && pair.includes(other))));
}

/** The one of some dimensions that tells all others; null where none does. */
export const tellsAll = ({ told }: Pick<Year, 'told'>, narrowed: readonly string[]): string | null =>
  narrowed.find((alone) => narrowed.every((id) => id === alone || told.some(([one, other, third]) => third === id && one === alone && other === alone))) ?? null;

/** By dimension and count, the keys under which a month has people hidden: those of whom a swap at that month moves more in than out. */
export function hiddenIn({ numbering: { ids, keys, times, kinds }, swaps }: Year, month: Day): ToChooseWeeks['hiddenKeys'] {
  const at = times.indexOf(month);
  const own = swaps.filter((swap) => swap.times.includes(at));
  const traces = new Map(ids.map((id, dimension) => [id, own.map((swap) => tracesOf(swap, ids.length, [dimension]))]));
  return (dimension, count) => {
    const hidden = new Set<string>();
    for (const seen of traces.get(dimension) ?? []) {
      const more = new Map<number, number>();
      for (const { keys: [key = 0], kind, more: by } of seen) {
        more.set(key, (more.get(key) ?? 0) + (count.has(kinds[kind] ?? 0) ? by : 0));
      }
      more.forEach((by, key) => by !== 0 && hidden.add(keys[ids.indexOf(dimension)]?.[key] ?? ''));
    }
    return hidden;
  };
}
