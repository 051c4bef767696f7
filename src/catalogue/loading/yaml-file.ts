import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Fault } from '../fault';

export type Path = readonly PropertyKey[];

export interface Place {
  readonly file: string;
  readonly line: number;
}

/** One YAML file that remembers on which line everything in it stands. */
export class YamlFile {
  readonly name: string;
  readonly value: unknown;
  readonly faults: readonly Fault[];
  readonly #document: Document;
  readonly #lines = new LineCounter();

  /** `name` is how the file is called in faults; `text` is what it holds. */
  constructor(name: string, text: string) {
    this.name = name;
    const document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    this.#document = document;
    this.faults = [...document.errors, ...document.warnings].map((error) => ({
      file: name,
      line: this.#lineOf(error.pos[0]),
      message: `This is not valid YAML: ${error.message}.`,
      fix: 'Check the indentation, quotes and colons of this line and the one above.',
    }));
    const value: unknown = document.errors.length > 0 ? null : document.toJS();
    this.value = value;
  }

  /** Where `path` stands, or the nearest thing above it that exists. A key is placed at the key, not at its value. */
  place(path: Path): Place {
    let offset = this.#document.contents?.range?.[0] ?? 0;
    let node: unknown = this.#document.contents;
    for (const step of path) {
      const found = this.#child(node, step);
      if (found === null) {
        break;
      }
      ({ offset, node } = found);
    }
    return { file: this.name, line: this.#lineOf(offset) };
  }

  #child(parent: unknown, step: PropertyKey): { offset: number; node: unknown } | null {
    const node = isAlias(parent) ? parent.resolve(this.#document) : parent;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      return pair === undefined ? null : { offset: startOf(pair.key) ?? 0, node: pair.value };
    }
    if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step];
      const offset = startOf(item);
      return offset === null ? null : { offset, node: item };
    }
    return null;
  }

  #lineOf(offset: number): number {
    return Math.max(1, this.#lines.linePos(offset).line);
  }
}

function startOf(node: unknown): number | null {
  const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'range' in value;
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}
