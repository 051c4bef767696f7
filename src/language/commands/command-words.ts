import { addDays, dayLabel } from '../../calendar/day';
import { scheduleWords, type Schedule } from '../../calendar/schedule';
import type { Catalogue } from '../../catalogue/catalogue';
import type { Unit } from '../../catalogue/metric';
import type { Query } from '../../engine/query';
import type { Command, WatchCondition } from '../command';
import { queryWords } from '../query-words';
import type { Vocabulary } from '../vocabulary/vocabulary';
import { tellWords } from './tell-words';

interface Setting {
  readonly catalogue: Catalogue;
  readonly vocabulary: Vocabulary;
}

/** A command in the words of a person, such that reading them on the same day comes to the same command again. */
export function commandWords(command: Command, setting: Setting): string {
  switch (command.kind) {
    case 'digest': return digestWords(command, setting);
    case 'watch': return watchWords(command, setting);
    case 'follow': return command.what === 'list' ? 'what do I follow' : `${command.what === 'create' ? 'follow' : 'unfollow'} ${asAsked(command.query, setting)}`;
  }
}

/** A query whose periods are told as they were asked for, since the words are kept and read another day. */
export function asAsked(query: Query, setting: Setting): string {
  const { period, versus } = query;
  const label = (one: NonNullable<Query['period']>): NonNullable<Query['period']> => ({ ...one, label: one.asked ?? one.label });
  return queryWords({
    ...query,
    period: period === null ? null : label(period),
    versus: versus !== null && typeof versus === 'object' && 'period' in versus ? { period: label(versus.period) } : versus,
  }, setting, { usual: true });
}

function digestWords(command: Extract<Command, { kind: 'digest' }>, setting: Setting): string {
  switch (command.what) {
    case 'create': return createWords(asAsked(command.query, setting), command.schedule, command.name);
    case 'change': return changeWords(command, setting);
    case 'list': return command.name === null ? 'list digests' : `list ${called(command.name, 'digest')}`;
    case 'history': return command.name === null ? 'digest history' : `history of ${called(command.name, 'digest')}`;
    case 'preview':
    case 'pause':
    case 'resume':
    case 'stop': return `${command.what} ${called(command.name, 'digest') ?? 'the digest'}`;
  }
}

function changeWords({ name, schedule, rename, query, filters }: Extract<Command, { kind: 'digest'; what: 'change' }>, setting: Setting): string {
  const which = called(name, 'digest') ?? 'the digest';
  if (rename !== undefined) return `rename ${which} to "${rename}"`;
  const when = Object.keys(schedule).length === 0 ? '' : partWords(schedule);
  if (query !== undefined) return `change ${which} to show ${asAsked(query, setting)}${when === '' ? '' : ` ${when}`}`;
  return filters === undefined ? moveWords(which, schedule) : `narrow ${which} to ${Object.keys(filters).length === 0 ? 'the whole trust' : keyWords(filters, setting.catalogue)}`;
}

/** "ENT and Urology", by the names of the keys. */
function keyWords(filters: Query['filters'], { dimensions }: Catalogue): string {
  return new Intl.ListFormat('en-GB').format(Object.entries(filters).flatMap(([dimension, keys]) => keys.map((key) => dimensions.get(dimension)?.values.find((value) => value.key === key)?.name ?? key)));
}

/** The words that set up a digest of a question: "post … every Monday at 08:00". */
export function createWords(question: string, schedule: Schedule, name: string | null): string {
  return `post ${question} ${scheduleWords(schedule)}${name === null ? '' : `, called "${name}"`}`;
}

/** "move the "Theatres" digest to 09:00" */
export const moveWords = (which: string, schedule: Partial<Schedule>): string => `move ${which} to ${partWords(schedule).replace(/^at /, '')}`;

/** What of a schedule is given, in words: the day without a time, a time without a day. */
function partWords(schedule: Partial<Schedule>): string {
  const { every, at, zone } = schedule;
  const time = at === undefined ? '' : `at ${at}`;
  const place = zone === undefined ? '' : `(${zone.replaceAll('_', ' ')})`;
  const days = every === undefined ? '' : scheduleWords({ every, on: schedule.on ?? null, at: '', zone: 'Europe/London' }).replace(/ at $/, '');
  return [days, time, place].filter((part) => part !== '').join(' ');
}

const called = (name: string | null, what: 'digest' | 'alert'): string | null => (name === null ? null : `the "${name}" ${what}`);

function watchWords(command: Extract<Command, { kind: 'watch' }>, setting: Setting): string {
  if (command.what === 'create') {
    return tellWords(asAsked(command.query, setting), conditionWords(command.condition, unitOf(command.query, setting)));
  }
  const what = command.query === null ? called(command.name, 'alert') : asAsked(command.query, setting);
  switch (command.what) {
    case 'list': return what === null ? 'list my alerts' : `list alerts for ${what}`;
    case 'stop': return what === null ? 'stop all alerts' : command.query === null ? `stop ${what}` : `stop watching ${what}`;
    case 'mute': {
      const until = command.until === null ? '' : ` until ${dayLabel(addDays(command.until, 1))}`;
      return `mute ${what ?? 'all alerts'}${until}`;
    }
  }
}

const unitOf = ({ metrics }: Query, { catalogue }: Setting): Unit | null => catalogue.metrics.get(metrics[0] ?? '')?.unit ?? null;

/** "goes over 10%", "drops below 3 nights", "changes for real". */
export function conditionWords(condition: WatchCondition, unit: Unit | null): string {
  return condition.kind === 'special-cause' ? 'changes for real' : `${condition.op === 'above' ? 'goes over' : 'drops below'} ${amountWords(condition.value, unit)}`;
}

/** A value in its unit, to its last figure. */
export function amountWords(value: number, unit: Unit | null): string {
  const sign = value < 0 ? 'minus ' : '';
  const size = Number(Math.abs(value).toPrecision(12));
  switch (unit) {
    case 'ratio': return `${sign}${Number((size * 100).toPrecision(12))}%`;
    case 'gbp': return size >= 1e6 ? `${sign}£${Number((size / 1e6).toPrecision(12))}m` : `${sign}£${size}`;
    case 'minutes': return `${sign}${size} minutes`;
    case 'nights': return `${sign}${size} nights`;
    case 'count':
    case 'number':
    case 'points':
    case null: return `${sign}${size}`;
  }
}
