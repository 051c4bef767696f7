import type { Catalogue } from '../../catalogue/catalogue';
import { foldedWords } from '../vocabulary/phrase';
import { FUNCTION_WORDS } from '../words/function-words';
import type { Frame } from './frame';

/** What sets a second measure beside the first. */
const BESIDE: ReadonlySet<string> = new Set(['and', 'or', 'but', 'then', 'also', '-']);

/**
 * "The opportunity on CpWAU": a measure whose name stands in another's is a part of that name, where the two are joined by
 * "on" or the like. Takes it out of a frame.
 */
export function withoutPartOfAName(frame: Frame, words: readonly string[], { metrics }: Catalogue): void {
  const [first, second, third] = [...frame.metricSpans].sort((a, b) => a.start - b.start);
  if (first?.meaning.kind !== 'metric' || second?.meaning.kind !== 'metric' || third !== undefined || first.meaning.id === second.meaning.id) {
    return;
  }
  const between = words.slice(first.end, second.start);
  const whole = metrics.get(first.meaning.id);
  const part = metrics.get(second.meaning.id);
  const name = foldedWords(`${whole?.name ?? ''}`);
  const named = [part?.short ?? '', part?.name ?? ''].map(foldedWords).some((own) => own.length > 0 && own.every((word) => name.includes(word)));
  if (named && between.length > 0 && between.every((word) => FUNCTION_WORDS.has(word) && !BESIDE.has(word))) {
    frame.metrics.splice(frame.metrics.indexOf(second.meaning.id), 1);
    frame.metricSpans.splice(frame.metricSpans.indexOf(second), 1);
  }
}
