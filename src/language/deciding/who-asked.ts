import type { Reading } from '../reading';
import { reworded, type Case } from '../frame/case';
import { plays } from '../frame/frame';

/** What a trust says "who" of first: the specialties, each of which belongs to one group. */
const FIRST = 'specialty';

/**
 * "Who has the highest DNA rate", "who is missing the 46% target": which specialties, where no other part is named and the
 * measure can be told by them. What else may be meant is said. Null for any other question.
 */
export function whoAsked(one: Case): Reading | null {
  const { frame, folded, ground: { catalogue } } = one;
  const at = folded.findIndex((word) => word === 'who' || word === 'whos');
  const chooses = frame.order !== null || frame.having.length > 0 || plays(frame, 'target', 'versus-target', 'above', 'below', 'ranked') || (frame.unsupported.length > 0 && frame.unsupported.every(({ feature }) => feature === 'exceptions'));
  const parts = frame.by.length + frame.bare.length + frame.main.values.length + frame.versus.values.length + frame.main.scopes.length;
  const many = catalogue.dimensions.get(FIRST)?.plural;
  if (at < 0 || many === undefined || !chooses || parts > 0 || plays(frame, 'why', 'forecast', 'people') || one.frame.scorecards.length > 0) {
    return null;
  }
  const reading = one.again(reworded(one.text, one.words, { start: at, end: at + 1 }, `which ${many.toLowerCase()}`), true);
  if (reading.kind !== 'query' || reading.query.by === null) {
    return null;
  }
  const others = [...new Set(reading.query.metrics.flatMap((id) => catalogue.metrics.get(id)?.dimensions ?? []))].flatMap((id) => catalogue.dimensions.get(id) ?? []).filter(({ id, restricted }) => id !== FIRST && !restricted).slice(0, 3);
  const note = `“${one.words[at]?.typed ?? ''}” is read as which ${many.toLowerCase()}${others.length === 0 ? '' : `; it can also be asked by ${others.map(({ name }) => name).join(', ')}`}.`;
  return { ...reading, notes: [note, ...reading.notes] };
}
