import type { Answer } from '../answers/answer';
import { PLAIN } from '../answers/from-reading';
import type { Catalogue } from '../catalogue/catalogue';
import type { Address } from '../delivery/port';
import type { Ledger, PostKey } from '../delivery/ledger';
import type { Origin } from '../digests/carry-out';
import { placeWords } from '../digests/called';
import { SUSPENDED } from '../digests/why-suspended';
import { mayChange, type MayChangeParts } from '../digests/may-change';
import { querySchema, type Query } from '../engine/query';
import type { Command } from '../language/command';
import type { Asker } from '../language/question';
import { londonDay, dayLabel, type Day } from '../calendar/day';
import { resumeStep } from './alert-answer';
import { newWatch, type NewWatchParts } from './new-watch';
import { isMeasured, NOT_MEASURED } from './measured';
import { FOR_EVER, muteEnds, quietEnds, QUIET_WORDS } from './quiet-hours';
import { topicOf, type Watch, type WatchesKept } from './watch';
import type { Watches } from './watches';
import { standingWords } from './standing-words';

type WatchCommand = Extract<Command, { readonly kind: 'watch' }>;
/** Of alerts that are there: which are meant. */
type Meant = Pick<Exclude<WatchCommand, { readonly what: 'create' }>, 'query' | 'name' | 'what'>;

export interface WatchCommandsParts extends MayChangeParts, NewWatchParts {
  readonly catalogue: Catalogue;
  readonly kept: WatchesKept;
  readonly ledger: Ledger;
  readonly watches: Watches;
}

const NOT_YOURS = 'That alert is not yours to decide on, or is there no more.';

/** Carries out what is commanded of alerts. */
export class WatchCommands {
  readonly #parts: WatchCommandsParts;

  constructor(parts: WatchCommandsParts) {
    this.#parts = parts;
  }

  /** @returns what is said to whoever commanded. @throws TallyError STORE_FAILED, and whatever the road throws */
  async carryOut(command: WatchCommand, origin: Origin): Promise<Answer> {
    if (origin.address === null) return this.#said('Set an alert up in the chat, group or channel that it is to be told in.', 'unknown');
    switch (command.what) {
      case 'create': return newWatch(command, { ...origin, address: origin.address }, await this.#here(origin.address), this.#parts);
      case 'list': return this.#list(command, origin, origin.address);
      case 'mute': return this.#onEach(command, origin, origin.address, (meant) => this.#mute(meant, command.until, origin.at));
      case 'stop': return this.#onEach(command, origin, origin.address, (meant) => this.#stop(meant, origin));
    }
  }

  /** An alert of which it is not known whether it arrived, or that failed: somebody who may has looked. */
  async decide(what: 'arrived' | 'again', key: PostKey, { asker, at }: Origin): Promise<Answer> {
    const { ledger } = this.#parts;
    const watch = await this.#ownBehind(key.topic, asker);
    if (watch === null) return this.#said(NOT_YOURS, 'refused');
    if (what === 'again' && watch.standing === 'suspended') return { ...this.#said(`The alert “${watch.name}” is suspended, because ${watch.why}. It is not posted until it is resumed.`, 'refused'), next: [resumeStep(watch)] };
    // What it was then is kept no more, and would be told as what it was since.
    if (what === 'again' && (watch.crossing === null || topicOf(watch, watch.crossing) !== key.topic)) return this.#said(`The alert “${watch.name}” has crossed its line once more since, and that is told instead.`);
    const done = what === 'arrived' ? await ledger.confirm(key, at) : await ledger.again(key, at);
    if (!done) return this.#said('Nothing to do: that alert has been settled meanwhile.');
    if (what === 'arrived') return this.#said(`Noted: the alert “${watch.name}” arrived.`);
    const when = muteEnds(watch.mutedTo, at) !== null ? 'when it is no longer muted' : quietEnds(at) !== null ? `in the morning, never ${QUIET_WORDS}` : 'within a minute';
    return this.#said(`The alert “${watch.name}” is posted again ${when}.`);
  }

  /** The alert of that topic, whatever others are called. */
  async resume(topic: string, { asker, at, address }: Origin): Promise<Answer> {
    const watch = await this.#ownBehind(topic, asker);
    if (watch === null) return this.#said(NOT_YOURS, 'refused');
    const resumed = await this.#resume([watch], at);
    // One that stays suspended is to be quiet for as long as somebody said.
    if (resumed.outcome === 'done') await this.#parts.kept.mute(watch.id, null, at);
    return saidWhere(resumed, [watch], address);
  }

  /** Null where it is not this person's to decide on. */
  async #ownBehind(topic: string, asker: Asker): Promise<Watch | null> {
    const watch = await this.#parts.watches.of(topic);
    return watch === null || watch.standing === 'stopped' || !(await this.#may(watch, asker)) ? null : watch;
  }

  /** Nothing can be posted there any more: what was is suspended, and whoever set it up is told where they can be. */
  async placeRemoved(isThere: (to: Address) => boolean, why: string): Promise<void> {
    for (const watch of await this.#all()) {
      if (watch.standing === 'active' && isThere(watch.to)) await this.#parts.watches.suspend(watch, why);
    }
  }

  /** What was suspended there, for one of these reasons where they are given, goes on. */
  async placeInstalled(isThere: (to: Address) => boolean, at: number, because?: readonly string[]): Promise<void> {
    for (const watch of await this.#all()) {
      if (watch.standing === 'suspended' && isThere(watch.to) && because?.includes(watch.why) !== false) await this.#parts.kept.stand(watch.id, 'active', '', at);
    }
  }

  async #list({ query, name }: Meant, { asker, place, at }: Origin, address: Address): Promise<Answer> {
    const here = meantBy(await this.#here(address), query, name);
    if (here.length === 0) return { ...this.#said(`No alert is set up here${query === null && name === null ? '' : ' for that'}.`), lines: ['Say, for example, “tell me if on the day cancellations go over 10%”, or “tell me when ACPL changes for real”.'] };
    const { catalogue, watches } = this.#parts;
    const lines: string[] = [];
    for (const watch of here) {
      const isLookedAt = watch.standing === 'active' && isMeasured(querySchema.parse(JSON.parse(watch.query)), catalogue);
      lines.push(standingWords(watch, catalogue, at, isLookedAt ? await watches.standing(watch, { asker, place }) : { kind: 'unknown', why: NOT_MEASURED }));
    }
    return { ...this.#said(`${here.length === 1 ? 'One alert is' : `${here.length} alerts are`} set up here.`), lines };
  }

  async #mute(meant: readonly Watch[], until: Day | null, at: number): Promise<Answer> {
    const to = until === null ? FOR_EVER : muteEnds(until, at) === null ? null : until;
    for (const { id } of meant) await this.#parts.kept.mute(id, to, at);
    const names = namesOf(meant);
    if (to === null) return this.#resume(meant, at);
    const end = to === FOR_EVER ? 'until you say “unmute”' : to === londonDay(at) ? 'for the rest of today' : `to the end of ${dayLabel(to)}`;
    return { ...this.#said(`${names} ${meant.length === 1 ? 'is' : 'are'} quiet ${end}.`), lines: [`What has gone over by then, and still is, is told then; never ${QUIET_WORDS}.`] };
  }

  /** Heard again, and looked at again where they could not be told; not where Tally, or what is watched, is known to be gone. */
  async #resume(meant: readonly Watch[], at: number): Promise<Answer> {
    const gone = meant.filter(({ standing, why }) => standing === 'suspended' && (why === SUSPENDED.removed || why === NOT_MEASURED));
    for (const watch of meant) {
      if (watch.standing === 'suspended' && !gone.includes(watch)) await this.#parts.kept.stand(watch.id, 'active', '', at);
    }
    const rest = meant.filter((watch) => !gone.includes(watch));
    const stays = gone.length === 0 ? '' : `${namesOf(gone)} ${gone.length === 1 ? 'stays' : 'stay'} suspended, because ${new Intl.ListFormat('en-GB').format([...new Set(gone.map(({ why }) => why))])}.`;
    if (rest.length === 0) return this.#said(stays, 'refused');
    return { ...this.#said(`${namesOf(rest)} ${rest.length === 1 ? 'is' : 'are'} heard again.`), lines: stays === '' ? [] : [stays] };
  }

  async #stop(meant: readonly Watch[], { asker, at }: Origin): Promise<Answer> {
    for (const { id } of meant) await this.#parts.kept.stand(id, 'stopped', `stopped${asker.name === null ? '' : ` by ${asker.name}`}`, at);
    return this.#said(`${namesOf(meant)} ${meant.length === 1 ? 'is' : 'are'} stopped, and not told any more.`);
  }

  /** Acts on the alerts that are meant, as far as they are this person's to change. */
  async #onEach({ query, name, what }: Meant, origin: Origin, address: Address, act: (meant: readonly Watch[]) => Promise<Answer>): Promise<Answer> {
    const here = await this.#here(address);
    const found = meantBy(here, query, name);
    const meant = found.length === 0 && name !== null && origin.place.kind === 'personal' ? meantBy(await this.#own(origin), null, name) : found;
    if (meant.length === 0) {
      return { ...this.#said(here.length === 0 ? 'No alert is set up here.' : 'No alert on that is set up here.', 'unknown'), lines: here.map((one) => `Set up: ${one.name}`) };
    }
    if (name !== null && meant.length > 1) {
      const lines = meant.map((one) => `${one.name}: told ${isAt(address, one) ? 'here' : placeWords(one.to)}`);
      if (new Set(meant.map((one) => one.name)).size < meant.length) return { ...this.#said('There are several of that name. Say it where it is told.', 'unknown'), lines };
      return { ...PLAIN, outcome: 'clarify', headline: 'Which alert?', options: meant.map((one) => `${what} the "${one.name}" alert`), lines: found.length === 0 ? lines : [], notice: this.#parts.catalogue.organisation.notice };
    }
    const own: Watch[] = [];
    for (const watch of meant) {
      if (await this.#may(watch, origin.asker)) own.push(watch);
    }
    const [one] = meant;
    if (own.length === 0 && one !== undefined) {
      return this.#said(`“${one.name}” was set up by ${one.setUpBy.name ?? 'somebody else'}. They, whoever installed Tally here, or those named in the configuration may change it.`, 'refused');
    }
    return saidWhere(await act(own), own, address);
  }

  /** What somebody is told alone, with what they may see, nobody else changes. */
  async #may(watch: Watch, asker: Asker): Promise<boolean> {
    return (watch.person === null || watch.person.trim().toLowerCase() === asker.id.toLowerCase()) && mayChange(watch, asker, this.#parts);
  }

  /** Wherever they are told: those that this person may change. */
  async #own({ asker }: Origin): Promise<readonly Watch[]> {
    const own: Watch[] = [];
    for (const watch of await this.#all()) if (await this.#may(watch, asker)) own.push(watch);
    return own;
  }

  #all(): Promise<readonly Watch[]> {
    return this.#parts.kept.all(this.#parts.catalogue.organisation.name);
  }

  async #here({ conversation }: Address): Promise<readonly Watch[]> {
    return (await this.#all()).filter(({ to }) => to.conversation === conversation);
  }

  #said(headline: string, outcome: 'done' | 'unknown' | 'refused' = 'done'): Answer {
    return { ...PLAIN, outcome, headline, notice: this.#parts.catalogue.organisation.notice, reason: outcome === 'done' ? null : 'not-carried-out' };
  }
}

const isAt = (address: Address | null, { to }: Pick<Watch, 'to'>): boolean => address === null || to.conversation === address.conversation;

/** What was done to one that is told elsewhere says where. */
function saidWhere(answer: Answer, [one]: readonly Watch[], address: Address | null): Answer {
  return answer.outcome !== 'done' || one === undefined || isAt(address, one) ? answer : { ...answer, lines: [...answer.lines, `It is told ${placeWords(one.to)}.`] };
}

const namesOf = (watches: readonly Watch[]): string => new Intl.ListFormat('en-GB').format(watches.map(({ name }) => `“${name}”`));

/** By its name; by what it watches, whatever its line and its time; or all of them. */
function meantBy(here: readonly Watch[], query: Query | null, name: string | null): readonly Watch[] {
  if (name !== null) {
    const exact = here.filter((one) => one.name.toLowerCase() === name.trim().toLowerCase());
    return exact.length > 0 ? exact : here.filter((one) => one.name.toLowerCase().includes(name.trim().toLowerCase()));
  }
  return query === null ? here : here.filter((one) => isSameFigure(querySchema.parse(JSON.parse(one.query)), query));
}

/** Whether two queries are of one measure and one part of the trust. */
const isSameFigure = (one: Query, other: Query): boolean => figureKey(one) === figureKey(other);

export function figureKey({ metrics, filters, excluding }: Pick<Query, 'metrics' | 'filters' | 'excluding'>): string {
  const sorted = (selection: Query['filters']): unknown => Object.entries(selection).map(([id, keys]) => [id, [...keys].sort()]).sort();
  return JSON.stringify([metrics, sorted(filters), sorted(excluding)]);
}
