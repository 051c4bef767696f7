import type { IsName } from './signatures';

/** What is known of a passage. */
export interface Passage {
  /** Whether it names a measure, a part or a time that a question could be about. */
  readonly hasContent: (text: string) => boolean;
  /** Whether it asks for anything: a figure, what is off target, how fresh the data is. */
  readonly asks: (text: string) => boolean;
  /** Whether a word may be somebody's name. */
  readonly isName: IsName;
}

/** A message cut to what it asks for. */
export interface Asked {
  readonly text: string;
  readonly passedOver: readonly string[];
}

/** What is said of somebody's own part of the hospital may narrow what they ask for. */
export const ANSWERS_FOR = /\b(?:look(?:ing)? (?:after|at|into)|responsible|in charge|runs?|running|manag\p{L}+|cover(?:s|ing)?|leads?|leading|work(?:s|ing)? (?:in|on|with|at)|interest(?:ed)?|focus\p{L}*|concern\p{L}*|worried|mean|meant|ones?)\b/iu;
