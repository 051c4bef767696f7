import type { Catalogue } from '../../catalogue/catalogue';
import type { Query } from '../../engine/query';
import type { Reading } from '../reading';
import { foldedWords } from '../vocabulary/phrase';
import type { Vocabulary } from '../vocabulary/vocabulary';

/** "How full were those lists booked": what was asked about is pointed at, and is what this is of. */
const POINTS = /\b(?:those|these)(?: same)? (?:lists?|sessions?|clinics?|theatres?|patients?|people|cases|operations|appointments?|referrals?|tests?|scans?|waits?|waiters?|cancellations?|admissions?|discharges?|stays?|specialties|sites|consultants|months?|weeks?)\b/i;

/** "How many of those patients waited over a year": some of them, which no count of others is. */
const SOME_OF_THEM = /\bof (?:them|those|these)\b/i;

/** A question narrowed, cut and timed as the one before was, where it says none of that itself; in the same comparison where it asks for a plain figure. */
function leaning(whole: Query, before: Query): Query {
  const asked = before.intent === 'comparison' && whole.intent === 'value' ? { ...whole, intent: before.intent, versus: before.versus } : whole;
  return {
    ...asked, filters: { ...before.filters, ...whole.filters }, excluding: { ...before.excluding, ...whole.excluding },
    period: (whole.period?.asked ?? null) === null ? before.period : whole.period,
  };
}

/** Some of those asked about before, by a measure of another group: no patient is followed from one to the other, which is said. Null for anything else. */
export function someOfThem(text: string, whole: Reading, before: Query, { metrics }: Catalogue, words: (query: Query) => string): Reading | null {
  const [id] = whole.kind === 'query' ? whole.query.metrics : [];
  const [now, then] = [id, before.metrics[0]].map((metric) => metrics.get(metric ?? ''));
  if (whole.kind !== 'query' || now === undefined || then === undefined || now.group === then.group || !SOME_OF_THEM.test(text)) {
    return null;
  }
  return { kind: 'clarify', ask: `${then.short ?? then.name} and ${now.short ?? now.name} are counted apart: I cannot tell which patients are in both. Which do you want?`, options: [...new Set([leaning(whole.query, before), whole.query].map(words))], query: null };
}

/**
 * A whole question that points at what was asked before: narrowed and timed as that was where it says neither itself, and
 * of the measure of the same group where its words are claimed by several ("booked" of theatre lists and of endoscopy
 * lists). Asked back where the measure it names is of another group and none of the same is known by such words. Null
 * where nothing is pointed at.
 */
export function pointingBack(text: string, whole: Reading, before: Query, { catalogue, vocabulary, words, read }: {
  readonly catalogue: Catalogue;
  readonly vocabulary: Vocabulary;
  readonly words: (query: Query) => string;
  readonly read: (text: string) => Reading;
}): Reading | null {
  const [id, second] = whole.kind === 'query' ? whole.query.metrics : [];
  const group = catalogue.metrics.get(before.metrics[0] ?? '')?.group;
  if (whole.kind !== 'query' || id === undefined || second !== undefined || group === undefined || !POINTS.test(text)) {
    return null;
  }
  const leant = (metric: string): Reading => read(words({ ...leaning(whole.query, before), metrics: [metric] }));
  if (catalogue.metrics.get(id)?.group === group) {
    return leant(id);
  }
  const named = (reading: string): string | null => {
    const meaning = vocabulary.meaningOf(foldedWords(reading));
    return meaning?.kind === 'metric' ? meaning.id : null;
  };
  const rivals = [...new Set(catalogue.ambiguities.map(({ readings }) => readings.map(named)).filter((readings) => readings.includes(id)).flat())].flatMap((rival) => (rival !== null && catalogue.metrics.get(rival)?.group === group ? [rival] : []));
  const options = [...rivals.map((rival) => leant(rival)), whole].flatMap((reading) => (reading.kind === 'query' ? [words(reading.query)] : []));
  return { kind: 'clarify', ask: 'Of what was asked before, or of all?', options: [...new Set(options)].slice(0, 4), query: null };
}
