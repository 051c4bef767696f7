import { othersAfter } from '../answers/contribution';
import type { DriverRow, DriversAnswer } from '../answers/drivers-answer';
import { textTable, type TextColumn } from './text-table';

/** Parts told one by one; the rest of them are told as one line. */
const TOLD = 10;

/** Where a change lies as a small table: a line a part, largest first, then the others and the whole. */
export function driversLines(drivers: DriversAnswer): readonly string[] {
  const { parts, from, to, effects, unit, counts, total } = drivers;
  if (parts.length === 0) {
    return [];
  }
  const hasCases = parts.some(({ casesDisplay }) => casesDisplay !== '');
  const others = othersAfter(drivers, TOLD);
  const right = (head: string): TextColumn => ({ head, right: true });
  const columns = [
    { head: capital(drivers.split), right: false }, right(from.label), right(to.label), right(unit === '' ? 'Effect' : `Effect (${unit})`), ...(hasCases ? [right(counts)] : []),
  ];
  const row = (label: string, before: string, after: string, display: string, cases: string): readonly string[] => [label, before, after, display, ...(hasCases ? [cases] : [])];
  const rows = [
    ...parts.slice(0, TOLD).map(({ label, fromDisplay, toDisplay, display, casesDisplay }: DriverRow) => row(label, fromDisplay, toDisplay, display, casesDisplay)),
    ...(others === null ? [] : [row(others.label, '', '', others.display, others.casesDisplay)]),
    row('= In all', from.display, to.display, total.display, total.casesDisplay),
  ];
  return [...textTable(columns, rows), ...(effects === null ? [] : [effects.words])].map((line) => `  ${line}`);
}

const capital = (words: string): string => `${words.charAt(0).toLocaleUpperCase('en-GB')}${words.slice(1)}`;
