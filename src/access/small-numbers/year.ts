import { z } from 'zod';
import type { KeptPatterns } from './kept-patterns';
import type { Parting } from './parting';
import { packed, type Swap } from './swap';
import type { Views } from './views';

const numbersSchema = z.array(z.int());
const yearSchema = z.strictObject({
  numbering: z.strictObject({ ids: z.array(z.string()), keys: z.array(z.array(z.string())), times: z.array(z.string()), kinds: z.array(z.number()) }),
  fine: z.array(z.array(z.string())),
  told: z.array(z.tuple([z.string(), z.string(), z.string()])),
  swaps: z.array(z.strictObject({ corners: numbersSchema.transform((corners) => Int32Array.from(corners)), times: numbersSchema, kinds: z.array(numbersSchema) })),
});

/** What is hidden of the people of one financial year. */
export interface Year {
  readonly numbering: Omit<Views, 'one' | 'two'>;
  /** Dimensions by which nothing is shown, alone or two together. */
  readonly fine: readonly (readonly string[])[];
  /** Dimensions of which the keys of two tell the key of a third; the same twice where one alone tells it. */
  readonly told: readonly (readonly [one: string, other: string, third: string])[];
  readonly swaps: readonly Swap[];
  /** By the dimensions that an answer is narrowed by. */
  readonly partings: Map<string, Parting>;
}

/** The years that some pattern holds, by the name that each is kept under: two snapshots that have the same people in a year hold it once. */
export class HeldYears {
  readonly #years = new Map<string, WeakRef<Year>>();

  /** The year of that name: the one that is held, or else what is made of it; null where that is nothing. */
  async of<T extends Year | null>(name: string, make: () => Promise<T>): Promise<Year | T> {
    const held = this.#years.get(name)?.deref();
    if (held !== undefined) {
      return held;
    }
    const made = await make();
    if (made !== null) {
      [...this.#years].filter(([, year]) => year.deref() === undefined).forEach(([gone]) => this.#years.delete(gone));
      this.#years.set(name, new WeakRef<Year>(made));
    }
    return made;
  }
}

/** A year as it is kept. */
export const asText = ({ numbering, fine, told, swaps }: Year): string =>
  JSON.stringify({ numbering, fine, told, swaps: swaps.map(({ corners, times, kinds }) => ({ corners: [...corners], times, kinds })) });

/** What is kept under a name; null where nothing is, or nothing that can be read. */
export async function keptYear(kept: KeptPatterns, name: string): Promise<Year | null> {
  const text = await kept.read(name);
  try {
    const read = text === null ? null : yearSchema.safeParse(JSON.parse(text));
    return read?.success === true ? { ...read.data, swaps: packed(read.data.swaps), partings: new Map<string, Parting>() } : null;
  } catch {
    return null;
  }
}
