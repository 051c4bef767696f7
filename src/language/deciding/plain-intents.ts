import type { Reading } from '../reading';
import type { Case } from '../frame/case';
import { selection } from '../frame/comparing';
import type { Span } from '../frame/span';
import { plays } from '../frame/frame';
import { querySchema, type Intent } from '../../engine/query';

/** Greetings, help, freshness and definitions: what is asked about Tally and its measures, not about a figure. */
export function plainIntent(one: Case): Reading | null {
  const { frame, spans } = one;
  if (plays(frame, 'freshness')) {
    return plain(one, 'freshness');
  }
  if (frame.metrics.length === 0 && plays(frame, 'help')) {
    return plain(one, 'help');
  }
  const onlyGreets = spans.length > 0 && spans.every(({ meaning }) => meaning.kind === 'role' && meaning.role === 'greeting');
  if (onlyGreets) {
    return plain(one, 'greeting');
  }
  if (frame.metrics.length === 2 && asksHowTheyDiffer(one)) {
    return plain(one, 'definition');
  }
  return frame.metrics.length > 0 && asksForDefinition(one) ? plain(one, 'definition') : null;
}

/** "What's the difference between DNA rate and DNA rate of all appointments": how two measures are defined, and not their figures. */
function asksHowTheyDiffer({ frame, folded }: Case): boolean {
  const differ = folded.join(' ');
  const only = frame.main.values.length + frame.main.periods.length + frame.by.length + frame.bare.length + frame.having.length === 0;
  return only && /\bdifferen(?:ce|t)\b/.test(differ);
}

/**
 * "What is ACPL" asks what it means; "what is our ACPL", "what is ACPL this month" and "what is the DNA rate for ENT"
 * ask for the figure. "Define" and "how is it worked out" always ask what it means.
 */
function asksForDefinition(one: Case): boolean {
  const { frame, spans } = one;
  if (plays(frame, 'why', 'forecast')) {
    return false;
  }
  // "Which theatres do they come from" asks for a split, and "where does the figure come from" for its source.
  const split = frame.by.length + frame.bare.length > 0;
  const defines = (frame.roles.get('define') ?? []).filter(({ start, end }) => !split || !one.folded.slice(start, end).includes('come'));
  const meanAsAverage = defines.every(({ start, end }) => end - start === 1 && one.folded[start] === 'mean') && !one.folded.some((word) => ['what', 'whats', 'does', 'do'].includes(word));
  if (defines.length > 0 && !meanAsAverage) {
    return true;
  }
  const [asks] = frame.roles.get('what-is') ?? [];
  const [metric] = frame.metricSpans;
  return asks !== undefined && metric !== undefined && asks.end === metric.start
    && spans.every((span) => span === asks || span === metric || (span.meaning.kind === 'role' && (span.meaning.role === 'greeting' || span.meaning.role === 'at-least')));
}

/** "And does a child who was not brought count": what somebody asks of the definition, and no part that it is told for. */
const WHETHER_IT_COUNTS = /[\s,;.?–-]+(?:and |or |also )*(?:does|do|did|would|should|are|is) [^?]{2,80}? (?:still |also )?(?:count|counts|counted|included|include|excluded)\b[^,;?]*[\s?.!]*$/i;

function isSupposed({ text, words }: Case, { start }: Span): boolean {
  const at = WHETHER_IT_COUNTS.exec(text)?.index;
  return at !== undefined && (words[start]?.start ?? 0) >= at;
}

function plain(one: Case, intent: Intent): Reading {
  const figures = intent === 'definition' || intent === 'freshness';
  const query = querySchema.parse({
    intent,
    metrics: figures ? one.frame.metrics.slice(0, 6) : [],
    period: null,
    filters: figures ? selection([...one.frame.main.values, ...one.frame.versus.values].filter(({ span }) => !isSupposed(one, span))) : {},
  });
  return { kind: 'query', query: Object.freeze(query), notes: one.notes, said: [] };
}
