import { createHash } from 'node:crypto';
import { londonDay, monthOf, addMonths, yearOf, type Day } from '../calendar/day';
import { monthPeriod, quarterPeriod, yearToDatePeriod, type Period } from '../calendar/period';
import { financialQuarter, financialYear } from '../calendar/financial-year';
import type { Schedule } from '../calendar/schedule';
import type { Catalogue } from '../catalogue/catalogue';
import { WEEKDAY_NAMES, type DeclaredDigest } from '../catalogue/declared-digest';
import type { Ledger } from '../delivery/ledger';
import type { Address, PersonalChat } from '../delivery/port';
import { querySchema, type Query } from '../engine/query';
import { move } from './moved';
import { topicOf, type Subscription, type SubscriptionsKept } from './subscription';

/** Where something can be posted to, by the ids that a configuration names. */
export interface Places {
  /** `place` is `team:<id>` or the id of a group; null where Tally is not installed there. */
  installed(place: string): Promise<PersonalChat | null>;
  /** Somebody's own chat, by Entra object id; null where they have not written to Tally. */
  chatOf(person: string): Promise<PersonalChat | null>;
}

export interface DeclaredDigestsParts {
  readonly catalogue: Pick<Catalogue, 'organisation' | 'digests' | 'scorecards'>;
  readonly subscriptions: SubscriptionsKept;
  readonly ledger: Pick<Ledger, 'plan' | 'claim' | 'drop' | 'history'>;
  readonly places: Places;
  readonly clock: () => number;
}

const PREFIX = 'declared-';
const NOT_THERE = 'Tally is not installed there yet';
const TAKEN_OUT = 'it was taken out of digests.yaml';

/** Whether a digest comes from the trust's folder and not from a chat: the file owns it. */
export const isDeclared = ({ id }: Pick<Subscription, 'id'>): boolean => id.startsWith(PREFIX);

const idOf = (organisation: string, { id }: Pick<DeclaredDigest, 'id'>): string => `${PREFIX}${createHash('sha256').update(JSON.stringify([organisation, id])).digest('hex').slice(0, 24)}`;

/** The declaration of a digest; undefined where it comes from a chat. */
export function declarationOf(one: Subscription, digests: readonly DeclaredDigest[]): DeclaredDigest | undefined {
  return isDeclared(one) ? digests.find((each) => idOf(one.organisation, each) === one.id) : undefined;
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
    const wanted = new Set(digests.map((one) => idOf(organisation.name, one)));
    for (const one of await subscriptions.all(organisation.name)) {
      if (isDeclared(one) && !wanted.has(one.id)) await subscriptions.change(one.id, { standing: 'stopped', why: TAKEN_OUT }, this.#parts.clock());
    }
    for (const declared of digests) await this.#keep(declared);
  }

  /** What had nowhere to go may have by now. @throws TallyError STORE_FAILED */
  async findPlaces(all: readonly Subscription[]): Promise<void> {
    const { catalogue: { digests }, clock } = this.#parts;
    for (const one of all) {
      const declared = one.standing === 'suspended' && one.why === NOT_THERE ? declarationOf(one, digests) : undefined;
      const to = declared === undefined ? null : await this.#addressOf(declared);
      if (to !== null) await this.#parts.subscriptions.change(one.id, { to, standing: 'active', why: '', since: clock() }, clock());
    }
  }

  /** What the folder declares, as it would be posted. @throws TallyError STORE_FAILED */
  async asDeclared(): Promise<readonly Subscription[]> {
    return Promise.all(this.#parts.catalogue.digests.map((one) => this.#wanted(one)));
  }

  async #wanted(declared: DeclaredDigest): Promise<Subscription> {
    const { catalogue, clock } = this.#parts;
    const organisation = catalogue.organisation.name;
    const found = await this.#addressOf(declared);
    return {
      id: idOf(organisation, declared), organisation, name: declared.name, query: JSON.stringify(queryOf(declared, catalogue, londonDay(clock()))), schedule: scheduleOfDeclared(declared),
      to: found ?? nowhere(declared), person: declared.where.person ?? null, setUpBy: declared.owner, standing: found === null ? 'suspended' : 'active', why: found === null ? NOT_THERE : '', since: clock(),
    };
  }

  async #keep(declared: DeclaredDigest): Promise<void> {
    const { subscriptions, clock } = this.#parts;
    const at = clock();
    const one = await this.#wanted(declared);
    const before = await subscriptions.get(one.id);
    if (before === null) return subscriptions.create(one, at);
    const { id, organisation: _, since, to, standing, why, ...content } = one;
    if (before.standing === 'stopped') {
      await subscriptions.change(id, { ...content, to, standing, why, since }, at);
      return;
    }
    // What is suspended where it was stays so until it can be posted there again; a new place is a new try.
    const isElsewhere = before.to.conversation !== to.conversation || (standing === 'active' && (before.to.serviceUrl !== to.serviceUrl || before.why === NOT_THERE));
    const isMoved = JSON.stringify(before.schedule) !== JSON.stringify(one.schedule);
    if (isMoved && before.standing === 'active') await move(before, one.schedule, this.#parts.ledger, topicOf(one), at);
    await subscriptions.change(id, {
      ...content, ...(isElsewhere ? { to, standing, why } : {}),
      ...(before.standing !== 'active' ? (isElsewhere ? { since: at } : {}) : isMoved ? { since: at } : {}),
    }, at);
  }

  async #addressOf({ where: { channel, team, group, person } }: DeclaredDigest): Promise<Address | null> {
    const { places } = this.#parts;
    if (person !== undefined) {
      const chat = await places.chatOf(person);
      return chat === null ? null : { ...chat, kind: 'personal', team: null };
    }
    const found = await places.installed(group ?? `team:${team ?? ''}`);
    return found === null ? null : { kind: group === undefined ? 'channel' : 'group', conversation: group ?? channel ?? '', serviceUrl: found.serviceUrl, tenant: found.tenant, team: team ?? null };
  }
}

/** The address of a place that nobody has let Tally into: it is known which one, and no way to it. */
function nowhere({ where: { channel, team, group, person } }: DeclaredDigest): Address {
  const kind = person !== undefined ? 'personal' : group !== undefined ? 'group' : 'channel';
  return { kind, conversation: person ?? group ?? channel ?? '', serviceUrl: '', tenant: null, team: team ?? null };
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
