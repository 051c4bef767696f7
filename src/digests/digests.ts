import type { Answer } from '../answers/answer';
import type { Road, Who } from '../ask';
import { dayLabel, type Day } from '../calendar/day';
import { londonTime } from '../calendar/instant';
import { dueOn, isDueOn, slotsBetween } from '../calendar/schedule';
import type { Ledger, Post } from '../delivery/ledger';
import type { PersonalChats } from '../delivery/port';
import { WOKE, type Made } from '../delivery/poster';
import type { Telling } from '../delivery/teller';
import { querySchema, type Query } from '../engine/query';
import { TallyError } from '../errors';
import { PLAIN } from '../answers/from-reading';
import { AUDIENCE, type Place } from '../language/question';
import { noLessStrict, placeNow, type PlacesShown } from './place-of';
import { digestAnswer, resumeStep, sinceTheLast } from './digest-answer';
import { isDeclared, type DeclaredDigests } from './declared';
import { FOLLOWED_QUERY, followedAnswer, type FollowedKept } from './followed';
import { isBehindUsual, isWoken, waitFor, whyLate, WINDOW, type Awake } from './lateness';
import { digestIn, topicOf, type Subscription, type SubscriptionsKept } from './subscription';
import { Notices } from './notices';
import { newSince, shownBy } from './what-changed';
import { SUSPENDED, UNTIL_BACK } from './why-suspended';

export interface DigestsParts {
  readonly organisation: string;
  readonly subscriptions: SubscriptionsKept;
  readonly ledger: Ledger;
  readonly followed: Pick<FollowedKept, 'of'>;
  readonly road: Pick<Road, 'run'>;
  readonly render: (answer: Answer) => object;
  readonly chats: Pick<PersonalChats, 'of'>;
  readonly clock: () => number;
  readonly awake: Awake;
  /** The last day up to which what is extracted every night is held, of what is behind these queries; null where nothing is. */
  readonly nightlyThrough: (queries: readonly Query[]) => Promise<Day | null>;
  /** Told of what could not be worked out, where the rest of a digest goes on without. */
  readonly failed: (error: unknown) => void;
  /** What Teams has shown of where they go. */
  readonly places: PlacesShown;
  /** Those of the trust's folder. */
  readonly declared: Pick<DeclaredDigests, 'findPlaces'>;
}

/** Slots further back than this are told of no more; milliseconds. */
const FURTHEST = 35 * 24 * 60 * 60_000;


/** What is posted on a schedule: planned in the ledger by the local date of its slot, and made when its turn comes. */
export class Digests {
  readonly #parts: DigestsParts;
  readonly #notices: Notices;
  /** Until when each digest's slots are written down by this process, by what it is and its schedule. */
  readonly #planned = new Map<string, number>();

  constructor(parts: DigestsParts) {
    this.#parts = parts;
    this.#notices = new Notices({
      ...parts, of: 'digest',
      suspended: async (id) => {
        const one = await parts.subscriptions.get(id);
        return one?.standing === 'suspended' ? { ...one, isPlaceLost: true, answer: suspendedAnswer(one) } : null;
      },
    });
  }

  /** Writes down what has come due since it was last looked. Any number of instances may; each slot is written once. @throws TallyError STORE_FAILED */
  async plan(): Promise<void> {
    const { subscriptions, ledger, clock, organisation, declared } = this.#parts;
    const now = clock();
    const all = await subscriptions.all(organisation);
    await declared.findPlaces(all);
    for (const one of all) {
      if (one.standing !== 'active') continue;
      const key = JSON.stringify([one.id, one.schedule, one.since]);
      const planned = this.#planned.get(key) ?? Infinity;
      // Where the clock was ahead at the last look, what it wrote down is looked through again.
      for (const { day, at } of slotsBetween(one.schedule, Math.max(one.since, planned > now ? now - FURTHEST : planned), now)) {
        await ledger.plan({ topic: topicOf(one), slot: day }, at, now);
      }
      this.#planned.set(key, now);
    }
  }

  /** What is to become of a post now: by the subscription as it is now, and not as it was when the post was planned. */
  async make(post: Post): Promise<Made> {
    if (this.#notices.owns(post)) return this.#notices.make(post);
    const { subscriptions, ledger, clock, render } = this.#parts;
    const one = await subscriptions.get(digestIn(post.topic) ?? '');
    if (one === null || one.standing === 'stopped') return { kind: 'skip', reason: 'the digest was stopped' };
    if (one.standing !== 'active') return { kind: 'skip', reason: one.standing === 'paused' ? 'the digest was paused' : one.why };
    const now = clock();
    this.#parts.awake.looked(now);
    const { isAsked } = post;
    if (!isAsked && !isDueOn(one.schedule, post.slot)) return { kind: 'drop' };
    // One that was moved to a time of today that is past is due when it was moved.
    const due = isAsked ? dueOn(one.schedule, post.slot) : Math.max(dueOn(one.schedule, post.slot), one.since);
    if (!isAsked && now < due) return { kind: 'wait', until: due, reason: '' };
    const late = { now, due, isAsked, before: post.reason, writtenAt: post.changedAt, notBefore: post.notBefore, awakeSince: this.#parts.awake.since };
    if (!isAsked && now - due > WINDOW) return post.reason === '' || isWoken(late) ? { kind: 'skip', reason: WOKE } : { kind: 'fail', reason: post.reason };
    const before = (await ledger.history(post.topic, FAR_BACK)).filter(({ slot }) => slot < post.slot);
    const queries = await this.#queriesOf(one);
    const through = await this.#parts.nightlyThrough(queries);
    const answer = await this.#answerFor(one, queries, now);
    if (answer.outcome === 'refused') return { kind: 'fail', reason: 'what it shows may not be seen there any more' };
    const isNothing = answer.reason === 'nothing-loaded';
    // A reading of the day says itself how old it is, and is soon older.
    const lateness = { ...late, isBehind: isNothing || (answer.onTheDay === undefined && (isStale(answer) || isBehindUsual(through, post.slot, before))) };
    const waiting = waitFor(lateness);
    if (waiting !== null) return { kind: 'wait', ...waiting };
    if (isNothing) return { kind: 'fail', reason: `no data had been loaded by ${londonTime(now)}` };
    const reason = whyLate(lateness);
    // The next one may be read by whom small numbers are hidden from: what it is held against is what is hidden from nobody.
    const asOthersSee = await this.#answerFor(one, queries, now, { way: 'look', isForOthers: true });
    const whole = digestAnswer(answer, one, [...(reason === '' ? [] : [`${reason}.`]), ...sinceTheLast(before), ...newSince(answer, before)]);
    return { kind: 'post', to: one.to, card: render(whole), summary: [whole.alert ?? '', whole.headline].join(' ').trim(), reason, cause: !isAsked && isWoken(late) ? WOKE : post.reason, shown: shownBy(asOthersSee, through) };
  }

  /**
   * The digest as it would be posted now. @param reader who looks at it before it is posted, and sees of it no more than they
   * may see there themselves; null for its audience. A refusal is none of its posts.
   */
  async preview(one: Subscription, reader: Pick<Who, 'asker' | 'place'> | null): Promise<Answer> {
    const answer = await this.#answerFor(one, await this.#queriesOf(one), this.#parts.clock(), reader === null ? {} : { ...reader, place: noLessStrict(reader.place, one.to) });
    if (answer.outcome === 'refused') return answer;
    return digestAnswer(answer, one, newSince(answer, await this.#parts.ledger.history(topicOf(one), FAR_BACK)));
  }

  /** Tells whoever set a digest up what became of a post that did not, or may not have, arrived; one that cannot be posted to is suspended. */
  async tell(post: Post): Promise<Telling> {
    if (this.#notices.owns(post)) return this.#notices.tell(post);
    const { subscriptions, clock } = this.#parts;
    const one = await subscriptions.get(digestIn(post.topic) ?? '');
    if (one === null) return 'nobody';
    // Told again later, it may have been resumed since.
    const isGone = post.state === 'failed' && /status 40[34]/.test(post.reason) && ['active', 'suspended'].includes(one.standing) && one.since <= post.changedAt;
    if (isGone && one.standing === 'active') await subscriptions.change(one.id, { standing: 'suspended', why: SUSPENDED.cannotPost }, clock());
    const answer = tellingAnswer(one, post);
    return this.#notices.inOwnChat({ ...one, isPlaceLost: isGone, answer: isGone ? { ...answer, lines: [...answer.lines, UNTIL_BACK], next: [resumeStep(one)] } : answer });
  }

  /** Nothing can be posted where a digest goes: it is suspended, and whoever set it up is told in their own chat. */
  async suspend(one: Subscription, why: string): Promise<void> {
    await this.#notices.plan(one);
    await this.#parts.subscriptions.change(one.id, { standing: 'suspended', why }, this.#parts.clock());
  }

  /** What it shows: its own query, or that of every figure that its reader follows. */
  async #queriesOf({ query, to, person, organisation }: Subscription): Promise<readonly Query[]> {
    const kept = query === FOLLOWED_QUERY ? (await this.#parts.followed.of({ organisation, person: person ?? '', tenant: to.tenant })).map((one) => one.query) : [query];
    return kept.map((one) => querySchema.parse(JSON.parse(one)));
  }

  /** Written with the access of those who read it, and never with that of whoever set it up. */
  async #answerFor(one: Subscription, queries: readonly Query[], at: number, seenBy: Partial<Who> = {}): Promise<Answer> {
    const { road, failed } = this.#parts;
    const who: Who = { ...await this.#audienceOf(one), at, way: 'digest', ...seenBy };
    if (one.query === FOLLOWED_QUERY) return followedAnswer(queries, road, who, failed);
    const [query] = queries;
    if (query === undefined) throw new TallyError('QUERY_INVALID', `the digest ${one.id} has no query`);
    const { refreshedAt: _, ...answer } = await road.run({ kind: 'refresh', query }, who);
    return answer;
  }

  /** Where a digest is posted, by what is known of that place now. @throws TallyError STORE_FAILED */
  placeOf(one: Subscription): Promise<Place> {
    return placeNow(one.to, this.#parts.places, isDeclared(one));
  }

  /** Whose digest it is, or all who read where it is posted. */
  async #audienceOf(one: Subscription): Promise<Pick<Who, 'asker' | 'place'>> {
    return { asker: { id: one.person ?? AUDIENCE, name: null, tenant: one.to.tenant }, place: await this.placeOf(one) };
  }
}

/** So many posts are looked back at. */
const FAR_BACK = 24;

const isStale = ({ metrics, scorecard }: Answer): boolean => scorecard?.data.stale === true || metrics.some(({ data }) => data.stale);

const suspendedAnswer = (one: Subscription): Answer => ({ ...PLAIN, outcome: 'done', headline: `${one.name}: the digest is suspended, because ${one.why}.`, lines: [UNTIL_BACK], next: [resumeStep(one)] });

function tellingAnswer({ name, to }: Subscription, { topic, slot, state, reason }: Post): Answer {
  const where = to.kind === 'channel' ? 'in its channel' : to.kind === 'group' ? 'in its group' : 'here';
  const key = { topic, slot };
  return {
    ...PLAIN, outcome: 'done',
    headline: state === 'ambiguous'
      ? `${name}: whether the digest of ${dayLabel(slot)} arrived ${where} is not known. Look, and say which: it is not posted again by itself.`
      : `${name}: the digest of ${dayLabel(slot)} was not posted ${where}: ${reason}.`,
    lines: state === 'ambiguous' ? [`Why: ${reason}.`] : [],
    next: state === 'ambiguous'
      ? [{ title: 'It arrived', step: { kind: 'arrived', ...key } }, { title: 'Post it again', step: { kind: 'again', ...key } }]
      : [{ title: 'Post it again', step: { kind: 'again', ...key } }],
  };
}
