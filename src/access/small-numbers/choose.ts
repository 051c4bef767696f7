import { Corners } from './corners';
import { Ground } from './ground';
import type { Kind } from '../../engine/people';
import { leaveDoubts } from './leave-doubts';
import { Search } from './search';
import { Spare, type Small } from './spare';
import { Swaps } from './swaps';
import { turn } from './turn';
import type { View } from './view';
import type { Views } from './views';
import { Least, leastHidden, WAYS } from './ways';

/** A view with more small numbers a time than this, and more of them than it has places, is too fine to be shown. */
const FINE = 190;
/** One of no more lines than this is shown all the same where most of what may be asked of it is not small. */
const FEW_LINES = 300;
/** The least that is small of what may be asked of such a one, for it to be too fine. */
const MOSTLY = 1 / 3;
/** Small numbers that are looked at between two turns of whatever else waits: a few milliseconds. */
const AT_ONCE = 64;

/** What swaps are chosen from. */
export interface Choosing {
  readonly views: Views;
  /** What may be asked for, each as the kinds that it holds: a count, or the difference of two of which one holds the other. */
  readonly counts: readonly ReadonlySet<Kind>[];
  /** Counts of people from 1 to this are small. */
  readonly threshold: number;
  readonly isCensus: boolean;
}

/** Swaps in each of which a small number of some view lies, and the views so fine that nothing of them is shown. */
export interface Chosen {
  readonly swaps: Swaps;
  readonly fine: readonly View[];
}

const NO_NUMBERS: Numbers = { small: [], counted: 0 };

/** Chooses swaps so that every small number of every view lies in one, from the people alone and in a fixed order. */
export async function chooseSwaps(choosing: Choosing): Promise<Chosen> {
  const { views, threshold, isCensus } = choosing;
  const dimensions = views.ids.map((_, index) => index);
  // Where everybody has one key, two dimensions are no more than the other of them alone.
  const parting = dimensions.filter((dimension) => (views.keys[dimension]?.length ?? 0) > 1);
  const every = [...dimensions.map(views.one), ...parting.flatMap((one, index) => parting.slice(index + 1).map((other) => views.two(one, other)))];
  const small = new Map<View, Numbers>();
  for (const view of every) {
    small.set(view, await smallNumbers(view, choosing));
  }
  const fine = every.filter((view) => isTooFine(view, small.get(view) ?? NO_NUMBERS));
  const shown = every.filter((view) => !fine.includes(view));
  const swaps = new Swaps(views, shown);
  const corners = new Corners(views, (view) => fine.includes(view));
  const ground = new Ground(views);
  for (const view of shown) {
    const search = new Search(view, ground, corners, isCensus);
    for (const [index, one] of (small.get(view) ?? NO_NUMBERS).small.entries()) {
      protect({ view, swaps, search }, one, threshold);
      if (index % AT_ONCE === 0) {
        await turn();
      }
    }
  }
  await leaveDoubts({
    holds: choosing.counts.map((count) => Uint8Array.from(views.kinds, (kind) => Number(count.has(kind)))), times: views.times.length, swaps,
    small: new Map(shown.filter(({ keys }) => keys.every(({ length }) => length > 1)).map((view) => [view, small.get(view)?.small ?? []])),
    searchOf: (view) => new Search(view, ground, corners, isCensus),
  });
  return { swaps, fine };
}

/** `counted`: how many numbers of it there are, small or not, without noughts. */
export const isTooFine = (view: View, { small, counted }: Numbers): boolean => small.length > FINE * view.times.length && small.length > view.places
  && (view.dimensions.length === 1 || view.lines > FEW_LINES || small.length > counted * MOSTLY);

export interface Numbers {
  readonly small: readonly Small[];
  readonly counted: number;
}

/** Every number of a view from 1 to the threshold, and how many there are of any size. */
export async function smallNumbers(view: View, { counts, threshold }: Pick<Choosing, 'counts' | 'threshold'>): Promise<Numbers> {
  const asked = counts.map((count) => Uint8Array.from(view.kinds, (kind) => Number(count.has(kind))));
  const within = view.kinds.map((kind) => counts.flatMap((count, index) => (count.has(kind) ? [index] : [])));
  const times = view.times.length;
  const found: Small[] = [];
  let counted = 0;
  const people = new Float64Array(counts.length * times);
  for (let line = 0; line < view.lines; line += 1) {
    people.fill(0);
    view.each(line, (time, kind, of) => within[kind]?.forEach((index) => {
      people[index * times + time] = (people[index * times + time] ?? 0) + of;
    }));
    for (const [index, holds] of asked.entries()) {
      for (let time = 0; time < times; time += 1) {
        const few = people[index * times + time] ?? 0;
        counted += Number(few > 0);
        if (few > 0 && few < threshold + 1) {
          found.push({ holds, count: index, line, time, people: few, far: farFrom(people.subarray(index * times, (index + 1) * times), time, threshold) });
        }
      }
    }
    if (line % AT_ONCE === 0) {
      await turn();
    }
  }
  return { small: found, counted };
}

/** By time, 1 where there are more than are small from one time to it. */
function farFrom(people: Float64Array, time: number, threshold: number): Uint8Array {
  const far = new Uint8Array(people.length);
  for (const step of [-1, 1]) {
    let sum = 0;
    for (let other = time; other >= 0 && other < people.length; other += step) {
      sum += people[other] ?? 0;
      far[other] = Number(sum > threshold);
    }
  }
  return far;
}

interface Protecting {
  readonly view: View;
  readonly swaps: Swaps;
  readonly search: Search;
}

/**
 * Adds swaps until the number could as well be any from 1 to one above the threshold; as near to it as there are people. With
 * places that together with its own are more than are small, where there are any: what few have between them stays as it is.
 */
function protect({ view, swaps, search }: Protecting, small: Small, threshold: number): void {
  for (const together of [threshold, 0]) {
    const wanted = (): Spare => {
      const spare = new Spare(view, small, threshold + 1 - small.people, together);
      swaps.at(view, small.line, small.time).forEach((seen) => spare.take(seen));
      return spare;
    };
    let spare = wanted();
    for (const way of together === 0 ? WAYS : WAYS.filter(({ lie }) => lie !== 'apart')) {
      for (let before = Infinity; spare.need > 0 && spare.need < before; spare = wanted()) {
        before = spare.need;
        const least = new Least(before);
        const best = leastHidden(search.candidates(small, way, together, least), least);
        if (best === null) {
          break;
        }
        swaps.add(best.swap);
      }
      if (spare.isParted) {
        return;
      }
    }
  }
}
