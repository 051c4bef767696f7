import { daysBetween, yearOf, type Day } from '../../calendar/day';
import { financialYear } from '../../calendar/financial-year';
import { previousPeriod, rangePeriod, samePeriodLastYear, type Period } from '../../calendar/period';
import type { Atom } from './atoms';
import { foundNamed, foundPeriod, periodOf, type Found } from './found';
import type { Moment } from './moment';
import { firstFrom, inYear, latestBy, type Named } from './named';
import type { Placed } from './placed';
import { isSame, setApart } from './set-apart';

const COMPARING = new Set([
  'vs', 'versus', 'v', 'against', 'with', 'compared', 'compare', 'comparing', 'comparison', 'than', 'difference', 'change',
]);
const JOINING = new Set([...COMPARING, 'and', 'or', 'to', 'in', 'for', 'the', 'from', 'on', 'that', 'of', 'then', '-']);

/**
 * Two periods side by side tell of each other: "May vs June 2024" share the year, "May 2024 vs 2025" the month, "May vs
 * the year before" steps back from May, and "April and May" outside a comparison is one stretch.
 */
export function share(placed: readonly Placed[], atoms: readonly Atom[], moment: Moment): readonly Placed[] {
  if (placed.length < 2) {
    return placed;
  }
  const between = (left: Placed, right: Placed): readonly string[] => atoms.slice(left.found.end, right.start).map((atom) => atom.text);
  const backwards = placed.reduceRight<readonly Placed[]>((done, left) => {
    const [right] = done;
    return [right !== undefined && isBeside(between(left, right)) ? withYearOf(right, left, moment, placed) : left, ...done];
  }, []);
  const onwards = backwards.reduce<readonly Placed[]>((done, right) => {
    const left = done.at(-1);
    const words = left === undefined ? [] : between(left, right);
    return [...done, left !== undefined && isBeside(words) ? toldBy(left, right, words.some((word) => COMPARING.has(word)), moment, placed) : right];
  }, []);
  return atoms.some((atom) => COMPARING.has(atom.text)) ? setApart(onwards, (left, right) => isBeside(between(left, right)), moment) : onwards.reduce<readonly Placed[]>((done, right) => {
    const left = done.at(-1);
    const isListed = left !== undefined && between(left, right).every((word) => word === 'and');
    const stretch = isListed ? oneStretch(left, right, moment) : null;
    return stretch === null ? [...done, right] : [...done.slice(0, -1), stretch];
  }, []);
}

function isBeside(words: readonly string[]): boolean {
  return words.length <= 4 && words.every((word) => JOINING.has(word));
}

function toldBy(left: Placed, right: Placed, comparing: boolean, moment: Moment, all: readonly Placed[]): Placed {
  const [a, b] = [nameOf(left), nameOf(right)];
  if (a !== null && b !== null) {
    const other = comparing ? sameInOtherYear(a, b, right.found.end) : null;
    return other === null ? withYearOf(left, right, moment, all) : { ...right, found: other };
  }
  const anchor = periodOf(left.found.meaning, moment);
  return anchor === null ? right : { ...right, found: relativeTo(anchor, right.found, comparing) };
}

/**
 * `to` in the year of `from`, where only `from` has one: for days and months the nearest, else the same year. In "May
 * vs May 23" it would become what it is set against, and keeps to its own latest.
 */
function withYearOf(from: Placed, to: Placed, moment: Moment, all: readonly Placed[]): Placed {
  const [lender, named] = [nameOf(from), nameOf(to)];
  if (lender === null || named === null || lender.year === null || named.year !== null) {
    return to;
  }
  const year = lender.unit === named.unit && named.unit !== 'day' && named.unit !== 'month' ? lender.year
    : nearestYear(named, inYear(lender, lender.year), moment.today);
  const lent = year === null ? null : inYear(named, year);
  const isTaken = all.some((other) => other.start !== to.start && hasYear(other) && isSame(periodOf(other.found.meaning, moment), lent));
  return year === null || isTaken ? to : { ...to, found: foundNamed(to.found.end, { ...named, year }, to.found.notes) };
}

function nearestYear(named: Named, anchor: Period | null, today: Day): number | null {
  if (anchor === null) {
    return null;
  }
  const [before, next] = [latestBy(named, anchor.from), firstFrom(named, anchor.from)];
  const isNext = next !== null && (before === null
    || (next.from <= today && daysBetween(anchor.from, next.from) < daysBetween(before.from, anchor.from)));
  const near = isNext ? next : before;
  return near === null ? null : named.unit === 'day' || named.unit === 'month' ? yearOf(near.from) : financialYear(near.from);
}

/** "May 2024 vs 2025", "Q1 24/25 vs 25/26": the second year stands for the same part of it. */
function sameInOtherYear(part: Named, year: Named, end: number): Found | null {
  if (year.year === null || part.year === null) {
    return null;
  }
  const sameKind = part.unit === 'month' || part.unit === 'day' ? year.unit === 'calendar-year'
    : year.unit === 'financial-year' && part.unit !== 'financial-year' && part.unit !== 'calendar-year';
  const period = sameKind ? inYear(part, year.year) : null;
  return period === null ? null : foundPeriod(end, period, [`${inYear(year, year.year)?.label ?? year.year} is read as ${period.label}.`]);
}

/** A step back from the period before it; "May against last year" is last May, not the whole of last year. */
function relativeTo(anchor: Period, found: Found, comparing: boolean): Found {
  const { meaning } = found;
  const by = meaning.kind === 'step' ? meaning.step : meaning.kind === 'period' && comparing ? meaning.against : null;
  if (by === null || (by === 'last-year' && anchor.grain === 'year')) {
    return found;
  }
  const period = by === 'last-year' ? samePeriodLastYear(anchor) : previousPeriod(anchor);
  const note = period === null || meaning.kind === 'step' ? [] : [`Compared with the same length of time: ${period.label}.`];
  return period === null ? found : foundPeriod(found.end, period, [...found.notes, ...note]);
}

function oneStretch(left: Placed, right: Placed, moment: Moment): Placed | null {
  const [a, b] = [periodOf(left.found.meaning, moment), periodOf(right.found.meaning, moment)];
  const named = nameOf(left) !== null || left.found.meaning.kind === 'period';
  const calendar = a !== null && b !== null && ((['month', 'quarter', 'range'].includes(a.grain) && ['month', 'quarter'].includes(b.grain)) || (['day', 'range'].includes(a.grain) && b.grain === 'day'));
  if (!named || !calendar || daysBetween(a.to, b.from) !== 1) {
    return null;
  }
  return { start: left.start, found: foundPeriod(right.found.end, rangePeriod(a.from, b.to), [...left.found.notes, ...right.found.notes]) };
}

function hasYear(placed: Placed): boolean {
  return (nameOf(placed)?.year ?? null) !== null;
}

function nameOf({ found }: Placed): Named | null {
  return found.meaning.kind === 'named' ? found.meaning.named : null;
}
