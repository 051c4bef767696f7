import type { Rewording } from './rewording';

/** Waits by their weeks. */
export const WAITS_WRITTEN: readonly Rewording[] = [
  [/^\s*65s(?=\s*[?.!]*$)/i, '65 week waits'],
  [/^(?![^?]*\b(?:will|would|forecast|predict\p{L}*|expect\p{L}*|project\p{L}*|likely|going to|hit|clear)\b)([^?]*\b(?:waits|waiters|waiting|18 weeks?|follow[- ]ups|ptl|backlog)\b[^?]*?) at (?:the )?(?:last )?year[- ]end\b/iu, '$1 as at 31 march'],
  [/>\s*(52|65|78|104) ?(?:w|wks?|weeks?)\b(?! wait)/gi, '$1 week waits'],
  [/(?<!\bbetween )\b(52|65|78|104)\+?(?:,| and| &| or|,? plus) (52|65|78|104)\+?[ -]?(?:week|wk)s?(?:[ -]?(?:waits?|waiters|breaches))?/gi, '$1 week waits and $2 week waits'],
  [/(?<!\b(?:over|under|above|below|aged|the over) )\b(52|65|78|104)s (?=left|remaining|waiting|still|to go|do we|have we)/gi, '$1 week waits '],
  [/^(52|65|78|104)s(?= (?:by|in|for|at)\b)/i, '$1 week waits'],
  [/\b(\d+)ww\b/gi, '$1 week waits'],
  [/\b(any|no|zero|our|clear|clear the|clear our|how many|those|remaining|more|fewer) 65s\b(?! (?:and|or) (?:over|older|under))/gi, '$1 65 week waits'],
  [/\b(\d+)\+? ?(?:weekers|wkers)\b/gi, '$1 week waits'],
  [/\bdx (?=(?:waits?|waiters?|tests?|dnas?|waiting|breaches)\b)/gi, 'diagnostic '],
  [/\b(left|still|remaining|waiting) anywhere\b(?! (?:but|else|except|outside|other|apart|near|over|under|above|below|in|at|on))/gi, '$1'],
];
