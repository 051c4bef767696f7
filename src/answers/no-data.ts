import type { Metric } from '../catalogue/metric';
import { dayLabel } from '../calendar/day';
import type { Catalogue } from '../catalogue/catalogue';
import type { EngineRefusal, MetricResult } from '../engine/result';
import type { Query } from '../engine/query';
import { displayFigure } from './difference';
import { displayValue } from './display';
import { forWords, inSentence, whenWords } from './names';

/** Why there is no number, with what is held instead: never an apology, and never a nought. */
export function noDataSentence(catalogue: Catalogue, query: Query, metric: Metric, result: MetricResult): string {
  const { provenance, period } = result;
  const held = `Data is held from ${dayLabel(provenance.since)} to ${dayLabel(provenance.through)}.`;
  const sentences: Record<EngineRefusal, string> = {
    'before-data': `No data for ${period.label}: it is before the first day held. ${held}`,
    'after-data': `No data for ${period.label} yet. ${held}`,
    'monthly-only': `${period.label} cannot be answered by the day: only monthly counts are held for it. Ask for a whole month. ${held}`,
    'no-activity': `Nothing to measure: no ${(metric.denominator ?? metric.numerator).counts} are held${forWords(catalogue, query)} ${whenWords(period)}. ${held}`,
    'not-held': `No extract here holds the data for ${inSentence(metric.name)}.`,
    'plan-not-given': planNotGiven(catalogue, query, metric, result),
    'not-printed': `No figure is printed for ${inSentence(metric.name)}${forWords(catalogue, query)}${query.period?.asked === null ? '' : ` ${whenWords(period)}`}.${insteadWords(result)}`,
    'no-price-index': `${metric.name} cannot be stated in base-year prices for ${period.label}: the price index does not reach it.`,
    'no-peers': `No figures of other trusts are held for ${inSentence(metric.name)}${forWords(catalogue, query)}, so it cannot be compared with theirs.${ownWords(metric, result)}`,
    'not-narrowed': `${metric.name} is not held${forWords(catalogue, query)}.`,
    gap: `No data for ${period.label}: that month is missing from the extract. ${held}`,
  };
  return sentences[result.missing ?? 'not-held'];
}

/** " Its own is 93.3% in June 2024.": the one thing that is held. */
function ownWords(metric: Metric, { figure, period }: MetricResult): string {
  return figure.value === null || figure.hidden ? '' : ` Its own is ${displayFigure(figure.value, metric)} ${whenWords(period)}.`;
}

/** A plan for the year to date says nothing of one month; what was done is still said. */
function planNotGiven(catalogue: Catalogue, query: Query, metric: Metric, { figure, period, alternatives }: MetricResult): string {
  const given = alternatives.length === 0
    ? 'it is given for other stretches of time only'
    : `it is given for ${new Intl.ListFormat('en-GB').format(alternatives)} only`;
  const actual = figure.numerator === null ? '' : ` Actual ${metric.numerator.counts.replace(/^pounds of /, '')}${forWords(catalogue, query)} ${displayValue(figure.numerator, metric)}, with no plan to hold it against.`;
  const grain = period.grain === 'month' ? ' Ask for the year to date.' : '';
  return `No plan is given for ${period.label}: ${given}.${actual}${grain}`;
}

function insteadWords({ alternatives }: MetricResult): string {
  return alternatives.length === 0 ? '' : ` Printed for ${new Intl.ListFormat('en-GB').format(alternatives)}.`;
}

const SHORT: Readonly<Record<EngineRefusal, string>> = {
  'before-data': 'before the first day held', 'after-data': 'not held yet', 'monthly-only': 'held by the month only', 'no-activity': 'nothing to measure',
  'not-held': 'not held here', 'plan-not-given': 'no plan for this stretch of time', 'not-printed': 'not reported', 'no-price-index': 'no price index for it',
  'no-peers': 'no benchmark values', 'not-narrowed': 'not held at this level', gap: 'month missing from the extract',
};

/** The same in a few words, for a dash in a table. */
export function shortReason(missing: EngineRefusal): string {
  return SHORT[missing];
}
