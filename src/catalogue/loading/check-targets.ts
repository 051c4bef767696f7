import type { Fault } from '../fault';
import type { Metric } from '../metric';
import type { Target } from '../target';
import type { Checked } from './conform';

const overlap = (a: Target, b: Target): boolean => (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);

const standsFor = (target: Target): string => [target.metric, JSON.stringify(target.where), target.for, target.source, target.name ?? ''].join('\n');

/**
 * That targets speak of metrics and specialties that exist, that no document states two for the same days, and that
 * no two lead. Two documents that disagree are not a fault: both are kept and both are shown.
 */
export function checkTargets(
  targets: readonly Checked<Target>[], metrics: ReadonlyMap<string, Metric>, metricIds: ReadonlySet<string>, specialties: ReadonlySet<string>,
): Fault[] {
  return targets.flatMap(({ value: target, entry }, index) => {
    const faults: Fault[] = [];
    const fault = (field: string, message: string, fix: string): void => {
      faults.push({ ...entry.place([field]), message: `target for ${target.metric}: ${message}`, fix });
    };
    const metric = metrics.get(target.metric);
    if (!metricIds.has(target.metric)) {
      fault('metric', `there is no metric "${target.metric}".`, 'Use the id of a metric.');
    }
    const { specialty } = target.where;
    if (specialty !== undefined && !specialties.has(specialty)) {
      fault('where', `there is no specialty "${specialty}".`, 'Use a treatment function code, in quotes.');
    }
    if (metric?.unit === 'ratio' && target.value !== undefined && Math.abs(target.value) > 1.5) {
      fault('value', `${target.value} is not a share.`, `Write ${target.value / 100} for ${target.value}%.`);
    }
    if (target.to !== null && target.to < target.from) {
      fault('to', 'it ends before it begins.', 'Put the later day in "to".');
    }
    for (const { value: earlier, entry: other } of targets.slice(0, index)) {
      const place = other.place();
      if (standsFor(earlier) === standsFor(target) && overlap(earlier, target)) {
        fault('from', `"${target.source}" already states one for some of these days at ${place.file}:${place.line}.`, 'End the earlier one with "to", or give the two different names.');
      } else if (earlier.first && target.first && earlier.metric === target.metric && JSON.stringify(earlier.where) === JSON.stringify(target.where) && earlier.for === target.for && overlap(earlier, target)) {
        fault('first', `the one at ${place.file}:${place.line} already leads on some of these days.`, 'Mark only one of them "first".');
      }
    }
    return faults;
  });
}
