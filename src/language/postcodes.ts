import { POSTCODE_AREAS } from '../catalogue/persons/postcode-areas';

/**
 * A whole postcode, "LE1 5WW": a few doors, and beside anything else a person. Half a one ("E14") is a ward or a town. The
 * last two letters are never C, I, K, M, O or V, and "M1 2nd" or "W1 5th" is a month or a week and not one.
 */
const POSTCODE = new RegExp(`(?<![\\p{L}\\d])(?:${POSTCODE_AREAS})\\d(?:\\d|[A-Z])?[ -]?\\d(?!(?:st|nd|rd|th|hr|yr)\\b)[ABD-HJLNP-UW-Z]{2}(?![\\p{L}\\d])`, 'iu');
/** Asked of somebody; what a figure is split by is asked back. */
const POSTCODE_OF = /(?<!\bby (?:patients?'? )?)\bpost ?codes? (?:of|for) (?!each\b|every\b)/i;

/** Whether a cleaned question holds a whole postcode, or asks for one. */
export const holdsAPostcode = (cleaned: string): boolean => POSTCODE.test(cleaned) || POSTCODE_OF.test(cleaned);
