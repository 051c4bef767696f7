import type { Measure, Metric } from '../../catalogue/metric';
import { NO_FIGURE, type Cell } from '../../engine/cell';
import { divides } from '../../engine/compile';
import type { Figure } from '../../engine/result';
import type { Ground } from '../../engine/slice';
import type { Withholding } from '../../engine/withholding';
import { TallyError } from '../../errors';
import { duringOf, placesOf, type Asked } from './asked';
import { isIn } from './counts-asked';
import { patternOf, type Behind, type BehindOf, type Sources } from './pattern';
import { withNobody } from './nobody';
import { inOrder } from './preparing';
import { countIndex, countsOf, peopleBehind, peopleKey } from '../../engine/people';
import { withoutReasons } from './reason-alone';
import { roundPeople } from './rounding';
import { turn } from './turn';
import { HeldYears } from './year';

/** Counts of people from 1 to this are not shown below trust level. Source: HES disclosure control, from September 2018. */
const SMALL = 7;

const HIDDEN: Figure = { ...NO_FIGURE, hidden: true };
/** Snapshots whose patterns are kept: the one that serves, and the one that it replaced. */
const SNAPSHOTS = 2;

/** Milliseconds that a question waits for what is hidden to be known. */
const LONGEST = 60_000;
const NOT_YET = 'What may be shown of these figures is still being worked out. Ask again in a moment.';

/** Cells that are looked at between two turns of whatever else waits. */
const CELLS_AT_ONCE = 16;

/** The small numbers of the snapshots that serve. */
export interface SmallNumbers {
  readonly withhold: Withholding;
  /**
   * Works out what is hidden in a snapshot before anybody asks, the running financial year of everybody first; a question
   * that comes meanwhile waits for its own part alone. `years`: so many up to the running one, all where it is not given.
   * `atOnce`: so many of them beside each other.
   */
  readonly prepare: (ground: Pick<Ground, 'catalogue' | 'snapshot'>, how?: { readonly years?: number; readonly atOnce?: number }) => Promise<void>;
}

/**
 * Hides small numbers of people from everything below the whole trust: a figure whose numerator, denominator or rest is 1
 * to 7, and every figure that would give such a number away. Numbers of the whole trust are shown, and so are sessions,
 * slots, minutes and money; nought is shown as nought, but where it is hidden beside. What is kept is the month, or the census.
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
 * What a star means: 1 to 7 people, or a number beside them that would give them away, which may be larger or nought. Noughts
 * are shown, so that a star would be at least 1, and where nearly all of a total is in starred parts the total would tell
 * them. Where a number would be found so, a nought beside it is hidden with it, or what else leaves it in doubt to whoever is
 * told of every total whether a nought is hidden in it. A number that nobody is found to be swapped with has a place beside it
 * hidden with it all the same, and so has every longer stretch that holds the month.
 *
 * People are shown by two dimensions at once at most: swaps are weighed by two, so that a third would tell which keys of two have
 * nobody, or leave one part of a whole that is shown. A third that two of them tell, as specialty and site tell the CMG, is none.
 *
 * Below the trust people are shown by whole weeks and whole months; by weeks by one dimension alone, each kept within its month
 * by people who could have come in each other's weeks (`weeks.ts`). Where nothing is shown of a split its parts are not named,
 * and a part of nobody is hidden where somebody would be (`nobody.ts`): which parts there are is an answer too.
 *
 * What a wider set can still give: two snapshots have two patterns, and the year that runs changes from one to the next;
 * measures that count sessions show the operations on them, and slots, income, cost and weighted units go with the people
 * they are for, so that they bound them; a dimension or two together so fine that most of it is small are hidden whole and
 * not weighed, and numbers of them that are not small may be found; where nearly all of a total is hidden it still bounds what
 * is hidden, to two numbers or more; where there is nobody else, a number may be hidden with a place that no answer names, so
 * that it is in doubt by adding up alone; and what somebody knows from elsewhere is not undone.
 *
 * Where the configuration asks for it, what is left is rounded at last (`rounding.ts`): that is worked out from what is shown
 * alone, and takes nothing from any of this.
 *
 * Source: HES disclosure control, with secondary suppression, which it leaves to rounding.
 */
export function createSmallNumbers(sources: Omit<Sources, 'held'> = {}): SmallNumbers {
  const bySnapshot = new Map<string, Map<string, Behind>>();
  const held = new HeldYears();

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
    const found = known.get(key) ?? { people, pattern: patternOf(people, snapshot, SMALL, { ...sources, held }) };
    known.set(key, found);
    return found;
  }

  const withhold: Withholding = async (ground, metric, slice, grouping, cells) => {
    const counts = countsOf(metric);
    if (counts.length === 0 || (grouping.dimensions.length === 0 && Object.keys({ ...slice.filters, ...slice.excluding }).length === 0)) {
      return cells;
    }
    return within(LONGEST, async () => {
      const shown: Cell[] = [];
      const told = await withNobody(ground, { metric, slice, grouping, counts }, cells, behind);
      for (const cell of told) {
        const asked = { metric, slice, grouping, cell, counts };
        const isWithheld = await isHidden(ground, asked, behind) || await givesItsWhole(ground, asked, cells, behind);
        if (shown.push(isWithheld ? { ...cell, figure: HIDDEN, missing: null } : cell) % CELLS_AT_ONCE === 0) {
          await turn();
        }
      }
      return roundPeople(ground, { metric, slice, grouping, counts }, await withoutReasons({ ...ground, withhold }, metric, slice, grouping, shown));
    });
  };

  return {
    withhold,
    prepare: async (ground, { years = Infinity, atOnce = 1 } = {}) => {
      const left = inOrder(ground, years, (measure) => behind(ground, measure).pattern).values();
      // Each takes the next one that nobody has taken yet.
      await Promise.all(Array.from({ length: atOnce }, async () => {
        for (const { pattern, year } of left) {
          await pattern.prepare(year);
        }
      }));
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

async function isHidden(ground: Ground, asked: Asked, behind: BehindOf): Promise<boolean> {
  const { metric, cell: { figure }, counts } = asked;
  const read = counts.map((measure) => {
    const isNumerator = measure !== metric.denominator;
    const people = numberOf(metric, figure, isNumerator);
    return { measure, isNumerator, people: people === null ? null : people * measure.divide, places: placesOf(ground.catalogue, asked, isNumerator) };
  });
  const below = read.filter(({ places }) => places === null || places.size > 0);
  // One night is one patient's, and few nights are no more patients than that.
  const isOfFewNights = metric.counting === 'people' && !counts.includes(metric.numerator) && isSmall(figure.numerator);
  if (below.some(({ people, places }) => places === null || isSmall(people)) || (below.length > 0 && isOfFewNights)) {
    return true;
  }
  for (const { measure, places } of below) {
    const { people, pattern } = behind(ground, measure);
    const index = countIndex(people, metric, measure);
    const coverage = ground.snapshot.coverage[people.table];
    const { times, ...during } = duringOf(people, coverage, asked);
    if (await pattern.hides({ holds: (kind) => isIn(kind, index), ...during, places: places ?? new Map() }, times)) {
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

/**
 * A reason divides what is cancelled and not what was planned, so that every reason shows what the whole was out of, noughts
 * among them. Where the whole is hidden, nothing of it is shown: sessions show the operations done, and what was planned
 * less those is what was cancelled.
 */
async function givesItsWhole(ground: Ground, asked: Asked, cells: readonly Cell[], behind: BehindOf): Promise<boolean> {
  const { metric, slice, grouping, cell, counts } = asked;
  const { catalogue } = ground;
  const isOfCauses = (id: string): boolean => !divides(catalogue, id, false);
  const split = grouping.dimensions.flatMap((id, index) => (isOfCauses(id) ? [index] : []));
  const measure = counts.find((one) => one !== metric.denominator);
  const isOfSome = [...Object.keys(slice.filters), ...Object.keys(slice.excluding)].some(isOfCauses);
  if (measure === undefined || (split.length === 0 && !isOfSome)) {
    return false;
  }
  const places = placesOf(catalogue, asked, false);
  if (places === null || places.size === 0) {
    return places === null;
  }
  const beside = cells.filter((other) => other.period === cell.period && other.keys.every((key, index) => split.includes(index) || key === cell.keys[index]));
  const people = beside.reduce((sum, { figure }) => sum + (figure.numerator ?? 0), 0) * measure.divide;
  // Of some reasons alone it is not known how many there were for any, and nought says nothing of them.
  if (isSmall(people) || (isOfSome && people === 0)) {
    return true;
  }
  const held = behind(ground, measure);
  const { times, ...during } = duringOf(held.people, ground.snapshot.coverage[held.people.table], asked);
  const index = countIndex(held.people, metric, measure);
  return held.pattern.hides({ holds: (kind) => isIn(kind, index), ...during, places }, times);
}

const isSmall = (people: number | null): boolean => people !== null && people > 0 && people < SMALL + 1;

/** A median has the number that it is the middle of below it. */
const numberOf = ({ kind }: Metric, { numerator, denominator }: Figure, isNumerator: boolean): number | null =>
  (isNumerator && kind !== 'median' ? numerator : denominator);
