import type { Catalogue } from '../catalogue/catalogue';
import { recognisedPeriod } from '../calendar/recognised-period';
import { areHeld, isCode, selectionsOf, unlistedKeys } from '../engine/held-keys';
import type { Query } from '../engine/query';
import type { Ground } from '../engine/slice';
import { TallyError } from '../errors';
import { inWordsOfTime } from '../language/as-of-now';
import { concernsAPatient } from '../language/patient-data';

/** The one dimension without a list whose keys are words. */
const PEER_GROUP = 'peer-group';

/** Said to whoever sent it; nothing of what it named is in it, in any log, or in the record. */
const NOT_OURS = 'That button asks for something that is not defined here, or of which nothing is held. Ask the question in words instead.';

/** For what names something that nobody defined and nothing is held of, which may be anything that somebody typed. */
const notOurs = (): TallyError => new TallyError('QUERY_INVALID', 'a query from outside names what is neither defined nor held', { sentence: NOT_OURS });

/**
 * A query from outside: with its periods called what their days are called, and with nothing in it but what the definitions
 * name and what may be a code of something held. A button may have been written by anybody, with any text for a key.
 * @throws TallyError QUERY_INVALID, without a word of the query
 */
export function fromOutside(query: Query, now: Parameters<typeof inWordsOfTime>[1]): Query {
  const { metrics, scorecard, by, frozen } = query;
  const selections = selectionsOf(query);
  const dimensions = [by ?? [], ...selections.map((one) => Object.keys(one))].flat();
  const areCodes = [...unlistedKeys(now.catalogue, selections)].every(([id, keys]) => keys.every((key) => (id === PEER_GROUP ? !concernsAPatient(key) : isCode(key))));
  const isOurs = areCodes && isDefined({ metrics, scorecard: frozen?.what === 'show' ? null : scorecard, dimensions }, now.catalogue)
    && (frozen === undefined || !concernsAPatient(frozen.name));
  if (!isOurs) {
    throw notOurs();
  }
  const { period, versus } = query;
  const other = versus !== null && typeof versus === 'object' && 'period' in versus ? { period: recognisedPeriod(versus.period) } : versus;
  return inWordsOfTime({ ...query, period: period === null ? null : recognisedPeriod(period), versus: other }, now);
}

/** @throws TallyError QUERY_INVALID, without a word of the query, where it names a key that is neither defined nor in the data */
export async function refuseUnheld(query: Query, ground: Ground): Promise<void> {
  if (!await areHeld(unlistedKeys(ground.catalogue, selectionsOf(query)), ground)) {
    throw notOurs();
  }
}

function isDefined(named: { readonly metrics: readonly string[]; readonly scorecard: string | null; readonly dimensions: readonly string[] }, catalogue: Pick<Catalogue, 'metrics' | 'dimensions' | 'scorecards'>): boolean {
  return named.metrics.every((id) => catalogue.metrics.has(id)) && named.dimensions.every((id) => catalogue.dimensions.has(id))
    && (named.scorecard === null || catalogue.scorecards.has(named.scorecard));
}
