const HOURS = ['twelve', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'] as const;
const MINUTES: Readonly<Record<string, number>> = { half: 30, quarter: 15, five: 5, ten: 10 };
const NAMED: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', lunchtime: '12:00', 'lunch time': '12:00', midnight: '00:00' };

const HALF_OF_DAY = '(?: ?(?<half>am|pm|a\\.m\\.?|p\\.m\\.?))?';
const PART = '(?:,? (?:in the|at) (?<part>morning|afternoon|evening|night))?';
const HOUR = `(?<hour>\\d{1,2}|${HOURS.join('|')})`;
const FIGURES = '(?<hour>\\d{1,2})[:.h](?<minute>\\d{2})';
const AT = '(?:at|@|by|around|about|to)';

/** What tells a time of day, as patterns; the last holds only beside words that say a time is meant. */
export const CLOCKS: readonly string[] = [
  `(?:${AT} ?)?${FIGURES}${HALF_OF_DAY}(?: ?(?:hrs|hours))?${PART}`,
  `(?:${AT} ?)?(?<hour>\\d{1,2})(?: ?(?<half>am|pm|a\\.m\\.?|p\\.m\\.?))${PART}`,
  `(?:${AT} )?${HOUR} ?o'?clock${HALF_OF_DAY}${PART}`,
  `(?:${AT} )?(?<minutes>half|quarter|five|ten|\\d{1,2}) (?<way>past|to) ${HOUR}${HALF_OF_DAY}${PART}`,
  `(?:${AT} )?half ${HOUR}${HALF_OF_DAY}${PART}`,
  `(?:${AT} )?(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d) ?(?:hrs|hours)`,
  `(?:${AT} ?)(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)`,
  `(?:${AT} )?(?:12 )?(?<named>noon|midday|midnight|lunch ?time)`,
  `(?:${AT} )(?<hour>${HOURS.join('|')}) (?<minute>\\d{2})${HALF_OF_DAY}${PART}`,
];
/** A bare number, or an hour in words, after "at". */
export const BARE_CLOCK = `(?:at|@) ?${HOUR}${PART}`;
/** A bare number where nothing but a time can stand; "13 week waits" are none. */
export const LOOSE_CLOCK = `(?:${AT} ?)?(?:(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)|(?<hour2>\\d{1,2}|${HOURS.join('|')})(?![ +-]*(?:weeks?|wks?|days?|months?|years?|minutes?|mins?)(?![\\p{L}])))${PART}`;

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night';

/** A time of day as it was said: hours as typed, and what was said of the half of the day. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly half: 'am' | 'pm' | null;
  readonly part: PartOfDay | null;
  /** Whether it is written as 24 hours are: "08:00", "0730". */
  readonly isWhole: boolean;
}

/** The clock that the groups of one of the patterns tell; null for a time that there is not. */
export function clockOf(groups: Readonly<Record<string, string | undefined>>): Clock | null {
  const { hour, hour2, minute, minutes, way, named, half, part } = groups;
  if (named !== undefined) {
    const [h = 0, m = 0] = (NAMED[named.toLowerCase()] ?? '').split(':').map(Number);
    return { hour: h, minute: m, half: null, part: null, isWhole: true };
  }
  const typed = (hour ?? hour2 ?? '').toLowerCase();
  const spelt = HOURS.findIndex((word) => word === typed);
  const said = spelt < 0 ? Number(typed) : spelt || 12;
  const off = minutes === undefined ? Number(minute ?? 0) : MINUTES[minutes.toLowerCase()] ?? Number(minutes);
  const back = way?.toLowerCase() === 'to';
  const clock: Clock = {
    hour: back ? (said === 1 ? 12 : said - 1) : said,
    minute: back ? 60 - off : off,
    half: half === undefined ? null : half.toLowerCase().startsWith('a') ? 'am' : 'pm',
    part: partOf(part),
    isWhole: /^0\d/.test(typed) || said > 12 || typed === '00' || (minute !== undefined && minutes === undefined && typed === '0'),
  };
  return typed === '' || clock.hour > 23 || clock.hour < 0 || clock.minute > 59 || (clock.half === 'am' && clock.hour > 12) ? null : clock;
}

/** "Half eight" is half past eight. */
export const halfPast = (clock: Clock): Clock => ({ ...clock, minute: 30 });

export function partOf(word: string | undefined): PartOfDay | null {
  const plain = word?.toLowerCase().replace(/s$/, '');
  return plain === 'morning' || plain === 'afternoon' || plain === 'evening' || plain === 'night' ? plain : null;
}

/** "08:00", and whether it was taken for the afternoon without its being said. */
export function onTheDay({ hour, minute, half, part, isWhole }: Clock, other: PartOfDay | null): { readonly at: string; readonly guessed: boolean } {
  const of = part ?? other;
  const later = of !== null && of !== 'morning';
  const guessed = half === null && of === null && !isWhole && hour >= 1 && hour <= 5;
  const isPm = half === 'pm' || (half === null && !isWhole && hour < 12 && (later || guessed));
  const whole = half === 'am' && hour === 12 ? 0 : isPm && hour < 12 ? hour + 12 : hour;
  return { at: `${String(whole).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, guessed };
}
