import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Query } from '../engine/query';
import type { MetricAnswer } from './answer';
import { readsWords } from './caveats';
import { hiddenOf } from './hidden-points';
import { inBrackets } from './in-brackets';
import { aboutProcess, valueSentences } from './value-headline';

/** The figure of the whole stretch, and between what it ran; of months that are hidden how many are, for nothing else can be said of them. */
export function aboutTrend(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const held = answer.trend.filter((point) => point.value !== null && point.complete && !point.immature);
  const coding = answer.trend.filter((point) => point.value !== null && point.immature);
  const value = valueSentences(catalogue, query, metric, answer);
  const hidden = hiddenOf(answer.trend);
  if (hidden !== '') {
    return `${value}${aboutProcess(answer)} ${capital(hidden)}.${shownSaid(answer, held)}${codingSaid(metric, coding)}`;
  }
  return held.length < 2 ? value : `${value}${aboutProcess(answer)} From ${held[0]?.label ?? ''} to ${held.at(-1)?.label ?? ''} it ${ranWords(held)}.${codingSaid(metric, coding)}`;
}

/** "ran between 6.1% (May 2023) and 7.4% (July 2022)"; where it prints alike throughout, that it was the same. */
function ranWords(points: MetricAnswer['trend']): string {
  const byValue = [...points].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const [lowest, highest] = [byValue[0], byValue.at(-1)];
  if (lowest === undefined || highest === undefined || lowest.display === highest.display) {
    return `was ${lowest?.display ?? ''} throughout`;
  }
  return `ran between ${lowest.display} ${inBrackets(lowest.label)} and ${highest.display} ${inBrackets(highest.label)}`;
}

/** Between what it ran beside months that are hidden, of which nothing can be said. */
function shownSaid({ trend }: MetricAnswer, held: MetricAnswer['trend']): string {
  const [first] = held;
  if (first === undefined) {
    return trend.some(({ value }) => value !== null) || trend.every(({ suppressed }) => suppressed === true) ? '' : ' None is shown.';
  }
  return held.length === 1 ? ` Only ${first.label} is shown, at ${first.display}.` : ` In the ${held.length} that are shown it ${ranWords(held)}.`;
}

const capital = (words: string): string => `${words.charAt(0).toLocaleUpperCase('en-GB')}${words.slice(1)}`;

/** Months whose coding is not done are named apart, so that nobody reads them as a fall. */
function codingSaid(metric: Metric, coding: MetricAnswer['trend']): string {
  if (coding.length === 0) {
    return '';
  }
  const months = new Intl.ListFormat('en-GB').format(coding.map(({ label }) => label));
  const isOne = coding.length === 1;
  const reads = metric['reads-until-mature'] === null ? 'may still move' : isOne ? readsWords(metric) : readsWords(metric).replace('reads', 'read').replace('it is', 'they are');
  return ` ${months} ${isOne ? 'is' : 'are'} still being coded and ${reads}.`;
}
