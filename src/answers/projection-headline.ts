import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Query } from '../engine/query';
import type { MetricAnswer } from './answer';
import { inOne } from './difference';
import { forWords, inSentence } from './names';
import { valueSentences } from './value-headline';

/** Whether it is on course or on target first, then the figure, then what is missing and where a straight line ends. */
export function aboutProjection(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const { projection } = answer;
  if (projection === null) {
    return valueSentences(catalogue, query, metric, answer);
  }
  if (projection.asked !== undefined) {
    const { verdict, predicate } = projection.asked;
    return [`${verdict}: ${inSentence(metric.name)}${forWords(catalogue, query)} ${predicate}.`, ...projection.sentences].join(' ');
  }
  const suffix = metric.suffix === '' ? '' : ` ${metric.suffix}`;
  const figure = answer.difference === undefined ? `${answer.display}${suffix}` : inOne(answer.difference);
  const said = `${metric.name.replace(/ against (?:the )?plan$/i, '')}${forWords(catalogue, query)} ${figure} ${projection.when}`;
  const { verdict, verdictWords, needs, target, when } = projection;
  const stands = asThingsStand(answer) ?? verdictWords;
  const lead = needs === null || target === null ? leadWords(verdict, stands, said, target?.short ?? answer.standingTarget?.words ?? '')
    : `${stands}: ${inSentence(metric.name)}${forWords(catalogue, query)} ${needs}, from ${answer.display} ${when} to ${target.short}`;
  return [`${lead}.`, ...projection.sentences].join(' ');
}

/** What its limits say to "will we hit it"; null where they do not, or it is heading for the end of a stretch that is still running. */
function asThingsStand({ projection, process }: MetricAnswer): string | null {
  const isOfMonths = projection !== null && projection.range === null && projection.target !== null && process?.target === projection.target.value;
  if (!isOfMonths || (projection.verdict !== 'off-target' && projection.verdict !== 'on-target') || projection.verdictWords.endsWith('so far')) {
    return null;
  }
  switch (process.assurance) {
    case 'fail': return projection.verdict === 'off-target' ? 'Not as things stand' : null;
    case 'pass': return projection.verdict === 'on-target' ? 'Yes, as things stand' : null;
    case 'hit-and-miss': return 'In some months and not in others, as things stand';
    case 'none': return null;
  }
}

function leadWords(verdict: NonNullable<MetricAnswer['projection']>['verdict'], words: string, said: string, target: string): string {
  switch (verdict) {
    case 'no-target': return `No target is set${target === '' ? '' : ` for this part (for the whole it is ${target})`}, so there is no gap: ${said}`;
    case 'not-judged': return `Not judged, for neither higher nor lower is better in itself: ${said}`;
    case 'on-target':
    case 'reached': return `${words}: ${said}, target ${target}`;
    case 'off-target': return words.endsWith('so far') ? `${words}: ${said}, target ${target}` : `${words}: ${said}`;
    case 'out-of-reach': return `${words}: ${said}, target ${target}`;
    case 'on-course':
    case 'not-on-course': return `${words}: ${said}`;
  }
}
