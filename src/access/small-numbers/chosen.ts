import type { Meetings } from './meetings';
import type { Small } from './spare';
import type { Swap } from './swap';
import type { View } from './view';

/** A swap within one view, by its cells: one person is brought to each or taken away. */
export interface Steps {
  readonly cells: readonly number[];
  readonly signs: readonly (1 | -1)[];
}

/** The swaps of a view as they are chosen, each once. */
export interface Choosing {
  add(steps: Steps): void;
  /** Those that touch the place and time of a small number. */
  at(small: Small): readonly Steps[];
  swaps(): readonly Swap[];
}

export function chosenFrom(view: View, meetings: Meetings): Choosing {
  const all: Steps[] = [];
  const known = new Set<string>();
  const touching = new Map<number, Steps[]>();
  return {
    add: (steps) => {
      const { cells, signs } = steps;
      const [first] = cells;
      // A swap and its opposite are one.
      const turn = first === undefined || first !== Math.min(...cells) ? signs[cells.indexOf(Math.min(...cells))] : signs[0];
      const name = cells.map((cell, index) => `${cell}:${(signs[index] ?? 1) * (turn ?? 1)}`).sort().join();
      if (known.has(name)) {
        return;
      }
      known.add(name);
      all.push(steps);
      for (const place of new Set(cells.map((cell) => Math.floor(cell / view.kinds.length)))) {
        const before = touching.get(place);
        if (before === undefined) {
          touching.set(place, [steps]);
        } else {
          before.push(steps);
        }
      }
    },
    at: ({ line, time }) => touching.get(Math.floor(view.cell(line.id, time, 0) / view.kinds.length)) ?? [],
    swaps: () => {
      const places = new Map<number, ReadonlyMap<string, string>>();
      const placeOf = (line: number): ReadonlyMap<string, string> => {
        const place = places.get(line) ?? placesOf(view, line, meetings);
        places.set(line, place);
        return place;
      };
      return all.map(({ cells, signs }): Swap => cells.map((cell, index) => {
        const { line, time, kind } = view.placeOf(cell);
        return { sign: signs[index] ?? 1, kind: view.kinds[kind] ?? 0, time: view.times[time] ?? '', keys: placeOf(line) };
      }));
    },
  };
}

/** The keys of a line by dimension, with those that they settle. */
export function placesOf(view: View, line: number, meetings: Meetings): ReadonlyMap<string, string> {
  const keys = view.keysOf(line);
  const own = view.dimensions.map((id, index): [string, string] => [id, keys[index] ?? '']);
  const settled = own.flatMap(([id, key]) => meetings.settledBy(id).flatMap((other): [string, string][] => {
    const otherKey = meetings.settled(id, key, other);
    return otherKey === null ? [] : [[other, otherKey]];
  }));
  return new Map([...settled, ...own]);
}
