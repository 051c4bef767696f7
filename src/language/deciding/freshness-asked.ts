import { querySchema } from '../../engine/query';
import type { Reading } from '../reading';
import type { Case } from '../frame/case';
import { leftovers } from '../frame/leftover';
import { FUNCTION_WORDS } from '../words/function-words';
import { NOT_NEEDED } from './not-needed';

/** What of the data is asked about. */
const DATA = '(?:data|figures?|numbers?|extracts?|feeds?|loads?|position|return|month|quarter|week|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|yesterday|last week|last month|it|this|that|they|these)';
/** What is asked of it: that it has come, and whether it may still change. */
const HELD = '(?:final|finalised|provisional|complete|closed|frozen|ready|available|loaded|arrived|landed|in|out|come in|come through|been loaded|been updated|been refreshed)';

/** How it is asked whether data has come, or how far it goes, one a line. */
const ASKED = [
  // "Is the June data final", "have last week's figures come in yet".
  new RegExp(`^(?:and |so |ok |but )*(?:is|are|was|were|has|have)\\b[^?]{0,60}\\b${DATA}\\b[^?]{0,24}\\b${HELD}(?: there| here)?(?: for (?:the )?[\\w ]{2,16}?)?(?: yet| now)?(?: or (?:not|${HELD}|still ${HELD}))?[\\s?.!]*$`, 'i'),
  // "When will June be final", "when did the theatre data last come in".
  new RegExp(`^(?:and |so |ok |but )*when (?:will|does|do|did|is|are|was|were)\\b[^?]{0,60}\\b${DATA}\\b[^?]{0,24}\\b(?:${HELD}|load|refresh|update|arrive|land|close)\\b[\\s?.!]*$`, 'i'),
  /^(?:and |so |ok |but )*(?:when|whens|when's|what time)\b[^?]{0,30}\b(?:next|last|latest) (?:refresh|update|load|upload)\b/i,
  // "Do you have July data yet", "is there RTT data for July yet".
  new RegExp(`^(?:and |so |ok |but )*(?:(?:do|have) (?:you|we) (?:have|hold|got)|(?:is|are) there|any)\\b[^?]{0,60}\\b${DATA}\\b[^?]{0,24}\\byet\\b[\\s?.!]*$`, 'i'),
  // "When did you last get theatre data", "which extracts are late".
  new RegExp(`^(?:and |so |ok |but )*when (?:did|do|will) (?:you|we|tally) (?:last |next )?(?:get|have|load|receive|refresh|update|pull)\\b[^?]{0,60}\\b(?:data|figures?|numbers?|extracts?|feeds?)\\b[^?]{0,20}$`, 'i'),
  /^(?:and |so |ok |but )*(?:which|what|are any|is any|any)(?: of)?(?: the| our| your)? (?:extracts?|feeds?|data ?sets?|data|tables?|loads?)\b[^?]{0,30}\b(?:late|missing|stale|behind|out of date|up to date|fresh|loaded|failed|overdue)\b[\s?.!]*$/i,
  // "What's the latest month you've got for RTT", "the most recent data available".
  /\b(?:most recent|latest|last|newest|most up to date) (?:complete |full )?(?:month|week|day|period|date|data|figures|quarter|extract)s?(?: that)? (?:(?:you|we)(?:'ve| have)?(?: got| have| hold)?|(?:is |are )?(?:available|held|loaded|in the system))\b/i,
  // "What's the latest RTT census loaded", "which month is income closed to".
  /\b(?:latest|newest|most recent) [^?,.;]{2,40}? (?:loaded|taken in)\b[\s?.!]*$/i,
  /^(?:and |so |ok |but )*(?:what|which|up to what|to what) (?:month|week|day|date|period) (?:is|are|was|has|have) [^?,.;]{2,60}? (?:closed|loaded|complete|held|final)(?: up)? (?:to|for|through|until)[\s?.!]*$/i,
  // "How far does the data go back", "what period does it cover".
  /\bhow (?:far|late|recent|old|up to date) (?:back )?(?:does|do|did|is|are) (?:the |your |our |this )?(?:data|figures|numbers|it|records|history)(?: for [^?]{1,40}?)?(?: (?:go|run|reach|stretch)(?: back| up)?\b|[\s?.!]*$)/i,
  /\bwhat (?:period|dates?|months?|years?|time ?frame|range) (?:does|do) (?:the |your |this )?(?:data|figures|numbers|it|records)(?: [^?]{1,40}?)? (?:cover|run|go|span)\b/i,
  /\bwhere (?:do|did|does) (?:you|tally|it|this) (?:get|take|pull) (?:your|the|its|this|these|all (?:your|the|this)) (?:data|figures|numbers|information|info)\b/i,
];

/** What is named as data, and not as a time: "any July data yet". */
const NAMES_DATA = /\b(?:data|figures?|numbers?|extracts?|feeds?|loads?|position|return)\b/i;
/** "Any breaches this month yet": whether there are any of what is counted, which is its figure. */
const ANY_OF_THEM = /^(?:and |so |ok |but )*(?:(?:do|have) (?:you|we) (?:have|had|got)|(?:is|are) there|any)\b[^?]*\byet\b[\s?.!]*$/i;

/** Words of how far data goes, which are no part of anything else. */
const OF_DATA: ReadonlySet<string> = new Set('data figure figures number numbers extract extracts feed feeds load loads final finalised provisional complete closed frozen ready available loaded arrived landed in out come go goes run reach stretch back up far late recent old period date dates month months year years range cover get yet last next latest most newest held missing stale behind failed when by long before after since census closed run up received taken'.split(' '));

/** Whether data has come, how far it goes and whether it may still change is all told by how fresh it is. Null for any other question. */
export function freshnessAsked(one: Case): Reading | null {
  const { frame, text, notes } = one;
  const more = frame.by.length + frame.having.length + frame.main.values.length + frame.excluded.length + frame.notHeld.length > 0 || frame.order !== null;
  const anyOfThem = frame.metrics.length > 0 && ANY_OF_THEM.test(text) && !NAMES_DATA.test(text) && asksOfACount(one);
  if (more || anyOfThem || !ASKED.some((pattern) => pattern.test(text))) {
    return null;
  }
  const query = querySchema.parse({ intent: 'freshness', metrics: frame.metrics.slice(0, 6), period: null, filters: {} });
  const metrics = frame.metrics.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? []);
  const left = leftovers(one, metrics).flatMap(({ start, end }) => one.words.slice(start, end)).filter((word) => !FUNCTION_WORDS.has(word.text) && !OF_DATA.has(word.text));
  const strange = left.length === 0 ? [] : [`${NOT_NEEDED}${left.map(({ typed }) => `“${typed}”`).join(', ')}.`];
  return { kind: 'query', query: Object.freeze(query), notes: [...notes, ...strange], said: [] };
}

function asksOfACount({ frame, ground: { catalogue } }: Case): boolean {
  return frame.metrics.every((id) => catalogue.metrics.get(id)?.kind === 'count');
}
