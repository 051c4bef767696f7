import { COMMISSIONERS } from '../commissioner';
import { sqlConstant, valuesTable } from '../sql-text';

/** Writes the people registered with each commissioner as CSV, a row a month, `months` YYYY-MM. */
export function populationExtract(file: string, months: readonly string[]): string {
  const rows = months.flatMap((month, index) =>
    COMMISSIONERS.map(({ code, name, people, growth }) => [`${month}-01`, code, name, Math.round((people * (1 + growth) ** (index / 12)) / 10) * 10]));
  return `copy (from ${valuesTable(rows, ['"Month"', '"Commissioner"', '"Commissioner Name"', '"Registered"'])}) to ${sqlConstant(file)} (format csv, header)`;
}
