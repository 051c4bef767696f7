import { isZone } from '../../calendar/schedule';
import type { DeclaredDigest } from '../declared-digest';
import type { Fault } from '../fault';
import { checkDeclared, checkFilters, type Report } from './check-filters';
import type { Checked } from './conform';
import type { Setting } from './setting';

/** That a digest shows what there is, comes when there is a time, and goes to one place; each under an id and, in its place, a name of its own. */
export function checkDigests(setting: Setting): Fault[] {
  const { digests } = setting.merged;
  return digests.flatMap((checked, index) => {
    const faults: Fault[] = [];
    const { value: one, entry } = checked;
    const fault: Report = (path, message, fix) => {
      faults.push({ ...entry.place(path), message: `digest ${one.id}: ${message}`, fix });
    };
    const before = digests.slice(0, index).map(({ value }) => value);
    if (before.some(({ id }) => id === one.id)) fault(['id'], 'there are two of that id.', 'Give each an id of its own, and keep it: its history goes by it.');
    const sameName = ({ name, where }: DeclaredDigest): boolean => name.toLowerCase() === one.name.toLowerCase() && placeOf(where) === placeOf(one.where);
    if (before.some(sameName)) fault(['name'], 'there is another of that name in the same place.', 'Call it something else.');
    checkContent(checked, setting, fault);
    checkWhen(one, fault);
    checkWhere(one, fault);
    return faults;
  });
}

const placeOf = ({ channel, group, person }: DeclaredDigest['where']): string => channel ?? group ?? person ?? '';

function checkContent({ value: { scorecard, metrics, filters } }: Checked<DeclaredDigest>, setting: Setting, fault: Report): void {
  const scorecards = setting.merged.written.scorecards.map((entry) => entry.text('id'));
  if ((scorecard === undefined) === (metrics === undefined)) {
    fault([], 'it shows a scorecard or metrics, one of the two.', 'Write scorecard: with an id, or metrics: with a list of ids.');
  }
  if (scorecard !== undefined && !scorecards.includes(scorecard)) {
    fault(['scorecard'], `there is no scorecard "${scorecard}".`, `Use one of ${scorecards.join(', ')}.`);
  }
  (metrics ?? []).forEach((id, index) => {
    if (!setting.merged.ids.metrics.has(id)) fault(['metrics', index], `there is no metric "${id}".`, 'Use the id of a metric.');
    else if (metrics?.indexOf(id) !== index) fault(['metrics', index], `"${id}" is given twice.`, 'Take one out.');
    checkDeclared(id, Object.keys(filters), ['filters'], false, setting, fault);
  });
  checkFilters(filters, ['filters'], setting, fault);
}

function checkWhen({ when: { every, on, zone } }: DeclaredDigest, fault: Report): void {
  if (every === 'month' && on === undefined) fault(['when'], 'it comes every month, and no day is said.', 'Add on: with a day of the month, 31 for its last.');
  if (every !== 'month' && on !== undefined) fault(['when', 'on'], `every ${every} has no day of the month.`, 'Take it out, or write every: month.');
  if (!isZone(zone)) fault(['when', 'zone'], `there is no time zone "${zone}".`, 'Write one of the tz database, such as Europe/London.');
}

function checkWhere({ where: { channel, team, group, person, shared } }: DeclaredDigest, fault: Report): void {
  if ([channel, group, person].filter((each) => each !== undefined).length !== 1) {
    fault(['where'], 'it goes to one place.', 'Write channel: and team:, or group:, or person:, each with its id.');
  }
  if (person !== undefined && shared !== undefined) {
    fault(['where', 'shared'], 'a chat with one person is shared with nobody.', 'Take it out.');
  }
  if ((channel === undefined) !== (team === undefined)) {
    fault(['where'], 'a channel is named with its team.', 'Write both channel: and team:; "Get link to channel" in Teams shows the channel\'s id, "Get link to team" the team\'s.');
  }
}
