import { BETWEEN, NOT_KNOWN, UNPLACED } from './keys';
import { NO_FIGURE, type Cell } from './cell';
import type { DriverPart } from './change';
import type { Figure } from './result';

/** The cells of a split over both stretches of time, and the whole figures that they are the parts of. */
export interface SplitOfBoth {
  /** How many dimensions it is split by. */
  readonly by: number;
  /** Whether it divides only what is counted, and the denominator stands whole beside every part. */
  readonly isNumeratorOnly: boolean;
  readonly from: readonly Cell[];
  readonly to: readonly Cell[];
  readonly wholes: { readonly from: Figure; readonly to: Figure };
  /** What a numerator and a denominator come to. */
  readonly valueOf: (numerator: number, denominator: number | null) => number | null;
}

/** Sums are rounded to far more places than this, as a share of the whole: a remainder within it is none. */
const NEGLIGIBLE = 1e-9;

/**
 * Every part of both stretches, by its keys; one that was not there has no figure there, and one in which nothing was
 * counted in either is left out. What the parts leave of the whole is a part of its own, so that they add up to it: a
 * numerator without a denominator of its own, or of a share without a reason what has none. Where a part is hidden there
 * is no such part, and none where one is rounded, whose remainder would be what rounding took.
 */
export function driverParts({ by, isNumeratorOnly, from, to, wholes, valueOf }: SplitOfBoth): readonly DriverPart[] {
  const [before, after] = [byKeys(from), byKeys(to)];
  const parts = [...new Set([...before.keys(), ...after.keys()])].sort().map((key): DriverPart => ({
    keys: key.split(BETWEEN), from: before.get(key) ?? NO_FIGURE, to: after.get(key) ?? NO_FIGURE,
  })).filter((part) => counts(part.from, isNumeratorOnly) || counts(part.to, isNumeratorOnly));
  const rest = (side: 'from' | 'to'): Figure | null => {
    // What is hidden is no remainder: told with it, the rest would be what is hidden.
    if (parts.some((part) => [part.from, part.to].some(({ hidden, roundedTo }) => hidden || roundedTo !== undefined))) {
      return null;
    }
    const counted = remainder(wholes[side], parts.map((part) => part[side]), isNumeratorOnly);
    return counted === null ? null : { ...counted, value: valueOf(counted.numerator, counted.denominator), hidden: false };
  };
  const [restFrom, restTo] = [rest('from'), rest('to')];
  const keys = Array.from({ length: by }, () => (isNumeratorOnly ? NOT_KNOWN : UNPLACED));
  return restFrom === null && restTo === null ? parts : [...parts, { keys, from: restFrom ?? NO_FIGURE, to: restTo ?? NO_FIGURE }];
}

const byKeys = (cells: readonly Cell[]): ReadonlyMap<string, Figure> => new Map(cells.map(({ keys, figure }) => [keys.join(BETWEEN), figure]));

const counts = ({ numerator, denominator, hidden }: Figure, isNumeratorOnly: boolean): boolean =>
  hidden || (numerator ?? 0) !== 0 || (!isNumeratorOnly && (denominator ?? 0) !== 0);

/** What the parts leave of the whole; null where that is nothing. A denominator that stands whole beside every part leaves nothing of itself. */
function remainder(
  whole: Figure, parts: readonly Figure[], isNumeratorOnly: boolean,
): { readonly numerator: number; readonly denominator: number | null } | null {
  const numerator = left(whole.numerator, parts.map((part) => part.numerator));
  if (isNumeratorOnly || whole.denominator === null) {
    return numerator === 0 ? null : { numerator, denominator: whole.denominator };
  }
  const denominator = left(whole.denominator, parts.map((part) => part.denominator));
  return numerator === 0 && denominator === 0 ? null : { numerator, denominator };
}

function left(whole: number | null, parts: readonly (number | null)[]): number {
  const rest = parts.reduce<number>((sum, part) => sum - (part ?? 0), whole ?? 0);
  const size = parts.reduce<number>((sum, part) => sum + Math.abs(part ?? 0), Math.abs(whole ?? 0));
  return Math.abs(rest) <= NEGLIGIBLE * size ? 0 : rest;
}
