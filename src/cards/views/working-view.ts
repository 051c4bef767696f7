import type { Answer, MetricAnswer, ScorecardAnswer } from '../../answers/answer';
import { inBrackets } from '../../answers/in-brackets';
import { rivalWords } from '../../answers/judge';
import { inSentence } from '../../answers/names';
import { sumWords } from '../../answers/sum-words';
import { londonTime } from '../../calendar/instant';
import type { CardDetail } from '../card-detail';
import { capitalised, plainText, shortened } from '../card-text';
import { frame, lines, safe, type Frame, type Line } from './frame';
import { targetNotes } from './value-view';

/** How a number came to be: what was counted, divided and left out, of which data, and against which targets. */
export interface WorkingView extends Frame {
  readonly name: string;
  readonly value: string;
  readonly counted: string;
  readonly sum: string;
  readonly rule: string;
  readonly notes: readonly Line[];
  readonly parts: readonly { readonly label: string; readonly working: string }[];
  readonly more: string;
  readonly targets: readonly Line[];
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** Of which of several measures a number is wrong, to be chosen before it is reported; empty where there is one alone, or no button for it. */
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

const RULES: Readonly<Record<MetricAnswer['kind'], string>> = {
  ratio: 'Both are added up over the whole period and every part first, then divided. It is never an average of averages.',
  difference: 'Both are added up over exactly the same stretch of time, then one is taken from the other.',
  opportunity: 'Worked out at the level asked for: what it cost, less what the same activity would have cost in the base year.',
  median: 'The middle of all values of the period; medians of parts are never averaged.',
  count: '',
  published: '',
};

/** @param metric the first of the answer's measures; of several each has its sum, and its target, on a line */
export function workingView(answer: Answer, metric: MetricAnswer, detail: CardDetail): WorkingView {
  const { metrics } = answer;
  if (metrics.length > 1) {
    return {
      ...ofOne(answer, metric, detail),
      name: 'Working', value: '', counted: '', sum: '', more: '',
      parts: metrics.map((one) => ({ label: safe(one.name, detail, 90), working: one.suppressed ? 'hidden' : safe(sumWords(one, one.kind), detail) })),
      targets: lines(metrics.map(({ name, target }) => (target === null ? `${name}: no target is set` : `${name}: target ${target.words}, ${target.gapWords} ${inBrackets(target.source)}`)), detail, detail.rows),
    };
  }
  return ofOne(answer, metric, detail);
}

function ofOne(answer: Answer, metric: MetricAnswer, detail: CardDetail): WorkingView {
  const shown = metric.rows.slice(0, detail.rows);
  const more = metric.rows.length - shown.length;
  const { target, data } = metric;
  return {
    ...frame(answer, detail),
    name: safe(metric.name, detail, 160),
    value: metric.suppressed ? 'Hidden' : safe(metric.display, detail, 60),
    counted: safe(metric.working, detail, 300),
    sum: metric.suppressed ? '' : safe(sumWords(metric, metric.kind), detail),
    rule: metric.denominator === null && metric.kind === 'ratio' ? '' : RULES[metric.kind],
    notes: saidLines([...(answer.definition?.exclusions.map((words) => `Left out: ${words}`) ?? []), ...answer.lines], detail.caveats * 2, detail),
    parts: shown.map((row) => ({
      label: safe(row.label, detail, 90),
      working: row.suppressed ? 'hidden' : safe(sumWords(row, metric.kind), detail),
    })),
    more: more === 0 ? '' : `and ${more} more`,
    targets: target === null ? [{ text: 'No target is set for this.' }] : lines([`Target ${target.words}: ${target.gapWords}`, ...targetNotes(target, true)], detail, 5),
    facts: factsOf(data, detail),
    choices: choicesOf(answer, detail),
  };
}

/** Most measures that a list has room for beside the rest of the card. */
const MOST_CHOICES = 24;

function choicesOf({ next }: Answer, { actions }: CardDetail): WorkingView['choices'] {
  const among = next.slice(0, actions).flatMap(({ step }) => (step.kind === 'report' ? step.among : []));
  return among.length > MOST_CHOICES ? [] : among.map(({ metric, name }) => ({ title: shortened(plainText(capitalised(name)), 80), value: metric }));
}

function factsOf(data: MetricAnswer['data'], detail: CardDetail): WorkingView['facts'] {
  return [
    { title: 'Extracts', value: safe(data.extracts.join(', '), detail, 300) },
    { title: 'Data version', value: safe(data.snapshot, detail, 120) },
    { title: 'Loaded', value: londonTime(Date.parse(data.loadedAt)) },
  ].filter(({ value }) => value !== '');
}

/** The same of a scorecard, a sum for each of its lines. What its measures mean stands in the order in which they do. */
export function scorecardWorkingView(answer: Answer, scorecard: ScorecardAnswer, detail: CardDetail): WorkingView {
  const measured = scorecard.sections.flatMap((section) => section.lines);
  const most = detail.rows * 2;
  const shown = scorecard.working.slice(0, most);
  const more = scorecard.working.length - shown.length;
  const targets = measured.flatMap(({ label, target, rivals }) => (target === null ? [] : [`${label}: ${target.words} ${inBrackets(target.source)}`, ...rivals.map((rival) => `${label}: ${inSentence(rivalWords(rival, true))}`)]));
  return {
    ...frame(answer, detail),
    name: safe(capitalised(scorecard.name), detail, 160),
    value: '', counted: '', sum: '',
    rule: measured.some(({ denominator }) => denominator !== null) ? 'Both parts are added up over the whole period first. It is never an average of averages.' : '',
    notes: saidLines(answer.lines, detail.rows < 5 ? most : Math.max(most, scorecard.working.length + LAST + 1), detail),
    parts: shown.map(({ label, words }) => ({ label: safe(capitalised(label), detail, 90), working: safe(words, detail, 120) })),
    more: more === 0 ? '' : `and ${more} more: ask for one by name`,
    targets: targets.length === 0 ? [{ text: 'No targets are set for these.' }] : lines(targets, detail, detail.rows),
    facts: factsOf(scorecard.data, detail),
    choices: choicesOf(answer, detail),
  };
}

/** Lines at the end that are kept: whom to ask, and what can be quoted. */
const LAST = 3;

/** Longest sentence to be quoted, which would be of no use cut off. */
const QUOTE = 1_200;

/** Longest sentence of a working: cut off in its middle it would be none. */
const WHOLE = 600;

/** What there is to say, without its middle where there is no room for all of it; no sentence is cut off. */
function saidLines(texts: readonly string[], most: number, detail: CardDetail): readonly Line[] {
  const kept = texts.length <= most ? texts : [...texts.slice(0, Math.max(0, most - LAST)), ...texts.slice(-LAST)];
  return kept.map((text) => ({ text: safe(text, { ...detail, text: text.startsWith('To quote:') ? QUOTE : WHOLE }) }));
}
