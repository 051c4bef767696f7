import { addDays, dayLabel, weekdayName, type Day } from '../calendar/day';
import type { DayBoard, DayCases } from '../engine/day-board';
import { RISKS, type ListOfTheDay, type Risk } from '../engine/day-lists';
import type { OnTheDayAnswer, UsualAnswer } from './on-the-day-answer';
import { displayCount, displayValue } from './display';

/** A rate of a day is of few operations: more than one decimal would pretend to more. */
const STYLE = { unit: 'ratio', decimals: 1, suffix: '' } as const;
const HOUR = 60;
const NUMBERS = ['no', 'one', 'two', 'three', 'four'];

export const rateWords = (value: number | null): string => displayValue(value, STYLE);

/** "1 minute", "38 minutes", "1,122 minutes (19 hours)". */
export function minutesWords(minutes: number): string {
  const hours = Math.round(minutes / HOUR);
  return `${displayCount(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}${minutes < 2 * HOUR ? '' : ` (${displayCount(hours)} hours)`}`;
}

/** "08:30", from minutes after midnight. */
const clockWords = (minutes: number): string => `${String(Math.floor(minutes / HOUR)).padStart(2, '0')}:${String(minutes % HOUR).padStart(2, '0')}`;

/** "09:42", of a reading on the day. */
export const timeOf = (readAt: string): string => readAt.slice(11, 16);

/** "Thursday 11 July 2024" */
export const fullDay = (day: Day): string => `${weekdayName(day)} ${dayLabel(day)}`;

export const counted = (count: number, one: string, more = `${one}s`): string => `${displayCount(count)} ${count === 1 ? one : more}`;

const listed = (words: readonly string[]): string => words.filter((one) => one !== '').join(', ');

/** What is usual by the time of the reading; null where nothing says so. Four days give a range and no verdict. */
export function usualAnswer({ usual, day }: Pick<DayBoard, 'usual' | 'day'>): UsualAnswer | null {
  const { figure: { value }, days } = usual;
  const rates = days.flatMap((one) => one.figure.value ?? []);
  if (value === null || rates.length === 0) {
    return null;
  }
  const [lower, upper] = [Math.min(...rates), Math.max(...rates)];
  return {
    value, display: rateWords(value), lower, upper,
    rangeWords: days.length === 1 ? `on ${fullDay(days[0]?.day ?? day)} alone` : `${rangeOf(lower, upper)} on ${whichDays(days.length, day)}`,
    days: days.map((one) => ({ day: one.day, cancelled: one.figure.numerator ?? 0, planned: one.figure.denominator ?? 0 })),
  };
}

/** "0 to 9.1%", or the one rate that all of them had. */
function rangeOf(lower: number, upper: number): string {
  const [from, to] = [rateWords(lower), rateWords(upper)];
  return from === to ? to : `${lower === 0 ? '0' : from.replace(/%$/, '')} to ${to}`;
}

const whichDays = (count: number, day: Day): string =>
  `${count === 4 ? 'the last four' : `${NUMBERS[count] ?? count} of the last four`} ${weekdayName(day)}s`;

/** Where the rate so far lies among the same weekdays. It is never called unusual: so few days cannot say that. */
function amongDays(rate: number | null, usual: UsualAnswer | null): string {
  if (rate === null || usual === null || usual.days.length < 2) {
    return '';
  }
  if (rate > usual.upper) {
    return ' Higher than on any of those days, which are too few to call it unusual.';
  }
  return rate < usual.lower ? ' Lower than on any of those days.' : ' Within the range of those days.';
}

const WITHOUT_USUAL: Readonly<Record<NonNullable<DayBoard['usual']['missing']>, string>> = {
  'not-held': 'the last four same weekdays are not held',
  'no-lists': 'no operations were planned on the last four same weekdays',
  'no-times': 'the records of the last four same weekdays do not say at what time operations were cancelled',
};

/** The verdict on the day, first what was cancelled and what is usual by then. `about` is " for ENT", or empty. */
export function onTheDayHeadline(board: DayBoard, told: Pick<OnTheDayAnswer, 'minutesOld' | 'isLate' | 'isRefused' | 'usual' | 'stillRunningWords'>, about: string): string {
  const { readAt, isOfTheDay, figure, usual } = board;
  if (readAt === null || !isOfTheDay) {
    return `${nothingKnown(board, told)}${plannedWords(board, about)}`;
  }
  if (figure.hidden) {
    return `Withheld${about}: through the day people are counted for the whole trust only, so that nobody can be recognised.${stopped(told, readAt)}`;
  }
  if (figure.denominator === 0) {
    const none = isNotRead(board) ? `Nothing of today, ${fullDay(board.day)}, is in the on-the-day extract yet${about}.` : `No elective operations are planned for today, ${fullDay(board.day)}${about}.`;
    return `${none}${plannedWords(board, about)}${told.stillRunningWords === '' ? '' : ` ${told.stillRunningWords}.`}${stopped(told, readAt)}`;
  }
  const rate = figure.numerator === 0 ? '' : ` (${rateWords(figure.value)})`;
  const cancelled = figure.numerator === 0 ? 'None' : displayCount(figure.numerator ?? 0);
  const isOver = board.cases !== null && board.cases.toDo + board.cases.inTheatre === 0;
  const held = told.usual === null
    ? `. What is usual by ${timeOf(readAt)} cannot be said: ${WITHOUT_USUAL[usual.missing ?? 'not-held']}.`
    : `, usual by ${timeOf(readAt)}: ${told.usual.display} (${told.usual.rangeWords}).${amongDays(figure.value, told.usual)}`;
  return `${cancelled} of ${displayCount(figure.denominator ?? 0)} cancelled ${isOver ? 'today' : 'so far'}${about}${rate}${held}${beforeTheFirst(board)}${isOver ? ' Nothing is left to do.' : ''}${stopped(told, readAt)}`;
}

/** Just after midnight a reading may still be of the day before alone: no list of the day is in it, and the night before had operations for it. */
export const isNotRead = ({ isOfTheDay, figure, lists, stoodDown, plannedBefore }: DayBoard): boolean =>
  isOfTheDay && figure.denominator === 0 && lists.length + stoodDown === 0 && plannedBefore !== null;

/** At 7 in the morning nothing has happened yet, and that is no good news. */
function beforeTheFirst({ lists, cases }: DayBoard): string {
  const waiting = lists.filter(({ state }) => state === 'to-start');
  const isEarly = cases !== null && cases.done + cases.inTheatre === 0 && waiting.length > 0 && lists.every(({ state }) => state === 'to-start' || state === 'nothing-left');
  return isEarly ? ` No list has started; the first is planned for ${clockWords(Math.min(...waiting.map(({ plannedStart }) => plannedStart)))}.` : '';
}

type Old = Pick<OnTheDayAnswer, 'minutesOld' | 'isLate' | 'isRefused'>;

/** Why it was refused is for whoever runs the extracts. */
const REFUSED = 'was refused; whoever runs the extracts can see why';
const ago = (minutesOld: number | null): string => (minutesOld === null ? '' : `, ${minutesWords(minutesOld)} ago`);

function stopped({ minutesOld, isLate, isRefused }: Old, readAt: string): string {
  if (isRefused) {
    return ` A newer extract came and ${REFUSED}. These are the numbers of ${timeOf(readAt)}${ago(minutesOld)}.`;
  }
  return isLate && minutesOld !== null ? ` These are the numbers of ${timeOf(readAt)}: no new extract has come for ${minutesWords(minutesOld)}.` : '';
}

function nothingKnown({ readAt }: DayBoard, { minutesOld, isRefused }: Old): string {
  if (readAt === null) {
    return isRefused ? `Nothing of today is known: the on-the-day extract that came ${REFUSED}.` : 'Nothing of today is known: no on-the-day extract has come.';
  }
  const last = `${timeOf(readAt)} on ${fullDay(readAt.slice(0, 10))}${ago(minutesOld)}`;
  return isRefused
    ? `Nothing of today is known yet: a newer on-the-day extract came and ${REFUSED}. The last that could be used is of ${last}.`
    : `Nothing of today is known yet: the last on-the-day extract is of ${last}.`;
}

const plannedWords = ({ plannedBefore }: DayBoard, about: string): string =>
  (plannedBefore === null ? '' : ` Last night's extract had ${counted(plannedBefore, 'elective operation')}${about} planned for today.`);

const RISK_WORDS: Readonly<Record<Risk, (minutes: string) => string>> = {
  'not-started': (minutes) => `not started, ${minutes} after its planned start`,
  'over-running': (minutes) => `over-running by ${minutes}`,
  'heading-over': (minutes) => `booked to end ${minutes} late`,
  'late-start': (minutes) => `started ${minutes} late`,
};

export const riskWords = ({ kind, minutes }: NonNullable<ListOfTheDay['risk']>): string => RISK_WORDS[kind](minutesWords(Math.round(minutes)));

const RISKS_COUNTED: Readonly<Record<Risk, string>> = { 'not-started': 'overdue to start', 'over-running': 'over-running', 'heading-over': 'booked past the end of the session', 'late-start': 'started late' };

/** "; at risk: 2 not started in time, 1 started late", of lists that are not named; empty where none is at risk. */
export function unnamedRiskWords(lists: readonly ListOfTheDay[]): string {
  const unnamed = lists.filter(({ place }) => place === null);
  const counts = RISKS.map((kind) => [unnamed.filter(({ risk }) => risk?.kind === kind).length, RISKS_COUNTED[kind]] as const);
  const words = listed(counts.map(([count, what]) => (count === 0 ? '' : `${displayCount(count)} ${what}`)));
  return words === '' ? '' : `; at risk: ${words}`;
}

/** So many lists are named in a sentence. */
const MOST_NAMED = 5;

/** @param names the lists of the day before that are running still; null for one that is not named */
export function stillRunningWords({ readAt, day }: Pick<DayBoard, 'readAt' | 'day'>, names: readonly (string | null)[]): string {
  if (readAt === null || names.length === 0) {
    return '';
  }
  const named = names.flatMap((name) => name ?? []);
  const more = named.length > MOST_NAMED ? `, and ${counted(named.length - MOST_NAMED, 'more list', 'more lists')}` : '';
  const which = named.length === 0 ? counted(names.length, 'list') : `${named.slice(0, MOST_NAMED).join('; ')}${more}`;
  return `Still running at ${timeOf(readAt)} from ${fullDay(addDays(day, -1))}: ${which}`;
}

/** "22 done, 6 in theatre, 29 to do" */
export const casesWords = ({ done, inTheatre, toDo }: DayCases): string =>
  listed([`${displayCount(done)} done`, `${displayCount(inTheatre)} in theatre`, `${displayCount(toDo)} to do`]);

/** "41 lists: 30 running, 3 finished, 8 to start"; those with every case cancelled and those stood down only where there are any. */
export function listsWords({ planned, running, finished, toStart, nothingLeft, stoodDown }: NonNullable<OnTheDayAnswer['lists']>): string {
  const some = (count: number, words: string): string => (count === 0 ? '' : `${displayCount(count)} ${words}`);
  return `${counted(planned, 'list')}: ${listed([
    `${displayCount(running)} running`, `${displayCount(finished)} finished`, `${displayCount(toStart)} to start`,
    some(nothingLeft, 'with no case left'), some(stoodDown, 'more stood down'),
  ])}`;
}

/** What nobody can know yet, a plain sentence each. */
export function notKnown({ cases, reasons, untimed, isOfTheDay }: DayBoard, unrecorded: string): readonly string[] {
  const toDo = cases?.toDo ?? 0;
  const without = reasons.find(({ key }) => key === unrecorded)?.figure.numerator ?? 0;
  return !isOfTheDay ? [] : [
    ...(toDo === 0 ? [] : [`${counted(toDo, 'operation')} not begun yet: ${toDo === 1 ? 'it' : 'any of them'} may still be cancelled`]),
    ...(without === 0 ? [] : [`The reason of ${counted(without, 'cancellation')} is not recorded yet`]),
    ...(untimed === 0 ? [] : [`${counted(untimed, 'cancellation')} without a time ${untimed === 1 ? 'is' : 'are'} not counted: whether ${untimed === 1 ? 'it was' : 'they were'} on the day is not known`]),
  ];
}
