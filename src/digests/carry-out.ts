import { createHash } from 'node:crypto';
import type { Answer, NextStep } from '../answers/answer';
import { PLAIN } from '../answers/from-reading';
import { inSentence } from '../answers/names';
import type { Road } from '../ask';
import { dayLabel } from '../calendar/day';
import { londonTime } from '../calendar/instant';
import { nextSlot, scheduleWords } from '../calendar/schedule';
import type { Catalogue } from '../catalogue/catalogue';
import type { Ledger, Post, PostKey } from '../delivery/ledger';
import type { Address } from '../delivery/port';
import { AGAIN } from '../delivery/poster';
import type { Command } from '../language/command';
import { AUDIENCE, type Asker, type Place } from '../language/question';
import { sinceChange, topicOf, type Digests } from './digests';
import { mayChange } from './may-change';
import { placeOf } from './place-of';
import type { Subscription, SubscriptionsKept } from './subscription';

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
  readonly catalogue: Pick<Catalogue, 'organisation' | 'scorecards' | 'metrics' | 'questions'>;
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
    const done = what === 'arrived' ? await ledger.confirm(key, origin.at) : await ledger.again(key, AGAIN, origin.at);
    if (!done) return said(this.#notice, `Nothing to do: the digest of ${dayLabel(key.slot)} has been settled meanwhile.`);
    return said(this.#notice, what === 'arrived' ? `Noted: the digest of ${dayLabel(key.slot)} arrived.` : `The digest of ${dayLabel(key.slot)} is posted again within a minute.`);
  }

  /** Nothing can be posted there any more: what was is suspended, and its owner told by the list. */
  async placeRemoved(isThere: (to: Address) => boolean, at: number): Promise<void> {
    for (const one of await this.#parts.subscriptions.all(this.#parts.catalogue.organisation.name)) {
      if (one.standing !== 'suspended' && isThere(one.to)) await this.#parts.subscriptions.change(one.id, { standing: 'suspended', why: 'Tally was removed there' }, at);
    }
  }

  /** What was suspended there goes on; what came due meanwhile is due to nobody. */
  async placeInstalled(isThere: (to: Address) => boolean, at: number): Promise<void> {
    for (const one of await this.#parts.subscriptions.all(this.#parts.catalogue.organisation.name)) {
      if (one.standing === 'suspended' && isThere(one.to)) await this.#parts.subscriptions.change(one.id, { standing: 'active', why: '', since: at }, at);
    }
  }

  get #notice(): string | null {
    return this.#parts.catalogue.organisation.notice;
  }

  async #create({ query, schedule, name }: Extract<DigestCommand, { readonly what: 'create' }>, { asker, place, address, at }: Origin): Promise<Answer> {
    const { subscriptions, road, catalogue } = this.#parts;
    if (address === null) return said(this.#notice, 'Set a digest up in the chat, group or channel that it is to be posted in.', 'unknown');
    const isPersonal = place.kind === 'personal';
    // What everybody there may see, tried before it is promised.
    const audience = { id: isPersonal ? asker.id : AUDIENCE, name: null, tenant: asker.tenant };
    const trial = await road.run({ kind: 'query', query }, { asker: audience, place: placeOf(address), at, way: 'digest' });
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

  async #list({ address, at }: Origin): Promise<Answer> {
    const here = address === null ? await this.#parts.subscriptions.all(this.#parts.catalogue.organisation.name) : await this.#here(address);
    if (here.length === 0) return { ...said(this.#notice, 'No digest is set up here.'), lines: ['Say, for example, “post the theatres scorecard here every Monday at 8”.'] };
    return {
      ...said(this.#notice, `${here.length === 1 ? 'One digest is' : `${here.length} digests are`} set up here.`),
      lines: here.map((one) => `${one.name}: ${scheduleWords(one.schedule)}, set up by ${one.setUpBy.name ?? 'somebody'}; ${standingWords(one, at)}`),
    };
  }

  async #history(name: string | null, origin: Origin): Promise<Answer> {
    return this.#withOne(name, origin, async (one) => {
      const posts = await this.#parts.ledger.history(topicOf(one), MOST_SHOWN);
      const uncertain = posts.find(({ state }) => state === 'ambiguous');
      return {
        ...said(this.#notice, posts.length === 0 ? `${one.name}: nothing has come due yet.` : `${one.name}: the last ${posts.length === 1 ? 'post' : `${posts.length} posts`}.`),
        lines: posts.map(historyLine),
        next: uncertain === undefined ? [] : decisions(uncertain),
      };
    }, false);
  }

  async #change(one: Subscription, { schedule }: Extract<DigestCommand, { readonly what: 'change' }>, { at }: Origin): Promise<Answer> {
    const changed = { ...one.schedule, ...schedule };
    await this.#parts.subscriptions.change(one.id, { schedule: changed, since: sinceChange(one, at) }, at);
    return said(this.#notice, `Changed: “${one.name}” is now posted ${scheduleWords(changed)}, next ${londonTime(nextSlot(changed, at).at)}.`);
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
    const meant = name === null ? here : here.filter((one) => isMeant(one, name));
    const [one, ...others] = meant;
    if (one === undefined) return here.length === 0 ? this.#list(origin) : { ...said(this.#notice, `No digest of that name is set up here.`, 'unknown'), lines: here.map((each) => `Held: ${each.name}`) };
    if (others.length > 0) return { ...PLAIN, outcome: 'clarify', headline: 'Which digest?', options: meant.map((each) => `${each.name} digest`), notice: this.#notice };
    if (changes && !(await this.#may(one, origin))) {
      return said(this.#notice, `“${one.name}” was set up by ${one.setUpBy.name ?? 'somebody else'}. They, whoever installed Tally here, or those named in the configuration may change it.`, 'refused');
    }
    return act(one);
  }

  async #here({ conversation }: Address): Promise<readonly Subscription[]> {
    return (await this.#parts.subscriptions.all(this.#parts.catalogue.organisation.name)).filter(({ to }) => to.conversation === conversation);
  }

  #may(one: Subscription, { asker }: Origin): Promise<boolean> {
    return mayChange(one, asker, this.#parts);
  }
}

const MOST_SHOWN = 10;

function said(notice: string | null, headline: string, outcome: 'done' | 'unknown' | 'refused' = 'done'): Answer {
  return { ...PLAIN, outcome, headline, notice, reason: outcome === 'done' ? null : 'not-carried-out' };
}

const ask = (title: string, text: string): NextStep => ({ title, step: { kind: 'ask', text } });

const whereWords = ({ kind }: Address): string => (kind === 'channel' ? 'in this channel' : kind === 'group' ? 'in this group' : 'to you here');

function nameOf({ scorecard, metrics }: { readonly scorecard: string | null; readonly metrics: readonly string[] }, catalogue: CarryOutParts['catalogue']): string {
  const name = scorecard === null ? metrics.map((id) => catalogue.metrics.get(id)?.short ?? catalogue.metrics.get(id)?.name ?? id).join(', ') : catalogue.scorecards.get(scorecard)?.name ?? scorecard;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replace(/ scorecard$/i, '');
}

const matches = (name: string, asked: string): boolean => {
  const words = (text: string): string => text.toLowerCase().replace(/\b(?:the|digest|scorecard)\b/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return words(name).includes(words(asked));
};

/** By its name, or by when it comes: "the Monday digest". */
const isMeant = ({ name, schedule }: Subscription, asked: string): boolean => matches(name, asked) || matches(scheduleWords(schedule), asked);

function standingWords(one: Subscription, at: number): string {
  return one.standing === 'active' ? `next ${londonTime(nextSlot(one.schedule, at).at)}` : one.standing === 'paused' ? one.why : `suspended: ${one.why}`;
}

const STATES: Readonly<Record<Post['state'], string>> = {
  planned: 'to be posted', claimed: 'being made', sending: 'being sent', sent: 'posted', failed: 'not posted', ambiguous: 'not known whether it arrived', skipped: 'not posted',
};

/** "27 November 2026: posted at 08:00", with the reason where there is one. */
export function historyLine({ slot, state, reason, changedAt }: Post): string {
  const when = state === 'sent' ? ` ${londonTime(changedAt).replace(/^.* at /, 'at ')}` : '';
  return `${dayLabel(slot)}: ${STATES[state]}${when}${reason === '' ? '' : ` (${reason})`}`;
}

const decisions = ({ topic, slot }: Post): readonly NextStep[] => [
  { title: 'It arrived', step: { kind: 'arrived', topic, slot } }, { title: 'Post it again', step: { kind: 'again', topic, slot } },
];
