import { fewest, swapOf } from './candidate';
import { Chosen, type Swap } from './chosen';
import { Lowering } from './lower';
import type { Meetings } from './meetings';
import type { Kind } from '../../engine/people';
import { Search, type Searched } from './search';
import { Spare, type Small } from './spare';
import { turn } from './turn';
import { NOWHERE, type View } from './view';

/** From so many small numbers on, more of them than there are places and times make a view too fine to be shown. */
const FINE = 8_000;
/** Small numbers, or swaps, that are looked at between two turns of whatever else waits: a few milliseconds. */
const AT_ONCE = 64;

/** What swaps of a view are chosen from. */
export interface Ground extends Searched {
  /** What may be asked for, each as the kinds that it holds: a count, or the difference of two of which one holds the other. */
  readonly counts: readonly ReadonlySet<Kind>[];
  /** Counts of people from 1 to this are small. */
  readonly threshold: number;
  /** Swaps of coarser views, whose places lie in what this view's dimensions settle. */
  readonly coarser: readonly Chosen[];
}

/**
 * The swaps of one view, so that every small number in it lies in one: with those of coarser views, brought down to
 * places of this one, so that what is hidden there is not to be added up from here. Null for a view so fine that most of
 * it is small: then nothing of it is shown.
 */
export async function chooseSwaps(ground: Ground): Promise<Chosen | null> {
  const { view, meetings, coarser, threshold } = ground;
  const small = await smallNumbers(ground);
  if (small.length > FINE && small.length > view.places) {
    return null;
  }
  const chosen = new Chosen(view);
  const lowerings = coarser.map((one) => new Lowering(view, meetings, one));
  for (const lowering of lowerings) {
    for (const [index, swap] of lowering.swaps.entries()) {
      const lowered = lowering.lowered(swap, NOWHERE);
      if (lowered !== null) {
        chosen.add(lowered);
      }
      if (index % AT_ONCE === 0) {
        await turn();
      }
    }
  }
  const search = new Search(ground);
  for (const [index, one] of small.entries()) {
    protect({ view, chosen, search, lowerings }, one, threshold + 1 - one.people);
    if (index % AT_ONCE === 0) {
      await turn();
    }
  }
  return chosen;
}

async function smallNumbers({ view, counts, threshold, meetings }: Ground): Promise<readonly Small[]> {
  const asked = counts.map((count) => Uint8Array.from(view.kinds, (kind) => Number(count.has(kind))));
  const found: Small[] = [];
  for (let line = 0; line < view.peopled; line += 1) {
    const times = isSettledWithin(view, line, meetings) ? 0 : view.times.length;
    for (let time = 0; time < times; time += 1) {
      const kinds = view.kindsAt(line, time);
      for (const holds of kinds.length === 0 ? [] : asked) {
        let people = 0;
        for (const kind of kinds) {
          people += holds[kind] === 1 ? view.people(line, time, kind) : 0;
        }
        if (people > 0 && people < threshold + 1) {
          found.push({ holds, line, time, people });
        }
      }
    }
    if (line % AT_ONCE === 0) {
      await turn();
    }
  }
  return found;
}

/** Whether one key of a line is found with no other of another dimension of it: then a view of fewer dimensions hides it. */
function isSettledWithin(view: View, line: number, meetings: Meetings): boolean {
  const keys = view.dimensions.length === 1 ? [] : view.keysOf(line);
  return keys.some((key, index) => view.dimensions.some((other, otherIndex) =>
    index !== otherIndex && meetings.with(view.dimensions[index] ?? '', key, other).size === 1));
}

interface Protecting {
  readonly view: View;
  readonly chosen: Chosen;
  readonly search: Search;
  readonly lowerings: readonly Lowering[];
}

/** Adds swaps until the number could as well be any from 1 to one above the threshold; as near to it as there are people. */
function protect({ view, chosen, search, lowerings }: Protecting, small: Small, need: number): void {
  const spare = new Spare(view, small, need);
  for (const swap of chosen.at(small.line, small.time)) {
    spare.take(swap);
    if (spare.need <= 0) {
      return;
    }
  }
  const wanted = spare.need;
  const left = (line: number, time: number, kind: number): number => spare.left(line, time, kind);
  const people = (line: number, time: number, kind: number): number => view.people(line, time, kind);
  const isTaken = (swap: Swap): boolean => {
    if (spare.take(swap) > 0) {
      chosen.add(swap);
    }
    return spare.need <= 0;
  };
  // Nobody is brought to a place that is empty where it can be helped: what is known to be empty would give it away.
  const [peopled, bare]: [Swap[], Swap[]] = [[], []];
  const isEnough = search.candidates(small, wanted, true, (one) => {
    const room = fewest(one, 1, left);
    const found = room > 0 && search.isOnSharedGround(one) ? swapOf(view, one) : null;
    if (found === null) {
      return false;
    }
    const isPeopled = fewest(one, -1, people) > 0;
    if (isPeopled && room >= wanted) {
      chosen.add(found);
      return true;
    }
    (isPeopled ? peopled : bare).push(found);
    return false;
  });
  if (isEnough || peopled.some(isTaken) || lowerings.some((lowering) => [...lowering.at(small)].some(isTaken)) || bare.some(isTaken)
    || search.candidates(small, spare.need, false, (one) => fewest(one, 1, left) > 0 && isTaken(swapOf(view, one)))) {
    return;
  }
  // Over all that is held there are so few here that no time of its own has anybody to swap with: another time has.
  const elsewhere = search.atOtherTimes(small);
  if (elsewhere !== null) {
    chosen.add(elsewhere);
  }
  if (!chosen.at(small.line, small.time).some((swap) => spare.parts(swap))) {
    search.candidates(small, spare.need, false, (one) => {
      chosen.add(swapOf(view, one));
      return true;
    });
  }
}
