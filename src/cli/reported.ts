import type { Catalogue } from '../catalogue/catalogue';
import { londonTime } from '../calendar/instant';
import { reportsKeptSince, type Told } from '../reports/report';
import type { Store } from '../store/open-store';

const TOLD: Readonly<Record<Told, string>> = {
  told: 'told in Teams', uncertain: 'sent in Teams, not known to have arrived', 'not-told': 'not told in Teams',
};

const isNamed = (people: readonly string[], user: string): boolean => people.some((person) => person.trim().toLowerCase() === user.trim().toLowerCase());

/** Whose numbers this user may read reports of: every owner's for whoever may read the questions kept, their own for whom the configuration names as an owner. */
export function ownersReadBy(user: string, { owners, questions }: Pick<Catalogue, 'owners' | 'questions'>): 'all' | readonly string[] {
  return questions !== null && isNamed(questions.owners, user) ? 'all' : owners.filter(({ people }) => isNamed(people, user)).map(({ owner }) => owner);
}

/**
 * The numbers that people say are wrong, the latest first, a line each.
 * @param at the instant of reading, milliseconds since 1970
 * @throws TallyError STORE_FAILED
 */
export async function readReports({ reports }: Pick<Store, 'reports'>, { organisation }: Catalogue, read: 'all' | readonly string[], at: number): Promise<readonly string[]> {
  const kept = (await reports.read(organisation.name, reportsKeptSince(at))).filter(({ owner }) => read === 'all' || read.includes(owner));
  return kept.length === 0
    ? [`${organisation.name}: no number has been reported as wrong.`]
    : kept.map(({ at: when, said, saidOn, snapshot, owner, byName, by, told }) => `${londonTime(when)}: ${said} (${saidOn === snapshot ? `data version ${snapshot}` : `on data version ${saidOn}; seen on ${snapshot}`}), by ${byName ?? by}. ${owner}: ${TOLD[told]}.`);
}
