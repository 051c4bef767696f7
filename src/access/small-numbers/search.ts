import type { Corners } from './corners';
import { ANYBODY } from './found-together';
import type { Ground } from './ground';
import { nearestTimes } from './nearest-times';
import { Neighbours, type Neighbour } from './neighbours';
import { isFew, type Small } from './spare';
import { sign, turnOf } from './swap';
import { NOWHERE, type View } from './view';
import type { Least, Way } from './ways';

const NONE: readonly number[] = [];
/** Candidates that are tried of each sort. */
const TIMES = 4;
const KINDS = 3;
/** Places that are looked at in all for one small number in one way. */
const LOOKED = 96;
/** Swaps of one time and kind that are weighed against each other. */
const WEIGHED = 12;
/** Places that are looked at beside a small number, along one line. */
const BESIDE = 24;

/** Who is at a place that a small number is swapped with: nobody who is counted, somebody, or whoever it may be, though no answer names it. */
export type Beside = 'nobody' | 'somebody' | 'anybody';

/** Looks for what the small numbers of one view may be swapped with. */
export class Search {
  readonly #neighbours: Neighbours;
  readonly #nearest: readonly (readonly number[])[];
  /** By kind, every other, those that fewest counts tell from it first. */
  readonly #like: readonly (readonly number[])[];
  /** The small number that is looked at, and where people were found for it. */
  #small: Small | null = null;
  readonly #found = new Map<string, readonly Neighbour[]>();

  constructor(private readonly view: View, ground: Ground, private readonly corners: Corners, isCensus: boolean) {
    this.#neighbours = new Neighbours(view, ground);
    this.#like = view.kinds.map((kind, own) => view.kinds.map((_, of) => of).filter((of) => of !== own)
      .map((of) => ({ of, told: unlike(view.kinds[of] ?? 0, kind) })).sort((a, b) => a.told - b.told || a.of - b.of).map(({ of }) => of));
    this.#nearest = view.times.map((_, time) => (isCensus ? [] : nearestTimes(view.times, time)));
  }

  /** Swaps within one line of a table: where no others can be had, its totals are hidden. */
  *#open(small: Small, together: number, best: Least): Generator<boolean> {
    const { view, view: { dimensions } } = this;
    const { line, time } = small;
    const kind = this.#mostOf(small);
    for (const other of kind === NOWHERE || dimensions.length === 1 ? [] : this.#otherKinds(small.holds, line, time, kind)) {
      const own = other === NOWHERE ? [kind] : [kind, other];
      const kinds = [own, own];
      let isEnough = false;
      for (const [index, dimension] of dimensions.entries()) {
        const [fixed = 0, key = 0] = [dimensions[1 - index], view.at(line)[1 - index]];
        for (const beside of this.#neighbours.beside(line, index)) {
          const [from = 0, to = 0] = [view.at(line)[index], view.at(beside)[index]];
          const room = isFew(view, small, beside, together) ? 0 : this.#room([line, beside], [time], kinds, true);
          const totals = this.corners.total(dimension, from, time) + this.corners.total(dimension, to, time);
          const isWorth = room > 0 && (best.isLess(totals, room) || (room >= best.need && !isEnough));
          const placed = isWorth ? this.corners.place({ dimensions: [dimension, fixed], swapped: [[from, to], [key, key]], times: [time], kinds }, 'apart') : null;
          if (placed !== null) {
            isEnough ||= room >= best.need;
            best.take({ swap: { corners: placed.corners, times: [time], kinds }, room, hidden: placed.hidden + totals });
          }
        }
      }
      yield isEnough;
    }
  }

  /**
   * Swaps by which a small number could be another, by other time and kinds: the sorts that hide least first. Those that
   * cannot hide less than the best so far are left out, but for those with room for all who are needed where none has.
   */
  *candidates(small: Small, { lie, isKindApart, isLoose, isOpen }: Way, together: number, best: Least): Generator<boolean> {
    if (isOpen) {
      yield* this.#open(small, together, best);
      return;
    }
    if (small !== this.#small) {
      this.#found.clear();
      this.#small = small;
    }
    const { view } = this;
    const { line, time } = small;
    const kind = this.#mostOf(small);
    const isFound = (at: number, of: number, isBeside: boolean): boolean => !(isBeside && isFew(view, small, at, together)) && (isLoose ? view.isCounted(at, time, of) : view.people(at, time, of) > 0);
    let looked = 0;
    for (const kinds of kind === NOWHERE ? [] : this.#kindsBy(small, kind, isKindApart)) {
      const firsts = kinds.map(([first = NOWHERE]) => first);
      const name = [together, lie === 'together', isLoose, ...firsts].join();
      const places = this.#found.get(name) ?? this.#neighbours.of(line, time, firsts, lie === 'together', isFound);
      this.#found.set(name, places);
      const told = unlike(view.kinds[kind] ?? 0, view.kinds[kinds[0]?.[1] ?? NOWHERE] ?? 0);
      for (const otherTime of places.length === 0 ? [] : this.#otherTimes(small, kind)) {
        const times = otherTime === NOWHERE ? [time] : [time, otherTime];
        let weighed = 0;
        let isEnough = false;
        for (const { lines, keys, people } of places) {
          const room = this.#room(lines, times, kinds, isLoose);
          looked += Number(room > 0);
          if (looked > LOOKED) {
            return;
          }
          const isWorth = room > 0 && (best.isLess(people * told, room) || (room >= best.need && !isEnough));
          const placed = isWorth ? this.corners.place({ dimensions: view.dimensions, swapped: keys, times, kinds }, lie) : null;
          if (placed === null) {
            continue;
          }
          isEnough ||= room >= best.need;
          best.take({ swap: { corners: placed.corners, times, kinds }, room, hidden: (placed.hidden + people) * told });
          weighed += 1;
          if (weighed === WEIGHED) {
            break;
          }
        }
        yield isEnough;
      }
    }
  }

  /**
   * Swaps by which a small number would be one fewer: somebody of it would be at a place beside, which answers name, instead of
   * somebody of another kind, or of nobody. That place is hidden for it, and so are both keys in whatever parts them.
   */
  *lessening(small: Small, best: Least, beside: Beside): Generator<boolean> {
    const { view, view: { dimensions } } = this;
    const { line, time, holds, far } = small;
    const kind = this.#mostOf(small);
    const isOpen = (other: number): boolean => beside === 'anybody' || (view.isNamed(other, time) && (view.counted(other, time, holds) === 0) === (beside === 'nobody'));
    const others = beside === 'anybody' ? [] : (this.#nearest[time] ?? []).filter((other) => far[other] === 1).slice(0, TIMES);
    for (const otherTime of kind === NOWHERE ? [] : [...others, NOWHERE]) {
      let isFound = false;
      for (const other of this.#otherKinds(holds, line, time, kind)) {
        const own = other === NOWHERE ? [kind] : [kind, other];
        const [here, there] = [[kind], beside === 'anybody' ? NONE : [other === NOWHERE ? ANYBODY : other]];
        const [times, found] = otherTime === NOWHERE ? [[time], [[here, there]]] : [[time, otherTime], [[here, there], [there, here]]];
        for (const [index, dimension] of dimensions.entries()) {
          const [fixed = 0, key = 0, from = 0] = [dimensions[1 - index], view.at(line)[1 - index], view.at(line)[index]];
          for (const place of this.#neighbours.beside(line, index).filter(isOpen).slice(0, BESIDE)) {
            const to = view.at(place)[index] ?? 0;
            const made = dimensions.length === 1 ? { dimensions, swapped: [[from, to]] as const } : { dimensions: [dimension, fixed], swapped: [[from, to], [key, key]] as const };
            const placed = this.corners.place({ ...made, times, kinds: [own, own], there: found, isThorough: beside === 'anybody' }, beside === 'anybody' ? 'together' : 'along');
            if (placed !== null) {
              best.take({ swap: { corners: placed.corners, times, kinds: [own, own] }, room: 1, hidden: placed.hidden + view.total(place, time) });
              isFound ||= best.one !== null;
            }
            if (isFound && beside === 'anybody') {
              break;
            }
          }
        }
      }
      yield isFound;
    }
  }

  /** By corner, the kinds to swap. */
  *#kindsBy(small: Small, kind: number, isApart: boolean): Generator<readonly (readonly number[])[]> {
    const { view } = this;
    const count = 2 ** view.dimensions.length;
    const bits = (of: number): number => view.kinds[of] ?? 0;
    for (const other of this.#otherKinds(small.holds, small.line, small.time, kind)) {
      const own = other === NOWHERE ? [kind] : [kind, other];
      if (!isApart) {
        yield Array.from({ length: count }, () => own);
        continue;
      }
      const beside = this.#like[kind]?.filter((of) => small.holds[of] === 1) ?? [];
      for (const first of beside.slice(0, KINDS)) {
        const second = other === NOWHERE ? NOWHERE : view.kinds.indexOf(bits(first) - bits(kind) + bits(other));
        const there = second === NOWHERE ? [first] : [first, second];
        for (let index = 0; there.length === own.length && index < view.dimensions.length; index += 1) {
          yield Array.from({ length: count }, (_, corner) => (((corner >>> index) & 1) === 1 ? there : own));
        }
      }
    }
  }

  /** How many may be moved to the small number at most; 0 where anybody is moved to where there is nobody. */
  #room(lines: readonly number[], times: readonly number[], kinds: readonly (readonly number[])[], isLoose: boolean): number {
    let room = Infinity;
    for (let corner = 0; corner < lines.length; corner += 1) {
      const [line = NOWHERE, own = NONE] = [lines[corner], kinds[corner]];
      for (let time = 0; time < times.length; time += 1) {
        for (let index = 0; index < own.length; index += 1) {
          const [at = 0, kind = 0] = [times[time], own[index]];
          const people = isLoose ? Number(this.view.isCounted(line, at, kind)) : this.view.people(line, at, kind);
          if (people === 0) {
            return 0;
          }
          const isBrought = sign(corner) * turnOf(time) * turnOf(index) > 0;
          room = isBrought ? room : Math.min(room, people);
        }
      }
    }
    return room;
  }

  /** The kind of which most are in the small number. */
  #mostOf({ line, time, holds }: Small): number {
    let [best, most] = [NOWHERE, 0];
    for (const kind of this.view.kindsAt(line, time)) {
      const people = holds[kind] === 1 ? this.view.people(line, time, kind) : 0;
      if (people > most) {
        [best, most] = [kind, people];
      }
    }
    return best;
  }

  /** Months of the same quarter before those of the same year, and the nearest first; last none at all, which hides every stretch with this month in it. */
  #otherTimes({ line, time, far }: Small, kind: number): readonly number[] {
    return [...(this.#nearest[time] ?? []).filter((other) => far[other] === 1 && this.view.people(line, other, kind) > 0).slice(0, TIMES), NOWHERE];
  }

  /** Other kinds that are here too, those that fewest measures tell from the own one first; NOWHERE swaps the whole person, and every measure of that kind. */
  #otherKinds(holds: Uint8Array, line: number, time: number, own: number): readonly number[] {
    const bits = (kind: number): number => this.view.kinds[kind] ?? 0;
    const here = [...this.view.kindsAt(line, time)].filter((kind) => holds[kind] !== 1 && bits(kind) > 0);
    return [...here, NOWHERE].map((kind) => ({ kind, told: unlike(bits(own), kind === NOWHERE ? 0 : bits(kind)) }))
      .sort((a, b) => a.told - b.told || Math.max(a.kind, 0) - Math.max(b.kind, 0)).slice(0, KINDS).map(({ kind }) => kind);
  }
}

/** How many counts one kind is in and the other is not. */
function unlike(one: number, other: number): number {
  let count = 0;
  for (let [left, right] = [one, other]; left > 0 || right > 0; [left, right] = [Math.floor(left / 2), Math.floor(right / 2)]) {
    count += Number(left % 2 !== right % 2);
  }
  return count;
}
