import { querySchema } from '../../engine/query';
import type { Metric } from '../../catalogue/metric';
import type { Case } from '../frame/case';
import { leftovers } from '../frame/leftover';
import type { Reading } from '../reading';

const HIGH_OR_LOW = '(?:high(?:er)?|low(?:er)?)';
const GOOD_OR_BAD = '(?:good|bad|better|worse)(?: thing)?(?: or (?:good|bad|better|worse)(?: thing)?)?';
const IT = "(?:it|this|that|they|these)";
/** "Is it good if it's low", "should it be high or low", "is lower better", one way a line. */
const WHICH_WAY = new RegExp(`[\\s,;:.?–-]*(?:\\b(?:and|so|but) )*\\b(?:${[
  `(?:is|are) ${IT} (?:a )?${GOOD_OR_BAD} (?:if|when|to be|for ${IT} to be) (?:${IT}(?:'s|s|'re| is| are| goes| go)? )?(?:${HIGH_OR_LOW}|up|down|going up|going down)(?: or ${HIGH_OR_LOW})?`,
  `(?:is|are) (?:an? |having an? )?${HIGH_OR_LOW}(?: (?:one|number|figure|rate|ratio|score|value|percentage))? (?:a )?${GOOD_OR_BAD}`,
  `(?:should|do we want|do you want|would we want) ${IT} (?:to )?be ${HIGH_OR_LOW}(?: or ${HIGH_OR_LOW})?`,
  `(?:which|what) way (?:is|should) (?:good|better|${IT} (?:be|go|be going))`,
  `does (?:an? )?${HIGH_OR_LOW}(?: (?:one|number|figure|rate|ratio|score|value))? mean ${GOOD_OR_BAD}`,
].join('|')})[\\s?.!]*$`, 'i');
/** "Is a low N:FU good", "is lower better for N:FU", "should N:FU be high or low", one way a line. */
const OF_A_MEASURE = [
  `(?:is|are) (?:an? |having an? )?${HIGH_OR_LOW} (?<measure>[^?,;]{2,40}?) (?:a )?${GOOD_OR_BAD}`,
  `(?:is|are) ${HIGH_OR_LOW} (?:a )?${GOOD_OR_BAD} (?:for|on|in|with) (?<measure>[^?,;]{2,40}?)`,
  `(?:should|do we want|do you want) (?<measure>[^?,;]{2,40}?) (?:to )?be ${HIGH_OR_LOW}(?: or ${HIGH_OR_LOW})?`,
].map((asks) => new RegExp(`^(?:so |and )*${asks}[\\s?.!]*$`, 'i'));

/** "Is it good if it's low", of a measure that is not named again. */
export function asksWhichWay(text: string): boolean {
  return WHICH_WAY.test(text) && /^[\s.?!]*$/.test(text.replace(WHICH_WAY, ''));
}

/** "New to follow-up ratio, is it good if it's low": which way is better is told with the definition. Null for any other question. */
export function whichWayIsGood(one: Case): Reading | null {
  const measure = OF_A_MEASURE.flatMap((asks) => asks.exec(one.text)?.groups?.['measure'] ?? [])[0] ?? (WHICH_WAY.test(one.text) ? one.text.replace(WHICH_WAY, '') : '');
  const plain = measure === '' ? null : one.again(measure);
  // Of a part or a time a figure is asked for as well, which a definition would leave out.
  const only = plain?.kind === 'query' && ['value', 'definition'].includes(plain.query.intent) && (plain.query.period === null || plain.query.period.asked === null)
    && Object.keys({ ...plain.query.filters, ...plain.query.excluding }).length === 0;
  return only && plain.query.intent === 'value' ? one.again(`definition of ${measure}`, true) : only ? one.again(measure, true) : null;
}

const DIFFER = /\bwhat(?:'?s| is| are|s)? (?:the |are the )?(?:actual |real |main )?differences?\b(?! (?:in|to|from|for)\b)|\bhow (?:do|are|does) (?:they|these|those|the two|both)(?: \w+)? (?:differ|different)\b|\bare(?:n'?t)? (?:they|these|those) (?:not )?(?:the same|different)\b|\bisn'?t (?:that|it) the same\b/i;
const SEVERAL = /\bwhy (?:are there|do we have|have we got|do you have|do i see) (?:two|2|several|different|more than one)\b|\b(?:two|2|both) (?:kinds? |types? |sorts? |versions? )?(?:of )?(?=[^?]*\bdifference\b)/i;
/** What is said of measures that are set beside one another to be told apart. */
const OF_THEM: ReadonlySet<string> = new Set(['difference', 'different', 'differ', 'same', 'thing', 'two', '2', 'both', 'several', 'more', 'one', 'than', 'version', 'kind', 'type', 'sort', 'why', 'there', 'not', "aren't", "isn't", 'arent', 'isnt']);

/**
 * "Capped and uncapped, what's the difference", "why are there two DNA rates": how measures differ is told by their
 * definitions, and not by their figures. Null where a part or a time says that the figures are meant.
 */
export function toldApart(one: Case): Reading | null {
  const { frame, text, ground: { catalogue } } = one;
  const several = SEVERAL.test(text);
  if (!several && !DIFFER.test(text)) {
    return null;
  }
  const metrics = [...new Set(frame.metrics)].flatMap((id) => catalogue.metrics.get(id) ?? []);
  const [only, second] = metrics;
  const kin = only === undefined || second !== undefined || !several ? [] : sameName(only, [...catalogue.metrics.values()]);
  const told = [...metrics, ...kin];
  const { main, versus } = frame;
  const figures = main.values.length + main.periods.length + versus.values.length + versus.periods.length + frame.by.length + frame.bare.length + frame.having.length + frame.excluded.length + frame.scorecards.length > 0 || frame.order !== null;
  const strange = leftovers(one, metrics).flatMap(({ start, end }) => one.folded.slice(start, end)).filter((word) => !OF_THEM.has(word));
  return told.length !== 2 || figures || strange.length > 0 ? null
    : { kind: 'query', query: Object.freeze(querySchema.parse({ intent: 'definition', metrics: told.map(({ id }) => id), period: null, filters: {} })), notes: one.notes, said: [] };
}

/** The measures that go by the name of another with more to it: "DNA rate (all appointments)". */
function sameName({ id, name }: Metric, metrics: readonly Metric[]): readonly Metric[] {
  return metrics.filter((other) => other.id !== id && other.name.toLowerCase().startsWith(`${name.toLowerCase()} `));
}
