import type { Catalogue } from '../../catalogue/catalogue';
import type { Metric } from '../../catalogue/metric';
import type { Reading } from '../reading';
import { reworded, type Case } from '../frame/case';
import { plays } from '../frame/frame';
import { foldedWords } from '../vocabulary/phrase';

/** The dimension of the lines of the contract, which are kinds of activity themselves. */
const LINES = 'pod';

/** The count that the lines of the contract are parts of, or undefined where none is held. */
export function countOfLines(one: Case): Metric | undefined {
  const { frame, ground: { catalogue } } = one;
  return frame.main.values.some(({ dimension }) => dimension === LINES) ? activity(catalogue) : undefined;
}

function activity({ metrics }: Catalogue): Metric | undefined {
  return [...metrics.values()].find(({ kind, counting, dimensions }) => kind === 'count' && counting !== 'money' && dimensions.includes(LINES));
}

/** "How many day cases last month" asks for the activity of that line. */
export function countOfALine(one: Case): Reading | null {
  const { frame } = one;
  const count = countOfLines(one);
  if (count === undefined || frame.metrics.length + frame.scorecards.length + frame.unsupported.length + frame.notHeld.length > 0 || !(plays(frame, 'count') || countsALine(one))) {
    return null;
  }
  const reading = one.again(`${count.name} ${one.text}`, true);
  return reading.kind === 'query' ? reading : null;
}

/** What the lines of the contract are counted in. */
const UNITS: ReadonlySet<string> = new Set(['attendance', 'admission', 'spell', 'procedure', 'appointment']);

/** "A&E attendances in May": a line, and right behind it what it is counted in. */
function countsALine({ frame, folded }: Case): boolean {
  return frame.main.values.some(({ dimension, span }) => dimension === LINES && (UNITS.has(folded[span.end] ?? '') || UNITS.has(folded[span.end - 1] ?? '')));
}

/**
 * "Day cases against target", "how do we benchmark on day cases": a line that a rate is named after is asked for by its
 * rate, where it is held against something that only a rate is. Null for any other question.
 */
export function rateOfALine(one: Case): Reading | null {
  const { frame, ground: { vocabulary } } = one;
  const [line, second] = frame.main.values.filter(({ dimension }) => dimension === LINES);
  const held = plays(frame, 'target', 'versus-target') || (frame.unsupported.length > 0 && frame.unsupported.every(({ feature }) => feature === 'peers'));
  if (line === undefined || second !== undefined || !held || frame.metrics.length + frame.scorecards.length + frame.notHeld.length > 0) {
    return null;
  }
  const name = `${line.name} rate`;
  const kind = vocabulary.meaningOf(foldedWords(name))?.kind;
  const reading = kind === 'metric' || kind === 'ambiguous' ? one.again(reworded(one.text, one.words, line.span, name), true) : null;
  return reading?.kind === 'query' ? reading : null;
}
