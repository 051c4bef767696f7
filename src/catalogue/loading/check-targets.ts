import type { Fault } from '../fault';
import type { Target } from '../target';
import { checkDeclared, checkFilters, type Report } from './check-filters';
import type { Checked } from './conform';
import { isOwn, type Setting } from './setting';

/** A share beyond this is a percentage written without dividing it by a hundred; utilisation may well be over 1. */
const LARGEST_SHARE = 1.5;

const overlap = (a: Target, b: Target): boolean => (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);

/** What it applies to, however it is written. */
const scopeOf = ({ metric, where, for: period }: Target): string =>
  JSON.stringify([metric, Object.entries(where).sort(([a], [b]) => (a < b ? -1 : 1)), period]);

const standsFor = (target: Target): string => [scopeOf(target), target.source, target.name ?? ''].join('\n');

/**
 * That targets speak of metrics, dimensions and keys that exist, that each has one value, that no document states two for
 * the same days, and that no two lead. Two documents that disagree are not a fault: both are kept and both are shown.
 */
export function checkTargets(setting: Setting): Fault[] {
  const { targets } = setting.merged;
  return targets.flatMap((checked, index) => {
    const { value: target, entry } = checked;
    const faults: Fault[] = [];
    const fault: Report = (path, message, fix) => {
      faults.push({ ...entry.place(path), message: `target for ${target.metric}: ${message}`, fix });
    };
    if (!setting.merged.ids.metrics.has(target.metric)) {
      fault(['metric'], `there is no metric "${target.metric}".`, 'Use the id of a metric.');
    }
    const isNational = !isOwn(checked, 'metric', setting);
    for (const [dimension, key] of Object.entries(target.where)) {
      checkFilters({ [dimension]: [key] }, ['where'], setting, fault);
      checkDeclared(target.metric, [dimension], ['where', dimension], isNational, setting, fault);
    }
    checkValue(target, setting.metrics.get(target.metric)?.value.unit === 'ratio', fault);
    checkDays(target, fault);
    checkAgainst(target, targets.slice(0, index), fault);
    return faults;
  });
}

function checkValue({ value, computed, trajectory }: Target, isShare: boolean, fault: Report): void {
  if (value === undefined && computed === undefined) {
    fault(['value'], '"value" is missing.', 'Add value:, or computed: with from, quartile and peer-group.');
  }
  if (value !== undefined && computed !== undefined) {
    fault(['computed'], 'it has a value and is computed too.', 'Keep one of value: and computed:.');
  }
  if (computed?.['peer-group'].trim() === '') {
    fault(['computed', 'peer-group'], 'it names no peer group.', 'Write the group as the benchmark values name it.');
  }
  if (computed !== undefined && trajectory !== undefined) {
    fault(['trajectory'], 'a computed target has no course to it.', 'Take trajectory out, or give a value.');
  }
  for (const [path, share] of [[['value'], value], [['trajectory', 'from'], trajectory?.from]] as const) {
    if (isShare && share !== undefined && Math.abs(share) > LARGEST_SHARE) {
      fault(path, `${share} is not a share.`, `Write ${share / 100} for ${share}%.`);
    }
  }
}

function checkDays({ from, to, trajectory }: Target, fault: Report): void {
  if (to !== null && to < from) {
    fault(['to'], 'it ends before it begins.', 'Put the later day in "to".');
  } else if (trajectory !== undefined && (trajectory.by <= from || (to !== null && trajectory.by > to))) {
    fault(['trajectory', 'by'], 'its course is to end on a day on which it does not hold.', `Name a day after ${from}${to === null ? '' : `, ${to} at the latest`}.`);
  }
}

function checkAgainst(target: Target, before: readonly Checked<Target>[], fault: Report): void {
  for (const { value: earlier, entry: other } of before) {
    const place = other.place();
    if (standsFor(earlier) === standsFor(target) && overlap(earlier, target)) {
      fault(['from'], `"${target.source}" already states one for some of these days at ${place.file}:${place.line}.`, 'End the earlier one with "to", or give the two different names.');
    } else if (earlier.first && target.first && scopeOf(earlier) === scopeOf(target) && overlap(earlier, target)) {
      fault(['first'], `the one at ${place.file}:${place.line} already leads on some of these days.`, 'Mark only one of them "first".');
    }
  }
}
