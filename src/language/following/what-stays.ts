import type { Catalogue } from '../../catalogue/catalogue';
import type { Query } from '../../engine/query';
import { plays, type Frame, type Picked } from '../frame/frame';
import type { Lean } from './leads';

/** What a question says that leans on another: its frame, and how it leans. */
export interface Said {
  readonly frame: Frame;
  readonly leans: ReadonlySet<Lean>;
  /** Whether it names a period of its own, in whatever way. */
  readonly hasPeriod: boolean;
}

/**
 * What stays of the query before, once what is said anew has taken its place: another specialty for the specialty,
 * another month for the month. What cannot stand beside the new goes: a ranking is no answer to "why".
 */
export function whatStays(before: Query, said: Said, catalogue: Catalogue): Query {
  return [plainForm, withoutPeriod, withoutValues, withoutScope, asJudged, withoutSplit, withoutCourse].reduce<Query>((query, step) => step(query, said, catalogue), before);
}

type Step = (query: Query, said: Said, catalogue: Catalogue) => Query;

/** A definition, or how fresh a measure is, leads on to its figure. */
const plainForm: Step = (query) => (query.intent === 'definition' || query.intent === 'freshness' ? { ...query, intent: 'value' } : query);

const withoutPeriod: Step = (query, { hasPeriod }) => (hasPeriod ? { ...query, period: null } : query);

const withoutValues: Step = (query, { frame, leans: typed }, catalogue) => {
  // "Same thing for urology also" after a reason asks for the reason there, and not of both together.
  const leans = query.intent === 'explanation' && typed.has('carries-on') ? new Set([...typed].filter((lean) => lean !== 'adds')) : typed;
  const compares = plays(frame, 'compare', 'versus');
  const values = leans.has('adds') ? [] : frame.main.values;
  // A name may be that of a value of two dimensions, and which is meant is told by the measure.
  const named = compares ? [] : [...new Set(values.flatMap(({ dimension, span: { meaning } }) => [dimension, ...(meaning.kind === 'value' ? meaning.rivals ?? [] : []).map((rival) => rival.dimension)]))];
  const wider = named.flatMap((dimension) => widerThan(dimension, values, query, leans, catalogue));
  const gone = [...named, ...wider];
  const filters = without(query.filters, gone, frame.excluded);
  const excluding = without(query.excluding, [], frame.main.values);
  const splitsBy = [query.by ?? []].flat().filter((dimension) => values.filter((value) => value.dimension === dimension).length !== 1 || compares);
  const other = query.versus !== null && typeof query.versus === 'object' && 'filters' in query.versus ? query.versus.filters : null;
  const sides = other !== null && apart(query.filters, other).some((dimension) => gone.includes(dimension));
  // "CT?" after one site was set against another: both are of that now.
  const versus = other === null ? query.versus : { filters: without(other, gone, frame.excluded) };
  return bySplit({ ...query, filters, excluding, versus: sides ? null : versus, intent: sides && query.intent === 'comparison' ? 'value' : query.intent }, splitsBy);
};

/** The dimensions in which two sides of a comparison differ. */
function apart(one: Query['filters'], other: Query['filters']): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((dimension) => JSON.stringify(one[dimension]) !== JSON.stringify(other[dimension]));
}

/**
 * A group holds specialties: another group leaves the specialty behind; and a specialty leaves behind the group that it
 * does not belong to, or the one it was not asked for within.
 */
function widerThan(dimension: string, values: readonly Picked[], query: Query, leans: ReadonlySet<Lean>, { organisation }: Catalogue): readonly string[] {
  if (dimension === 'cmg') {
    return ['specialty'];
  }
  if (dimension !== 'specialty') {
    return [];
  }
  const groups = organisation.cmgs.filter(({ key }) => query.filters['cmg']?.includes(key) === true);
  const codes = values.filter((value) => value.dimension === 'specialty').flatMap(({ keys }) => keys);
  const inside = codes.every((code) => groups.some(({ specialties }) => specialties.some((member) => member.code === code)));
  return inside && leans.has('within') ? [] : ['cmg'];
}

function without(selection: Query['filters'], dimensions: readonly string[], values: readonly Picked[]): Query['filters'] {
  return Object.fromEntries(Object.entries(selection).flatMap(([dimension, keys]) => {
    const out = values.filter((value) => value.dimension === dimension).flatMap((value) => value.keys);
    const kept = keys.filter((key) => !out.includes(key));
    return dimensions.includes(dimension) || kept.length === 0 ? [] : [[dimension, kept]];
  }));
}

/** "For the whole trust" takes every filter off. */
const withoutScope: Step = (query, { frame }) => (frame.main.scopes.length > 0 && !plays(frame, 'compare', 'versus') ? { ...query, filters: {}, excluding: {} } : query);

/** "Same on CpWAU" after the biggest deficits: the worst of what is better low, where the lowest was the worst before. */
const asJudged: Step = (query, { frame }, { metrics }) => {
  const [before, now] = [metrics.get(query.metrics[0] ?? '')?.better, metrics.get(frame.metrics[0] ?? '')?.better];
  const turned = before !== undefined && now !== undefined && before !== now && [before, now].every((better) => better === 'higher' || better === 'lower');
  return turned && frame.order === null && (query.order === 'highest' || query.order === 'lowest') ? { ...query, order: query.order === 'highest' === (before === 'higher') ? 'best' : 'worst' } : query;
};

const withoutSplit: Step = (query, said, catalogue) => {
  const { frame } = said;
  const splits = frame.by.length > 0 || frame.bare.length > 0;
  if (frame.order !== null) {
    // "Which specialty is best" after one of them: among all, and not among that one.
    const among = new Set([...frame.by, ...frame.bare.map(({ dimension }) => dimension)]);
    const filters = Object.fromEntries(Object.entries(query.filters).filter(([dimension, keys]) => !among.has(dimension) || keys.length > 1));
    if (Object.keys(filters).length < Object.keys(query.filters).length) {
      return withoutSplit({ ...query, filters }, said, catalogue);
    }
  }
  const unsplit = splits ? unranked(bySplit(query, [])) : query;
  const ranked = frame.order !== null ? { ...unsplit, order: null, limit: null, intent: unsplit.intent === 'ranking' ? 'breakdown' as const : unsplit.intent } : unsplit;
  const limited = frame.having.length > 0 ? { ...unranked(ranked), having: null } : ranked;
  return splits && limited.intent === 'trend' ? { ...limited, intent: 'value' } : limited;
};

/** A course over time, a reason, a forecast, a comparison: each takes the place of the others. */
const withoutCourse: Step = (query, { frame }) => {
  if (plays(frame, 'define')) {
    return { ...query, filters: {}, excluding: {}, intent: 'value', by: null, having: null, order: null, limit: null, versus: null };
  }
  if (frame.unsupported.some(({ feature }) => feature === 'peers')) {
    return { ...asFigure(query), versus: null };
  }
  if (plays(frame, 'why')) {
    const kept = query.versus === 'previous' || query.versus === 'last-year' || (typeof query.versus === 'object' && query.versus !== null && 'period' in query.versus);
    return { ...unranked(asFigure(query)), having: null, versus: kept ? query.versus : null };
  }
  if (plays(frame, 'trend', 'forecast')) {
    return { ...unranked(bySplit(asFigure(query), [])), having: null, versus: null };
  }
  // "Which are the furthest off it" after what it would take: in order, and no forecast.
  if (frame.order !== null && query.intent === 'projection') {
    return asFigure(query);
  }
  return plays(frame, 'versus', 'versus-previous', 'versus-last-year', 'versus-target', 'target', 'compare') ? { ...asFigure(query), versus: null } : query;
};

function asFigure(query: Query): Query {
  return { ...query, intent: query.by === null ? 'value' : query.intent === 'ranking' ? 'ranking' : 'breakdown' };
}

function unranked(query: Query): Query {
  return { ...query, order: null, limit: null, intent: query.intent === 'ranking' ? 'breakdown' : query.intent };
}

/** The query split by these dimensions alone; split by none, it is no ranking and has no condition. */
function bySplit(query: Query, dimensions: readonly string[]): Query {
  const [first, second] = dimensions;
  if (first !== undefined) {
    return { ...query, by: second === undefined ? first : [first, second] };
  }
  const isSplit = query.intent === 'breakdown' || query.intent === 'ranking';
  return query.by === null ? query : { ...query, by: null, having: null, order: null, limit: null, intent: isSplit ? 'value' : query.intent };
}
