import { COMMISSIONERS, type Commissioner } from './commissioner';
import { sqlConstant } from './sql-text';

/** How deprived each commissioner's patients are, 1 for deciles spread evenly and more for poorer people. Illustrative. */
const DEPRIVED: Readonly<Record<string, number>> = { '04C': 1.9, '04V': 1, '03W': 0.72 };

/** SQL for the commissioner's code that a draw from 0 to 1, itself SQL, falls on. */
export function commissionerOf(draw: string): string {
  return byShare(draw, ({ code }) => code);
}

/** SQL for a national deprivation decile, 1 the most deprived, of a patient of the commissioner that `draw` falls on; `other` is a further draw. */
export function decileOf(draw: string, other: string): string {
  return `(1 + floor(10 * pow(${other}, ${byShare(draw, ({ code }) => DEPRIVED[code] ?? 1.1)})))::utinyint`;
}

function byShare(draw: string, value: (commissioner: Commissioner) => string | number): string {
  let below = 0;
  const cases = COMMISSIONERS.map((each, index) => {
    below += each.admissions;
    return index === COMMISSIONERS.length - 1 ? `else ${sqlConstant(value(each))}` : `when ${draw} < ${sqlConstant(below)} then ${sqlConstant(value(each))}`;
  });
  return `case ${cases.join(' ')} end`;
}
