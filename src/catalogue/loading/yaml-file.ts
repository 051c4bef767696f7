import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node, type YAMLError } from 'yaml';
import type { Fault } from '../fault';

/** Times that one part of a file may be written out again by reference: far beyond need, far below harm. */
const MOST_REFERENCES = 100;

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
    const broken = [...document.errors, ...document.warnings].map((error) => ({ file: name, line: this.#lineOf(error.pos[0]), ...inWords(error) }))
      // One mistake often brings others with it on its line.
      .filter(({ line }, index, all) => all.findIndex((other) => other.line === line) === index);
    const astray = document.errors.length > 0 ? [] : this.#strayReferences();
    const { value, faults } = document.errors.length + astray.length > 0 ? { value: null, faults: [] } : this.#read();
    this.value = value;
    this.faults = [...broken, ...astray, ...faults];
  }

  /** Text that begins with * and has no quotes is a reference in YAML; one that leads nowhere was meant as text. */
  #strayReferences(): Fault[] {
    const faults: Fault[] = [];
    visit(this.#document, {
      Alias: (_key, alias, ancestors) => {
        const meant = alias.resolve(this.#document);
        const place = { file: this.name, line: this.#lineOf(alias.range?.[0] ?? 0) };
        if (meant === undefined) {
          faults.push({ ...place, message: `*${alias.source} is without quotes, so YAML reads it as a reference, and there is no &${alias.source}.`, fix: `Put it in quotes: '*${alias.source}'.` });
        } else if (ancestors.includes(meant)) {
          faults.push({ ...place, message: `*${alias.source} refers to what it stands in.`, fix: 'Write out what was meant.' });
        }
      },
    });
    return faults;
  }

  #read(): { readonly value: unknown; readonly faults: readonly Fault[] } {
    try {
      return { value: this.#document.toJS({ maxAliasCount: MOST_REFERENCES }), faults: [] };
    } catch (error) {
      // The parser's way of saying that references multiply one another.
      if (!(error instanceof ReferenceError)) {
        throw error;
      }
      return { value: null, faults: [{ ...this.place([]), message: `Its references cannot be followed: ${error.message}.`, fix: `Write out what they stand for; one part may be repeated ${MOST_REFERENCES} times at most.` }] };
    }
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

const CHECK = 'Check the indentation, quotes and colons of this line and the one above.';

/** Mistakes that have a plainer name than the parser's, by its code. */
const IN_WORDS: Readonly<Partial<Record<YAMLError['code'], Pick<Fault, 'message' | 'fix'>>>> = {
  TAB_AS_INDENT: { message: 'This line begins with a tab, and YAML takes spaces alone.', fix: 'Put spaces in its place, as many as in the lines beside it.' },
  DUPLICATE_KEY: { message: 'This field is given twice.', fix: 'Take one of the two out.' },
  MULTIPLE_DOCS: { message: 'A second document begins here.', fix: 'Take the line of hyphens out, or make two files of it.' },
};

const inWords = ({ code, message }: Pick<YAMLError, 'code' | 'message'>): Pick<Fault, 'message' | 'fix'> =>
  IN_WORDS[code] ?? { message: `This is not valid YAML: ${message}.`, fix: CHECK };

function startOf(node: unknown): number | null {
  const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'range' in value;
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}
