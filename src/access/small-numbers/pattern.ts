import { createHash, type Hash } from 'node:crypto';
import { monthEnd, type Day } from '../../calendar/day';
import { financialMonthStart, financialYear } from '../../calendar/financial-year';
import type { Period } from '../../calendar/period';
import type { Dimension } from '../../catalogue/dimension';
import type { Measure } from '../../catalogue/metric';
import { compilePeople, compileWeeks, heldPeople } from '../../engine/compile-people';
import { keysByCode, NOT_KNOWN } from '../../engine/keys';
import type { People } from '../../engine/people';
import type { Ground } from '../../engine/slice';
import type { Row, Snapshot } from '../../engine/snapshot';
import type { Statement } from '../../engine/statement';
import { number, text } from '../../engine/sum';
import { isTooFine, smallNumbers } from './choose';
import { chooseHere, type Choose } from './chosen-year';
import { countsAsked, isIn } from './counts-asked';
import { NOTHING_KEPT, type KeptPatterns } from './kept-patterns';
import { Parting, type Box } from './parting';
import { packed } from './swap';
import { hiddenIn, MOST_DIMENSIONS, tellingPairs, tellsAll } from './telling';
import { columnsOf, viewsOf, type Columns } from './views';
import { chooseWeeks, type Weeks } from './weeks';
import { asText, HeldYears, keptYear, type Year } from './year';

/** The one pattern of what is hidden of some people in one snapshot. */
export interface Pattern {
  /** Whether an answer would part people whom no answer may part; `times` are those that it has any days of. */
  hides(box: Box, times: readonly Day[]): Promise<boolean>;
  /** Whether nothing that is narrowed by these dimensions is shown, whichever keys it is of: not even of which there is nobody. */
  hidesAll(box: Box, times: readonly Day[]): Promise<boolean>;
  /** The keys of a dimension that anybody has in the years of these times; none where they are too many to be told apart. */
  keysOf(dimension: string, times: readonly Day[]): Promise<readonly string[]>;
  /** Works out what is hidden of one financial year, by the year it starts in. */
  prepare(year: number): Promise<void>;
  /** Whether everybody whom one count holds is held by another. */
  isWithin(inner: number, outer: number, times: readonly Day[]): Promise<boolean>;
}

/** Where the years of a pattern come from. */
export interface Sources {
  readonly kept?: KeptPatterns;
  readonly held?: HeldYears;
  readonly choose?: Choose;
}

/** Those whom a measure counts among, and what is hidden of them. */
export interface Behind {
  readonly people: People;
  readonly pattern: Pattern;
}
export type BehindOf = (ground: Pick<Ground, 'snapshot' | 'catalogue'>, measure: Measure) => Behind;

/** Milliseconds that one reading of a pattern may take, whoever was first to need it and however long they wait. */
const LONGEST = 60_000;

/** Part of every name that a pattern is kept under: whoever changes how swaps are chosen changes it. */
const CHOSEN_AS = '4';

/** The key that stands for a code; of a dimension whose parts overlap the code itself, since no key is its alone. */
function keyOfCode(dimension: Dimension): (code: string) => string {
  if (dimension.whole !== null) {
    return (code) => (code === '' ? NOT_KNOWN : code);
  }
  const keysOf = keysByCode(dimension);
  return (code) => keysOf(code)[0] ?? NOT_KNOWN;
}

/**
 * Works out the pattern of some people as it is asked about, each financial year once and by itself: it is the same whoever
 * was first, and that of a year which is over changes only with that year. Reads a snapshot, and throws what it throws.
 */
export function patternOf(people: People, snapshot: Snapshot, threshold: number, { kept = NOTHING_KEPT, held = new HeldYears(), choose = chooseHere }: Sources = {}): Pattern {
  const { isCensus } = people;
  const every = [...people.dimensions].sort((a, b) => (a.id < b.id ? -1 : 1));
  const table = heldPeople(people, people.dimensions.map(({ column }) => column));
  const rolledUp = snapshot.rollUps.some(({ name }) => name === table) ? table : null;
  const years = new Map<string, Promise<Year>>();
  const byMonth = new Map<Day, Promise<Weeks>>();
  const ids = new Set(every.map(({ id }) => id));

  async function rowsOf(dimensions: readonly Dimension[], { sql, parameters }: Statement): Promise<Columns> {
    const rows = await snapshot.run(sql, parameters, AbortSignal.timeout(LONGEST));
    const keys = dimensions.map((dimension, index) => ({ column: `k${index}`, keyOf: remembered(keyOfCode(dimension)) }));
    return columnsOf(dimensions.map(({ id }) => id), rows, (row: Row) => {
      const period = text(row['period']) ?? '';
      return {
        time: isCensus && row['counted_by'] === 'month' ? monthEnd(period) : period,
        keys: keys.map(({ column, keyOf }) => keyOf(text(row[column]) ?? '')),
        kind: number(row['kind']) ?? 0, people: number(row['people']) ?? 0,
      };
    });
  }

  async function read(dimensions: readonly Dimension[], year: number, digest: Hash): Promise<Columns> {
    const between = { from: financialMonthStart(year, 1), to: monthEnd(financialMonthStart(year, 12)) };
    const columns = await rowsOf(dimensions, compilePeople(people, dimensions.map(({ column }) => column), isCensus, rolledUp, between));
    const { numbering, rows: { times, kinds, keys: keyed, people: counted } } = columns;
    digest.update(JSON.stringify(numbering));
    [times, kinds, ...keyed, counted].forEach((values) => digest.update(values));
    return columns;
  }

  const yearOf = (year: number): Promise<Year> => once(years, String(year), async () => {
    // One name for this snapshot, found without reading anybody, and one for whoever has the same people in that year.
    const here = nameOf(createHash('sha256').update(JSON.stringify([CHOSEN_AS, threshold, people, year, snapshot.id])));
    const pointed = await kept.read(here);
    const before = pointed === null ? null : await held.of(pointed, () => keptYear(kept, pointed));
    if (before !== null) {
      return before;
    }
    const digest = createHash('sha256').update(JSON.stringify([CHOSEN_AS, threshold, people, year]));
    const coarse: Dimension[] = [];
    for (const dimension of every) {
      const view = (await viewsOf(await read([dimension], year, digest))).one(0);
      if (!isTooFine(view, await smallNumbers(view, { counts: countsAsked(people.counts.length, view.kinds), threshold }))) {
        coarse.push(dimension);
      }
    }
    const columns = await read(coarse, year, digest);
    const same = nameOf(digest);
    const found = await held.of(same, async () => {
      const there = await keptYear(kept, same);
      const year = there ?? await chosen(columns, every.filter((one) => !coarse.includes(one)).map(({ id }) => [id]));
      if (there === null) {
        await kept.write(same, asText(year));
      }
      return year;
    });
    await kept.write(here, same);
    return found;
  });

  async function chosen(columns: Columns, fineAlone: readonly (readonly string[])[]): Promise<Year> {
    const { swaps, fine, told } = await choose({ people: columns, counts: people.counts.length, isCensus, threshold });
    return { numbering: columns.numbering, fine: [...fineAlone, ...fine], told, swaps: packed(swaps), partings: new Map<string, Parting>() };
  }

  const weeksOf = (month: Day): Promise<Weeks> => once(byMonth, month, async () => {
    const year = await yearOf(financialYear(month));
    const coarse = every.filter(({ id }) => year.numbering.ids.includes(id));
    const held = snapshot.coverage[people.table]?.to ?? monthEnd(month);
    const columns = await rowsOf(coarse, compileWeeks(people, coarse.map(({ column }) => column), month, held));
    return chooseWeeks({ people: columns, month, held, counts: people.counts.length, threshold, hiddenKeys: hiddenIn(year, month) });
  });

  /** The weeks of a month of which some days have a part and no whole, of those who are counted so; null where the days have everybody of it. */
  async function weeksIn(days: Pick<Period, 'from' | 'to'> | null, month: Day, holds: Box['holds']): Promise<Weeks | null> {
    if (days === null || (days.from <= month && days.to >= monthEnd(month))) {
      return null;
    }
    const weeks = await weeksOf(month);
    return weeks.isAll(days, holds) ? null : weeks;
  }

  /** The months of which a part of less than all is asked for, and the one dimension by which it is; null where that is several. */
  async function weeksOfSome({ days, holds }: Box, times: readonly Day[], narrowed: readonly string[]): Promise<readonly { readonly weeks: Weeks; readonly days: NonNullable<Box['days']>; readonly alone: string | null }[]> {
    const found = [];
    for (const month of days === null || narrowed.length === 0 ? [] : times) {
      const weeks = await weeksIn(days, month, holds);
      if (weeks !== null && days !== null) {
        found.push({ weeks, days, alone: tellsAll(await yearOf(financialYear(month)), narrowed) });
      }
    }
    return found;
  }

  async function hidesAll(box: Box, times: readonly Day[]): Promise<boolean> {
    const narrowed = narrowedBy(box);
    const years = await Promise.all([...new Set(times.map(financialYear))].map(yearOf));
    return years.some((year) => tellingPairs(year, narrowed).length === 0 || year.fine.some((fine) => fine.every((id) => narrowed.includes(id))))
      || (await weeksOfSome(box, times, narrowed)).some(({ weeks, days, alone }) => alone === null || weeks.hidesAll(days, box.holds, alone));
  }

  function partingOf({ numbering, swaps, partings }: Year, narrowed: readonly string[]): Parting {
    const name = narrowed.join('|');
    const known = partings.get(name) ?? new Parting(numbering, swaps, narrowed.map((id) => numbering.ids.indexOf(id)));
    partings.set(name, known);
    return known;
  }

  const narrowedBy = ({ places }: Pick<Box, 'places'>): readonly string[] => [...places.keys()].filter((id) => ids.has(id)).sort();

  return {
    hides: async (box, times) => {
      const narrowed = narrowedBy(box);
      if (await hidesAll(box, times)) {
        return true;
      }
      for (const year of new Set(times.map(financialYear))) {
        const found = await yearOf(year);
        const pairs = tellingPairs(found, narrowed);
        // What two of its dimensions hide together is hidden with a third that they tell.
        if ((narrowed.length > MOST_DIMENSIONS ? [narrowed, ...pairs] : pairs).some((some) => partingOf(found, some).parts({ ...box, places: new Map([...box.places].filter(([id]) => some.includes(id))) }))) {
          return true;
        }
      }
      for (const { weeks, days, alone } of await weeksOfSome(box, times, narrowed)) {
        if (alone === null || weeks.hides({ ...box, days }, alone)) {
          return true;
        }
      }
      return false;
    },
    hidesAll,
    keysOf: async (dimension, times) => {
      const years = await Promise.all([...new Set(times.map(financialYear))].map(yearOf));
      return [...new Set(years.flatMap(({ numbering: { ids: found, keys } }) => keys[found.indexOf(dimension)] ?? []))].sort();
    },
    prepare: async (year) => {
      await yearOf(year);
    },
    isWithin: async (inner, outer, times) => {
      const kinds = await Promise.all([...new Set(times.map(financialYear))].map(async (year) => (await yearOf(year)).numbering.kinds));
      return kinds.flat().every((kind) => !isIn(kind, inner) || isIn(kind, outer));
    },
  };
}

const nameOf = (digest: Hash): string => digest.digest('hex').slice(0, 32);

function remembered(keyOf: (code: string) => string): (code: string) => string {
  const known = new Map<string, string>();
  return (code) => {
    const key = known.get(code) ?? keyOf(code);
    known.set(code, key);
    return key;
  };
}

/** What is worked out under a name, once; what failed is tried again. */
function once<T>(known: Map<string, Promise<T>>, name: string, work: () => Promise<T>): Promise<T> {
  const found = known.get(name) ?? work().catch((error: unknown) => {
    known.delete(name);
    throw error;
  });
  known.set(name, found);
  return found;
}
