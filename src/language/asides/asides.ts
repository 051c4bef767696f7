/** A message as it was typed, cut to the question in it, and what was passed over on the way. */
export interface WithoutAsides {
  readonly text: string;
  readonly passedOver: readonly string[];
}

/** Whether words name anything that a question could be about; `measure`: anything that is measured, and not only whom or when. */
export type HasContent = (text: string, what?: 'measure') => boolean;

const MAIL_HEADER = /^(?:\s*(?:from|to|cc|sent|date|subject)\s*:[^\n]*\n)+/i;
const MAIL_PREFIX = /^\s*(?:(?:subject|re|fw|fwd)\s*:\s*)+/i;
const GREETING = /^\s*(?:hi|hiya|hello|hey|dear|morning|good (?:morning|afternoon|evening|day)|afternoon)(?:[ ,]+(?:tally|all|team|there|folks|everyone|everybody|colleagues|again|\p{Lu}\p{Ll}+)){0,2}\s*[,!.:\n–-]+\s*/u;
const SIGNATURE = /(?:^|[\s,.!?;-])(?:many thanks|thanks (?:a lot|so much|in advance|again)|thanks|thank you|thx|cheers|(?:kind|best|warm) (?:regards|wishes)|regards|best wishes|yours sincerely|sent from my|get outlook for)\b[\s,.!-]*([^?]*)$/iu;
/** A closing line that says how, where or when is no signature. */
const NO_SIGNATURE = /\b(?:for|by|in|at|of|with|without|vs|versus|on|last|this|next|and|but|excluding|per|since|than)\b/i;
const LONGEST_SIGNATURE = 16;

/** Occasions that a figure is wanted for. */
const OCCASION = '(?:board|committee|meeting|meetings|huddle|papers?|report|slides?|slide deck|deck|pack|presentation|briefing|session|review|project|glossary|return|ipr|fic|execs?|sitrep|call|workshop|away day|one to one|1:1|appraisal|newsletter|bulletin|assignment|dissertation)';
const PURPOSE = new RegExp(
  '(?:^|[\\s,(])(?:question for|for|in the|from the|ahead of|before|in time for|to go in(?:to)?|to put in(?:to)?|as prep for|prepping for|preparing for)\\s+'
  + '(?:(?:the|my|our|this|a|an|your|his|her|their|some|today\'?s|tomorrow\'?s|next week\'?s|this (?:afternoon|morning)\'?s|\\p{L}+day\'?s)\\s+)?'
  + `((?:(?!for\\b|before\\b|by\\b)[\\p{L}\\d£'&/.-]+\\s+){0,3}?)${OCCASION}(?:\\s+${OCCASION})?\\b`
  + '(?:\\s+(?:on|in|at|this|later|tomorrow|today|next)\\b(?:\\s+(?:\\p{L}+day|morning|afternoon|week|month|am|pm|\\d+\\s?(?:am|pm|mins?|minutes|hours?)))?)?(?:\\s+i have been given)?',
  'iu',
);
/** Polite or idle turns at the end of a question that say nothing of it. */
const TURNS = /[\s,–-]*\b(?:if (?:that(?: i|')s |it(?: i|')?s |at all )?poss(?:ible)?|if you (?:can|could|have it|get a (?:sec|chance|minute))|when you get a (?:sec|chance|minute|moment)|or not|yes or no|asap|urgently|no rush(?: at all)?|fyi|tho|though|lol|x{1,3})[\s.!?]*$/i;
const REASON = /(?:^|[\s,–-]+)as (?:discussed|agreed|requested|promised|per)(?: (?:at|with|in|by) \p{L}+)?,?|[\s,–-]+\b(?:because|as (?:i|we) (?:have|am|was|were|are|need|want|had)|since (?:i|we) (?:have|am|was|need)|so (?:that )?(?:i|we) can|which (?:i|we) need)\b[^?.!;]*/iu;

/** What is said of oneself, of the bot or of the occasion, and not of a measure. */
const CHATTY = /(?<![\p{L}'])(?:(?:i|we|you|u)(?:'?(?:m|ve|ll|d|re))?\s+(?:\p{L}+\s+)?(?:am|was|were|have|had|need|want|hope|read|heard|think|thought|know|understand|been|trying|asked|told|busy|well|writing|preparing|prepping|shall|will|would|could|should|again|said|help|wonder|wondering|given|got|keep)|i'?m|i'?ve|we'?ve|sorry|soz|apologies|forgive|hope|hoping|hopefully|rush|bother|bothering|prepping|preparing|tell me (?=[\p{L} ]+ (?:are|is|have|has)\b)|(?:says|say|reckons|reckon|claims|thinks) |needs? (?:it|this|that|them|by)|(?:can|could) you help|asap|fyi|same layout|early cut|early look)(?![\p{L}'])/iu;

/** Sentences about the occasion may say when it is. */
const OCCASIONAL = /(?<![\p{L}'])(?:preparing|prepping|prep|visit|hope you|trying to get to the bottom of|huddle|meeting (?:with|at|on)|going to (?:the )?board)(?![\p{L}'])/iu;

/**
 * Cuts a message to its question: mail headers, greetings, signatures, occasions ("for the board paper") and sentences
 * about whoever asks fall away, where nothing in them could be part of a question. What is passed over is given back, so
 * that it can be said.
 */
export function withoutAsides(typed: string, hasContent: HasContent): WithoutAsides {
  const passedOver: string[] = [];
  const drop = (words: string): void => {
    const said = words.replace(/^[\s,.;:!–-]+|[\s,.;:!–-]+$/g, '');
    if (said !== '') {
      passedOver.push(said);
    }
  };
  let text = typed.replace(/\r/g, '').replace(/<\/?at[^>]*>/gi, ' ');
  const cutAt = (pattern: RegExp, allowed: (found: RegExpExecArray) => boolean): void => {
    const found = pattern.exec(text);
    if (found !== null && allowed(found) && `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`.trim() !== '') {
      drop(found[0]);
      text = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim();
    }
  };
  cutAt(MAIL_HEADER, ([all]) => hasContent(text.slice(all.length)));
  cutAt(MAIL_PREFIX, () => true);
  cutAt(GREETING, ([all]) => hasContent(text.slice(all.length)));
  cutAt(SIGNATURE, ([, name = '']) => isSignature(name));
  text = keptSentences(text, hasContent, drop);
  cutAt(REASON, ([all]) => !hasContent(all));
  cutAt(PURPOSE, ([, inner = '']) => !hasContent(inner, 'measure'));
  cutAt(TURNS, () => true);
  text = withoutPreamble(text, hasContent, drop);
  return { text: text.trim(), passedOver };
}

function isSignature(name: string): boolean {
  return !NO_SIGNATURE.test(name) && name.trim().split(/\s+/).length <= LONGEST_SIGNATURE;
}

/** Sentences about whoever asks, with nothing in them to ask for, fall away beside one that asks for something. */
function keptSentences(text: string, hasContent: HasContent, drop: (words: string) => void): string {
  const sentences = text.split(/(?<=[.?!;])\s+|\n+|\s+[–-]\s+|,\s+(?=(?:[\p{Lu}]\p{Ll}+ )?(?:need|needs|sorry|hope|if you|i |we |i'm|we've))/u).filter((sentence) => sentence.trim() !== '');
  const asks = sentences.map((sentence) => hasContent(sentence));
  if (sentences.length < 2 || !asks.includes(true)) {
    return text;
  }
  const kept = sentences.filter((sentence, at) => {
    const idle = (asks[at] !== true && CHATTY.test(sentence)) || (OCCASIONAL.test(sentence) && !hasContent(sentence, 'measure'));
    if (idle) {
      drop(sentence);
    }
    return !idle;
  });
  return kept.length === sentences.length ? text : kept.join(', ');
}

const OPENERS = /\b(?:but (?=what|how|why|which|is|are|can|could|do|does)|(?:can|could|may|might|would|will) (?:i|you|u|we|someone|somebody|anyone)(?: please| possibly)?(?: (?:have|get|see|tell me|show me|give me|send me|let me (?:have|know)|pull|find out|remind me))?|(?:to|and) (?:know|see|find out|understand)|(?:i|we) (?:shall |will |would |'?d |just )?(?:need|want|like)(?: to (?:know|see|explain|understand))?|(?:about|explain|know|understand)(?: to (?:the )?[\p{L}]+)? (?=why|how|what|whether)|to (?:work|find) out(?= how))/giu;

/** What somebody says of themselves before they come to the question. */
function withoutPreamble(text: string, hasContent: HasContent, drop: (words: string) => void): string {
  const openings = [...text.matchAll(OPENERS)].filter(({ index }) => index > 0);
  for (const opening of openings.reverse()) {
    const before = text.slice(0, opening.index + opening[0].length);
    if (!hasContent(before, 'measure') && CHATTY.test(before) && hasContent(text.slice(before.length))) {
      drop(before);
      return text.slice(before.length);
    }
  }
  return text;
}
