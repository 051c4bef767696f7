import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Catalogue } from '../catalogue/catalogue';
import type { Day } from '../calendar/day';
import { allOf, column, keptBy, type Test } from './conditions';
import type { Query } from './query';
import type { SqlValue } from './snapshot';
import { builder, statementOf, type Statement } from './statement';

/** What a day is asked about: narrowed as the query says, reasons narrowing what was cancelled and not what was planned. */
export interface DaySlice {
  readonly catalogue: Catalogue;
  readonly day: Day;
  readonly filters: Query['filters'];
  readonly excluding: Query['excluding'];
}

/** The dimension that divides cancellations alone: what went ahead was cancelled for no reason. */
export const REASON = 'cancellation-reason';

/** Columns by which the cells of a day are told apart. */
export const CELL_COLUMNS = ['treatment_function_code', 'cmg', 'site_code', 'theatre_code', 'cancellation_reason'] as const;

const elective: Test = sql`(${column('session_type')} is not null and ${column('session_type')} = 'elective')`;
const statusIs = (status: string): Test => sql`${column('case_status')} = ${status}`;

/** Cancelled on the day of the operation: before it is no cancellation on the day. */
const cancelledThatDay: Test = sql`(${statusIs('cancelled')} and ${column('cancelled_at')} is not null and cast(${column('cancelled_at')} as date) = ${column('operation_date')})`;

/** SQL of the minutes from the midnight that begins `day` to a time. */
const minutesInto = (day: RawBuilder<SqlValue>, time: RawBuilder<SqlValue>): RawBuilder<SqlValue> =>
  sql`cast(extract(epoch from (${time} - cast(${day} as timestamp))) as double precision) / 60`;

/** Records of which the test holds, nought where there is none. */
const counted = (test: Test): RawBuilder<SqlValue> => sql`coalesce(sum(case when ${test} then ${column('weight')} end), 0)`;

function narrowed({ catalogue, filters, excluding }: DaySlice, isReason: boolean): readonly Test[] {
  const wanted = ([id]: readonly [string, unknown]): boolean => (id === REASON) === isReason;
  return [
    ...Object.entries(filters).filter(wanted).map(([id, keys]) => keptBy(catalogue, id, keys)),
    ...Object.entries(excluding).filter(wanted).map(([id, keys]): Test => sql<SqlBool>`not ${keptBy(catalogue, id, keys)}`),
  ];
}

const compiled = (statement: RawBuilder<unknown>): Statement => statementOf(statement.compile(builder));

/** When the theatre system was last read. */
export function compileReading(): Statement {
  return compiled(sql`select cast(max(${column('read_at')}) as varchar) as read_at from ${sql.table('on_the_day_readings')} as t`);
}

/** The operations of the day by specialty, group, site, theatre and reason: done, in theatre, to do, cancelled on it, and cancelled at no known time. */
export function compileDayCases(slice: DaySlice): Statement {
  const cells = sql.join(CELL_COLUMNS.map(column));
  return compiled(sql`select ${cells},
    ${counted(statusIs('completed'))} as done, ${counted(statusIs('in-theatre'))} as in_theatre, ${counted(statusIs('planned'))} as to_do,
    ${counted(cancelledThatDay)} as lost, ${counted(allOf([cancelledThatDay, ...narrowed(slice, true)]))} as cancelled,
    ${counted(allOf([cancelledThatDay, sql`coalesce(${column('cancelled_for_want_of_a_bed')}, false)`, ...narrowed(slice, true)]))} as for_want_of_a_bed,
    ${counted(sql`(${statusIs('cancelled')} and ${column('cancelled_at')} is null)`)} as untimed
    from ${sql.table('on_the_day_cases')} as t
    where ${allOf([elective, sql`${column('operation_date')} = cast(${slice.day} as date)`, ...narrowed(slice, false)])}
    group by ${cells}`);
}

/**
 * The lists of the day, each with what has become of its cases by `now`, in minutes after midnight. Cases are added up
 * by list before they meet it.
 */
export function compileDayLists(slice: DaySlice, now: number): Statement {
  const day = sql<SqlValue>`${slice.day}`;
  const into = (name: string): RawBuilder<SqlValue> => minutesInto(day, column(name));
  const booked = column('booked_minutes');
  const left = sql`${booked} - (${now} - ${into('anaesthetic_start')})`;
  const cases = sql`select ${column('session_id')} as session_id,
      min(${into('anaesthetic_start')}) as first_start,
      ${counted(statusIs('completed'))} as done, ${counted(statusIs('in-theatre'))} as in_theatre, ${counted(statusIs('planned'))} as to_do,
      coalesce(sum(case when ${statusIs('in-theatre')} then case when ${left} > 0 then ${left} else 0 end end), 0) as minutes_under_way,
      case when ${counted(sql`(${statusIs('planned')} and ${booked} is null)`)} > 0 then null
        else coalesce(sum(case when ${statusIs('planned')} then ${booked} end), 0) end as minutes_to_do
    from ${sql.table('on_the_day_cases')} as t
    where ${column('operation_date')} = cast(${slice.day} as date) and ${column('case_status')} <> 'cancelled'
    group by ${column('session_id')}`;
  return compiled(sql`select ${column('treatment_function_code')}, ${column('site_code')}, ${column('theatre_code')}, ${column('session_status')},
    ${into('planned_start')} as planned_start, ${into('planned_end')} as planned_end, c.first_start, coalesce(c.done, 0) as done,
    coalesce(c.in_theatre, 0) as in_theatre, coalesce(c.to_do, 0) as to_do, coalesce(c.minutes_under_way, 0) as minutes_under_way,
    case when c.session_id is null then 0 else c.minutes_to_do end as minutes_to_do
    from ${sql.table('on_the_day_lists')} as t left join (${cases}) as c on c.session_id = ${column('session_id')}
    where ${allOf([elective, sql`${column('session_date')} = cast(${slice.day} as date)`, ...narrowed(slice, false)])}
    order by ${column('planned_start')}, ${column('theatre_code')}`);
}

/**
 * Of each of some days, from the nightly extract: operations planned for it, cancelled on it, of these by `now` in
 * minutes after midnight, at no known time, and operations that are still to come.
 */
export function compileEarlierDays(slice: DaySlice, days: readonly Day[], now: number): Statement {
  const date = column('operation_date');
  const onTheDay = sql<SqlBool>`coalesce(${column('cancelled_on_the_day')}, false)`;
  const ofReason = [onTheDay, ...narrowed(slice, true)];
  const time = minutesInto(date, column('cancelled_at'));
  return compiled(sql`select cast(${date} as varchar) as day,
    ${counted(sql`(${statusIs('completed')} or ${onTheDay})`)} as planned, ${counted(allOf(ofReason))} as cancelled,
    ${counted(allOf([...ofReason, sql`${column('cancelled_at')} is not null`, sql`${time} <= ${now}`]))} as by_now,
    ${counted(allOf([onTheDay, sql`${column('cancelled_at')} is null`]))} as untimed, ${counted(statusIs('planned'))} as ahead
    from ${sql.table('theatre_cases')} as t
    where ${allOf([elective, sql`${column('counted_by')} = 'day'`, sql`${date} in (${sql.join(days.map((day) => sql`cast(${day} as date)`))})`, ...narrowed(slice, false)])}
    group by ${date}`);
}
