import type { Metric } from '../catalogue/metric';
import type { Figure, VarianceSplit } from '../engine/result';
import type { MetricAnswer } from './answer';
import { displayFigure, lessWords } from './difference';
import { displayCount, displayValue } from './display';

/** The display of a withheld figure. */
const HIDDEN = '*';

/** A figure as it is printed: its value, a star where it is withheld, a dash where there is none. */
export function shownFigure(figure: Figure, metric: Metric): string {
  return figure.hidden ? HIDDEN : displayFigure(figure.value, metric);
}

/**
 * The numbers behind a figure: "235 missed appointments of 2,908 appointments kept or missed", "20,739 spells against
 * 19,651 spells planned". Nothing where there is no figure, it is withheld, or it is one that a document prints alone.
 */
export function workingWords(figure: Figure, metric: Metric): string {
  const { numerator, denominator } = figure;
  if (figure.hidden || numerator === null || metric.kind === 'published' || metric.kind === 'median') {
    return '';
  }
  if (metric.kind === 'opportunity') {
    return metric['base-year'] === null ? '' : `${countedAs(numerator, metric.numerator.counts, metric)}, less what the unit cost of ${metric['base-year']} makes of the same activity`;
  }
  const above = countedAs(numerator, metric.numerator.counts, metric);
  if (metric.denominator === null || denominator === null) {
    return above;
  }
  const below = countedAs(denominator, metric.denominator.counts, metric);
  if (metric.kind === 'difference') {
    return `${above} against ${below}${metric.less === null ? '' : `, ${lessWords(metric)}`}`;
  }
  return `${above} ${metric.unit === 'ratio' ? 'of' : 'over'} ${below}`;
}

/** "19,651 spells", "£64,860,879 of income": pounds carry their sign, whether the definition names them or the metric is of them. */
function countedAs(value: number, counts: string, { unit, kind }: Metric): string {
  const isPounds = counts.startsWith(POUNDS);
  const shown = isPounds || (unit === 'gbp' && kind === 'difference') ? displayValue(value, { unit: 'gbp', decimals: 0, suffix: '' }) : displayCount(value);
  return `${shown} ${isPounds ? counts.slice(POUNDS.length) : counts}`;
}

const POUNDS = 'pounds ';

/** "Volume £2,100,000, price or mix £300,000": what a variance in money is made of; null where it does not split. */
export function varianceWords(split: VarianceSplit | null, metric: Metric): MetricAnswer['variance'] {
  if (split === null) {
    return null;
  }
  const { volume, priceOrMix, unplanned } = split;
  const within = unplanned === 0 ? '' : `, of it ${displayFigure(unplanned, metric)} on lines without a plan`;
  return { volume, priceOrMix, words: `Volume ${displayFigure(volume, metric)}${within}; price or mix ${displayFigure(priceOrMix, metric)}` };
}
