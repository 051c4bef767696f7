import type { Chosen} from './chosen';
import { type Swap } from './chosen';
import { LoweredKeys } from './lowered-keys';
import type { Meetings } from './meetings';
import { placesOf } from './places';
import type { Small } from './spare';
import { NOWHERE, type View } from './view';

/** Swaps of one coarser view in places of a finer one. */
export class Lowering {
  /** By number in the coarser view, the number in this one; NOWHERE where it has none. */
  readonly #times: readonly number[];
  readonly #kinds: readonly number[];
  readonly #keys: LoweredKeys;
  /** By line of this view, that of the coarser one that it lies in. */
  readonly #above = new Map<number, number>();

  constructor(private readonly view: View, private readonly meetings: Meetings, private readonly coarser: Chosen) {
    const above = coarser.view;
    this.#times = above.times.map((time) => view.times.indexOf(time));
    this.#kinds = above.kinds.map((kind) => view.kinds.indexOf(kind));
    this.#keys = new LoweredKeys(view, meetings, above);
  }

  /** Every swap, where most people are. */
  get swaps(): readonly Swap[] {
    return this.coarser.swaps;
  }

  /** Those that a small number may lie in, with its own place for the one that it lies in. */
  *at({ line, time, holds }: Small): Generator<Swap> {
    const { view } = this.coarser;
    const above = this.#lineAbove(line);
    const when = this.#times.indexOf(time);
    if (above === NOWHERE || when === NOWHERE) {
      return;
    }
    const first = view.cell(above, when, 0);
    for (const swap of this.coarser.at(above, when)) {
      const isHere = swap.some((cell) => cell >= first && cell < first + view.kinds.length && holds[this.#kinds[cell - first] ?? NOWHERE] === 1);
      const found = isHere ? this.lowered(swap, line) : null;
      if (found !== null) {
        yield found;
      }
    }
  }

  /** Each place brought down to one of this view's: that of `line` where it lies there, else where most are. Null where this view has none. */
  lowered(swap: Swap, line: number): Swap | null {
    const above = this.coarser.view;
    const at = line === NOWHERE ? null : this.view.at(line);
    const within = this.#keys.ofOneSwap(at);
    const cells = new Int32Array(swap.length);
    for (const [index, cell] of swap.entries()) {
      const place = Math.floor(cell / above.kinds.length);
      const [time, kind] = [this.#times[place % above.times.length] ?? NOWHERE, this.#kinds[cell % above.kinds.length] ?? NOWHERE];
      const keys = time === NOWHERE || kind === NOWHERE ? null : within(Math.floor(place / above.times.length), time, kind);
      if (keys === null) {
        return null;
      }
      cells[index] = this.view.cell(this.view.lineAt(keys), time, kind);
    }
    return cells;
  }

  #lineAbove(line: number): number {
    const known = this.#above.get(line) ?? this.#look(line);
    this.#above.set(line, known);
    return known;
  }

  #look(line: number): number {
    const { view } = this.coarser;
    const places = placesOf(this.view, line, this.meetings);
    const keys = view.dimensions.map((id, index) => view.keyNumber(index, places.get(id) ?? ''));
    const above = keys.includes(null) ? NOWHERE : view.lineFor(keys.map((key) => key ?? 0));
    const isSame = above !== NOWHERE && [...placesOf(view, above, this.meetings)].every(([id, key]) => !places.has(id) || places.get(id) === key);
    return isSame ? above : NOWHERE;
  }
}
