import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { z } from 'zod';

/** Left to right: a room may import from itself and from what stands in a later line; within a line, from itself alone. */
const RANKS: readonly (readonly string[])[] = [
  ['main'],
  ['cli'],
  ['tally', 'http', 'teams'],
  ['config'],
  ['watches'],
  ['reports', 'digests'],
  ['ask'],
  ['cards'],
  ['answers'],
  ['access'],
  ['learning'],
  ['language'],
  ['demonstration'],
  ['extracts'],
  ['engine'],
  ['store'],
  ['delivery'],
  ['statistics'],
  ['catalogue'],
  ['calendar'],
  ['monitoring'],
  ['errors'],
];

/** Rooms with neither files nor network: they are given what they work on. */
const PURE = ['answers', 'delivery', 'reports', 'digests', 'watches', 'access', 'learning', 'language', 'engine', 'statistics', 'calendar', 'errors', 'ask'];
/** Rooms that read their own files at start and touch nothing else. */
const READERS = ['catalogue', 'cards'];
const READING = ['existsSync', 'readFileSync', 'readdirSync', 'statSync', 'readFile', 'readdir', 'stat'];
/** Built-in modules that compute and reach nothing. */
const HARMLESS = ['node:buffer', 'node:crypto', 'node:path', 'node:url', 'node:util', 'node:zlib', 'node:assert'];
/** The only places that ask the machine what time it is, or for chance. */
const CLOCKED = ['main', 'tally', 'cli'];

/** Packages that one room alone may know. */
const KEPT_TO: readonly (readonly [pattern: RegExp, rooms: readonly string[]])[] = [
  [/^botbuilder|^botframework-/, ['teams']],
  [/^restify$/, ['http']],
  [/^prom-client$/, ['monitoring']],
];

const BUILT_IN = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
const CEILING = 250;

interface Source {
  /** From src, with forward slashes: `engine/compile.ts`. */
  readonly name: string;
  readonly text: string;
}

interface Import {
  readonly from: string;
  readonly names: readonly string[];
  readonly typeOnly: boolean;
}

/** Every way in which a file breaks the rules of the house, in words; none for a good one. */
function faults(source: Source, dependencies: ReadonlySet<string>): string[] {
  const tree = ts.createSourceFile(source.name, source.text, ts.ScriptTarget.ES2023, true);
  const room = roomOf(source.name);
  const found = importsOf(tree).flatMap((one) => importFaults(one, source.name, room, dependencies));
  found.push(...syntaxFaults(tree, room), ...shapeFaults(source));
  return found.map((fault) => `src/${source.name}: ${fault}`);
}

function roomOf(name: string): string {
  return name.split('/')[0]?.replace(/\.ts$/, '') ?? name;
}

function rankOf(room: string): number {
  return RANKS.findIndex((rank) => rank.includes(room));
}

function importFaults({ from, names, typeOnly }: Import, file: string, room: string, dependencies: ReadonlySet<string>): string[] {
  if (from.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(file), from);
    if (target.startsWith('..')) return [`imports ${from}, outside src`];
    const other = roomOf(target);
    if (other === room) return [];
    if (rankOf(other) < 0) return [`imports ${from}, which has no rank`];
    return rankOf(room) < rankOf(other) ? [] : [`imports ${from}: ${room} may not know ${other}`];
  }
  if (BUILT_IN.has(from)) return builtInFaults(from, names, room, typeOnly);
  const name = from.split('/').slice(0, from.startsWith('@') ? 2 : 1).join('/');
  const found = dependencies.has(name) ? [] : [`imports ${name}, which is not among the dependencies of package.json`];
  for (const [pattern, rooms] of KEPT_TO) {
    if (pattern.test(name) && !rooms.includes(room)) found.push(`imports ${name}, which only ${rooms.join(' and ')} may`);
  }
  return found;
}

function builtInFaults(from: string, names: readonly string[], room: string, typeOnly: boolean): string[] {
  if (!from.startsWith('node:')) return [`imports ${from} without node:`];
  if (typeOnly || HARMLESS.includes(from)) return [];
  if (PURE.includes(room)) return [`imports ${from}: ${room} is handed what it works on`];
  if (!READERS.includes(room)) return [];
  if (from !== 'node:fs' && from !== 'node:fs/promises') return [`imports ${from}: ${room} only reads its own files`];
  return names.filter((name) => !READING.includes(name)).map((name) => `imports ${name} of ${from}: ${room} only reads its own files`);
}

function importsOf(tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = node.importClause;
      const bound = clause?.namedBindings;
      const names = bound === undefined ? [] : ts.isNamedImports(bound) ? bound.elements.map(({ propertyName, name }) => (propertyName ?? name).text) : ['*'];
      if (clause?.name !== undefined) names.push('default');
      found.push({ from: node.moduleSpecifier.text, names, typeOnly: clause?.isTypeOnly ?? false });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ from: node.moduleSpecifier.text, names: ['*'], typeOnly: node.isTypeOnly });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push({ from: node.argument.literal.text, names: [], typeOnly: true });
    } else if (ts.isCallExpression(node) && loads(node.expression)) {
      const [what] = node.arguments;
      found.push({ from: what !== undefined && ts.isStringLiteral(what) ? what.text : '(a computed name)', names: ['*'], typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** `require(…)`, `import(…)`; `require.resolve` names a file and loads nothing. */
function loads(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}

function syntaxFaults(tree: ts.SourceFile, room: string): string[] {
  const found: string[] = [];
  const at = (node: ts.Node, what: string) => found.push(`line ${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}: ${what}`);
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) at(node, 'any');
    if (ts.isNonNullExpression(node)) at(node, 'a non-null assertion');
    if (ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent)) at(node, 'a default export');
    if (!CLOCKED.includes(room) && asksTheMachine(node)) at(node, `${node.getText(tree)} in ${room}: the clock and chance are handed in`);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** `Date.now`, `Date()`, `new Date()`, `DateTime.now()` and its kin without an argument, `Math.random`, called or passed on. */
function asksTheMachine(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const said = `${node.expression.text}.${node.name.text}`;
    if (said === 'Date.now' || said === 'DateTime.now' || said === 'Math.random') return true;
    const called = ts.isCallExpression(node.parent) && node.parent.expression === node && node.parent.arguments.length === 0;
    return called && (said === 'DateTime.local' || said === 'DateTime.utc');
  }
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
    return ts.isIdentifier(node.expression) && node.expression.text === 'Date' && (node.arguments?.length ?? 0) === 0;
  }
  return false;
}

function shapeFaults({ name, text }: Source): string[] {
  const found: string[] = [];
  const lines = text.replace(/\n$/, '').split('\n').length;
  if (lines > CEILING) found.push(`${lines} lines, over ${CEILING}: it is asking to be two nouns`);
  if (/\b(TODO|FIXME|XXX|HACK)\b/.test(text)) found.push('leaves something to be done');
  if (/@ts-(ignore|nocheck|expect-error)\b/.test(text)) found.push('silences the compiler');
  for (const part of name.replace(/(\.d)?\.ts$/, '').split('/')) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part)) found.push(`${part} is not kebab-case`);
    if (/^(utils?|helpers?|common|shared|misc|manager|index)$/.test(part)) found.push(`${part} names no noun`);
  }
  if (rankOf(roomOf(name)) < 0) found.push('has no rank');
  return found;
}

const root = path.join(__dirname, '..');
const sources: Source[] = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name: name.split(path.sep).join('/'), text: readFileSync(path.join(root, 'src', name), 'utf8') }));

function declaredDependencies(): Set<string> {
  const manifest = z.object({ dependencies: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  return new Set(Object.keys(manifest.dependencies));
}

describe('the rooms of src', () => {
  const dependencies = declaredDependencies();

  test('are all read', () => {
    expect(sources.length).toBeGreaterThan(20);
  });

  test.each([...new Set(sources.map(({ name }) => roomOf(name)))].sort())('%s keeps to the rules of the house', (room) => {
    const own = sources.filter(({ name }) => roomOf(name) === room);
    expect(own.flatMap((source) => faults(source, dependencies))).toEqual([]);
  });
});

/** What is imported from files of each name, whichever folder they lie in: `run` → `runQuery`, … */
function importedFrom(all: readonly Source[]): ReadonlyMap<string, ReadonlySet<string>> {
  const taken = new Map<string, Set<string>>();
  for (const [, names = '', from = ''] of all.flatMap(({ text }) => [...text.matchAll(/import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'([^']+)'/g)])) {
    const known = taken.get(path.posix.basename(from)) ?? new Set();
    names.split(',').forEach((one) => known.add(one.trim().replace(/^type\s+/, '').replace(/\s+as\s+.*$/, '')));
    taken.set(path.posix.basename(from), known);
  }
  return taken;
}

/** The functions, classes and values that a file exports and that nobody imports. Types may be exported to be seen. */
function unused({ name, text }: Source, imported: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const exported = [...text.matchAll(/^export (?:async )?(?:abstract )?(?:function\*?|const|let|class) (\w+)/gm)].map(([, one = '']) => one);
  const taken = imported.get(path.posix.basename(name, '.ts'));
  return exported.filter((one) => taken?.has(one) !== true).map((one) => `src/${name}: exports ${one}, which nobody else uses`);
}

describe('what a file exports', () => {
  const tests: Source[] = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(path.join(__dirname, name), 'utf8') }));

  test('somebody else uses, in src or in a test of it', () => {
    const imported = importedFrom([...sources, ...tests]);
    expect(sources.flatMap((source) => unused(source, imported))).toEqual([]);
  });

  test.each([
    ["import { run } from '../engine/run';", 0], ["import {\n  other,\n  run as runs,\n} from './run';", 0], ["import { run } from './walk';", 1], ['export const run = 1;', 1],
  ])('is found to be used or not where another file says %j', (text, faulty) => {
    const source = { name: 'engine/run.ts', text: 'export function run(): void {}\nexport interface Run {}\nconst kept = 1;\n' };
    expect(unused(source, importedFrom([source, { name: 'engine/other.ts', text }]))).toHaveLength(faulty);
  });
});

describe('the rules of the house', () => {
  const dependencies = new Set(['botbuilder', 'restify', 'luxon', 'zod', '@duckdb/node-api']);

  test.each([
    ['a room that knows one above it', 'engine/run.ts', "import { read } from '../language/read';"],
    ['a room that knows its neighbour', 'teams/bot.ts', "import { createServer } from '../http/server';"],
    ['a door opened again through a re-export', 'catalogue/metric.ts', "export { runQuery } from '../engine/run';"],
    ['a type taken from above', 'calendar/day.ts', "export type Asked = import('../engine/query').Query;"],
    ['a room reached by require', 'answers/judge.ts', "const cards = require('../cards/render');"],
    ['a file outside src', 'cards/render.ts', "import { x } from '../../test/x';"],
    ['botbuilder outside teams', 'http/server.ts', "import { CloudAdapter } from 'botbuilder';"],
    ['restify outside http', 'teams/bot.ts', "import restify from 'restify';"],
    ['a package for development only', 'engine/run.ts', "import fc from 'fast-check';"],
    ['files in the engine', 'engine/run.ts', "import { readFileSync } from 'node:fs';"],
    ['the network in language', 'language/read.ts', "import http from 'node:http';"],
    ['a catalogue that writes', 'catalogue/load.ts', "import { writeFileSync } from 'node:fs';"],
    ['cards that take all of fs', 'cards/templates.ts', "import * as fs from 'node:fs';"],
    ['a built-in module without node:', 'extracts/load.ts', "import { join } from 'path';"],
    ['the clock', 'answers/judge.ts', 'export const now = Date.now();'],
    ['the clock passed on', 'store/context.ts', 'export const clock = Date.now;'],
    ['today as a date', 'language/read.ts', 'export const today = new Date();'],
    ['today of luxon', 'calendar/day.ts', "import { DateTime } from 'luxon';\nexport const now = DateTime.utc();"],
    ['chance', 'demonstration/generate.ts', 'export const dice = Math.random();'],
    ['any', 'engine/run.ts', 'export function run(x: any): void {}'],
    ['a non-null assertion', 'engine/run.ts', 'export const first = (xs: number[]) => xs[0]!;'],
    ['a default export', 'engine/run.ts', 'export default 1;'],
    ['a default function', 'engine/run.ts', 'export default function run() {}'],
    ['something left to do', 'engine/run.ts', '// TODO: later'],
    ['a silenced compiler', 'engine/run.ts', '// @ts-ignore\nexport const x = 1;'],
    ['a file too long', 'engine/run.ts', 'export {};\n'.repeat(251)],
    ['a name without a noun', 'engine/utils.ts', 'export {};'],
    ['a name in another case', 'engine/runQuery.ts', 'export {};'],
    ['a room nobody planned', 'plugins/one.ts', 'export {};'],
  ])('refuse %s', (_what, name, text) => {
    expect(faults({ name, text }, dependencies)).toHaveLength(1);
  });

  test.each([
    ['a room further down', 'engine/run.ts', "import type { Metric } from '../catalogue/metric';"],
    ['its own folder', 'engine/run.ts', "import { compile } from './compile';"],
    ['a date of a known instant', 'answers/judge.ts', 'export const day = (at: number) => new Date(at);'],
    ['the clock in main', 'main.ts', "import { openTally } from './tally';\nexport const clock = () => Date.now();"],
    ['a catalogue that reads', 'catalogue/load.ts', "import { readFileSync } from 'node:fs';"],
    ['the engine and its database', 'engine/run.ts', "import { DuckDBInstance } from '@duckdb/node-api';"],
    ['a switch with a default', 'engine/run.ts', 'export const f = (x: number) => { switch (x) { default: return 1; } };'],
    ['the types of a package that ships none', 'statistics/jstat.d.ts', "declare module 'jstat' {\n  export const jStat: number;\n}"],
    ['a file of 250 lines', 'engine/run.ts', 'export {};\n'.repeat(250)],
  ])('allow %s', (_what, name, text) => {
    expect(faults({ name, text }, dependencies)).toEqual([]);
  });
});
