import { chosenFrom, type Choosing, type Steps } from './chosen';
import type { Meetings } from './meetings';
import { lowering } from './lower';
import { Search, type Ground } from './search';
import { Spare, type Small } from './spare';
import type { Swap } from './swap';
import type { Line, View } from './view';

/** From so many small numbers on, more of them than this for each place and time make a view too fine to be shown. */
const FINE = 8_000;
const TOO_FINE = 1;

/**
 * The swaps of one view, so that every small number in it lies in one: with those of coarser views, brought down to
 * places of this one, so that what is hidden there is not to be added up from here. Null for a view so fine that most of
 * it is small: then nothing of it is shown.
 */
export function chooseSwaps(ground: Ground): readonly Swap[] | null {
  const { view, meetings } = ground;
  const small = [...smallNumbers(ground)];
  if (small.length > FINE && small.length > view.lines.reduce((sum, { kinds }) => sum + kinds.size, 0) * TOO_FINE) {
    return null;
  }
  const chosen = chosenFrom(view, meetings);
  const lower = lowering(view, meetings, ground.coarser);
  lower.all().forEach((steps) => chosen.add(steps));
  const search = new Search(ground);
  for (const one of small) {
    protect(ground, chosen, one, search, () => lower.at(one));
  }
  return chosen.swaps();
}

function* smallNumbers({ view, counts, threshold, meetings }: Ground): Generator<Small> {
  const asked = counts.map((count) => view.kinds.map((kind) => count.has(kind)));
  for (const line of view.lines) {
    if (isSettledWithin(view, line, meetings)) {
      continue;
    }
    for (const [time, kinds] of line.kinds) {
      for (const holds of asked) {
        let people = 0;
        for (const kind of kinds) {
          people += holds[kind] === true ? view.people(view.cell(line.id, time, kind)) : 0;
        }
        if (people > 0 && people < threshold + 1) {
          yield { holds, line, time, people };
        }
      }
    }
  }
}

/** Whether one key of a line is found with no other of another dimension of it: then a view of fewer dimensions hides it. */
function isSettledWithin({ dimensions, keys }: View, { at }: Line, meetings: Meetings): boolean {
  return dimensions.some((one, index) => dimensions.some((other, otherIndex) =>
    index !== otherIndex && meetings.with(one, keys[index]?.[at[index] ?? 0] ?? '', other).size === 1));
}

/** Adds swaps until the number could as well be any from 1 to one above the threshold; as near to it as there are people. */
function protect({ view, threshold }: Ground, chosen: Choosing, small: Small, search: Search, lowered: () => Iterable<Steps>): void {
  const spare = new Spare(view, small, threshold + 1 - small.people);
  for (const steps of chosen.at(small)) {
    spare.take(steps);
  }
  if (spare.need <= 0) {
    return;
  }
  // Nobody is brought to a place that is empty where it can be helped: what is known to be empty would give it away.
  const isPeopled = ({ cells }: Steps): boolean => cells.every((cell) => view.people(cell) > 0);
  for (const steps of search.candidates(small, spare.need, true)) {
    if (spare.room(steps) >= spare.need && isPeopled(steps)) {
      chosen.add(steps);
      return;
    }
  }
  const found = [...search.candidates(small, spare.need, true)];
  const lists: readonly (() => Iterable<Steps>)[] = [
    () => found.filter(isPeopled), lowered, () => found.filter((steps) => !isPeopled(steps)), () => search.candidates(small, spare.need, false),
  ];
  for (const list of lists) {
    for (const steps of list()) {
      if (spare.take(steps) > 0) {
        chosen.add(steps);
      }
      if (spare.need <= 0) {
        return;
      }
    }
  }
  // Over all that is held there are so few here that no time of its own has anybody to swap with: another time has.
  for (const steps of search.atOtherTimes(small)) {
    chosen.add(steps);
    break;
  }
  if (![...chosen.at(small)].some((steps) => spare.parts(steps))) {
    for (const steps of search.candidates(small, spare.need, false)) {
      chosen.add(steps);
      return;
    }
  }
}

