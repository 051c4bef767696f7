import type { Meetings } from './meetings';
import type { View } from './view';

/** Which keys of one dimension of a finer view a line of a coarser one may be brought down to. */
interface Below {
  /** The same for every line with the same keys of them. */
  readonly name: string;
  readonly keys: readonly number[];
  /** Whether a coarser view has the dimension itself: then its own key and no other. */
  readonly isOwn: boolean;
}

/** The key numbers that a line of a coarser view is brought down to, at a time and of a kind; null where there are none. */
type Lowered = (above: number, time: number, kind: number) => readonly number[] | null;

/** Brings lines of a coarser view down to keys of a finer one that they hold. */
export class LoweredKeys {
  readonly #below: (readonly Below[])[] = [];
  /** By dimension, the people of each of its keys, at each time and of each kind. */
  readonly #people: readonly Map<number, Float64Array>[];
  readonly #byKeys: readonly ReadonlyMap<string, readonly number[]>[];
  readonly #wanted: readonly (readonly string[])[];

  constructor(private readonly view: View, meetings: Meetings, private readonly above: View) {
    this.#people = view.dimensions.map(() => new Map());
    this.#wanted = view.dimensions.map((id) => (above.dimensions.includes(id) ? [] : meetings.settledBy(id).filter((other) => above.dimensions.includes(other))));
    this.#byKeys = view.dimensions.map((id, dimension) => {
      const keys = new Map<string, number[]>();
      view.keys[dimension]?.forEach((key, number) => {
        const name = (this.#wanted[dimension] ?? []).map((other) => meetings.settled(id, key, other) ?? '').join('|');
        keys.set(name, [...(keys.get(name) ?? []), number]);
      });
      return keys;
    });
  }

  /** Within one swap a place is brought down to one and the same, or it would no longer be one. `at`: keys that are taken where they lie there. */
  ofOneSwap(at: readonly number[] | null): Lowered {
    const chosen = this.view.dimensions.map(() => new Map<string, number>());
    return (above, time, kind) => {
      const found: number[] = [];
      for (const [dimension, { name, keys, isOwn }] of this.#belowOf(above).entries()) {
        const own = at?.[dimension];
        const key = chosen[dimension]?.get(name) ?? (!isOwn && own !== undefined && keys.includes(own) ? own : this.#mostPeople(dimension, keys, time, kind));
        if (key === null) {
          return null;
        }
        chosen[dimension]?.set(name, key);
        found.push(key);
      }
      return found;
    };
  }

  #belowOf(line: number): readonly Below[] {
    const known = this.#below[line] ?? this.view.dimensions.map((id, dimension): Below => {
      const keys = this.above.keysOf(line);
      const keyOf = (other: string): string => keys[this.above.dimensions.indexOf(other)] ?? '';
      if (this.above.dimensions.includes(id)) {
        const key = this.view.keyNumber(dimension, keyOf(id));
        return { name: keyOf(id), keys: key === null ? [] : [key], isOwn: true };
      }
      const name = (this.#wanted[dimension] ?? []).map(keyOf).join('|');
      return { name, keys: this.#byKeys[dimension]?.get(name) ?? [], isOwn: false };
    });
    this.#below[line] = known;
    return known;
  }

  #mostPeople(dimension: number, keys: readonly number[], time: number, kind: number): number | null {
    const [first = null, ...rest] = keys;
    if (first === null || rest.length === 0) {
      return first;
    }
    const people = this.#peopleOf(dimension, time, kind);
    return rest.reduce((best, key) => ((people[key] ?? 0) > (people[best] ?? 0) ? key : best), first);
  }

  #peopleOf(dimension: number, time: number, kind: number): Float64Array {
    const { view } = this;
    const name = view.cell(0, time, kind);
    const known = this.#people[dimension]?.get(name);
    if (known !== undefined) {
      return known;
    }
    const people = new Float64Array(view.keys[dimension]?.length ?? 0);
    for (let line = 0; line < view.peopled; line += 1) {
      const key = view.at(line)[dimension] ?? 0;
      people[key] = (people[key] ?? 0) + view.people(line, time, kind);
    }
    this.#people[dimension]?.set(name, people);
    return people;
  }
}
