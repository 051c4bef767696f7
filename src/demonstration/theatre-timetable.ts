import type { Day } from '../calendar/day';
import { HISTORY_FROM } from './ground';
import { SITES } from './site-profile';
import { sqlConstant, valuesTable } from './sql-text';
import { SURGICAL, UNPLANNED, type OperationProfile } from './surgical-profile';

/** A list that the theatre timetable has every week: start in minutes after midnight, length in minutes. */
interface TimetabledList {
  readonly weekday: number;
  readonly site: string;
  readonly theatre: string;
  readonly specialty: string;
  readonly type: 'elective' | 'emergency' | 'trauma';
  readonly start: number;
  readonly minutes: number;
  readonly consultant: string;
  readonly opens: Day;
}

const MORNING = 8 * 60 + 30;
const AFTERNOON = 13 * 60 + 30;
const HALF_DAY = 240;
const ALL_DAY = 480;
const WEEKEND_LISTS: readonly (readonly [weekday: number, site: string, specialty: string])[] = [
  [6, 'LRI', '130'], [6, 'LRI', '120'], [6, 'LGH', '110'], [6, 'LGH', '101'], [6, 'LGH', '502'], [6, 'EMPCC', '130'],
  [7, 'LRI', '130'], [7, 'LGH', '110'],
];

/** The statements that lay out the weekly timetable of lists and the operations done on them. */
export function timetableStatements(): readonly string[] {
  const rows = [...plannedLists(), ...weekendLists(), ...unplannedLists()].map((list, slot) => [
    slot, list.weekday, list.site, list.theatre, list.specialty, list.type, list.start, list.minutes, list.consultant, list.opens,
  ]);
  const columns = ['slot', 'weekday', 'site', 'theatre', 'specialty', 'type', 'starts', 'minutes', 'consultant', 'opens'];
  return [
    `create table timetable as select * replace (opens::date as opens) from ${valuesTable(rows, columns)}`,
    `create table operations as from ${valuesTable(operations(), ['specialty', 'elective', 'code', 'above', 'below', 'usual_minutes', 'day_case'])}`,
    `create table surgical as from ${valuesTable(
      SURGICAL.map((each) => [each.code, each.cases, each.late, each.lost, each.turnround]),
      ['specialty', 'cases', 'late', 'lost', 'turnround'],
    )}`,
  ];
}

/** Elective lists, Monday to Friday: all-day lists have a theatre to themselves, half-day lists share one. */
function plannedLists(): TimetabledList[] {
  return SITES.flatMap((site) => {
    const wanted = SURGICAL.flatMap((each) => listsAt(each, site.code));
    return [1, 2, 3, 4, 5].flatMap((weekday) => {
      const today = wanted.filter((_, index) => (index % 5) + 1 === weekday);
      const theatres = { used: 0, halfFree: null as number | null };
      return today.map(({ specialty, minutes, consultant }, index) => {
        const afternoon = minutes === HALF_DAY && theatres.halfFree !== null;
        const number = afternoon && theatres.halfFree !== null ? theatres.halfFree : ++theatres.used;
        theatres.halfFree = minutes === ALL_DAY ? theatres.halfFree : afternoon ? null : number;
        const opens = site.opens !== undefined && index % 5 >= site.opens.share * 5 ? site.opens.day : HISTORY_FROM;
        return {
          weekday, site: site.code, theatre: theatre(site.code, 'T', number), specialty, type: 'elective' as const,
          start: afternoon ? AFTERNOON : MORNING, minutes, consultant, opens,
        };
      });
    });
  });
}

interface WantedList { readonly specialty: string; readonly minutes: number; readonly consultant: string }

function listsAt(profile: (typeof SURGICAL)[number], site: string): WantedList[] {
  const count = Object.entries(profile.lists).find(([code]) => code === site)?.[1] ?? 0;
  const allDay = Math.round(count * profile.allDay);
  return Array.from({ length: count }, (_, index) => ({
    specialty: profile.code,
    minutes: index < allDay ? ALL_DAY : HALF_DAY,
    consultant: consultant(profile.code, index % Math.max(1, Math.round(count / 2.5))),
  }));
}

function weekendLists(): TimetabledList[] {
  return WEEKEND_LISTS.map(([weekday, site, specialty], index) => ({
    weekday, site, theatre: theatre(site, 'T', index + 1), specialty, type: 'elective', start: MORNING,
    minutes: index % 2 === 0 ? ALL_DAY : HALF_DAY, consultant: consultant(specialty, index), opens: HISTORY_FROM,
  }));
}

function unplannedLists(): TimetabledList[] {
  return UNPLANNED.flatMap((each) =>
    (each.weekend ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5]).flatMap((weekday) =>
      Array.from({ length: each.theatres }, (_, index) => ({
        weekday, site: each.site, theatre: theatre(each.site, each.type === 'trauma' ? 'TR' : `EM${each.code}`, index + 1), specialty: each.code,
        type: each.type, start: MORNING, minutes: ALL_DAY + 60, consultant: consultant(each.code, (weekday + index) % 6), opens: HISTORY_FROM,
      })),
    ),
  );
}

function operations(): (string | number)[][] {
  const rows = (specialty: string, elective: number, profiles: readonly OperationProfile[]): (string | number)[][] => {
    const total = profiles.reduce((sum, [, share]) => sum + share, 0);
    let above = 0;
    return profiles.map(([code, share, minutes, dayCase]) => {
      const from = above;
      above += share / total;
      return [specialty, elective, code, from, code === profiles.at(-1)?.[0] ? 1 : above, minutes, dayCase];
    });
  };
  return [...SURGICAL.flatMap((each) => rows(each.code, 1, each.operations)), ...UNPLANNED.flatMap((each) => rows(each.code, 0, each.operations))];
}

function theatre(site: string, kind: string, number: number): string {
  return `${site}-${kind}${String(number).padStart(2, '0')}`;
}

/** A pseudonym: the extracts never hold a name. */
function consultant(specialty: string, index: number): string {
  return `CONS-${specialty}-${String(index + 1).padStart(2, '0')}`;
}

/** The targets of elective lists of each month as a table of constants. */
export function theatreTargetTable(
  rows: readonly (readonly [month: string, lists: number, completed: number, lost: number, late: number, utilisation: number])[],
): string {
  return `create table theatre_targets as from ${valuesTable(rows, ['month', 'lists', 'completed', 'lost', 'late', 'utilisation'])}`;
}

/** SQL that is true for the days of lists looked at ahead: today and the two weeks after. */
export function aheadOf(today: Day): string {
  return `day >= ${sqlConstant(today)}::date and day <= ${sqlConstant(today)}::date + 14`;
}
