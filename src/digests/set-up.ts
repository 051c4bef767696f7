import { createHash } from 'node:crypto';
import type { Answer } from '../answers/answer';
import { inSentence } from '../answers/names';
import type { Road, Who } from '../ask';
import { londonTime } from '../calendar/instant';
import { nextSlot, scheduleWords } from '../calendar/schedule';
import type { Address } from '../delivery/port';
import type { Query } from '../engine/query';
import type { Command } from '../language/command';
import type { CarryOutParts, Origin } from './carry-out';
import { nameOf } from './digest-name';
import type { MeantDigest } from './meant-digest';
import { askStep, said } from './said';

type Create = Extract<Command, { readonly kind: 'digest'; readonly what: 'create' }>;

const WRITE_TO_ME = 'Write to me once in a chat of our own, so that I can tell you if a post fails.';

/** Sets a digest up, and says where and when it is posted and what it shows; or why it cannot be. @throws TallyError STORE_FAILED, and whatever the road throws */
export async function setUp({ query, schedule, name }: Create, origin: Origin, { subscriptions, catalogue, chats, road }: CarryOutParts, meant: Pick<MeantDigest, 'here'>): Promise<Answer> {
  const { asker, place, address, at } = origin;
  const { notice, name: organisation } = catalogue.organisation;
  if (address === null) return said(notice, 'Set a digest up in the chat, group or channel that it is to be posted in.', 'unknown');
  const isPersonal = place.kind === 'personal';
  const person = isPersonal ? asker.id : null;
  const tried = await trial(query, origin, road);
  if (tried.outcome === 'refused') return tried;
  const what = name ?? nameOf(query, catalogue);
  if ((await meant.here(address.conversation)).some((one) => one.name.toLowerCase() === what.toLowerCase())) {
    return said(notice, `There is a digest “${what}” here already. Change it (“move the ${inSentence(what)} digest to Tuesdays at 9”), stop it, or call this one something else.`, 'unknown');
  }
  await subscriptions.create({
    id: createHash('sha256').update(JSON.stringify([organisation, address.conversation, what, at])).digest('hex').slice(0, 24),
    organisation, name: what, query: JSON.stringify(query), schedule, to: address, person, setUpBy: { id: asker.id, name: asker.name }, standing: 'active', why: '', since: at,
  }, at);
  const isReached = isPersonal || (await chats.of(asker.id, asker.tenant)) !== null;
  return {
    ...said(notice, `Set up: “${what}” is posted ${whereWords(address)} ${scheduleWords(schedule)}, first ${londonTime(nextSlot(schedule, at).at)}.`),
    lines: [`It shows what everybody ${isPersonal ? 'in this chat' : 'here'} may see, and says so where data is late. Say “list digests”, “pause”, “move it to 9:00” or “stop the ${inSentence(what)} digest”.`, ...(isReached ? [] : [WRITE_TO_ME])],
    next: [askStep('Preview it', `preview the "${what}" digest`), askStep('List digests', 'list digests')],
  };
}

/**
 * What would be shown, tried before it is promised: to whoever asks for it, where it is posted, since nobody has posted what
 * they may not see there themselves. What they may see there the place may show.
 */
export function trial(query: Query, { asker, place, at }: Pick<Who, 'asker' | 'place' | 'at'>, road: Pick<Road, 'run'>): Promise<Answer> {
  return road.run({ kind: 'refresh', query }, { asker, place, at, way: 'digest' });
}

const whereWords = ({ kind }: Address): string => (kind === 'channel' ? 'in this channel' : kind === 'group' ? 'in this group' : 'to you here');
