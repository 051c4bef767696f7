import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Organisation } from '../../src/catalogue/organisation';
import { canonicalTable, CANONICAL_TABLES } from '../../src/catalogue/tables/canonical-tables';
import type { SqlValue } from '../../src/engine/snapshot';
import { derived } from '../../src/extracts/derived/parts';
import { deriveColumns } from '../../src/extracts/derived-columns';
import { rowsOf } from '../../src/extracts/load-rows';
import { creatingGathered, gathered } from '../../src/extracts/typed-rows';

export type GivenRow = Readonly<Record<string, SqlValue>>;
export type GivenTables = Readonly<Record<string, readonly GivenRow[]>>;

/** Gives rows of records the columns that are worked out at load, by the very statements that load them. */
export interface Deriver {
  rows(tables: GivenTables): Promise<GivenTables>;
  close(): void;
}

/** A deriver for a trust. Every call leaves nothing behind for the next. */
export async function createDeriver(organisation: Organisation): Promise<Deriver> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  for (const table of CANONICAL_TABLES) {
    await connection.run(creatingGathered(table));
  }
  return {
    rows: async (tables) => {
      await connection.run('begin');
      try {
        return await worked(connection, organisation, tables);
      } finally {
        await connection.run('rollback');
      }
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function worked(connection: DuckDBConnection, organisation: Organisation, tables: GivenTables): Promise<GivenTables> {
  const files = Object.entries(tables).map(([table, rows]) => ({
    source: table, name: table, table, notice: null, given: new Set(rows.flatMap((row) => Object.keys(row))),
  }));
  for (const [fileNo, { table: name, given }] of files.entries()) {
    const table = canonicalTable(name);
    if (table !== undefined) {
      const columns = ['weight', 'counted_by', ...[...given].filter((column) => column !== 'weight' && column !== 'counted_by')];
      const rows = (tables[name] ?? []).map((row, index) => [fileNo, index + 2, false, ...columns.map((column) => ({ weight: 1, counted_by: 'day', ...row })[column] ?? null)]);
      const width = columns.length + 3;
      const places = rows.map((row, index) => `(${row.map((_, place) => `$${index * width + place + 1}`).join(', ')})`);
      await connection.run(`insert into ${gathered(table)} (file_no, file_row, counted, ${columns.join(', ')}) values ${places.join(', ')}`, rows.flat());
    }
  }
  await deriveColumns(connection, organisation, files);
  const entries: [string, readonly GivenRow[]][] = [];
  for (const { table } of files) {
    entries.push([table, await rowsOf(connection, `select * exclude (file_no, file_row, counted, unread) from ${derived({ name: table })}`)]);
  }
  return Object.fromEntries(entries);
}
