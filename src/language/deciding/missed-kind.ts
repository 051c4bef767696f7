import type { Reading } from '../reading';
import { reworded, type Case } from '../frame/case';
import { isHeld } from '../held-range';

/**
 * "Missed gastroscopies by site": what was missed names the measure of those missed, where one alone is called by that
 * word and told by that kind. Null for any other question.
 */
export function missedKind(one: Case): Reading | null {
  const { frame, folded, spans, ground: { catalogue, coverage } } = one;
  const missed = frame.unsupported.find(({ span }) => span.end === span.start + 1 && folded[span.start] === 'missed')?.span;
  const next = missed === undefined ? undefined : spans.find(({ start }) => start === missed.end);
  if (missed === undefined || next?.meaning.kind !== 'value' || frame.metrics.length > 0) {
    return null;
  }
  const { dimension } = next.meaning;
  const [only, rival] = [...catalogue.metrics.values()].filter((metric) => metric.dimensions.includes(dimension) && isHeld(metric, coverage) && metric.synonyms.some((name) => name.startsWith('missed ')));
  const reading = only === undefined || rival !== undefined ? null : one.again(reworded(one.text, one.words, missed, `${only.name} for`), true);
  return reading?.kind === 'query' ? reading : null;
}
