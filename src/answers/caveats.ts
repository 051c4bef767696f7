import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { dayLabel, monthLabel, type Day } from '../calendar/day';
import type { Period } from '../calendar/period';
import type { Figure, MetricResult } from '../engine/result';
import { everywhereWords } from './basis';
import { assumptionWords, isBalance } from './difference';
import { inBrackets } from './in-brackets';

/** Which part of the period the figure covers, where that is not the whole of it. */
export function partWords({ provenance, period, printed }: MetricResult): string | null {
  if (printed !== null) {
    return null;
  }
  const late = provenance.since > period.from;
  const early = provenance.through < period.to;
  if (late) {
    return early ? `${dayLabel(provenance.since)} to ${dayLabel(provenance.through)} only` : `from ${dayLabel(provenance.since)} only`;
  }
  return early ? `to ${dayLabel(provenance.through)} only` : null;
}

/** What makes a figure provisional, within a sentence: "provisional: to 10 June 2024 only, the rest still being followed up". Null where nothing does. */
export function provisionalWords(metric: Metric, { provenance: { followedTo, maturesOn }, printed }: MetricResult): string | null {
  if (printed !== null) {
    return null;
  }
  return followedTo !== undefined ? `provisional: to ${dayLabel(followedTo)} only, the rest still being followed up`
    : maturesOn === null ? null : `provisional: still being coded${metric['reads-until-mature'] === null ? '' : `, so ${readsWords(metric)}`}`;
}

/** "May 2024 is still being coded, until 30 June 2024, and reads low until then." Null where the coding can be relied on. */
function codingWords(metric: Metric, { provenance, period }: Pick<MetricResult, 'provenance' | 'period'>): string | null {
  if (provenance.followedTo !== undefined && provenance.maturesOn !== null) {
    return `Discharges after ${dayLabel(provenance.followedTo)} are not counted yet, for they are still being followed up; the figure is complete from ${dayLabel(provenance.maturesOn)}.`;
  }
  return provenance.maturesOn === null ? null : stillBeingCoded(period, provenance.maturesOn, metric);
}

/** What of a stretch is still being coded: the month itself, of a longer one its last month, of a shorter one all of it. */
export function stillBeingCoded({ grain, label, to }: Period, until: Day, metric: Coded): string {
  const what = grain === 'month' || grain === 'week' || grain === 'day' ? label : `The last month, ${monthLabel(to)},`;
  return `${what} is still being coded, until ${dayLabel(until)}, and ${metric['reads-until-mature'] === null ? 'may still move' : `${readsWords(metric)} until then`}.`;
}

type Coded = Pick<Metric, 'reads-until-mature' | 'kind' | 'unit' | 'denominator'>;

/** "reads low": which way it errs until it is coded. A deficit that reads low would be taken for a small one. */
export function readsWords(metric: Coded): string {
  const isLow = metric['reads-until-mature'] === 'low';
  return isBalance(metric) ? `reads ${isLow ? 'worse' : 'better'} than it is` : `reads ${isLow ? 'low' : 'high'}`;
}

/** "May 2024 is still being coded, so not yet a fall", where it went down: it is the later stretch that is not all there, and not the one compared with. */
export function stillCoding({ period: { to }, provenance: { followedTo } }: Pick<MetricResult, 'period' | 'provenance'>, moved: string): string {
  return `${monthLabel(to)} is still being ${followedTo === undefined ? 'coded' : 'followed up'}${moved.startsWith('down') ? ', so not yet a fall' : ''}`;
}

/** What goes with a figure wherever it is shown; that it stands in for something else comes first. */
export function caveatsOf(catalogue: Catalogue, metric: Metric, result: MetricResult): readonly string[] {
  const { provenance } = result;
  const one = (words: string | null): readonly string[] => (words === null ? [] : [words]);
  const first = everywhereWords(catalogue, metric);
  return [
    ...first,
    ...one(codingWords(metric, result)),
    ...one(assumptionWords(metric)),
    ...one(planOfNoughtWords(metric, result.figure)),
    ...(provenance.complete || partWords(result) !== null || result.printed !== null ? [] : ['Some days of the period are missing from the extract.']),
    ...(provenance.provisional ? ['Provisional: the publisher may still change these figures.'] : []),
    ...(provenance.stale ? [`The data has not been updated since ${dayLabel(provenance.through)}.`] : []),
    ...indexWords(catalogue, metric),
    ...metric.caveats.filter((caveat) => !first.includes(caveat)),
  ];
}

function planOfNoughtWords(metric: Metric, { denominator, value }: Figure): string | null {
  return metric.kind === 'difference' && denominator === 0 && value !== null ? 'The plan is nought, so there is no percentage (n/a).' : null;
}

/** Which prices money is stated in, and whose choice the index is. */
function indexWords({ inflation }: Catalogue, { numerator }: Metric): readonly string[] {
  return numerator['in-base-year-prices'] && inflation !== null
    ? [`In ${inflation['base-year']} prices by ${inflation.name} ${inBrackets(`${inflation.owner}, ${dayLabel(inflation.date)}`)}.`]
    : [];
}
