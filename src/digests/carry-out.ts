import { createHash } from 'node:crypto';
import type { Answer, NextStep } from '../answers/answer';
import { PLAIN } from '../answers/from-reading';
import { inSentence } from '../answers/names';
import type { Road } from '../ask';
import { dayLabel } from '../calendar/day';
import { londonTime } from '../calendar/instant';
import { nextSlot, scheduleWords } from '../calendar/schedule';
import type { Catalogue } from '../catalogue/catalogue';
import type { Ledger, PostKey } from '../delivery/ledger';
import type { Address } from '../delivery/port';
import type { Query } from '../engine/query';
import type { Command } from '../language/command';
import { AUDIENCE, type Asker, type Place } from '../language/question';
import { declarationOf, isDeclared } from './declared';
import { contentOf, isMeant, nameOf } from './digest-name';
import type { Digests } from './digests';
import { mayChange } from './may-change';
import { placeOf } from './place-of';
import { runsAnswer } from './runs';
import { move, nextUnposted } from './moved';
import { topicOf, type Subscription, type SubscriptionsKept } from './subscription';

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
  /** Whether somebody installed the bot there. */
  readonly isInstaller: (person: string, address: Address) => Promise<boolean>;
}

type DigestCommand = Extract<Command, { readonly kind: 'digest' }>;

/** Carries out what is commanded of digests. */
export class DigestCommands {
  readonly #parts: CarryOutParts;

  constructor(parts: CarryOutParts) {
    this.#parts = parts;
  }

  /** @returns what is said to whoever commanded. @throws TallyError STORE_FAILED, and whatever the road throws */
  async carryOut(command: DigestCommand, origin: Origin): Promise<Answer> {
    switch (command.what) {
      case 'create': return this.#create(command, origin);
      case 'list': return this.#list(origin);
      case 'history': return this.#history(command.name, origin);
      case 'preview': return this.#withOne(command.name, origin, (one) => this.#parts.digests.preview(one), false);
      case 'change': return this.#withOne(command.name, origin, (one) => this.#change(one, command, origin));
      case 'pause': return this.#withOne(command.name, origin, (one) => this.#stand(one, 'paused', origin));
      case 'resume': return this.#withOne(command.name, origin, (one) => this.#stand(one, 'active', origin));
      case 'stop': return this.#withOne(command.name, origin, (one) => this.#stand(one, 'stopped', origin));
    }
  }

  /** A post of which it is not known whether it arrived, or that failed: somebody who may has looked. */
  async decide(what: 'arrived' | 'again', key: PostKey, origin: Origin): Promise<Answer> {
    const { subscriptions, ledger } = this.#parts;
    const one = (await subscriptions.all(this.#parts.catalogue.organisation.name)).find((each) => topicOf(each) === key.topic);
    if (one === undefined || !(await this.#may(one, origin))) return said(this.#notice, 'That digest is not yours to decide on, or is there no more.', 'refused');
    const done = what === 'arrived' ? await ledger.confirm(key, origin.at) : await ledger.again(key, origin.at);
    if (!done) return said(this.#notice, `Nothing to do: the digest of ${dayLabel(key.slot)} has been settled meanwhile.`);
    return said(this.#notice, what === 'arrived' ? `Noted: the digest of ${dayLabel(key.slot)} arrived.` : `The digest of ${dayLabel(key.slot)} is posted again within a minute.`);
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

  async #create({ query, schedule, name }: Extract<DigestCommand, { readonly what: 'create' }>, { asker, place, address, at }: Origin): Promise<Answer> {
    const { subscriptions, catalogue } = this.#parts;
    if (address === null) return said(this.#notice, 'Set a digest up in the chat, group or channel that it is to be posted in.', 'unknown');
    const isPersonal = place.kind === 'personal';
    const trial = await this.#trial(query, { to: address, person: isPersonal ? asker.id : null }, at);
    if (trial.outcome === 'refused') return trial;
    const what = name ?? nameOf(query, catalogue);
    const known = await this.#here(address);
    if (known.some((one) => one.name.toLowerCase() === what.toLowerCase())) {
      return said(this.#notice, `There is a digest “${what}” here already. Change it (“move the ${inSentence(what)} digest to Tuesdays at 9”), stop it, or call this one something else.`, 'unknown');
    }
    const subscription: Subscription = {
      id: createHash('sha256').update(JSON.stringify([catalogue.organisation.name, address.conversation, what, at])).digest('hex').slice(0, 24),
      organisation: catalogue.organisation.name, name: what, query: JSON.stringify(query), schedule, to: address, person: isPersonal ? asker.id : null,
      setUpBy: { id: asker.id, name: asker.name }, standing: 'active', why: '', since: at,
    };
    await subscriptions.create(subscription, at);
    return {
      ...said(this.#notice, `Set up: “${what}” is posted ${whereWords(address)} ${scheduleWords(schedule)}, first ${londonTime(nextSlot(schedule, at).at)}.`),
      lines: [`It shows what everybody ${isPersonal ? 'in this chat' : 'here'} may see, and says so where data is late. Say “list digests”, “pause”, “move it to 9:00” or “stop the ${inSentence(what)} digest”.`],
      next: [ask('Preview it', `preview the ${what} digest`), ask('List digests', 'list digests')],
    };
  }

  async #list(origin: Origin): Promise<Answer> {
    const { address, at } = origin;
    const here = await this.#shownTo(origin);
    if (here.length === 0) return { ...said(this.#notice, 'No digest is set up here.'), lines: ['Say, for example, “post the theatres scorecard here every Monday at 8”.'] };
    const elsewhere = ({ to }: Subscription): string => (address === null || to.conversation === address.conversation ? '' : ` ${placeWords(to)}`);
    const set = here.length === 1 ? 'One digest is' : `${here.length} digests are`;
    return {
      ...said(this.#notice, here.some((one) => elsewhere(one) !== '') ? `${set} yours.` : `${set} set up here.`),
      lines: here.map((one) => `${one.name}: ${scheduleWords(one.schedule)}${elsewhere(one)}, set up by ${one.setUpBy.name ?? 'somebody'}${isDeclared(one) ? ' in digests.yaml' : ''}; ${standingWords(one, at)}`),
      next: [ask('What became of them', 'digest history')],
    };
  }

  /** Of one digest, of those here, or of all that somebody owns, who asks for it in a chat of their own. */
  async #history(name: string | null, origin: Origin): Promise<Answer> {
    const { ledger } = this.#parts;
    if (name !== null) return this.#withOne(name, origin, (one) => runsAnswer(one.name, [one], ledger, this.#notice), false);
    const mine = await this.#shownTo(origin);
    return mine.length === 0 ? this.#list(origin) : runsAnswer(origin.place.kind === 'personal' ? 'Your digests' : 'Digests here', mine, ledger, this.#notice);
  }

  async #change(one: Subscription, { schedule, rename, query, filters }: Extract<DigestCommand, { readonly what: 'change' }>, { at }: Origin): Promise<Answer> {
    const { subscriptions, catalogue, ledger } = this.#parts;
    const before = contentOf(one);
    if ((query !== undefined || filters !== undefined) && before === null) return said(this.#notice, 'That digest shows what you follow: say “follow DNA rate for ENT” or “unfollow …”.', 'unknown');
    const content = query ?? (filters === undefined || before === null ? null : { ...before, filters });
    const trial = content === null ? null : await this.#trial(content, one, at);
    if (trial !== null && trial.outcome !== 'answered') return trial;
    // A name that said what was shown goes with it; one that somebody gave stays.
    const isOwnName = before !== null && one.name === nameOf(before, catalogue);
    const name = rename ?? (content !== null && isOwnName ? nameOf(content, catalogue) : one.name);
    if (name !== one.name && (await this.#here(one.to)).some((other) => other.id !== one.id && other.name.toLowerCase() === name.toLowerCase())) {
      return said(this.#notice, `There is a digest “${name}” here already. Call it something else.`, 'unknown');
    }
    const isMoved = Object.keys(schedule).length > 0;
    const changed = { ...one.schedule, ...schedule };
    const moved = isMoved && one.standing === 'active' ? await move(one, changed, ledger, topicOf(one), at) : 'later';
    await subscriptions.change(one.id, { name, ...(content === null ? {} : { query: JSON.stringify(content) }), ...(isMoved ? { schedule: changed, since: at } : {}) }, at);
    const news = [...(name === one.name ? [] : [`is now called “${name}”`]), ...(content === null ? [] : [`shows ${inSentence(nameOf(content, catalogue))}`])];
    const next = one.standing !== 'active' ? 'once it is resumed' : `${moved === 'now' ? 'today’s within a minute, then' : 'next'} ${londonTime((await nextUnposted(changed, ledger, topicOf(one), at)).at)}`;
    const when = `${isMoved ? 'is now posted' : 'is posted'} ${scheduleWords(changed)}, ${next}`;
    return { ...said(this.#notice, `Changed: “${one.name}” ${new Intl.ListFormat('en-GB').format([...news, when])}.`), next: [ask('Preview it', `preview the ${name} digest`)] };
  }

  /** What would be shown, with the access of those who read it, tried before it is promised. */
  #trial(query: Query, { to, person }: Pick<Subscription, 'to' | 'person'>, at: number): Promise<Answer> {
    return this.#parts.road.run({ kind: 'refresh', query }, { asker: { id: person ?? AUDIENCE, name: null, tenant: to.tenant }, place: placeOf(to), at, way: 'digest' });
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

  /** The digest that is meant: the one of that name here, or the only one there is. @param changes whether only those who may change it may */
  async #withOne(name: string | null, origin: Origin, act: (one: Subscription) => Promise<Answer>, changes = true): Promise<Answer> {
    const here = origin.address === null ? [] : await this.#here(origin.address);
    const meant = name === null ? here : here.filter((one) => isMeant(one, name, this.#parts.catalogue));
    const [one, ...others] = meant;
    if (one === undefined) return here.length === 0 ? this.#list(origin) : { ...said(this.#notice, `No digest of that name is set up here.`, 'unknown'), lines: here.map((each) => `Held: ${each.name}`) };
    if (others.length > 0) return { ...PLAIN, outcome: 'clarify', headline: 'Which digest?', options: meant.map((each) => `${each.name} digest`), notice: this.#notice };
    if (changes && isDeclared(one)) return this.#ownedByFile(one);
    if (changes && !(await this.#may(one, origin))) {
      return said(this.#notice, `“${one.name}” was set up by ${one.setUpBy.name ?? 'somebody else'}. They, whoever installed Tally here, or those named in the configuration may change it.`, 'refused');
    }
    return act(one);
  }

  #ownedByFile({ name, setUpBy, ...one }: Subscription): Answer {
    const others = declarationOf({ name, setUpBy, ...one }, this.#parts.catalogue.digests)?.['may-change'].length ?? 0;
    return said(this.#notice, `“${name}” is declared in digests.yaml, which owns it: it is changed, paused or stopped there. Ask ${setUpBy.name ?? 'its owner'}${others === 0 ? '' : ` or one of the ${others === 1 ? 'people' : `${others} people`} named with it`}.`, 'refused');
  }

  /** Those here; in a chat of one's own, those that are one's own elsewhere too; in a terminal all. */
  async #shownTo({ address, asker, place }: Origin): Promise<readonly Subscription[]> {
    const all = await this.#parts.subscriptions.all(this.#parts.catalogue.organisation.name);
    return address === null ? all : all.filter((one) => one.to.conversation === address.conversation || (place.kind === 'personal' && this.#isOwner(one, asker)));
  }

  #isOwner(one: Subscription, { id }: Asker): boolean {
    const may = declarationOf(one, this.#parts.catalogue.digests)?.['may-change'] ?? [];
    return [one.setUpBy.id, ...may].some((each) => each.trim().toLowerCase() === id.toLowerCase());
  }

  async #here({ conversation }: Address): Promise<readonly Subscription[]> {
    return (await this.#parts.subscriptions.all(this.#parts.catalogue.organisation.name)).filter(({ to }) => to.conversation === conversation);
  }

  async #may(one: Subscription, { asker }: Origin): Promise<boolean> {
    return this.#isOwner(one, asker) || mayChange(one, asker, this.#parts);
  }
}

function said(notice: string | null, headline: string, outcome: 'done' | 'unknown' | 'refused' = 'done'): Answer {
  return { ...PLAIN, outcome, headline, notice, reason: outcome === 'done' ? null : 'not-carried-out' };
}

const ask = (title: string, text: string): NextStep => ({ title, step: { kind: 'ask', text } });

const placeWords = ({ kind }: Address): string => (kind === 'personal' ? 'to somebody alone' : `in a ${kind}`);

const whereWords = ({ kind }: Address): string => (kind === 'channel' ? 'in this channel' : kind === 'group' ? 'in this group' : 'to you here');

function standingWords(one: Subscription, at: number): string {
  return one.standing === 'active' ? `next ${londonTime(nextSlot(one.schedule, at).at)}` : one.standing === 'paused' ? one.why : `suspended: ${one.why}`;
}
