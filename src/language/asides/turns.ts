/** Polite or idle turns at the end of a question that say nothing of it, one a line. */
const TURN = [
  "if (?:that(?: i|')s |it(?: i|')?s |at all )?poss(?:ible)?",
  'if you (?:can|could|have it|get a (?:sec|chance|minute))',
  'when you get a (?:sec|chance|minute|moment)',
  'or not',
  '(?:both|all|all three) in one (?:table|card|chart|view|go)',
  'in full', 'in (?:your|my|our|their) (?:view|opinion|words)', '(?:but |and )?(?:so )?just (?:checking|curious|wondering|asking)',
  '(?:it is |it\'s )?(?:strictly |purely )?(?:not (?:to be|for) (?:shared|sharing|circulat\\p{L}+|onward \\p{L}+)|for my eyes only|in confidence|confidential)(?:[, ]+(?:just |only )?for (?:me|us|my (?:1:1s?|one to ones?|eyes|boss|manager|director)))?',
  'yes or no(?: and which(?: ones)?)?',
  'is (?:that|this|it) (?:right|true|correct|so|still right)',
  // "Could you send it over before lunch".
  '(?:(?:could|can|would) (?:you|u) (?:please )?)?(?:send|share|forward|email|ping|let me have) (?:it|that|this|them)(?: (?:over|across|through|to me|back|on))?(?: (?:before|by) (?:lunch|noon|close|the end of (?:play|the day)|tomorrow))?(?: please)?',
  '(?:that|it) would be (?:great|helpful|useful|lovely|good|brilliant)',
  'what do you have', 'what have you got', 'what does the system (?:say|show)',
  'or (?:did|have|are|is|was|were) (?:we|it|they|that) (?:get|got|getting) away with it',
  "like (?:i'?m|im) (?:five|5)",
  'like (?:the )?(?:one|last time|before|usual)', 'same (?:layout|as|format)(?: as)? (?:last time|before|usual)', 'as usual', 'nothing fancy',
  '(?:my )?(?:love|luv|mate|duck|pal|hun|hon|darling|petal|buddy|chap|fella|pet|flower|boss|chief|guv)', 'if (?:that|it)(?:\'?s| is) (?:ok|okay|alright|all right|fine|not too much trouble)',
  '(?:and )?(?:please )?(?:(?:export|download|save|send|put|give) ?(?:it|that|this|them|me it|me that)? )?(?:to|as|in|into) (?:a |an )?(?:excel|csv|spreadsheet|pdf|powerpoint|xlsx)(?: file| format| sheet)?(?: please| pls)?',
  'asap', 'urgently', 'no rush\\b[^?.]*', 'fyi', 'tho', 'though', 'lol', 'x{1,3}',
];
export const TURNS = new RegExp(`[\\s,–-]*\\b(?:${TURN.join('|')})[\\s.!?]*$`, 'iu');

/** A file asked for at the head: "csv of", "export". What is asked for is shown all the same, and no file is made. */
export const AS_A_FILE = /^(?:please |can (?:you|i|u) |could (?:you|i|u) )*(?:export|download|(?:give me |send me |have |get |i (?:want|need) )?(?:a |an |the )?(?:csv|excel|spreadsheet|pdf)(?: file| export| sheet)? (?:of|with|for))\s+/iu;

/** Why it is wanted, or where that was agreed: "as discussed with Jo", "because I need it", "so we can". */
export const REASON = /(?:^|[\s,–-]+)as (?:per|in) (?:the|my|your|our|an) (?:e-?mail|message|note|chat|conversation|discussion)(?: (?:from|with|to) \p{L}+)?,?|(?:^|[\s,–-]+)as (?:discussed|agreed|requested|promised|per)(?: (?:at|with|in|by) \p{L}+)?,?|[\s,–-]+\b(?:because|as (?:i|we)(?: |')(?:m|re|have|am|was|were|are|need|want|had)|since (?:i|we) (?:have|am|was|need)|so (?:that )?(?:i|we) can|which (?:i|we) need)\b[^?.!;]*/iu;
/** Whose theatres had none is told of what was named before: "because their lists were stood down". */
export const STOOD_DOWN = /\btheir (?:lists?|clinics?|sessions?) (?:was|were|had been|got) (?:stood down|dropped)\b/giu;
/** Where something was agreed, in its short form. */
export const AGREED_AT = /\bat \p{Lu}{2,5}(?!\p{L})/gu;
