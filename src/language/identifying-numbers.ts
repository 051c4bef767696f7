import { isNhsNumber } from '../catalogue/persons/nhs-number';

/** Letters and five digits or more, or six to eight digits and a letter or two, as hospital numbers are written; but "FY202425" and "Q12024" are periods. */
const HOSPITAL_NUMBER = /\b(?!fy|wk|week|(?:[qh]\d|m\d{1,2})20[12]\d\b)[a-z]{1,8}-?\d{5,10}[a-z]?\b|\b\d{6,8}[a-z]{1,2}\b/i;
/** A number right behind the word for a patient, unless it is a year or a day. */
const PATIENT_NUMBER = /\b(?:patient|pt|pat|client)\.?[ :#-]{1,2}(?!20[1-9]\d(?:\d{4})?\b)\d{4,}/i;
const LONG_RUN = /\d{7,}/g;
const WRITTEN_AS_DATE = /^(?:20[1-9]\d{5}|\d{4}20[1-9]\d)$/;
/** Ten digits in the groups of three, three and four in which NHS numbers are written. */
const GROUPED = /(?<!\d)\d{3}[ ._/-]{1,3}\d{3}[ ._/-]{1,3}\d{4}(?!\d)/;
const SPACED_DIGITS = /\d(?:[ ._/-]{0,3}\d){9,}/g;
/** Days and financial years, whose figures are nobody's number. */
const DAYS = /(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d{1,2}(?:-\d{1,2})?|20\d{2}\/\d{2})(?![\d./-]*\d)/g;
/** Days one behind the other are stripped together: "01/04/2024-30/06/2024". */
const RANGES = /(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{4} ?- ?\d{1,2}\1\d{1,2}\1\d{4}(?!\d)/g;
/** What money or a count is compared with: "over £1000000". */
const AMOUNT = /(?:£ ?|\b(?:over|above|below|under|(?:more|less|fewer|greater) than|at least|exceed(?:s|ed|ing)?) £? ?)([1-9]\d{4,})(?![ ._/-]?\d)/gi;

/** Whether a cleaned question holds a number that may be a person's. */
export function holdsANumber(cleaned: string): boolean {
  const text = cleaned.replace(AMOUNT, (whole, digits: string) => (isNhsNumber(digits) ? whole : '£'));
  return HOSPITAL_NUMBER.test(text)
    || PATIENT_NUMBER.test(text)
    || GROUPED.test(text)
    || [...text.matchAll(LONG_RUN)].some(([run]) => !WRITTEN_AS_DATE.test(run))
    || [...text.replace(RANGES, ';').replace(DAYS, ';').matchAll(SPACED_DIGITS)].some(([run]) => isNhsNumber(run.replace(/\D/g, '')));
}
