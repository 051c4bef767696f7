import { createHash } from 'node:crypto';
import { londonDay, monthOf, addMonths, yearOf, type Day } from '../calendar/day';
import { monthPeriod, quarterPeriod, yearToDatePeriod, type Period } from '../calendar/period';
import { financialQuarter, financialYear } from '../calendar/financial-year';
import type { Schedule } from '../calendar/schedule';
import type { Catalogue } from '../catalogue/catalogue';
import { WEEKDAY_NAMES, type DeclaredDigest } from '../catalogue/declared-digest';
import type { Ledger } from '../delivery/ledger';
import { querySchema, type Query } from '../engine/query';
import { addressOf, isKnownAlike, nowhere, type Places } from './declared-address';
import { move } from './moved';
import { topicOf, type Changes, type Subscription, type SubscriptionsKept } from './subscription';

export interface DeclaredDigestsParts {
  readonly catalogue: Pick<Catalogue, 'organisation' | 'digests' | 'scorecards'>;
  readonly subscriptions: SubscriptionsKept;
  readonly ledger: Pick<Ledger, 'plan' | 'redate' | 'history'>;
  readonly places: Places;
  readonly clock: () => number;
}

const PREFIX = 'declared-';
const NOT_THERE = 'Tally is not installed there yet';
const TAKEN_OUT = 'it was taken out of digests.yaml';

/** Whether a digest comes from the trust's folder and not from a chat: the file owns it. */
export const isDeclared = ({ id }: Pick<Subscription, 'id'>): boolean => id.startsWith(PREFIX);

const idOf = (organisation: string, { id }: Pick<DeclaredDigest, 'id'>): string => `${PREFIX}${createHash('sha256').update(JSON.stringify([organisation, id])).digest('hex').slice(0, 24)}`;

/** The declaration of a digest; undefined where it comes from a chat. @param formerly earlier names of its organisation, under which it may have been begun */
export function declarationOf(one: Subscription, digests: readonly DeclaredDigest[], formerly: readonly string[] = []): DeclaredDigest | undefined {
  return isDeclared(one) ? digests.find((each) => [one.organisation, ...formerly].some((name) => idOf(name, each) === one.id)) : undefined;
}

/** Keeps what is posted in step with the digests that the trust's folder declares. Their history is never deleted. */
export class DeclaredDigests {
  readonly #parts: DeclaredDigestsParts;

  constructor(parts: DeclaredDigestsParts) {
    this.#parts = parts;
  }

  /** Adds what is declared anew, changes what is declared otherwise, and stops what is declared no more. @throws TallyError STORE_FAILED */
  async reconcile(): Promise<void> {
    const { catalogue: { digests, organisation }, subscriptions } = this.#parts;
    const wanted = new Set(await Promise.all(digests.map((one) => this.#keptAs(one))));
    for (const one of await subscriptions.all(organisation.name)) {
      if (isDeclared(one) && !wanted.has(one.id)) await subscriptions.change(one.id, { standing: 'stopped', why: TAKEN_OUT }, this.#parts.clock());
    }
    for (const declared of digests) await this.#keep(declared);
  }

  /** What had nowhere to go may have by now, and more may be known of where the others go. @throws TallyError STORE_FAILED */
  async findPlaces(all: readonly Subscription[]): Promise<void> {
    const { catalogue: { digests, organisation: { formerly } }, subscriptions, places, clock } = this.#parts;
    for (const one of all) {
      const declared = declarationOf(one, digests, formerly);
      const to = declared === undefined ? null : await addressOf(declared, places);
      if (to === null) continue;
      if (one.standing === 'suspended' && one.why === NOT_THERE) await subscriptions.change(one.id, { to, standing: 'active', why: '', since: clock() }, clock());
      else if (!isKnownAlike(one.to, to)) await subscriptions.change(one.id, { to: { ...one.to, isMixed: to.isMixed, called: to.called } }, clock());
    }
  }

  /** What the folder declares, as it would be posted, with how it stands by what has become of it. @throws TallyError STORE_FAILED */
  async asDeclared(): Promise<readonly Subscription[]> {
    const { catalogue, subscriptions, clock } = this.#parts;
    return Promise.all(catalogue.digests.map(async (declared) => {
      const one = await this.#wanted(declared);
      const before = await subscriptions.get(one.id);
      return before === null ? one : { ...before, ...changesTo(before, one, clock()) };
    }));
  }

  /** Its id under the organisation's name or, with the history that it has there, under an earlier one. */
  async #keptAs(declared: DeclaredDigest): Promise<string> {
    const { catalogue: { organisation: { name, formerly } }, subscriptions } = this.#parts;
    for (const each of [name, ...formerly]) {
      const id = idOf(each, declared);
      if ((await subscriptions.get(id)) !== null) return id;
    }
    return idOf(name, declared);
  }

  async #wanted(declared: DeclaredDigest): Promise<Subscription> {
    const { catalogue, clock } = this.#parts;
    const organisation = catalogue.organisation.name;
    const found = await addressOf(declared, this.#parts.places);
    return {
      id: await this.#keptAs(declared), organisation, name: declared.name, query: JSON.stringify(queryOf(declared, catalogue, londonDay(clock()))), schedule: scheduleOfDeclared(declared),
      to: found ?? nowhere(declared), person: declared.where.person ?? null, setUpBy: declared.owner, standing: found === null ? 'suspended' : 'active', why: found === null ? NOT_THERE : '', since: clock(),
    };
  }

  async #keep(declared: DeclaredDigest): Promise<void> {
    const { subscriptions, clock } = this.#parts;
    const at = clock();
    const one = await this.#wanted(declared);
    const before = await subscriptions.get(one.id);
    if (before === null) return subscriptions.create(one, at);
    const brought = isMoved(before, one) && before.standing === 'active' ? await move(before, one.schedule, this.#parts.ledger, topicOf(one), at) : null;
    const changes = changesTo(before, one, at);
    if (before.standing === 'stopped') await subscriptions.putBack(one.id, { standing: one.standing, since: one.since, ...changes }, at);
    else await subscriptions.change(one.id, changes, at);
    await brought?.();
  }
}

const isMoved = (before: Subscription, one: Subscription): boolean => JSON.stringify(before.schedule) !== JSON.stringify(one.schedule);

/** What of a digest that is kept becomes another by what the folder declares now. */
function changesTo(before: Subscription, one: Subscription, at: number): Changes {
  const { id: _id, organisation: _organisation, since, to, standing, why, ...content } = one;
  if (before.standing === 'stopped') return { ...content, to, standing, why, since };
  // What is suspended where it was stays so until it can be posted there again; a new place is a new try.
  const isElsewhere = before.to.conversation !== to.conversation || (standing === 'active' && (before.to.serviceUrl !== to.serviceUrl || before.why === NOT_THERE));
  const isSince = before.standing === 'active' ? isMoved(before, one) : isElsewhere;
  return { ...content, ...(isElsewhere ? { to, standing, why } : standing === 'active' ? { to } : {}), ...(isSince ? { since: at } : {}) };
}

function scheduleOfDeclared({ when: { every, on, at, zone } }: DeclaredDigest): Schedule {
  if (every === 'month') return { every, on: on ?? 1, at, zone };
  return every === 'working day' ? { every: 'working-day', on: null, at, zone } : { every: 'week', on: WEEKDAY_NAMES.indexOf(every) + 1, at, zone };
}

/** What is asked each time. Nobody asked for a period, so that it is told anew by the day of the post. */
function queryOf({ scorecard, metrics = [], filters }: DeclaredDigest, { scorecards }: Pick<Catalogue, 'scorecards'>, today: Day): Query {
  const period = scorecard === undefined ? 'month' : scorecards.get(scorecard)?.period ?? 'month';
  return querySchema.parse({ intent: scorecard === undefined ? 'value' : 'scorecard', metrics: scorecard === undefined ? metrics : [], scorecard: scorecard ?? null, period: lately(period, today), filters });
}

function lately(grain: 'month' | 'ytd' | 'quarter', today: Day): Period {
  const before = addMonths(today, -1);
  switch (grain) {
    case 'month': return monthPeriod(yearOf(before), monthOf(before));
    case 'ytd': return yearToDatePeriod(before);
    case 'quarter': return quarterPeriod(financialYear(before), financialQuarter(before));
  }
}
