import { canonicalTable } from '../tables/canonical-tables';
import { PUBLISHED_VALUES } from '../tables/printed-figures';
import type { Fault } from '../fault';
import type { Measure, Metric, MetricKind } from '../metric';
import { checkYear } from './check-inflation';
import { checkDeclared, type Report } from './check-filters';
import type { Checked } from './conform';
import { isOwn, isWorkedOut, type Setting } from './setting';

const SPOKEN: Readonly<Record<MetricKind, string>> = {
  ratio: 'a ratio', count: 'a count', median: 'a median', difference: 'a difference', opportunity: 'an opportunity', published: 'a published figure',
};
const DIVIDED: ReadonlySet<string> = new Set(['ratio', 'difference', 'opportunity']);

/** Columns that hold pounds: what they cost, earned or were planned to earn. */
const MONEY = /^(income|.*_(cost|income))$/;

/** That a metric has the parts its kind needs, and none that belong to another kind. */
export function checkKind(checked: Checked<Metric>, setting: Setting): Fault[] {
  const { value: metric, entry } = checked;
  const faults: Fault[] = [];
  const fault: Report = (path, message, fix) => {
    faults.push({ ...entry.place(path), message: `metric ${metric.id}: ${message}`, fix });
  };
  checkParts(metric, fault);
  checkUnitAndSource(metric, fault);
  checkQueue(metric, fault);
  checkSplits(checked, setting, fault);
  for (const [part, measure] of [['numerator', metric.numerator], ['denominator', metric.denominator]] as const) {
    if (measure !== null && measure['in-base-year-prices']) {
      checkPrices(metric, measure, part, isWorkedOut(checked, measure, part, setting), setting, fault);
    }
  }
  return faults;
}

function checkParts({ kind, denominator, less, 'base-year': baseYear, splits }: Metric, fault: Report): void {
  const spoken = SPOKEN[kind];
  if (DIVIDED.has(kind) && denominator === null) {
    fault(['denominator'], `${spoken} needs a denominator.`, 'Give one, or write kind: count.');
  }
  if (!DIVIDED.has(kind) && denominator !== null) {
    fault(['denominator'], `${spoken} has no denominator.`, 'Take it out, or write kind: ratio.');
  }
  if (less !== null && kind !== 'difference') {
    fault(['less'], `nothing is taken off ${spoken}.`, 'Take less out, or write kind: difference.');
  }
  if (splits !== null && kind !== 'difference') {
    fault(['splits'], `${spoken} does not split into volume and price.`, 'Take splits out, or write kind: difference.');
  }
  if (kind === 'opportunity' && baseYear === null) {
    fault(['kind'], 'an opportunity needs a base year.', "Add base-year: '2019/20'.");
  }
  if (kind !== 'opportunity' && baseYear !== null) {
    fault(['base-year'], `${spoken} has no base year.`, 'Take base-year out, or write kind: opportunity.');
  }
  if (baseYear !== null) {
    checkYear(baseYear, ['base-year'], fault);
  }
}

function checkUnitAndSource({ kind, unit, numerator }: Metric, fault: Report): void {
  if (unit === 'ratio' && kind !== 'ratio' && kind !== 'published') {
    fault(['unit'], `${SPOKEN[kind]} is no ratio: a ratio needs a denominator to be divided by.`, 'Write kind: ratio with a denominator, or another unit.');
  }
  const isPrinted = numerator.table === PUBLISHED_VALUES.name;
  if (kind === 'published' && !isPrinted) {
    fault(['numerator', 'table'], `a published figure is read from ${PUBLISHED_VALUES.name}, and not from "${numerator.table}".`, `Write table: ${PUBLISHED_VALUES.name}.`);
  }
  if (kind !== 'published' && isPrinted) {
    fault(['numerator', 'table'], `what ${PUBLISHED_VALUES.name} holds is printed by somebody else and does not add up.`, 'Write kind: published, or read another table.');
  }
  if (kind === 'median' && numerator.sum === 'rows') {
    fault(['numerator', 'sum'], 'a median needs the number column whose middle it is.', 'Write sum: and a number column.');
  }
}

/** Who waits too long leaves the list on a day of the census: of what happens over time nobody leaves, and less would not be met so. */
function checkQueue({ queue, unit, better, numerator, denominator }: Metric, fault: Report): void {
  if (queue === null) {
    return;
  }
  const isOfOneCensus = canonicalTable(numerator.table)?.standsFor === 'census' && numerator.table === denominator?.table && numerator.sum === 'rows' && denominator.sum === 'rows';
  if (unit !== 'ratio' || better !== 'higher' || !isOfOneCensus) {
    fault(['queue'], 'only a share of the rows of one census, of which higher is better, has a queue.', 'Take queue out, or count the rows of one census in both parts.');
  }
}

function checkSplits(checked: Checked<Metric>, setting: Setting, fault: Report): void {
  const { id, splits } = checked.value;
  if (splits === null) {
    return;
  }
  const { merged, metrics } = setting;
  const volume = metrics.get(splits.volume)?.value;
  if (!merged.ids.metrics.has(splits.volume)) {
    fault(['splits', 'volume'], `there is no metric "${splits.volume}".`, 'Use the id of the metric of its volumes.');
  } else if (volume !== undefined && volume.kind !== 'difference') {
    fault(['splits', 'volume'], `${splits.volume} is ${SPOKEN[volume.kind]} and not a difference.`, 'Name the difference between volumes and their plan.');
  }
  if (!merged.ids.dimensions.has(splits.by)) {
    fault(['splits', 'by'], `there is no dimension "${splits.by}".`, 'Use the id of a dimension.');
  }
  const isNational = !isOwn(checked, 'splits', setting);
  for (const one of new Set([id, splits.volume])) {
    checkDeclared(one, [splits.by], ['splits', 'by'], isNational, setting, fault);
  }
}

function checkPrices(metric: Metric, measure: Measure, part: string, mustHold: boolean, { merged }: Setting, fault: Report): void {
  const at = [part, 'in-base-year-prices'];
  const table = canonicalTable(measure.table);
  if (table !== undefined && !MONEY.test(measure.sum)) {
    const money = table.columns.map(({ name }) => name).filter((name) => MONEY.test(name));
    fault(at, `"${measure.sum}" is no money, so it has no prices to restate.`, money.length === 0 ? `${table.name} holds no money; take it out.` : `Sum ${money.join(' or ')}, or take it out.`);
  }
  if (!mustHold) {
    return;
  }
  if (!merged.written.hasInflation) {
    fault(at, 'there is no price index to restate it with.', 'Write inflation: with name, base-year, index, owner, source and date; or omit the metric.');
  }
  const index = merged.inflation?.value.index;
  const year = metric['base-year'];
  if (part === 'numerator' && index !== undefined && year !== null && index[year] === undefined) {
    fault(['base-year'], `the price index does not reach ${year}.`, `It has ${Object.keys(index).join(', ')}.`);
  }
}
