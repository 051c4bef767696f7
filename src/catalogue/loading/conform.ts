import type { z } from 'zod';
import type { Fault } from '../fault';
import type { Entry, Fields } from './entry';
import { mend, type StandIns } from './mend';
import type { Path } from './yaml-file';

type Issue = z.core.$ZodIssue;

/** A thing that has the shape it should, with the entry that says where each part of it is written. */
export interface Checked<T> {
  readonly value: T;
  readonly entry: Entry;
}

function valueAt(fields: unknown, path: Path): unknown {
  let value = fields;
  for (const step of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  }
  return value;
}

const spoken = (path: Path): string => path.map(String).join('.');
const kindOf = (value: unknown): string => (value === null ? 'nothing' : Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'fields' : `a ${typeof value}`);

/** The way of writing it that was meant: the one with the fewest fields it does not know, then the fewest faults. */
function meant(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const cost = (issues: readonly Issue[]): number =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 10 * issue.keys.length : 1), 0);
  return [...branches].sort((a, b) => cost(a) - cost(b))[0] ?? [];
}

function faultsOf(issue: Issue, what: string, entry: Entry, fields: readonly string[], at: Path): Fault[] {
  const path = [...at, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const branch = meant(issue.errors);
    const isTest = path.includes('where') || path.includes('when');
    if (!isTest || !branch.some(({ code }) => code === 'unrecognized_keys')) {
      return branch.flatMap((inner) => faultsOf(inner, what, entry, fields, path));
    }
    return [{
      ...entry.place(path),
      message: `${what}: ${spoken(path)} is not a test.`,
      fix: 'Write field: and one of is, is-not, over, under, at-least, known, in-list, starts-with, starts-not-with; or any: with lists of tests.',
    }];
  }
  if (issue.code === 'unrecognized_keys') {
    const known = path.length === 0 ? `Use one of ${fields.join(', ')}, or take it out.` : 'Check its spelling, or take it out.';
    return issue.keys.map((key) => ({ ...entry.place([...path, key]), message: `${what}: "${spoken([...path, key])}" is not a known field.`, fix: known }));
  }
  const value = valueAt(entry.fields, path);
  if (value === undefined) {
    return [{ ...entry.place(path), message: `${what}: "${spoken(path)}" is missing.`, fix: `Add ${spoken(path.slice(-1))}:.` }];
  }
  if (issue.code === 'invalid_type') {
    const quoted = issue.expected === 'string' && typeof value === 'number' ? ` Put it in quotes: '${value}'.` : '';
    return [{ ...entry.place(path), message: `${what}: "${spoken(path)}" is ${kindOf(value)}.`, fix: `It must be ${article(issue.expected)}.${quoted}` }];
  }
  if (issue.code === 'invalid_value') {
    return [{ ...entry.place(path), message: `${what}: "${spoken(path)}" is ${JSON.stringify(value)}.`, fix: `Use one of ${issue.values.map(String).join(', ')}.` }];
  }
  return [{ ...entry.place(path), message: `${what}: "${spoken(path)}" is ${JSON.stringify(value)}.`, fix: fixOf(issue) }];
}

/** What to write instead, in words; the schema's own where it has some for the case. */
function fixOf(issue: Issue): string {
  if (issue.code === 'too_small') {
    const least = Number(issue.minimum);
    return issue.origin === 'string' ? 'Write something there.'
      : issue.origin === 'array' ? `It needs ${least === 1 ? 'one entry' : `${least} entries`} at least.`
      : `It must be ${issue.inclusive === false ? `more than ${least}` : `${least} or more`}.`;
  }
  if (issue.code === 'too_big') {
    return `It must be ${String(issue.maximum)} or less.`;
  }
  return issue.code === 'invalid_key' ? 'That name cannot stand there; check how it is written.'
    : issue.code === 'invalid_format' ? 'It is not written in the form that is needed; look at one of those that ship with the product.' : `${issue.message}.`;
}

/** Fields left blank, which say no more than fields left out: a source of spaces is no source. */
function withoutBlanks(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' && value.trim() === '' ? '' : value]));
}

/** Above this, the fields that are missing are named together: a mistyped id makes a thing that lacks nearly everything. */
const NAMED_ONE_BY_ONE = 3;

function missingTogether(faults: readonly Fault[], issues: readonly Issue[], what: string, entry: Entry): readonly Fault[] {
  const missing = issues.flatMap(({ path: [field, ...rest] }) =>
    (typeof field === 'string' && rest.length === 0 && entry.fields[field] === undefined ? [field] : []));
  if (missing.length <= NAMED_ONE_BY_ONE) {
    return faults;
  }
  const single = new Set(missing.map((field) => `${what}: "${field}" is missing.`));
  return [
    { ...entry.place(), message: `${what}: ${missing.map((field) => `"${field}"`).join(', ')} are missing.`, fix: 'Add them; or, where one that is there already was to be changed, correct its id.' },
    ...faults.filter(({ message }) => !single.has(message)),
  ];
}

const ARTICLES: Readonly<Record<string, string>> = { string: 'text', number: 'a number', int: 'a whole number', array: 'a list', boolean: 'true or false', object: 'fields' };
const article = (expected: string): string => ARTICLES[expected] ?? expected;

/**
 * The entry as the schema has it, with every fault put into `faults`. Where there is a fault it comes back mended with
 * `standIns`, to be checked further and no more; or null, where too little of it is left. `what` names the thing in the
 * messages: "metric dna-rate".
 */
export function conform<S extends z.ZodObject>(schema: S, entry: Entry, what: string, faults: Fault[], standIns: StandIns = {}): Checked<z.infer<S>> | null {
  const given = withoutBlanks(entry.fields);
  const result = schema.safeParse(given);
  if (result.success) {
    return { value: result.data, entry };
  }
  const fields = Object.keys(schema.shape);
  const { issues } = result.error;
  faults.push(...missingTogether(issues.flatMap((issue) => faultsOf(issue, what, entry, fields, [])), issues, what, entry));
  const mended = schema.safeParse(mend(given, issues, standIns));
  return mended.success ? { value: mended.data, entry } : null;
}
