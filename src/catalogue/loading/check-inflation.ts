import type { Fault } from '../fault';
import type { Inflation } from '../inflation';
import type { Report } from './check-filters';
import type { Checked } from './conform';
import type { Path } from './yaml-file';

/** That a financial year is one: "2019/20" and not "2019/21". */
export function checkYear(year: string, at: Path, fault: Report): void {
  const next = String((Number(year.slice(0, 4)) + 1) % 100).padStart(2, '0');
  if (year.slice(5) !== next) {
    fault(at, `"${year}" is no financial year.`, `Write '${year.slice(0, 4)}/${next}'.`);
  }
}

/** That the price index speaks of financial years, and of its own base year among them. */
export function checkInflation({ value, entry }: Checked<Inflation>): Fault[] {
  const faults: Fault[] = [];
  const fault: Report = (path, message, fix) => {
    faults.push({ ...entry.place(path), message: `inflation: ${message}`, fix });
  };
  checkYear(value['base-year'], ['base-year'], fault);
  Object.keys(value.index).forEach((year) => checkYear(year, ['index', year], fault));
  if (value.index[value['base-year']] === undefined) {
    fault(['index'], `the index does not give its base year, ${value['base-year']}.`, `Add '${value['base-year']}': 100.`);
  }
  return faults;
}
