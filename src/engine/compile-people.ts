import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { addDays, monthEnd, type Day } from '../calendar/day';
import type { Condition } from '../catalogue/metric';
import { canonicalTable } from '../catalogue/tables/canonical-tables';
import { allOf, column, test, type Test } from './conditions';
import type { SqlValue } from './snapshot';
import { builder, statementOf, type Statement } from './statement';

/** Something that is counted in the rows of a table: those that pass `where`, and none of which an exclusion is true. */
export interface CountedRows {
  readonly where: readonly Condition[];
  readonly exclude: readonly { readonly when: readonly Condition[] }[];
}

/** One table's rows as counts of people. */
export interface PeopleTable {
  readonly table: string;
  /** The column that dates a row. */
  readonly date: string;
  /** `rows`, or the column that says how many a row stands for. */
  readonly sum: string;
  readonly counts: readonly CountedRows[];
}

const passes = ({ where, exclude }: CountedRows): Test =>
  allOf([...where.map(test), ...exclude.map(({ when }): Test => sql`not ${allOf(when.map(test))}`)]);

/** What of the counts a row is in, one bit each. */
function kindOf(counts: readonly CountedRows[]): RawBuilder<SqlValue> {
  return sql`(${sql.join(counts.map((count, index) => sql`case when ${passes(count)} then ${sql.lit(2 ** index)} else 0 end`), sql` + `)})`;
}

/** The name of the table in which a snapshot may hold everybody of these: for what is counted, so that other counts find none. */
export function heldPeople({ table, date, sum, counts }: PeopleTable, columns: readonly string[]): string {
  const what = createHash('sha256').update(JSON.stringify([date, sum, counts, [...new Set(columns)].sort(), ...(isNamedElsewhere({ table, date }) ? ['named'] : [])])).digest('hex').slice(0, 12);
  return `people_${table}_${what}`;
}

/**
 * Everybody, a row at a time: `period` (the first of the month, or for a census its day), `counted_by`, each of the columns
 * under its own name ('' for an empty code), `kind` (a bit for each count that they are in) and `people`. Where they are
 * counted by another day than that of their rows, those rows too, by their own day and with a `kind` of 0: where there is
 * one, answers name a nought.
 */
export function compileEverybody(people: PeopleTable, columns: readonly string[], isCensus: boolean): Statement {
  return statementOf(sql`${everybody(people, columns, isCensus)}`.compile(builder));
}

/** Whether people are counted by another day than that of their rows: noughts are then named by rows in which nobody is. */
const isNamedElsewhere = ({ table, date }: Pick<PeopleTable, 'table' | 'date'>): boolean => canonicalTable(table)?.date !== date;

function everybody(people: PeopleTable, columns: readonly string[], isCensus: boolean): RawBuilder<unknown> {
  const { table, date, counts } = people;
  const period = (day: string): RawBuilder<SqlValue> => (isCensus ? column(day) : sql.ref('c.month_start'));
  const by = (day: string, kind: RawBuilder<SqlValue>): RawBuilder<unknown> => rowsBy(people, columns, { day, period: period(day), kind });
  const counted = sql`select * from (${by(date, kindOf(counts))}) as r where kind > 0`;
  const own = canonicalTable(table)?.date ?? date;
  return isNamedElsewhere(people) ? sql`${counted} union all ${by(own, sql`0`)}` : counted;
}

interface RowsBy {
  /** The column that dates a row. */
  readonly day: string;
  readonly period: RawBuilder<SqlValue>;
  readonly kind: RawBuilder<SqlValue>;
}

function rowsBy({ table, sum }: PeopleTable, columns: readonly string[], { day, period, kind }: RowsBy): RawBuilder<unknown> {
  const each = sum === 'rows' ? column('weight') : sql`${column('weight')} * ${column(sum)}`;
  const keys = [...new Set(columns)].map((name) => sql`coalesce(${column(name)}, '') as ${sql.ref(name)}`);
  return sql`select ${period} as period, ${column('counted_by')} as counted_by,
    ${sql.join([...keys, sql`${kind} as kind`])}, ${each} as people from ${sql.table(table)} as t inner join ${sql.table('calendar')} as c on c.day = ${column(day)}`;
}

/** Which times people are read of: those from the first day to the last. */
export interface Between {
  readonly from: Day;
  readonly to: Day;
}

/**
 * People by time, by the codes of some columns and by kind: `period`, `counted_by` for a census, `k0`, `k1` …, `kind` and
 * `people`, always in the same order. `held`: the table in which the snapshot holds them, where it does.
 */
export function compilePeople(people: PeopleTable, columns: readonly string[], isCensus: boolean, held: string | null, { from, to }: Between): Statement {
  const source = held === null ? sql`(${everybody(people, columns, isCensus)})` : sql`${sql.table(held)}`;
  return counted(source, columns, isCensus ? [sql.ref('s.counted_by')] : [], sql`s.period between cast(${from} as date) and cast(${to} as date)`);
}

/**
 * People by week within a month, as `compilePeople` gives them by month: `period` is the first day of what of a week lies in
 * the month; a week in which the data ends has two parts, so that what is held so far stands by itself.
 *
 * @param month its first day
 * @param held the last day that is held
 */
export function compileWeeks(people: PeopleTable, columns: readonly string[], month: Day, held: Day): Statement {
  const day = column(people.date);
  const [start, after] = [sql`greatest(c.month_start, c.week_start)`, sql<SqlValue>`cast(${addDays(held, 1)} as date)`];
  const rows = rowsBy(people, columns, { day: people.date, period: sql`case when ${day} < ${after} then ${start} else greatest(${start}, ${after}) end`, kind: kindOf(people.counts) });
  return counted(sql`(${rows} where ${day} between cast(${month} as date) and cast(${monthEnd(month)} as date))`, columns, [], sql`s.kind > 0`);
}

/** Rows of people, added up by what they are read by and in its order. */
function counted(source: RawBuilder<unknown>, columns: readonly string[], besides: readonly RawBuilder<unknown>[], where: RawBuilder<unknown>): Statement {
  // Codes and days as text: their readers would look each one up again.
  const keys = columns.map((name, index) => sql`coalesce(cast(${sql.ref(`s.${name}`)} as varchar), '') as ${sql.ref(`k${index}`)}`);
  const grouped = [sql.ref('s.period'), ...besides, ...[...new Set(columns)].map((name) => sql.ref(`s.${name}`)), sql.ref('s.kind')];
  return statementOf(sql`select ${sql.join([sql`cast(s.period as varchar) as period`, ...besides, ...keys, sql.ref('s.kind'), sql`sum(s.people) as people`])} from ${source} as s
    where ${where} group by ${sql.join(grouped)} order by ${sql.join(grouped)}`.compile(builder));
}
