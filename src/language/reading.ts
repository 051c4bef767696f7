import type { Query } from '../engine/query';
import type { Command } from './command';

/**
 * What the words came to: one query, or an honest question back, or what is not known.
 * `options` are whole questions, best first, each of which reads on its own without a second question.
 */
export type Reading =
  | {
      readonly kind: 'query';
      readonly query: Query;
      /** What the person is told beside the answer. */
      readonly notes: readonly string[];
      /** Those of the notes that belong in the first sentence: that the period answered is not the one asked for. */
      readonly said: readonly string[];
      /** Whether its working was asked for. */
      readonly working?: boolean;
    }
  | {
      readonly kind: 'clarify';
      readonly ask: string;
      readonly options: readonly string[];
      readonly query: Query | null;
      /** The words that were not understood, as typed, where it is asked whether the rest is meant. */
      readonly words?: readonly string[];
    }
  | {
      readonly kind: 'unknown';
      /** A stable code: unknown-measure, unknown-word, not-a-measure, cannot-split, nothing-asked, not-supported, too-long, unknown-frozen. */
      readonly reason: string;
      readonly sentence: string;
      /** The words that were not understood, as typed. */
      readonly words: readonly string[];
      readonly options: readonly string[];
    }
  /** What is to be done, and not answered; the notes say what was taken for granted. */
  | { readonly kind: 'command'; readonly command: Command; readonly notes: readonly string[] }
  /** About a person: nothing of what was typed is repeated or kept. */
  | { readonly kind: 'refused'; readonly reason: 'patient-data'; readonly sentence: string };
