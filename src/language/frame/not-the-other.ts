import type { Span } from './span';

/** What names a measure only to say that it is not the one that is asked for. */
const NOT_THIS: ReadonlySet<string> = new Set(['rather than', 'instead of', 'as opposed to', 'not', 'and not', 'but not']);

/**
 * "Cases per hour rather than cases per list": the spans without the measure that is not asked for and the words that
 * say so, both told of as part of the one that is. Where no other measure stands before it, or another behind it ("not
 * late starts or ACPL"), they stay as they are.
 */
export function withoutTheOther(spans: readonly Span[], words: readonly string[]): readonly Span[] {
  const at = spans.findIndex(({ start, end, meaning }, index) => {
    const [before, next] = [spans[index - 1], spans[index + 1]];
    const says = meaning.kind === 'role' && NOT_THIS.has(words.slice(start, end).join(' '));
    return says && before !== undefined && next !== undefined && before.end === start && next.start === end && before.meaning.kind === 'metric' && next.meaning.kind === 'metric' && before.meaning.id !== next.meaning.id
      && spans.slice(index + 2).every((later) => later.meaning.kind !== 'metric' && later.meaning.kind !== 'ambiguous');
  });
  const [says, other] = [spans[at], spans[at + 1]];
  return says === undefined || other === undefined ? spans
    : [...spans.slice(0, at), { start: says.start, end: other.end, meaning: { kind: 'role', role: 'figure' } }, ...spans.slice(at + 2)];
}
