const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A weekday as it is typed, alone or in its plural, as part of a pattern. */
export const WEEKDAY = '(?:mon(?:days?)?|tue(?:s|sdays?)?|wed(?:s|nesdays?)?|thu(?:r|rs|rsdays?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)';
/** One that recurs by being in the plural. */
export const WEEKDAYS_SAID = '(?:mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)';

/** 1 for Monday to 7 for Sunday. */
export function weekdayNumber(word: string): number {
  return WEEKDAYS.findIndex((start) => word.toLowerCase().startsWith(start)) + 1;
}
