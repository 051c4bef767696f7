/** The sentence for anything about a person. It repeats nothing of what was typed. */
export const NO_PATIENTS = 'I only answer with totals, never about a patient or a named person. Ask for a figure instead, without any names or numbers that identify someone.';

/** Requests for people, their names or their numbers; and people called by title and name. */
const ASKS_FOR_PATIENTS: readonly RegExp[] = [
  /\b(?:list|show|give|send|export|identify|print|pull|see|get|find|name)(?: me| us| a| the| all| of| our| my| every| list| names?)* patients?\b(?![ -](?:initiated|experience|satisfaction))/i,
  /\b(?:names?|details?|list|lists|addresses|identit(?:y|ies)) (?:of|for) (?:the |all |our |my |those |these )*(?:individual )?patients?\b/i,
  /\bpatients?(?:'s)?[ -](?:names?|list|lists|level|details?|records?|notes|identifiers?|ids?|identifiable|address(?:es)?)\b/i,
  /\b(?:list|show|give|send|export|print|pull|get|find|name)(?: me| us| the| all| of| our| my| those| these)* pts\b/i,
  /\b(?:which|what|whose) patients?\b/i,
  /\bnames?\b(?: and [\w ]{1,24}?)? (?:of|for) (?:the |all |our |my |those |these |any )*(?:[\w&'-]+ ){0,5}?(?:patients?|pts|waiters?|weekers?|people|everyone|everybody|anyone|those|children|waits|breaches)\b/i,
  /^(?!.*\b(?:number|count|proportion|percentage|share|how many|rate)\b)(?:.*(?:[,.;:-] *|\b(?:tell (?:me|us)|list|show(?: me| us)?|know|see|find out|give me|of) ))?who (?:(?:was|were|got|has been|have been|is|are) (?:cancelled|they|waiting|being|still|on|readmitted|discharged|admitted|in)|they (?:are|were))\b/i,
  /^(?!.*\b(?:number|count|proportion|percentage|share|how many|rate)\b).*\bwho (?:dna'?d|dnaed|missed|cancelled|did ?n[o']?t (?:attend|turn up|come)|failed to attend|are the patients?|is on the|was on the|is waiting|are waiting)\b/i,
  /\b(?:nhs|hospital|unit|mrn|crn|district|pas|patient)[ -]?(?:numbers?|nos?|num|#|ids?)\b(?! of)/i,
  /\b(?:mrn|dob|d\.o\.b|date of birth|dates of birth|born (?:on|in))\b/i,
  /\b(?:[Pp]atient|[Pp]t|[Cc]lient) (?:called|named|with (?:the )?(?:nhs|hospital|name)|(?!Initiated\b|Experience\b|Satisfaction\b|Feedback\b)\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)/u,
  /\b(?:Mrs|mrs|MRS|Mr|mr)\.? \p{L}{2,}/u,
  /\b(?:Ms|Miss)\.? \p{Lu}\p{Ll}+/u,
];

/** As hospital numbers are written: one to three letters and six to eight digits, or seven digits and more by themselves. */
const HOSPITAL_NUMBER = /\b(?!fy)[a-z]{1,3}-?\d{6,8}[a-z]?\b|\b\d{6,8}[a-z]{1,2}\b/i;
const LONG_RUN = /\d{7,}/g;
const WRITTEN_AS_DATE = /^(?:(?:19|20)\d{6}|\d{4}(?:19|20)\d{2})$/;
/** A day before 2010 is nobody's reporting period here and somebody's birthday. */
const BIRTHDAY = /\b\d{1,2}[/.-]\d{1,2}[/.-](?:19\d{2}|200\d)\b/;
/** Ten digits in the groups of three, three and four in which NHS numbers are written. */
const GROUPED = /(?<!\d)\d{3}[ -]\d{3}[ -]\d{4}(?!\d)/;
const SPACED_DIGITS = /\d(?:[ -]?\d){9,}/g;

/** Whether ten digits are an NHS number: the last is the check digit of the rest (modulus 11, NHS Data Dictionary). */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) {
    return false;
  }
  const sum = [...digits].slice(0, 9).reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

/** Whether a cleaned question names, numbers or asks for a person. */
export function concernsAPatient(cleaned: string): boolean {
  return ASKS_FOR_PATIENTS.some((pattern) => pattern.test(cleaned)) || holdsANumber(cleaned);
}

function holdsANumber(cleaned: string): boolean {
  return HOSPITAL_NUMBER.test(cleaned)
    || BIRTHDAY.test(cleaned)
    || GROUPED.test(cleaned)
    || [...cleaned.matchAll(LONG_RUN)].some(([run]) => !WRITTEN_AS_DATE.test(run))
    || [...cleaned.matchAll(SPACED_DIGITS)].some(([run]) => !looksLikeDates(run) && isNhsNumber(run.replace(/\D/g, '')));
}

function looksLikeDates(run: string): boolean {
  return /^(?:\d{4}-\d{1,2}(?:-\d{1,2})?[ -]*)+$/.test(run) || /^(?:\d{1,2}-\d{1,2}-\d{4}[ -]*)+$/.test(run);
}
