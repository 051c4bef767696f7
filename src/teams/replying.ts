import type { Answer } from '../answers/answer';
import { PLAIN } from '../answers/from-reading';
import type { Who } from '../ask';
import type { Delivery } from '../delivery/delivery';
import type { Address } from '../delivery/port';
import type { Origin } from '../digests/carry-out';
import { TallyError } from '../errors';
import { askedBefore, asRemembered, NOTHING_BEFORE } from './asked-before';
import { judgeable } from './asked-opinion';
import type { Step } from './button';
import type { Chat } from './chat';
import { loggedFault } from './fault-log';
import type { Incoming, Source } from './incoming';
import { forWhoAsked, privately } from './privately';
import { counted, noted, SENTENCES, type TurnParts } from './turn-parts';
import { whileWorking } from './while-working';

/** Takes the road. `chat` is null where no sign of working is to be shown. */
export async function answered(source: Source, step: Step | { kind: 'ask'; text: string }, chat: Chat | null, parts: TurnParts): Promise<Answer> {
  const at = parts.clock();
  const work = async () => {
    const who: Who = { asker: source.asker, place: source.place, at };
    const origin: Origin = { asker: source.asker, place: source.place, address: addressOf(source), at };
    if (step.kind === 'resume') return parts.commands.resume(step.topic, origin);
    if ('topic' in step) return parts.commands.decide(step.kind, { topic: step.topic, slot: step.slot }, origin);
    if (step.kind === 'report') return parts.reporting.report({ query: step.query, snapshot: step.snapshot, measure: step.measure }, who);
    if (step.kind !== 'ask') {
      const ran = await parts.road.run({ kind: step.kind, query: step.query }, who);
      // A client brings a card up to now by itself: nobody is written to for that.
      return chat === null ? ran : privately(ran, step.kind, who, parts);
    }
    // A button's question is whole; only what a person types may lean on what was asked before.
    const before = 'v' in step ? NOTHING_BEFORE : await askedBefore(parts.store.contexts, source, at);
    const asked = await parts.road.ask({ text: step.text, context: before.query, ...(before.offered.length === 0 ? {} : { offered: before.offered }), ...who });
    if (asked.command === undefined) return privately(asked, 'query', { ...who, way: 'chat' }, parts);
    const done = await parts.commands.carryOut(asked.command, origin);
    const whole = { ...done, lines: [...asked.lines, ...done.lines] };
    return whole.isPost === true ? forWhoAsked(whole, who, parts) : whole;
  };
  const sign = async () => {
    if (chat) noted(await chat.typing(), parts);
  };
  const answer = await whileWorking(() => counted(step.kind, work, parts), sign, parts.typingAfter);
  parts.log.info({ code: 'ANSWERED', place: source.place.kind, by: step.kind, outcome: answer.outcome, ms: parts.clock() - at }, 'answered');
  return answer;
}

/**
 * The card as it would be now, which whoever sees it may see now, and which is recorded each time that it is shown: no card is
 * shown again from memory. There always is one, since a client that is refused may never ask again: a sentence, where it
 * cannot be made or cannot be recorded.
 */
export async function upToNow(button: Extract<Incoming, { kind: 'button' }>, parts: TurnParts): Promise<object> {
  try {
    return parts.render(await answered(button, button.step, null, parts));
  } catch (error) {
    parts.log.error({ code: 'REFRESH_FAILED', fault: loggedFault(error) }, 'a card could not be brought up to now');
    // What is not valid now never will be, and none of it is given back.
    const isInvalid = error instanceof TallyError && error.code === 'QUERY_INVALID';
    const query = 'query' in button.step && !isInvalid ? button.step.query : null;
    return parts.render({ ...PLAIN, outcome: 'refused', query, headline: isInvalid ? error.sentence : SENTENCES.notRefreshed, reason: 'fault' });
  }
}

/** Where what is set up here is posted: in a channel beside the thread that it was set up in. */
function addressOf({ place, serviceUrl, team, called, asker }: Source): Address | null {
  return place.kind === 'terminal' ? null : {
    kind: place.kind, conversation: place.kind === 'channel' ? place.id.split(';')[0] ?? place.id : place.id, serviceUrl, tenant: asker.tenant, team,
    ...(place.isMixed === true ? { isMixed: true } : {}), ...(called === undefined ? {} : { called }),
  };
}

/** Posts an answer in the conversation it was asked in, and remembers what it was about. */
export async function post(answer: Answer, source: Source, chat: Chat, parts: TurnParts): Promise<Delivery> {
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

/**
 * Help and greetings have no measure: they leave standing what was asked before them, and so does a question back. What was
 * asked about a patient is kept nowhere, so that nothing asked next may lean on it; nor on what went before, which it is not about.
 */
async function rememberFor({ query, outcome, options, reason }: Answer, source: Source, parts: TurnParts): Promise<void> {
  const { contexts } = parts.store;
  const at = parts.clock();
  try {
    if (query !== null && (query.metrics.length > 0 || query.scorecard !== null)) {
      await contexts.remember(source.place.id, source.asker.id, asRemembered({ query, offered: [] }), at);
    } else if (reason === 'patient-data') {
      await contexts.remember(source.place.id, source.asker.id, asRemembered(NOTHING_BEFORE), at);
    } else if (outcome === 'clarify') {
      const before = await askedBefore(contexts, source, at);
      await contexts.remember(source.place.id, source.asker.id, asRemembered({ query: before.query, offered: options }), at);
    }
  } catch (error) {
    // The answer is out; only a follow-up question will have to be asked in full.
    parts.log.error({ code: 'CONTEXT_LOST', fault: loggedFault(error) }, 'what was asked could not be remembered');
  }
}

/** Whoever writes to the bot by themselves can be told there what concerns them. A search may come from a chat that the bot is not in. */
export async function rememberChat({ asker, place, serviceUrl }: Source, parts: TurnParts): Promise<void> {
  if (place.kind !== 'personal') return;
  try {
    await parts.store.chats.remember(asker.id, { conversation: place.id, serviceUrl, tenant: asker.tenant }, parts.clock());
  } catch (error) {
    // The question is answered all the same; only what they did not ask for cannot reach them yet.
    parts.log.error({ code: 'CHAT_LOST', fault: loggedFault(error) }, 'where somebody can be reached could not be remembered');
  }
}
