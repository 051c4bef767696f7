import { financialQuarter, financialYear } from '../../calendar/financial-year';
import type { Steps } from './chosen';
import type { Coarser } from './lower';
import { KIND, type Meetings } from './meetings';
import type { Kind } from './people';
import type { Small } from './spare';
import type { Line, View } from './view';

/** What swaps of a view are chosen from. */
export interface Ground {
  readonly view: View;
  readonly meetings: Meetings;
  /** Every dimension by which these people may be asked about. */
  readonly dimensions: readonly string[];
  /** What may be asked for, each as the kinds that it holds: a count, or the difference of two of which one holds the other. */
  readonly counts: readonly ReadonlySet<Kind>[];
  readonly isCensus: boolean;
  /** Counts of people from 1 to this are small. */
  readonly threshold: number;
  /** Swaps of coarser views, whose places lie in what this view's dimensions settle. */
  readonly coarser: readonly Coarser[];
}

/** Candidates that are tried of each sort. */
const TIMES = 5;
const KINDS = 3;
const KEYS = 5;

/** Looks for what a small number may be swapped with. */
export class Search {
  readonly #kin: readonly (readonly string[])[];
  readonly #ground = new Map<string, boolean>();

  constructor(private readonly ground: Ground) {
    const { view, meetings } = ground;
    this.#kin = view.dimensions.map((id, index) => (view.keys[index] ?? []).map((key) =>
      meetings.settledBy(id).filter((other) => !view.dimensions.includes(other)).map((other) => meetings.settled(id, key, other) ?? '').join('|')));
  }

  /** Every swap by which a small number could be another, those that hide least first. `kin`: only with places that coarser views do not tell apart. */
  *candidates(small: Small, need: number, kin: boolean): Generator<Steps> {
    const { view } = this.ground;
    const { line, time, holds } = small;
    const here = (line.kinds.get(time) ?? []).filter((kind) => holds[kind] === true);
    const [own] = here.sort((a, b) => view.people(view.cell(line.id, time, b)) - view.people(view.cell(line.id, time, a)) || a - b);
    if (own === undefined) {
      return;
    }
    const others = line.at.map((_, index) => this.#otherKeys(small, own, index, need, kin));
    const kinds = this.#otherKinds(small, own);
    for (const otherTime of this.#otherTimes(small, own)) {
      for (const otherKind of kinds) {
        for (const swapped of combinations(others)) {
          if (!kin || this.#haveCommonGround(line, swapped, own, otherKind)) {
            yield stepsOf(view, line, swapped, [time, otherTime], [own, otherKind]);
          }
        }
      }
    }
  }

  /** Swaps of the same place at another time, where there are people to swap with: with those between times they reach the small number's own. */
  *atOtherTimes(small: Small): Generator<Steps> {
    const { view } = this.ground;
    const own = (small.line.kinds.get(small.time) ?? []).find((kind) => small.holds[kind] === true);
    for (let time = 0; own !== undefined && !this.ground.isCensus && time < view.times.length; time += 1) {
      const others = small.line.at.map((_, index) => this.#otherKeys({ ...small, time }, own, index, 1, true));
      for (const otherKind of [...this.#otherKinds({ ...small, time }, own)]) {
        for (const swapped of combinations(others)) {
          const steps = stepsOf(view, small.line, swapped, [time, null], [own, otherKind]);
          const leaves = steps.cells.filter((_, index) => steps.signs[index] === -1);
          if (leaves.every((cell) => view.people(cell) > 0) && this.#haveCommonGround(small.line, swapped, own, otherKind)) {
            yield steps;
          }
        }
      }
    }
  }

  /** Months of the same quarter before those of the same year, and the nearest first; last none at all, which hides every stretch with this month in it. */
  #otherTimes({ line, time }: Small, own: number): readonly (number | null)[] {
    const { view, isCensus } = this.ground;
    if (isCensus) {
      return [null];
    }
    const now = view.times[time] ?? '';
    const distance = (other: number): number => {
      const then = view.times[other] ?? '';
      const isSameYear = financialYear(then) === financialYear(now);
      return (isSameYear && financialQuarter(then) === financialQuarter(now) ? 0 : isSameYear ? 1_000 : 2_000) + Math.abs(other - time) * 2 + Number(other > time);
    };
    const others = [...line.kinds].flatMap(([other, kinds]) => (other !== time && kinds.includes(own) ? [{ other, away: distance(other) }] : []));
    return [...others.sort((a, b) => a.away - b.away).slice(0, TIMES).map(({ other }) => other), null];
  }

  /** Other kinds that are here too, those that fewest measures tell from the own one first; null swaps the whole person, and every measure of that kind. */
  #otherKinds({ holds, line, time }: Small, own: number): readonly (number | null)[] {
    const { view } = this.ground;
    const told = (kind: number | null): number => bits(kind === null ? view.kinds[own] ?? 0 : differing(view.kinds[own] ?? 0, view.kinds[kind] ?? 0));
    const here = (line.kinds.get(time) ?? []).filter((kind) => holds[kind] !== true);
    return [...here, null].sort((a, b) => told(a) - told(b) || (a ?? 0) - (b ?? 0)).slice(0, KINDS);
  }

  /** Keys of one dimension to swap with: enough people there first, the fewest of those first; then the most. */
  #otherKeys({ line, time }: Small, own: number, dimension: number, need: number, kin: boolean): readonly number[] {
    const { view } = this.ground;
    const key = line.at[dimension] ?? 0;
    const groups = this.#kin[dimension] ?? [];
    const found = (view.keys[dimension] ?? []).flatMap((_, other) => {
      if (other === key || (kin && groups[other] !== groups[key])) {
        return [];
      }
      const people = view.people(view.cell(view.moved(line.id, dimension, key, other), time, own));
      return kin && people === 0 ? [] : [{ other, people, isEnough: people >= need }];
    });
    return found.sort((a, b) => Number(b.isEnough) - Number(a.isEnough) || (a.isEnough ? a.people - b.people : b.people - a.people) || a.other - b.other)
      .slice(0, KEYS).map(({ other }) => other);
  }

  /** Whether people of both keys of each dimension, and of both kinds, are found under one key of every other dimension, so that no answer by that one parts them. */
  #haveCommonGround(line: Line, swapped: readonly number[], own: number, otherKind: number | null): boolean {
    const { view, meetings, dimensions } = this.ground;
    const name = `${line.id}|${swapped.join()}|${own}|${otherKind}`;
    const before = this.#ground.get(name);
    if (before !== undefined) {
      return before;
    }
    const places: (readonly [string, string])[] = [
      ...view.dimensions.flatMap((id, index): [string, string][] => [line.at[index] ?? 0, swapped[index] ?? 0].map((key) => [id, view.keys[index]?.[key] ?? ''])),
      ...[own, otherKind].flatMap((kind): [string, string][] => (kind === null ? [] : [[KIND, String(view.kinds[kind])]])),
    ];
    const isApart = (id: string): boolean => view.dimensions.some((other) => other === id || meetings.settledBy(other).includes(id) || meetings.settledBy(id).includes(other));
    const holds = dimensions.every((id) => isApart(id) || common(places, id, meetings));
    this.#ground.set(name, holds);
    return holds;
  }
}

function common(places: readonly (readonly [dimension: string, key: string])[], other: string, meetings: Meetings): boolean {
  const [first, ...rest] = places.map(([dimension, key]) => meetings.with(dimension, key, other));
  return first !== undefined && [...first.keys()].some((key) => rest.every((keys) => keys.has(key)));
}

function bits(kind: Kind): number {
  let count = 0;
  for (let left = kind; left > 0; left = Math.floor(left / 2)) {
    count += left % 2;
  }
  return count;
}

/** The counts that only one of two kinds is in. */
const differing = (one: Kind, other: Kind): Kind => one ^ other;

function* combinations(lists: readonly (readonly number[])[]): Generator<readonly number[]> {
  const [first, ...rest] = lists;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const tail of combinations(rest)) {
    for (const head of first) {
      yield [head, ...tail];
    }
  }
}

/** Every combination of own and other: time, kind and key, one person brought or taken away at each in turn. */
function stepsOf(view: View, line: Line, swapped: readonly number[], [time, otherTime]: readonly [number, number | null], [own, otherKind]: readonly [number, number | null]): Steps {
  let places: { readonly line: number; readonly time: number; readonly kind: number; readonly sign: 1 | -1 }[] = [{ line: line.id, time, kind: own, sign: 1 }];
  const doubled = (changed: (place: (typeof places)[number]) => Partial<(typeof places)[number]>): void => {
    places = [...places, ...places.map((place) => ({ ...place, ...changed(place), sign: place.sign === 1 ? -1 as const : 1 as const }))];
  };
  if (otherTime !== null) {
    doubled(() => ({ time: otherTime }));
  }
  if (otherKind !== null) {
    doubled(() => ({ kind: otherKind }));
  }
  swapped.forEach((key, index) => doubled((place) => ({ line: view.moved(place.line, index, line.at[index] ?? 0, key) })));
  return { cells: places.map((place) => view.cell(place.line, place.time, place.kind)), signs: places.map(({ sign }) => sign) };
}
