import { createHash } from 'node:crypto';
import type { Answer } from '../answers/answer';
import { PLAIN } from '../answers/from-reading';
import { displayCount } from '../answers/display';
import { forWords, inSentence } from '../answers/names';
import { londonDay } from '../calendar/day';
import { dayPeriod } from '../calendar/period';
import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Address, PersonalChats } from '../delivery/port';
import type { Origin } from '../digests/carry-out';
import { asksOfToday, TODAYS_MEASURE } from '../engine/asks-of-today';
import type { Query } from '../engine/query';
import { movesOn } from '../language/as-of-now';
import type { Command, WatchCondition } from '../language/command';
import { conditionWords } from '../language/commands/command-words';
import { tellWords } from '../language/commands/tell-words';
import { muteWords, stopWords } from './alert-answer';
import { WHOLE_TRUST_ONLY, type Finding } from './finding';
import { LEAST_MONTHS, leastOf } from './least';
import { isOfToday, lookedAt } from './looked';
import { QUIET_WORDS } from './quiet-hours';
import type { Watch, WatchesKept } from './watch';
import type { Watches } from './watches';
import { figureName, lineWords, nameOf, recoveryWords } from './watch-words';

export interface NewWatchParts {
  readonly catalogue: Catalogue;
  readonly kept: WatchesKept;
  readonly watches: Pick<Watches, 'read'>;
  readonly chats: Pick<PersonalChats, 'of'>;
  /** Whether readings of the day are extracted. */
  readonly hasReadings: boolean;
}

type Create = Extract<Command, { readonly kind: 'watch'; readonly what: 'create' }>;
interface From extends Origin {
  readonly address: Address;
}

/** Said to whoever has never written to the bot by themselves: a bot cannot write first. */
const NO_CHAT = 'Write to me once in a chat of our own: should it not be possible to tell it here, I tell you there, and cannot until you have.';

/** Sets an alert up, and says what is watched, when it is told and where, and how it ends; or why it cannot be. */
export async function newWatch({ query: asked, condition }: Create, { asker, place, address, at }: From, here: readonly Watch[], parts: NewWatchParts): Promise<Answer> {
  const { catalogue, kept, watches, hasReadings, chats } = parts;
  const { notice, name: organisation } = catalogue.organisation;
  const no = (headline: string, options: readonly string[] = []): Answer => ({ ...PLAIN, outcome: 'unknown', headline, options, notice, reason: 'not-watchable' });
  const query = hasReadings ? ofToday(asked, condition, at) : asked;
  const metric = catalogue.metrics.get(query.metrics[0] ?? '');
  if (metric === undefined) return no('There is no figure in that to be watched. Name a measure, and if you like a specialty or a site.');
  const { period } = query;
  if (period !== null && period.to < londonDay(at) && !movesOn(period)) {
    return no(`${period.label} is over: its figure will hardly change, and nothing would be told.`, [tellWords(`${metric.short ?? metric.name}${forWords(catalogue, query)}`, conditionWords(condition, metric.unit))]);
  }
  const name = nameOf(catalogue, query, metric, condition);
  if (here.some((one) => one.name === name)) return { ...no(`There is an alert “${name}” here already.`), reason: 'not-carried-out' };
  const isPersonal = place.kind === 'personal';
  const fresh: Watch = {
    id: createHash('sha256').update(JSON.stringify([organisation, address.conversation, name, at])).digest('hex').slice(0, 24), organisation, name, query: JSON.stringify(query), condition,
    to: address, person: isPersonal ? asker.id : null, setUpBy: { id: asker.id, name: asker.name }, standing: 'active', why: '', mutedTo: null, fired: '', crossing: null, isPlanned: true, judged: '', checked: '', unjudged: '', turn: 0, since: at,
  };
  // Tried before it is promised, and said, with what whoever asks may see there themselves: others there may see more.
  const { answer, now } = await watches.read(fresh, 'watch', { asker, place });
  if (answer.outcome === 'refused') return answer;
  if (answer.onTheDay !== undefined && now.kind === 'unknown' && now.isWithheld === true) {
    // Parts of a day are withheld by a rule, and not by how few there are: no reading would ever be shown.
    return no(`That cannot be watched here: ${WHOLE_TRUST_ONLY}, so that nobody can be recognised.`, [tellWords(metric.short ?? metric.name, conditionWords(condition, metric.unit))]);
  }
  const why = cannotBe(answer, metric, condition, now);
  if (why !== null) return no(why);
  const hasChat = isPersonal || (await chats.of(asker.id, asker.tenant)) !== null;
  // What is beyond its line already, for those who read it, is told when it is crossed again.
  const told = isPersonal ? now : (await watches.read(fresh)).now;
  await kept.create({ ...fresh, ...lookedAt(fresh, told, '', metric), crossing: null, isPlanned: true }, at);
  return {
    ...PLAIN, outcome: 'done', query, notice,
    headline: `Set up: you are told ${whereWords(address)} of ${condition.kind === 'special-cause' ? `a real change of ${figureName(catalogue, query, metric)}: a special cause, by the rules of Making Data Count` : inSentence(name)}.`,
    lines: [nowWords(now, condition, metric), whenWords(query, metric, condition), `It shows what ${isPersonal ? 'you' : 'everybody here'} may see. Say “mute it until Monday”, “list alerts” or “stop the alert”.`, ...(hasChat ? [] : [NO_CHAT])],
    next: [{ title: 'List alerts', step: { kind: 'ask', text: 'list alerts' } }, { title: 'Mute for a day', step: { kind: 'ask', text: muteWords(name) } }, { title: 'Stop this alert', step: { kind: 'ask', text: stopWords(name) } }],
  };
}

/** Cancellations on the day are watched on the day, unless another time is said or a real change is meant, which is told by the month. */
function ofToday(query: Query, { kind }: WatchCondition, at: number): Query {
  const today = londonDay(at);
  const onTheDay: Query = { ...query, period: { ...dayPeriod(today), asked: 'today' } };
  return kind === 'threshold' && query.metrics[0] === TODAYS_MEASURE && query.period?.asked === null && asksOfToday(onTheDay, today) ? onTheDay : query;
}

/** Why a figure cannot be watched, as a sentence; null where it can be. A day that has not begun to be read will be. */
function cannotBe(answer: Answer, metric: Metric, { kind }: WatchCondition, now: Finding): string | null {
  const [figure] = answer.metrics;
  if (answer.onTheDay !== undefined) return null;
  if (answer.outcome !== 'answered' || figure === undefined) return `That cannot be watched. ${answer.headline}`;
  if (metric.kind === 'published' || figure.undated || figure.printedOn !== null) return `${metric.short ?? metric.name} is printed in a document and does not come with the extracts: there is nothing to watch.`;
  return kind === 'special-cause' && now.kind === 'unknown' ? `A real change of that cannot be told: ${now.why}. Say a line instead, such as “goes over …”.` : null;
}

const whereWords = ({ kind }: Address): string => (kind === 'channel' ? 'in this channel' : kind === 'group' ? 'in this group' : 'here');


function nowWords(now: Finding, condition: WatchCondition, metric: Metric): string {
  switch (now.kind) {
    case 'unknown': return `Not judged now: ${now.why}.`;
    case 'clear': return `Now ${now.read.words}.`;
    case 'crossed': return `It ${condition.kind === 'special-cause' ? 'has' : 'is'} ${lineWords(condition, metric)} already: ${now.read.words}. You are told of the next time.`;
  }
}

function whenWords(query: Query, metric: Metric, condition: WatchCondition): string {
  const least = leastOf(metric);
  const fewest = [...(condition.kind === 'special-cause' ? [`on fewer than ${LEAST_MONTHS} months`] : []), ...(least === null ? [] : [`on fewer than ${displayCount(least)} ${metric.denominator?.counts ?? ''}`])];
  const each = isOfToday(query) ? 'each extract of the day, every day from the start' : 'each new extract';
  return `Looked at with ${each}; told once, and again only after ${recoveryWords(condition, metric)}. Never ${[...fewest, QUIET_WORDS].join(', nor ')}: what is crossed at night is told in the morning.`;
}
