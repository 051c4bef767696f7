import type { Catalogue } from '../../catalogue/catalogue';
import type { Day } from '../../calendar/day';
import type { Coverage } from '../../engine/snapshot';
import type { Reading } from '../reading';
import type { Vocabulary } from '../vocabulary/vocabulary';
import type { Word } from '../words/word';
import type { Frame } from './frame';
import type { Span } from './span';

/** What a question is read against. */
export interface Ground {
  readonly catalogue: Catalogue;
  readonly vocabulary: Vocabulary;
  readonly coverage: Readonly<Record<string, Coverage>>;
  readonly today: Day;
  /** Groups of metrics that are being talked about, surest first. */
  readonly about: readonly string[];
}

/** One question on its way to a decision. */
export interface Case {
  readonly ground: Ground;
  /** The cleaned text, its words, and the words as corrected and folded. */
  readonly text: string;
  readonly words: readonly Word[];
  readonly folded: readonly string[];
  readonly spans: readonly Span[];
  readonly frame: Frame;
  /** What the person is told beside the answer: corrections made, rivals of a reading. */
  readonly notes: readonly string[];
  /** Whether anyone will see what is offered beside "I don't know"; not so for a wording that is only being tried. */
  readonly offers: boolean;
  /** Reads another wording of the question: in its place, or only to see whether it reads. */
  readonly again: (text: string, inItsPlace?: boolean) => Reading;
  /** Reads the same words where none of them names a scorecard. */
  readonly plainly: () => Reading;
}

/** A run of words as typed. */
export function typedWords(words: readonly Word[], span: { readonly start: number; readonly end: number }): string {
  return words.slice(span.start, span.end).map(({ typed }) => typed).join(' ');
}

/** The question with a run of its words replaced by others; with none in their place they fall away. */
export function reworded(text: string, words: readonly Word[], span: { readonly start: number; readonly end: number }, instead: string): string {
  const first = words[span.start];
  const last = words[span.end - 1];
  if (first === undefined || last === undefined) {
    return text;
  }
  return `${text.slice(0, first.start)}${instead}${text.slice(last.end)}`.replace(/\s+/g, ' ').trim();
}

/** What is offered beside an honest "I don't know": the wordings that read, each query once, where anyone will see them. */
export function offered(one: Case, wordings: readonly string[], most = 4): readonly string[] {
  if (!one.offers) {
    return [];
  }
  const asked = one.frame.metrics.length;
  const kept = new Set<string>();
  const fits = (wording: string): boolean => {
    const reading = one.again(wording);
    if (repeats(wording) || reading.kind !== 'query' || (asked > 0 && reading.query.metrics.length > asked)) {
      return false;
    }
    const { period, ...query } = reading.query;
    const same = JSON.stringify([query, period?.from, period?.to]);
    const isNew = !kept.has(same);
    kept.add(same);
    return isNew;
  };
  return thatRead(wordings, one.again, most, fits);
}

/** Whether words stand twice in a row, as they do where a name is put beside itself: "ACPL ACPL". */
function repeats(wording: string): boolean {
  return /(?:^|\s)([\p{L}&][\p{L}\d& -]{2,}?)\s+\1(?=\s|$)/iu.test(wording);
}

/** How many options a question back needs: those that are shown, or, in a wording that is only being tried, the few it is judged by. */
export function optionsNeeded({ offers }: Case): number {
  return offers ? 4 : 2;
}

/** Those of the wordings that read to a query by themselves, each once, best first. */
export function thatRead(wordings: readonly string[], again: (text: string) => Reading, most = 4, fits?: (wording: string) => boolean): readonly string[] {
  const kept: string[] = [];
  for (const wording of new Set(wordings)) {
    if (kept.length < most && (fits === undefined ? !repeats(wording) && again(wording).kind === 'query' : fits(wording))) {
      kept.push(wording);
    }
  }
  return kept;
}
