import { addDays, addMonths, monthEnd, weekStart, type Day } from '../../calendar/day';
import type { Kind } from '../../engine/people';
import { countsAsked } from './counts-asked';
import type { Exchange } from './doubt';
import { Exchanges } from './exchanges';
import type { Box, Numbering } from './parting';
import { turn } from './turn';
import { isSplit, lastOf, type ToChooseWeeks } from './weeks-of-month';

/** Small numbers that are looked at between two turns of whatever else waits. */
const AT_ONCE = 16;

type Days = NonNullable<Box['days']>;

/** People of one kind who could as well have come in each other's weeks, all by number. */
interface Exchanged {
  readonly kind: number;
  readonly from: number;
  readonly to: number;
  /** By dimension, the key of those who would have come in `to`, and of those who would have in `from`. */
  readonly those: Int32Array;
  readonly others: Int32Array;
}

/**
 * What is hidden of the weeks of one month. The month is kept by swaps, and its weeks within it: of each small number of a
 * week and a key, so many people are chosen who could as well have come in another week of that month, and as many with
 * another key who came in that other week, that the number could be any up to one above the threshold. An answer that would
 * tell is hidden. Whole months hold both weeks, and the whole trust both keys, so that they are as they are whatever the
 * days. People are shown by weeks by one dimension alone: two together are far fewer.
 */
export class Weeks {
  readonly #month: Pick<ToChooseWeeks, 'month' | 'held'>;
  readonly #exchanged: readonly Exchanged[];
  readonly #numbering: Numbering;
  /** By week and kind, whether somebody is counted. */
  readonly #isCounted: readonly Uint8Array[];

  /** `unshown`: the counts, by dimension and what they hold, of which no week is shown. */
  constructor({ people: { numbering, rows }, month, held }: ToChooseWeeks, exchanges: readonly Exchange[], private readonly unshown: ReadonlySet<string>) {
    this.#month = { month, held };
    this.#numbering = numbering;
    const keysOf = (row: number): Int32Array => Int32Array.from(rows.keys, (keys) => keys[row] ?? 0);
    this.#exchanged = exchanges.map(({ kind, from, to, those, others }) => ({ kind, from, to, those: keysOf(those), others: keysOf(others) }));
    const counted = numbering.times.map(() => new Uint8Array(numbering.kinds.length));
    rows.times.forEach((time, row) => {
      counted[time]?.fill(1, rows.kinds[row] ?? 0, (rows.kinds[row] ?? 0) + 1);
    });
    this.#isCounted = counted;
  }

  /** Whether some days hold everybody of the month who is counted so: all of it, or all there is of it so far. */
  isAll(days: Days, holds: Box['holds']): boolean {
    return this.#numbering.times.every((week, time) => this.#lies(week, days) === 'in' || !this.#holdsAny(time, holds));
  }

  /** Whether nothing by a dimension is shown of some days of the month, whichever key it is of: they have only some of a week, or the count is kept whole. */
  hidesAll(days: Days, holds: Box['holds'], dimension: string): boolean {
    const { ids, times, kinds } = this.#numbering;
    return this.unshown.has(named(ids.indexOf(dimension), new Set(kinds.filter(holds)))) || times.some((week, time) => this.#lies(week, days) === 'cut' && this.#holdsAny(time, holds));
  }

  /** Whether an answer of some days of the month, by one dimension, would tell what is hidden. */
  hides({ days, holds, places }: Pick<Box, 'holds' | 'places'> & { readonly days: Days }, dimension: string): boolean {
    if (this.hidesAll(days, holds, dimension)) {
      return true;
    }
    const { ids, keys, times, kinds } = this.#numbering;
    const at = ids.indexOf(dimension);
    const lies = times.map((week) => this.#lies(week, days));
    const isHeld = keys[at]?.map(places.get(dimension) ?? ((): boolean => true)) ?? [];
    const isCounted = kinds.map(holds);
    return this.#exchanged.some(({ kind, from, to, those, others }) => isCounted[kind] === true && lies[from] !== lies[to] && isHeld[those[at] ?? 0] !== isHeld[others[at] ?? 0]);
  }

  #holdsAny(time: number, holds: Box['holds']): boolean {
    return this.#numbering.kinds.some((kind, index) => this.#isCounted[time]?.[index] === 1 && holds(kind));
  }

  /** The week of that first day lies in the days, outside them, or they have only some of it. */
  #lies(week: Day, { from, to }: Days): 'in' | 'out' | 'cut' {
    const { month } = this.#month;
    const end = lastOf(week, this.#month);
    if (to < week || from > end) {
      return 'out';
    }
    // Of a week of two months all is asked for, and not beside the whole of one of them.
    const isWithOther = !isSplit(week, this.#month) || (week === month
      ? from <= weekStart(week) && from > addMonths(month, -1)
      : to >= addDays(weekStart(week), 6) && to < monthEnd(addMonths(month, 1)));
    return from <= week && to >= end && isWithOther ? 'in' : 'cut';
  }
}

const named = (dimension: number, kinds: ReadonlySet<Kind>): string => `${String(dimension)}|${[...kinds].sort((a, b) => a - b).join()}`;

/** Chooses what is hidden of the weeks of a month, from its people alone and in a fixed order. */
export async function chooseWeeks(choosing: ToChooseWeeks): Promise<Weeks> {
  const { people: { numbering: { ids, keys, times, kinds } }, counts, threshold } = choosing;
  const asked = countsAsked(counts, kinds);
  const search = new Exchanges(choosing, asked);
  const unshown = new Set<string>();
  let looked = 0;
  for (const dimension of ids.keys()) {
    for (const [count, holds] of asked.entries()) {
      let isKept = true;
      for (let key = 0; key < (keys[dimension]?.length ?? 0) && isKept; key += 1) {
        for (let time = 0; time < times.length && isKept; time += 1) {
          const few = search.peopleAt(dimension, key, time, count);
          if (few > 0 && few < threshold + 1 && !search.isHiddenByMonth(dimension, key, count)) {
            isKept = search.protect({ dimension, key, time, count, few });
            looked += 1;
            if (looked % AT_ONCE === 0) {
              await turn();
            }
          }
        }
      }
      if (!isKept) {
        withoutCount(holds, asked.slice(0, counts)).forEach((one) => unshown.add(named(dimension, one)));
      }
    }
  }
  return new Weeks(choosing, search.found, unshown);
}

/** A count and what taken from another count leaves it. */
function withoutCount(count: ReadonlySet<Kind>, every: readonly ReadonlySet<Kind>[]): readonly ReadonlySet<Kind>[] {
  const isTakenFrom = (inner: ReadonlySet<Kind>): boolean => inner.size > 0 && every.some((outer) =>
    outer.size === inner.size + count.size && [...inner].every((kind) => outer.has(kind) && !count.has(kind)) && [...count].every((kind) => outer.has(kind)));
  return [count, ...every.filter(isTakenFrom)];
}
