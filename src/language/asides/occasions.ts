/** Occasions that a figure is wanted for. What is a kind of care too (session, review, call, visit) is one only with the words that say so. */
const OCCASION = `(?:${[
  '(?:action|item|agenda item|page|slide|ticket|annex|appendix) \\d{1,5}[a-z]?', 'agm', 'prm', 'footnotes?', '(?:health )?inequalities return', '(?<=\\bthe )long[- ]run chart',
  'board', 'committee', 'meetings?', 'mtgs?', 'huddle', 'papers?', 'reports?', 'slides?', 'slide deck', 'deck', 'pack', 'presentation', 'briefing', 'glossary', 'ipr', 'fic', 'girft', 'tlt', 'slt', 'etb', 'qpc', 'hosc', 'ccg', 'cqrm', 'pmo',
  'execs?', 'sitrep', 'workshop', 'away day', 'appraisal', 'newsletter', 'bulletin', 'assignment', 'dissertation', 'debrief', 'narrative', 'commentary', '(?<=\\bthe )minutes', 'agenda', 'action log',
  'summit', 'forum', 'working group', 'steering group', 'user group', 'inequalities group', 'equity group', 'equalities group', 'task group', 'task and finish group', 'reference group', 'oversight group', 'deep dive programme', 'improvement programme', 'transformation programme', 'programme board', 'one to one', '1:1', '1-1', 'catch[- ]?up', 'stand[- ]?up', 'handover', 'board visit', 'foi(?: request)?', 'foi',
  '(?:performance|perf|business|quality|divisional|finance|financial|budget|executive|exec|board) review', '(?:conference|teams|zoom|exec|board|tier|region|regional|icb|nhse|ops|site) call',
  '(?:strategy|planning|board) session', '(?:quality|finance|performance) section', '(?:jag|cqc|nhse|board|girft|icb|exec|mp|ministerial) (?:visit|inspection)', '(?:nhse|kloe|icb|statutory|national) return', '(?:monitoring|action|board|briefing) (?:file|note)', 'call(?= (?:with|at|in)\\b)',
  'business case', '(?:my|our|this) project', 'project(?= i (?:have|am)\\b)',
].join('|')})`;

/** What may stand before an occasion and narrows no figure there. */
const KIND_OF_OCCASION = `(?:${[
  'board', 'exec', 'execs', 'executive', 'trust', 'performance', 'finance', 'financial', 'quality', 'access', 'recovery', 'theatres?', 'mortality', 'morbidity', 'ops', 'operations', 'operational',
  'user group', 'team', '6-?4-?2', 'cmg', 'diagnostics?', 'cancer', 'rtt', 'waiting list', 'flash', 'divisional', 'division', 'directorate', 'department', 'departmental', 'management', 'managers', 'corporate', 'leadership', 'senior', 'clinical', 'audit',
  'governance', 'improvement', 'transformation', 'outpatient', 'planning', 'productivity', 'efficiency', 'business', 'annual', 'daily', 'weekly', 'monthly', 'quarterly', 'public',
  'integrated', 'joint', 'system', 'regional', 'national', 'big', 'next', 'final', 'draft', 'short', 'new', 'and', '&', 'induction', 'programme', 'contract', 'contracts', 'contracting', 'job planning', 'workforce', 'safety', 'patient safety', 'health inequalities', 'inequalities', 'savings', 'cip', 'surgical', 'month \\d{1,2}', '(?:january|february|march|april|may|june|july|august|september|october|november|december)', 'q\\d', 'patient experience', '(?:january|february|march|april|may|june|july|august|september|october|november|december)', 'q\\d', 'm\\d{1,2}',
  'fic', 'ipr', 'nhse', 'kloe', 'icb', 'ics', 'tier', 'agenda', 'jag', 'cqc', 'tlt', 'slt', 'etb', 'emt', 'coo(?:\'?s)?', 'ceo(?:\'?s)?', 'cfo(?:\'?s)?', 'chair(?:\'?s)?', 'ned', 'qpc', 'pmo', 'gm', 'page', 'one', 'deputy', 'chief exec(?:utive)?(?:\'?s)?', 'girft', 'region', 'ward', 'site', 'group', 'care group', 'mortality and morbidity', 'm&m', 'm and m',
  '\\p{L}+day(?:\'?s)?', 'morning', '\\d{1,2}(?:[.:]\\d{2})? ?(?:am|pm)', '\\d{1,2}[.:]\\d{2}',
].join('|')})`;

const WHOSE = '(?:(?:the|my|our|this|a|an|your|his|her|their|some|today\'?s|tomorrow\'?s|yesterday\'?s|next week\'?s|this (?:afternoon|morning)\'?s|\\p{L}+day\'?s)\\s+)?';
const HOUR_SPELT = '(?:half (?:past )?)?(?:seven|eight|nine|ten|eleven|twelve|one|two|three|four|five)';
/** When it is, or until when a figure is wanted. */
const WHEN = `(?:\\s+(?:is |are |was |were )?(?:${[
  '(?:on|for|this|by|next|every) \\p{L}+day', 'in (?:a|one|two|three|five|ten|\\d{1,2}) (?:fortnight|weeks?|months?|bit|minutes?|mins?|hours?|moment|sec|second)', 'in (?:[2-5]|10|15|20|30|45)(?=\\s*(?:[,.!?;]|$))', 'in the (?:morning|afternoon)',
  'at (?:half |quarter (?:past|to) )?\\d{1,2}(?:[.:]\\d{2})?\\s?(?:am|pm|o\'?clock)?', `at (?:noon|midday|${HOUR_SPELT})`, 'before (?:lunch|noon)', 'first thing', 'this (?:morning|afternoon|week|pm|am)', 'later(?: today)?', 'tomorrow', 'today', 'next week',
].join('|')}))?`;
/** What comes after an occasion when it is none: "the board patients". */
const OF_CARE = '(?!\\s+(?:patients?|appointments?|appts?|clinics?|lists?|sessions?|slots?|members?|attend\\p{L}*|users?|visits?)(?!\\p{L}))';

/** An occasion as it is spoken of: "Thursday's outpatient transformation meeting", "the board paper this afternoon". */
export const OCCASION_PHRASE = `(?<![\\p{L}\\d])${WHOSE}(?:${KIND_OF_OCCASION}\\s+){0,4}?${OCCASION}(?:\\s+${OCCASION})?(?![\\p{L}\\d])${OF_CARE}${WHEN}(?![\\p{L}\\d])`;

/** What a figure is wanted for: "ahead of Thursday's performance review". */
export const PURPOSE = new RegExp(
  '(?:^|[\\s,(])(?:(?:i |we )?(?:need to |have to |got to |trying to )?fill(?:ing)? (?:a|the|some) gaps? (?:on|in)|questions? for|q for|for|in the|from the|in|from|at|on|following|after|ahead of|before|in time for|by|to take to|to bring to|to go to|to go in|going to|going into|off to|heading (?:in)?to|walking into|drafting|writing|preparing|putting together|doing|updating|checking|finishing|working on|before (?:i|we) (?:go|walk|head|get) in(?:to)?|for when (?:i|we) (?:go|walk|get) in(?:to)?|to go in(?:to)?|to put in(?:to)?|as prep for|prepping for|preparing for)\\s+'
  + `${OCCASION_PHRASE}(?:\\s+i have been given)?`,
  'iu',
);

const NAMED_HOUR = '(?:at|by|before)\\s+(?:the\\s+)?(?:half |quarter (?:past|to) )?(?:[01]?\\d|2[0-3])(?:[.:][0-5]\\d)?\\s?(?:am|pm|o\'?clock)?(?=\\s*(?:[,.!?;:)–-]|and\\b|but\\b|so\\b|$))';
/** An occasion that is only spoken of: "I've got the board at 10", "JAG visit prep", "Finance committee is on Friday". */
export const BARE_OCCASION = new RegExp(
  `(?:${OCCASION_PHRASE.replace('(?![\\p{L}\\d])(?!\\s+', '(?!\\p{L})(?!\\s+')}(?:\\s+with (?:the |our |my |their )?(?:cmgs?|division|directorate|team|specialty|specialties|board|execs?|icb|region|clinicians|consultants|surgeons|managers?|leads?|coo|ceo|cfo|fd)(?!\\p{L})|\\s+(?:prep|with|at))?(?:\\s+${NAMED_HOUR})?)|\\b${NAMED_HOUR}`,
  'iu',
);

/** An hour that may be read as nothing else, and any number that may be one. */
const SURE_HOUR = `(?:(?:half|quarter)(?: past| to)? (?:\\d{1,2}|${HOUR_SPELT})|\\d{1,2}(?:[.:]\\d{2})? ?(?:am|pm|o'?clock)|${HOUR_SPELT} o'?clock|\\d{1,2}[.:]\\d{2})`;
const ANY_HOUR = `(?:${SURE_HOUR}|1?\\d|${HOUR_SPELT})`;
/** A meeting that goes by its hour: "for my 9.30", "before the 2pm". */
export const BY_ITS_HOUR = new RegExp(`(?:^|[\\s,(–-]+)(?:${[
  `(?:(?:needed|wanted|required|due|ready) )?(?:for|before|by|ahead of|in time for) (?:my|today's|tomorrow's|this (?:morning|afternoon)'s|\\p{L}+day's) ${ANY_HOUR}`,
  // "Before the 9.30" may be when an operation was.
  `(?:(?:(?:needed|wanted|required|due|ready) (?:for|before|by)|for|ahead of|in time for) (?:the|our|a|an)) ${SURE_HOUR}`,
].join('|')})(?: with [\\p{L}' ]{2,30})?(?=\\s*(?:[,.!?;:)–-]|$))`, 'iu');
/** Of what starts and ends at an hour it may be one of those that is asked for. */
export const BY_THE_CLOCK = /\b(?:starts?|started|starting|finish\p{L}*|overr[au]n\p{L}*|lists?|slots?|sessions?|clinics?|theatres? [a-z]?\d+|patients?|appointments?|appts?|on time|delay\p{L}*)\b/iu;

const NAMED_TIME = /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may(?! (?:i|we|you)\b)|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|q[1-4]|m\d{1,2}|month \d{1,2})\b/i;
const ANY_TIME = new RegExp(`${NAMED_TIME.source}|\\b(?:ytd|year to date|last|this|week|month|quarter|year|yesterday|today|20\\d{2}|\\d{2}/\\d{2}|h[12])\\b`, 'i');

/** Whether words name a month, a year or any other time. */
export function holdsATime(words: string): boolean {
  return ANY_TIME.test(words);
}

/** Whether a month or a quarter that something passed over is named by ("the July board paper") may be the one that is asked about, since the rest names none. */
export function holdsTheTime(passed: string, rest: string): boolean {
  return NAMED_TIME.test(passed) && !ANY_TIME.test(rest);
}
