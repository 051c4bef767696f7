import type { Answer } from '../answers/answer';
import { PLAIN } from '../answers/from-reading';
import type { Step, Who } from '../ask';
import { noted, type TurnParts } from './turn-parts';

/**
 * Gives whoever asked, in their own chat, what they may see and others in the place may not; the chat says where it was
 * asked, since nobody asked there.
 * @param refusal what the road said in the shared place
 * @returns the word that is left in the shared place: that it was answered, or, where their own chat is not known or cannot
 *   be reached, the refusal
 */
export async function privately(refusal: Answer, kind: Step['kind'], who: Who, parts: TurnParts): Promise<Answer> {
  if (refusal.reason !== 'not-here' || refusal.query === null) {
    return refusal;
  }
  const chat = await parts.store.chats.of(who.asker.id, who.asker.tenant);
  if (chat === null) {
    return refusal;
  }
  const answer = await parts.road.run({ kind, query: refusal.query }, { ...who, place: { kind: 'personal', id: chat.conversation } });
  const headline = `Asked in a ${who.place.kind === 'channel' ? 'channel' : 'group'}: ${answer.headline}`;
  const delivery = noted(await parts.port.post({ ...chat, kind: 'personal', team: null }, parts.render({ ...answer, headline }), headline), parts);
  // One that may have arrived is not called answered, and its number is not shown here either.
  return delivery.outcome === 'sent' ? { ...PLAIN, outcome: 'refused', query: refusal.query, headline: ANSWERED, reason: 'answered-alone', notice: refusal.notice } : refusal;
}

/**
 * Gives whoever asked in a shared place a preview in their own chat, so that others do not take it for the post.
 * @returns the word that is left in the shared place; the preview itself where they can be reached nowhere else
 */
export async function forWhoAsked(preview: Answer, { asker, place }: Who, parts: TurnParts): Promise<Answer> {
  const chat = place.kind === 'channel' || place.kind === 'group' ? await parts.store.chats.of(asker.id, asker.tenant) : null;
  if (chat === null) return preview;
  const delivery = noted(await parts.port.post({ ...chat, kind: 'personal', team: null }, parts.render(preview), [preview.alert ?? '', preview.headline].join(' ').trim()), parts);
  return delivery.outcome === 'sent' ? { ...PLAIN, outcome: 'done', query: preview.query, headline: 'The preview is in your own chat with Tally.', notice: preview.notice } : preview;
}

const ANSWERED = 'Answered in your own chat with Tally, since not everybody here may see it.';
