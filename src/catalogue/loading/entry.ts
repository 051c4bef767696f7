import type { Path, Place, YamlFile } from './yaml-file';

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What one file says of one thing, and where it says it. */
export interface Layer {
  readonly file: YamlFile;
  readonly path: Path;
  readonly fields: Fields;
}

/** One thing that the configuration defines, put together from the national definition and what the trust says instead. */
export class Entry {
  readonly fields: Fields;
  readonly #layers: readonly Layer[];

  /** Later layers say what earlier ones leave out or say otherwise, field by field. */
  constructor(layers: readonly Layer[]) {
    this.#layers = layers;
    this.fields = Object.fromEntries(layers.flatMap((layer) => Object.entries(layer.fields)));
  }

  /** The text that the field holds, or '' where it holds none. */
  text(field: string): string {
    const value = this.fields[field];
    return typeof value === 'string' ? value : '';
  }

  /** The texts that the field lists, each with its position; what is not text is passed over. */
  texts(field: string): readonly (readonly [index: number, text: string])[] {
    const value = this.fields[field];
    return Array.isArray(value) ? value.flatMap((item: unknown, index) => (typeof item === 'string' ? [[index, item] as const] : [])) : [];
  }

  /** The same thing with the fields of `other` over it. */
  under(other: Entry): Entry {
    return new Entry([...this.#layers, ...other.#layers]);
  }

  /** Where the part at `path` is said: the last layer that says it, or the head of the last layer where none does. */
  place(path: Path = []): Place {
    const [head] = path;
    const said = head === undefined ? undefined : this.#layers.findLast((layer) => String(head) in layer.fields);
    const layer = said ?? this.#layers.at(-1);
    if (layer === undefined) {
      throw new RangeError('An entry has at least one layer.');
    }
    return layer.file.place([...layer.path, ...path]);
  }
}
