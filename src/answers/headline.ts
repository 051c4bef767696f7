import type { Catalogue } from '../catalogue/catalogue';
import type { HiddenParts } from './hidden-parts';
import type { Metric } from '../catalogue/metric';
import type { Query } from '../engine/query';
import type { Premise } from '../language/premise';
import type { AnswerComparison, AnswerRow, MetricAnswer } from './answer';
import { asksElsewhere } from '../engine/driver-splits';
import { NOT_KNOWN } from '../engine/keys';
import { comparedRun } from './compared-words';
import { isAgainstPlan, planGap } from './difference';
import { displayTarget } from './display';
import { aboutExplanation } from './explanation-headline';
import { inBrackets } from './in-brackets';
import { rowFigure } from './answer-rows';
import { aboutWords, forWords, inSentence } from './names';
import { aboutProjection } from './projection-headline';
import { aboutTrend } from './trend-headline';
import { aboutProcess, aboutValue, hiddenSentence, isOfOneDay, valueSentences, when } from './value-headline';
import { ALL_HIDDEN, insteadWords, isByMany, isShort } from './withheld';

/** The verdict on one metric in one sentence that a board member could read aloud; what it means comes first. */
export function headlineFor(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer, premise: Premise | null = null): string {
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
        : aboutExplanation(catalogue, query, metric, answer, premise);
    case 'projection':
      return aboutProjection(catalogue, query, metric, answer);
    case 'value':
    case 'definition':
    case 'scorecard':
    case 'exceptions':
    case 'freshness':
    case 'help':
    case 'greeting':
      return `${valueSentences(catalogue, query, metric, answer)}${aboutProcess(answer)}${besideOthers(answer)}`;
  }
}

/** " That is lower than nationally (−14.36%) and higher than its peers (−16.16%).": what is published with a figure, said as it stands and not judged. */
function besideOthers({ kind, comparisons }: MetricAnswer): string {
  const others = kind !== 'published' ? [] : comparisons.flatMap(({ with: other, change, display }) => {
    const whom = other === 'national' ? 'nationally' : other === 'peers' ? 'its peers' : null;
    return whom === null || change === null ? [] : [`${change === 0 ? 'the same as' : change > 0 ? 'higher than' : 'lower than'} ${whom} ${inBrackets(display)}`];
  });
  return others.length === 0 ? '' : ` That is ${new Intl.ListFormat('en-GB').format(others)}.`;
}

/** The position leads; a rank comes after it and only with what chance leaves open. */
function aboutPeers(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const { peers } = answer;
  const said = `${metric.name}${forWords(catalogue, query)}`;
  if (peers === null) {
    return valueSentences(catalogue, query, metric, answer);
  }
  const others = [
    ...(peers.national === null ? [] : [`nationally ${peers.national.display}`]), ...(peers.median === null ? [] : [`${inSentence(peers.median.name)} ${peers.median.display}`]),
  ].join(', ');
  if (peers.own === null && answer.value !== null && others !== '') {
    return `${said} ${answer.display}${metric.suffix === '' ? '' : ` ${metric.suffix}`}${when(query, answer)}; ${others}. ${peers.words}.`;
  }
  if (peers.position === 'not-told' || peers.own === null) {
    return `${said}: ${inSentence(peers.words)}${others === '' ? '' : `; ${others}`}.`;
  }
  const suffix = metric.suffix === '' ? '' : ` ${metric.suffix}`;
  return `${peers.positionWords}: ${said} ${peers.own.display}${suffix} in ${peers.own.label}${others === '' ? '' : `; ${others}`}.${peers.shift === null ? '' : ` ${peers.shift}.`}`;
}

function aboutRows(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const rows = answer.rows.filter(({ value, keys }) => value !== null && !keys.includes(NOT_KNOWN));
  const dimensions = [query.by ?? []].flat().flatMap((id) => catalogue.dimensions.get(id) ?? []);
  const plural = dimensions.map((dimension) => inSentence(dimension.plural)).join(' and ');
  const one = dimensions.map((dimension) => inSentence(dimension.name)).join(' and ');
  const subject = `${metric.name}${forWords(catalogue, query)}${when(query, answer)}`;
  const { hidden } = answer.hiddenParts ?? NONE_HIDDEN;
  // Nothing is said of all where some are not shown.
  const shown = hidden === 0 ? '' : ' that can be shown';
  const whole = wholeWords(catalogue, query, answer);
  if (rows.length === 0) {
    if (hidden > 0 && query.having === null) {
      return `${subject}: ${noneShownWords(metric, answer, { one, plural })}. ${whole}${!isByMany(query) && isShort(query.period, isOfOneDay(answer)) ? ' Over 12 months more may be shown.' : ''}`;
    }
    return query.having === null ? `${subject}: nothing is held by ${plural}.` : `No ${plural}${shown} are ${query.having.op} ${displayTarget(query.having.value, metric)}: ${subject}.${hiddenWords(answer, { one, plural }, ', and some of those may be too')}`;
  }
  const unsaid = hiddenWords(answer, { one, plural });
  if (query.having !== null) {
    const count = rows.length === 1 ? `1 ${one} is` : `${rows.length} ${plural} are`;
    return `${count} ${query.having.op} ${displayTarget(query.having.value, metric)}: ${subject}, ${listed(rows)}. ${whole}${hiddenWords(answer, { one, plural }, ', and some of those may be too')}`;
  }
  if (query.intent === 'ranking') {
    const ranked = rows.filter(({ few }) => few !== true);
    return `${ranked.length === 0 ? `Too few to rank by: ${inSentence(subject)}, ${listed(rows)}` : `${ORDER[query.order ?? 'worst']} ${inSentence(subject)}: ${listed(ranked, false)}`}. ${whole}${hiddenWords(answer, { one, plural }, ', and may belong among these')}`;
  }
  if (isAgainstPlan(metric) && rows.some(({ planned }) => planned !== undefined)) {
    return plannedWords(metric, `${metric.name}${forWords(catalogue, query)}${when(query, answer)}`, rows, answer, { one, plural, shown, unsaid });
  }
  const judged = rows.filter(({ status }) => status !== 'none');
  const off = judged.filter(({ status }) => status === 'off-target').length;
  const verdict = judged.length === 0 ? '' : `${howMany(off === 0 ? judged.length : off, judged.length, { one, plural, shown })} ${off === 0 ? 'on target' : answer.target?.due === undefined ? 'off target' : 'not there yet'}: `;
  return `${verdict}${subject}, ${spread(rows)}. ${whole}${unsaid}${movedMost(rows, answer)}`;
}

/** "every specialty is hidden, because …"; where some are not and have no figure, how many are, and that the others have none. */
function noneShownWords(metric: Metric, { rows, hiddenParts: { hidden, of } = NONE_HIDDEN }: MetricAnswer, { one, plural }: PartWords): string {
  // What has a figure here is in no part that has a name.
  const without = of - hidden - rows.filter(({ value }) => value !== null).length;
  if (without <= 0) {
    return `every ${one} is hidden, because ${ALL_HIDDEN}`;
  }
  const others = without === 1 ? 'the other has' : `the other ${without} have`;
  return `${hidden} of ${hidden + without} ${plural} ${hidden === 1 ? 'is' : 'are'} hidden, because ${ALL_HIDDEN}; ${others} no ${isAgainstPlan(metric) ? 'plan to be held against' : 'figure'}`;
}

/** "£12.2m (6.7%) above plan: Income …. All 8 CMGs are above plan, from ITAPS £0.3m above to …": the whole first, then on which side its parts are. */
function plannedWords(metric: Metric, subject: string, rows: readonly AnswerRow[], answer: MetricAnswer, { unsaid, ...named }: PartWords & { readonly shown: string; readonly unsaid: string }): string {
  const gap = planGap({ value: answer.value, numerator: answer.numerator, denominator: answer.denominator, hidden: answer.suppressed }, metric);
  const whole = gap === null ? 'On plan' : `${gap.size} ${gap.side} plan`;
  const told = rows.filter(({ planned }) => planned !== undefined);
  const above = told.filter(({ value }) => (value ?? 0) > 0);
  const below = told.filter(({ value }) => (value ?? 0) < 0);
  const lowest = [...told].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const [first] = lowest;
  const last = lowest.at(-1);
  const ends = first === undefined || last === undefined || first === last ? '' : `, from ${first.label} ${first.planned?.short ?? ''} to ${last.label} ${last.planned?.short ?? ''}`;
  const side = below.length === 0 ? `${howMany(above.length, told.length, named)} above plan` : `${howMany(below.length, told.length, named)} below plan`;
  return `${whole}: ${inSentence(subject.replace(/ against (?:the )?plan/i, ''))}. ${side}${ends}.${unsaid}`;
}

/** "All 4 sites are", "43 of 52 specialties that can be shown are", "The one site is" */
function howMany(some: number, all: number, { one, plural, shown }: PartWords & { readonly shown: string }): string {
  if (all === 1) {
    return `The one ${one}${shown} is`;
  }
  return some === all ? `${all === 2 ? 'Both' : `All ${all}`} ${plural}${shown} are` : `${some} of ${all} ${plural}${shown} ${some === 1 ? 'is' : 'are'}`;
}

/** "Trust overall 6.3%." */
function wholeWords(catalogue: Catalogue, query: Query, { value, suppressed, display }: MetricAnswer): string {
  return value === null && !suppressed ? 'Nothing is held of the whole.' : `${aboutWords(catalogue, query)} overall ${suppressed ? 'is hidden as well' : display}.`;
}

/**
 * How many of the parts are hidden; nothing where none is.
 * @param where what cannot be known of them for it: on which side of a line they lie, or in which place
 */
function hiddenWords({ hiddenParts: { hidden, of, every } = NONE_HIDDEN }: MetricAnswer, { one, plural }: PartWords, where = ''): string {
  return hidden === 0 ? '' : ` ${every === true ? `Every ${one} is` : of === 1 ? `The one ${one} is` : `${hidden} of ${of} ${plural} ${hidden === 1 ? 'is' : 'are'}`} hidden so that nobody can be recognised${where}.`;
}

const NONE_HIDDEN: HiddenParts = { hidden: 0, of: 0 };

/** A part of the split, and several. */
interface PartWords {
  readonly one: string;
  readonly plural: string;
}

/** Against another period: the part that moved most, and which way. */
function movedMost(rows: readonly AnswerRow[], { comparisons }: MetricAnswer): string {
  const moved = rows.flatMap(({ label, compared }) => (compared === undefined || compared.change === null || compared.changeWords === 'unchanged' ? [] : [{ label, compared, size: Math.abs(compared.change) }]));
  const [most] = moved.sort((a, b) => b.size - a.size);
  const daily = comparisons.find(({ label }) => label === most?.compared.label)?.daily ?? '';
  return most === undefined ? '' : ` Most against ${most.compared.label}: ${most.label}, ${most.compared.changeWords}${daily === '' ? '' : `; overall ${daily}`}.`;
}

const ORDER: Readonly<Record<NonNullable<Query['order']>, string>> = { worst: 'Worst for', best: 'Best for', highest: 'Highest', lowest: 'Lowest' };

const named = (row: AnswerRow): string => `${row.label} ${rowFigure(row)}`;

/** The first three rows, and, where it is told, how many more there are. */
function listed(rows: readonly AnswerRow[], isCounted = true): string {
  const first = rows.slice(0, 3).map(named);
  return new Intl.ListFormat('en-GB').format(isCounted && rows.length > 3 ? [...first, `${rows.length - 3} more`] : first);
}

/** The first and the last of those that are in an order. */
function spread(rows: readonly AnswerRow[]): string {
  const ranked = rows.filter(({ few }) => few !== true);
  const [first, last] = ranked.length === 0 ? [rows[0], rows.at(-1)] : [ranked[0], ranked.at(-1)];
  return first === undefined || last === undefined ? '' : first === last ? named(first) : `from ${named(first)} to ${named(last)}`;
}

function aboutComparison(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const wanted = query.versus === 'previous' || query.versus === 'last-year' ? query.versus : null;
  const other = wanted === null ? answer.comparisons[0] : answer.comparisons.find((comparison) => comparison.with === wanted);
  if (query.versus === 'target' || other === undefined) {
    return valueSentences(catalogue, query, metric, answer);
  }
  if (answer.suppressed) {
    const isBothHidden = other.changeWords === 'hidden';
    return `${hiddenSentence(catalogue, query, metric, answer, isBothHidden ? `, and so is ${other.label}` : '')}${isBothHidden ? '' : ` ${other.label}: ${other.changeWords}.`}${insteadWords(query, isOfOneDay(answer))}`;
  }
  const value = aboutValue(catalogue, query, metric, answer);
  if (other.sentence === null) {
    return `${value}. ${other.label}: ${other.changeWords}.`;
  }
  const run = comparedRun(catalogue, query, answer, other);
  return `${other.sentence} ${value}${otherVerdict(other, answer)}.${run === '' ? '' : ` ${run}`}`;
}

/** "; Urology is off target as well": what stands beside is held to a target too. */
function otherVerdict({ met, label }: AnswerComparison, { target, status }: MetricAnswer): string {
  return met === undefined || target === null || status === 'none' ? '' : `; ${label} is ${met ? 'on target' : 'off target'}${met === target.met ? ' as well' : ''}`;
}
