import type { DuckDBConnection } from '@duckdb/node-api';
import { addDays, type Day } from '../../calendar/day';
import type { CanonicalTable } from '../../catalogue/canonical-table';
import type { Organisation } from '../../catalogue/organisation';
import { identifier, literal, literals } from '../sql-text';

const ALWAYS = { from: '0001-01-01', to: '9999-12-31' } as const;

/** One group's hold on one code, from its first to its last day. */
interface Claim {
  readonly code: string;
  readonly cmg: string;
  readonly from: Day;
  readonly to: Day;
}

/** On every day a code belongs to the first group that claims it then; claims that follow each other do not overlap. */
function inForce(claims: readonly Claim[]): readonly Claim[] {
  return [...new Set(claims.map(({ code }) => code))].flatMap((code) => {
    const own = claims.filter((claim) => claim.code === code);
    const starts = new Set(own.flatMap(({ from, to }) => (to === ALWAYS.to ? [from] : [from, addDays(to, 1)])));
    const days = [...starts].sort();
    return days.flatMap((from, index): readonly Claim[] => {
      const next = days[index + 1];
      const holder = own.find((claim) => claim.from <= from && from <= claim.to);
      return holder === undefined ? [] : [{ ...holder, from, to: next === undefined ? ALWAYS.to : addDays(next, -1) }];
    });
  });
}

/** Makes the tables of which group holds which site code (always) and which treatment function (from when to when). */
export async function createGroups(connection: DuckDBConnection, organisation: Organisation): Promise<void> {
  const siteCodes = new Map(organisation.sites.map((site) => [site.key, site.codes]));
  const sites = organisation.cmgs.flatMap((cmg) => cmg.sites.flatMap((key) => siteCodes.get(key) ?? []).map((code): Claim => ({ code, cmg: cmg.key, ...ALWAYS })));
  const specialties = organisation.cmgs.flatMap((cmg) =>
    cmg.specialties.map(({ code, from, to }): Claim => ({ code, cmg: cmg.key, from: from ?? ALWAYS.from, to: to ?? ALWAYS.to })));
  for (const [name, claims] of [['cmg_sites', inForce(sites)], ['cmg_specialties', inForce(specialties)]] as const) {
    await connection.run(`create table ${name} (code varchar, cmg varchar, from_day date, to_day date)`);
    if (claims.length > 0) {
      await connection.run(`insert into ${name} values ${claims.map((claim) => `(${literals([claim.code, claim.cmg, claim.from, claim.to])})`).join(', ')}`);
    }
  }
}

/**
 * The group of a row: the one that claims its site, else the one that held its treatment function on the row's own date,
 * so that what a specialty did before it moved stays with its old group. A row without a date is as of now.
 */
export function withGroup(table: CanonicalTable, organisation: Organisation, select: string): string {
  const moves = organisation.cmgs.some((cmg) => cmg.specialties.some(({ from, to }) => from !== null || to !== null));
  const day = `coalesce(w.${identifier(table.date)}, cast(${literal(ALWAYS.to)} as date))`;
  // Where nothing ever moved, equality alone is the quicker join.
  const then = moves ? ` and ${day} >= by_specialty.from_day and ${day} <= by_specialty.to_day` : '';
  return `select w.* replace (coalesce(w.cmg, by_site.cmg, by_specialty.cmg) as cmg) from (${select}) as w
    left join cmg_sites as by_site on by_site.code = w.site_code
    left join cmg_specialties as by_specialty on by_specialty.code = w.treatment_function_code${then}`;
}
