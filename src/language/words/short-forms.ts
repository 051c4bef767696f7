/** How thumbs and offices shorten words that have one meaning wherever they stand, and what each is short for. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  'b/w': 'between', btwn: 'between', betw: 'between', btween: 'between', abt: 'about', wrt: 'for', cmpd: 'compared',
  'w/b': 'week commencing', 'wk/b': 'week commencing', wb: 'week commencing', ly: 'last year', lw: 'last week', lwk: 'last week', lyr: 'last year', lastyr: 'last year', ty: 'this year', tdy: 'today', '2day': 'today',
  yday: 'yesterday', ystd: 'yesterday', ystdy: 'yesterday', ystrday: 'yesterday', mnth: 'month', mth: 'month', mnths: 'months', mths: 'months', mthly: 'monthly', mnthly: 'monthly', wkly: 'weekly', qtrly: 'quarterly', qtly: 'quarterly', fyear: 'financial year',
  tgt: 'target', trgt: 'target', tgts: 'targets', hosp: 'hospital', hosps: 'hospitals', num: 'number', nums: 'numbers', nos: 'number', perc: 'percentage', prcnt: 'percent', ave: 'average', avge: 'average', desc: 'descending', asc: 'ascending',
  ppl: 'people', pple: 'people', cxl: 'cancelled', cxld: 'cancelled', cxls: 'cancellations', canxs: 'cancellations', cncld: 'cancelled', cancd: 'cancelled', diags: 'diagnostics', attds: 'attendances', 'o/p': 'outpatient', 'o/ps': 'outpatients', 'i/p': 'inpatient', 'w/l': 'waiting list', 'w/list': 'waiting list',
  wkrs: 'weekers', wkers: 'weekers', readm: 'readmission', readms: 'readmissions', cud: 'could', cld: 'could', shud: 'should', shd: 'should', gd: 'good', diag: 'diagnostic', shld: 'should', wud: 'would', wld: 'would', plse: 'please', plese: 'please', pleas: 'please', wats: 'whats', wots: 'whats', whts: 'whats', wht: 'what', hw: 'how', tht: 'that', ur: 'your', bn: 'been',
  y: 'why', wen: 'when', whn: 'when', wich: 'which', wch: 'which', wher: 'where', cn: 'can', dat: 'that', ths: 'this', thx: 'thanks', thn: 'then', elec: 'elective', thanx: 'thanks', lemme: 'let me', wanna: 'want to', wana: 'want to', doin: 'doing', goin: 'going', gettin: 'getting', lookin: 'looking', comin: 'coming', runnin: 'running', missin: 'missing', startin: 'starting', finishin: 'finishing', waitin: 'waiting', sittin: 'sitting', performin: 'performing',
  ystday: 'yesterday', yestdy: 'yesterday', yesty: 'yesterday', yestie: 'yesterday', tmoz: 'tomorrow', tmrow: 'tomorrow', '2mo': 'tomorrow', '2moz': 'tomorrow', prv: 'previous', crnt: 'current', finyr: 'financial year', wknd: 'weekend', wkend: 'weekend',
  bcos: 'because', bcoz: 'because', becos: 'because', hav: 'have', giv: 'give', shw: 'show', frm: 'from', wth: 'with', wiv: 'with', esp: 'especially', incls: 'includes', excls: 'excludes', agnst: 'against', againts: 'against', vss: 'vs',
  rait: 'rate', raits: 'rates', raite: 'rate', rayt: 'rate', waites: 'waits', wayts: 'waits', wates: 'waits', waight: 'wait', waights: 'waits', munth: 'month', munths: 'months', weeak: 'week', laite: 'late', sergery: 'surgery', surgury: 'surgery', thier: 'their', yera: 'year', yaer: 'year',
};

const DAY_OF_REST = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|friyay|weekend|week|day|morning|evening|one|new year|christmas|easter|bank holiday|break|holiday)';
/** Turns of speech that add nothing wherever they stand. */
const IDLE = [
  'at all(?=\\s*(?:[?.!,;]|$)| (?:who|that|which|over|more|beyond|past|above|left|waiting|still|now|in|for|by|at|on|last|this|during|since|yet|across)\\b)', 'by any chance', 'when (?:it|they)(?:\'s| is|\'re| are) at home', 'in the end', 'at the end of the day', 'to be honest', 'tbh', 'imo', 'imho', 'fwiw', 'btw', 'by the way', 'for what it\'?s worth', 'off the top of your head', 'as far as (?:you|we|i) (?:know|can tell|can see)', 'as it were',
  '(?:but )?(?:and )?in (?:plain|simple|everyday) (?:english|terms|words|language)(?: if (?:possible|you can|you could))?(?: please)?', '(?:i am |i\'m |im )?on[- ]call (?:tonight|today|this (?:week|weekend|evening|morning|afternoon))(?=\\s*[,.;:–-])',
  'so to speak', 'on the whole', 'one way or (?:another|the other)', 'if anything', 'if any', 'as you know', 'you know', 'of course', 'or whatever', 'or something', 'and all that', 'and so on', 'or thereabouts', 'give or take', 'in my view', 'to my mind', 'when you can',
  "(?:i'?m )?not (?:sure|certain) (?:if|whether) (?:this|it)(?:'s| is) (?:one |something |a question )?(?:for|to) (?:you|u|this)(?: or [\\p{L} ]{2,20}?)?(?:, but|,| but)",
  '(?:quick (?:one|q|question) )?before (?:i|we) (?:go|head|pop|get|nip|walk|dash) (?:back )?(?:in(?:to)?|to) (?:clinic|theatres?|the ward|surgery)(?=\\s*[-–,:;.?!]|$)',
  // A day that somebody is wished well for is no day that is asked about.
  `(?:a )?(?:very )?happy ${DAY_OF_REST}`, `(?:(?:i |we )?hope |trust )?(?:you|u|everyone|everybody|all|y'all)(?:'?(?:ve|re)| are| all)? (?:had|have|having) (?:an? )?(?:good|great|nice|lovely|fab|restful|quiet) ${DAY_OF_REST}`, `(?:have|enjoy) (?:an? |your |the )(?:good |great |nice |lovely )?${DAY_OF_REST}`,
];

const alternatives = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.]/g, '\\.')).join('|');
const SHORT = new RegExp(`(?<![\\p{L}\\p{N}/&'-])(?:${alternatives(Object.keys(SHORT_FORMS))})(?![\\p{L}\\p{N}/&'-])`, 'giu');
const IDLY = new RegExp(`(?:^|(?<=[\\s,]))(?<!\\bnot )(?:${alternatives(IDLE).replaceAll('\\.', '.')})(?![\\p{L}\\p{N}'-])[,]?`, 'giu');

/** A text with its short forms written out, and without turns of speech that add nothing. */
export function withoutShortForms(text: string): string {
  return text.replace(SHORT, (short) => SHORT_FORMS[short.toLowerCase()] ?? short).replace(IDLY, '');
}
