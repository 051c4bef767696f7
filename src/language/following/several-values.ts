import type { Reading } from '../reading';
import { reworded, type Case } from '../frame/case';
import { queryWords } from '../query-words';
import { foldedWords } from '../vocabulary/phrase';

/** "Same for max fax", which several specialties go by: the question before for each of them, to choose from. */
export function severalValues(one: Case, follow: (text: string) => Reading | null): Reading | null {
  const span = one.spans.find(({ meaning }) => meaning.kind === 'ambiguous');
  if (span?.meaning.kind !== 'ambiguous' || one.frame.metrics.length > 0) {
    return null;
  }
  const { ask, readings } = span.meaning.ambiguity;
  const { ground: { catalogue, vocabulary } } = one;
  if (!readings.every((reading) => vocabulary.meaningOf(foldedWords(reading))?.kind === 'value')) {
    return null;
  }
  const options = readings.flatMap((instead) => {
    const reading = follow(`and ${reworded(one.text, one.words, span, instead)}`);
    return reading?.kind === 'query' ? [queryWords(reading.query, { catalogue, vocabulary }, { usual: true })] : [];
  });
  return options.length === 0 ? null : { kind: 'clarify', ask, options, query: null };
}
