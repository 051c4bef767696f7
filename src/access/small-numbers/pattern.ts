import { createHash } from 'node:crypto';
import { monthEnd, type Day } from '../../calendar/day';
import { financialMonthStart, financialYear } from '../../calendar/financial-year';
import type { Dimension } from '../../catalogue/dimension';
import { compilePeople, heldPeople } from '../../engine/compile-people';
import { keysByCode, NOT_KNOWN } from '../../engine/keys';
import type { Kind, People } from '../../engine/people';
import type { Row, Snapshot } from '../../engine/snapshot';
import { number, text } from '../../engine/sum';
import { chooseSwaps, isTooFine, smallNumbers } from './choose';
import { NOTHING_KEPT, type KeptPatterns } from './kept-patterns';
import { Parting, type Box } from './parting';
import { packed } from './swap';
import { viewsOf, type Views } from './views';
import { asText, HeldYears, keptYear, type Year } from './year';

/** The one pattern of what is hidden of some people in one snapshot. */
export interface Pattern {
  /** Whether an answer would part people whom no answer may part; `times` are those that it has any days of. */
  hides(box: Box, times: readonly Day[]): Promise<boolean>;
  /** Works out what is hidden of one financial year, by the year it starts in. */
  prepare(year: number): Promise<void>;
  /** Whether everybody whom one count holds is held by another. */
  isWithin(inner: number, outer: number, times: readonly Day[]): Promise<boolean>;
}

/** Milliseconds that one reading of a pattern may take, whoever was first to need it and however long they wait. */
const LONGEST = 60_000;

/** Part of every name that a pattern is kept under: whoever changes how swaps are chosen changes it. */
const CHOSEN_AS = '3';

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
export function patternOf(people: People, snapshot: Snapshot, threshold: number, kept: KeptPatterns = NOTHING_KEPT, held = new HeldYears()): Pattern {
  const { isCensus } = people;
  const every = [...people.dimensions].sort((a, b) => (a.id < b.id ? -1 : 1));
  const table = heldPeople(people, people.dimensions.map(({ column }) => column));
  const rolledUp = snapshot.rollUps.some(({ name }) => name === table) ? table : null;
  const years = new Map<string, Promise<Year>>();
  const ids = new Set(every.map(({ id }) => id));

  async function read(dimensions: readonly Dimension[], year: number, digest: string[]): Promise<Views> {
    const between = { from: financialMonthStart(year, 1), to: monthEnd(financialMonthStart(year, 12)) };
    const { sql, parameters } = compilePeople(people, dimensions.map(({ column }) => column), isCensus, rolledUp, between);
    const rows = await snapshot.run(sql, parameters, AbortSignal.timeout(LONGEST));
    digest.push(digestOf(rows.map((row) => JSON.stringify(row)).sort()));
    const keys = dimensions.map((dimension, index) => ({ column: `k${index}`, keyOf: remembered(keyOfCode(dimension)) }));
    return viewsOf(dimensions.map(({ id }) => id), rows, (row: Row) => {
      const period = text(row['period']) ?? '';
      return {
        time: isCensus && row['counted_by'] === 'month' ? monthEnd(period) : period,
        keys: keys.map(({ column, keyOf }) => keyOf(text(row[column]) ?? '')),
        kind: number(row['kind']) ?? 0, people: number(row['people']) ?? 0,
      };
    });
  }

  const yearOf = (year: number): Promise<Year> => once(years, String(year), async () => {
    // One name for this snapshot, found without reading anybody, and one for whoever has the same people in that year.
    const here = digestOf([CHOSEN_AS, String(threshold), JSON.stringify(people), String(year), snapshot.id]);
    const pointed = await kept.read(here);
    const before = pointed === null ? null : await held.of(pointed, () => keptYear(kept, pointed));
    if (before !== null) {
      return before;
    }
    const digest = [CHOSEN_AS, String(threshold), JSON.stringify(people), String(year)];
    const coarse: Dimension[] = [];
    for (const dimension of every) {
      const views = await read([dimension], year, digest);
      const view = views.one(0);
      if (!isTooFine(view, await smallNumbers(view, { counts: countsAsked(people.counts.length, view.kinds), threshold }))) {
        coarse.push(dimension);
      }
    }
    const views = await read(coarse, year, digest);
    const same = digestOf(digest);
    const found = await held.of(same, async () => {
      const there = await keptYear(kept, same);
      const year = there ?? await chosen(views, every.filter((one) => !coarse.includes(one)).map(({ id }) => [id]));
      if (there === null) {
        await kept.write(same, asText(year));
      }
      return year;
    });
    await kept.write(here, same);
    return found;
  });

  async function chosen(views: Views, fineAlone: readonly (readonly string[])[]): Promise<Year> {
    const { swaps, fine } = await chooseSwaps({ views, counts: countsAsked(people.counts.length, views.kinds), isCensus, threshold });
    const { ids: named, keys, times, kinds } = views;
    return {
      numbering: { ids: named, keys, times, kinds }, swaps: packed(swaps.all), partings: new Map<string, Parting>(),
      fine: [...fineAlone, ...fine.map(({ dimensions }) => dimensions.map((dimension) => named[dimension] ?? ''))],
    };
  }

  function partingOf({ numbering, swaps, partings }: Year, narrowed: readonly string[]): Parting {
    const name = narrowed.join('|');
    const known = partings.get(name) ?? new Parting(numbering, swaps, narrowed.map((id) => numbering.ids.indexOf(id)));
    partings.set(name, known);
    return known;
  }

  return {
    hides: async (box, times) => {
      const narrowed = [...box.places.keys()].filter((id) => ids.has(id)).sort();
      for (const year of new Set(times.map(financialYear))) {
        const found = await yearOf(year);
        if (found.fine.some((fine) => fine.every((id) => narrowed.includes(id))) || partingOf(found, narrowed).parts(box)) {
          return true;
        }
      }
      return false;
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

const digestOf = (parts: readonly string[]): string => parts.reduce((hash, part) => hash.update(part).update('\n'), createHash('sha256')).digest('hex').slice(0, 32);

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

/** The counts as the kinds they hold, in their order; after them what lies between two of which one holds the other. */
function countsAsked(counts: number, kinds: readonly Kind[]): readonly ReadonlySet<Kind>[] {
  const held = Array.from({ length: counts }, (_, index) => new Set(kinds.filter((kind) => isIn(kind, index))));
  const between = held.flatMap((outer) => held.flatMap((inner) =>
    (inner.size < outer.size && [...inner].every((kind) => outer.has(kind)) ? [new Set([...outer].filter((kind) => !inner.has(kind)))] : [])));
  const known = new Map<string, ReadonlySet<Kind>>();
  for (const one of between.filter(({ size }) => size > 0)) {
    known.set([...one].sort((a, b) => a - b).join(), one);
  }
  for (const one of held) {
    known.delete([...one].sort((a, b) => a - b).join());
  }
  return [...held, ...known.values()];
}

/** Whether people of a kind are in the count of that number. */
export const isIn = (kind: Kind, count: number): boolean => Math.floor(kind / 2 ** count) % 2 === 1;
