import type { Answer } from '../answers/answer';
import type { Road, Who } from '../ask';
import { dayLabel } from '../calendar/day';
import { londonTime } from '../calendar/instant';
import { dueOn, isDueOn, scheduleWords, slotsBetween } from '../calendar/schedule';
import type { Ledger, Post } from '../delivery/ledger';
import type { PersonalChats, Port } from '../delivery/port';
import { AGAIN, type Made } from '../delivery/poster';
import { querySchema } from '../engine/query';
import { PLAIN } from '../answers/from-reading';
import { AUDIENCE } from '../language/question';
import { placeOf } from './place-of';
import { digestAnswer, resumeStep, sinceTheLast } from './digest-answer';
import type { DeclaredDigests } from './declared';
import { FOLLOWED_QUERY, followedAnswer, type FollowedKept } from './followed';
import type { Subscription, SubscriptionsKept } from './subscription';
import { newSince, shownBy } from './what-changed';
import { SUSPENDED, UNTIL_BACK } from './why-suspended';

export interface DigestsParts {
  readonly organisation: string;
  readonly subscriptions: SubscriptionsKept;
  readonly ledger: Ledger;
  readonly followed: Pick<FollowedKept, 'of'>;
  readonly road: Pick<Road, 'run'>;
  readonly render: (answer: Answer) => object;
  readonly port: Port;
  readonly chats: Pick<PersonalChats, 'of'>;
  readonly clock: () => number;
  /** Those of the trust's folder. */
  readonly declared: Pick<DeclaredDigests, 'findPlaces'>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A post later than this is skipped, and the next one says so. */
const WINDOW = 4 * HOUR;
/** One that is posted so much later than it was due says why. */
const LATE = 5 * MINUTE;
/** So long the extract is waited for, and so often it is looked for. */
const WAITING = 2 * HOUR;
const LOOK_EVERY = 5 * MINUTE;
/** Slots further back than this are told of no more. */
const FURTHEST = 35 * DAY;

const TOPIC = 'digest:';
const WAITED = 'waiting for the extract';

/** The topic in the ledger under which a digest is posted. */
export const topicOf = ({ id }: Pick<Subscription, 'id'>): string => `${TOPIC}${id}`;

/** What is posted on a schedule: planned in the ledger by the local date of its slot, and made when its turn comes. */
export class Digests {
  readonly #parts: DigestsParts;

  constructor(parts: DigestsParts) {
    this.#parts = parts;
  }

  /** Writes down what has come due since it was last looked. Any number of instances may; each slot is written once. @throws TallyError STORE_FAILED */
  async plan(): Promise<void> {
    const { subscriptions, ledger, clock, organisation, declared } = this.#parts;
    const now = clock();
    const all = await subscriptions.all(organisation);
    await declared.findPlaces(all);
    for (const one of all) {
      if (one.standing !== 'active') continue;
      for (const { day, at } of slotsBetween(one.schedule, Math.max(one.since, now - FURTHEST), now)) {
        await ledger.plan({ topic: topicOf(one), slot: day }, at, now);
      }
    }
  }

  /** Whether a post in the ledger is one of these. */
  owns({ topic }: Pick<Post, 'topic'>): boolean {
    return topic.startsWith(TOPIC);
  }

  /** What is to become of a post now: by the subscription as it is now, and not as it was when the post was planned. */
  async make(post: Post): Promise<Made> {
    const { subscriptions, ledger, clock, render } = this.#parts;
    const one = await subscriptions.get(post.topic.slice(TOPIC.length));
    if (one === null || one.standing === 'stopped') return { kind: 'skip', reason: 'the digest was stopped' };
    if (one.standing !== 'active') return { kind: 'skip', reason: one.standing === 'paused' ? 'the digest was paused' : one.why };
    const now = clock();
    const asked = post.reason === AGAIN;
    if (!asked && !isDueOn(one.schedule, post.slot)) return { kind: 'skip', reason: `it was moved to ${scheduleWords(one.schedule)}` };
    const due = dueOn(one.schedule, post.slot);
    if (!asked && now < due) return { kind: 'wait', until: due, reason: '' };
    const late = now - due;
    if (!asked && late > WINDOW) return { kind: 'skip', reason: post.reason === '' ? 'Tally was not running' : post.reason };
    const answer = await this.#answerFor(one, now);
    if (answer.outcome === 'refused') return { kind: 'fail', reason: 'what it shows may not be seen there any more' };
    const stale = isStale(answer);
    if (!asked && stale && late < WAITING) return { kind: 'wait', until: Math.min(now + LOOK_EVERY, due + WAITING), reason: WAITED };
    const reason = whyLate({ late, asked, stale, before: post.reason, due });
    const before = (await ledger.history(post.topic, 12)).filter(({ slot }) => slot < post.slot);
    const whole = digestAnswer(answer, one, [...(reason === '' ? [] : [`${reason}.`]), ...sinceTheLast(before), ...newSince(answer, before)]);
    return { kind: 'post', to: one.to, card: render(whole), summary: [whole.alert ?? '', whole.headline].join(' ').trim(), reason, shown: shownBy(answer) };
  }

  /** The digest as it would be posted now, for whoever may see what it shows. */
  async preview(one: Subscription): Promise<Answer> {
    const answer = await this.#answerFor(one, this.#parts.clock());
    return digestAnswer(answer, one, newSince(answer, await this.#parts.ledger.history(topicOf(one), 12)));
  }

  /** Tells whoever set a digest up what became of a post that did not, or may not have, arrived; one that cannot be posted to is suspended. */
  async tell(post: Post): Promise<void> {
    const { subscriptions, clock } = this.#parts;
    const one = await subscriptions.get(post.topic.slice(TOPIC.length));
    if (one === null) return;
    const isGone = post.state === 'failed' && /status 40[34]/.test(post.reason);
    if (isGone) await subscriptions.change(one.id, { standing: 'suspended', why: SUSPENDED.cannotPost }, clock());
    const answer = tellingAnswer(one, post);
    await this.#tellOwner(one, isGone ? { ...answer, lines: [...answer.lines, UNTIL_BACK], next: [resumeStep(one)] } : answer);
  }

  /** Nothing can be posted where a digest goes: it is suspended, and whoever set it up is told in their own chat. */
  async suspend(one: Subscription, why: string): Promise<void> {
    await this.#parts.subscriptions.change(one.id, { standing: 'suspended', why }, this.#parts.clock());
    await this.#tellOwner(one, { ...PLAIN, outcome: 'done', headline: `${one.name}: the digest is suspended, because ${why}.`, lines: [UNTIL_BACK], next: [resumeStep(one)] });
  }

  async #tellOwner(one: Subscription, answer: Answer): Promise<void> {
    const { chats, port, render } = this.#parts;
    const chat = await chats.of(one.setUpBy.id, one.to.tenant);
    // The chat from which it was removed is no place to say so.
    if (chat === null || (answer.lines.includes(UNTIL_BACK) && chat.conversation === one.to.conversation)) return;
    await port.post({ ...chat, kind: 'personal', team: null }, render(answer), answer.headline);
  }

  /** Written with the access of those who read it, and never with that of whoever set it up. */
  async #answerFor({ query, to, person, organisation }: Subscription, at: number): Promise<Answer> {
    const who: Who = { asker: { id: person ?? AUDIENCE, name: null, tenant: to.tenant }, place: placeOf(to), at, way: 'digest' };
    if (query === FOLLOWED_QUERY) return followedAnswer(await this.#parts.followed.of({ organisation, person: person ?? '', tenant: to.tenant }), this.#parts.road, who);
    const { refreshedAt: _, ...answer } = await this.#parts.road.run({ kind: 'refresh', query: querySchema.parse(JSON.parse(query)) }, who);
    return answer;
  }
}

const isStale = ({ metrics, scorecard }: Answer): boolean => scorecard?.data.stale === true || metrics.some(({ data }) => data.stale);

interface Lateness {
  readonly late: number;
  readonly asked: boolean;
  readonly stale: boolean;
  /** Why it was put off when it was last looked at. */
  readonly before: string;
  readonly due: number;
}

/** Said at its head, and kept with it: why it comes when it does. */
function whyLate({ late, asked, stale, before, due }: Lateness): string {
  const when = `due ${londonTime(due)}`;
  if (asked) return `Posted again on request, ${when}`;
  if (stale) return `Posted without the latest extract, which had not come by ${londonTime(due + WAITING)}`;
  if (late <= LATE) return '';
  return `Posted late, ${when}: ${before === WAITED ? 'the extract came late' : before === '' ? 'Tally was not running' : before}`;
}

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
