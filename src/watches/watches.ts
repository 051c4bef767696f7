import type { Answer } from '../answers/answer';
import { PLAIN } from '../answers/from-reading';
import type { Road, Who } from '../ask';
import { londonDay } from '../calendar/day';
import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Ledger, Post } from '../delivery/ledger';
import type { PersonalChats } from '../delivery/port';
import type { Made } from '../delivery/poster';
import type { Telling } from '../delivery/teller';
import { Notices } from '../digests/notices';
import { noLessStrict, placeNow, type PlacesShown } from '../digests/place-of';
import { SUSPENDED, UNTIL_BACK } from '../digests/why-suspended';
import { querySchema, type Query } from '../engine/query';
import { TallyError } from '../errors';
import { AUDIENCE } from '../language/question';
import { alertAnswer, resumeStep, suspendedAnswer, tellingWords } from './alert-answer';
import { findingOf, type Finding } from './finding';
import { muteEnds, quietEnds } from './quiet-hours';
import { isOfToday, lookedAt } from './looked';
import { isMeasured, NOT_MEASURED } from './measured';
import { isStillSo, seenOf, UNTOLD, type FigureReadFor } from './seen-crossing';
import { topicOf, watchIn, type Watch, type WatchesKept } from './watch';

/** The snapshots that serve now, by their ids; null where none does. */
export interface HeldSnapshots {
  readonly nightly: string | null;
  /** The reading of the day. */
  readonly onTheDay: string | null;
}

export interface WatchesParts {
  readonly catalogue: Pick<Catalogue, 'organisation' | 'metrics' | 'dimensions' | 'fingerprint'>;
  readonly kept: WatchesKept;
  readonly ledger: Ledger;
  readonly road: Pick<Road, 'run'>;
  readonly render: (answer: Answer) => object;
  readonly chats: Pick<PersonalChats, 'of'>;
  readonly held: () => Promise<HeldSnapshots>;
  /** What Teams has shown of where they are told. */
  readonly places: PlacesShown;
  readonly clock: () => number;
  /** Told of what could not be looked at. */
  readonly failed: (error: unknown) => void;
}

const MINUTE = 60_000;
const MUTED = 'it was muted';
/** One that is suspended is looked at again after this, and given up after that. */
const LOOK_AGAIN = 10 * MINUTE;
const DAY = 24 * 60 * MINUTE;
const SUSPENDED_FOR = 7 * DAY;
/** A figure that could not be worked out is tried again after this. */
const TRY_AGAIN = 5 * MINUTE;

/**
 * Figures that are watched. A look at one changes what is kept of it in one statement that names the look before, so that
 * of any number of instances one finds a crossing; what is kept then leads to the post, so that no crash loses it.
 */
export class Watches {
  readonly #parts: WatchesParts;
  readonly #notices: Notices;
  /** Watches whose figure could not be worked out, and when it is tried again. */
  readonly #later = new Map<string, number>();

  constructor(parts: WatchesParts) {
    this.#parts = parts;
    this.#notices = new Notices({
      ...parts, of: 'watch',
      suspended: async (id) => {
        const watch = await parts.kept.get(id);
        return watch?.standing === 'suspended' ? { ...watch, isPlaceLost: watch.why !== NOT_MEASURED, answer: suspendedAnswer(watch) } : null;
      },
    });
  }

  /** Looks at every watch for which something new is held. @throws TallyError STORE_FAILED where they cannot be read */
  async look(): Promise<void> {
    const { kept, catalogue, held, clock, failed } = this.#parts;
    const snapshots = await held();
    for (const watch of await kept.all(catalogue.organisation.name)) {
      // Further off than it is ever put off, it was put off by a clock that was ahead.
      const left = (this.#later.get(watch.id) ?? 0) - clock();
      if (left > 0 && left <= TRY_AGAIN) continue;
      try {
        if (!(await this.#isActive(watch))) continue;
        await this.#lookAt(watch, snapshots);
        this.#later.delete(watch.id);
      } catch (error) {
        this.#later.set(watch.id, clock() + TRY_AGAIN);
        failed(error);
      }
    }
  }

  /**
   * What a watch's figure is now, to its condition, told or only looked at.
   * @param reader who is shown it before it is told; without one those who read it when it is, and nobody else
   */
  async read(watch: Pick<Watch, 'query' | 'condition' | 'to' | 'person'>, way: 'watch' | 'look' = 'look', reader?: Pick<Who, 'asker' | 'place'>): Promise<FigureReadFor> {
    const { road, clock } = this.#parts;
    const { asker, place } = reader ?? await this.#audienceOf(watch);
    const query = querySchema.parse(JSON.parse(watch.query));
    const metric = this.#metricOf(query);
    const answer = await road.run({ kind: 'refresh', query }, { asker, place: noLessStrict(place, watch.to), at: clock(), way });
    return { answer, now: findingOf(answer, watch.condition, metric), metric };
  }

  /** How a watch that is active stands, as far as whoever asks may see it there; null where they may not. One that cannot be worked out does not take others with it. */
  async standing(watch: Watch, reader: Pick<Who, 'asker' | 'place'>): Promise<Finding | null> {
    try {
      const { answer, now } = await this.read(watch, 'watch', reader);
      return answer.outcome === 'refused' ? null : now;
    } catch (error) {
      this.#parts.failed(error);
      return { kind: 'unknown', why: 'it could not be worked out' };
    }
  }

  /** Whether a post in the ledger is one of these. */
  owns(post: Pick<Post, 'topic'>): boolean {
    return watchIn(post.topic) !== null || this.#notices.owns(post);
  }

  /** The watch that a topic in the ledger is of; null where it is of none, or there is none any more. */
  async of(topic: string): Promise<Watch | null> {
    const id = watchIn(topic);
    return id === null ? null : this.#parts.kept.get(id);
  }

  /** What is to become of an alert now: held while it is quiet, and told as the figure then is; one that was muted only where it still is so. */
  async make(post: Post): Promise<Made> {
    if (this.#notices.owns(post)) return this.#notices.make(post);
    const { clock, render } = this.#parts;
    const now = clock();
    const watch = await this.of(post.topic);
    if (watch === null || watch.standing === 'stopped') return { kind: 'skip', reason: 'the alert was stopped' };
    const { crossing } = watch;
    if (crossing === null || topicOf(watch, crossing) !== post.topic) return { kind: 'skip', reason: 'it was crossed once more since, and that is told' };
    const wasMuted = post.reason === MUTED;
    // That it was muted outlasts a night after it.
    const wait = (until: number, reason: string): Made => ({ kind: 'wait', until, reason: wasMuted ? MUTED : reason });
    if (watch.standing === 'suspended') {
      return now - post.dueAt > SUSPENDED_FOR ? { kind: 'skip', reason: watch.why } : wait(now + LOOK_AGAIN, watch.why);
    }
    const muted = muteEnds(watch.mutedTo, now);
    if (muted !== null) return wait(Math.min(muted, now + MINUTE), MUTED);
    const quiet = quietEnds(now);
    if (quiet !== null) return wait(quiet, 'it was night');
    const read = await this.read(watch, 'watch');
    const { answer, now: finding, metric } = read;
    const seen = seenOf(watch, crossing, read);
    if (seen === 'not-known' && now - post.dueAt <= SUSPENDED_FOR) return wait(now + TRY_AGAIN, UNTOLD[seen]);
    if (seen !== 'shown') return { kind: seen === 'refused' ? 'fail' : 'skip', reason: UNTOLD[seen] };
    if (wasMuted && !isStillSo(finding, crossing) && !post.isAsked) return { kind: 'skip', reason: 'it was muted, and is not so any more' };
    const whole = alertAnswer(answer, { watch, crossing, now: finding, metric, found: post.dueAt, told: now, whyLate: post.reason });
    return { kind: 'post', to: watch.to, card: render(whole), summary: whole.alert ?? whole.headline, reason: post.reason };
  }

  /**
   * Tells whoever set an alert up what became of a post that did not, or may not have, arrived, as long as they may see its
   * figure themselves: that there was one says that it crossed. One that cannot be posted to is suspended.
   */
  async tell(post: Post): Promise<Telling> {
    if (this.#notices.owns(post)) return this.#notices.tell(post);
    const { kept, clock } = this.#parts;
    const watch = await this.of(post.topic);
    if (watch === null || (post.state !== 'failed' && post.state !== 'ambiguous')) return 'nobody';
    // Told again later, it may have been resumed or stopped since.
    const isGone = post.state === 'failed' && /status 40[34]/.test(post.reason) && watch.standing !== 'stopped' && watch.since <= post.changedAt;
    if (isGone && watch.standing === 'active') await kept.stand(watch.id, 'suspended', SUSPENDED.cannotPost, clock());
    const seen = await this.#seenByItsOwner(watch);
    if (seen !== 'shown') return seen === 'not-known' ? 'later' : 'nobody';
    const again = { title: 'Post it again', step: { kind: 'again' as const, topic: post.topic, slot: post.slot } };
    const answer: Answer = {
      ...PLAIN, outcome: 'done', headline: tellingWords(watch, post.state, post.reason), lines: isGone ? [UNTIL_BACK] : post.state === 'ambiguous' ? [`Why: ${post.reason}.`] : [],
      next: post.state === 'ambiguous' ? [{ title: 'It arrived', step: { kind: 'arrived', topic: post.topic, slot: post.slot } }, again] : isGone ? [resumeStep(watch)] : [again],
    };
    return this.#notices.inOwnChat({ ...watch, isPlaceLost: isGone, answer });
  }

  /** What whoever set an alert up may be told of its crossing in their own chat, by what is granted now. */
  async #seenByItsOwner(watch: Watch): Promise<ReturnType<typeof seenOf>> {
    if (!isMeasured(querySchema.parse(JSON.parse(watch.query)), this.#parts.catalogue)) return 'refused';
    const chat = await this.#parts.chats.of(watch.setUpBy.id, watch.to.tenant);
    const owner = { asker: { ...watch.setUpBy, tenant: watch.to.tenant }, place: { kind: 'personal' as const, id: chat?.conversation ?? '' } };
    return seenOf(watch, watch.crossing, await this.read(watch, 'watch', owner));
  }

  /** Suspends an alert, and tells whoever set it up where that is elsewhere. */
  async suspend(watch: Watch, why: string): Promise<void> {
    await this.#notices.plan(watch);
    await this.#parts.kept.stand(watch.id, 'suspended', why, this.#parts.clock());
  }

  /** Whether it is to be looked at; one is not of which the definitions have lost the measure, and is again when they have it. */
  async #isActive(watch: Watch): Promise<boolean> {
    const { kept, catalogue, clock } = this.#parts;
    const isThere = isMeasured(querySchema.parse(JSON.parse(watch.query)), catalogue);
    if (isThere && watch.standing === 'suspended' && watch.why === NOT_MEASURED) await kept.goOn(watch.id, NOT_MEASURED, this.#sinceOnce(watch), clock());
    if (!isThere && watch.standing === 'active') await this.suspend(watch, NOT_MEASURED);
    return watch.standing === 'active' && isThere;
  }

  /** Instances with other definitions may lose and find its measure in turns: that is another time, and told, once a day and not at each turn. */
  #sinceOnce({ since }: Watch): number {
    const now = this.#parts.clock();
    return now - since < DAY ? since : now;
  }

  async #lookAt(watch: Watch, snapshots: HeldSnapshots): Promise<void> {
    const { kept, ledger, clock } = this.#parts;
    if (!watch.isPlanned && watch.crossing !== null) {
      await ledger.plan({ topic: topicOf(watch, watch.crossing), slot: watch.crossing.slot }, clock(), clock());
      await kept.planned(watch);
    }
    const checked = this.#heldFor(watch, snapshots);
    if (checked === null || checked === watch.checked) return;
    const { now, metric } = await this.read(watch);
    const looked = lookedAt(watch, now, checked, metric);
    if (looked === null || !(await kept.found(watch, looked, clock())) || looked.isPlanned || looked.crossing === null) return;
    await ledger.plan({ topic: topicOf(watch, looked.crossing), slot: looked.crossing.slot }, clock(), clock());
    await kept.planned({ id: watch.id, turn: watch.turn + 1 });
  }

  /** What the figure rests on now; it is another one with each snapshot, day and definition. Null where nothing is held yet. */
  #heldFor({ query: kept }: Watch, { nightly, onTheDay }: HeldSnapshots): string | null {
    const today = londonDay(this.#parts.clock());
    const query = querySchema.parse(JSON.parse(kept));
    const snapshot = isOfToday(query) && onTheDay !== null ? onTheDay : nightly;
    return snapshot === null ? null : `${snapshot} ${today} ${this.#parts.catalogue.fingerprint}`;
  }

  /** Written with the access of those who read it now, and never with that of whoever set it up. */
  async #audienceOf({ person, to }: Pick<Watch, 'person' | 'to'>): Promise<Pick<Who, 'asker' | 'place'>> {
    return { asker: { id: person ?? AUDIENCE, name: null, tenant: to.tenant }, place: await placeNow(to, this.#parts.places) };
  }

  #metricOf({ metrics: [id = ''] }: Query): Metric {
    const metric = this.#parts.catalogue.metrics.get(id);
    if (metric === undefined) throw new TallyError('QUERY_INVALID', `a watch of ${id}, which is no metric`);
    return metric;
  }
}
