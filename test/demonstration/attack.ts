import { Solver } from '../access/solver';

/** A number that somebody may be told, or have to work out. */
export interface Unknown {
  readonly value: number;
  readonly isShown: boolean;
}

/** Numbers that add up to another: the parts, and the whole. */
export interface Sum {
  readonly parts: readonly number[];
  readonly whole: number;
}

/** Of two numbers the one that is never more than the other. */
export interface Within {
  readonly inner: number;
  readonly outer: number;
}

/**
 * Which numbers that are not shown somebody finds exactly who knows how all add up and which lie within which: by adding and
 * taking away, and by what is left for numbers that are whole and never less than nothing.
 */
export function foundBy(numbers: readonly Unknown[], sums: readonly Sum[], within: readonly Within[]): ReadonlySet<number> {
  const found = byAdding(numbers, sums);
  const known = numbers.map(({ isShown }, index) => isShown || found.has(index));
  const least = leastOf(numbers, known, sums);
  return new Set([...found, ...byBounds(numbers, known, sums, within, least)]);
}

/**
 * What each number is at least to somebody who is told of every total whether a nought is hidden in it, and not which: one
 * that is hidden in none with a nought is no nought itself, since noughts are shown but where they are hidden beside, and
 * neither is one of whose wholes all are no nought.
 */
function leastOf(numbers: readonly Unknown[], known: readonly boolean[], sums: readonly Sum[]): readonly number[] {
  const isNought = (index: number): boolean => known[index] !== true && numbers[index]?.value === 0;
  const doubtful = new Set(sums.filter(({ parts }) => parts.some(isNought)).flatMap(({ parts }) => parts).filter((part) => known[part] !== true));
  for (let before = -1; before < doubtful.size;) {
    before = doubtful.size;
    sums.filter(({ whole }) => doubtful.has(whole)).forEach(({ parts }) => parts.filter((part) => known[part] !== true).forEach((part) => doubtful.add(part)));
  }
  return numbers.map((_, index) => Number(!doubtful.has(index)));
}

function byAdding(numbers: readonly Unknown[], sums: readonly Sum[]): ReadonlySet<number> {
  const hidden = numbers.flatMap(({ isShown }, index) => (isShown ? [] : [index]));
  const place = new Map(hidden.map((index, at) => [index, at]));
  const row = ({ parts, whole }: Sum): number[] => {
    const line = new Array<number>(hidden.length).fill(0);
    for (const [index, factor] of [...parts.map((part) => [part, 1] as const), [whole, -1] as const]) {
      const at = place.get(index);
      if (at !== undefined) {
        line[at] = (line[at] ?? 0) + factor;
      }
    }
    return line;
  };
  const solver = new Solver(hidden.length);
  sums.filter(({ parts, whole }) => [...parts, whole].some((index) => place.has(index))).forEach((sum) => solver.learn(row(sum)));
  return new Set(hidden.filter((_, at) => solver.knowsOne(at)));
}

function byBounds(numbers: readonly Unknown[], known: readonly boolean[], sums: readonly Sum[], within: readonly Within[], least: readonly number[]): readonly number[] {
  const low = numbers.map(({ value }, index) => (known[index] === true ? value : least[index] ?? 0));
  const high = numbers.map(({ value }, index) => (known[index] === true ? value : Infinity));
  let isNew = true;
  const raise = (index: number, to: number): void => {
    if (to > (low[index] ?? 0)) {
      low[index] = to;
      isNew = true;
    }
  };
  const lower = (index: number, to: number): void => {
    if (to < (high[index] ?? Infinity)) {
      high[index] = to;
      isNew = true;
    }
  };
  const total = (of: readonly number[], parts: readonly number[]): number => parts.reduce((sum, part) => sum + (of[part] ?? 0), 0);
  for (let round = 0; round < 50 && isNew; round += 1) {
    isNew = false;
    for (const { parts, whole } of sums) {
      raise(whole, total(low, parts));
      lower(whole, total(high, parts));
      for (const part of parts) {
        const others = parts.filter((other) => other !== part);
        lower(part, (high[whole] ?? Infinity) - total(low, others));
        raise(part, (low[whole] ?? 0) - total(high, others));
      }
    }
    for (const { inner, outer } of within) {
      lower(inner, high[outer] ?? Infinity);
      raise(outer, low[inner] ?? 0);
    }
  }
  return numbers.flatMap((_, index) => (known[index] !== true && low[index] === high[index] ? [index] : []));
}
