import { sign, type Swap } from './chosen';
import { NOWHERE, type View } from './view';

/** A swap that is looked at, in numbers that are set again for the next one: most are not taken. */
export interface Candidate {
  /** Its lines: that of the small number, and those with each combination of swapped keys, doubled by one dimension after the other. */
  readonly lines: readonly number[];
  /** The keys that each dimension is swapped from and to. */
  readonly keys: readonly (readonly [from: number, to: number])[];
  readonly time: number;
  /** NOWHERE where it is all of one time. */
  readonly otherTime: number;
  readonly kind: number;
  /** NOWHERE where whole people are swapped, whatever their kind. */
  readonly otherKind: number;
}

type Test = (line: number, time: number, kind: number) => boolean;

/** Whether all cells to which the swap brings somebody pass one test, and all from which it takes somebody the other. */
export function passes({ lines, time, otherTime, kind, otherKind }: Candidate, brought: Test, taken: Test): boolean {
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? NOWHERE;
    const [even, odd] = sign(index) === 1 ? [brought, taken] : [taken, brought];
    if (!even(line, time, kind) || (otherTime !== NOWHERE && !odd(line, otherTime, kind))
      || (otherKind !== NOWHERE && (!odd(line, time, otherKind) || (otherTime !== NOWHERE && !even(line, otherTime, otherKind))))) {
      return false;
    }
  }
  return true;
}

/** The swap that a candidate stands for: every combination of own and other time, kind and key. */
export function swapOf(view: View, { keys, time, otherTime, kind, otherKind }: Candidate): Swap {
  let lines: readonly (readonly number[])[] = [keys.map(([from]) => from)];
  keys.forEach(([, to], dimension) => {
    lines = [...lines, ...lines.map((at) => at.map((key, index) => (index === dimension ? to : key)))];
  });
  const times = otherTime === NOWHERE ? [time] : [time, otherTime];
  const kinds = otherKind === NOWHERE ? [kind] : [kind, otherKind];
  return Int32Array.from(lines.flatMap((at) => {
    const line = view.lineAt(at);
    return kinds.flatMap((one) => times.map((when) => view.cell(line, when, one)));
  }));
}
