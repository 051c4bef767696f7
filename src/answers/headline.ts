import { monthLabel } from '../calendar/day';
import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Query } from '../engine/query';
import type { AnswerRow, MetricAnswer } from './answer';
import { asksElsewhere } from '../engine/driver-splits';
import { NOT_KNOWN } from '../engine/keys';
import { beforeRounding, displayStep, displayTarget } from './display';
import { aboutExplanation } from './explanation-headline';
import { inBrackets } from './in-brackets';
import { forWords, inSentence } from './names';
import { aboutProjection } from './projection-headline';
import { aboutValue, when } from './value-headline';

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
    case 'explanation':
      return asksElsewhere(query.versus)
        ? [aboutComparison(catalogue, query, metric, answer), answer.drivers?.unsplit ?? ''].join(' ').trim()
        : aboutExplanation(catalogue, query, metric, answer);
    case 'projection':
      return aboutProjection(catalogue, query, metric, answer);
    case 'value':
    case 'definition':
    case 'scorecard':
    case 'exceptions':
    case 'freshness':
    case 'help':
    case 'greeting':
      return `${aboutValue(catalogue, query, metric, answer)}.${aboutProcess(answer)}`;
  }
}

/** What the run of the figure says of it: signal or noise, and whether the target can be met at all. */
function aboutProcess({ process }: MetricAnswer): string {
  return process === null ? '' : ` ${process.words}.`;
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
  return `${aboutValue(catalogue, query, metric, answer)}.${aboutProcess(answer)} From ${first.label} to ${last.label} it ran between ${lowest.display} ${inBrackets(lowest.label)} and ${highest.display} ${inBrackets(highest.label)}.${codingSaid(coding)}`;
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
  const withheld = answer.rows.filter(({ suppressed }) => suppressed).length;
  if (rows.length === 0) {
    if (withheld > 0) {
      return `${subject}: ${withheld === answer.rows.length ? 'all' : withheld} ${plural} are withheld; ${answer.display} in all.`;
    }
    return query.having === null ? `${subject}: nothing is held by ${plural}.` : `${subject}: no ${plural} are ${query.having.op} ${displayTarget(query.having.value, metric)}.`;
  }
  // Nothing is said of all where some are not shown.
  const inAll = `${withheld === 0 ? '' : `${withheld} withheld; `}${answer.value === null && !answer.suppressed ? 'nothing is held of the whole' : `${answer.display} in all`}`;
  const shown = withheld === 0 ? '' : ' shown';
  if (query.having !== null) {
    const one = dimensions.map((dimension) => inSentence(dimension.name)).join(' and ');
    const count = rows.length === 1 ? `1 ${one}${shown} is` : `${rows.length} ${plural}${shown} are`;
    return `${subject}: ${count} ${query.having.op} ${displayTarget(query.having.value, metric)}: ${listed(rows)}; ${inAll}.`;
  }
  if (query.intent === 'ranking') {
    return `${ORDER[query.order ?? 'worst']} ${subject}: ${listed(rows)}; ${inAll}.`;
  }
  const judged = rows.filter(({ status }) => status !== 'none');
  const off = judged.filter(({ status }) => status === 'off-target').length;
  const verdict = judged.length === 0 ? '' : off === 0 ? `On target at all ${judged.length} ${plural}${shown}: ` : `Off target at ${off} of ${judged.length} ${plural}${shown}: `;
  return `${verdict}${subject}, ${spread(rows)}; ${inAll}${movedMost(rows, answer)}.`;
}

/** Against another period: the part that moved most, and which way. */
function movedMost(rows: readonly AnswerRow[], { comparisons }: MetricAnswer): string {
  const moved = rows.flatMap(({ label, compared }) => (compared === undefined || compared.change === null || compared.changeWords === 'unchanged' ? [] : [{ label, compared, size: Math.abs(compared.change) }]));
  const [most] = moved.sort((a, b) => b.size - a.size);
  const daily = comparisons.find(({ label }) => label === most?.compared.label)?.daily ?? '';
  return most === undefined ? '' : `. Most against ${most.compared.label}: ${most.label}, ${most.compared.changeWords}${daily === '' ? '' : `; in all ${daily}`}`;
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
  const size = displayStep(other.value ?? 0, answer.value ?? 0, metric);
  const side = other.changeWords.startsWith('unchanged') ? 'the same as' : `${size} ${other.change > 0 ? 'higher than' : 'lower than'}`;
  const rounded = other.changeWords.startsWith('unchanged') ? '' : beforeRounding(other.value ?? 0, answer.value ?? 0, metric);
  const coding = /still being (?:coded|followed up).*/.exec(other.changeWords);
  const said = coding === null || query.period === null ? '' : `, but ${monthLabel(query.period.to)} is ${coding[0]}`;
  return `${value}. That is ${side} ${about} ${inBrackets(other.display)}${rounded === '' ? '' : `,${rounded}`}${other.daily === '' ? '' : `; ${other.daily}`}${said}.`;
}
