import type { Catalogue } from '../catalogue/catalogue';
import { addDays, type Day } from '../calendar/day';
import type { DayBoard, DayPart, EarlierDay, UsualByNow } from './day-board';
import { listAt, type ListOfTheDay } from './day-lists';
import { compileDayCases, compileDayLists, compileEarlierDays, compileReading, CELL_COLUMNS, REASON, type DaySlice } from './day-statements';
import { engineFault } from './engine-fault';
import { keysByCode, NOT_KNOWN } from './keys';
import type { Query } from './query';
import type { Figure } from './result';
import type { Row, Snapshot } from './snapshot';
import type { Statement } from './statement';
import { number, text } from './sum';

/** Same weekdays that a day is held against. */
const WEEKS = 4;
const MINUTES_OF_A_DAY = 24 * 60;

interface DaySetting {
  readonly catalogue: Catalogue;
  /** What the nights' extracts hold, for what is usual. */
  readonly nightly: Snapshot;
  /** The last reading of the theatre system; null where there never was one. */
  readonly reading: Snapshot | null;
  readonly signal: AbortSignal;
}

const ratio = (numerator: number, denominator: number): Figure => ({ numerator, denominator, value: denominator === 0 ? null : numerator / denominator, hidden: false });
const amount = (row: Row, name: string): number => number(row[name]) ?? 0;
const total = (rows: readonly Row[], name: string): number => rows.reduce((sum, row) => sum + amount(row, name), 0);
const plannedIn = (rows: readonly Row[]): number => ['done', 'in_theatre', 'to_do', 'lost'].reduce((sum, name) => sum + total(rows, name), 0);

/**
 * How `day` stands at the theatre system's last reading, narrowed as the query says. What is usual by that time of day
 * comes from the nightly extract. What is restricted is shown only where it is asked for by its name, and so permitted. Throws QUERY_INVALID for an unknown dimension, QUERY_TIMEOUT when `signal` aborts, and
 * ENGINE_FAILED where a statement fails.
 */
export async function runDayBoard({ filters, excluding, by }: Pick<Query, 'filters' | 'excluding' | 'by'>, day: Day, setting: DaySetting): Promise<DayBoard> {
  try {
    return await boardOf({ catalogue: setting.catalogue, day, filters, excluding }, [by ?? [], Object.keys({ ...filters, ...excluding })].flat(), setting);
  } catch (error) {
    throw engineFault(error, setting.signal);
  }
}

async function boardOf(slice: DaySlice, named: readonly string[], { nightly, reading, signal }: DaySetting): Promise<DayBoard> {
  const { day, catalogue } = slice;
  const run = ({ sql, parameters }: Statement, snapshot: Snapshot | null): Promise<readonly Row[]> =>
    (snapshot === null ? Promise.resolve([]) : snapshot.run(sql, parameters, signal));
  const [read] = await run(compileReading(), reading);
  const readAt = text(read?.['read_at'])?.slice(0, 16).replace(' ', 'T') ?? null;
  const isOfTheDay = readAt?.slice(0, 10) === day;
  const now = isOfTheDay ? minutesOf(readAt) : 0;
  const [cases, lists, before, earlier] = await Promise.all([
    isOfTheDay ? run(compileDayCases(slice), reading) : [],
    isOfTheDay ? run(compileDayLists(slice, now), reading) : [],
    isOfTheDay ? run(compileDayLists({ ...slice, day: addDays(day, -1) }, now + MINUTES_OF_A_DAY), reading) : [],
    run(compileEarlierDays(slice, [day, ...weekdaysBefore(day)], now), nightly),
  ]);
  const cancelled = total(cases, 'cancelled');
  const isShown = (id: string): boolean => catalogue.dimensions.get(id)?.restricted !== true || named.includes(id);
  const parts = (id: string, figure = ofPlanned): readonly DayPart[] => (isShown(id) ? partsBy(catalogue, cases, id, figure) : []);
  const placed = (row: Row, at: number): ListOfTheDay => (PLACED_BY.every(isShown) ? listOf(catalogue, row, at) : { ...listOf(catalogue, row, at), place: null });
  const [today] = earlier.filter((row) => row['day'] === day);
  return {
    day, readAt, isOfTheDay,
    snapshot: reading === null ? null : { id: reading.id, loadedAt: reading.loadedAt, notice: reading.notice },
    figure: ratio(cancelled, plannedIn(cases)),
    cases: { done: total(cases, 'done'), inTheatre: total(cases, 'in_theatre'), toDo: total(cases, 'to_do') },
    reasons: parts(REASON, (rows) => ratio(total(rows, 'cancelled'), cancelled)).filter(({ figure }) => figure.numerator !== 0),
    forWantOfABed: ratio(total(cases, 'for_want_of_a_bed'), cancelled),
    specialties: parts('specialty'),
    groups: parts('cmg'),
    sites: parts('site'),
    theatres: parts('theatre'),
    lists: lists.filter((row) => row['session_status'] !== 'cancelled').map((row) => placed(row, now)),
    stoodDown: lists.filter((row) => row['session_status'] === 'cancelled').length,
    stillRunning: before.filter((row) => amount(row, 'in_theatre') > 0).map((row) => placed(row, now + MINUTES_OF_A_DAY)),
    untimed: total(cases, 'untimed'),
    usual: usualOf(nightly, day, earlier),
    plannedBefore: today === undefined || amount(today, 'ahead') === 0 ? null : amount(today, 'ahead'),
  };
}

/** Dimensions that say where a list is. */
const PLACED_BY = ['theatre', 'specialty', 'site'];

const ofPlanned = (rows: readonly Row[]): Figure => ratio(total(rows, 'cancelled'), plannedIn(rows));

/** "2026-11-27T09:42" → 582. */
function minutesOf(readAt: string | null): number {
  const [hours = 0, minutes = 0] = (readAt?.slice(11) ?? '').split(':').map(Number);
  return hours * 60 + minutes;
}

const weekdaysBefore = (day: Day): readonly Day[] => Array.from({ length: WEEKS }, (_, week) => addDays(day, -7 * (week + 1)));

/** The cells put together by one dimension, most cancelled first; none where the catalogue has no such dimension. */
function partsBy(catalogue: Catalogue, rows: readonly Row[], id: string, figure: (rows: readonly Row[]) => Figure): readonly DayPart[] {
  const dimension = catalogue.dimensions.get(id);
  const name = CELL_COLUMNS.find((one) => one === dimension?.column);
  if (dimension === undefined || name === undefined) {
    return [];
  }
  const keysOf = keysByCode(dimension);
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of keysOf(text(row[name]))) {
      byKey.set(key, [...(byKey.get(key) ?? []), row]);
    }
  }
  return [...byKey].map(([key, own]) => ({ key, figure: figure(own) }))
    .sort((a, b) => (b.figure.numerator ?? 0) - (a.figure.numerator ?? 0) || (b.figure.value ?? 0) - (a.figure.value ?? 0) || a.key.localeCompare(b.key, 'en'));
}

function listOf(catalogue: Catalogue, row: Row, now: number): ListOfTheDay {
  const keyed = (id: string, name: string): string => {
    const dimension = catalogue.dimensions.get(id);
    const code = text(row[name]);
    return dimension === undefined ? (code ?? NOT_KNOWN) : (keysByCode(dimension)(code)[0] ?? NOT_KNOWN);
  };
  return listAt({
    place: { theatre: keyed('theatre', 'theatre_code'), specialty: keyed('specialty', 'treatment_function_code'), site: keyed('site', 'site_code') },
    plannedStart: amount(row, 'planned_start'), plannedEnd: amount(row, 'planned_end'), firstStart: number(row['first_start']),
    inTheatre: amount(row, 'in_theatre'), minutesUnderWay: amount(row, 'minutes_under_way'),
    done: amount(row, 'done'), toDo: amount(row, 'to_do'), minutesToDo: number(row['minutes_to_do']),
  }, now);
}

/** A day whose cancellations do not say when they were made cannot be held against a time of day, and one with no operations has no rate. */
function usualOf({ coverage }: Snapshot, day: Day, rows: readonly Row[]): UsualByNow {
  const held = coverage['theatre_cases'];
  const from = held?.dailyFrom ?? null;
  const within = weekdaysBefore(day).filter((one) => held !== undefined && from !== null && one >= from && one <= held.to);
  const found = rows.filter((row) => within.includes(String(row['day'])) && amount(row, 'planned') > 0).sort((a, b) => String(b['day']).localeCompare(String(a['day'])));
  const timed = found.filter((row) => amount(row, 'untimed') === 0);
  const days = timed.map((row): EarlierDay => ({
    day: String(row['day']), figure: ratio(amount(row, 'by_now'), amount(row, 'planned')), byTheEnd: amount(row, 'cancelled'),
  }));
  return {
    days,
    figure: ratio(total(timed, 'by_now'), total(timed, 'planned')),
    missing: days.length > 0 ? null : within.length === 0 ? 'not-held' : found.length === 0 ? 'no-lists' : 'no-times',
  };
}
