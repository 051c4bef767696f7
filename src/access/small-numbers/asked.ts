import type { Catalogue } from '../../catalogue/catalogue';
import type { Dimension } from '../../catalogue/dimension';
import type { Measure, Metric } from '../../catalogue/metric';
import { monthEnd, type Day } from '../../calendar/day';
import { monthsOf } from '../../calendar/period';
import type { Cell } from '../../engine/cell';
import { divides } from '../../engine/compile';
import { NOT_KNOWN } from '../../engine/keys';
import type { People } from '../../engine/people';
import type { Grouping, Slice } from '../../engine/slice';
import type { Coverage } from '../../engine/snapshot';
import { endOf } from '../../engine/windows';
import type { Box } from './parting';

/** One cell of an answer, and what it is asked of. */
export interface Asked {
  readonly metric: Metric;
  readonly slice: Slice;
  readonly grouping: Grouping;
  readonly cell: Cell;
  readonly counts: readonly Measure[];
}

interface Codes {
  readonly declared: ReadonlyMap<string, readonly string[]>;
  readonly codes: ReadonlySet<string>;
}
/** Worked out once for each dimension, since every cell is looked at. */
const CODES = new WeakMap<Dimension, Codes>();

/** The codes that each declared key stands for, and all of them. */
function codesOf(dimension: Dimension): Codes {
  const known = CODES.get(dimension) ?? { declared: new Map(dimension.values.map(({ key, codes }) => [key, codes])), codes: new Set(dimension.values.flatMap(({ codes }) => codes)) };
  CODES.set(dimension, known);
  return known;
}

/** The keys of each dimension that a cell is narrowed to; null where it is narrowed to a part of what a key stands for, which nobody asks for by a name. */
export function placesOf(catalogue: Catalogue, { slice, grouping, cell }: Asked, isNumerator: boolean): Box['places'] | null {
  const places = new Map<string, (key: string) => boolean>();
  let isPart = false;
  const narrow = (id: string, keys: readonly string[], isKept: boolean): void => {
    const dimension = catalogue.dimensions.get(id);
    if (dimension === undefined || !divides(catalogue, id, isNumerator) || (isKept && dimension.whole !== null && keys.includes(dimension.whole))) {
      return;
    }
    const { declared, codes } = codesOf(dimension);
    isPart ||= dimension.whole === null && keys.some((key) => !declared.has(key) && codes.has(key));
    const held = new Set(keys.flatMap((key) => (dimension.whole === null || key === NOT_KNOWN ? [key] : (declared.get(key) ?? [key]))));
    const before = places.get(id) ?? ((): boolean => true);
    places.set(id, (key) => before(key) && held.has(key) === isKept);
  };
  Object.entries(slice.filters).forEach(([id, keys]) => narrow(id, keys, true));
  Object.entries(slice.excluding).forEach(([id, keys]) => narrow(id, keys, false));
  grouping.dimensions.forEach((id, index) => narrow(id, [cell.keys[index] ?? ''], true));
  return isPart ? null : places;
}

/**
 * How much of a month, or which census, a cell is of; a month of which it has all that is held is a whole one. Days of a
 * month in which somebody is hidden are hidden with it.
 */
export function duringOf({ isCensus }: People, coverage: Coverage | undefined, { slice, grouping: { time }, cell }: Asked): { readonly times: readonly Day[] } & Pick<Box, 'during' | 'days'> {
  const start = cell.period;
  const [from, to] = start === null || time === null ? [slice.from, slice.to] : [later(start, slice.from), earlier(endOf(time, start), slice.to)];
  if (isCensus) {
    // A census in which nobody is counted so says no day: it is of some month of the stretch all the same.
    const times = cell.asAt === null ? monthsOf({ from, to }).map((month) => monthEnd(`${month}-01`)) : [cell.asAt];
    return { times, during: (day) => (day === cell.asAt ? 'whole' : 'none'), days: null };
  }
  const during = (month: Day): 'whole' | 'part' | 'none' => {
    const end = monthEnd(month);
    if (to < month || from > end) {
      return 'none';
    }
    const [heldFrom, heldTo] = coverage === undefined ? [month, end] : [later(month, coverage.from), earlier(end, coverage.to)];
    return from <= heldFrom && to >= heldTo ? 'whole' : 'part';
  };
  return { times: monthsOf({ from, to }).map((month) => `${month}-01`), during, days: { from, to } };
}

const later = (one: Day, other: Day): Day => (one > other ? one : other);
const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
