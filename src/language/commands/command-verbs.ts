/** How somebody leads up to a command. */
const POLITE = "(?:(?:hi|hiya|hello|hey|ok|okay|right|tally|morning|please|pls|plz|and|so|now|also|just|then)[\\s,!.]+|(?:can|could|would|will|may) (?:you|u|we|i) (?:please |pls |also |possibly |just |now )*|i(?:'d| would) like you to |i want you to |i need you to |let's |can (?=post|send))*";

/** A text without the polite words it opens with. */
export const withoutPoliteness = (text: string): string => text.replace(new RegExp(`^${POLITE}`, 'i'), '').replace(/[\s,]*\b(?:please|pls|plz|thanks|thank you|many thanks|cheers|ta|thx)[\s.!]*$/i, '').replace(/[\s.!?]+$/, '');

const TO_WHOM = '(?: (?:out|over|round|up))?(?: (?:me|us|everyone|everybody|the team|it to me))?';
/** Words that something is to be posted, or sent. What was after an operation is not posted. */
export const POSTS = new RegExp(`^(?:(?:start|begin) )?(?:(?:e-?mail|mail)|post(?:ing)?(?![ -]?(?:op\\b|operative|operation|discharge|covid))|send(?:ing)?|share|publish|deliver|circulate|drop|ping|message|dm|schedule|subscribe (?:me|us) to)${TO_WHOM}(?= |$)`, 'i');
/** Words that ask to see something, which ask for it again and again only with a day that comes again. */
export const SHOWS = /^(?:(?:show|give|get|tell|let) (?:me|us)(?: have| know| see)?|show|have|get|see|(?:i|we)(?:'d| would)? (?:want|like|need)(?: to (?:see|have|get))?|remind (?:me|us)(?: of| about)?|put|run)(?= |$)/i;
/** Words that something is set up. */
export const SETS_UP = /^(?:set ?up|create|start|make|add|arrange|schedule|new|have|get|want|need|give (?:me|us)|(?:i|we)(?:'d| would)? (?:want|like|need)|sign (?:me|us) up (?:to|for)|subscribe (?:me|us) to)(?= |$)/i;
const DIGEST_OF = /^(?:an? |the |my |our )?(?:new |regular )?(?:(daily|weekly|monthly) )?digest(?: (?:of|for|with|on|about|showing|containing|including))?(?=[ :,]|$)[\s:,]*/i;
const OWN_DIGEST = /\s(?:(daily|weekly|monthly) )?digest$/i;

/** The rest of a text behind the word "digest", and how often it says one is to come. */
export function digestSaid(text: string): { readonly rest: string; readonly often: string | null } | null {
  const lead = DIGEST_OF.exec(text);
  const tail = OWN_DIGEST.exec(text);
  const found = lead ?? tail;
  return found === null ? null : { rest: (lead === null ? text.slice(0, found.index) : text.slice(found[0].length)).trim(), often: found[1] ?? null };
}

const PLACE = '(?:(?:right )?here|(?:in|to|into|on) (?:this|the|our) (?:channel|chat|group|conversation|thread)|in teams|to (?:me|us|everyone|everybody))';
const PLACE_AT_END = new RegExp(`[\\s,]+${PLACE}[\\s.,!?]*$|^${PLACE}[\\s.,!?]*$`, 'i');
const PLACE_AT_START = new RegExp(`^${PLACE}(?=[ ,]|$)[\\s,]*`, 'i');
const IDLE_AT_END = /[\s,]+(?:please|pls|plz|thanks|thank you|cheers|ta|from now on|going forward|automatically|regularly)[\s.!?]*$/i;

/** A text without where it is to be posted, which is where it is said. Null where it says no place. */
export function withoutPlace(text: string): string | null {
  return [PLACE_AT_END, PLACE_AT_START].filter((pattern) => pattern.test(text)).map((pattern) => text.replace(pattern, '').trim())[0] ?? null;
}

export const withoutIdleEnd = (text: string): string => text.replace(IDLE_AT_END, '').trim();
