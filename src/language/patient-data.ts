import { holdsABirthday } from './birthdays';
import { holdsANumber } from './identifying-numbers';
import { holdsAPostcode } from './postcodes';

/** The sentence for anything about a person. It repeats nothing of what was typed. */
export const NO_PATIENTS = 'I only answer with totals, never about a patient or a named person. Ask for a figure instead, without any names or numbers that identify someone.';

/** What is counted of patients, up to three words behind them: "show patients DNA rate". */
const COUNTED = "(?:'s?)? (?:(?!who|whose|that|behind|in|on|with|from|called|named)[\\w'-]+ ){0,3}?(?:rates?|cancellations?|dnas?|no[ -]shows?|waits?|admissions?|re-?admissions?|complaints?|numbers|counts?|totals?|activity|groups?|experience|satisfaction|flow)\\b";
/** What people are a kind of, or have an opinion on. */
const OF_A_KIND = '(?! (?:age|groups?|cohorts?|types?|categor|demographics?|experience|satisfaction|feedback|flow|populations?|pathways?|initiated|think|thought|say|said|feel|felt|want))';
/** Words between an order and the people it is about, that do not make the people a part of something else. */
const UP_TO_FOUR = '(?:(?!with |by |where |how |having |that |for |in |of |number )[\\w+&\'-]+ ){0,4}?';
const ON_TARGET = '(?:target|track|plan|trajectory|budget|standard|schedule)';
/** Asked of patients in words that ask for a figure too, once they say what it is split by. */
const SPLIT = /\b(?:by|per|for each|across) (?:the |each |every |age |cancellation |hospital |treatment )*(?:reasons?|specialt(?:y|ies)|specs?|sites?|hospitals?|cmgs?|commissioners?|days?|weeks?|months?|quarters?|years?|theatres?|clinics?|wards?|ages?|bands?|sex|gender|deprivation|ethnicity|groups?|types?|procedures?|tests?|sessions?|hours?|modalit(?:y|ies)|points? of delivery)\b/i;
/** What is said of magnetic resonance: "mr scanner utilisation". */
const IMAGING = '(?:[Ss]cans?|[Ss]canners?|[Ss]canning|[Uu]tilisation|[Uu]tilization|[Uu]til|[Mm]achines?|[Ii]maging|[Cc]apacity|[Aa]ctivity|[Ss]lots?|[Ww]aits?|[Ww]aiting|[Tt]ests?|DNAs?|dnas?|[Rr]ates?|[Bb]acklog|[Hh]ours|[Rr]eferrals?|six|and|at|in|for|by|vs?|or|last|this|is)\\b';
const NO_COUNT = '^(?!.*\\b(?:number|count|proportion|percentage|share|how many|rate)\\b)';

/** Requests for people that are requests for a figure with what it is split by. */
const ASKS_FOR_PEOPLE: readonly RegExp[] = [
  new RegExp(`\\b(?:show|give|see|get|find)(?: me| us| a| the| all| of| our| my| every| list| names?)* patients?\\b(?![ -](?:initiated|experience|satisfaction))(?!${COUNTED})`, 'i'),
  /\b(?:show|give|send|get|find)(?: me| us| a| the| all| of| our| my)* (?:everyone|everybody|anyone)\b/i,
  new RegExp(`${NO_COUNT}(?:.*(?:[,.;:-] *|\\b(?:tell (?:me|us)|list|show(?: me| us)?|know|see|find out|give me|of) ))?who (?:(?:was|were|got|has been|have been|is|are) (?:cancelled|they|waiting|being|still(?! (?:off|on|not on|not at|missing|below|above|under|over|behind|failing)(?: the| their| its)? ${ON_TARGET})|on(?! ${ON_TARGET})|readmitted|discharged|admitted|in)|they (?:are|were))\\b`, 'i'),
  new RegExp(`${NO_COUNT}.*\\bwho (?:dna'?d|dnaed|missed(?! (?:the |their |its )?${ON_TARGET})|(?<!\\bby who )cancelled|did ?n[o']?t (?:attend|turn up|come)|failed to attend|are the patients?|is on the|was on the|is waiting|are waiting)\\b`, 'i'),
];

/** Requests for people, their names or their numbers; and people called by title and name. */
const ASKS_FOR_PATIENTS: readonly RegExp[] = [
  /\b(?:list|send|export|identify|print|pull|name)(?: me| us| a| the| all| of| our| my| every| list| names?)* patients?\b(?![ -](?:initiated|experience|satisfaction))/i,
  new RegExp(`(?<!\\b(?:wait|waiting) )\\b(?:list|name|identify|export|print) ${UP_TO_FOUR}(?:everyone|everybody|anyone|people|waiters|weekers)\\b`, 'i'),
  new RegExp(`(?<!\\b(?:wait|waiting) )\\blists? of ${UP_TO_FOUR}(?:everyone|everybody|anyone|people|waiters|weekers|patients|pts)\\b`, 'i'),
  /\b(?:names?|details?|list|lists|addresses|identit(?:y|ies)) (?:of|for) (?:the |all |our |my |those |these )*(?:individual )?patients?\b/i,
  /\b(?:their|his|her|patient|pts?) names?\b|\bnames? (?:please|pls|so)\b|\b(?:ring|phone|call|contact|text|write to) (?:them|him|her|each of them)\b/i,
  /\bpatients?(?:'s)?[ -](?:names?|list|lists|level|details?|records?|notes|identifiers?|ids?|identifiable|address(?:es)?)\b/i,
  /\b(?:list|show|give|send|export|print|pull|get|find|name)(?: me| us| the| all| of| our| my| those| these)* pts\b/i,
  new RegExp(`(?<!\\b(?:at|in|to|by) )\\b(?:which|what|whose) (?:patients?|people|waiters|weekers|individuals)\\b${OF_A_KIND}`, 'i'),
  /\bnames?\b(?: and [\w ]{1,24}?)? (?:of|for) (?:the |all |our |my |those |these |any )*(?:[\w&'-]+ ){0,5}?(?:patients?|pts?|person|waiters?|weekers?|people|everyone|everybody|anyone|those|child|children|lady|gentleman|woman|man|baby|waits|breaches)\b/i,
  // "Who is in the 2pm slot", "who's booked for 9.30".
  /\bwho(?:'s|s| is| was)? (?:(?:in|on|booked|got|having|first|next|last) ){1,2}(?:in |into |for |at |on )?(?:the |my |our )?(?:\d{1,2}(?:[.:]\d{2})? ?(?:am|pm)?|half \w+|first|last|next) ?(?:slot|appointment|appt|on the list|$|[?.])/i,
  // "Who were the patients that did not turn up", "need names + phone numbers".
  /\bwho (?:are|were|was|is) (?:the |those |these |our |all )+(?:patients?|pts)\b(?! \p{L}+ing about)/iu,
  /\bweeks?[^?]{0,40} and who\b[\s?.!]*$/i,
  /\bnames? ?(?:and|n|&|\+|,|\/) ?(?:their |the )?(?:ward|bed|phone|telephone|tel|mobile|contact|address|hosp|hospital|nhs|date of birth|dob)/i,
  /\b(?:contact (?:details?|info|information)|(?:phone|telephone|mobile|tel) (?:numbers?|nos?)|(?:home |email |e-mail )?addresses) (?:of|for)\b/i,
  /(?<!\b(?:sort|sorted|order|ordered|trusts?|peers?|providers?|hospitals?|specialties|sites?|measures?|metrics?) )\bby (?:patient )?(?:sur)?names?\b/i,
  /(?<!\b(?:psfu|pifu|follow[- ]?up) )\b(?:nhs|hospital|unit|mrn|crn|district|pas|patient)[ -]?(?:numbers?|nos?|num|#|ids?)\b(?! of|[ -]?shows?\b)/i,
  /\b(?:nhs|hospital|unit|district|pas|crn)[ -]?(?:numbers?|nos?|ids?) (?:of|for) (?:all |the |our |my |those |these |each |every )*(?:everyone|everybody|anyone|anybody|people|patients?|pts|those|them|waiters?|whoever|\d+ weekers)\b/i,
  /\b(?:nhs|unit|district|pas|crn)[ -]?(?:numbers?|nos?|ids?) of\b/i,
  /\bhospital[ -]?(?:numbers|nos|ids) of\b/i,
  /\bmrn\b/i,
  /\bphone[ -]?(?:numbers?|nos?|no\.)(?!\p{L})/iu,
  /(?<!\b(?:size|length) of (?:the |our )?)\blists? of (?:the |all |our )*(?:children|kids|babies|women|men|adults|people|mums|mothers) (?:who|whose)\b/i,
  /\bpathway[ -]?(?:ids?|identifiers?)\b|\bids? of (?:the |all |those |our )*pathways?\b|\bubrns?\b|\binitials of\b/i,
  // Somebody by what they are: "the hospital number of the lady readmitted on Tuesday", "that chap who fell".
  /\b(?:the|that|this)(?: (?:old|young|elderly|poor|little))? (?:lady|gentleman|gent|bloke|chap|fella|woman|man|girl|boy|baby|toddler|child|pensioner)\b(?= (?:readmitted|admitted|discharged|cancelled|waiting|booked|seen|operated|listed|having|after|his|her)\b)/i,
  /\b(?:[Pp]atient|[Pp]t|[Cc]lient) (?:called|named|with (?:the )?(?:nhs|hospital|name)|(?!Initiated\b|Experience\b|Satisfaction\b|Feedback\b)\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)/u,
  /\b(?:Mrs|mrs|MRS)\.? \p{L}/u,
  // "MR" is magnetic resonance, in small letters too before what is said of it.
  new RegExp(`\\b(?:Mr|mr)\\.? (?!${IMAGING})\\p{L}`, 'u'),
  /\b(?:Ms|Miss)\.? (?!(?:Rates?|Targets?|Appointments?)\b)\p{Lu}(?:\p{Ll}+|\b)/u,
];

/** Whether a cleaned question names, numbers or asks for a person. */
export function concernsAPatient(cleaned: string): boolean {
  return ASKS_FOR_PATIENTS.some((pattern) => pattern.test(cleaned))
    || (ASKS_FOR_PEOPLE.some((pattern) => pattern.test(cleaned)) && !SPLIT.test(cleaned))
    || holdsABirthday(cleaned) || holdsANumber(cleaned) || holdsAPostcode(cleaned);
}
