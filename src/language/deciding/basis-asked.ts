import { thatRead, type Case } from '../frame/case';
import type { Reading } from '../reading';
import { listed, metricWords } from './wording';

/** Prices of one year throughout, and prices as they were paid. */
const REAL = "real|constant|base[- ]year|deflated|inflation[- ]adjusted";
const CASH = "cash|nominal|current(?:[- ]year)?|today'?s|outturn";
const PRICES = new RegExp(`,? ?(?:(?:\\b(?:in|at|on|as|using) )?\\b(?:(?<real>${REAL})|(?<cash>${CASH})) (?:terms|prices|money)\\b|(?<raw>\\b(?:not |un|without being )adjusted for inflation\\b)|(?<deflated>\\b(?:when )?adjusted for inflation\\b))`, 'i');

/** How a figure may be told, of which somebody asks which it is. */
const HOW_TOLD = `(?:an? )?(?:${REAL}|${CASH}|gross|net|mean|median|average|weighted|unweighted|adjusted|unadjusted|crude|raw|standardised|cumulative|actual|absolute|count|number|rate|percentage|ratio|total|sum)`;
const OF_WHAT_KIND = '(?:terms|prices|money|figures?|basis|of (?:costs?|income|vat))';
/** "Is CpWAU in cash or real terms", "is ACPL a mean or a median", "is CpWAU adjusted for inflation". */
const WHICH_IS_IT = new RegExp(`^(?:so |and |but )*(?:is|are) (?:the |our |your )?(?<measure>[^?,;]{2,40}?) (?:(?:given|shown|stated|reported|expressed|quoted|told|measured|counted) )?(?:in |at |on |as )?(?:${HOW_TOLD}(?: ${OF_WHAT_KIND})? or (?:in |at |on )?${HOW_TOLD}(?: ${OF_WHAT_KIND})?|(?:in |at )?(?:${REAL}|${CASH}) (?:terms|prices|money)|adjusted for inflation|inflation[- ]adjusted)[\\s?.!]*$`, 'i');

/** "What prices is it in". */
const WHICH_PRICES = /^(?:so |and |but )*(?:what|which|whose|which year'?s|what year'?s) (?:prices|terms|money) (?:is|are) (?:it|that|this|they|these|those) in[\s?.!]*$/i;

/** "Is that in real terms", of a measure that is not named again. */
export function asksItsBasis(text: string): boolean {
  return WHICH_PRICES.test(text) || /^(?:it|that|this|they|these|those)$/i.test(WHICH_IS_IT.exec(text)?.groups?.['measure'] ?? '');
}

/** "Is CpWAU in cash or real terms": how a figure is told is part of its definition. Null for any other question. */
export function basisAsked(one: Case): Reading | null {
  const measure = WHICH_IS_IT.exec(one.text)?.groups?.['measure'];
  const reading = measure === undefined ? null : one.again(`definition of ${measure}`);
  const isPlain = reading?.kind === 'query' && reading.query.intent === 'definition' && Object.keys(reading.query.filters).length === 0;
  return isPlain ? one.again(`definition of ${measure ?? ''}`, true) : null;
}

/**
 * "CpWAU at current prices": a sum of money is held in one kind of prices, and in no other. Where the other is asked for, it is
 * asked whether the one that is held is meant. Null where no prices are named, or no measure of money.
 */
export function pricesAsked(one: Case): Reading | null {
  const metrics = one.frame.metrics.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? []);
  const found = PRICES.exec(one.text);
  if (found === null || metrics.length === 0 || !metrics.every(({ unit }) => unit === 'gbp')) {
    return null;
  }
  const rest = one.text.replace(PRICES, '').replace(/\s+/g, ' ').trim();
  const real = found.groups?.['real'] !== undefined || found.groups?.['deflated'] !== undefined;
  const other = metrics.filter((metric) => metric.numerator['in-base-year-prices'] !== real);
  const names = listed(other.map(({ id }) => metricWords(one.ground.catalogue, id)));
  if (other.length === 0) {
    const reading = one.again(rest, true);
    return reading.kind === 'query' ? { ...reading, notes: [...reading.notes, `${listed(metrics.map(({ id }) => metricWords(one.ground.catalogue, id)))} ${metrics.length === 1 ? 'is' : 'are'} told in ${real ? 'base-year prices' : 'the prices of the time'}.`] } : reading;
  }
  const only = real ? 'the prices of the time' : 'base-year prices';
  return { kind: 'clarify', ask: `I hold ${names} in ${only} only. Is that what you mean?`, options: thatRead([rest], one.again), query: null };
}
