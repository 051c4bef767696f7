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
  return new Set([...found, ...byBounds(numbers, known, sums, within, 0), ...byBounds(numbers, known, believed(numbers, known, sums), within, 1)]);
}

/** The sums that somebody goes on believing in who takes nothing hidden for nought: of which no more is hidden than the whole comes to. */
function believed(numbers: readonly Unknown[], known: readonly boolean[], sums: readonly Sum[]): readonly Sum[] {
  const least = (index: number): number => (known[index] === true ? numbers[index]?.value ?? 0 : 1);
  return sums.filter(({ parts, whole }) => known[whole] !== true || parts.reduce((sum, part) => sum + least(part), 0) <= least(whole));
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
  return new Set(hidden.filter((_, at) => solver.knows(hidden.map((_index, other) => Number(other === at)))));
}

function byBounds(numbers: readonly Unknown[], known: readonly boolean[], sums: readonly Sum[], within: readonly Within[], least: number): readonly number[] {
  const low = numbers.map(({ value }, index) => (known[index] === true ? value : least));
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
  return numbers.flatMap(({ value }, index) => (known[index] !== true && low[index] === high[index] && low[index] === value ? [index] : []));
}
