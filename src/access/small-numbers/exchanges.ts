import type { Kind } from '../../engine/people';
import { Best, Doubt, type Exchange, type Pair, type Small } from './doubt';
import { isSplit, type ToChooseWeeks } from './weeks-of-month';

const NONE = new Int32Array();
/** So many other numbers it could have been, where there are people enough. */
const DOUBT = 2;
/** So many rows of a week are tried with as many of another where nobody is alike. */
const LOOKED = 24;

/** The exchanges of one month as they are found. */
export class Exchanges {
  readonly found: Exchange[] = [];
  readonly #weeks: number;
  readonly #counts: number;
  /** By dimension, then key, week and count: how many there are, and whether it is hidden. */
  readonly #people: readonly Float64Array[];
  readonly #hidden: readonly Uint8Array[];
  /** By week, 1 where it can be asked for by itself: what of a week lies in another month cannot, and follows from others alone. */
  readonly #isAsked: Uint8Array;
  /** By kind, the counts that hold it. */
  readonly #countsOf: readonly (readonly number[])[];
  /** By week and kind, its rows. */
  readonly #rows: readonly (readonly (readonly number[])[])[];
  readonly #keys: readonly Int32Array[];
  readonly #byKeys = new Map<number, Alike>();
  readonly #doubt: Doubt;
  /** By dimension and count, the keys under which the month hides it. */
  readonly #byMonth: readonly (readonly ReadonlySet<number>[])[];

  constructor(private readonly choosing: ToChooseWeeks, asked: readonly ReadonlySet<Kind>[]) {
    const { numbering: { ids, keys, times, kinds }, rows } = choosing.people;
    [this.#weeks, this.#counts] = [times.length, asked.length];
    this.#isAsked = Uint8Array.from(times, (week) => Number(!isSplit(week, choosing)));
    this.#countsOf = kinds.map((kind) => asked.flatMap((count, index) => (count.has(kind) ? [index] : [])));
    this.#keys = rows.keys;
    const sizes = ids.map((_, dimension) => (keys[dimension]?.length ?? 0) * times.length * asked.length);
    [this.#people, this.#hidden] = [sizes.map((size) => new Float64Array(size)), sizes.map((size) => new Uint8Array(size))];
    this.#doubt = new Doubt(rows.people, sizes);
    const byWeek = times.map(() => kinds.map((): number[] => []));
    for (let row = 0; row < rows.people.length; row += 1) {
      const [time, kind] = [rows.times[row] ?? 0, rows.kinds[row] ?? 0];
      byWeek[time]?.[kind]?.push(row);
      for (const [dimension, people] of this.#people.entries()) {
        for (const count of this.#countsOf[kind] ?? []) {
          const at = this.#at(rows.keys[dimension]?.[row] ?? 0, time, count);
          people[at] = (people[at] ?? 0) + (rows.people[row] ?? 0);
        }
      }
    }
    this.#rows = byWeek;
    this.#byMonth = ids.map((id, dimension) => asked.map((count) => {
      const hidden = choosing.hiddenKeys(id, count);
      return new Set(keys[dimension]?.flatMap((key, index) => (hidden.has(key) ? [index] : [])));
    }));
    this.#byMonth.forEach((of, dimension) => of.forEach((hidden, count) => hidden.forEach((key) => times.forEach((_, time) => this.#hide(dimension, this.#at(key, time, count))))));
  }

  #at(key: number, time: number, count: number): number {
    return (key * this.#weeks + time) * this.#counts + count;
  }

  #hide(dimension: number, at: number): void {
    this.#hidden[dimension]?.fill(1, at, at + 1);
  }

  peopleAt(dimension: number, key: number, time: number, count: number): number {
    return this.#people[dimension]?.[this.#at(key, time, count)] ?? 0;
  }

  isHiddenByMonth(dimension: number, key: number, count: number): boolean {
    return this.#byMonth[dimension]?.[count]?.has(key) === true;
  }

  /**
   * Adds exchanges until so many more could have been there, as near to it as there are people; with weeks and keys that
   * have more than are small together with it, where there are any. False where it would be known all the same.
   */
  protect(small: Small): boolean {
    const doubt = this.#doubtOf(small);
    const { threshold } = this.choosing;
    const more = this.#isAsked[small.time] === 1 ? threshold + 1 - small.few : DOUBT;
    for (const [together, isBrought] of [[threshold, true], [0, true], [threshold, false], [0, false]] as const) {
      for (;;) {
        const need = isBrought ? more - doubt.brought : DOUBT - doubt.brought - doubt.taken;
        const best = need <= 0 ? null : this.#best(small, doubt, { need, together, isBrought });
        if (best === null) {
          break;
        }
        this.#add(best);
        this.#take(best, doubt, isBrought);
      }
    }
    return doubt.brought + doubt.taken > 0;
  }

  /** What the exchanges there are leave in doubt of a number, nobody in two of them. */
  #doubtOf({ dimension, key, time, count }: Small): Doubt {
    const doubt = this.#doubt;
    doubt.clear();
    const own = this.#keys[dimension] ?? NONE;
    for (const one of this.found) {
      const { those, others, from, to, kind } = one;
      const [isThose, isOthers] = [own[those] === key, own[others] === key];
      if ((from === time || to === time) && isThose !== isOthers && this.#countsOf[kind]?.includes(count) === true) {
        const people = Math.min(one.people, this.#room(one, doubt));
        if (people > 0) {
          this.#take({ ...one, people }, doubt, (isThose ? to : from) === time);
        }
      }
    }
    return doubt;
  }

  /**
   * The exchange that hides least for each whom it brings, or takes away: of people who are alike in all other dimensions
   * where there are any, and else of some who are not. What of a week lies in another month is exchanged with such another,
   * or with the first week there is, so that it is the same one that is hidden with each.
   */
  #best(small: Small, doubt: Doubt, wanted: Wanted): Exchange | null {
    const { dimension, key, time, count, few } = small;
    const others = Array.from(this.#isAsked, (_, week) => week).filter((week) => week !== time && few + this.peopleAt(dimension, key, week, count) > wanted.together);
    const turns = this.#isAsked[time] === 1 ? [others] : [...others].sort((a, b) => (this.#isAsked[a] ?? 0) - (this.#isAsked[b] ?? 0) || a - b).map((week) => [week]);
    for (const weeks of turns) {
      for (const isAlike of [true, false]) {
        const best = new Best(wanted.need);
        weeks.forEach((week) => this.#look(best, small, doubt, { ...wanted, week, isAlike }));
        if (best.one !== null) {
          return best.one;
        }
      }
    }
    return null;
  }

  #look(best: Best, { dimension, key, time, count, few }: Small, doubt: Doubt, { together, isBrought, week, isAlike }: Wanted & { readonly week: number; readonly isAlike: boolean }): void {
    const own = this.#keys[dimension] ?? NONE;
    const isOther = (row: number): boolean => own[row] !== key && doubt.left(row) > 0 && few + this.peopleAt(dimension, own[row] ?? 0, time, count) > together;
    const [from, to] = isBrought ? [week, time] : [time, week];
    for (const [kind, counts] of this.#countsOf.entries()) {
      if (!counts.includes(count)) {
        continue;
      }
      const leaving = (this.#alike(dimension, from, kind).byKey.get(key) ?? []).filter((row) => doubt.left(row) > 0);
      const stay = isAlike ? [] : (this.#rows[to]?.[kind] ?? []).filter(isOther).slice(0, LOOKED);
      for (const those of isAlike ? leaving : leaving.slice(0, LOOKED)) {
        for (const others of isAlike ? this.#alike(dimension, to, kind).byRest.get(this.#rest(dimension, those)) ?? [] : stay) {
          const pair = { those, others, from, to, kind };
          const hidden = isAlike && !isOther(others) ? Infinity : this.#newlyHidden(pair);
          if (!best.isBest && best.isLess(hidden)) {
            best.take(pair, hidden, this.#room(pair, doubt));
          }
        }
      }
    }
  }

  /** The rows of a week and kind by their key of a dimension, and by their keys of all others. */
  #alike(dimension: number, time: number, kind: number): Alike {
    const at = (dimension * this.#weeks + time) * this.#countsOf.length + kind;
    const known = this.#byKeys.get(at);
    if (known !== undefined) {
      return known;
    }
    const found: Alike = { byKey: new Map(), byRest: new Map() };
    for (const row of this.#rows[time]?.[kind] ?? []) {
      put(found.byKey, this.#keys[dimension]?.[row] ?? 0, row);
      put(found.byRest, this.#rest(dimension, row), row);
    }
    this.#byKeys.set(at, found);
    return found;
  }

  #rest(dimension: number, row: number): string {
    let rest = '';
    for (const [other, keys] of this.#keys.entries()) {
      rest += other === dimension ? '' : `${String(keys[row])}|`;
    }
    return rest;
  }

  /** What differs between the two of a pair: by dimension, the two keys; and each count that they are in. */
  #each({ those, others, kind }: Pair, see: (dimension: number, one: number, other: number, count: number) => void): void {
    for (const [dimension, keys] of this.#keys.entries()) {
      const [one, other] = [keys[those] ?? 0, keys[others] ?? 0];
      for (const count of one === other ? [] : this.#countsOf[kind] ?? []) {
        see(dimension, one, other, count);
      }
    }
  }

  /** How many could be exchanged while somebody stays wherever anybody is and it is asked for, so that no nought comes or goes. */
  #room(pair: Pair, doubt: Doubt): number {
    let room = Math.min(doubt.left(pair.those), doubt.left(pair.others));
    const stay = (dimension: number, at: number, time: number): number => (this.#people[dimension]?.[at] ?? 0) - doubt.gone(dimension, at) - (this.#isAsked[time] ?? 0);
    this.#each(pair, (dimension, one, other, count) => {
      room = Math.min(room, stay(dimension, this.#at(one, pair.from, count), pair.from), stay(dimension, this.#at(other, pair.to, count), pair.to));
    });
    return room;
  }

  #newlyHidden(pair: Pair): number {
    let hidden = 0;
    this.#each(pair, (dimension, one, other, count) => {
      const of = this.#hidden[dimension] ?? NONE;
      hidden += 4 - (of[this.#at(one, pair.from, count)] ?? 0) - (of[this.#at(one, pair.to, count)] ?? 0)
        - (of[this.#at(other, pair.from, count)] ?? 0) - (of[this.#at(other, pair.to, count)] ?? 0);
    });
    return hidden;
  }

  /** Takes those who are exchanged for as long as a number is looked at. */
  #take(one: Exchange, doubt: Doubt, isBrought: boolean): void {
    doubt.take(one, isBrought);
    this.#each(one, (dimension, key, other, count) => {
      doubt.go(dimension, this.#at(key, one.from, count), one.people);
      doubt.go(dimension, this.#at(other, one.to, count), one.people);
    });
  }

  #add(one: Exchange): void {
    this.#each(one, (dimension, key, other, count) => {
      [one.from, one.to].forEach((time) => [key, other].forEach((each) => this.#hide(dimension, this.#at(each, time, count))));
    });
    this.found.push(one);
  }
}

interface Wanted {
  readonly need: number;
  readonly together: number;
  readonly isBrought: boolean;
}

interface Alike {
  readonly byKey: Map<number, number[]>;
  readonly byRest: Map<string, number[]>;
}

function put<Key>(to: Map<Key, number[]>, key: Key, row: number): void {
  const rows = to.get(key) ?? [];
  rows.push(row);
  to.set(key, rows);
}
