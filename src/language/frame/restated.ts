import type { Vocabulary } from '../vocabulary/vocabulary';
import { plainNumber } from './by-definition';
import type { Span } from './span';

/** What names something by itself, so that it is never taken for a part of what is said again. */
const NAMING: ReadonlySet<Span['meaning']['kind']> = new Set<Span['meaning']['kind']>(['metric', 'period', 'dimension', 'scorecard']);

/**
 * Words that say again what a measure counts by its definition ("within 30 days" of readmissions, "before booking" of
 * referrals triaged) become part of its figure, since they narrow nothing beside its name. Where several measures are
 * asked for, words are part of the figure only where they say so of each.
 */
export function withRestated(spans: readonly Span[], words: readonly string[], vocabulary: Vocabulary): readonly Span[] {
  const metrics = [...new Set(spans.flatMap(({ meaning }) => (meaning.kind === 'metric' ? [meaning.id] : [])))];
  const [first, ...rest] = metrics;
  const phrases = first === undefined ? [] : vocabulary.restated(first).filter((phrase) => rest.every((id) => vocabulary.restated(id).some((other) => other.join(' ') === phrase.join(' '))));
  return phrases.reduce((covered, phrase) => withPhrase(covered, phrase, words), spans);
}

function withPhrase(spans: readonly Span[], phrase: readonly string[], words: readonly string[]): readonly Span[] {
  const within = (start: number): readonly Span[] => spans.filter((span) => span.start < start + phrase.length && start < span.end);
  const start = words.findIndex((_word, at) => phrase.every((word, step) => plainNumber(words[at + step] ?? '') === word)
    && within(at).every((span) => (!NAMING.has(span.meaning.kind) || isPartOf(span, phrase)) && span.start >= at && span.end <= at + phrase.length));
  if (start < 0) {
    return spans;
  }
  const [end, inside] = [start + phrase.length, within(start)];
  return [...spans.filter((span) => !inside.includes(span)), { start, end, meaning: { kind: 'role' as const, role: 'figure' as const } }].sort((a, b) => a.start - b.start);
}

/** "Seen in clinic": the name of a split inside a longer phrase asks for none. */
function isPartOf({ start, end, meaning }: Span, phrase: readonly string[]): boolean {
  return meaning.kind === 'dimension' && end - start < phrase.length;
}
