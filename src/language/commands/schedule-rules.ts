import { BARE_CLOCK, CLOCKS, clockOf, halfPast, LOOSE_CLOCK, partOf, type Clock, type PartOfDay } from './clock-words';
import { WEEKDAY, WEEKDAYS_SAID, weekdayNumber } from './weekday-words';
import { zoneOf, ZONES_SAID } from './zone-words';

/** What one run of words says of when something is posted. */
export type Said =
  | {
      readonly kind: 'days';
      readonly every: 'week' | 'month' | 'working-day';
      /** Null where no day of the week or month was said. */
      readonly on: number | null;
      /** Whether the words say that something is to come again and again, and can hardly be a split or a step of a trend. */
      readonly isFirm: boolean;
      readonly part: PartOfDay | null;
      readonly notes: readonly string[];
    }
  | { readonly kind: 'clock'; readonly clock: Clock; readonly words: string }
  | { readonly kind: 'part'; readonly part: PartOfDay }
  | { readonly kind: 'zone'; readonly zone: string }
  /** A rhythm that is understood and not kept: every other week, two days a week. */
  | { readonly kind: 'other'; readonly words: string; readonly days: readonly number[] };

type Groups = Readonly<Record<string, string | undefined>>;

export interface ScheduleRule {
  readonly pattern: string;
  readonly read: (groups: Groups, words: string) => Said | null;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'] as const;
const ORDINAL = `(?:${ORDINALS.join('|')}|fifteenth|twentieth|\\d{1,2}(?:st|nd|rd|th)?|last day|last)`;
const EVERY = '(?:every|each|ev)(?: single)?';
const PART = '(?: (?<part>morning|afternoon|evening|night)s?)?';
const DAILY = 'Every day is every working day: Monday to Friday that is no bank holiday.';

function numberOf(ordinal: string): number | null {
  const word = ordinal.toLowerCase();
  const spelt = ORDINALS.findIndex((one) => one === word) + 1;
  const day = word.startsWith('last') ? 31 : word === 'fifteenth' ? 15 : word === 'twentieth' ? 20 : spelt > 0 ? spelt : Number.parseInt(word, 10);
  return day >= 1 && day <= 31 ? day : null;
}

const days = (every: 'week' | 'month' | 'working-day', on: number | null, isFirm: boolean, part: string | undefined, notes: readonly string[] = []): Said => (
  { kind: 'days', every, on, isFirm, part: partOf(part), notes });
const weekly = (isFirm: boolean): ScheduleRule['read'] => ({ day = '', part }) => days('week', weekdayNumber(day), isFirm, part);
const monthly: ScheduleRule['read'] = ({ day = '' }, words) => {
  const on = numberOf(day);
  return on === null ? { kind: 'other', words, days: [] } : days('month', on, true, undefined);
};
const other: ScheduleRule['read'] = (_groups, words) => ({ kind: 'other', words, days: [...words.matchAll(new RegExp(`\\b${WEEKDAY}\\b`, 'gi'))].map(([word]) => weekdayNumber(word)) });
const clock: ScheduleRule['read'] = (groups, words) => {
  const read = clockOf(groups);
  return read === null ? null : { kind: 'clock', clock: /^(?:\S+ )?half (?!past)/i.test(words) ? halfPast(read) : read, words: words.replace(/^(?:at|@|by|to) ?/i, '') };
};

const zoneSaid = (words: string): Said | null => {
  const zone = zoneOf(words);
  return zone === null ? null : { kind: 'zone', zone };
};

const DAY = `(?<day>${WEEKDAY})`;
const NTH = `(?<day>${ORDINAL})`;
const MONTHLY = `(?:${EVERY} month|monthly|once a month)`;
const WEEKLY = `(?:${EVERY} week|weekly|once a week)`;
/** A number that bounds a figure is no time of day. */
const NO_BOUND = '(?<!(?:over|under|above|below|than|least|most|to|of|[<>£])\\s?)';

/** What says on which days, wherever it stands. */
export const DAY_RULES: readonly ScheduleRule[] = [
  { pattern: `(?:on )?${EVERY} ${DAY}${PART}`, read: weekly(true) },
  { pattern: `${WEEKLY},?(?: on)?(?: a| the)? ${DAY}s?${PART}`, read: weekly(true) },
  { pattern: `(?:on )?(?:a )?${DAY}${PART} (?:every week|each week|weekly)`, read: weekly(true) },
  { pattern: `(?:on )?(?<day>${WEEKDAYS_SAID})${PART}`, read: weekly(false) },
  { pattern: `(?:on )?${DAY} (?<part>morning|afternoon|evening)s`, read: weekly(false) },
  { pattern: `(?<!(?:for|in|of|by) )(?:${EVERY} week|once a week)`, read: () => days('week', null, false, undefined) },
  { pattern: 'weekly', read: () => days('week', null, false, undefined) },
  { pattern: `(?:on )?(?:${EVERY} )?(?:working|week|work) ?days?${PART}|${EVERY} working (?<part2>morning)`, read: ({ part, part2 }) => days('working-day', null, true, part ?? part2) },
  { pattern: '(?:on )?mon(?:day)?s? (?:to|-|until|till|through|thru) fri(?:day)?s?', read: () => days('working-day', null, true, undefined) },
  { pattern: `${EVERY} (?:day(?: of the week)?|(?<part>morning|afternoon|evening))`, read: ({ part }) => days('working-day', null, false, part, [DAILY]) },
  { pattern: 'daily|once a day', read: () => days('working-day', null, false, undefined, [DAILY]) },
  { pattern: `(?:on )?(?:the )?${NTH}(?: day)? of (?:every|each|the|a) month`, read: monthly },
  { pattern: `${MONTHLY},?(?: on)? (?:the )?${NTH}(?: day)?(?: of the month)?`, read: monthly },
  { pattern: `on (?:the )?${NTH} (?:every month|each month|monthly)`, read: monthly },
  { pattern: `(?<!(?:for|in|of|by) )(?:${EVERY} month|once a month)`, read: () => days('month', null, false, undefined) },
  { pattern: 'monthly', read: () => days('month', null, false, undefined) },
  { pattern: `(?:on )?(?:the )?(?:${ORDINAL}) (?:working day|week ?day|business day|${WEEKDAY}) (?:of|in) (?:every|each|the|a) month`, read: other },
  { pattern: `(?:on )?${EVERY} (?:other|second|two|three|2|3|4|few) (?:weeks?|days?|months?|${WEEKDAY}|hours?|minutes)`, read: other },
  { pattern: `fortnightly|${EVERY} fortnight|bi-?weekly|bi-?monthly|quarterly|${EVERY} (?:quarter|hour|year)|hourly|twice (?:a|per) (?:day|week|month)|twice (?:daily|weekly|monthly)|yearly|annually`, read: other },
  { pattern: `(?:on )?${EVERY} ${WEEKDAY}(?:(?:,| and| &|, and|\\/) ?(?:every |each |on )?${WEEKDAY})+`, read: other },
  { pattern: `(?:on )?${WEEKDAYS_SAID}(?:(?:,| and| &|, and) ?(?:on )?${WEEKDAYS_SAID})+`, read: other },
];

/** What says at which time, and by which clock. */
export const TIME_RULES: readonly ScheduleRule[] = [
  ...CLOCKS.map((pattern): ScheduleRule => ({ pattern: `${NO_BOUND}${pattern}`, read: clock })),
  { pattern: BARE_CLOCK, read: clock },
  { pattern: '(?:in the )?(?<part>morning|afternoon|evening)s?|first thing(?: in the morning)?', read: ({ part }) => ({ kind: 'part', part: partOf(part) ?? 'morning' }) },
  ...ZONES_SAID.map((pattern): ScheduleRule => ({ pattern, read: (_groups, words) => zoneSaid(words) })),
];

/** A bare number beside the day ("Mondays 8"). */
export const BESIDE_A_DAY: readonly ScheduleRule[] = [
  { pattern: `(?<=(?:days?|daily|weekly|monthly|month|week|morning|mon|tues?|weds?|thurs?|fri|sat|sun),? )${LOOSE_CLOCK}`, read: clock },
];

/** What holds only where nothing but a schedule is spoken of: "to Tuesday", "to 9", "to the 3rd". */
export const ALONE_RULES: readonly ScheduleRule[] = [
  { pattern: `(?:(?:on|to) )?(?:a )?${DAY}${PART}`, read: weekly(true) },
  { pattern: `(?:(?:on|to) )?the ${NTH}`, read: monthly },
  { pattern: LOOSE_CLOCK, read: clock },
];
