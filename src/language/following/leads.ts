/** How a question leans on the one before it. */
export type Lean =
  /** "And", "what about", "same for": what is not said again stays as it was. */
  | 'carries-on'
  /** "Just", "only": within what was asked. */
  | 'within'
  /** "Plus urology", "T&O too": beside what was asked. */
  | 'adds'
  /** "Different question": nothing stays. */
  | 'apart';

/** A typed question without the words that lean on what came before, and how it leans. */
export interface Leaning {
  readonly rest: string;
  readonly leans: ReadonlySet<Lean>;
}

const LEADS: readonly (readonly [RegExp, Lean | null])[] = [
  [/^(?:different|another|new|separate|unrelated) (?:question|one|thing|subject)\b|^(?:on a different|changing the) (?:note|subject)\b|^separately\b/i, 'apart'],
  [/^(?:that'?s|thats|that is) (?:very |really |so )?(?:helpful|great|useful|good to know|interesting|fine|perfect|brilliant|grand|ok)\b(?=\s*[,.!;-]|\s*$)/i, null],
  [/^(?:(?:can|could|would|will) (?:you|u|i|we) (?:please |also |now )?(?:show|give|get|have|see|do|tell|send|run)|show|give|run|do|get|let'?s (?:see|have))(?: me| us)? (?=(?:the )?same\b|(?:it|that|this) (?:for|again|by|but|with|at|as)\b)/i, null],
  [/^(?:it|that|this)(?= (?:for|by|but|with|at|as)\b)/i, 'carries-on'],
  [/^an (?!update\b|overview\b|answer\b|explanation\b|average\b|idea\b|example\b|hour\b|extra\b)(?=\p{L})/iu, 'carries-on'],
  [/^(?:ok(?:ay)?|yes|yeah|yep|no|nope|great|thanks(?: very much| so much| a lot)?|thank you(?: very much| so much)?|ta|cheers|cool|right|sorry|soz|actually|hmm+|oh|ah|nice|perfect|brilliant|lovely|fine|got it|please|pls|plz)\b(?! (?:so|of)\b)/i, null],
  [/^(?:scrap|forget|ignore) (?:that|it|the last one)\b/i, null],
  [/^(?:plus|add(?: in)?|include|and also|with)\b/i, 'adds'],
  [/^(?:(?:and|also|then|now|but|so|or)\b|&)/i, 'carries-on'],
  [/^(?:what|how) about\b|^what of\b/i, 'carries-on'],
  [/^(?:the )?same(?: thing| again| question| figures?| numbers?| cut| view| split| breakdown| measure| one| stuff| data| table| list)?(?: please)?(?= (?:for|but|with|at|by|in|on|as|just|only|please|again|excluding|without|not|minus|since|from|over|vs)\b|$)/i, 'carries-on'],
  [/^(?:ditto|as above|again|repeat(?: that| it)?|do (?:that|it|the same)|show (?:me )?(?:that|it|this))\b/i, 'carries-on'],
  [/^(?:try|use|let'?s (?:try|do|say))(?= [\d£])/i, 'carries-on'],
  [/^(?:i (?:mean|meant)|meant|i wanted|should be|should have been|make (?:it|that)|go back to|back to|change (?:it|that) to|switch (?:it |that )?to|swap (?:it |that )?(?:to|for))\b/i, 'carries-on'],
  [/^(?:just|only|but only|restrict(?:ing)? (?:it |that )?to|narrow(?:ing)? (?:it|that)? ?(?:down )?to|limit (?:it|that) to|filter (?:it |that )?(?:to|by|on|for)|(?:drill|zoom|dig)(?: down| in)*(?: (?:into|in to|in on|on|to)))\b/i, 'within'],
  [/^(?:which|any) (?:ones?|of (?:them|those|these))(?: (?:are|is|were|was|have|has))?\b/i, 'carries-on'],
];
const TAILS = /[\s,]*\b(?:i mean(?:t)?|sorry|please|tho|pls|plz|instead|then|too|as well|also|again|only|though|thanks|ta|cheers)[\s.!?]*$/i;

/** Takes off, one after another, what leans on the question before. */
export function leaningOf(text: string): Leaning {
  const leans = new Set<Lean>();
  let rest = text.trim();
  for (let again = true; again;) {
    again = false;
    for (const [lead, lean] of LEADS) {
      const found = lead.exec(rest);
      if (found !== null && found[0].length > 0) {
        rest = rest.slice(found[0].length).replace(/^[\s,;:.!-]+/, '');
        if (lean !== null) {
          leans.add(lean);
        }
        again = true;
      }
    }
  }
  rest = rest.replace(/^(.*\S) instead(?: of (?:that|it|them|those))?(?= (?:and|for|in|at|by|with|please|but)\b)/i, '$1');
  if (/^how many (?:of (?:them|those|these)|are|were|is|was|breached|over|past|under|waiting|waited)\b/i.test(rest)) {
    leans.add('carries-on');
  }
  for (let tail = TAILS.exec(rest); tail !== null && tail[0].length < rest.length; tail = TAILS.exec(rest)) {
    if (/instead/i.test(tail[0])) {
      leans.add('carries-on');
    }
    if (/too|as well|also/i.test(tail[0])) {
      leans.add('adds');
    }
    if (/only/i.test(tail[0])) {
      leans.add('within');
    }
    rest = rest.slice(0, tail.index);
  }
  return { rest, leans };
}
