import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Query } from '../engine/query';
import type { MetricAnswer } from './answer';
import { forWords } from './names';
import { aboutValue } from './value-headline';

/** Whether it is on course or on target first, then the figure, then what is missing and where a straight line ends. */
export function aboutProjection(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const { projection } = answer;
  if (projection === null) {
    return `${aboutValue(catalogue, query, metric, answer)}.`;
  }
  const suffix = metric.suffix === '' ? '' : ` ${metric.suffix}`;
  const said = `${metric.name}${forWords(catalogue, query)} ${answer.display}${suffix} ${projection.when}`;
  return [`${leadWords(projection.verdict, projection.verdictWords, said, projection.target?.short ?? '')}.`, ...projection.sentences].join(' ');
}

function leadWords(verdict: NonNullable<MetricAnswer['projection']>['verdict'], words: string, said: string, target: string): string {
  switch (verdict) {
    case 'no-target': return `No target is set, so there is no gap: ${said}`;
    case 'not-judged': return `Not judged, for neither higher nor lower is better in itself: ${said}`;
    case 'on-target':
    case 'reached': return `${words}: ${said}, target ${target}`;
    case 'off-target': return words.endsWith('so far') ? `${words}: ${said}, target ${target}` : `${words}: ${said}`;
    case 'out-of-reach': return `${words}: ${said}, target ${target}`;
    case 'on-course':
    case 'not-on-course': return `${words}: ${said}`;
  }
}
