import type { z } from 'zod';
import { isFields, type Fields } from './entry';
import type { Path } from './yaml-file';

/** What stands in for fields that are wrong, by the field, such that nothing can be found wrong with it by itself. */
export type StandIns = Readonly<Record<string, Fields>>;

/** A day before all others: what holds on it alone overlaps with nothing. */
const NEVER: Fields = { from: '0001-01-01', to: '0001-01-01' };

export const METRIC_STAND_INS: StandIns = {
  name: { name: '-' }, short: { short: '-' }, group: { group: '-' }, synonyms: { synonyms: [] }, definition: { definition: '-' },
  kind: { kind: 'count', denominator: null }, unit: { unit: 'count' }, decimals: { decimals: 0 }, suffix: { suffix: '' }, better: { better: 'neutral' }, counting: { counting: 'sessions' },
  denominator: { denominator: null, kind: 'count', unit: 'count' }, exclude: { exclude: [] }, dimensions: { dimensions: [] }, period: { period: 'month' },
  'fresh-for-days': { 'fresh-for-days': 1 }, 'looks-ahead': { 'looks-ahead': false }, restricted: { restricted: false }, caveats: { caveats: [] },
  owner: { owner: '-' }, source: { source: '-' }, version: { version: '-' },
};

export const TARGET_STAND_INS: StandIns = {
  value: { value: 0 }, comparator: { comparator: 'below' }, source: { source: '-', ...NEVER }, name: { name: '-', ...NEVER }, first: { first: false },
  from: NEVER, to: NEVER,
};

export const SOURCE_STAND_INS: StandIns = {
  files: { files: '-' }, dates: { dates: [] }, 'date-times': { 'date-times': [] }, select: { select: 'file_row' }, 'allowed-fall': { 'allowed-fall': 0 }, optional: { optional: false },
};

export const ORGANISATION_STAND_INS: StandIns = {
  name: { name: '-' }, scope: { scope: '-' }, scopeSynonyms: { scopeSynonyms: [] }, notice: { notice: null }, owner: { owner: '-' }, date: { date: '2000-01-01' },
};

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
    } else if (part === 'where') {
      mended = without(mended, issue.path.slice(0, 2));
    } else if (standIn !== undefined && isFields(mended)) {
      mended = { ...mended, ...standIn };
    } else {
      return null;
    }
  }
  return mended;
}
