import { sign, type Swap } from './chosen';
import { NOWHERE, type View } from './view';

/** A swap that is looked at, in numbers that are set again for the next one: most are not taken. */
export interface Candidate {
  /** Its lines: that of the small number, and those with each combination of swapped keys, doubled by one dimension after the other. */
  lines: readonly number[];
  /** The keys that each dimension is swapped from and to. */
  keys: readonly (readonly [from: number, to: number])[];
  time: number;
  /** NOWHERE where it is all of one time. */
  otherTime: number;
  kind: number;
  /** NOWHERE where whole people are swapped, whatever their kind. */
  otherKind: number;
}

export const candidate = (): Candidate => ({ lines: [], keys: [], time: NOWHERE, otherTime: NOWHERE, kind: NOWHERE, otherKind: NOWHERE });

type People = (line: number, time: number, kind: number) => number;

/** The fewest that any cell has from which the swap takes somebody, or with −1 to which it brings somebody. */
export function fewest({ lines, time, otherTime, kind, otherKind }: Candidate, of: 1 | -1, people: People): number {
  let least = Infinity;
  for (let index = 0; index < lines.length && least > 0; index += 1) {
    const line = lines[index] ?? NOWHERE;
    if (sign(index) === of) {
      least = otherTime === NOWHERE ? least : Math.min(least, people(line, otherTime, kind));
      least = otherKind === NOWHERE || least === 0 ? least : Math.min(least, people(line, time, otherKind));
    } else {
      least = Math.min(least, people(line, time, kind));
      least = otherTime === NOWHERE || otherKind === NOWHERE || least === 0 ? least : Math.min(least, people(line, otherTime, otherKind));
    }
  }
  return least;
}

/** The swap that a candidate stands for: every combination of own and other time, kind and key. */
export function swapOf(view: View, { keys, time, otherTime, kind, otherKind }: Candidate): Swap {
  const times = otherTime === NOWHERE ? [time] : [time, otherTime];
  const kinds = otherKind === NOWHERE ? [kind] : [kind, otherKind];
  const cells: number[] = [];
  for (let doubled = 0; doubled < 2 ** keys.length; doubled += 1) {
    const line = view.lineAt(keys.map(([from, to], index) => (((doubled >>> index) & 1) === 1 ? to : from)));
    kinds.forEach((one) => times.forEach((when) => cells.push(view.cell(line, when, one))));
  }
  return Int32Array.from(cells);
}
