import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { monthLabel } from '../calendar/day';
import type { Query } from '../engine/query';
import type { Premise } from '../language/premise';
import { JUMP_LIMIT, PROCESS_LIMIT } from '../statistics/spc';
import type { MetricAnswer } from './answer';
import { shows } from './contribution';
import type { DriverRow, DriversAnswer } from './drivers-answer';
import { inBrackets, withBrackets } from './in-brackets';
import { forWords, inSentence } from './names';
import type { ProcessAnswer } from './process-answer';
import { valueSentences } from './value-headline';

/** A part explains a change by itself where it makes up at least this share of all the movement, both ways together. */
const TELLING = 1 / 3;
/** The parts named are most of what moved that way where they make up at least this share of it. */
const MOST = 1 / 2;
/** A part that moved the other way is named from this share of all the movement. */
const WORTH_NAMING = 1 / 10;

/** Parts named on either side: two, and a third where two are not yet most of it. */
const NAMED = 2;

/** How a figure changed, or how far from target it is, in one sentence; then where that lies, in another. */
export function aboutExplanation(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer, premise: Premise | null = null): string {
  const { drivers } = answer;
  const value = valueSentences(catalogue, query, metric, answer);
  if (drivers === null || drivers.change === null) {
    return [value, drivers?.unsplit ?? ''].join(' ').trim();
  }
  const step = stepOf(answer);
  const opening = drivers.with === 'target' ? '' : contradicted(premise, metric, drivers) || step.opening;
  const subject = `${opening === '' ? metric.name : `${opening}: ${inSentence(metric.name)}`}${forWords(catalogue, query)}`;
  const lead = drivers.with === 'target' ? value : changeSentence(subject, metric, drivers);
  // What is no more than chance has parts, and no cause: where it lies stands below, and is not told as if it were one.
  const where = step.isNoise ? [] : [whereSentence(drivers), mixSentence(drivers)];
  return [lead, dailySentence(drivers), step.words, ...where].filter((sentence) => sentence !== '').join(' ');
}

const TAKEN: Readonly<Record<Premise, string>> = { up: 'gone up', down: 'gone down', worse: 'got worse', better: 'got better' };

/** "It has not gone up", where the question takes for granted what is not so; empty where it is, or takes nothing. */
function contradicted(premise: Premise | null, { better }: Metric, { change, changeWords }: DriversAnswer): string {
  const up = premise === 'up' || premise === (better === 'lower' ? 'worse' : 'better');
  if (premise === null || change === null || (better === 'neutral' && (premise === 'worse' || premise === 'better'))) {
    return '';
  }
  const isSo = !changeWords.startsWith('unchanged') && (up ? change > 0 : change < 0);
  return isSo ? '' : `It has not ${TAKEN[premise]}`;
}

/** What is to be said of the size of a change, and whether it is no more than chance; `opening` where that is the verdict. */
interface Step {
  readonly isNoise: boolean;
  readonly opening: string;
  readonly words: string;
}

/**
 * Whether there is anything to explain. A move between two months is held against the moves that there usually are, up to
 * 3.267 times the average one; how the later month lies in the limits is another thing, and is said beside it. A month that
 * has newly left the limits has something to explain, however it got there.
 */
function stepOf({ drivers, process }: MetricAnswer): Step {
  const at = (side: { readonly label: string } | undefined) => process?.series.find(({ period }) => monthLabel(`${period}-01`) === side?.label);
  const [from, to] = [at(drivers?.from), at(drivers?.to)];
  if (process === null || drivers === null || drivers.change === null || drivers.with !== 'time' || from === undefined || to === undefined || drivers.changeWords.startsWith('unchanged')) {
    return { isNoise: false, opening: '', words: '' };
  }
  const usual = JUMP_LIMIT * ((to.upper - to.mean) / PROCESS_LIMIT);
  const level = to === process.series.at(-1) && to.signal !== null ? ` ${levelSentence(process, drivers.to.display)}` : '';
  if (Math.abs(drivers.change) >= usual) {
    return { isNoise: false, opening: '', words: `That is more than its usual variation from month to month.${level}` };
  }
  const out = drivers.change > 0 ? 'outside-high' : 'outside-low';
  if (to.signal === out && from.signal !== out) {
    return { isNoise: false, opening: '', words: `The step is no larger than usual, but ${drivers.to.label} is ${out === 'outside-high' ? 'above' : 'below'} the usual range and ${drivers.from.label} was not.` };
  }
  return level === ''
    ? { isNoise: true, opening: 'No more than chance', words: 'A move this small between two months says nothing by itself.' }
    : { isNoise: true, opening: '', words: `That step by itself could be chance.${level}` };
}

/** "Over the longer run it is improving (special cause): 6.5% is below its usual 6.7% to 7.6%.": how the later month lies in its run, which the step to it does not say. */
function levelSentence({ changeWords, variationWords }: Pick<ProcessAnswer, 'changeWords' | 'variationWords'>, display: string): string {
  const rule = changeWords.slice(changeWords.indexOf(': ') + 2).replace(/^(above|below) the usual /, `${display} is $1 its usual `);
  return `Over the longer run it is ${inSentence(variationWords)}: ${rule}.`;
}

function changeSentence(subject: string, metric: Metric, { from, to, change, changeWords }: DriversAnswer): string {
  const suffix = metric.suffix === '' ? '' : ` ${metric.suffix}`;
  return changeWords.startsWith('unchanged')
    ? `${subject} was unchanged at ${to.display}${suffix} ${from.when} and ${to.when}${changeWords.slice('unchanged'.length)}.`
    : `${subject} ${(change ?? 0) > 0 ? 'rose' : 'fell'} from ${from.display} ${from.when} to ${to.display}${suffix} ${withBrackets(to.when, changeWords)}.`;
}

/** A month with fewer days to work has fewer of most things: what each working day came to, and where that is all there is to the change. */
function dailySentence({ daily, change, from, to }: DriversAnswer): string {
  if (daily === null || change === null || change === 0) {
    return '';
  }
  const sentence = `${daily.words.charAt(0).toLocaleUpperCase('en-GB')}${daily.words.slice(1)} (${daily.days})`;
  if (Math.sign(daily.change) === Math.sign(change)) {
    return `${sentence}.`;
  }
  return `${sentence}, so the ${change > 0 ? 'rise' : 'fall'} from ${from.label} to ${to.label} is no more than its ${change > 0 ? 'additional' : 'fewer'} working days.`;
}

/** A part that is not withheld. */
type Told = DriverRow & { readonly contribution: number };

const isTold = (row: DriverRow): row is Told => row.contribution !== null;

function whereSentence({ style, parts, change, changeWords, split, with: kind }: DriversAnswer): string {
  const told = parts.filter(isTold);
  const gross = sizeOf(told);
  const showing = told.filter(({ contribution }) => shows(contribution, style));
  if (told.length === 0) {
    return '';
  }
  if (showing.length === 0) {
    return `No ${split} moved it by as much as can be shown.`;
  }
  if (changeWords.startsWith('unchanged')) {
    return offsetSentence(showing);
  }
  const sign = Math.sign(change ?? 0);
  const along = showing.filter(({ contribution }) => Math.sign(contribution) === sign);
  const back = showing.filter(({ contribution }) => Math.sign(contribution) === -sign && Math.abs(contribution) >= gross * WORTH_NAMING).slice(0, NAMED);
  const named = enough(along, gross);
  const it = kind === 'target' ? 'the gap' : 'it';
  const lead = told.length === 1 ? `All of ${it}` : leadWords(along, named, { gross, split, it });
  const other = back.length === 0 ? '' : `; ${listed(back)} pulled the other way`;
  return `${lead}: ${listed(named)}${other}.`;
}

/** The largest two, the second only where it is worth it beside one that tells; a third where two are not yet most of what moved their way. */
function enough(along: readonly Told[], gross: number): readonly Told[] {
  const [first, second, third] = along;
  const isAlone = sizeOf([first]) >= gross * TELLING && sizeOf([second]) < gross * WORTH_NAMING;
  const named = along.slice(0, isAlone ? 1 : NAMED);
  return third !== undefined && !isAlone && sizeOf(named) < sizeOf(along) * MOST ? [...named, third] : named;
}

const sizeOf = (rows: readonly (Told | undefined)[]): number => rows.reduce((sum, row) => sum + Math.abs(row?.contribution ?? 0), 0);

function leadWords(
  along: readonly Told[], named: readonly Told[], { gross, split, it }: { readonly gross: number; readonly split: string; readonly it: string },
): string {
  if (sizeOf(along.slice(0, 1)) < gross * TELLING) {
    return `No single ${split} explains ${it}; the largest`;
  }
  return sizeOf(named) >= sizeOf(along) * MOST ? `Most of ${it}` : 'The largest';
}

/** Of a figure that did not change: what within it went up and what down. */
function offsetSentence(showing: readonly Told[]): string {
  const [up, down] = [showing.filter(({ contribution }) => contribution > 0).slice(0, NAMED), showing.filter(({ contribution }) => contribution < 0).slice(0, NAMED)];
  if (up.length === 0 || down.length === 0) {
    return `Within it: ${listed([...up, ...down])}.`;
  }
  return `Within it ${listed(up)} ${up.length === 1 ? 'was' : 'were'} offset by ${listed(down)}.`;
}

function listed(rows: readonly DriverRow[]): string {
  return new Intl.ListFormat('en-GB').format(rows.map(({ label, display }) => `${label} ${inBrackets(display)}`));
}

/** Said where most of a change is how much of the whole each part was, and not what any of them did. */
function mixSentence({ style, effects, change, changeWords, plural }: DriversAnswer): string {
  if (effects === null || change === null || changeWords.startsWith('unchanged') || effects.mix / change < MOST || !shows(effects.mix, style)) {
    return '';
  }
  return `Most of the change is mix: more of the whole was in ${plural} where the figure is ${change > 0 ? 'higher' : 'lower'}.`;
}
