const JOINS = '(?:(?:and|but|so|because|cos|as|since|ok|okay|right|sorry|hi|hello|morning|afternoon)[ ,]+)*';
const US = "(?:i|we)(?:'m|'re|'ve| am| are| have been| have)?";
const OF_PAPER = '(?:preparing|prepping|writing|drafting|finishing|finalising|updating|pulling|putting|building|compiling|completing|tidying)';
const TOLD = '(?:match|reply|respond|answer|prepare|prep|present|explain|brief|report|decide|plan|write|draft|finish|update|send|submit|tell|show|quote)';

/** What whoever asks says of their own work, one way a line. */
const OF_OWN_WORK = new RegExp(`^${JOINS}(?:${[
  // "Need it for the CDC bid".
  `(?:${US} )?(?:just |only |really )?(?:need(?:ed)?|want(?:ed)?|got to have|must have) (?:it|this|that|them|these) (?:for|by|before|in) (?:the|my|our|a|an|this|tomorrow'?s?|today'?s?|\\p{L}+day'?s?)\\b`,
  // "I'm pulling the M3 flash report together".
  `${US} (?:just |currently |still |also |now )?${OF_PAPER} (?:up |together )?(?:the|a|an|my|our|some|this)\\b`,
  `${OF_PAPER} (?:up |together )?(?:the|a|an|my|our|this)\\b`,
  // "We need to match the figure NHS England publishes".
  `${US} (?:need|have|want|ought|got|meant|supposed|asked|due|hoping|trying|about|going) to ${TOLD} (?:the|a|an|my|our|it|this|that|them|him|her|to|on|what|how)\\b`,
  `(?:trying|hoping|about|going|asked|meant|supposed|due) to ${TOLD} (?:the|a|an|my|our|it|this|that|them|him|her|to|on)\\b`,
  // "We've had a rough few weeks with flow".
  `${US}(?:'d| had)? (?:had |having )?(?:a|an) (?:\\w+ )?(?:rough|tough|bad|hard|busy|difficult|grim|good|quiet|terrible|awful) `,
].join('|')})`, 'iu');

/** What chooses among those who are counted, wherever it stands. */
const CHOOSES = /(?<![\p{L}'])(?:only|just|those|these|they|ones?|some|any|who|whose|which|where|when|except|exclud\p{L}*|includ\p{L}*|without|other|instead|than|ignore|ignoring|leave|leaving|drop|strip|remove|not|no|never|patients?|people|cases|children|adults?|men|women|aged?|\p{L}+n't)(?![\p{L}'])/iu;

/** Whether a clause tells of the work of whoever asks, and chooses none of those who are counted: no figure is narrowed by it. */
export function saidOfOwnWork(clause: string): boolean {
  const said = clause.trim().replace(/^\(|\)$/g, '').replace(/’/g, "'");
  const [told = ''] = OF_OWN_WORK.exec(said) ?? [];
  return told !== '' && !CHOOSES.test(said.slice(told.length));
}
