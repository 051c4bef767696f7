import { candidate, fewest, swapOf, type Candidate } from './candidate';
import type { Swap } from './chosen';
import { CommonGround } from './common-ground';
import type { Meetings } from './meetings';
import { Neighbours } from './neighbours';
import type { Kind } from '../../engine/people';
import type { Small } from './spare';
import { nearestTimes } from './nearest-times';
import { NOWHERE, type View } from './view';

/** Candidates that are tried of each sort. */
const TIMES = 5;
const KINDS = 3;

/** What a search is made in. */
export interface Searched {
  readonly view: View;
  readonly meetings: Meetings;
  /** Every dimension by which these people may be asked about. */
  readonly dimensions: readonly string[];
  readonly isCensus: boolean;
}

/** Looks for what a small number may be swapped with. */
export class Search {
  readonly #view: View;
  readonly #neighbours: Neighbours;
  readonly #ground: CommonGround;
  readonly #nearest: readonly (readonly number[])[];
  readonly #isCensus: boolean;
  readonly #candidate = candidate();
  /** What was found at other times of one line, by what is counted and kind. */
  readonly #elsewhere = new Map<Uint8Array, (Swap | null)[]>();
  #line = NOWHERE;

  constructor({ view, meetings, dimensions, isCensus }: Searched) {
    this.#view = view;
    this.#isCensus = isCensus;
    this.#neighbours = new Neighbours(view, meetings);
    this.#ground = new CommonGround(view, meetings, dimensions);
    this.#nearest = view.times.map((_, time) => (isCensus ? [] : nearestTimes(view.times, time)));
  }

  /**
   * Looks at every swap by which a small number could be another, those that hide least first, until one is enough. `kin`:
   * only with places that coarser views do not tell apart, and where people are found. What is looked at is set again after.
   */
  candidates(small: Small, need: number, kin: boolean, look: (candidate: Candidate) => boolean): boolean {
    const { line, time } = small;
    const one = this.#candidate;
    one.kind = this.#mostOf(small);
    const places = one.kind === NOWHERE ? [] : this.#neighbours.of(line, time, one.kind, need, kin);
    const kinds = places.length === 0 ? [] : this.#otherKinds(small.holds, line, time, one.kind);
    one.time = time;
    for (const otherTime of places.length === 0 ? [] : this.#otherTimes(line, time, one.kind)) {
      one.otherTime = otherTime;
      for (const otherKind of kinds) {
        one.otherKind = otherKind;
        for (const { lines, keys } of places) {
          one.lines = lines;
          one.keys = keys;
          if (look(one)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether no answer by any other dimension parts those whom it swaps: they are found on ground that all of them share. */
  isOnSharedGround({ lines: [line = NOWHERE], keys, kind, otherKind }: Candidate): boolean {
    return this.#ground.isShared(line, keys, kind, otherKind);
  }

  /** The same place at another time, where there are people to swap with: with swaps between times they reach the small number's own. */
  atOtherTimes({ line, time: now, holds }: Small): Swap | null {
    const kind = this.#view.kindsAt(line, now).find((one) => holds[one] === 1) ?? NOWHERE;
    if (line !== this.#line) {
      this.#line = line;
      this.#elsewhere.clear();
    }
    const byKind = this.#elsewhere.get(holds) ?? [];
    const known = byKind[kind];
    const found = known === undefined ? this.#lookElsewhere(line, kind, holds) : known;
    byKind[kind] = found;
    this.#elsewhere.set(holds, byKind);
    return found;
  }

  #lookElsewhere(line: number, kind: number, holds: Uint8Array): Swap | null {
    const people = (at: number, when: number, of: number): number => this.#view.people(at, when, of);
    const one = { ...candidate(), kind };
    for (let time = 0; !this.#isCensus && time < this.#view.times.length; time += 1) {
      one.time = time;
      const places = this.#neighbours.of(line, time, kind, 1, true);
      for (const otherKind of places.length === 0 ? [] : this.#otherKinds(holds, line, time, kind)) {
        one.otherKind = otherKind;
        for (const { lines, keys } of places) {
          one.lines = lines;
          one.keys = keys;
          if (fewest(one, 1, people) > 0 && this.isOnSharedGround(one)) {
            return swapOf(this.#view, one);
          }
        }
      }
    }
    return null;
  }

  /** The kind of which most are in the small number. */
  #mostOf({ line, time, holds }: Small): number {
    let [best, most] = [NOWHERE, 0];
    for (const kind of this.#view.kindsAt(line, time)) {
      const people = holds[kind] === 1 ? this.#view.people(line, time, kind) : 0;
      if (people > most) {
        [best, most] = [kind, people];
      }
    }
    return best;
  }

  /** Months of the same quarter before those of the same year, and the nearest first; last none at all, which hides every stretch with this month in it. */
  #otherTimes(line: number, time: number, kind: number): readonly number[] {
    const found: number[] = [];
    for (const other of this.#nearest[time] ?? []) {
      if (found.length === TIMES) {
        break;
      }
      if (this.#view.people(line, other, kind) > 0) {
        found.push(other);
      }
    }
    return [...found, NOWHERE];
  }

  /** Other kinds that are here too, those that fewest measures tell from the own one first; NOWHERE swaps the whole person, and every measure of that kind. */
  #otherKinds(holds: Uint8Array, line: number, time: number, own: number): readonly number[] {
    const bits = (kind: number): number => this.#view.kinds[kind] ?? 0;
    const told = (kind: number): number => ones(kind === NOWHERE ? bits(own) : bits(own) ^ bits(kind));
    const here = [...this.#view.kindsAt(line, time)].filter((kind) => holds[kind] !== 1);
    return [...here, NOWHERE].sort((a, b) => told(a) - told(b) || Math.max(a, 0) - Math.max(b, 0)).slice(0, KINDS);
  }
}

/** How many counts a kind is in. */
function ones(kind: Kind): number {
  let count = 0;
  for (let left = kind; left > 0; left = Math.floor(left / 2)) {
    count += left % 2;
  }
  return count;
}
