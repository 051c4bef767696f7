import type { Vocabulary } from '../vocabulary/vocabulary';
import { foldedWords } from '../vocabulary/phrase';
import type { Word } from '../words/word';
import type { Span } from './span';

/** How the specialties for children are named, beside those for everyone. */
const FOR_CHILDREN: ReadonlySet<string> = new Set(['paed', 'paediatric', 'pediatric']);

/**
 * "ENT (Paeds)" and "ENT paeds" are paediatric ENT, as "paeds ENT" is: a specialty with the word for children right
 * after or before it is the paediatric one, where there is one. A comma between them makes two of them.
 */
export function joinChildren(spans: readonly Span[], words: readonly Word[], folded: readonly string[], text: string, vocabulary: Vocabulary): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    const merged = before === undefined ? null : together(before, span, words, folded, text, vocabulary);
    if (merged === null) {
      joined.push(span);
    } else {
      joined[joined.length - 1] = merged;
    }
  }
  return joined;
}

function together(a: Span, b: Span, words: readonly Word[], folded: readonly string[], text: string, vocabulary: Vocabulary): Span | null {
  const gap = text.slice(words[a.end - 1]?.end ?? 0, words[b.start]?.start ?? 0);
  if (a.end !== b.start || /[,;/]/.test(gap)) {
    return null;
  }
  const [other] = [[a, b], [b, a]].flatMap(([child, rest]) => (child !== undefined && rest !== undefined && forChildren(child, folded) ? [rest] : []));
  if (other?.meaning.kind !== 'value' || other.meaning.dimension !== 'specialty' || FOR_CHILDREN.has(folded[other.start] ?? '')) {
    return null;
  }
  const meaning = vocabulary.meaningOf(['paediatric', ...foldedWords(other.meaning.name)]);
  return meaning?.kind === 'value' ? { start: a.start, end: b.end, meaning } : null;
}

function forChildren({ start, end, meaning }: Span, folded: readonly string[]): boolean {
  return end - start === 1 && meaning.kind === 'value' && meaning.dimension === 'specialty' && FOR_CHILDREN.has(folded[start] ?? '');
}
