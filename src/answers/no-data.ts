import type { Metric } from '../catalogue/metric';
import { dayLabel } from '../calendar/day';
import type { Catalogue } from '../catalogue/catalogue';
import type { EngineRefusal, MetricResult } from '../engine/result';
import type { Query } from '../engine/query';
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
    'plan-not-given': `The plan is not given for ${period.label}. ${held}`,
    'not-printed': `No figure is printed for ${period.label}. ${held}`,
    'no-price-index': `The price index does not reach ${period.label}.`,
    'no-peers': `No benchmark values are held for ${inSentence(metric.name)}.`,
    gap: `No data for ${period.label}: that month is missing from the extract. ${held}`,
  };
  return sentences[result.missing ?? 'not-held'];
}
