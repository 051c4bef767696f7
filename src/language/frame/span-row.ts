import type { Role } from '../vocabulary/meaning';
import { FUNCTION_WORDS } from '../words/function-words';
import { PASSING_WORDS } from '../words/passing-words';
import type { Span } from './span';

/** What joins two things of one list. */
const JOINING = new Set(['and', 'or', 'the', 'nor', '-', 'also', 'then']);

/** The words that put things in order. */
export const RANKS: ReadonlySet<Role> = new Set(['worst', 'best', 'highest', 'lowest']);

/** The spans of a question in order, and what stands between them. */
export class SpanRow {
  readonly #spans: readonly Span[];
  readonly #words: readonly string[];

  constructor(spans: readonly Span[], words: readonly string[]) {
    this.#spans = spans;
    this.#words = words;
  }

  /** The span after the one at `index`, where only words of grammar stand between. */
  after(index: number): Span | undefined {
    return this.#next(index, (here, next) => this.#gap(here, next).every((word) => FUNCTION_WORDS.has(word) || PASSING_WORDS.has(word)));
  }

  /** The span after the one at `index`, where only "and" or the like stands between. */
  listedAfter(index: number): Span | undefined {
    return this.#next(index, (here, next) => this.inOneList(here, next));
  }

  /** Whether two spans stand in one list: "ENT, urology and gynae". */
  inOneList(a: Span, b: Span): boolean {
    return this.#gap(a, b).every((word) => JOINING.has(word));
  }

  #next(index: number, fits: (here: Span, next: Span) => boolean): Span | undefined {
    const here = this.#spans[index];
    const next = this.#spans[index + 1];
    return here !== undefined && next !== undefined && fits(here, next) ? next : undefined;
  }

  #gap(a: Span, b: Span): readonly string[] {
    return this.#words.slice(a.end, b.start);
  }
}
