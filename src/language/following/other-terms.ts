import type { Catalogue } from '../../catalogue/catalogue';
import type { Metric } from '../../catalogue/metric';
import type { Query } from '../../engine/query';
import { metricWords } from '../deciding/wording';
import { unknown } from '../deciding/not-understood';
import type { Reading } from '../reading';
import { saidWords } from './answer-words';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const MONEY = set('income money cash pounds pound £ gbp sterling earnings revenue worth earn earns earned');
const VOLUME = set('activity volume volumes');
/** What points at the figure before; without one of these, the words open with what leads to the terms: "in £?". */
const POINTING = set('that this it those these them');
const LEADING = set('in on as');
const AROUND = set('and so ok okay what whats does do did is was would come comes came to in on as of for the a how much many terms term value amount total mean means make makes bring brings brought work works out us we our converted converts translate translates put equivalent also then please show me give tell be about instead rather than not can could i you have get see now just switch change swap');

/**
 * "What does that come to in income", "in £?", "how much activity is that": the figure before in other terms, money for
 * activity or activity for money, with all that it was asked for. A figure that is not held in those terms says so.
 * Null where the words ask for nothing of the kind.
 * @param words a query in words that read to it again
 */
export function inOtherTerms(text: string, before: Query, catalogue: Catalogue, { words, read }: { readonly words: (query: Query) => string; readonly read: (text: string) => Reading }): Reading | null {
  const said = saidWords(text.replace(THE_OTHER, ' instead'));
  const instead = said.includes('instead');
  const share = asShare(said, before, catalogue, { words, read });
  if (share !== null) {
    return share;
  }
  const asMoney = said.some((word) => MONEY.has(word));
  const asVolume = said.some((word) => VOLUME.has(word));
  const [id, second] = before.metrics;
  const metric = id === undefined ? undefined : catalogue.metrics.get(id);
  const leans = said.some((word) => POINTING.has(word)) || LEADING.has(said[0] ?? '') || instead;
  const only = said.every((word) => MONEY.has(word) || VOLUME.has(word) || POINTING.has(word) || AROUND.has(word));
  if (asMoney === asVolume || !leans || !only || metric === undefined || second !== undefined || (instead && metric.numerator.table !== OF_BOTH)) {
    return null;
  }
  const told = isMoney(metric) === asMoney && metric.numerator.table === OF_BOTH ? metric : inTerms(metric, asMoney, catalogue);
  if (told !== undefined) {
    // What was over so many units is over another sum of money.
    const having = before.having?.value === 0 ? before.having : null;
    return read(words({ ...before, metrics: [told.id], having }));
  }
  const name = metricWords(catalogue, metric.id);
  return unknown('unknown-measure', `${name} is not held ${asMoney ? 'in money' : 'as activity'}.`, [asMoney ? 'money' : 'activity'], [words({ ...before, intent: 'value', by: null, having: null, order: null, limit: null, versus: null })]);
}

/** What a figure was told in that is wanted in other terms: "activity instead of £", "income, not activity". */
const THE_OTHER = /,?\s*\b(?:instead of|rather than|(?:and )?not)\b\s+(?:(?:in|as|the|for)\s+)*(?:£|[\p{L}]+)[\s.?!]*$/iu;
const SHARE = set('percentage percent % pc pct proportion share ratio rate');
const NUMBER = set('number numbers count raw absolute figure');

/** "As a percentage", "as a number": a ratio as it is told anyway, or how many it counts; a count has no share that is held. */
function asShare(said: readonly string[], before: Query, { metrics }: Catalogue, { words, read }: { readonly words: (query: Query) => string; readonly read: (text: string) => Reading }): Reading | null {
  const [metric, second] = before.metrics.flatMap((id) => metrics.get(id) ?? []);
  const share = said.some((word) => SHARE.has(word));
  const only = said.every((word) => (share ? SHARE : NUMBER).has(word) || POINTING.has(word) || AROUND.has(word));
  const leans = LEADING.has(said[0] ?? '') || said.includes('instead') || (said.some((word) => POINTING.has(word)) && (said.includes('as') || said.includes('in')));
  if (metric === undefined || second !== undefined || !only || !leans || share === said.some((word) => NUMBER.has(word))) {
    return null;
  }
  if (share && metric.unit !== 'ratio') {
    return unknown('not-supported', `${metric.name} is told as ${metric.unit === 'gbp' ? 'money' : 'a number'}, and not as a percentage.`, ['percentage'], [words(before)]);
  }
  return read(share || metric.unit !== 'ratio' ? words(before) : `number of ${words(before)}`);
}

/** Where activity is held with the income it brought. */
const OF_BOTH = 'contract_activity';

function isMoney({ unit }: Metric): boolean {
  return unit === 'gbp';
}

/** The metric that is put together as this one is, of the other column. */
function inTerms(metric: Metric, asMoney: boolean, { metrics }: Catalogue): Metric | undefined {
  const alike = ({ kind, numerator, denominator, less }: Metric): boolean => (
    kind === metric.kind && numerator.table === metric.numerator.table && denominator?.table === metric.denominator?.table && less === null && metric.less === null);
  const [only, rival] = metric.numerator.table === OF_BOTH ? [...metrics.values()].filter((other) => alike(other) && isMoney(other) === asMoney && isMoney(metric) !== asMoney) : [];
  return rival === undefined ? only : undefined;
}
