/**
 * Words of the other Englishes that are typed at work, and the plain words for them. What turns a question round in one
 * ("didnae", "outwith") turns it round in the other.
 */
const SCOTS: Readonly<Record<string, string>> = {
  tae: 'to', fae: 'from', frae: 'from', oot: 'out', aboot: 'about', noo: 'now', doon: 'down', mair: 'more', mebbe: 'maybe', mibbe: 'maybe', whit: 'what', whits: 'whats', dae: 'do', gie: 'give', gies: 'give us', wur: 'our', yer: 'your', gonnae: 'going to', och: '', 'the now': 'now', 'the noo': 'now', 'the morra': 'tomorrow',
  cannae: 'cannot', dinnae: "don't", didnae: "didn't", doesnae: "doesn't", isnae: "isn't", arenae: "aren't", wasnae: "wasn't", hasnae: "hasn't", havenae: "haven't", wouldnae: "wouldn't", shouldnae: "shouldn't",
};
const INDIAN: Readonly<Record<string, string>> = {
  'how many percent': 'what percentage', 'how many percentage': 'what percentage', 'how much percent': 'what percentage', 'how much percentage': 'what percentage',
  'till date': 'to date', 'as on date': 'as of now', 'which all': 'which', 'what all': 'what', 'do the needful': '', 'please intimate': 'please tell us', 'kindly intimate': 'kindly tell us',
};

const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** Words that mean so only beside others, one a line. */
const BESIDE: readonly (readonly [RegExp, string])[] = [
  // "A wee question", and not "this wee", a slip for week, nor "the wee ones", who are children.
  [/(?<!\b(?:last|this|next|per|each|every|the|\d+) )\bwee (?=(?:bit|question|query|q|look|peek|check|favour|favor|ask|moment|minute|sec|chat|reminder|update|summary|note|table|chart|graph|breakdown|split|list|run)\b)/gi, ''],
  [/^aye(?:[ ,]+aye)?\b/i, 'yes'],
  // Outside a limit is no part left out.
  [/\boutwith (?=(?:the |our |their |its |a )?(?:\d|target|tolerance|plan|standard|threshold|range|limit|guideline|control))/gi, 'outside '],
  [/\boutwith\b/gi, 'excluding'],
  // "May month", "in the month of May only".
  [new RegExp(`\\b(${MONTH}(?: (?:20)?\\d{2})?) month\\b(?![ -]?end)`, 'gi'), '$1'],
  [/\b(today|now|yesterday|(?:this|last) (?:week|month|quarter|year)) itself\b/gi, '$1'],
  [/\bas on (?=\d|(?:the )?\d)/gi, 'as at '],
  // "Agewise" is typed in one word too.
  [/\b(month|week|day|quarter|year|age|site|sex|gender|clinic|theatre|hospital|consultant|reason|procedure|cmg|group|ward|specialty|speciality|department)wise\b/gi, '$1 wise'],
  [/\b(?:kindly |please |pls |could you |can you )*revert(?: back)?(?: to (?:me|us))? with\b/gi, 'please send'],
];

const EXACT: Readonly<Record<string, string>> = { ...SCOTS, ...INDIAN };
const WORDS = new RegExp(`(?<![\\p{L}\\p{N}'-])(?:${Object.keys(EXACT).sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}'-])`, 'giu');

/** A text with regional words as the plain words for them. */
export function inPlainEnglish(text: string): string {
  return BESIDE.reduce((plain, [pattern, instead]) => plain.replace(pattern, instead), text.replace(WORDS, (word) => EXACT[word.toLowerCase()] ?? word));
}
