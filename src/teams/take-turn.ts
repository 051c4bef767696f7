import type { Answer } from '../answers/answer';
import { mayYetArrive, type Delivery } from '../delivery/delivery';
import type { Address } from '../delivery/port';
import { BACK_WITH_TALLY, SUSPENDED } from '../digests/why-suspended';
import { TallyError } from '../errors';
import type { InstalledAt } from '../store/installations';
import type { Chat } from './chat';
import { composeMessage } from './compose-search';
import { loggedFault } from './fault-log';
import type { Incoming, Source, Where } from './incoming';
import { acknowledged, refusedInvoke, replacingCard } from './invoke-response';
import { answered, post, rememberChat, upToNow } from './replying';
import { threadOf, TURN_WITHIN } from './owed-answers';
import { found } from './searching';
import { withPlaceSeen } from './seen-places';
import { withGroup } from './team-groups';
import { noted, SENTENCES, type TurnParts } from './turn-parts';

/** Which delivery of which conversation this is; `activity` is null where Teams gave none. */
export interface DeliveryKey {
  readonly conversation: string;
  readonly activity: string | null;
}

/**
 * Carries out what came in: claims it, takes the road, posts the answer. Every fault ends here, as a coded log line
 * and one plain sentence to the person; nothing is thrown.
 * @param log already carries the mark of this delivery
 */
export async function takeTurn(incoming: Incoming, key: DeliveryKey, chat: Chat, parts: TurnParts): Promise<void> {
  try {
    await carryOut(await withPlaceSeen(await withGroup(incoming, parts.store.teamGroups), parts.store.seen), key, chat, parts);
  } catch (error) {
    const sentence = error instanceof TallyError ? error.sentence : SENTENCES.failed;
    parts.log.error({ code: 'TURN_FAILED', kind: incoming.kind, fault: loggedFault(error) }, 'a turn failed');
    // A client shows the sentence of a failed invoke on the card that was pressed; nobody else in the place needs it.
    const invoked = incoming.kind === 'button' && incoming.by !== 'message';
    if (incoming.kind === 'search') await chat.respond(composeMessage(sentence));
    else if (invoked) {
      await chat.respond(refusedInvoke(error instanceof TallyError && error.code === 'QUERY_INVALID' ? 400 : 500, sentence));
      await isAnswered(key, parts);
    } else if (incoming.kind === 'question' || incoming.kind === 'button') await settled(key, noted(await chat.say(sentence), parts), parts);
  }
}

async function carryOut(incoming: Incoming, key: DeliveryKey, chat: Chat, parts: TurnParts): Promise<void> {
  switch (incoming.kind) {
    case 'ignored':
      parts.log.debug({ code: 'IGNORED', why: incoming.why }, 'ignored');
      return;
    case 'unsupported-invoke':
      // Unanswered, an invoke becomes 501, which tells the client that nobody handles it.
      return;
    case 'bad-button':
      parts.log.warn({ code: 'BUTTON_INVALID' }, 'a button was not understood');
      if (incoming.by === 'invoke') return chat.respond(refusedInvoke(400, SENTENCES.badButton));
      if (await isFirst(key, parts)) noted(await chat.say(SENTENCES.badButton), parts);
      return;
    case 'too-long':
      if (await isFirst(key, parts)) noted(await chat.say(SENTENCES.tooLong), parts);
      return;
    case 'question':
      if (!(await isTaken(incoming, 'ask', key, parts))) return;
      await rememberChat(incoming, parts);
      await settled(key, await post(await answered(incoming, { kind: 'ask', text: incoming.text }, chat, parts), incoming, chat, parts), parts);
      return;
    case 'button':
      return press(incoming, key, chat, parts);
    case 'search':
      return chat.respond(await found(incoming, parts));
    case 'opinion':
      parts.log.info({ code: 'OPINION', opinion: incoming.opinion, place: incoming.place.kind }, 'a card was judged');
      if (incoming.opinion === 'dislike') parts.learning?.disliked({ conversation: incoming.place.id, message: incoming.message }, incoming.asker.id);
      return chat.respond({});
    case 'installed': {
      if (!(await isFirst(key, parts))) return;
      await rememberChat(incoming, parts);
      if (incoming.isInstaller) await parts.store.installations.rememberInstaller(incoming.at.place, incoming.asker.id);
      // What a newer version of the app is installed over was not away: what could not be posted there still cannot.
      // Nobody tells a bot that was removed that a channel is back.
      const before = await parts.store.installations.state(incoming.at.place);
      await parts.commands.placeInstalled(isAt(incoming.at), parts.clock(), before === 'removed' ? undefined : incoming.greet ? BACK_WITH_TALLY : [SUSPENDED.removed]);
      const isNew = await parts.store.installations.install(incoming.at, parts.clock());
      parts.log.info({ code: 'INSTALLED', place: incoming.at.kind, isNew }, 'installed');
      if (isNew && incoming.greet) await post(await welcome(incoming, parts), incoming, chat, parts);
      return;
    }
    case 'closed':
      if (!(await isFirst(key, parts))) return;
      await parts.commands.placeRemoved(isIn(incoming.where), incoming.why);
      return;
    case 'opened':
      if (!(await isFirst(key, parts))) return;
      // Where Tally was removed meanwhile it goes on when it is installed again.
      if (incoming.where.place === null || (await parts.store.installations.state(incoming.where.place)) !== 'removed') {
        await parts.commands.placeInstalled(isIn(incoming.where), parts.clock(), incoming.because);
      }
      return;
    case 'removed':
      if (!(await isFirst(key, parts))) return;
      await parts.store.installations.remove(incoming.at, parts.clock());
      await parts.commands.placeRemoved(isAt(incoming.at), SUSPENDED.removed);
      if (incoming.at.kind === 'personal') await parts.store.chats.forget(incoming.at.conversation);
      parts.log.info({ code: 'REMOVED', place: incoming.at.kind }, 'removed');
      return;
  }
}

/**
 * A pressed button is answered with a new message: the first card stays, others in the place see what was asked, and
 * it is still there when the chat is reopened. A card to be brought up to now is answered with that card alone.
 */
async function press(button: Extract<Incoming, { kind: 'button' }>, key: DeliveryKey, chat: Chat, parts: TurnParts): Promise<void> {
  if (button.by === 'refresh') {
    return chat.respond(replacingCard(await upToNow(button, parts)));
  }
  if (await isTaken(button, button.step.kind, key, parts)) {
    const delivery = await post(await answered(button, button.step, chat, parts), button, chat, parts);
    await settled(key, delivery, parts);
    if (button.by === 'invoke' && delivery.outcome !== 'sent') return chat.respond(refusedInvoke(500, SENTENCES.failed));
  }
  if (button.by === 'invoke') return chat.respond(acknowledged(SENTENCES.below));
}

/** Whether a post goes to where the bot was installed or removed: a team is all of its channels. */
const isAt = (at: InstalledAt) => ({ conversation, team }: Address): boolean => (team !== null && at.place === `team:${team}`) || conversation === at.conversation;

const isIn = (where: Where) => ({ conversation, team }: Address): boolean => ('channel' in where ? conversation === where.channel : team === where.team);

/** On arrival the bot says what it can do, as it does when it is greeted. */
function welcome({ asker, place }: Source, parts: TurnParts): Promise<Answer> {
  return parts.road.ask({ text: 'hello', context: null, asker, place, at: parts.clock() });
}

async function isFirst(key: DeliveryKey, parts: TurnParts, owed: Parameters<TurnParts['store']['answered']['claim']>[3] = null): Promise<boolean> {
  if (key.activity === null) return true;
  const first = await parts.store.answered.claim(key.conversation, key.activity, parts.clock(), owed);
  if (!first) parts.log.info({ code: 'DUPLICATE' }, 'delivered before');
  return first;
}

/** Takes a question or a pressed button on: whoever wrote is owed an answer from now on. What cannot be taken on has failed. */
async function isTaken(source: Source, by: string, key: DeliveryKey, parts: TurnParts): Promise<boolean> {
  try {
    return await isFirst(key, parts, { to: threadOf(source), until: parts.clock() + TURN_WITHIN });
  } catch (error) {
    parts.watch.answered(by, 'failed');
    throw error;
  }
}

/** What may not have arrived stays owed: whoever wrote is told later. */
async function settled(key: DeliveryKey, delivery: Delivery, parts: TurnParts): Promise<void> {
  if (delivery.outcome === 'sent' || (delivery.outcome === 'refused' && !mayYetArrive(delivery))) await isAnswered(key, parts);
}

async function isAnswered(key: DeliveryKey, parts: TurnParts): Promise<void> {
  if (key.activity === null) return;
  try {
    await parts.store.answered.settle(key.conversation, key.activity);
  } catch (error) {
    // They have their answer; they will be told besides that they may not.
    parts.log.error({ code: 'OWED_NOT_SETTLED', fault: loggedFault(error) }, 'that somebody was answered could not be kept');
  }
}
