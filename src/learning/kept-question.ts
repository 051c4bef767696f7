/** Why a question was kept: it was asked back, it was not understood, or there was nothing to answer it from. */
export type Unanswered = 'clarify' | 'unknown' | 'no-data';

/** A question that was not answered, with whatever looked personal taken out, and what was chosen of what it was offered. */
export interface KeptQuestion {
  /** When it was kept, milliseconds since 1970. */
  readonly at: number;
  readonly words: string;
  readonly outcome: Unanswered;
  /** A stable code; null for a question that was asked back. */
  readonly reason: string | null;
  /** The words that were not understood. */
  readonly unknown: readonly string[];
  /** Whole questions, as they were offered. */
  readonly options: readonly string[];
  /** What there was nothing to answer from: a query as JSON. Null where the question came to none. */
  readonly query: string | null;
  /** The option that was chosen afterwards, and what it came to as JSON. Null while none was. */
  readonly chosen: { readonly words: string; readonly query: string } | null;
}

/** One of the options of a question was asked. */
export interface Choice {
  readonly organisation: string;
  /** The mark of who asked where. */
  readonly askedBy: string;
  readonly words: string;
  /** What it came to, as JSON. */
  readonly query: string;
  /** The earliest that the question may have been kept, milliseconds since 1970. */
  readonly since: number;
}

/** Where questions are kept, each organisation's apart. Instants are milliseconds since 1970. */
export interface QuestionsKept {
  /** `askedBy` is a mark from which nobody can tell who asked; it serves to find what was chosen afterwards, and no longer. */
  keep(question: Omit<KeptQuestion, 'chosen'> & { readonly organisation: string; readonly askedBy: string }): Promise<void>;
  /** Puts a choice to the latest question, by the same mark, that was offered it. A later choice stands in place of an earlier one. */
  choose(choice: Choice): Promise<void>;
  /** What was kept at `since` or after it, the oldest first. */
  read(organisation: string, since: number): Promise<readonly KeptQuestion[]>;
  /** Takes the marks off the questions kept before this. */
  forgetWho(before: number): Promise<void>;
  /** Deletes what was kept before this: of one organisation, or of all where it is null. */
  forget(organisation: string | null, before: number): Promise<void>;
}
