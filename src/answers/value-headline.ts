import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Query } from '../engine/query';
import type { MetricAnswer } from './answer';
import { isAgainstPlan, lessWords, planWords } from './difference';
import { displayValue } from './display';
import { withBrackets } from './in-brackets';
import { forWords, inSentence, whenWords } from './names';
import { ALL_HIDDEN, insteadWords } from './withheld';

/** When, and what part of it is held where that is not the whole: a few days must never read as a month. */
export function when(query: Query, { part, undated, basis }: MetricAnswer): string {
  if (query.period === null || undated) {
    return undated ? ' (period not stated)' : '';
  }
  // Only the day of the census belongs in the sentence; what follows it stands on a line of its own.
  const census = basis.startsWith('As at ') ? ` ${inSentence(basis.split(';')[0] ?? basis)}` : ` ${whenWords(query.period)}`;
  return part === null ? census : withBrackets(census, part);
}

/** The verdict on one value that is shown, without its full stop: what it means, the number, when, and how far from target. */
export function aboutValue(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const said = subject(catalogue, query, metric, answer);
  if (answer.yearTarget !== null && answer.target === null) {
    return `${said}: ${answer.yearTarget.words}, ${answer.yearTarget.runRateWords}`;
  }
  if (metric.kind === 'difference') {
    return aboutDifference(said, metric, answer);
  }
  if (answer.target === null || answer.status === 'none') {
    return answer.target === null ? `${said}; ${answer.standingTarget?.of !== 'whole' ? 'no target is set' : `no target is set for this part, and for the whole ${answer.standingTarget.words}`}` : `${said}; not judged, for neither higher nor lower is better in itself`;
  }
  const { words, gapWords, others } = answer.target;
  const rival = others.find((other) => other.met !== answer.target?.met) ?? others.find((other) => other.value !== answer.target?.value);
  const rivalWords = rival === undefined ? '' : rivalSaid(rival, answer.target.met);
  return `${answer.statusWords}: ${said}, ${gapWords} (target ${words})${rivalWords}`;
}

/** A census is of one day, and over 12 months no more people are in it. */
export const isOfOneDay = ({ basis }: MetricAnswer): boolean => basis.startsWith('As at ');

/** The verdict on one value as whole sentences; of one that is hidden with why it is, and what can be asked instead. */
export function valueSentences(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  return answer.suppressed ? `${hiddenSentence(catalogue, query, metric, answer)}${insteadWords(query, isOfOneDay(answer))}` : `${aboutValue(catalogue, query, metric, answer)}.`;
}

/** That a value is hidden, and why. @param beside what is hidden with it: ", and so is May 2023" */
export function hiddenSentence(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer, beside = ''): string {
  const { standingTarget } = answer;
  const target = standingTarget === undefined ? '' : `; the target${standingTarget.of === 'whole' ? ' of the whole' : ''} is ${standingTarget.words}`;
  return `${metric.name}${forWords(catalogue, query)} is hidden${when(query, answer)}${beside}, because ${ALL_HIDDEN}${target}.`;
}

/** What another document sets for the same thing. */
function rivalSaid({ words, met: isMet, path }: { readonly words: string; readonly met: boolean; readonly path: string | null }, met: boolean): string {
  if (path !== null) {
    return `${isMet === met ? ';' : ', though'} ${inSentence(path)}`;
  }
  return isMet === met ? `; another target, ${words}, is ${met ? 'met' : 'missed'} as well` : `, though it ${isMet ? 'meets' : 'misses'} ${words}`;
}

function subject(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const suffix = metric.suffix === '' ? '' : ` ${metric.suffix}`;
  const { numerator, denominator } = answer;
  if (isAgainstPlan(metric) && metric.less === null && numerator !== null && denominator !== null) {
    const name = metric.name.replace(/ against (?:the )?plan$/i, '');
    return `${name}${forWords(catalogue, query)} ${displayValue(numerator, metric)} against a plan of ${displayValue(denominator, metric)}${when(query, answer)}`;
  }
  if (answer.difference !== undefined && metric.unit === 'gbp' && answer.value !== null && !isAgainstPlan(metric)) {
    return `${metric.name}${forWords(catalogue, query)}: ${answer.difference.side} of ${displayValue(Math.abs(answer.value), metric)}${when(query, answer)}`;
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

/** What the run of the figure says of it: signal or noise, and whether the target can be met at all. */
export function aboutProcess({ process }: MetricAnswer): string {
  return process === null ? '' : ` ${process.words}.`;
}
