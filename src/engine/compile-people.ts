import { sql, type RawBuilder } from 'kysely';
import type { Condition } from '../catalogue/metric';
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

function rowsOf({ table, date, sum, counts }: PeopleTable, columns: readonly string[]): RawBuilder<unknown> {
  const people = sum === 'rows' ? column('weight') : sql`${column('weight')} * ${column(sum)}`;
  return sql`select c.month_start as month, ${column(date)} as day, ${column('counted_by')} as counted_by,
    ${sql.join([...columns.map((name, index) => sql`coalesce(${column(name)}, '') as ${sql.ref(`k${index}`)}`), sql`${kindOf(counts)} as kind`])}, ${people} as people
    from ${sql.table(table)} as t inner join ${sql.table('calendar')} as c on c.day = ${column(date)}`;
}

/**
 * People by time, by the codes of some columns and by kind: `period` (the first of the month, or for a census its day),
 * `counted_by` for a census, `k0`, `k1` … ('' for an empty code), `kind` (a bit for each count that they are in) and `people`.
 */
export function compilePeople(people: PeopleTable, columns: readonly string[], isCensus: boolean): Statement {
  const cells = [...(isCensus ? [sql.ref('day'), sql.ref('counted_by')] : [sql.ref('month')]), ...columns.map((_, index) => sql.ref(`k${index}`)), sql.ref('kind')];
  return statementOf(sql`select ${isCensus ? sql`day as period, counted_by` : sql`month as period`}, ${sql.join([...columns.map((_, index) => sql.ref(`k${index}`)), sql`kind`, sql`sum(people) as people`])}
    from (${rowsOf(people, columns)}) as r where kind > 0 group by ${sql.join(cells)} order by ${sql.join(cells)}`.compile(builder));
}

/** Which codes are ever found with a code of one column, or with a kind where it is null: that column and one other at a time, the rest null, and `people`. */
export function compileMeetings(people: PeopleTable, columns: readonly string[], own: number | null): Statement {
  const names = [...columns.map((_, index) => `k${index}`), 'kind'];
  const first = own === null ? 'kind' : `k${own}`;
  const pairs = names.filter((name) => name !== first).map((name) => sql`(${sql.ref(first)}, ${sql.ref(name)})`);
  return statementOf(sql`select ${sql.join([...names.map((name) => sql.ref(name)), sql`sum(people) as people`])}
    from (${rowsOf(people, columns)}) as r where kind > 0 group by grouping sets (${sql.join(pairs)})`.compile(builder));
}
