import { placesOf, type Steps } from './chosen';
import type { Meetings } from './meetings';
import type { Small } from './spare';
import type { Corner, Swap } from './swap';
import type { View } from './view';

/** Swaps of a coarser view, with that view's dimensions. */
export interface Coarser {
  readonly dimensions: readonly string[];
  readonly swaps: readonly Swap[];
}

/** Swaps of coarser views in places of a finer one. */
export interface Lowering {
  /** Each once, where most people are. */
  all(): readonly Steps[];
  /** Those that a small number may lie in, with its own place for the one that it lies in. */
  at(small: Small): Iterable<Steps>;
}

export function lowering(view: View, meetings: Meetings, coarser: readonly Coarser[]): Lowering {
  const raw = coarser.flatMap(({ dimensions, swaps }) => swaps.map((swap) => ({ dimensions, swap })));
  const byTime = new Map<string, (typeof raw)[number][]>();
  for (const one of raw) {
    for (const time of new Set(one.swap.map((corner) => corner.time))) {
      byTime.set(time, [...(byTime.get(time) ?? []), one]);
    }
  }
  const [times, kinds] = [new Map(view.times.map((time, index) => [time, index])), new Map(view.kinds.map((kind, index) => [kind, index]))];
  return {
    all: () => raw.flatMap(({ dimensions, swap }) => lowered(dimensions, swap, null) ?? []),
    *at(small) {
      const places = placesOf(view, small.line.id, meetings);
      const isHere = ({ time, kind, keys }: Corner): boolean => times.get(time) === small.time && small.holds[kinds.get(kind) ?? -1] === true
        && [...keys].every(([dimension, key]) => !places.has(dimension) || places.get(dimension) === key);
      for (const { dimensions, swap } of byTime.get(view.times[small.time] ?? '') ?? []) {
        const steps = swap.some(isHere) ? lowered(dimensions, swap, small.line.at) : null;
        if (steps !== null) {
          yield steps;
        }
      }
    },
  };

  /** Each place brought down to one of this view's: that of `at` where it lies there, else where most are. Null where this view has none. */
  function lowered(dimensions: readonly string[], swap: Swap, at: readonly number[] | null): Steps | null {
    const finer = new Map<string, number | null>();
    const keyFor = (corner: Corner, index: number): number | null => {
      const own = view.dimensions[index] ?? '';
      const shared = dimensions.includes(own) ? corner.keys.get(own) : undefined;
      if (shared !== undefined) {
        return view.keyNumber(index, shared);
      }
      const wanted = meetings.settledBy(own).filter((id) => dimensions.includes(id)).map((id): [string, string] => [id, corner.keys.get(id) ?? '']);
      const name = `${own}|${wanted.map(([, key]) => key).join('|')}`;
      const known = finer.get(name);
      if (known !== undefined) {
        return known;
      }
      const lies = (key: number): boolean => wanted.every(([id, place]) => meetings.settled(own, view.keys[index]?.[key] ?? '', id) === place);
      const ofLine = at?.[index];
      const best = ofLine !== undefined && lies(ofLine) ? ofLine : mostPeople(index, lies, corner);
      finer.set(name, best);
      return best;
    };
    const cells = swap.map((corner): number | null => {
      const keys = view.dimensions.flatMap((_, index) => keyFor(corner, index) ?? []);
      const [time, kind] = [times.get(corner.time), kinds.get(corner.kind)];
      return keys.length < view.dimensions.length || time === undefined || kind === undefined ? null : view.cell(view.lineAt(keys), time, kind);
    });
    const found = cells.flatMap((cell) => cell ?? []);
    return found.length < cells.length ? null : { cells: found, signs: swap.map(({ sign }) => sign) };
  }

  function mostPeople(index: number, lies: (key: number) => boolean, corner: Corner): number | null {
    const [time, kind] = [times.get(corner.time) ?? 0, kinds.get(corner.kind) ?? 0];
    const people = new Map<number, number>();
    for (const line of view.lines) {
      const key = line.at[index] ?? 0;
      if (lies(key)) {
        people.set(key, (people.get(key) ?? 0) + view.people(view.cell(line.id, time, kind)));
      }
    }
    return [...people].sort(([a, one], [b, other]) => other - one || a - b)[0]?.[0] ?? null;
  }
}
