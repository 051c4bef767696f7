import type { Day } from '../../calendar/day';
import { isWholeMonths } from '../../calendar/period';
import { NO_FIGURE, type Cell } from '../../engine/cell';
import { EVERY_PART } from '../../engine/keys';
import { countIndex } from '../../engine/people';
import type { Ground } from '../../engine/slice';
import { startsIn } from '../../engine/windows';
import { duringOf, placesOf, type Asked } from './asked';
import { isIn } from './counts-asked';
import type { BehindOf, Pattern } from './pattern';

/** More combinations of keys than this are not looked through one by one. */
const MOST = 4_000;

type Split = Omit<Asked, 'cell'>;

/**
 * The cells of an answer and those of nobody that are to be hidden beside them. Which parts are in an answer tells of whom
 * there is nobody, and how many stars a total lies in: where nothing is shown by some dimensions or days, one cell stands for
 * every part; elsewhere a part of nobody whose number would be hidden is there, as if somebody were.
 */
export async function withNobody(ground: Ground, asked: Split, cells: readonly Cell[], behind: BehindOf): Promise<readonly Cell[]> {
  const { slice, grouping: { time, dimensions } } = asked;
  const periods = time === null ? [null] : startsIn({ from: slice.from, to: slice.to, time });
  const found: Cell[] = [];
  for (const period of periods) {
    const held = cells.filter((cell) => cell.period === period);
    const some = { ...NOBODY, period, asAt: held[0]?.asAt ?? null };
    const every = { ...some, keys: dimensions.map(() => EVERY_PART) };
    if (await someCount(ground, { ...asked, cell: every }, behind, (pattern, box, times) => pattern.hidesAll(box, times))) {
      found.push({ ...every, figure: { ...NO_FIGURE, hidden: true } });
      continue;
    }
    found.push(...held);
    const known = new Set(held.map(({ keys }) => JSON.stringify(keys)));
    for (const keys of isOfWholeMonths(slice, time) ? [] : await combinations(ground, { ...asked, cell: every }, behind)) {
      if (!known.has(JSON.stringify(keys)) && await someCount(ground, { ...asked, cell: { ...some, keys } }, behind, (pattern, box, times) => pattern.hides(box, times))) {
        found.push({ ...some, keys });
      }
    }
  }
  return found;
}

/** The noughts of whole months are hidden where they are held; days and weeks have rows for few parts. */
const isOfWholeMonths = (slice: Split['slice'], time: Split['grouping']['time']): boolean => isWholeMonths(slice) && (time === null || time === 'month_start');

const NOBODY: Omit<Cell, 'period' | 'asAt'> = { keys: [], figure: NO_FIGURE, missing: null, printed: null };

type Look = (pattern: Pattern, box: Parameters<Pattern['hides']>[0], times: readonly Day[]) => Promise<boolean>;

/** Whether it is so of some count of people below the trust that a figure is made of. */
async function someCount(ground: Ground, asked: Asked, behind: BehindOf, isSo: Look): Promise<boolean> {
  for (const measure of asked.counts) {
    const places = placesOf(ground.catalogue, asked, measure !== asked.metric.denominator);
    const coverage = ground.snapshot.coverage[measure.table];
    if (coverage !== undefined && (places === null || places.size > 0)) {
      const { people, pattern } = behind(ground, measure);
      const { times, ...during } = duringOf(people, coverage, asked);
      const index = countIndex(people, asked.metric, measure);
      if (places === null || await isSo(pattern, { holds: (kind) => isIn(kind, index), ...during, places }, times)) {
        return true;
      }
    }
  }
  return false;
}

/** Every combination of keys that a split could have a part of, within what is asked for. */
async function combinations(ground: Ground, asked: Asked, behind: BehindOf): Promise<readonly (readonly string[])[]> {
  const { grouping: { dimensions }, slice: { filters, excluding }, counts: [first] } = asked;
  if (first === undefined || dimensions.some((id) => (ground.catalogue.dimensions.get(id)?.whole ?? null) !== null)) {
    return [];
  }
  const { people, pattern } = behind(ground, asked.metric.denominator !== null && asked.counts.includes(asked.metric.denominator) ? asked.metric.denominator : first);
  const { times } = duringOf(people, ground.snapshot.coverage[people.table], asked);
  let every: readonly (readonly string[])[] = [[]];
  for (const id of dimensions) {
    const keys = (await pattern.keysOf(id, times)).filter((key) => filters[id]?.includes(key) !== false && excluding[id]?.includes(key) !== true);
    every = every.flatMap((some) => keys.map((key) => [...some, key]));
    if (every.length > MOST) {
      return [];
    }
  }
  return every;
}
