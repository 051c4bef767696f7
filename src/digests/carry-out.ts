import type { Answer } from '../answers/answer';
import { PLAIN } from '../answers/from-reading';
import { inSentence } from '../answers/names';
import type { Road } from '../ask';
import { dayLabel } from '../calendar/day';
import { londonTime } from '../calendar/instant';
import { nextSlot, scheduleWords } from '../calendar/schedule';
import type { Catalogue } from '../catalogue/catalogue';
import type { Ledger, PostKey } from '../delivery/ledger';
import type { Address, PersonalChats } from '../delivery/port';
import type { Command } from '../language/command';
import type { Asker, Place } from '../language/question';
import { againWords, type Kept } from './again-words';
import { placeWords } from './called';
import { declarationOf, isDeclared } from './declared';
import { previewed, resumeStep, standingWords } from './digest-answer';
import { contentOf, nameOf } from './digest-name';
import type { Digests } from './digests';
import { MeantDigest } from './meant-digest';
import { runsAnswer } from './runs';
import { askStep as ask, said } from './said';
import { setUp, trial } from './set-up';
import { move, nextUnposted } from './moved';
import { topicOf, type Subscription, type SubscriptionsKept } from './subscription';
import { SUSPENDED } from './why-suspended';

/** Who commands, where and when, and how that place is posted to. */
export interface Origin {
  readonly asker: Asker;
  readonly place: Place;
  /** Null in a terminal, which nothing is posted to. */
  readonly address: Address | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface CarryOutParts {
  readonly catalogue: Catalogue;
  readonly subscriptions: SubscriptionsKept;
  readonly ledger: Ledger;
  readonly digests: Digests;
  readonly road: Pick<Road, 'run'>;
  readonly chats: Pick<PersonalChats, 'of'>;
  /** Whether somebody installed the bot there. */
  readonly isInstaller: (person: string, address: Address) => Promise<boolean>;
  /** Whether the bot was removed there and has not come back. */
  readonly isRemoved: (address: Address) => Promise<boolean>;
}

type DigestCommand = Extract<Command, { readonly kind: 'digest' }>;

/** Beside one other button. */
const MOST_RESUMED = 3;
/** The same whether there is one: a button may be pressed by anybody who was shown or sent it. */
const NOT_YOURS = 'That digest is not yours to decide on, or is there no more.';

/** Carries out what is commanded of digests. */
export class DigestCommands {
  readonly #parts: CarryOutParts;
  readonly #meant: MeantDigest;

  constructor(parts: CarryOutParts) {
    this.#parts = parts;
    this.#meant = new MeantDigest(parts);
  }

  /** @returns what is said to whoever commanded. @throws TallyError STORE_FAILED, and whatever the road throws */
  async carryOut(command: DigestCommand, origin: Origin): Promise<Answer> {
    switch (command.what) {
      case 'create': return setUp(command, origin, this.#parts, this.#meant);
      case 'list': return this.#list(origin);
      case 'history': return this.#history(command, origin);
      case 'preview': return this.#withOne(command, origin, (one) => this.#preview(one, origin), false);
      case 'change': return this.#withOne(command, origin, (one) => this.#change(one, command, origin));
      case 'pause': return this.#withOne(command, origin, (one) => this.#stand(one, 'paused', origin));
      case 'resume': return this.#withOne(command, origin, (one) => this.#resume(one, origin));
      case 'stop': return this.#withOne(command, origin, (one) => this.#stand(one, 'stopped', origin));
    }
  }

  /** A post of which it is not known whether it arrived, or that failed: somebody who may has looked. */
  async decide(what: 'arrived' | 'again', key: PostKey, origin: Origin): Promise<Answer> {
    const { ledger } = this.#parts;
    const one = (await this.#meant.all()).find((each) => topicOf(each) === key.topic);
    if (one === undefined || !(await this.#meant.may(one, origin.asker))) return said(this.#notice, NOT_YOURS, 'refused');
    if (what === 'again' && one.standing !== 'active') return { ...said(this.#notice, `The digest of ${dayLabel(key.slot)} cannot be posted again: “${one.name}” is ${standingWords(one, origin.at)}.`, 'refused'), next: [resumeStep(one)] };
    const done = what === 'arrived' ? await ledger.confirm(key, origin.at) : await ledger.again(key, origin.at);
    if (!done) return said(this.#notice, `Nothing to do: the digest of ${dayLabel(key.slot)} has been settled meanwhile.`);
    return said(this.#notice, what === 'arrived' ? `Noted: the digest of ${dayLabel(key.slot)} arrived.` : `The digest of ${dayLabel(key.slot)} is posted again within a minute.`);
  }

  /** The digest of that topic, whatever others are called. */
  async resume(topic: string, origin: Origin): Promise<Answer> {
    const one = (await this.#meant.all()).find((each) => topicOf(each) === topic);
    if (one === undefined || !(await this.#meant.may(one, origin.asker))) return said(this.#notice, NOT_YOURS, 'refused');
    return this.#onOne(one, 'resume', origin, (each) => this.#resume(each, origin));
  }

  /** Nothing can be posted there any more: what was is suspended, and whoever set it up told, where they have a chat of their own left. */
  async placeRemoved(isThere: (to: Address) => boolean, why: string): Promise<void> {
    for (const one of await this.#parts.subscriptions.all(this.#parts.catalogue.organisation.name)) {
      if (one.standing === 'active' && isThere(one.to)) await this.#parts.digests.suspend(one, why);
    }
  }

  /** What was suspended there, for one of these reasons where they are given, goes on; what came due meanwhile is due to nobody. */
  async placeInstalled(isThere: (to: Address) => boolean, at: number, because?: readonly string[]): Promise<void> {
    for (const one of await this.#parts.subscriptions.all(this.#parts.catalogue.organisation.name)) {
      // To one that was declared before Tally was there the way is found by the next look at what is due.
      if (one.standing === 'suspended' && one.to.serviceUrl !== '' && isThere(one.to) && because?.includes(one.why) !== false) await this.#parts.subscriptions.change(one.id, { standing: 'active', why: '', since: at }, at);
    }
  }

  get #notice(): string | null {
    return this.#parts.catalogue.organisation.notice;
  }

  async #list(origin: Origin): Promise<Answer> {
    const { at } = origin;
    const here = await this.#meant.shownTo(origin);
    if (here.length === 0) return { ...said(this.#notice, 'No digest is set up here.'), lines: ['Say, for example, “post the theatres scorecard here every Monday at 8”.'] };
    const elsewhere = (one: Subscription): string => (isHere(one, origin) ? '' : ` ${placeWords(one.to)}`);
    const set = here.length === 1 ? 'One digest is' : `${here.length} digests are`;
    return {
      ...said(this.#notice, here.some((one) => elsewhere(one) !== '') ? `${set} yours.` : `${set} set up here.`),
      lines: here.map((one) => `${one.name}: ${scheduleWords(one.schedule)}${elsewhere(one)}, set up by ${one.setUpBy.name ?? 'somebody'}${isDeclared(one) ? ' in digests.yaml' : ''}; ${standingWords(one, at)}`),
      next: [ask('What became of them', 'digest history'), ...here.filter(({ standing }) => standing !== 'active').slice(0, MOST_RESUMED).map((one) => ({ ...resumeStep(one), title: `Resume “${one.name}”` }))],
    };
  }

  /** Of one digest, of those here, or of all that somebody owns, who asks for it in a chat of their own. */
  async #history(command: Kept, origin: Origin): Promise<Answer> {
    const { ledger } = this.#parts;
    if (command.name !== null) return this.#withOne(command, origin, (one) => runsAnswer(one.name, [one], ledger, this.#notice), false);
    const mine = await this.#meant.shownTo(origin);
    return mine.length === 0 ? this.#list(origin) : runsAnswer(origin.place.kind === 'personal' ? 'Your digests' : 'Digests here', mine, ledger, this.#notice);
  }

  async #change(one: Subscription, { schedule, rename, query, filters }: Extract<DigestCommand, { readonly what: 'change' }>, origin: Origin): Promise<Answer> {
    const { subscriptions, catalogue, ledger, road } = this.#parts;
    const { at } = origin;
    const before = contentOf(one);
    if ((query !== undefined || filters !== undefined) && before === null) return said(this.#notice, 'That digest shows what you follow: say “follow DNA rate for ENT” or “unfollow …”.', 'unknown');
    const content = query ?? (filters === undefined || before === null ? null : { ...before, filters });
    const shown = content ?? before;
    const tried = shown === null ? null : await trial(shown, { ...await this.#readerOf(one, origin), at }, road);
    if (tried !== null && tried.outcome !== 'answered' && (content !== null || tried.outcome === 'refused')) return tried;
    // A name that said what was shown goes with it; one that somebody gave stays.
    const isOwnName = before !== null && one.name === nameOf(before, catalogue);
    const name = rename ?? (content !== null && isOwnName ? nameOf(content, catalogue) : one.name);
    if (name !== one.name && (await this.#meant.here(one.to.conversation)).some((other) => other.id !== one.id && other.name.toLowerCase() === name.toLowerCase())) {
      return said(this.#notice, `There is a digest “${name}” here already. Call it something else.`, 'unknown');
    }
    const isMoved = Object.keys(schedule).length > 0;
    const changed = { ...one.schedule, ...schedule };
    const brought = isMoved && one.standing === 'active' ? await move(one, changed, ledger, topicOf(one), at) : null;
    await subscriptions.change(one.id, { name, ...(content === null ? {} : { query: JSON.stringify(content) }), ...(isMoved ? { schedule: changed, since: at } : {}) }, at);
    const moved = await brought?.();
    const news = [...(name === one.name ? [] : [`is now called “${name}”`]), ...(content === null ? [] : [`shows ${inSentence(nameOf(content, catalogue))}`])];
    const next = one.standing !== 'active' ? 'once it is resumed' : `${moved === 'now' ? 'today’s within a minute, then' : 'next'} ${londonTime((await nextUnposted(changed, ledger, topicOf(one), at)).at)}`;
    const when = `${isMoved ? 'is now posted' : 'is posted'} ${scheduleWords(changed)}, ${next}`;
    return { ...said(this.#notice, `Changed: “${one.name}” ${new Intl.ListFormat('en-GB').format([...news, when])}.`), next: [ask('Preview it', `preview the "${name}" digest`)] };
  }

  /** Its audience may see more of it than whoever looks at it first, who may also be no longer of them. */
  async #preview(one: Subscription, origin: Origin): Promise<Answer> {
    const digest = await this.#parts.digests.preview(one, await this.#readerOf(one, origin));
    return digest.outcome === 'refused' ? digest : previewed(digest, one, origin.at);
  }

  /** Whoever asks, in the place that it is posted in. */
  async #readerOf(one: Subscription, origin: Origin): Promise<Pick<Origin, 'asker' | 'place'>> {
    return { asker: origin.asker, place: isHere(one, origin) ? origin.place : await this.#parts.digests.placeOf(one) };
  }

  /** Not where it is known that nothing can be posted yet. */
  async #resume(one: Subscription, origin: Origin): Promise<Answer> {
    const isSuspended = one.standing === 'suspended';
    const isGone = (isSuspended && (one.why === SUSPENDED.removed || one.to.serviceUrl === '')) || (await this.#parts.isRemoved(one.to));
    if (isGone) {
      const why = isSuspended ? one.why : SUSPENDED.removed;
      if (!isSuspended) await this.#parts.subscriptions.change(one.id, { standing: 'suspended', why }, origin.at);
      return said(this.#notice, `“${one.name}” is suspended, because ${why}. It goes on by itself when Tally is installed there.`, 'refused');
    }
    return this.#stand(one, 'active', origin);
  }

  async #stand(one: Subscription, standing: 'active' | 'paused' | 'stopped', { at, asker }: Origin): Promise<Answer> {
    const by = asker.name === null ? '' : ` by ${asker.name}`;
    // What was missed while it was paused is due to nobody.
    await this.#parts.subscriptions.change(one.id, { standing, why: standing === 'active' ? '' : `${standing}${by}`, ...(standing === 'active' && one.standing !== 'active' ? { since: at } : {}) }, at);
    return said(this.#notice, {
      active: `“${one.name}” is posted again, next ${londonTime(nextSlot(one.schedule, at).at)}.`,
      paused: `“${one.name}” is paused until somebody says “resume the ${inSentence(one.name)} digest”.`,
      stopped: `“${one.name}” is stopped and is not posted any more.`,
    }[standing]);
  }

  /** The digest that is meant. @param changes whether only those who may change it may */
  async #withOne(command: Kept, origin: Origin, act: (one: Subscription) => Promise<Answer>, changes = true): Promise<Answer> {
    const meant = await this.#meant.meant(command.name, origin);
    const [one, ...others] = meant;
    if (one === undefined) return this.#noneOf(origin);
    return others.length > 0 ? this.#which(meant, command, origin) : this.#onOne(one, command.what, origin, act, changes);
  }

  async #onOne(one: Subscription, what: Kept['what'], origin: Origin, act: (one: Subscription) => Promise<Answer>, changes = true): Promise<Answer> {
    // That it could not be posted is nothing that the file says.
    const isResumed = what === 'resume' && one.standing === 'suspended';
    if (changes && isDeclared(one) && !isResumed) return this.#ownedByFile(one);
    if (changes && !(await this.#meant.may(one, origin.asker))) {
      return said(this.#notice, `“${one.name}” was set up by ${one.setUpBy.name ?? 'somebody else'}. They, whoever installed Tally here, or those named in the configuration may change it.`, 'refused');
    }
    const answer = await act(one);
    // What is done to one that is posted elsewhere says where.
    return answer.outcome !== 'done' || isHere(one, origin) ? answer : { ...answer, lines: [...answer.lines, `It is posted ${placeWords(one.to)}.`] };
  }

  async #noneOf(origin: Origin): Promise<Answer> {
    const known = await this.#meant.shownTo(origin);
    return known.length === 0 ? this.#list(origin) : { ...said(this.#notice, `No digest of that name is set up here.`, 'unknown'), lines: known.map((each) => `Held: ${each.name}`) };
  }

  #which(meant: readonly Subscription[], command: Kept, origin: Origin): Answer {
    const words = meant.map(({ name }) => againWords(command, name));
    const isTold = new Set(words).size === words.length && !words.includes(null);
    const lines = meant.map((each) => `${each.name}: ${scheduleWords(each.schedule)}${isHere(each, origin) ? '' : ` ${placeWords(each.to)}`}`);
    return isTold
      ? { ...PLAIN, outcome: 'clarify', headline: 'Which digest?', options: words.flatMap((each) => each ?? []), lines, notice: this.#notice }
      : { ...said(this.#notice, 'That may be several digests. Name one, or say it where it is posted.', 'unknown'), lines };
  }

  #ownedByFile({ name, setUpBy, ...one }: Subscription): Answer {
    const others = declarationOf({ name, setUpBy, ...one }, this.#parts.catalogue.digests, this.#parts.catalogue.organisation.formerly)?.['may-change'].length ?? 0;
    return said(this.#notice, `“${name}” is declared in digests.yaml, which owns it: it is changed, paused or stopped there. Ask ${setUpBy.name ?? 'its owner'}${others === 0 ? '' : ` or one of the ${others === 1 ? 'people' : `${others} people`} named with it`}.`, 'refused');
  }
}

const isHere = ({ to }: Subscription, { address }: Origin): boolean => address === null || to.conversation === address.conversation;
