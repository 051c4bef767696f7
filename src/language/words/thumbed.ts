import { inPlainEnglish } from './regional';
import { withoutShortForms } from './short-forms';
import { inFigures } from './spelt-numbers';

/** What thumbs write short or run together, and the words for it. Only what has one meaning wherever it stands. */
const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/<\/?at(?:\s[^>]*)?>/gi, ' '],
  [/\bw\/o\b/gi, 'without'],
  [/\bmgmt\b/gi, 'management'],
  [/(?<![\d.])(\d{2,3})\+ ?(?:w|wks?|weeks?)\b(?= (?:waits?|waiters?|waiting|breach|list))/gi, '$1 week'],
  [/\b(?:broadly |roughly |still )?in line with (?=(?:the |our |its )?(?:country|rest|nation|england|peers?|other|target|plan|standard|last|national|average|this time|same|previous)\b)/gi, 'compared with '],
  [/\b(?:going|heading|moving|headed|travelling) (?:in )?the right (?:way|direction)\b/gi, 'getting better or worse'],
  [/\b(left|still|remaining|waiting) anywhere\b/gi, '$1'],
  [/\blatest available\b/gi, 'latest'],
  [/,\s*(?:as )?(?:a )?line (?=(?:for|over|across|since) )/gi, ', trend '],
  [/\b(by [\p{L}]+) card\b/giu, '$1'],
  [/\bfrom ((?:[\p{L}]{3,9} )?(?:20)?\d{2}(?:\/\d{2})?|[\p{L}]{3,9}) on(?=\s*(?:[,.?!]|$))/giu, 'since $1'],
  [/\b(?:the )?(?:final|closing) (quarter|qtr) of (?=(?:the )?(?:last|this|20|\d\d\/|financial))/gi, 'Q4 of '],
  [/\bclinical (services?)\b/gi, '$1'],
  [/\b(which|what) (?:service|department)\b(?= (?:lost|made|cost|has|had|is|was|did|does)\b)/gi, '$1 specialty'],
  [/\bleast well (?=(?:booked|used|attended|filled|utilised)\b)/gi, 'least '],
  [/\b(?:do|does) ([^,.?!;:]{3,60}?) (reach|hit|meet|make|get (?:back )?to)\b(?=[^?]*\bby (?:the |\p{L}{3}))/giu, '$1 will we $2'],
  [/\s*[-–,:]\s*(?:zero|none|nil|cleared|clear|gone|nobody) (?=by (?:the |\p{L}{3,}))/giu, ' will we have zero '],
  [/\b(?:the )?same (?:\d{1,2}|two|three|six|nine|twelve) (?:months|weeks|quarters) (?:of |in |the )?(last year|year before|a year ago|previous year|a year earlier)\b/gi, 'same period last year'],
  [/\bsame (month|quarter|week|period) (last year|last yr|a year ago|previous year) comparison\b/gi, 'compared with the same $1 $2'],
  [/\bthrough to\b/gi, 'to'],
  [/\bby (?:the )?(?:year|yr)[- ]?end\b/gi, 'by the end of the year'],
  [/,? (?:and )?(?:what(?:'s| is|s)|how big is) the (?:gap|shortfall)(?=\s*[?.!]*$)/gi, ''],
  [/\bdiff(?= (?:between|in|from)\b)/gi, 'difference'],
  [/(?<=\p{L})\+(?=\p{L})|(?<=[\p{L}\d]) \+ (?=[\p{L}\d])/gu, ' and '],
  [/(?<=\b(?:take|leave|strip|drop|remove|leaving|taking|excluding|exclude|without)\b.*)\bwithout (?:them|those|these|it|him|her)\b/gi, ''],
  [/>\s*(52|65|78|104) ?(?:w|wks?|weeks?)\b(?! wait)/gi, '$1 week waits'],
  [/\b(?:but |and |with |,)?\s*(?:leave off|leave out|leaving off|leaving out|without|excluding|excl|exclude|ignore|ignoring|hide|hiding|drop|dropping|omit|skip|no) (?:the |any |all )*(?:zeros?|zeroes|nils|noughts|zero (?:rows|ones|lines|values))(?=\s*(?:[,.?!]|please|$))/gi, ' over 0'],
  [/\bwhat (?:has |have )?(?:moved|shifted) (?!the needle)(?=\p{L}[^?]* between )/giu, 'what changed '],
  [/\bcf\.? (?=(?:the )?(?:last|previous|prev|prior|same|this time|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|20\d\d|\d\d\/\d\d|target|plan\b|peers))/gi, 'compared with '],
  [/(\d{2}\/\d{2}),? (?:the )?(?:whole|full|entire|all) (?:year|yr)\b/gi, '$1'],
  [/\b(w\/c|w\/e|week (?:commencing|ending|beginning|starting)) (\d{1,2})\.(\d{1,2})(?![.\d])/gi, '$1 $2/$3'],
  [/\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)([a-z]*(?: \d{2,4})?)(?:'s)? month[- ]end\b/gi, 'end of $1$2'],
  [/\b(?:all|every|each)(?: of)? (?:the |our )?(sites?|hospitals?|specialt(?:y|ies)|cmgs?|theatres?|clinics?|consultants?|groups?),? (?:sep[ae]rat\w+|individually|one by one|side by side)\b/gi, 'by $1'],
  [/\b(?:accounts?|accounted|accounting) for (?:the )?(?:most|bulk|majority|largest (?:share|part)|biggest (?:share|part))(?: of)?\b/gi, 'have the most'],
  [/\bcompare (?:that|this|it|them|these|those) (?:with|to|against)\b/gi, 'compared with'],
  [/\bnon[- ]?(exec(?:utive)?s?)\b/gi, '$1'],
  [/^n(?=\s)/i, 'and'],
  [/\b1st(?= (?:appts?|appointments?|attendances?|visits?|opas?)\b| ?[:\/] ?f)/gi, 'first'],
  [/\bl(\d{1,2})m\b/gi, 'last $1 months'],
  [/\br(\d{1,2})m\b/gi, 'rolling $1 months'],
  [/\bem(?= (?:adms?|admissions?|los|alos|length|stays?|pts?|patients?|spells?)\b)/gi, 'emergency'],
  [/\b(how|what|when|where|why) (?:exactly|actually|precisely)\b/gi, '$1'],
  [/\b(why|what changed|what's changed|what has changed)\b(.*?) between ([\p{L}\d ]{3,14}?) and ([\p{L}\d ]{3,14}?)(?=[?.!]*$)/iu, '$1$2 in $4 compared with $3'],
  [/\b(?:by )?how much (?:did|has|have|had) (.{3,60}?) (?:fall(?:en)?|fell|rise(?:n)?|rose|change(?:d)?|drop(?:ped)?|improve(?:d)?|gone (?:up|down)|go (?:up|down)|grow[n]?|come down|move(?:d)?) (?:by )?(?:between|from) ([\p{L}\d ]{3,14}?) (?:and|to) ([\p{L}\d ]{3,14}?)(?=[?.!]*$)/giu, '$1 in $3 compared with $2'],
  [/\bso far today\b/gi, 'today so far'],
  [/\bi\.e\.?(?=\s|,)/gi, 'ie'],
  [/\be\.g\.?(?=\s|,)/gi, 'eg'],
  [/\bw\/e\b/gi, 'week ending'],
  [/\bppl\b/gi, 'people'],
  [/\bb4\b/gi, 'before'],
  [/(?<=\s)(?:cos|coz|cuz)(?=\s)/gi, 'because'],
  [/\boutpts?\b/gi, 'outpatient'],
  [/(?<![\d.,])(?:£ ?)?(\d+(?:\.\d+)?) ?(?:mil|mn|million)\b/gi, '£$1m'],
  [/\b(by|split) (?:new|first|1st) ?(?:\/|:|&|and|v|vs|or) ?(?:fup?s?|f\/ups?|f\/u|follow[- ]?ups?)(?![\p{L}-])/giu, '$1 appointment type'],
  [/(\bby [\p{L} ]{3,24}(?:,| and| &| x)) (?:new|first) ?(?:\/|:) ?(?:fup?s?|f\/ups?|f\/u|follow[- ]?ups?)(?![\p{L}-])/giu, '$1 appointment type'],
  [/\b(?:sorry )?to be a (?:pain|nuisance|bother)\b/gi, 'sorry'],
  [/\b(keep|keeps|kept|been|am|are|is|i'm|we're) hearing\b/gi, '$1 told'],
  [/(?<=^|\s)(\d+(?:\.\d+)?m)\b(?=.*\b(?:savings?|saved|cip|income|surplus|plan|deficit|efficienc\p{L}+|year[- ]end)\b)|(?<=\b(?:savings?|saved|cip|income|surplus|plan|deficit|efficienc\p{L}+)\b.*\s)(\d+(?:\.\d+)?m)\b/giu, '£$1$2'],
  [/(?<=\d ?%)s\b/gi, ''],
  [/\bbreak(?:ing)? ((?!down\b|it\b|that\b|this\b|out\b)[^,.?!;]{3,60}?) down (?=by|into|per)\b/gi, '$1 broken down '],
  [/\bsplit(?:ting)? ((?!down\b|it\b|that\b|this\b|out\b|by\b)[^,.?!;]{3,60}?) (?:out|up|down) (?=by|into|per)\b/gi, '$1 split '],
  [/(?<!\bbetween )\b(52|65|78|104)\+?(?:,| and| &| or|,? plus) (52|65|78|104)\+?[ -]?(?:week|wk)s?(?:[ -]?(?:waits?|waiters|breaches))?/gi, '$1 week waits and $2 week waits'],
  [/(?<!\b(?:over|under|above|below|aged|the over) )\b(52|65|78|104)s (?=left|remaining|waiting|still|to go|do we|have we)/gi, '$1 week waits '],
  [/\b(\d{1,2} to \d{2,3})s\b/gi, '$1'],
  [/(?<!\b(?:last|past|previous|rolling|latest) )\b(\d{1,2}|six|twelve|eighteen)[- ]months? (?=(?:run chart|spc chart|chart|trend|graph|history|view)\b)/gi, 'last $1 months '],
  [/^(52|65|78|104)s(?= (?:by|in|for|at)\b)/i, '$1 week waits'],
  [/\btrend (?:over |for |across )?(\d{1,2}) (months|quarters|weeks)\b/gi, 'trend last $1 $2'],
  [/^((?:and |so |but )*)will (?!we\b|the trust\b|it\b|i\b|you\b|u\b|there\b|every(?:one|body)\b)([^,.?!;]{3,60}?) (hit|meet|reach|make|be|get|do|deliver|achieve|recover|clear|come|land|finish)\b/gi, '$1$2 will we $3'],
  [/\b(?:leave|leaving|take|taking|drop|dropping|strip|stripping) out (?:the |all |any )*([\p{L}&' -]{3,40}?) ones\b/giu, 'excluding $1'],
  [/(?<=\s)!(?=\p{L})/gu, 'not '],
  [/\bu\/s\b/gi, 'ultrasound'],
  [/(?<![\/&\p{L}\d-])u(?![\p{L}\d.\/&-])/giu, 'you'],
  [/(?<![\p{L}\d&/-])r(?![\p{L}\d&/-])/giu, 'are'],
  [/(?<=\s)@(?=\s)/g, 'at'],
  [/(?<=\p{L})\/(?=(?:list|session|hour|day|week)s?\b)/giu, ' per '],
  [/<\s*(\d+) ?(?:wks?|weeks?)\b/gi, 'within $1 weeks'],
  [/>\s*(\d+) ?(?:wks?|weeks?)\b/gi, 'over $1 weeks'],
  [/\b(\d+)ww\b/gi, '$1 week waits'],
  [/\bhow (?:do|does) (?:nhs england|nhse|the centre|the national team|they) (?=(?:work|calculate|define|measure|count|come)\b)/gi, 'how do you '],
  [/\b(an|per|each|every|a) hr\b/gi, '$1 hour'],
  [/^>+\s*(?=\p{L})/u, ''],
  [/^((?:hi|hello|hey|morning)?[ ,!-]*)(?:(?:i'?m|i am|we'?re|we are) (?:looking for|after)|looking for) (?=\p{L})/iu, '$1'],
  [/(?<!\b(?:last|past|previous|rolling|latest|of|next|in|within|under|over|than|aged) )\b(\d{1,2}) ?(?:m|mths?|months)(?=\s*[?.!,]*(?:$|\s*(?:pls|please|for|by|in|at)\b))(?<=\b(?:trends?|charts?|graphs?|plot|history)\b.*)/gi, 'last $1 months'],
  [/(?<!\b(?:last|past|previous|rolling|latest|of|next|in|within|under|over|than|aged) )\b(\d{1,2}) ?(years|yrs?|quarters|qtrs?|weeks|wks)(?=\s*[?.!,]*(?:$|\s*(?:pls|please|for|by|in|at)\b))(?<=\b(?:trends?|charts?|graphs?|plot|history)\b.*)/gi, 'last $1 $2'],
  [/\b(\d{1,2}) ?m (?=(?:trend|chart|graph|history)\b)/gi, 'last $1 months '],
  [/\bwhat should (?:our |the |my |their )?([\p{L}\d :&-]{3,40}?) (?:actually |really )?be\b(?: at| on)?(?=\s*(?:[?.!]|$))/giu, '$1 against target'],
  [/\bwhat (?:does|do) good look like (?:for|on|with) /gi, 'against target '],
  [/\bwhat(?:'s| is|s) (?:a |an )?(?:good|reasonable|decent|healthy|acceptable) (?=\p{L})/giu, 'against target '],
  [/\bleic (?=city\b)/gi, 'leicester '],
  [/\b(which|what|any|all) (?:services|departments)\b(?! (?:scorecard|line))/gi, '$1 specialties'],
  [/\band (under|over)[- ](?=\d{1,3}s\b)/gi, 'and also $1 '],
  [/\b(any|no|zero|our|clear|clear the|clear our|how many|those|remaining|more|fewer) 65s\b(?! (?:and|or) (?:over|older|under))/gi, '$1 65 week waits'],
  [/^((?:and |so |but |ok )*)did ([\p{L}&' ]{1,50}?) (?:(?:ever |actually |manage to )?(?:get|make it)(?: back| up| down)? to|reach|achieve|make) (?=(?:the|its|their|our)?[\p{L} ]{0,24}(?:target|standard|\d))/giu, '$1did $2 hit '],
  [/^((?:and |so |but |ok )*)(has|have) ([\p{L}&' ]{1,50}?) (?:got|gotten|made it)(?: back| up| down)? to (?=(?:the|its|their|our)?[\p{L} ]{0,24}(?:target|standard|\d))/giu, '$1$2 $3 hit '],
  [/\bboard (?:pack|paper|report)(?:'s)?,? (?=table \d)/gi, ''],
  [/\bin (?:money|cash|financial|income|£) terms\b|\bin (?:money|pounds|cash)\b(?=[^?]*\bplan\b)|(?<=\bplan\b[^?]*)\bin (?:money|pounds|cash)\b/gi, 'on income'],
  [/\bin (?:activity|volume) terms\b/gi, 'on activity'],
  [/\bmost deprived (\p{L}+ )?(v|vs|versus|and|or|than|against|compared (?:with|to)) (the )?least\b(?! deprived)/giu, 'most deprived $1$2 $3least deprived'],
  [/\b(slowest|fastest|quickest) (?:to report|at reporting|(?:for|on|with) reporting)(?: on)?\b/gi, '$1 reporting turnaround'],
  [/(?<=\b(?:has|have|had|with) the )emptiest clinics\b/gi, 'lowest clinic utilisation'],
  [/(?<=\b(?:has|have|had|with) the )(?:fullest|busiest) clinics\b/gi, 'highest clinic utilisation'],
  [/\bemptiest clinics\b/gi, 'clinics with the lowest clinic utilisation'],
  [/\bfullest clinics\b/gi, 'clinics with the highest clinic utilisation'],
  [/\bgonna\b/gi, 'going to'],
  [/\b(we|it|they|that)'ll (?=(?:(?:ever|still|actually|really) )?(?:hit|meet|make|reach|get|achieve|deliver|recover|clear|be|end|land|miss|manage)\b)/gi, '$1 will '],
  [/\b(by|before|at|come|until|till) (?:christmas|xmas)\b/gi, '$1 the end of december'],
  [/\bhow far (?:is|are|was|were) ([\p{L}&' ]{2,40}?) (from|off|away from|short of) (?=[\p{L}\d' ]{0,40}\b(?:target|standard|\d+ ?%))/giu, '$1 how far $2 '],
  [/\b(elective|emergency|non-elective) (and|or|v|vs|versus|&|compared (?:with|to)) (elective|emergency|non-elective) (los|lengths? of stay|alos)\b/gi, '$1 $4 $2 $3 $4'],
  [/\bmost (?:and|or|v|vs|versus|to|compared (?:with|to)) (?:the )?least deprived\b/gi, 'most deprived and least deprived'],
  [/\bleast (?:and|or|v|vs|versus|to|compared (?:with|to)) (?:the )?most deprived\b/gi, 'least deprived and most deprived'],
  [/^((?:please |can you |could you |now )*)project (?=\p{L})/iu, '$1projection for '],
  [/\bwd\b/gi, 'would'],
  [/\bthru\b/gi, 'through'],
  // "03W" is a code, as no count of weeks begins with a nought.
  [/(?<=(?:^|[^\d])[1-9]\d*)w\b/gi, ' week'],
  [/\byest\b/gi, 'yesterday'],
  [/\b(?:tmrw|tmw|tomoz|2moro)\b/gi, 'tomorrow'],
  [/\bnxt\b/gi, 'next'],
  [/\bwot\b/gi, 'what'],
  [/\bd'you\b/gi, 'do you'],
  [/\b1sts\b/gi, 'firsts'],
  [/\bat 1st\b/gi, 'at first'],
  [/\blast min\b/gi, 'last minute'],
  [/\bnon clin\b/gi, 'non-clinical'],
  // By itself "cx" may be the cervix.
  [/\b(on[ -]the[ -]day|otd|same[ -]day|last[ -]min(?:ute)?|short[ -]notice|hospital|patient|pt|theatres?|op|ops|operations?|clinics?|appts?|appointments?) cx(?:'?s|ns?)?\b/gi, '$1 cancellations'],
  [/\bcx(?:'?s|ns?)? (?=(?:on the day|otd|today|yesterday|rate|reasons?)\b)/gi, 'cancellations '],
  [/\bcx(?:'?d|ed|'?lled)\b/gi, 'cancelled'],
  [/\b(pre|post)([ -]?)opp(?=\b)/gi, '$1$2op'],
  [/\b(\d+\+?)[ -]?weaks?\b/gi, '$1 week'],
  [/(?<=\d{2}\/\d{2}) financial year\b/gi, ''],
  [/\bmonth[- ]end\b/gi, 'end of'],
  [/\b(\d{1,3})k\b/gi, '$1,000'],
  [/(?<=^|\s)n(?=\s\p{L})/giu, 'and'],
  [/\bmonths (\d{1,2}) (?:to|-) (\d{1,2})\b/gi, 'm$1 to m$2'],
  [/\b(?:all|the|both) (?:of )?(?:the |our )?(?:two|three|four|five|six|seven|eight)(?: (?:acute|main))? (sites|hospitals|cmgs|groups)\b/gi, 'all $1'],
  [/(?<!\b(?:last|past|rolling|previous|next|latest|of|for|within|in|over|the|first|to) )\b(6|12|18|24) months(?=\s*[?.!]*$)/gi, 'last $1 months'],
  [/\bno\.(?= \p{L})/giu, 'number of'],
  [/\bfin (?=years?\b|yrs?\b)/gi, 'financial '],
  [/[.!?,;]+\s*(?:it|they|that|things|we) (?:was|were|used to be) (?:(?:so|much|a lot|a bit|far|way|still|all|only|doing) )*(?:better|worse|higher|lower|fine|ok|okay|good|bad|great) (?:back )?(?:in )?(?=[\p{L}\d' ]{3,24}[.?!]*$)/giu, ' compared with '],
  [/\bw leic(?=s|estershire)/gi, 'west leic'],
  [/\be leic(?=s|estershire)/gi, 'east leic'],
  [/\bagst\b/gi, 'against'],
  [/\bstd\b/gi, 'standard'],
  [/\bincl?\.?(?= (?:the |all |any )?cancel)/gi, 'including'],
  [/\bw\/(?=\s|\p{L}{3})|(?<=\s)w(?=\s)/giu, 'with '],
  [/(?<=\d)\s*(?:wks|weeks)\b/gi, ' weeks'],
  [/(?<=\d)\s*(?:wk|week)\b/gi, ' week'],
  [/\bwks\b/gi, 'weeks'],
  [/\bwk\b/gi, 'week'],
  [/\byrs\b/gi, 'years'],
  [/\byr\b/gi, 'year'],
  [/\b(\d+)\+? ?(?:weekers|wkers)\b/gi, '$1 week waits'],
  [/\bface ?(?:2|to) ?face\b|\bf2f\b/gi, 'face to face'],
  [/\bf\/?ups?\b/gi, 'follow up'],
  [/(?<=\s|^)x ray/gi, 'xray'],
  [/(?<=\s)x(?=\s)/gi, 'and'],
  [/\b(\d{1,2}-\d{2,3})s\b/gi, '$1'],
  [/\b(\d{2})s (?=and over|or over|and under|and older)/gi, '$1 '],
  [/\b(?:if (?:you|we|i) )?(?:take|took|leave|left|strip|pull) (?!out\b)((?:[\p{L}&'-]+ ){1,4})out\b(?! of)/giu, 'excluding $1'],
  [/\b(?:if )?(?:we|you|i)? ?(?:did|do) ?n[o']?t (?:count|include) (?:the )?/gi, 'excluding '],
  [/\blst\b/gi, 'last'],
  [/\b(below|under|behind|above|over|ahead of) (?:on )?(?:(?:their|its|our|the) )?(income|activity) plan\b/gi, '$1 plan on $2'],
  [/\bup to and including\b/gi, 'to'],
  [/\bthis (?:morning|afternoon|evening)\b/gi, 'today'],
  [/\bthis year (?:against|vs?|versus|compared (?:to|with)|and) last\b(?! \w)/gi, 'this year compared with last year'],
  [/\blast nights?(?:'s)?\b/gi, 'yesterday'],
  [/\bplan (?:v|vs|versus) actual £|\bactual (?:v|vs|versus) plan £/gi, 'income against plan'],
  [/£(?!\s?\d)(?=.*\b(?:variance|plan|actual)\b)|(?<=\b(?:variance|plan|actual)\b.*)£(?!\s?\d)/gi, 'income'],
];

/** Waits by their weeks are spoken of in the plural of the number: "52s, 65s and 78s". By itself "65s" may be an age. */
const WAITS = /(?<!\b(?:over|under|above|below|aged) )\b(?:52|78|104)s\b/i;
const EVERY_WAIT = /(?<!\b(?:over|under|above|below|aged) )\b(52|65|78|104)s\b/gi;

/** "TFC 301, 306": each of the codes that follow one word for them. */
const CODES = /\b(TFC|treatment function(?: code)?)s? (\d{3}(?:(?:, ?| ?& ?|,? and | ?\/ ?)\d{3})+)(?!\d)/gi;

/** "1 in 10", "more than half": a part of a whole, as a percentage. */
const ONE_IN = /\b(?:1|one) in (\d{1,3}|two|three|four|five|six|eight|ten|twenty)\b/gi;
const HALF = /\b(more|less|fewer|over|under|above|below|at least|at most)( than)? (?:a |one )?(half|third|quarter)(?: of)?(?= (?:of |their |the |our |its |all )|\s*[?.!]*$)/gi;
const PARTS: Readonly<Record<string, string>> = { half: '50%', third: '33.3333%', quarter: '25%' };
/** "The second month of the financial year": by its number. */
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'];
const MONTH_OF_YEAR = new RegExp(`\\b(?:the )?(${ORDINALS.join('|')}) month of (?:the|this) (?:financial |fiscal )?year\\b`, 'gi');
/** "This month vs last", "last week or this": one unit said of both. */
const OTHER_OF_TWO = /\b(this|current|last|previous) (month|week|quarter|year)(,? (?:and|or|vs?\.?|versus|against|compared (?:to|with)|than|on|over) (?:the )?)(last|this|previous|prior)(?=[\s,.?!;]*$|[,.?!;]| (?:for|in|at|by)\b)/gi;
/** "24/25 YTD v same period 23/24": the year before is last year. */
const SAME_PERIOD = /\b(\d{2})\/(\d{2})(?!\d)(.*?)\b(?:v|vs|versus|against|compared (?:to|with)) (?:the )?same (?:period|time|point|months?)(?: in| of)? (?:20)?(\d{2})\/(?:20)?(\d{2})(?!\d)/gi;
const WHOLES: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8, ten: 10, twenty: 20 };

/** A cleaned question with what was written short written out, numbers spelt in several words as figures. */
export function writtenOut(cleaned: string): string {
  const plain = WRITTEN_OUT.reduce((text, [pattern, instead]) => text.replace(pattern, instead), withoutShortForms(inPlainEnglish(cleaned)));
  const waits = WAITS.test(plain) ? plain.replace(EVERY_WAIT, '$1 week waits') : plain;
  const parts = waits
    .replace(MONTH_OF_YEAR, (_whole, ordinal: string) => `M${ORDINALS.indexOf(ordinal.toLowerCase()) + 1}`)
    .replace(CODES, (_whole, kind: string, codes: string) => (codes.match(/\d{3}/g) ?? []).map((code) => `${kind} ${code}`).join(' and '))
    .replace(OTHER_OF_TWO, '$1 $2$3$4 $2')
    .replace(SAME_PERIOD, (whole: string, from: string, to: string, between: string, _before: string, end: string) => (end === from ? `${from}/${to}${between}compared with last year` : whole))
    .replace(ONE_IN, (_whole, of: string) => `${Number((100 / (WHOLES[of.toLowerCase()] ?? Number(of))).toPrecision(6))}%`)
    .replace(HALF, (_whole, bound: string, than: string | undefined, part: string) => `${bound}${than ?? ''} ${PARTS[part.toLowerCase()] ?? part}`);
  return inFigures(parts).replace(/\s+/g, ' ').trim();
}
