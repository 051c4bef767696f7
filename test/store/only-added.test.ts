import { MIGRATIONS } from '../../src/store/migrations';
import { STORES, type Place } from './stores';

// Instances of yesterday's version go on while the first of today's brings the schema up to date, and a roll-back that needs
// no backup rests on the same: whatever was there stays as it was, and what is written in yesterday's words is taken.

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Table → a row of it: a value that every column of its own takes. */
function exampleRows(version: number): ReadonlyMap<string, Readonly<Record<string, string | number>>> {
  const rows = new Map<string, Record<string, string | number>>();
  for (const sql of MIGRATIONS.slice(0, version).flat()) {
    const [, table = '', body = ''] = /^create table if not exists (\w+) \(([^]*)\) strict/.exec(sql) ?? [];
    const [, changed = '', added = ''] = /^alter table (\w+) add column ([^]*)$/.exec(sql) ?? [];
    const columns = table === '' ? [added] : body.split(/,(?![^(]*\))/);
    for (const column of columns) {
      const [, name = '', type = ''] = /^\s*("?\w+"?) (text|integer|real)\b/.exec(column) ?? [];
      if (name === '') continue;
      const [, first] = /check \(\w+ in \('([\w-]+)'/.exec(column) ?? [];
      rows.set(table || changed, { ...rows.get(table || changed), [name]: type === 'text' ? first ?? 'x' : 1 });
    }
  }
  return rows;
}

const literal = (value: string | number): string => (typeof value === 'number' ? String(value) : `'${value}'`);
const insert = (table: string, row: Readonly<Record<string, string | number>>): string => `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.values(row).map(literal).join(', ')})`;
const VERSIONS = MIGRATIONS.map((_, at) => at + 1);

describe('what was there', () => {
  // In a file: PostgreSQL has the same schema, word for word.
  const [[, emptyPlace]] = STORES;
  let place: Place;
  beforeEach(async () => { place = await emptyPlace(); });
  afterEach(() => place.clear());
  const apply = async (from: number, to: number): Promise<void> => {
    for (const sql of MIGRATIONS.slice(from, to).flat()) await place.raw(place.schema(sql));
  };
  const held = async (rows: ReturnType<typeof exampleRows>): Promise<ReadonlyMap<string, Rows>> => {
    const found = new Map<string, Rows>();
    for (const [table, row] of rows) found.set(table, (await place.raw(`select ${Object.keys(row).join(', ')} from ${table}`)).map((one) => ({ ...one })));
    return found;
  };

  it.each(VERSIONS)('what version %i kept is there under today’s schema as it was, and what it writes is taken', async (version) => {
    const rows = exampleRows(version);
    await apply(0, version);
    for (const [table, row] of rows) await place.raw(insert(table, row));
    const before = await held(rows);
    expect([...before.values()].every((kept) => kept.length === 1)).toBe(true);
    await apply(version, MIGRATIONS.length);
    expect(await held(rows)).toEqual(before);
    for (const [table, row] of rows) {
      await place.raw(`delete from ${table}`);
      await place.raw(insert(table, row));
    }
    expect(await held(rows)).toEqual(before);
  });
});

it('no version takes away a table, a column or what is kept, but for who installed the bot where it has been removed', () => {
  const taking = MIGRATIONS.flat().filter((sql) => !/^(create table if not exists|create index if not exists|alter table \w+ add column|update \w+ set|create trigger if not exists audit_trail_\w+ before (?:update|delete) on audit_trail) /.test(sql));
  expect(taking).toEqual(["delete from installer where place in (select place from installation where state = 'removed')"]);
});

it('what a version writes into rows that are there goes into columns that are new with it', () => {
  for (const version of MIGRATIONS) {
    const added = version.flatMap((sql) => { const [, table, column] = /^alter table (\w+) add column (\w+)/.exec(sql) ?? []; return table === undefined ? [] : [`${table}.${column}`]; });
    for (const sql of version) {
      const [, table, column] = /^update (\w+) set (\w+) = /.exec(sql) ?? [];
      if (table !== undefined) expect(added).toContain(`${table}.${column}`);
    }
  }
});
