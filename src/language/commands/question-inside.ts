import type { Query } from '../../engine/query';
import { leadingMetrics } from '../deciding/leading';
import { metricWords } from '../deciding/wording';
import { openedCase } from '../open-case';
import type { Reading } from '../reading';
import type { CommandCase } from './command-case';

type NoQuery = Exclude<Reading, { kind: 'query' }>;
/** What the question in a command came to: a query with its notes, or what is to be said instead of carrying it out. */
export type Inside = { readonly kind: 'query'; readonly query: Query; readonly notes: readonly string[] } | NoQuery;

const THIS = /^(?:(?:all |both )?(?:of )?(?:this|that|it|these|those|them|the same)(?: (?:one|thing|card|answer|figure|figures|number|numbers|scorecard|measure|metric|rate|chart|graph|table|question|again))?)?[\s.,;:?!]*$/i;

/** Whether words stand for what was asked just before. */
export const isThis = (words: string): boolean => THIS.test(words);

/**
 * The question in a command, read as any other. A question back offers whole commands.
 * @param whole the command with other words for its question
 * @param verb what would be done with it, for asking what is meant: "Post"
 */
export function questionInside(words: string, { ground, before, read }: CommandCase, whole: (question: string) => string, verb: string): Inside {
  if (isThis(words)) {
    return before === null
      ? { kind: 'clarify', ask: `${verb} what?`, options: subjects(ground, verb === 'Post').map((each) => whole(each)), query: null }
      : { kind: 'query', query: before, notes: [] };
  }
  const reading = read(words);
  switch (reading.kind) {
    case 'query': return reading;
    case 'clarify':
    case 'unknown': return { ...reading, options: reading.options.map((each) => whole(each)) };
    case 'refused':
    case 'command': return reading;
  }
}

const MOST = 4;

/** What is offered where nothing was named: scorecards to be posted, measures to be watched. */
function subjects(ground: CommandCase['ground'], sheets: boolean): readonly string[] {
  return sheets
    ? [...ground.catalogue.scorecards.values()].filter(({ sections }) => sections.every((section) => 'lines' in section)).slice(0, MOST).map(({ name }) => name)
    : leadingMetrics(openedCase('', ground)).slice(0, MOST).map(({ id }) => metricWords(ground.catalogue, id));
}

/**
 * What is watched or followed: the figure of one measure, for whatever part of the trust. A split, a scorecard and
 * several measures at once are asked back, with a whole command for each.
 */
export function figureInside(inside: Inside, { ground }: CommandCase, whole: (query: Query) => string, several = false): Inside {
  if (inside.kind !== 'query') {
    return inside;
  }
  const { query } = inside;
  const plain: Query = { ...query, intent: 'value', by: null, having: null, versus: null, order: null, limit: null };
  const ask = (question: string, queries: readonly Query[]): Inside => ({ kind: 'clarify', ask: question, options: queries.map((each) => whole(each)), query: null });
  if (query.scorecard !== null) {
    const own = ground.catalogue.scorecards.get(query.scorecard);
    const ids = own?.sections.flatMap((section) => ('lines' in section ? section.lines.map(({ metric }) => metric) : [])) ?? [];
    const measures = [...new Set(ids)].slice(0, MOST).map((id): Query => ({ ...plain, metrics: [id], scorecard: null, frozen: undefined }));
    return measures.length === 0 ? NOTHING_COUNTED : ask('Which of its measures?', measures);
  }
  if (query.metrics.length === 0 || query.period === null) {
    return query.metrics.length === 0 ? NOTHING_COUNTED : { ...inside, query: plain };
  }
  if (query.metrics.length > 1 && !several) {
    return ask('One measure at a time. Which one?', query.metrics.map((id) => ({ ...plain, metrics: [id] })));
  }
  if (query.having !== null || query.by !== null) {
    return ask('One figure at a time, and no split. Is this what you mean?', [plain]);
  }
  return { ...inside, query: plain };
}

const NOTHING_COUNTED: Inside = { kind: 'unknown', reason: 'not-supported', sentence: 'There is no figure in that. Name a measure, and if you like a specialty or a site.', words: [], options: [] };
