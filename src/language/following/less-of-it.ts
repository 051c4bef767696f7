import type { Catalogue } from '../../catalogue/catalogue';
import type { Query } from '../../engine/query';
import type { Case } from '../frame/case';
import type { Frame } from '../frame/frame';
import { leftovers } from '../frame/leftover';
import { foldedWords } from '../vocabulary/phrase';
import { FUNCTION_WORDS } from '../words/function-words';

type Open = (text: string) => Case;

/** "All sites again". */
const EVERY_PART = /^(?:back to |for |across |at )?(?:all|every)(?: the| our| of the)? ([\p{L}-]+(?: [\p{L}-]+)?)(?: again)?[\s.?!]*$/iu;
/** "Take the 10% off again": every part, whatever its figure. */
const NO_CONDITION = /^(?:take|drop|remove|lose|leave) (?:the |that )?(?:[\d.]+ ?%?|condition|limit|threshold|cut[- ]?off)(?: off| out)?(?: again)?[\s.?!]*$/i;
/** With none set, what is so worded asks for the same again. */
const NO_NUMBER = /^take (?:the |that )?(?:[\d.]+ ?%?|condition|limit|threshold|cut[- ]?off) off(?: again)?[\s.?!]*$/i;
const DROP_FILTER = /^(?:drop|clear|lose|reset|take off|remove|get rid of|without|no) (?:the |all |any |that |those )*(.*?) ?filters?$/i;
/** "Drop the site", "forget the specialty", "lose the split". */
const DROP_DIMENSION = /^(?:drop|clear|lose|reset|take off|take out|remove|get rid of|forget|ignore|without|scrap) (?:the |that )([\p{L}-]+(?: [\p{L}-]+)?)(?: bit| part)?(?: please| pls| again| now)*[\s.?!]*$/iu;
/** A question with less said of it: without a part, a measure, a condition or a filter that the one before had. Null where nothing of that is taken off. */
export function lessOfIt(text: string, before: Query, open: Open, catalogue: Catalogue): Query | null {
  return putBack(text, before, open) ?? withoutItsParts(text, before, catalogue) ?? withoutAMeasure(text, before, open) ?? withoutSomeParts(text, before, open)
    ?? ((before.having !== null || NO_NUMBER.test(text)) && NO_CONDITION.test(text) ? { ...before, having: null } : null)
    ?? withoutFilters(text, before, open) ?? withoutADimension(text, before, catalogue);
}

/** "Put CSI back in": what was left out is left out no longer. */
function putBack(text: string, before: Query, open: Open): Query | null {
  const named = /^put (?:the )?([^,.?!]{2,40}?) back(?: in)?(?: again)?[\s.?!]*$/i.exec(text)?.[1];
  return named === undefined ? null : leftOutNoLonger(open(named).frame, before);
}

/** The question before with parts left out no longer; null where none are named, or any of them was not left out. */
export function leftOutNoLonger({ main: { values } }: Frame, before: Query): Query | null {
  const wasOut = values.length > 0 && values.every(({ dimension, keys }) => keys.every((key) => before.excluding[dimension]?.includes(key) === true));
  const excluding = Object.fromEntries(Object.entries(before.excluding).flatMap(([dimension, keys]) => {
    const kept = keys.filter((key) => !values.some((value) => value.dimension === dimension && value.keys.includes(key)));
    return kept.length === 0 ? [] : [[dimension, kept]];
  }));
  return wasOut ? { ...before, excluding } : null;
}

/** "Drop the late starts" of two measures that were asked for: the other; null for anything else. */
function withoutAMeasure(text: string, before: Query, open: Open): Query | null {
  const named = /^(?:drop|remove|lose|without|take (?:out|off)|leave out|minus|not) (?:the )?(.{2,40}?)[\s.?!]*$/i.exec(text)?.[1];
  const one = open(named ?? '');
  const { metrics } = one.frame;
  const only = one.spans.every(({ meaning }) => meaning.kind === 'metric') && one.spans.length > 0 && leftovers(one, []).length === 0;
  const rest = before.metrics.filter((id) => !metrics.includes(id));
  return named === undefined || !only || metrics.length === 0 || rest.length === 0 || rest.length === before.metrics.length ? null : { ...before, metrics: rest };
}

/** "Drop the A&E and NEL rows" of a table: every part but those; null for anything else. */
function withoutSomeParts(text: string, before: Query, open: Open): Query | null {
  const named = /^(?:drop|remove|lose) (?:the )?(.{2,60}?)(?: rows?| lines?| ones)?[\s.?!]*$/i.exec(text)?.[1];
  const one = open(named ?? '');
  const { values } = one.frame.main;
  const [dimension, other] = [...new Set(values.map((value) => value.dimension))];
  const only = one.spans.every(({ meaning }) => meaning.kind === 'value') && leftovers(one, []).length === 0;
  const isSplit = dimension !== undefined && [before.by ?? []].flat().includes(dimension) && before.filters[dimension] === undefined;
  return named === undefined || !only || other !== undefined || !isSplit ? null
    : { ...before, excluding: { ...before.excluding, [dimension]: [...new Set([...before.excluding[dimension] ?? [], ...values.flatMap(({ keys }) => keys)])] } };
}

/** "All sites again": no longer narrowed to some of a dimension, on either side; null for anything else, or where it was not. */
function withoutItsParts(text: string, before: Query, { dimensions }: Catalogue): Query | null {
  const part = EVERY_PART.exec(text)?.[1]?.replace(/ again$/i, '').toLowerCase();
  const dimension = [...dimensions.values()].find(({ plural, synonyms }) => [plural, ...synonyms].some((name) => name.toLowerCase() === part))?.id ?? (part === 'ages' ? 'age-band' : undefined);
  const without = (selection: Query['filters']): Query['filters'] => Object.fromEntries(Object.entries(selection).filter(([id]) => id !== dimension));
  if (dimension === undefined || (before.filters[dimension] === undefined && before.excluding[dimension] === undefined)) {
    return null;
  }
  const { versus } = before;
  return { ...before, filters: without(before.filters), excluding: without(before.excluding), versus: versus !== null && typeof versus === 'object' && 'filters' in versus ? { filters: without(versus.filters) } : versus };
}

/** "Drop the ENT filter", "clear the filters": the query before without the dimension that is named, or without any. */
function withoutFilters(text: string, before: Query, open: Open): Query | null {
  const found = DROP_FILTER.exec(text.replace(/[.!?]+$/, ''));
  if (found === null) {
    return null;
  }
  const whole = (found[1] ?? '').trim() === '';
  const one = open(found[1] ?? '');
  const named = dimensionsNamed(one, Object.keys({ ...before.filters, ...before.excluding }));
  if (!whole && named.length === 0) {
    return null;
  }
  const kept = (selection: Query['filters']): Query['filters'] => (whole ? {} : Object.fromEntries(Object.entries(selection).filter(([dimension]) => !named.includes(dimension))));
  return { ...before, filters: kept(before.filters), excluding: whole ? {} : before.excluding };
}

/** "Drop the site": no longer narrowed by it, or split by it where it was not narrowed. Null where it is neither. */
function withoutADimension(text: string, before: Query, { dimensions }: Catalogue): Query | null {
  const said = DROP_DIMENSION.exec(text)?.[1]?.toLowerCase();
  const name = said?.replace(/ ?(?:split|breakdown)$/, '') ?? '';
  const splits = [before.by ?? []].flat();
  const named = [...dimensions.values()].find((dimension) => [dimension.name, ...dimension.synonyms].some((word) => word.toLowerCase() === name))?.id;
  const isFilter = named !== undefined && said === name && (before.filters[named] ?? before.excluding[named]) !== undefined;
  const out = isFilter ? [] : said === undefined || (named === undefined && name !== '') ? [] : splits.filter((id) => named === undefined || id === named);
  if (isFilter) {
    const kept = (selection: Query['filters']): Query['filters'] => Object.fromEntries(Object.entries(selection).filter(([id]) => id !== named));
    return { ...before, filters: kept(before.filters), excluding: kept(before.excluding) };
  }
  const [first, second] = splits.filter((id) => !out.includes(id));
  return out.length === 0 ? null : { ...before, by: first === undefined ? null : second === undefined ? first : [first, second], ...(first === undefined ? { having: null, order: null, limit: null, intent: before.intent === 'breakdown' || before.intent === 'ranking' ? 'value' as const : before.intent } : {}) };
}

/** The dimensions that words name, by themselves or by a value; of those in use, by a part of a name too: "the age filter". */
function dimensionsNamed({ frame, folded, ground: { catalogue } }: Case, used: readonly string[]): readonly string[] {
  const byPart = used.filter((id) => {
    const dimension = catalogue.dimensions.get(id);
    const names = dimension === undefined ? [] : [dimension.name, ...dimension.synonyms].flatMap(foldedWords);
    return folded.some((word) => !FUNCTION_WORDS.has(word) && names.includes(word));
  });
  return [...new Set([...frame.main.values, ...frame.bare].map(({ dimension }) => dimension).concat(byPart))];
}
