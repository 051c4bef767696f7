import { sql } from 'kysely';
import type { Catalogue } from '../catalogue/catalogue';
import { column } from './conditions';
import { CODE_SHAPE, NOT_KNOWN, UNPLACED } from './keys';
import { engineFault } from './engine-fault';
import type { Query, Selection } from './query';
import type { Ground } from './slice';
import type { Snapshot } from './snapshot';
import { builder, statementOf } from './statement';
import { text } from './sum';

type Dimensions = Pick<Catalogue, 'dimensions'>;

/** Every selection of a query. */
export const selectionsOf = ({ filters, excluding, versus }: Pick<Query, 'filters' | 'excluding' | 'versus'>): readonly Selection[] =>
  [filters, excluding, ...(versus !== null && typeof versus === 'object' && 'filters' in versus ? [versus.filters] : [])];

/** Keys that no definition lists, by dimension: codes, if they are anything. */
export function unlistedKeys({ dimensions }: Dimensions, selections: readonly Selection[]): ReadonlyMap<string, readonly string[]> {
  const unlisted = new Map<string, readonly string[]>();
  for (const [id, keys] of selections.flatMap((selection) => Object.entries(selection))) {
    const dimension = dimensions.get(id);
    const listed = new Set([NOT_KNOWN, UNPLACED, dimension?.whole, ...(dimension?.values.map(({ key }) => key) ?? [])]);
    const others = keys.filter((key) => !listed.has(key));
    if (others.length > 0) {
      unlisted.set(id, [...(unlisted.get(id) ?? []), ...others]);
    }
  }
  return unlisted;
}

/** A code as extracts may give it: they are refused with anything else, and with what may be an NHS number. */
export const isCode = (key: string): boolean => new RegExp(CODE_SHAPE).test(key) && !/^\d{10}$/.test(key);

/**
 * Whether some row of the snapshot has each of these codes in the column of its dimension.
 * @throws TallyError QUERY_TIMEOUT when `signal` aborts, ENGINE_FAILED where a statement fails
 */
export function areHeld(unlisted: ReadonlyMap<string, readonly string[]>, ground: Ground): Promise<boolean> {
  return haveRows(unlisted, ground).catch((error: unknown) => {
    throw engineFault(error, ground.signal);
  });
}

async function haveRows(unlisted: ReadonlyMap<string, readonly string[]>, { catalogue, snapshot, signal }: Ground): Promise<boolean> {
  for (const [id, keys] of unlisted) {
    const name = catalogue.dimensions.get(id)?.column ?? '';
    const field = sql<string>`cast(${column(name)} as varchar)`;
    const missing = new Set(keys);
    for (const table of tablesWith(name, snapshot)) {
      const { sql: statement, parameters } = statementOf(sql`select distinct ${field} as code from ${sql.table(table)} as t where ${field} in (${sql.join([...missing])})`.compile(builder));
      (await snapshot.run(statement, parameters, signal)).forEach((row) => missing.delete(text(row['code']) ?? ''));
      if (missing.size === 0) {
        break;
      }
    }
    if (missing.size > 0) {
      return false;
    }
  }
  return true;
}

const tablesWith = (name: string, { coverage }: Snapshot): readonly string[] => Object.entries(coverage).flatMap(([table, { columnsFrom }]) => ((columnsFrom[name] ?? null) === null ? [] : [table]));
