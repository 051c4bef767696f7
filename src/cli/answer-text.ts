import type { Answer, MetricAnswer } from '../answers/answer';
import { eventLines } from '../answers/events';
import { inBrackets } from '../answers/in-brackets';
import type { ProjectionAnswer } from '../answers/projection-answer';
import { driversLines } from './drivers-text';
import { onTheDayLines } from './on-the-day-text';
import { scorecardLines } from './scorecard-text';
import { sourceLines } from './source-text';

/** An answer as a person reads it in a terminal: the same words, in the same order, as on the card. */
export function answerAsText(question: string, answer: Answer): string {
  const lines = [
    `> ${question}`,
    ...(answer.scope === null ? [] : [answer.scope]),
    ...(answer.alert === undefined ? [] : [answer.alert]),
    answer.headline,
    ...(answer.onTheDay === undefined
      ? answer.metrics.flatMap((metric) => metricLines(metric, answer.query?.period?.label ?? null))
      : [...onTheDayLines(answer.onTheDay), ...answer.metrics.flatMap(({ caveats }) => caveats.map((caveat) => `  ! ${caveat}`))]),
    ...(answer.scorecard === null ? [] : scorecardLines(answer.scorecard)),
    ...(answer.definition === null ? [] : definitionLines(answer.definition)),
    ...answer.lines.map((line) => `  ${line}`),
    ...(answer.outcome === 'clarify' || answer.outcome === 'unknown' ? answer.options.map((option) => `  - ${option}`) : []),
    ...(answer.notice === null ? [] : [`  ${answer.notice}`]),
  ];
  return lines.join('\n');
}

function metricLines(metric: MetricAnswer, period: string | null): readonly string[] {
  const { target } = metric;
  const width = Math.max(0, ...metric.rows.map((row) => row.label.length));
  const recent = metric.trend.filter(({ value }) => value !== null).slice(-6).map((point) => `${point.label} ${point.display}${point.immature ? ' (still being coded)' : point.complete ? '' : ' so far'}`);
  return [
    ...(metric.value === null && !metric.suppressed ? [] : [
      valueLine(metric, period),
      ...(target === null ? [] : [`  Target ${target.words} ${inBrackets(target.source)}; ${target.gapWords}`, ...target.others.map((other) => `  Also ${other.words} ${inBrackets(other.source)}; ${other.met ? 'met' : 'not met'}`)]),
      ...(metric.yearTarget === null ? [] : [`  ${metric.yearTarget.words}; ${metric.yearTarget.runRateWords} ${inBrackets(metric.yearTarget.source)}`]),
      ...(metric.variance === null ? [] : [`  ${metric.variance.words}`]),
      ...(metric.basis === '' ? [] : [`  ${metric.basis}`]),
      ...peerLines(metric),
      ...new Set(beside(metric).map((other) => `  ${other.label}: ${other.display}, ${other.changeWords}`)),
    ]),
    ...(metric.drivers === null ? [] : driversLines(metric.drivers)),
    ...(metric.projection === null ? [] : projectionLines(metric.projection)),
    ...metric.rows.map((row) => `  ${row.label.padEnd(width)}  ${row.display.padStart(8)}  ${row.status === 'none' ? '' : row.status === 'on-target' ? 'On target' : 'Off target'}${row.compared === undefined ? '' : `  ${row.compared.label}: ${row.compared.display}, ${row.compared.changeWords}`}`.trimEnd()),
    ...(metric.total === null ? [] : [`  ${metric.total.label.padEnd(width)}  ${metric.total.display.padStart(8)}`]),
    ...(recent.length > 2 ? [`  ${recent.join(' · ')}`] : []),
    ...(metric.working === '' ? [] : [`  ${metric.working}`]),
    ...(metric.value === null && metric.numerator === null && metric.rows.length === 0 && !metric.suppressed ? [] : sourceLines(metric)),
    ...eventLines(metric.events.filter(({ isNow }) => isNow)).map((line) => `  ${line}`),
    ...metric.caveats.map((caveat) => `  ! ${caveat}`),
  ];
}

/** Beside a benchmark of another stretch of time the figure says of which it is itself. */
function valueLine({ name, display, statusWords, peers }: MetricAnswer, period: string | null): string {
  return peers?.own === null || peers === null || period === null
    ? `  ${name}  ${display}  ${statusWords}`
    : `  ${name}, ${period}, from the trust's own records  ${display}`;
}

/** Comparisons of the figure; among peers they are told with the peers, for the stretch of time that those are of. */
function beside({ comparisons, peers }: MetricAnswer): MetricAnswer['comparisons'] {
  return peers === null ? comparisons : comparisons.filter((other) => other.with !== 'peers' && other.with !== 'national');
}

function peerLines({ peers }: MetricAnswer): readonly string[] {
  if (peers === null) {
    return [];
  }
  return [
    `  ${peers.words}`,
    ...(peers.rankWords === null ? [] : [`  ${peers.rankWords}`]),
    ...(peers.national === null ? [] : [`  Nationally: ${peers.national.display}`]),
    ...(peers.median === null ? [] : [`  ${peers.median.name}: ${peers.median.display} ${inBrackets(peers.median.from)}`]),
    `  Peers: ${peers.source}`,
  ];
}

function projectionLines({ facts, soFar, method }: ProjectionAnswer): readonly string[] {
  return [
    ...(soFar === null ? [] : [`  So far, ${soFar.gone} of ${soFar.of} ${soFar.step}s: ${soFar.display}`]),
    ...facts.map(({ caption, value }) => `  ${caption}: ${value}`),
    ...(method === '' ? [] : [`  ${method}`]),
  ];
}

function definitionLines(definition: NonNullable<Answer['definition']>): readonly string[] {
  return [
    `  ${definition.numerator}${definition.denominator === null ? '' : ` ${definition.sign ?? ''} ${definition.denominator}`}`,
    `  ${definition.kind}`,
    `  ${definition.better}`,
    ...definition.exclusions.map((exclusion) => `  Left out: ${exclusion}`),
    ...definition.targets.map((target) => `  Target ${target.words}, ${target.where} ${inBrackets(target.source)}`),
    ...definition.choices.map(({ title, words }) => `  ${title}: ${words}`),
    ...definition.caveats.map((caveat) => `  ! ${caveat}`),
    ...(definition.splits.length === 0 ? [] : [`  Can be split by ${definition.splits.join(', ')}`]),
    `  Owner ${definition.owner}; version ${definition.version}; source ${definition.source}`,
  ];
}
