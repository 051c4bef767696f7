import type { Logger } from 'pino';
import type { Answer } from '../answers/answer';
import { PLAIN } from '../answers/from-reading';
import type { Road, Who } from '../ask';
import { TallyError } from '../errors';
import type { Learning } from '../learning/learning';
import type { AnsweredMessages } from './answered-messages';
import { askedBefore, asRemembered, NOTHING_BEFORE, type ConversationContexts } from './asked-before';
import { judgeable } from './asked-opinion';
import type { Step } from './button';
import type { Chat } from './chat';
import { composeMessage, FEWEST_LETTERS, foundCards, type ComposeBody } from './compose-search';
import type { Delivery } from './deliver';
import { loggedFault } from './fault-log';
import type { Incoming, Source } from './incoming';
import type { Installations } from './installations';
import { acknowledged, refusedInvoke, replacingCard } from './invoke-response';
import type { RefreshedCards } from './refreshed-cards';
import type { Render } from './render';
import { LONGEST_QUESTION } from './spoken-text';
import { whileWorking } from './while-working';

export interface TurnParts {
  readonly road: Road;
  readonly render: Render;
  readonly refreshed: RefreshedCards;
  /** Told which cards were posted and what people thought of them; null where nothing is learnt, and cards then carry no thumbs. */
  readonly learning: Pick<Learning, 'isKeeping' | 'posted' | 'disliked'> | null;
  readonly store: { readonly answered: AnsweredMessages; readonly installations: Installations; readonly contexts: ConversationContexts };
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Milliseconds after which a person sees that Tally is typing. */
  readonly typingAfter: number;
  readonly log: Logger;
}

/** Which delivery of which conversation this is; `activity` is null where Teams gave none. */
export interface DeliveryKey {
  readonly conversation: string;
  readonly activity: string | null;
}

const SENTENCES = {
  failed: 'That could not be answered just now. Try again in a minute.',
  tooLong: `That is longer than ${LONGEST_QUESTION} characters. Ask in one short sentence, such as "DNA rate for ENT last month".`,
  badButton: 'That button is not one Tally understands. Ask the question in words instead.',
  below: 'Answered below.',
  notRefreshed: 'This card could not be brought up to date. Ask the question again in a minute.',
  search: 'Type a measure and, if you like, a specialty, a site and a time, such as "dna ent".',
} as const;

/**
 * Carries out what came in: claims it, takes the road, posts the answer. Every fault ends here, as a coded log line
 * and one plain sentence to the person; nothing is thrown.
 * @param log already carries the mark of this delivery
 */
export async function takeTurn(incoming: Incoming, key: DeliveryKey, chat: Chat, parts: TurnParts): Promise<void> {
  try {
    await carryOut(incoming, key, chat, parts);
  } catch (error) {
    const sentence = error instanceof TallyError ? error.sentence : SENTENCES.failed;
    parts.log.error({ code: 'TURN_FAILED', kind: incoming.kind, fault: loggedFault(error) }, 'a turn failed');
    // A client shows the sentence of a failed invoke on the card that was pressed; nobody else in the place needs it.
    const invoked = incoming.kind === 'button' && incoming.by !== 'message';
    if (incoming.kind === 'search') await chat.respond(composeMessage(sentence));
    else if (invoked) await chat.respond(refusedInvoke(error instanceof TallyError && error.code === 'QUERY_INVALID' ? 400 : 500, sentence));
    else if (incoming.kind === 'question' || incoming.kind === 'button') noted(await chat.say(sentence), parts);
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
      if (!(await isFirst(key, parts))) return;
      await post(await answered(incoming, { kind: 'ask', text: incoming.text }, chat, parts), incoming, chat, parts);
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
      const isNew = await parts.store.installations.install(incoming.at, parts.clock());
      parts.log.info({ code: 'INSTALLED', place: incoming.at.kind, isNew }, 'installed');
      if (isNew && incoming.greet) await post(await welcome(incoming, parts), incoming, chat, parts);
      return;
    }
    case 'removed':
      if (!(await isFirst(key, parts))) return;
      await parts.store.installations.remove(incoming.at, parts.clock());
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
  if (await isFirst(key, parts)) {
    const delivery = await post(await answered(button, button.step, chat, parts), button, chat, parts);
    if (button.by === 'invoke' && delivery.outcome !== 'sent') return chat.respond(refusedInvoke(500, SENTENCES.failed));
  }
  if (button.by === 'invoke') return chat.respond(acknowledged(SENTENCES.below));
}

/**
 * The card as it would be now. There always is one, since a client that is refused may never ask again: the last that
 * could be made, or a sentence, where it cannot be made now.
 */
async function upToNow(button: Extract<Incoming, { kind: 'button' }>, parts: TurnParts): Promise<object> {
  const at = parts.clock();
  const recent = parts.refreshed.recent(button, button.step, at);
  if (recent !== null) return recent;
  try {
    const card = parts.render(await answered(button, button.step, null, parts));
    parts.refreshed.keep(button, button.step, { at, card });
    return card;
  } catch (error) {
    parts.log.error({ code: 'REFRESH_FAILED', fault: loggedFault(error) }, 'a card could not be brought up to now');
    return parts.refreshed.last(button, button.step) ?? parts.render({ ...PLAIN, outcome: 'refused', query: 'query' in button.step ? button.step.query : null, headline: SENTENCES.notRefreshed, reason: 'fault' });
  }
}

/** Takes the road. `chat` is null where no sign of working is to be shown. */
async function answered(source: Source, step: Step | { kind: 'ask'; text: string }, chat: Chat | null, parts: TurnParts): Promise<Answer> {
  const at = parts.clock();
  const work = async () => {
    const who: Who = { asker: source.asker, place: source.place, at };
    if (step.kind !== 'ask') return parts.road.run({ kind: step.kind, query: step.query }, who);
    // A button's question is whole; only what a person types may lean on what was asked before.
    const before = 'v' in step ? NOTHING_BEFORE : await askedBefore(parts.store.contexts, source, at);
    return parts.road.ask({ text: step.text, context: before.query, ...(before.offered.length === 0 ? {} : { offered: before.offered }), ...who });
  };
  const sign = async () => {
    if (chat) noted(await chat.typing(), parts);
  };
  const answer = await whileWorking(work, sign, parts.typingAfter);
  parts.log.info({ code: 'ANSWERED', place: source.place.kind, by: step.kind, outcome: answer.outcome, ms: parts.clock() - at }, 'answered');
  return answer;
}

/** Most questions back that are answered in a list of what may be meant. */
const MOST_FOUND = 5;

/**
 * What can be put into a message that is being composed: the answer, or, where the words may mean several things, the
 * answer to each. Nothing of what is typed on the way is kept, and it leans on nothing asked before.
 */
async function found({ text, asker, place }: Extract<Incoming, { kind: 'search' }>, parts: TurnParts): Promise<ComposeBody> {
  if (text.length < FEWEST_LETTERS) return composeMessage(SENTENCES.search);
  if (text.length > LONGEST_QUESTION) return composeMessage(SENTENCES.tooLong);
  const at = parts.clock();
  const ask = (words: string): Promise<Answer> => parts.road.ask({ text: words, asker, place, at, context: null, fleeting: true });
  const answer = await ask(text);
  const options = answer.outcome === 'clarify' || answer.outcome === 'unknown' ? answer.options.slice(0, MOST_FOUND) : [];
  const answers = options.length === 0 ? [answer] : await Promise.all(options.map(ask));
  const held = answers.filter(({ outcome, metrics, scorecard, definition }) => outcome === 'answered' && (metrics.length > 0 || scorecard !== null || definition !== null));
  parts.log.info({ code: 'SEARCHED', place: place.kind, outcome: answer.outcome, found: held.length, ms: parts.clock() - at }, 'searched');
  return held.length === 0 ? composeMessage(answer.headline) : foundCards(held, parts.render);
}

/** On arrival the bot says what it can do, as it does when it is greeted. */
function welcome({ asker, place }: Source, parts: TurnParts): Promise<Answer> {
  return parts.road.ask({ text: 'hello', context: null, asker, place, at: parts.clock() });
}

async function post(answer: Answer, source: Source, chat: Chat, parts: TurnParts): Promise<Delivery> {
  const judged = parts.learning?.isKeeping === true ? judgeable(answer) : null;
  let delivery = noted(await chat.card(parts.render(answer), answer.headline, judged !== null), parts);
  if (judged !== null && delivery.outcome === 'sent' && delivery.message !== null) {
    parts.learning?.posted({ conversation: source.place.id, message: delivery.message }, judged.query, judged.snapshot);
  }
  // A card which the Connector will not take still has its verdict in one sentence.
  if (delivery.outcome === 'refused' && (delivery.status === 400 || delivery.status === 413)) {
    delivery = noted(await chat.say(answer.headline), parts);
  }
  await rememberFor(answer, source, parts);
  return delivery;
}

/** Help and greetings have no measure: they leave standing what was asked before them, and so does a question back. */
async function rememberFor({ query, outcome, options }: Answer, source: Source, parts: TurnParts): Promise<void> {
  const { contexts } = parts.store;
  const at = parts.clock();
  try {
    if (query !== null && (query.metrics.length > 0 || query.scorecard !== null)) {
      await contexts.remember(source.place.id, source.asker.id, asRemembered({ query, offered: [] }), at);
    } else if (outcome === 'clarify') {
      const before = await askedBefore(contexts, source, at);
      await contexts.remember(source.place.id, source.asker.id, asRemembered({ query: before.query, offered: options }), at);
    }
  } catch (error) {
    // The answer is out; only a follow-up question will have to be asked in full.
    parts.log.error({ code: 'CONTEXT_LOST', fault: loggedFault(error) }, 'what was asked could not be remembered');
  }
}

async function isFirst(key: DeliveryKey, parts: TurnParts): Promise<boolean> {
  if (key.activity === null) return true;
  const first = await parts.store.answered.claim(key.conversation, key.activity, parts.clock());
  if (!first) parts.log.info({ code: 'DUPLICATE' }, 'delivered before');
  return first;
}

function noted(delivery: Delivery, { log }: TurnParts): Delivery {
  if (delivery.outcome !== 'sent') {
    log.error({ code: 'DELIVERY_FAILED', outcome: delivery.outcome, status: delivery.status, fault: loggedFault(delivery.cause) }, 'a reply was not delivered');
  }
  return delivery;
}
