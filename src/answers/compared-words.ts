import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { monthLabel } from '../calendar/day';
import type { Query } from '../engine/query';
import type { AnswerComparison, MetricAnswer } from './answer';
import { isBalance } from './difference';
import { displayStep, exactly } from './display';
import { aboutWords, inSentence } from './names';

/** Two figures that are set against each other, and how the other is called. */
interface Two {
  readonly own: { readonly value: number; readonly display: string };
  readonly other: Pick<AnswerComparison, 'with' | 'label' | 'display' | 'changeWords' | 'daily'> & { readonly value: number };
}

/**
 * What a comparison says, before anything else is said of either figure: "Up 0.10: 1.50 against 1.40 in June 2023.",
 * "ENT is 1.7 percentage points higher than Urology: 8.0% against 6.3%." Where the step does not come out of the figures as
 * they are printed, the step between two times is left to them, and two places are told as finely as it takes.
 */
export function comparedWords(catalogue: Catalogue, query: Query, metric: Metric, { own, other }: Two): string {
  const coding = /still being (?:coded|followed up).*/.exec(other.changeWords);
  const said = coding === null || query.period === null ? '' : `; ${monthLabel(query.period.to)} is ${coding[0]}`;
  const tail = `${other.daily === '' ? '' : `; ${other.daily}`}${said}.`;
  const printed = `${own.display} against ${other.display}`;
  const exact = exactly(own.value, other.value, metric);
  const fine = exact === '' ? printed : exact.slice(2, -1).replace(' to ', ' against ');
  const isSame = own.display === other.display;
  const step = displayStep(other.value, own.value, metric);
  if (other.with === 'previous' || other.with === 'last-year' || other.with === 'period') {
    const when = ` ${duringLabel(other.label)}${tail}`;
    return isSame ? `Unchanged: ${printed}${when}`
      // Whether it is more than chance is said of the run, and by no size of the step.
      : `${wayWords(own.value > other.value, metric)}${exact === '' ? ` ${step}` : ''}: ${printed}${when}`;
  }
  const stands = isSame ? 'the same as' : `${step} ${own.value > other.value ? 'higher than' : 'lower than'}`;
  const beside = { plan: 'plan', peers: 'peers', national: 'the national figure', filters: other.label }[other.with];
  return `${aboutWords(catalogue, query)} is ${stands} ${beside}: ${isSame ? printed : fine}${tail}`;
}

/** A surplus or a deficit is better or worse, for a deficit that is "down" may be taken for a smaller one. */
function wayWords(isMore: boolean, metric: Metric): string {
  return isBalance(metric) ? (isMore ? 'Better by' : 'Worse by') : isMore ? 'Up' : 'Down';
}

/** How the figure runs, behind what it is compared with; of two places, whose run it is. */
export function comparedRun(catalogue: Catalogue, query: Query, { process }: Pick<MetricAnswer, 'process'>, other: Pick<AnswerComparison, 'with'>): string {
  if (process === null) {
    return '';
  }
  return other.with === 'filters' ? `${aboutWords(catalogue, query)}: ${inSentence(process.words)}.` : `${process.words}.`;
}

/** "in June 2023", "in the 12 months to June 2023", "over April 2023 to June 2023": a label of a stretch of time behind a figure. */
function duringLabel(label: string): string {
  if (/^(?:\d+ months|Week) /i.test(label)) {
    return `in the ${inSentence(label)}`;
  }
  return / to /.test(label) ? `over ${label}` : /^\d{1,2} /.test(label) ? `on ${label}` : `in ${label}`;
}
