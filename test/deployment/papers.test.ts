import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AUDIT_DAYS } from '../../src/catalogue/access-rules';
import { LONGEST_KEPT_DAYS } from '../../src/catalogue/question-keeping';
import { reportsKeptSince } from '../../src/reports/report';
import { MIGRATIONS } from '../../src/store/migrations';

const ROOT = path.join(__dirname, '..', '..');
const DAY = 24 * 60 * 60_000;
const papers = readdirSync(path.join(ROOT, 'deployment', 'papers')).map((name) => [name, readFileSync(path.join(ROOT, 'deployment', 'papers', name), 'utf8')] as const);
/** Beside the papers, what whoever deploys and watches Tally reads: the page, and its text. */
const pages = ['monitoring', 'container', 'backup'].map((folder) => [`${folder}/README.md`, readFileSync(path.join(ROOT, 'deployment', folder, 'README.md'), 'utf8')] as const);
const logging = papers.find(([name]) => name === 'logging.md')?.[1] ?? '';

/** The line of a table of the state store. */
const rowOf = (table: string): string => logging.split('\n').find((line) => line.startsWith('|') && line.split('|')[1]?.includes(`\`${table}\``) === true) ?? '';

it('every table of the state store is named with what it holds and how long', () => {
  const tables = [...new Set(MIGRATIONS.flat().flatMap((sql) => /create table if not exists (\w+)/.exec(sql)?.[1] ?? []))];
  expect(tables.length).toBeGreaterThan(10);
  expect([...tables, 'schema_migration'].filter((table) => rowOf(table) === '')).toEqual([]);
  const named = [...logging.matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)].map(([, one]) => one));
  expect(named.filter((one) => one !== 'schema_migration' && !tables.includes(one ?? ''))).toEqual([]);
});

it('how long things are kept is what the program keeps them', () => {
  expect(rowOf('audit_trail')).toContain(`${AUDIT_DAYS} days`);
  expect(rowOf('reported_number')).toContain(`${-reportsKeptSince(0) / DAY} days`);
  expect(rowOf('kept_question')).toContain(`${LONGEST_KEPT_DAYS} days`);
});

/** A number of a paper, and where the program or its deployment has it. */
const HELD: readonly (readonly [what: string, paper: string, said: RegExp, file: string, kept: RegExp])[] = [
  ['messages that are answered once', 'papers/logging.md', /^\| `answered_message` .* (\d+) to 25 hours \|$/m, 'src/store/answered-messages.ts', /KEPT_MS = (\d+) \* 60 \* 60 \* 1000;/],
  ['the question before', 'papers/logging.md', /^\| `conversation_context` .* read for (\d+) minutes/m, 'src/store/conversation-contexts.ts', /KEPT_MS = (\d+) \* 60 \* 1000;/],
  ['what became of posts', 'papers/logging.md', /^\| `posting` .* (\d+) days \|$/m, 'src/main.ts', /POSTS_KEPT = (\d+) \* 24 \* 60 \* 60 \* 1_000;/],
  ['cards to be judged', 'papers/logging.md', /(\d+) days to be judged/, 'src/learning/retention.ts', /JUDGING = (\d+) \* DAY;/],
  ['the log on Azure', 'papers/logging.md', /Log Analytics, (\d+) days, `logDays`/, 'deployment/azure/main.bicep', /param logDays int = (\d+)/],
  ['backups on Azure', 'backup/README.md', /any moment of (\d+) days/, 'deployment/azure/modules/database.bicep', /backupRetentionDays: (\d+)/],
  ['pictures', 'papers/data-protection.md', /gets the picture for (\d+) days/, 'src/cards/charts/signed-chart.ts', /DRAWN_FOR_DAYS = (\d+);/],
  ['what hides small numbers', 'papers/data-protection.md', /for (\d+) days after it was last read/, 'src/store/patterns-folder.ts', /KEPT_FOR = (\d+) \* 24 \* 60 \* 60 \* 1_000;/],
  ['small numbers', 'papers/data-protection.md', /counts of 1 to (\d+) people are not shown/, 'src/access/small-numbers/small-numbers.ts', /SMALL = (\d+);/],
];

it.each(HELD)('the number that is said of %s is the program’s', (_, paper, said, file, kept) => {
  const number = (name: string, pattern: RegExp): string => pattern.exec(readFileSync(path.join(ROOT, name), 'utf8'))?.[1] ?? `none in ${name}`;
  expect(number(path.join('deployment', paper), said)).toBe(number(file, kept));
});

it('the newest snapshots are kept, as many as both papers say', () => {
  expect(/^const KEPT = (\d+);$/m.exec(readFileSync(path.join(ROOT, 'src', 'extracts', 'snapshot-folder.ts'), 'utf8'))?.[1]).toBe('3');
  for (const name of ['logging.md', 'data-protection.md']) expect(papers.find(([one]) => one === name)?.[1]).toMatch(/the newest three/i);
});

it('the columns that name a member of staff are there, and every column for a person is among them', () => {
  const text = papers.find(([name]) => name === 'data-protection.md')?.[1] ?? '';
  const named = [...text.matchAll(/`(\w+)\.(\w+)`/g)].map(([, table = '', column = '']) => `${table}.${column}`).filter((one) => rowOf(one.split('.')[0] ?? '') !== '');
  const held = MIGRATIONS.flat().flatMap((sql) => {
    const table = /create table if not exists (\w+)/.exec(sql)?.[1];
    return table === undefined ? [] : [...sql.matchAll(/^\s+"?(who|person|asker|by|set_up_by|frozen_by)"? text/gm)].map(([, column = '']) => `${table}.${column}`);
  });
  expect(held.length).toBeGreaterThan(8);
  expect([...named].sort()).toEqual([...held].sort());
});

it.each([...papers.map(([name, text]) => [`papers/${name}`, text] as const), ...pages])('%s names only files that are there, and commands that there are', (page, text) => {
  const named = [...text.matchAll(/`((?:src|test|deployment)\/[\w./-]+)`/g)].map(([, file = '']) => file);
  const linked = [...text.matchAll(/\]\(([\w./-]+)\)/g)].map(([, file = '']) => path.posix.join('deployment', path.posix.dirname(page), file));
  expect([...named, ...linked].filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  const scripts = readFileSync(path.join(ROOT, 'package.json'), 'utf8');
  for (const [, name = ''] of text.matchAll(/`npm run ([\w-]+)/g)) expect(scripts).toContain(`"${name}":`);
});
