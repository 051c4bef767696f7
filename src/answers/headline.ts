import { monthLabel } from '../calendar/day';
import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Query } from '../engine/query';
import type { AnswerRow, MetricAnswer } from './answer';
import { NOT_KNOWN } from '../engine/keys';
import { isAgainstPlan, lessWords, planWords } from './difference';
import { displayDifference, displayTarget, displayValue } from './display';
import { forWords, inSentence, whenWords } from './names';

/** The verdict on one metric in one sentence that a board member could read aloud; what it means comes first. */
export function headlineFor(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  switch (query.intent) {
    case 'breakdown':
    case 'ranking':
      return aboutRows(catalogue, query, metric, answer);
    case 'comparison':
      return aboutComparison(catalogue, query, metric, answer);
    case 'trend':
      return aboutTrend(catalogue, query, metric, answer);
    case 'peers':
      return aboutPeers(catalogue, query, metric, answer);
    case 'value':
    case 'explanation':
    case 'projection':
    case 'definition':
    case 'scorecard':
    case 'exceptions':
    case 'freshness':
    case 'help':
    case 'greeting':
      return `${aboutValue(catalogue, query, metric, answer)}.`;
  }
}

/** When, and what part of it is held where that is not the whole: a few days must never read as a month. */
function when(query: Query, { part, undated, basis }: MetricAnswer): string {
  if (query.period === null || undated) {
    return undated ? ' (period not stated)' : '';
  }
  // Only the day of the census belongs in the sentence; what follows it stands on a line of its own.
  const census = basis.startsWith('As at ') ? ` ${inSentence(basis.split(';')[0] ?? basis)}` : ` ${whenWords(query.period)}`;
  return `${census}${part === null ? '' : ` (${part})`}`;
}

function aboutValue(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const said = subject(catalogue, query, metric, answer);
  if (answer.yearTarget !== null && answer.target === null) {
    return `${said}: ${answer.yearTarget.words}, ${answer.yearTarget.runRateWords}`;
  }
  if (metric.kind === 'difference') {
    return aboutDifference(said, metric, answer);
  }
  if (answer.target === null || answer.status === 'none') {
    return answer.target === null ? `${said}; no target is set` : `${said}; not judged, for neither higher nor lower is better in itself`;
  }
  const { words, gapWords, others } = answer.target;
  const rival = others.find((other) => other.met !== answer.target?.met) ?? others.find((other) => other.value !== answer.target?.value);
  const rivalWords = rival === undefined ? '' : rivalSaid(rival, answer.target.met);
  return `${answer.statusWords}: ${said}, ${gapWords} (target ${words})${rivalWords}`;
}

/** What another document sets for the same thing. */
function rivalSaid(rival: { readonly words: string; readonly met: boolean }, met: boolean): string {
  return rival.met === met ? `; another target, ${rival.words}, is ${met ? 'met' : 'missed'} as well` : `, though it ${rival.met ? 'meets' : 'misses'} ${rival.words}`;
}

function subject(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const suffix = metric.suffix === '' ? '' : ` ${metric.suffix}`;
  const { numerator, denominator } = answer;
  if (isAgainstPlan(metric) && metric.less === null && numerator !== null && denominator !== null) {
    const name = metric.name.replace(/ against (?:the )?plan$/i, '');
    return `${name}${forWords(catalogue, query)} ${displayValue(numerator, metric)} against a plan of ${displayValue(denominator, metric)}${when(query, answer)}`;
  }
  return `${metric.name}${forWords(catalogue, query)} ${answer.display}${suffix}${when(query, answer)}`;
}

/** Against a plan: both figures and how far apart they are; a difference of other things has its two figures in the working. */
function aboutDifference(said: string, metric: Metric, answer: MetricAnswer): string {
  const isPlan = isAgainstPlan(metric);
  const judged = answer.status === 'none' && !isPlan ? '' : `${answer.statusWords}: `;
  if (!isPlan) {
    return `${judged}${said}`;
  }
  const figure = { numerator: answer.numerator, denominator: answer.denominator, value: answer.value, hidden: answer.suppressed };
  const side = [planWords(figure, metric), lessWords(metric)].filter((words) => words !== '').join(', ');
  // A printed difference may come without its two sides: then there is only the share that was taken off to tell.
  const joint = planWords(figure, metric) === '' ? ', ' : ': ';
  return `${judged}${said}${side === '' ? '' : `${joint}${side}`}`;
}

/** The position leads; a rank comes after it and only with what chance leaves open. */
function aboutPeers(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const { peers } = answer;
  const said = `${metric.name}${forWords(catalogue, query)}`;
  if (peers === null) {
    return `${aboutValue(catalogue, query, metric, answer)}.`;
  }
  const others = [
    ...(peers.national === null ? [] : [`nationally ${peers.national.display}`]), ...(peers.median === null ? [] : [`peer median ${peers.median.display}`]),
  ].join(', ');
  if (peers.position === 'not-told' || peers.own === null) {
    return `${said}: ${peers.words}${others === '' ? '' : `; ${others}`}.`;
  }
  const suffix = metric.suffix === '' ? '' : ` ${metric.suffix}`;
  return `${peers.positionWords}: ${said} ${peers.own.display}${suffix} in ${peers.own.label}${others === '' ? '' : `; ${others}`}.${peers.shift === null ? '' : ` ${peers.shift}.`}`;
}

function aboutTrend(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const held = answer.trend.filter((point) => point.value !== null && point.complete && !point.immature);
  const coding = answer.trend.filter((point) => point.value !== null && point.immature);
  const [first] = held;
  const last = held.at(-1);
  if (first === undefined || last === undefined || held.length < 2) {
    return `${aboutValue(catalogue, query, metric, answer)}.`;
  }
  const byValue = [...held].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const lowest = byValue[0] ?? first;
  const highest = byValue.at(-1) ?? last;
  return `${aboutValue(catalogue, query, metric, answer)}. From ${first.label} to ${last.label} it ran between ${lowest.display} (${lowest.label}) and ${highest.display} (${highest.label}).${codingSaid(coding)}`;
}

/** Months whose coding is not done are named apart, so that nobody reads them as a fall. */
function codingSaid(coding: MetricAnswer['trend']): string {
  if (coding.length === 0) {
    return '';
  }
  const months = new Intl.ListFormat('en-GB').format(coding.map(({ label }) => label));
  return ` ${months} ${coding.length === 1 ? 'is' : 'are'} still being coded and not to be read as a fall.`;
}

function aboutRows(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const rows = answer.rows.filter(({ value, keys }) => value !== null && !keys.includes(NOT_KNOWN));
  const dimensions = [query.by ?? []].flat().flatMap((id) => catalogue.dimensions.get(id) ?? []);
  const plural = dimensions.map((dimension) => inSentence(dimension.plural)).join(' and ');
  const subject = `${metric.name}${forWords(catalogue, query)}${when(query, answer)}`;
  if (rows.length === 0) {
    return query.having === null ? `${subject}: nothing is held by ${plural}.` : `${subject}: no ${plural} are ${query.having.op} ${displayTarget(query.having.value, metric)}.`;
  }
  const inAll = answer.value === null && !answer.suppressed ? 'nothing is held of the whole' : `${answer.display} in all`;
  if (query.having !== null) {
    const one = dimensions.map((dimension) => inSentence(dimension.name)).join(' and ');
    const count = rows.length === 1 ? `1 ${one} is` : `${rows.length} ${plural} are`;
    return `${subject}: ${count} ${query.having.op} ${displayTarget(query.having.value, metric)}: ${listed(rows)}; ${inAll}.`;
  }
  if (query.intent === 'ranking') {
    return `${ORDER[query.order ?? 'worst']} ${subject}: ${listed(rows)}; ${inAll}.`;
  }
  const judged = rows.filter(({ status }) => status !== 'none');
  const off = judged.filter(({ status }) => status === 'off-target').length;
  const verdict = judged.length === 0 ? '' : off === 0 ? `On target at all ${judged.length} ${plural}: ` : `Off target at ${off} of ${judged.length} ${plural}: `;
  return `${verdict}${subject}, ${spread(rows)}; ${inAll}.`;
}

const ORDER: Readonly<Record<NonNullable<Query['order']>, string>> = { worst: 'Worst for', best: 'Best for', highest: 'Highest', lowest: 'Lowest' };

const named = (row: AnswerRow): string => `${row.label} ${row.display}`;

/** The first three rows, and how many more there are. */
function listed(rows: readonly AnswerRow[]): string {
  const first = rows.slice(0, 3).map(named);
  return new Intl.ListFormat('en-GB').format(rows.length > 3 ? [...first, `${rows.length - 3} more`] : first);
}

function spread(rows: readonly AnswerRow[]): string {
  const [first] = rows;
  const last = rows.at(-1);
  return first === undefined || last === undefined ? '' : first === last ? named(first) : `from ${named(first)} to ${named(last)}`;
}

function aboutComparison(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const wanted = query.versus === 'previous' || query.versus === 'last-year' ? query.versus : null;
  const other = wanted === null ? answer.comparisons[0] : answer.comparisons.find((comparison) => comparison.with === wanted);
  const value = aboutValue(catalogue, query, metric, answer);
  if (query.versus === 'target' || other === undefined) {
    return `${value}.`;
  }
  const about = other.with === 'filters' ? other.label : `${other.label}`;
  if (other.change === null) {
    return `${value}. ${about}: ${other.changeWords}.`;
  }
  const size = displayDifference(other.change, metric);
  const side = other.changeWords.startsWith('unchanged') ? 'the same as' : `${size} ${other.change > 0 ? 'higher than' : 'lower than'}`;
  const coding = /still being coded.*/.exec(other.changeWords);
  const said = coding === null || query.period === null ? '' : `, but ${monthLabel(query.period.to)} is ${coding[0]}`;
  return `${value}. That is ${side} ${about} (${other.display})${said}.`;
}
