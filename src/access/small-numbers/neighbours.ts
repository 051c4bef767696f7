import type { Ground } from './ground';
import { NOWHERE, type View } from './view';

/** Keys of one dimension that are tried. */
const KEYS = 8;

/** Keys to swap a line's own for, and the lines that they lead to: the own one, and those with each combination of them. */
export interface Neighbour {
  readonly lines: readonly number[];
  readonly keys: readonly (readonly [from: number, to: number])[];
  /** All who are at them but at the own one: who is hidden for its sake. */
  readonly people: number;
}

/** The places beside each: those that differ in the key of one dimension. */
export class Neighbours {
  /** By dimension and line, the lines with people that differ in that dimension alone, with the line itself. */
  readonly #beside: readonly (readonly (readonly number[])[])[];

  constructor(private readonly view: View, private readonly ground: Ground) {
    this.#beside = view.dimensions.map((_, dimension) => beside(view, dimension));
  }

  /**
   * Where people may be found on every line, those that hide least first. `kinds`: a kind by corner. `isNear`: only with keys
   * that are found with the same as the own ones. `isFound`: whether people of a kind may be at a line.
   */
  of(line: number, time: number, kinds: readonly number[], isNear: boolean, isFound: (line: number, kind: number, isBeside: boolean) => boolean): readonly Neighbour[] {
    const { view } = this;
    const at = view.at(line);
    const [first = [], second] = view.dimensions.map((_, dimension) => this.#keys(line, time, dimension, isNear, (other) => isFound(other, kinds[dimension + 1] ?? NOWHERE, true)));
    const [own = 0, ownOther = 0] = at;
    const found: Neighbour[] = [];
    const total = (lines: readonly number[]): number => lines.reduce((sum, one, index) => sum + (index === 0 ? 0 : view.total(one, time)), 0);
    for (const key of first) {
      if (second === undefined) {
        const lines = [line, view.line(key)];
        found.push({ lines, keys: [[own, key]], people: total(lines) });
      }
      for (const other of second ?? []) {
        const lines = [line, view.line(key, ownOther), view.line(own, other), view.line(key, other)];
        if (isFound(lines[3] ?? NOWHERE, kinds[3] ?? NOWHERE, false)) {
          found.push({ lines, keys: [[own, key], [ownOther, other]], people: total(lines) });
        }
      }
    }
    return found.sort((a, b) => a.people - b.people);
  }

  /** Lines that differ in one dimension alone. */
  beside(line: number, dimension: number): readonly number[] {
    return (this.#beside[dimension]?.[line] ?? []).filter((other) => other !== line);
  }

  /** Keys of one dimension with people there, the fewest in all first. */
  #keys(line: number, time: number, dimension: number, isNear: boolean, isFound: (line: number) => boolean): readonly number[] {
    const at = this.view.at(line);
    const keyOf = (other: number): number => this.view.at(other)[dimension] ?? 0;
    const isShared = (other: number): boolean => this.ground.isShared(this.view.dimensions, at.map((key, index) => (index === dimension ? [key, keyOf(other)] : [key])));
    const found = this.beside(line, dimension).filter((other) => isFound(other) && (!isNear || isShared(other)));
    return found.map((other) => ({ key: keyOf(other), people: this.view.total(other, time) }))
      .sort((a, b) => a.people - b.people || a.key - b.key).slice(0, KEYS).map(({ key }) => key);
  }
}

function beside(view: View, dimension: number): readonly (readonly number[])[] {
  const byRest = new Map<string, number[]>();
  return Array.from({ length: view.lines }, (_, line) => {
    const rest = view.at(line).filter((_key, index) => index !== dimension).join();
    const found = byRest.get(rest) ?? [];
    byRest.set(rest, found);
    found.push(line);
    return found;
  });
}
