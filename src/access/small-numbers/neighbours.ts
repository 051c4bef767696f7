import type { Meetings } from './meetings';
import { NOWHERE, type View } from './view';

/** Keys of one dimension that are tried. */
const KEYS = 5;
/** More than a small number ever needs. */
const NEEDS = 1_024;

/** Keys to swap with, and the lines that they lead to: the own one, and those with each combination of them. */
export interface Neighbour {
  readonly lines: readonly number[];
  readonly keys: readonly (readonly [from: number, to: number])[];
}

interface Found {
  readonly key: number;
  readonly people: number;
  readonly isEnough: boolean;
}

/** The places beside each: those that differ in the key of one dimension. */
export class Neighbours {
  readonly #view: View;
  /** By dimension and key, what it settles: keys that coarser views do not tell apart have the same. */
  readonly #kin: readonly (readonly string[])[];
  /** By dimension and line, the lines with people that differ in that dimension alone, with the line itself. */
  readonly #beside: readonly (readonly (readonly number[])[])[];

  /** What is known of one line, of which much is asked again before the next. */
  readonly #known = new Map<number, readonly Neighbour[]>();
  #line = NOWHERE;

  constructor(view: View, meetings: Meetings) {
    this.#view = view;
    this.#kin = view.dimensions.map((id, index) => (view.keys[index] ?? []).map((key) =>
      meetings.settledBy(id).filter((other) => !view.dimensions.includes(other)).map((other) => meetings.settled(id, key, other) ?? '').join('|')));
    this.#beside = view.dimensions.map((_, dimension) => beside(view, dimension));
  }

  /**
   * Every combination of keys to swap a line's own for, those of the first dimension changing first. `kin`: only keys that
   * coarser views do not tell apart, and where people are found.
   */
  of(line: number, time: number, kind: number, need: number, kin: boolean): readonly Neighbour[] {
    if (line !== this.#line) {
      this.#line = line;
      this.#known.clear();
    }
    const name = (this.#view.cell(0, time, kind) * 2 + Number(kin)) * NEEDS + need;
    const known = this.#known.get(name) ?? this.#combined(line, this.#view.dimensions.map((_, dimension) => this.#keys(line, time, kind, dimension, need, kin)));
    this.#known.set(name, known);
    return known;
  }

  #combined(line: number, others: readonly (readonly number[])[]): readonly Neighbour[] {
    const at = this.#view.at(line);
    let found: readonly Neighbour['keys'][] = others.some(({ length }) => length === 0) ? [] : [[]];
    for (let dimension = at.length - 1; dimension >= 0 && found.length > 0; dimension -= 1) {
      const longer: Neighbour['keys'][] = [];
      for (const keys of found) {
        for (const to of others[dimension] ?? []) {
          longer.push([[at[dimension] ?? 0, to], ...keys]);
        }
      }
      found = longer;
    }
    return found.map((keys) => ({ keys, lines: linesOf(this.#view, at, keys) }));
  }

  /** Keys of one dimension to swap with: enough people there first, the fewest of those first; then the most. */
  #keys(line: number, time: number, kind: number, dimension: number, need: number, kin: boolean): readonly number[] {
    const own = this.#view.at(line)[dimension] ?? 0;
    const kins = this.#kin[dimension] ?? [];
    const found: Found[] = [];
    for (const other of this.#beside[dimension]?.[line] ?? []) {
      const key = this.#view.at(other)[dimension] ?? 0;
      const people = key === own || (kin && kins[key] !== kins[own]) ? 0 : this.#view.people(other, time, kind);
      if (people > 0) {
        put(found, { key, people, isEnough: people >= need });
      }
    }
    const keys = found.map(({ key }) => key);
    for (let key = 0; !kin && keys.length < KEYS && key < kins.length; key += 1) {
      if (key !== own && !keys.includes(key)) {
        keys.push(key);
      }
    }
    return keys;
  }
}

/** Puts one among the best so far, which stay in order. */
function put(best: Found[], one: Found): void {
  let at = best.length;
  for (let before = best[at - 1]; before !== undefined && isBefore(one, before); before = best[at - 1]) {
    at -= 1;
  }
  if (at < KEYS) {
    best.splice(at, 0, one);
  }
  if (best.length > KEYS) {
    best.pop();
  }
}

function isBefore(one: Found, other: Found): boolean {
  if (one.isEnough !== other.isEnough) {
    return one.isEnough;
  }
  return one.people === other.people ? one.key < other.key : one.isEnough === one.people < other.people;
}

function linesOf(view: View, at: readonly number[], keys: Neighbour['keys']): readonly number[] {
  const lines: number[] = [];
  for (let doubled = 0; doubled < 2 ** keys.length; doubled += 1) {
    lines.push(view.lineFor(at.map((key, index) => ((doubled >>> index) & 1) === 1 ? keys[index]?.[1] ?? key : key)));
  }
  return lines;
}

function beside(view: View, dimension: number): readonly (readonly number[])[] {
  const byRest = new Map<string, number[]>();
  return Array.from({ length: view.peopled }, (_, line) => {
    const rest = view.at(line).filter((_key, index) => index !== dimension).join();
    const found = byRest.get(rest) ?? [];
    byRest.set(rest, found);
    found.push(line);
    return found;
  });
}
