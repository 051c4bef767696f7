import type { Fault } from '../fault';
import { checkFilters, type Report } from './check-filters';
import type { Setting } from './setting';

/** That a recorded event bears on groups of metrics and on parts of the organisation that exist, and ends after it begins. */
export function checkEvents(setting: Setting): Fault[] {
  const { events, written } = setting.merged;
  const groups = new Set(written.metrics.map((entry) => entry.text('group')).filter((group) => group !== ''));
  return events.flatMap(({ value: event, entry }) => {
    const faults: Fault[] = [];
    const fault: Report = (path, message, fix) => {
      faults.push({ ...entry.place(path), message: `event ${event.name}: ${message}`, fix });
    };
    event.groups.forEach((group, index) => {
      if (!groups.has(group)) {
        fault(['groups', index], `no metric is in a group "${group}".`, `Use one of ${[...groups].join(', ')}.`);
      }
    });
    checkFilters(event.where, ['where'], setting, fault);
    if (event.to !== null && event.to < event.from) {
      fault(['to'], 'it ends before it begins.', 'Put the later day in "to".');
    }
    return faults;
  });
}
