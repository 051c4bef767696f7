import type { Catalogue } from '../../catalogue/catalogue';
import type { Dimension } from '../../catalogue/dimension';
import type { Measure, Metric } from '../../catalogue/metric';
import { monthEnd, type Day } from '../../calendar/day';
import { monthsOf } from '../../calendar/period';
import { NO_FIGURE, type Cell } from '../../engine/cell';
import { divides } from '../../engine/compile';
import { NOT_KNOWN } from '../../engine/keys';
import type { Figure } from '../../engine/result';
import type { Grouping, Ground, Slice } from '../../engine/slice';
import type { Coverage } from '../../engine/snapshot';
import { endOf } from '../../engine/windows';
import type { Withholding } from '../../engine/withholding';
import { TallyError } from '../../errors';
import { NOTHING_KEPT, type KeptPatterns } from './kept-patterns';
import { isIn, patternOf, type Pattern } from './pattern';
import { inOrder } from './preparing';
import { countIndex, countsOf, peopleBehind, peopleKey, type People } from '../../engine/people';
import type { Box } from './parting';
import { pause, turn } from './turn';

/** Counts of people from 1 to this are not shown below trust level. Source: HES disclosure control, from September 2018. */
const SMALL = 7;

const HIDDEN: Figure = { ...NO_FIGURE, hidden: true };
/** Snapshots whose patterns are kept: the one that serves, and the one that it replaced. */
const SNAPSHOTS = 2;

/** Milliseconds that a question waits for what is hidden to be known. */
const LONGEST = 60_000;
/** Milliseconds after which whoever prepares looks again whether a question waits. */
const STEP_BACK = 50;
const NOT_YET = 'What may be shown of these figures is still being worked out. Ask again in a moment.';

/** Cells that are looked at between two turns of whatever else waits. */
const CELLS_AT_ONCE = 16;

/** The small numbers of the snapshots that serve. */
export interface SmallNumbers {
  readonly withhold: Withholding;
  /**
   * Works out what is hidden in a snapshot before anybody asks, the running financial year of everybody first; a question
   * that comes meanwhile waits for its own part alone. `years`: so many up to the running one, all where it is not given.
   */
  readonly prepare: (ground: Pick<Ground, 'catalogue' | 'snapshot'>, years?: number) => Promise<void>;
}

interface Behind {
  readonly people: People;
  readonly pattern: Pattern;
}

/**
 * Hides small numbers of people from everything below the whole trust: a figure whose numerator, denominator or rest is 1
 * to 7, and every figure that would give such a number away. Numbers of the whole trust are shown, and so are sessions,
 * slots, minutes and money; nought is shown as nought. What is kept is the month, or the census.
 *
 * Why nothing gives a number away: for each small number of each table (by month, by kind of person, by the keys of one
 * dimension or two, of every measure and of the difference of every two of which one holds the other) some people are
 * chosen who could be swapped with others, so that the number would be another one. Each of them is given a key of every
 * dimension, under which somebody is counted, and an answer is shown only where all those swaps leave it as it is, by
 * whatever it is cut. Every answer that is shown is then the same in the world with the swap as in this one, and so is
 * whatever anybody works out from them, by whatever sums. The swaps are chosen from the snapshot alone and in a fixed order,
 * never from what was asked, so that no second question finds another pattern; each financial year by itself, so that a
 * year that is over is hidden as it was. They reach far enough, where there are people enough, that the number could be any
 * from 1 to 8, and are made with places and months that have more than 7 with it where there are any, so that the few of
 * two together are kept too.
 *
 * What a wider set can still give: two stretches that differ in a few days of a month in which nobody is hidden give the
 * count of those days; a key of three dimensions at once that is small is hidden itself, and where the rest of its row is
 * shown it may be taken from it; two snapshots have two patterns, and the year that runs changes from one to the next;
 * measures that count sessions show the operations on them, and slots, income, cost and weighted units go with the people
 * they are for, so that they bound them; a dimension or two together so fine that most of it is small are hidden whole and
 * not weighed, and numbers of them that are not small may be found; where the whole trust has seven or fewer, that total bounds its parts, as where a number has nobody to be
 * swapped with; and what somebody knows from elsewhere is not undone.
 *
 * Source: HES disclosure control, with secondary suppression in place of rounding.
 */
export function createSmallNumbers(kept: KeptPatterns = NOTHING_KEPT): SmallNumbers {
  /** Questions that wait for what is hidden: whoever prepares gives way to them. */
  let waiting = 0;
  const bySnapshot = new Map<string, Map<string, Behind>>();

  function behind({ snapshot, catalogue }: Pick<Ground, 'snapshot' | 'catalogue'>, measure: Measure): Behind {
    const name = `${snapshot.id}|${catalogue.fingerprint}`;
    const known = bySnapshot.get(name) ?? new Map<string, Behind>();
    bySnapshot.delete(name);
    bySnapshot.set(name, known);
    for (const old of [...bySnapshot.keys()].slice(0, -SNAPSHOTS)) {
      bySnapshot.delete(old);
    }
    const key = peopleKey(measure);
    const people = known.get(key)?.people ?? peopleBehind(catalogue, measure);
    const found = known.get(key) ?? { people, pattern: patternOf(people, snapshot, SMALL, kept) };
    known.set(key, found);
    return found;
  }

  const withhold: Withholding = async (ground, metric, slice, grouping, cells) => {
    const counts = countsOf(metric);
    if (counts.length === 0 || (grouping.dimensions.length === 0 && Object.keys({ ...slice.filters, ...slice.excluding }).length === 0)) {
      return cells;
    }
    waiting += 1;
    return within(LONGEST, async () => {
      const shown: Cell[] = [];
      for (const cell of cells) {
        const isWithheld = await isHidden(ground, { metric, slice, grouping, cell, counts }, behind);
        if (shown.push(isWithheld ? { ...cell, figure: HIDDEN, missing: null } : cell) % CELLS_AT_ONCE === 0) {
          await turn();
        }
      }
      return shown;
    }).finally(() => {
      waiting -= 1;
    });
  };

  return {
    withhold,
    prepare: async (ground, years = Infinity) => {
      for (const { pattern, year } of inOrder(ground, years, (measure) => behind(ground, measure).pattern)) {
        while (waiting > 0) {
          await pause(STEP_BACK);
        }
        await pattern.prepare(year);
      }
    },
  };
}

/** Waits so long for what is shown to be known, whatever the time limit of a statement is: a pattern that takes longer is there for the next. */
async function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TallyError('QUERY_TIMEOUT', 'what is hidden is not worked out yet', { sentence: NOT_YET })), ms);
  });
  return Promise.race([work(), late]).finally(() => clearTimeout(timer));
}

interface Asked {
  readonly metric: Metric;
  readonly slice: Slice;
  readonly grouping: Grouping;
  readonly cell: Cell;
  readonly counts: readonly Measure[];
}

async function isHidden(ground: Ground, asked: Asked, behind: (ground: Ground, measure: Measure) => Behind): Promise<boolean> {
  const { metric, cell, counts } = asked;
  const { figure } = cell;
  if (figure.value === null && figure.numerator === null && figure.denominator === null) {
    return false;
  }
  const read = counts.map((measure) => {
    const isNumerator = measure !== metric.denominator;
    const people = numberOf(metric, figure, isNumerator);
    return { measure, isNumerator, people: people === null ? null : people * measure.divide, places: placesOf(ground.catalogue, asked, isNumerator) };
  });
  const below = read.filter(({ places }) => places === null || places.size > 0);
  if (below.some(({ people, places }) => places === null || isSmall(people))) {
    return true;
  }
  for (const { measure, places } of below) {
    const { people, pattern } = behind(ground, measure);
    const index = countIndex(people, metric, measure);
    const coverage = ground.snapshot.coverage[people.table];
    const during = duringOf(people, coverage, asked);
    const box: Box = { holds: (kind) => isIn(kind, index), during: during.of, places: places ?? new Map() };
    if (await pattern.hides(box, during.times)) {
      return true;
    }
  }
  const [above, beneath] = read;
  if (above === undefined || beneath === undefined || above.people === null || beneath.people === null || !isSmall(beneath.people - above.people)) {
    return false;
  }
  const { people, pattern } = behind(ground, above.measure);
  return peopleKey(above.measure) === peopleKey(beneath.measure)
    && pattern.isWithin(countIndex(people, metric, above.measure), countIndex(people, metric, beneath.measure), duringOf(people, ground.snapshot.coverage[people.table], asked).times);
}

const isSmall = (people: number | null): boolean => people !== null && people > 0 && people < SMALL + 1;

/** A median has the number that it is the middle of below it. */
const numberOf = ({ kind }: Metric, { numerator, denominator }: Figure, isNumerator: boolean): number | null =>
  (isNumerator && kind !== 'median' ? numerator : denominator);

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
function placesOf(catalogue: Catalogue, { slice, grouping, cell }: Asked, isNumerator: boolean): Box['places'] | null {
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
 * How much of a month, or which census, a cell is of; a month of which it has all that is held is a whole one. What is kept
 * is the month: days of one in which somebody is hidden there are hidden with it, and days of any other are shown unless they
 * are few themselves. Two stretches that differ in a few days of a busy month can therefore give the count of those days.
 */
function duringOf({ isCensus }: People, coverage: Coverage | undefined, { slice, grouping: { time }, cell }: Asked): { readonly times: readonly Day[]; readonly of: Box['during'] } {
  if (isCensus) {
    return { times: cell.asAt === null ? [] : [cell.asAt], of: (day) => (day === cell.asAt ? 'whole' : 'none') };
  }
  const start = cell.period;
  const [from, to] = start === null || time === null ? [slice.from, slice.to] : [later(start, slice.from), earlier(endOf(time, start), slice.to)];
  const of = (month: Day): 'whole' | 'part' | 'none' => {
    const end = monthEnd(month);
    if (to < month || from > end) {
      return 'none';
    }
    const [heldFrom, heldTo] = coverage === undefined ? [month, end] : [later(month, coverage.from), earlier(end, coverage.to)];
    return from <= heldFrom && to >= heldTo ? 'whole' : 'part';
  };
  return { times: monthsOf({ from, to }).map((month) => `${month}-01`), of };
}

const later = (one: Day, other: Day): Day => (one > other ? one : other);
const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
