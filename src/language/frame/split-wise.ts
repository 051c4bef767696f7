import type { Frame } from './frame';
import type { Span } from './span';
import { SpanRow } from './span-row';

const WISE = 'wise';

/** "Specialty wise", "age wise": the word belongs to what is split by; behind anything else ("DNA wise") it says only what is spoken of. */
export function withWise(spans: readonly Span[], words: readonly string[]): readonly Span[] {
  return words.includes(WISE) ? spans.map((span) => {
    const { meaning } = span;
    const splits = words[span.end] === WISE && (meaning.kind === 'dimension' || (meaning.kind === 'role' && meaning.role === 'aged'));
    return splits ? { start: span.start, end: span.end + 1, meaning: meaning.kind === 'dimension' ? meaning : { kind: 'dimension' as const, id: 'age-band', plural: false } } : span;
  }) : spans;
}

/** Splits a frame by what it is said to be told by in such words, and by what is joined to it: "site and specialty wise". */
export function splitWise(frame: Frame, spans: readonly Span[], words: readonly string[]): void {
  const row = new SpanRow(spans, words);
  for (const wise of frame.bare.filter(({ span }) => words[span.end - 1] === WISE)) {
    const at = frame.bare.indexOf(wise);
    const joined = frame.bare.slice(0, at).filter(({ span }) => spans[spans.indexOf(span) + 1] === wise.span && row.inOneList(span, wise.span));
    const named = [...joined, wise];
    frame.by.push(...named.map(({ dimension }) => dimension));
    frame.bare.splice(0, frame.bare.length, ...frame.bare.filter((bare) => !named.includes(bare)));
  }
}
