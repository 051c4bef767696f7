/** The postcode areas of the United Kingdom and the Crown dependencies. Source: Royal Mail, Postcode Address File. */
const AREAS = 'AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE';

/**
 * A whole postcode, "LE1 5WW": a few doors, and beside anything else a person. Half a one ("E14") is a ward or a town. The
 * last two letters are never C, I, K, M, O or V, and "M1 2nd" or "W1 5th" is a month or a week and not one.
 */
const POSTCODE = new RegExp(`(?<![\\p{L}\\d])(?:${AREAS})\\d(?:\\d|[A-Z])?[ -]?\\d(?!(?:st|nd|rd|th|hr|yr)\\b)[ABD-HJLNP-UW-Z]{2}(?![\\p{L}\\d])`, 'iu');
/** Asked of somebody; what a figure is split by is asked back. */
const POSTCODE_OF = /(?<!\bby (?:patients?'? )?)\bpost ?codes? (?:of|for) (?!each\b|every\b)/i;

/** Whether a cleaned question holds a whole postcode, or asks for one. */
export const holdsAPostcode = (cleaned: string): boolean => POSTCODE.test(cleaned) || POSTCODE_OF.test(cleaned);
