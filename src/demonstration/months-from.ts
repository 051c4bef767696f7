import { addMonths } from '../calendar/day';

/** The months from one to another, YYYY-MM, both included; none where the last is earlier than the first. */
export function monthsFrom(first: string, last: string): readonly string[] {
  const months = [];
  for (let month = first; month <= last; month = addMonths(`${month}-01`, 1).slice(0, 7)) {
    months.push(month);
  }
  return months;
}
