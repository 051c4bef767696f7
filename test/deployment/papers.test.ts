import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AUDIT_DAYS } from '../../src/catalogue/access-rules';
import { LONGEST_KEPT_DAYS } from '../../src/catalogue/question-keeping';
import { reportsKeptSince } from '../../src/reports/report';
import { MIGRATIONS } from '../../src/store/migrations';

const ROOT = path.join(__dirname, '..', '..');
const DAY = 24 * 60 * 60_000;
const papers = readdirSync(path.join(ROOT, 'deployment', 'papers')).map((name) => [name, readFileSync(path.join(ROOT, 'deployment', 'papers', name), 'utf8')] as const);
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

it.each(papers)('%s names only files that are there, and commands that there are', (_, text) => {
  const named = [...text.matchAll(/`((?:src|test|deployment)\/[\w./-]+)`/g)].map(([, file = '']) => file);
  const linked = [...text.matchAll(/\]\(([\w./-]+)\)/g)].map(([, file = '']) => path.posix.join('deployment/papers', file));
  expect([...named, ...linked].filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  const scripts = readFileSync(path.join(ROOT, 'package.json'), 'utf8');
  for (const [, name = ''] of text.matchAll(/`npm run ([\w-]+)/g)) expect(scripts).toContain(`"${name}":`);
});
