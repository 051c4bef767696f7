/** Occasions that a figure is wanted for. What is a kind of care too (session, review, call, visit) is one only with the words that say so. */
const OCCASION = `(?:${[
  'board', 'committee', 'meetings?', 'huddle', 'papers?', 'reports?', 'slides?', 'slide deck', 'deck', 'pack', 'presentation', 'briefing', 'glossary', 'ipr', 'fic',
  'execs?', 'sitrep', 'workshop', 'away day', 'appraisal', 'newsletter', 'bulletin', 'assignment', 'dissertation',
  '(?:performance|business|quality|divisional|finance|financial|budget|executive|exec|board) review', '(?:conference|teams|zoom|exec|board|tier|region|regional|icb|nhse|ops|site) call',
  '(?:strategy|planning|board) session', '(?:quality|finance|performance) section', '(?:jag|cqc|nhse|board) visit', '(?:nhse|kloe|icb|statutory|national) return',
  '(?:my|our|this) project', 'project(?= i (?:have|am)\\b)',
].join('|')})`;

/** What may stand before an occasion and narrows no figure there. */
const KIND_OF_OCCASION = `(?:${[
  'board', 'exec', 'execs', 'executive', 'trust', 'performance', 'finance', 'financial', 'quality', 'access', 'recovery', 'theatres?', 'mortality', 'morbidity', 'ops', 'operations', 'operational',
  'user group', 'team', 'divisional', 'division', 'directorate', 'department', 'departmental', 'management', 'managers', 'corporate', 'leadership', 'senior', 'clinical', 'audit',
  'governance', 'improvement', 'transformation', 'outpatient', 'planning', 'productivity', 'efficiency', 'business', 'annual', 'daily', 'weekly', 'monthly', 'quarterly', 'public',
  'integrated', 'joint', 'system', 'regional', 'national', 'big', 'next', 'final', 'draft', 'short', 'new', 'and', '&', 'induction',
  'fic', 'ipr', 'nhse', 'kloe', 'icb', 'ics', 'tier', 'agenda', 'jag', 'cqc', 'tlt', 'slt', 'etb', 'emt', 'coo', 'ceo', 'cfo', 'ned', 'qpc', 'pmo', 'gm', 'page', 'one',
  '\\p{L}+day(?:\'?s)?', 'morning', '\\d{1,2}(?:[.:]\\d{2})? ?(?:am|pm)', '\\d{1,2}[.:]\\d{2}',
].join('|')})`;

const WHOSE = '(?:(?:the|my|our|this|a|an|your|his|her|their|some|today\'?s|tomorrow\'?s|yesterday\'?s|next week\'?s|this (?:afternoon|morning)\'?s|\\p{L}+day\'?s)\\s+)?';
const WHEN = '(?:\\s+(?:is |are )?(?:on \\p{L}+day|in a (?:fortnight|week|month|bit|minute|moment|sec|second)|in (?:the (?:morning|afternoon)|\\d{1,2}\\s?(?:mins?|minutes|hours?))|at \\d{1,2}(?:[.:]\\d{2})?\\s?(?:am|pm)?|this (?:morning|afternoon|week|pm|am)|later(?: today)?|tomorrow|today|next week))?';
/** What comes after an occasion when it is none: "the board patients". */
const OF_CARE = '(?!\\s+(?:patients?|appointments?|appts?|clinics?|lists?|sessions?|slots?|members?|attend\\p{L}*|users?|visits?)(?!\\p{L}))';

/** An occasion as it is spoken of: "Thursday's outpatient transformation meeting", "the board paper this afternoon". */
export const OCCASION_PHRASE = `(?<![\\p{L}\\d])${WHOSE}(?:${KIND_OF_OCCASION}\\s+){0,4}?${OCCASION}(?:\\s+${OCCASION})?(?![\\p{L}\\d])${OF_CARE}${WHEN}(?![\\p{L}\\d])`;

/** What a figure is wanted for: "ahead of Thursday's performance review". */
export const PURPOSE = new RegExp(
  '(?:^|[\\s,(])(?:question for|for|in the|from the|ahead of|before|in time for|before (?:i|we) (?:go|walk|head|get) in(?:to)?|for when (?:i|we) (?:go|walk|get) in(?:to)?|to go in(?:to)?|to put in(?:to)?|as prep for|prepping for|preparing for)\\s+'
  + `${OCCASION_PHRASE}(?:\\s+i have been given)?`,
  'iu',
);
