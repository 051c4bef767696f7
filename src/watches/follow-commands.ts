import { createHash } from 'node:crypto';
import type { Answer } from '../answers/answer';
import { PLAIN } from '../answers/from-reading';
import { forWords } from '../answers/names';
import type { Road } from '../ask';
import { londonTime } from '../calendar/instant';
import { nextSlot, scheduleWords, type Schedule } from '../calendar/schedule';
import type { Catalogue } from '../catalogue/catalogue';
import type { Address, PersonalChats } from '../delivery/port';
import type { Origin } from '../digests/carry-out';
import { FOLLOWED_NAME, FOLLOWED_QUERY, type FollowedKept, type Follower } from '../digests/followed';
import type { Subscription, SubscriptionsKept } from '../digests/subscription';
import { querySchema, type Query } from '../engine/query';
import type { Command } from '../language/command';
import { figureKey } from './watch-commands';

type FollowCommand = Extract<Command, { readonly kind: 'follow' }>;

export interface FollowCommandsParts {
  readonly catalogue: Catalogue;
  readonly followed: FollowedKept;
  readonly subscriptions: SubscriptionsKept;
  readonly chats: Pick<PersonalChats, 'of'>;
  readonly road: Pick<Road, 'run'>;
}

const MONDAYS: Schedule = { every: 'week', on: 1, at: '08:00', zone: 'Europe/London' };
/** What one card has room for. */
const MOST = 12;

/** Carries out what people command of the figures that they follow, which come in a weekly digest of their own. */
export class FollowCommands {
  readonly #parts: FollowCommandsParts;

  constructor(parts: FollowCommandsParts) {
    this.#parts = parts;
  }

  /** @returns what is said to whoever commanded. @throws TallyError STORE_FAILED, and whatever the road throws */
  async carryOut(command: FollowCommand, origin: Origin): Promise<Answer> {
    const { asker, place, address } = origin;
    const chat = place.kind === 'personal' ? address : await this.#chatOf(origin);
    if (chat === null) return this.#said('Say that to me in a chat of our own: what you follow is posted there.', 'unknown');
    const follower: Follower = { organisation: this.#parts.catalogue.organisation.name, person: asker.id, tenant: asker.tenant };
    switch (command.what) {
      case 'create': return this.#follow(command.query, follower, chat, origin);
      case 'stop': return this.#unfollow(command.query, follower, origin);
      case 'list': return this.#list(follower, origin.at);
    }
  }

  async #chatOf({ asker }: Origin): Promise<Address | null> {
    const chat = await this.#parts.chats.of(asker.id, asker.tenant);
    return chat === null ? null : { ...chat, kind: 'personal', team: null };
  }

  async #follow(query: Query, follower: Follower, chat: Address, { asker, at }: Origin): Promise<Answer> {
    const { followed, road } = this.#parts;
    const trial = await road.run({ kind: 'query', query }, { asker, place: { kind: 'personal', id: chat.conversation }, at, way: 'digest' });
    if (trial.outcome === 'refused') return trial;
    const ones = query.metrics.map((id): Query => ({ ...query, metrics: [id] }));
    const before = await followed.of(follower);
    if (before.length + ones.length > MOST) return this.#said(`You follow ${before.length} measures, and ${MOST} is as many as one digest shows. Unfollow one first.`, 'unknown');
    let isNew = false;
    // Those of one command stay in its order.
    for (const [after, one] of ones.entries()) isNew = await followed.add(follower, { what: whatOf(one), query: JSON.stringify(one) }, at + before.length + after) || isNew;
    const when = await this.#ensureDigest(follower, chat, asker.name, at);
    const names = new Intl.ListFormat('en-GB').format(ones.map((one) => this.#nameOf(one)));
    return {
      ...this.#said(isNew ? `You follow ${names} now. It comes in a digest of your own ${when}.` : `You follow ${names} already. It comes in a digest of your own ${when}.`), query: ones[0] ?? null,
      lines: [...await this.#lines(follower), `It is posted in our own chat and shows what you may see. Say “move the ${FOLLOWED_NAME.toLowerCase()} digest to Fridays at 9”, “unfollow ${names}”, or “what do I follow”.`],
      next: [{ title: 'Preview it', step: { kind: 'ask', text: `preview the ${FOLLOWED_NAME} digest` } }, { title: 'What do I follow', step: { kind: 'ask', text: 'what do I follow' } }],
    };
  }

  async #unfollow(query: Query, follower: Follower, { at }: Origin): Promise<Answer> {
    const { followed, subscriptions } = this.#parts;
    const rows = await followed.of(follower);
    const meant = rows.filter((row) => query.metrics.some((id) => figureKey({ ...query, metrics: [id] }) === figureKey(querySchema.parse(JSON.parse(row.query)))));
    const names = new Intl.ListFormat('en-GB').format(query.metrics.map((id) => this.#nameOf({ ...query, metrics: [id] })));
    if (meant.length === 0) return { ...this.#said(`You do not follow ${names}.`, 'unknown'), lines: await this.#lines(follower) };
    for (const { what } of meant) await followed.remove(follower, what);
    if ((await followed.of(follower)).length > 0) return { ...this.#said(`You do not follow ${names} any more.`), lines: await this.#lines(follower) };
    const digest = await this.#digestOf(follower);
    if (digest !== null) await subscriptions.change(digest.id, { standing: 'stopped', why: 'nothing is followed any more' }, at);
    return this.#said(`You do not follow ${names} any more. That was the last, and your digest has ended.`);
  }

  async #list(follower: Follower, at: number): Promise<Answer> {
    const lines = await this.#lines(follower);
    if (lines.length === 0) return { ...this.#said('You follow nothing yet.'), lines: ['Say, for example, “follow DNA rate for ENT”: what you follow comes every Monday at 08:00, in our own chat.'] };
    const digest = await this.#digestOf(follower);
    const when = digest?.standing === 'active' ? `, posted ${scheduleWords(digest.schedule)}, next ${londonTime(nextSlot(digest.schedule, at).at)}` : `, and its digest is ${digest?.standing ?? 'stopped'}`;
    return { ...this.#said(`You follow ${lines.length === 1 ? 'one measure' : `${lines.length} measures`}${when}.`), lines };
  }

  /** The person's own digest, as it is or begun anew. @returns when it comes, in words */
  async #ensureDigest(follower: Follower, chat: Address, name: string | null, at: number): Promise<string> {
    const { subscriptions } = this.#parts;
    const before = await this.#digestOf(follower);
    if (before === null) {
      await subscriptions.create({
        id: digestId(follower), organisation: follower.organisation, name: FOLLOWED_NAME, query: FOLLOWED_QUERY, schedule: MONDAYS, to: chat, person: follower.person, setUpBy: { id: follower.person, name }, standing: 'active', why: '', since: at,
      }, at);
    } else if (before.standing === 'stopped') {
      await subscriptions.putBack(before.id, { standing: 'active', why: '', since: at, to: chat, schedule: MONDAYS }, at);
    } else if (before.standing !== 'active') {
      await subscriptions.change(before.id, { standing: 'active', why: '', since: at, to: chat }, at);
    }
    const schedule = before === null || before.standing === 'stopped' ? MONDAYS : before.schedule;
    return `${scheduleWords(schedule)}, next ${londonTime(nextSlot(schedule, at).at)}`;
  }

  /** One that was begun under an earlier name of the organisation has another id. */
  async #digestOf(follower: Follower): Promise<Subscription | null> {
    const { subscriptions } = this.#parts;
    const own = (await subscriptions.all(follower.organisation)).find(({ query, person, to }) => query === FOLLOWED_QUERY && person === follower.person && to.tenant === follower.tenant);
    return own ?? subscriptions.get(digestId(follower));
  }

  async #lines(follower: Follower): Promise<readonly string[]> {
    return (await this.#parts.followed.of(follower)).map(({ query }) => this.#nameOf(querySchema.parse(JSON.parse(query))));
  }

  #nameOf(query: Query): string {
    const { catalogue } = this.#parts;
    const metric = catalogue.metrics.get(query.metrics[0] ?? '');
    const asked = query.period?.asked ?? null;
    return `${metric?.short ?? metric?.name ?? query.metrics[0] ?? ''}${forWords(catalogue, query)}${asked === null ? '' : ` ${asked}`}`;
  }

  #said(headline: string, outcome: 'done' | 'unknown' = 'done'): Answer {
    return { ...PLAIN, outcome, headline, notice: this.#parts.catalogue.organisation.notice, reason: outcome === 'done' ? null : 'not-carried-out' };
  }
}

/** One digest a person, under a name that nobody has to keep. */
const digestId = ({ organisation, person, tenant }: Follower): string => createHash('sha256').update(JSON.stringify(['followed', organisation, person, tenant])).digest('hex').slice(0, 24);

/** The same figure over the same time, however it was asked for, is followed once. */
const whatOf = (query: Query): string => `${figureKey(query)} ${query.period?.asked ?? ''}`;
