import type { Database, Statement } from './database';
import { MIGRATIONS } from './migrations';
import { storeFailed } from './statements';

/**
 * Brings the schema up to date: every version that the store has not had yet, in order, or none of them where one fails.
 * Instances may do so at the same moment: each version's number is written once, so that one of them applies it and the
 * others find it applied.
 * @param clock milliseconds since 1970, for the record of when a version was applied
 * @throws TallyError STORE_FAILED, also where the store was written by a newer version of the program
 */
export async function upgrade(database: Database, clock: () => number): Promise<void> {
  await database.change([{ sql: database.schema('create table if not exists schema_migration (version integer primary key, applied_at integer not null) strict') }]);
  for (let current = await versionOf(database); current < MIGRATIONS.length;) {
    try {
      await database.change(versionsAfter(current, database, clock()));
      return;
    } catch (error) {
      const found = await versionOf(database);
      // Another instance was first, with these versions or the first of them.
      if (found <= current) throw error;
      current = found;
    }
  }
}

async function versionOf({ statements }: Database): Promise<number> {
  const found = await statements.run('select coalesce(max(version), 0) as version from schema_migration');
  const version = Number(found.rows[0]?.['version']);
  if (version > MIGRATIONS.length) {
    throw storeFailed(`the store has schema version ${version}; this program knows ${MIGRATIONS.length}`, undefined);
  }
  return version;
}

/** The number before the tables: whoever comes second is stopped by it, with nothing changed. */
function versionsAfter(current: number, database: Database, at: number): Statement[] {
  return MIGRATIONS.slice(current).flatMap((ddl, index) => [
    { sql: 'insert into schema_migration (version, applied_at) values (?, ?)', args: [current + index + 1, at] },
    ...ddl.map((sql) => ({ sql: database.schema(sql) })),
  ]);
}
