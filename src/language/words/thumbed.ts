import { inPlainEnglish } from './regional';
import { withoutShortForms } from './short-forms';
import { inFigures } from './spelt-numbers';
import { COMPARISONS_WRITTEN } from './written-out/comparisons';
import { CONDITIONS_WRITTEN } from './written-out/conditions';
import { EVERYDAY_WRITTEN } from './written-out/everyday';
import { EXCLUSIONS_WRITTEN } from './written-out/exclusions';
import { FORECASTS_WRITTEN } from './written-out/forecasts';
import { MEASURES_WRITTEN } from './written-out/measures';
import { PARTS_WRITTEN } from './written-out/parts';
import { TIMES_WRITTEN } from './written-out/times';
import { WAITS_WRITTEN } from './written-out/waits';
import type { Rewording } from './written-out/rewording';

/** Every rewording, in the order in which they are made: a later one reads what an earlier one wrote. What thumbs do to any word comes last. */
const WRITTEN_OUT: readonly Rewording[] = [...MEASURES_WRITTEN, ...COMPARISONS_WRITTEN, ...FORECASTS_WRITTEN, ...EXCLUSIONS_WRITTEN, ...CONDITIONS_WRITTEN, ...PARTS_WRITTEN, ...WAITS_WRITTEN, ...EVERYDAY_WRITTEN, ...TIMES_WRITTEN];

/** Waits by their weeks are spoken of in the plural of the number: "52s, 65s and 78s". By itself "65s" may be an age. */
const WAITS = /(?<!\b(?:over|under|above|below|aged) )\b(?:52|78|104)s\b/i;
const EVERY_WAIT = /(?<!\b(?:over|under|above|below|aged) )\b(52|65|78|104)s\b/gi;

/** "24/25 v 23/24 activity, April to June": one stretch of two years, one after the other. */
const YEARS_APART = /\b(\d{2})\/(\d{2}) (?:v|vs|versus|against|compared (?:with|to)) (\d{2})\/(\d{2})\b([^?.!;]*?),? (?:for |in |over )?((?:apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: ?(?:to|-) ?(?:apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)?)(?=\s*[?.!]*$)/gi;

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
    .replace(YEARS_APART, (whole: string, from: string, _to: string, before: string, _end: string, what: string, stretch: string) => (Number(from) - Number(before) === 1 ? `${what.trim()} ${stretch} 20${from} compared with last year` : whole))
    .replace(CODES, (_whole, kind: string, codes: string) => (codes.match(/\d{3}/g) ?? []).map((code) => `${kind} ${code}`).join(' and '))
    .replace(OTHER_OF_TWO, '$1 $2$3$4 $2')
    .replace(SAME_PERIOD, (whole: string, from: string, to: string, between: string, _before: string, end: string) => (end === from ? `${from}/${to}${between}compared with last year` : whole))
    .replace(ONE_IN, (_whole, of: string) => `${Number((100 / (WHOLES[of.toLowerCase()] ?? Number(of))).toPrecision(6))}%`)
    .replace(HALF, (_whole, bound: string, than: string | undefined, part: string) => `${bound}${than ?? ''} ${PARTS[part.toLowerCase()] ?? part}`);
  return inFigures(parts).replace(/\s+/g, ' ').trim();
}
