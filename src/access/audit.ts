import { AUDIT_DAYS, type AccessRules } from '../catalogue/access-rules';
import type { Catalogue } from '../catalogue/catalogue';
import type { Query, Selection } from '../engine/query';
import { TallyError } from '../errors';
import { LISTED_DIMENSIONS } from '../learning/kept-query';
import type { Asker, Place } from '../language/question';

/** By which way an answer left; a `look` at what is watched shows nobody anything, and is not recorded. */
export type Way = 'look' | 'chat' | 'button' | 'refresh' | 'search' | 'digest' | 'watch' | 'report' | 'terminal';

/** One answer that was given, refused or failed: who, when, where, what and of which data; never words that anybody typed. */
export interface AuditEntry {
  readonly organisation: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly tenant: string | null;
  /** An Entra object id, a user of the command line, or '' for all who read a conversation. */
  readonly who: string;
  readonly place: Place['kind'];
  readonly conversation: string;
  readonly way: Way;
  /** The query as it was resolved, JSON; null where the words came to none. */
  readonly query: string | null;
  readonly snapshot: string | null;
  /** The outcome of the answer, or `failed`. */
  readonly outcome: string;
  /** A stable code, or null; of a command which it was, and after a colon why it was not carried out. */
  readonly reason: string | null;
  /** `lifted`: small numbers were not hidden from this person. `applied`: some were hidden. `none`: there were none to hide. */
  readonly suppression: 'none' | 'applied' | 'lifted';
}

/** Where the record is kept: added to, read, and forgotten when it is old; never changed. */
export interface AuditKept {
  append(entry: AuditEntry): Promise<void>;
}

/** Who asked, where and by which way. */
export interface Occasion {
  readonly asker: Asker;
  readonly place: Place;
  readonly way: Way;
}

export type Audited = Pick<AuditEntry, 'snapshot' | 'outcome' | 'reason' | 'suppression'> & { readonly query: Query | null };

export interface Audit {
  /** @throws TallyError AUDIT_FAILED, and what it was to record must then not be shown */
  record(occasion: Occasion, audited: Audited): Promise<void>;
}

/**
 * The record of who asked what. What cannot be recorded is not answered: the fault is the caller's to pass on.
 * @param clock the wall's, in milliseconds since 1970, whatever moment the answer is given as of
 */
export function createAudit(kept: AuditKept, catalogue: Pick<Catalogue, 'organisation' | 'metrics' | 'dimensions' | 'scorecards'>, clock: () => number): Audit {
  return {
    async record({ asker, place, way }, { query, ...audited }) {
      const entry: AuditEntry = {
        organisation: catalogue.organisation.name, at: clock(), tenant: asker.tenant, who: asker.id, place: place.kind, conversation: place.id, way,
        query: query === null ? null : JSON.stringify(auditedQuery(query, catalogue)), ...audited,
      };
      try {
        await kept.append(entry);
      } catch (cause) {
        throw new TallyError('AUDIT_FAILED', cause instanceof TallyError ? cause.message : 'the record was not written', { cause });
      }
    },
  };
}

const DAY = 24 * 60 * 60_000;

/** The earliest that is still kept at `at`; both in milliseconds since 1970. */
export const auditKeptSince = (at: number, rules: AccessRules | null): number => at - (rules?.['audit-days'] ?? AUDIT_DAYS) * DAY;

const NOT_SAID = '?';

/**
 * A query without anything a person may have written into it: ids that the catalogue holds, days, and keys of dimensions
 * whose values are listed. Of the codes of others (consultants, theatres, clinics) it says that there were some.
 */
function auditedQuery(query: Query, { metrics, dimensions, scorecards }: Pick<Catalogue, 'metrics' | 'dimensions' | 'scorecards'>): object {
  const known = (id: string, held: ReadonlyMap<string, unknown>): string => (held.has(id) ? id : NOT_SAID);
  const selection = (given: Selection): object => Object.fromEntries(Object.entries(given).map(([dimension, keys]) => {
    const values = LISTED_DIMENSIONS.has(dimension) ? dimensions.get(dimension)?.values ?? [] : [];
    return [known(dimension, dimensions), keys.map((key) => (values.some((value) => value.key === key) ? key : NOT_SAID))];
  }));
  const days = (period: Query['period']): object | null => (period === null ? null : { from: period.from, to: period.to, grain: period.grain });
  const { intent, metrics: asked, scorecard, period, filters, excluding, having, by, versus, order, limit, frozen, aim } = query;
  return {
    intent, metrics: asked.map((id) => known(id, metrics)), scorecard: scorecard === null ? null : known(scorecard, scorecards), period: days(period),
    filters: selection(filters), excluding: selection(excluding), having, by: by === null ? null : [by].flat().map((id) => known(id, dimensions)),
    versus: versus === null || typeof versus === 'string' ? versus : 'period' in versus ? { period: days(versus.period) } : { filters: selection(versus.filters) },
    order, limit, ...(aim === undefined ? {} : { aim: aim.value }), ...(frozen === undefined ? {} : { frozen: frozen.what }),
  };
}
