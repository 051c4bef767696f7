import { monthEnd, monthStart, type Day } from '../calendar/day';
import { isWholeMonths, monthsOf } from '../calendar/period';
import { compileStretches, type Reading } from './compile';
import type { Ground } from './slice';
import type { Row } from './snapshot';
import { amountOf, cellsOfRow, text, type Sum, type Sums } from './sum';
import { endOf, startsIn } from './windows';

/** One line of a plan (its specialty, point of delivery …) with the stretches it is given for that touch the question. */
interface PlanLine {
  readonly stretches: { readonly from: Day; readonly to: Day; readonly amount: number; readonly isMonth: boolean }[];
}

/**
 * Σ of rows that each name their own stretch of time. A line answers with its row for exactly the stretch asked for;
 * where it has none, with its rows for the months that make it up. A cell is given only where every line of it that
 * touches the stretch answers and the months taken together leave none of the stretch out: a plan for the year to date
 * says nothing about one month, and a plan of some of the months nothing about all of them.
 */
export async function planSums(ground: Ground, reading: Reading): Promise<Sums> {
  const statement = compileStretches(reading);
  const rows = await ground.snapshot.run(statement.sql, statement.parameters, ground.signal);
  const planRows = planRowsOf(rows);
  const byCell = new Map<string, Sum>();
  for (const stretch of stretchesAsked(reading)) {
    for (const [cell, lines] of linesByCell(reading, planRows, stretch)) {
      byCell.set(cell, sumFor([...lines.values()], stretch, reading.measure.divide));
    }
  }
  return { byCell, asAt: new Map() };
}

interface Stretch {
  readonly key: string;
  readonly from: Day;
  readonly to: Day;
}

function stretchesAsked({ slice, grouping: { time } }: Reading): readonly Stretch[] {
  return time === null
    ? [{ key: '', from: slice.from, to: slice.to }]
    : startsIn({ from: slice.from, to: slice.to, time }).map((start) => ({ key: start, from: start, to: endOf(time, start) }));
}

/** A row of the plan, read once for all the stretches asked for; `line` tells its line from every other. */
interface PlanRow {
  readonly row: Row;
  readonly line: string;
  readonly stretch: PlanLine['stretches'][number];
}

function planRowsOf(rows: readonly Row[]): readonly PlanRow[] {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => /^l\d+$/.test(column));
  return rows.map((row) => {
    const [from, to] = [text(row['from_day']) ?? '', text(row['to_day']) ?? ''];
    const isMonth = from === monthStart(from) && to === monthEnd(from);
    return { row, line: JSON.stringify(columns.map((column) => row[column])), stretch: { from, to, amount: amountOf(row['amount']) ?? 0, isMonth } };
  });
}

function linesByCell(reading: Reading, rows: readonly PlanRow[], asked: Stretch): Map<string, Map<string, PlanLine>> {
  const cellsIn = cellsOfRow(reading);
  const cells = new Map<string, Map<string, PlanLine>>();
  for (const { row, line: name, stretch } of rows) {
    if (stretch.from > asked.to || stretch.to < asked.from) {
      continue;
    }
    for (const cell of cellsIn(row, asked.key)) {
      const lines = cells.get(cell) ?? new Map<string, PlanLine>();
      const line = lines.get(name) ?? { stretches: [] };
      line.stretches.push(stretch);
      cells.set(cell, lines.set(name, line));
    }
  }
  return cells;
}

function sumFor(lines: readonly PlanLine[], stretch: Stretch, divide: number): Sum {
  const monthsTaken = new Set<string>();
  let [amount, records, answersAll] = [0, 0, true];
  for (const { stretches } of lines) {
    const exact = stretches.filter(({ from, to }) => from === stretch.from && to === stretch.to);
    const months = exact.length > 0 ? [] : stretches.filter(({ isMonth }) => isMonth);
    const taken = [...exact, ...months];
    months.forEach(({ from }) => monthsTaken.add(from.slice(0, 7)));
    answersAll &&= taken.length > 0;
    amount += taken.reduce((total, one) => total + one.amount, 0);
    records += taken.length;
  }
  const tiled = monthsTaken.size === 0 || (isWholeMonths(stretch) && monthsOf(stretch).every((month) => monthsTaken.has(month)));
  return answersAll && tiled ? { amount: (amountOf(amount) ?? 0) / divide, records, missing: null } : { amount: null, records, missing: 'plan-not-given' };
}
