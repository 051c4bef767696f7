import type { Answer, MetricAnswer } from '../answers/answer';
import { scorecardLines } from './scorecard-text';
import { sourceLines } from './source-text';

/** An answer as a person reads it in a terminal: the same words, in the same order, as on the card. */
export function answerAsText(question: string, answer: Answer): string {
  const lines = [
    `> ${question}`,
    ...(answer.scope === null ? [] : [answer.scope]),
    answer.headline,
    ...answer.metrics.flatMap(metricLines),
    ...(answer.scorecard === null ? [] : scorecardLines(answer.scorecard)),
    ...(answer.definition === null ? [] : definitionLines(answer.definition)),
    ...answer.lines.map((line) => `  ${line}`),
    ...(answer.outcome === 'clarify' || answer.outcome === 'unknown' ? answer.options.map((option) => `  - ${option}`) : []),
    ...(answer.notice === null ? [] : [`  ${answer.notice}`]),
  ];
  return lines.join('\n');
}

function metricLines(metric: MetricAnswer): readonly string[] {
  const { target } = metric;
  const width = Math.max(0, ...metric.rows.map((row) => row.label.length));
  const recent = metric.trend.filter(({ value }) => value !== null).slice(-6).map((point) => `${point.label} ${point.display}${point.immature ? ' (still being coded)' : point.complete ? '' : ' so far'}`);
  return [
    ...(metric.value === null && !metric.suppressed ? [] : [
      `  ${metric.name}  ${metric.display}  ${metric.statusWords}`,
      ...(target === null ? [] : [`  Target ${target.words} (${target.source}); ${target.gapWords}`, ...target.others.map((other) => `  Also ${other.words} (${other.source}); ${other.met ? 'met' : 'not met'}`)]),
      ...(metric.yearTarget === null ? [] : [`  ${metric.yearTarget.words}; ${metric.yearTarget.runRateWords} (${metric.yearTarget.source})`]),
      ...(metric.variance === null ? [] : [`  ${metric.variance.words}`]),
      ...(metric.basis === '' ? [] : [`  ${metric.basis}`]),
      ...peerLines(metric),
      ...new Set(metric.comparisons.map((other) => `  ${other.label}: ${other.display}, ${other.changeWords}`)),
    ]),
    ...metric.rows.map((row) => `  ${row.label.padEnd(width)}  ${row.display.padStart(8)}  ${row.status === 'none' ? '' : row.status === 'on-target' ? 'On target' : 'Off target'}`),
    ...(metric.total === null ? [] : [`  ${metric.total.label.padEnd(width)}  ${metric.total.display.padStart(8)}`]),
    ...(recent.length > 2 ? [`  ${recent.join(' · ')}`] : []),
    ...(metric.working === '' ? [] : [`  ${metric.working}`]),
    ...sourceLines(metric),
    ...metric.events.map(({ words }) => `  Recorded: ${words}`),
    ...metric.caveats.map((caveat) => `  ! ${caveat}`),
  ];
}

function peerLines({ peers }: MetricAnswer): readonly string[] {
  if (peers === null) {
    return [];
  }
  return [
    `  ${peers.words}`,
    ...(peers.rankWords === null ? [] : [`  ${peers.rankWords}`]),
    ...(peers.national === null ? [] : [`  Nationally: ${peers.national.display}`]),
    ...(peers.median === null ? [] : [`  Peer median: ${peers.median.display} (${peers.median.from})`]),
    `  Peers: ${peers.source}`,
  ];
}

function definitionLines(definition: NonNullable<Answer['definition']>): readonly string[] {
  return [
    `  ${definition.numerator}${definition.denominator === null ? '' : ` ÷ ${definition.denominator}`}`,
    `  ${definition.kind}`,
    `  ${definition.better}`,
    ...definition.exclusions.map((exclusion) => `  Left out: ${exclusion}`),
    ...definition.targets.map((target) => `  Target ${target.words}, ${target.where} (${target.source})`),
    ...definition.choices.map(({ title, words }) => `  ${title}: ${words}`),
    ...definition.caveats.map((caveat) => `  ! ${caveat}`),
    `  Can be split by ${definition.splits.join(', ')}`,
    `  Owner ${definition.owner}; version ${definition.version}; source ${definition.source}`,
  ];
}
