import type { Small } from './spare';
import { moreAt } from './sure';
import type { Swaps } from './swaps';
import type { View } from './view';

/** A number that is not shown, and what is known of it. */
interface Star {
  readonly value: number;
  low: number;
  high: number;
  /** Whether it may be nought for all that anybody knows. */
  isDoubtful: boolean;
}

/** Parts of one total that are not shown. */
interface Total {
  readonly parts: readonly Star[];
  /** Null where it is shown, or is the whole trust's. */
  readonly whole: Star | null;
}

/** Times that bounds are drawn closer, at most. */
const ROUNDS = 12;

/**
 * The small numbers of one count at one time that somebody finds who knows what is shown and that what is hidden is no nought
 * unless noughts are hidden beside it, in the same total or in a whole that it is a part of. `views`: those that answers show.
 */
export function foundByBounds(views: readonly View[], swaps: Swaps, small: ReadonlyMap<View, readonly Small[]>, holds: Uint8Array, time: number): ReadonlySet<Small> {
  const stars = new Map(views.map((view) => [view, starsOf(view, swaps, small.get(view) ?? [], holds, time)]));
  const totals = views.flatMap((view) => totalsOf(view, stars));
  for (const { parts } of totals.filter((total) => total.parts.some(({ value }) => value === 0))) {
    parts.forEach((part) => {
      part.isDoubtful = true;
    });
  }
  // Those by one dimension come before those by two, so that a whole is settled before its parts are.
  for (const { parts, whole } of totals) {
    parts.forEach((part) => {
      part.isDoubtful ||= whole?.isDoubtful === true;
    });
  }
  const all = [...stars.values()].flatMap((lines) => [...lines.values()]);
  for (const star of all) {
    star.low = star.isDoubtful ? 0 : 1;
  }
  let isNew = true;
  for (let round = 0; round < ROUNDS && isNew; round += 1) {
    isNew = totals.map(drawn).some(Boolean);
  }
  return new Set([...small].flatMap(([view, ones]) => ones.filter(({ line }) => {
    const star = stars.get(view)?.get(line);
    return star !== undefined && star.low === star.high;
  })));
}

/** By line, what of a view is hidden. */
function starsOf(view: View, swaps: Swaps, small: readonly Small[], holds: Uint8Array, time: number): ReadonlyMap<number, Star> {
  const star = (value: number): Star => ({ value, low: 0, high: Infinity, isDoubtful: false });
  const stars = new Map(small.map(({ line, people }) => [line, star(people)]));
  for (const [line, seen] of swaps.during(view, time)) {
    if (!stars.has(line) && seen.some((one) => moreAt(one, line, holds) !== 0)) {
      stars.set(line, star(view.counted(line, time, holds)));
    }
  }
  return stars;
}

function totalsOf(view: View, stars: ReadonlyMap<View, ReadonlyMap<number, Star>>): readonly Total[] {
  const own = stars.get(view) ?? new Map<number, Star>();
  if (view.dimensions.length === 1) {
    return [{ parts: [...own.values()], whole: null }];
  }
  return view.dimensions.flatMap((dimension, index) => {
    const above = [...stars.keys()].find(({ dimensions }) => dimensions.length === 1 && dimensions[0] === dimension);
    const byKey = new Map<number, Star[]>();
    for (const [line, star] of own) {
      const key = view.at(line)[index] ?? 0;
      const parts = byKey.get(key) ?? [];
      byKey.set(key, parts);
      parts.push(star);
    }
    return [...byKey].flatMap(([key, parts]) => (above === undefined ? [] : [{ parts, whole: stars.get(above)?.get(above.line(key)) ?? null }]));
  });
}

/** Draws the bounds of a total and its parts closer; whether it could. */
function drawn({ parts, whole }: Total): boolean {
  let [rest, least, most, open] = [0, 0, 0, 0];
  for (const { value, low, high } of parts) {
    rest += value;
    least += low;
    most += high === Infinity ? 0 : high;
    open += Number(high === Infinity);
  }
  // What the total is less its hidden parts is those that are shown.
  const shown = (whole?.value ?? rest) - rest;
  let isNew = whole !== null && narrow(whole, least + shown, (open > 0 ? Infinity : most) + shown);
  const [below, above] = whole === null ? [rest, rest] : [whole.low - shown, whole.high - shown];
  for (const part of parts) {
    const isOpen = part.high === Infinity;
    const others = open > Number(isOpen) ? Infinity : most - (isOpen ? 0 : part.high);
    isNew = narrow(part, below - others, above - (least - part.low)) || isNew;
  }
  return isNew;
}

function narrow(star: Star, low: number, high: number): boolean {
  const isNew = low > star.low || high < star.high;
  star.low = low > star.low ? low : star.low;
  star.high = high < star.high ? high : star.high;
  return isNew;
}
