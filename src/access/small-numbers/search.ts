import type { Candidate } from './candidate';
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

  constructor({ view, meetings, dimensions, isCensus }: Searched) {
    this.#view = view;
    this.#isCensus = isCensus;
    this.#neighbours = new Neighbours(view, meetings);
    this.#ground = new CommonGround(view, meetings, dimensions);
    this.#nearest = view.times.map((_, time) => (isCensus ? [] : nearestTimes(view.times, time)));
  }

  /**
   * Goes through every swap by which a small number could be another, those that hide least first: those that fit are
   * taken, until one says that it was enough. `kin`: only with places that coarser views do not tell apart, where people are
   * found, and on ground that all of them share.
   */
  candidates(small: Small, need: number, kin: boolean, fits: (candidate: Candidate) => boolean, take: (candidate: Candidate) => boolean): boolean {
    const { line, time } = small;
    const kind = this.#mostOf(small);
    if (kind === NOWHERE) {
      return false;
    }
    const places = this.#neighbours.of(line, time, kind, need, kin);
    const kinds = this.#otherKinds(small, kind);
    for (const otherTime of this.#otherTimes(line, time, kind)) {
      for (const otherKind of kinds) {
        for (const { lines, keys } of places) {
          const candidate = { lines, keys, time, otherTime, kind, otherKind };
          if (fits(candidate) && (!kin || this.#ground.isShared(line, keys, kind, otherKind)) && take(candidate)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The same place at another time, where there are people to swap with: with swaps between times they reach the small number's own. */
  atOtherTimes(small: Small, fits: (candidate: Candidate) => boolean, take: (candidate: Candidate) => boolean): void {
    const { line } = small;
    const kind = this.#view.kindsAt(line, small.time).find((one) => small.holds[one] === 1);
    for (let time = 0; kind !== undefined && !this.#isCensus && time < this.#view.times.length; time += 1) {
      const places = this.#neighbours.of(line, time, kind, 1, true);
      for (const otherKind of places.length === 0 ? [] : this.#otherKinds({ ...small, time }, kind)) {
        for (const { lines, keys } of places) {
          const candidate = { lines, keys, time, otherTime: NOWHERE, kind, otherKind };
          if (fits(candidate) && this.#ground.isShared(line, keys, kind, otherKind) && take(candidate)) {
            return;
          }
        }
      }
    }
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
  #otherKinds({ holds, line, time }: Small, own: number): readonly number[] {
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
