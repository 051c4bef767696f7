import type { z } from 'zod';
import { isFields, type Fields } from './entry';
import type { Path } from './yaml-file';

/** What stands in for fields that are wrong, by the field, such that nothing can be found wrong with it by itself. */
export type StandIns = Readonly<Record<string, Fields>>;

/** Parts of a measure that it can be checked without. */
const PARTS_LEFT_OUT: ReadonlySet<string> = new Set(['where', 'date', 'divide', 'in-base-year-prices']);

function without(value: unknown, path: Path): unknown {
  const [step, ...rest] = path;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === step ? without(item, rest) : item));
  }
  if (!isFields(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).flatMap(([key, part]) =>
    (key !== step ? [[key, part]] : rest.length === 0 ? [] : [[key, without(part, rest)]])));
}

/**
 * The fields without what is wrong with them: unknown ones taken out, wrong tests left out with their list, and stand-ins
 * in place of the rest. They are only ever checked further, so that one run finds every fault, and never served.
 * Null where a field is wrong that nothing can stand in for.
 */
export function mend(fields: Fields, issues: readonly z.core.$ZodIssue[], standIns: StandIns): unknown {
  let mended: unknown = fields;
  for (const issue of issues) {
    const [field, part] = issue.path;
    const standIn = typeof field === 'string' ? standIns[field] : undefined;
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        mended = without(mended, [...issue.path, key]);
      }
    } else if ((field === 'numerator' || field === 'denominator') && typeof part === 'string' && PARTS_LEFT_OUT.has(part)) {
      mended = without(mended, issue.path.slice(0, 2));
    } else if (standIn !== undefined && isFields(mended)) {
      mended = { ...mended, ...standIn };
    } else {
      return null;
    }
  }
  return mended;
}
