import type { Fault } from '../fault';
import type { ProcedureList } from '../procedure-list';
import type { Checked } from './conform';

/** OPCS-4 as the Data Dictionary carries it: a letter and two or three digits, without the dot. */
const OPCS_4 = /^[A-Z]\d{2}\d?$/;

/** That every code of a procedure list has the shape of one, and stands in it once. */
export function checkProcedureList({ value: list, entry }: Checked<ProcedureList>): Fault[] {
  const seen = new Set<string>();
  return list.codes.flatMap((code, index) => {
    const place = entry.place(['codes', index]);
    const isSeen = seen.has(code);
    seen.add(code);
    if (isSeen) {
      return [{ ...place, message: `procedure list ${list.id}: "${code}" is given twice.`, fix: 'Take one out.' }];
    }
    const written = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
    const meant = OPCS_4.test(written) ? `Write '${written}'.` : "Write a letter and two or three digits without the dot: 'W371'.";
    return OPCS_4.test(code) ? [] : [{ ...place, message: `procedure list ${list.id}: "${code}" is no OPCS-4 code.`, fix: meant }];
  });
}
