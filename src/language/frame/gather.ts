import type { Catalogue } from '../../catalogue/catalogue';
import type { Role } from '../vocabulary/meaning';
import { agesBetween } from './age-range';
import { emptyFrame, type Frame, type Picked } from './frame';
import type { Span } from './span';
import { SpanRow } from './span-row';

/**
 * Walks once over the spans of a question, in order, and fills its frame: what stands after "versus" goes to the other
 * side, what stands after "excluding" is left out, a number belongs to the "top" or the "over" beside it.
 */
export function gather(spans: readonly Span[], words: readonly string[], catalogue: Catalogue): Frame {
  return new Walk(spans, words, catalogue).run();
}

class Walk {
  readonly #frame = emptyFrame();
  readonly #spans: readonly Span[];
  readonly #words: readonly string[];
  readonly #catalogue: Catalogue;
  readonly #row: SpanRow;
  readonly #done = new Set<Span>();
  #side: 'main' | 'versus' = 'main';
  #excluding: Span | null = null;

  constructor(spans: readonly Span[], words: readonly string[], catalogue: Catalogue) {
    this.#spans = spans;
    this.#words = words;
    this.#catalogue = catalogue;
    this.#row = new SpanRow(spans, words);
  }

  run(): Frame {
    this.#spans.forEach((span, index) => {
      if (!this.#done.has(span)) {
        this.#done.add(span);
        this.#read(span, index);
      }
    });
    return this.#frame;
  }

  #read(span: Span, index: number): void {
    const { meaning } = span;
    const frame = this.#frame;
    const side = this.#side === 'main' ? frame.main : frame.versus;
    switch (meaning.kind) {
      case 'metric':
        if (!frame.metrics.includes(meaning.id)) {
          frame.metrics.push(meaning.id);
        }
        frame.metricSpans.push(span);
        break;
      case 'value': this.#value({ dimension: meaning.dimension, keys: meaning.keys, name: meaning.name, span }, index); break;
      case 'period': side.periods.push({ reading: meaning.reading, span }); break;
      case 'scope': side.scopes.push(span); break;
      case 'group': frame.groups.push({ group: meaning.group, span }); break;
      case 'dimension': frame.bare.push({ dimension: meaning.id, plural: meaning.plural, span }); break;
      case 'not-held': frame.notHeld.push({ nearest: meaning.nearest, because: meaning.because, span }); break;
      case 'milestone': frame.milestones.push(span); break;
      case 'unsupported': frame.unsupported.push({ feature: meaning.feature, span }); break;
      case 'number': this.#number(span, index); break;
      case 'role': this.#role(meaning.role, span, index); break;
      // Settled before anything else is decided.
      case 'ambiguous': break;
    }
  }

  #value(picked: Picked, index: number): void {
    if (this.#excluding !== null) {
      const before = this.#spans[index - 1];
      const follows = before !== undefined && (before === this.#excluding
        || (this.#frame.excluded.at(-1)?.span === before && this.#row.inOneList(before, picked.span)));
      if (follows) {
        this.#frame.excluded.push(picked);
        return;
      }
      this.#excluding = null;
    }
    const { values } = this.#side === 'main' ? this.#frame.main : this.#frame.versus;
    if (!values.some((value) => value.dimension === picked.dimension && value.keys.join() === picked.keys.join())) {
      values.push(picked);
    }
  }

  #number(span: Span, index: number): void {
    const { meaning } = span;
    const next = this.#row.after(index);
    const ranks = this.#spans.some((other) => other.meaning.kind === 'role' && RANKS.has(other.meaning.role));
    const countsThings = ranks && next !== undefined && (next.meaning.kind === 'dimension' || (next.meaning.kind === 'role' && RANKS.has(next.meaning.role)));
    if (meaning.kind === 'number' && countsThings && Number.isInteger(meaning.value) && meaning.value > 0 && meaning.value <= 50) {
      this.#frame.limit = meaning.value;
    } else if (!this.#ageWithout(span, index)) {
      this.#frame.unplaced.push(span);
    }
  }

  #role(role: Role, span: Span, index: number): void {
    if (role === 'by') {
      this.#by(span, index);
    } else if (role === 'worst' || role === 'best' || role === 'highest' || role === 'lowest') {
      this.#rank(role, span, index);
    } else if (role === 'above' || role === 'below') {
      this.#bound(role, span, index);
    } else if (role === 'aged') {
      this.#aged(span, index);
    } else if (role === 'excluding') {
      this.#exclude(span, index);
    } else {
      this.#note(role, span);
      this.#side = role === 'versus' ? 'versus' : this.#side;
    }
  }

  #exclude(span: Span, index: number): void {
    if (this.#row.after(index)?.meaning.kind === 'value') {
      this.#excluding = span;
    } else {
      this.#frame.unplaced.push(span);
    }
  }

  /** "by site and specialty", "which specialties", "across the sites"; "which" alone is a question word. */
  #by(span: Span, index: number): void {
    let at = index;
    let next = this.#row.after(at);
    if (next?.meaning.kind === 'number') {
      at += 1;
      this.#done.add(next);
      this.#number(next, at);
      next = this.#row.after(at);
    }
    const kind = next?.meaning.kind;
    if (kind === 'dimension') {
      for (let dimension = next; dimension?.meaning.kind === 'dimension'; dimension = this.#row.listedAfter(at)) {
        this.#frame.by.push(dimension.meaning.id);
        this.#done.add(dimension);
        at += 1;
      }
      return;
    }
    const word = this.#words[span.start] ?? '';
    const questionWord = word === 'which' || word === 'what';
    const spreads = kind === 'value' || kind === 'scope' || (kind === 'role' && this.#frame.roles.has('compare'));
    const ranksBy = kind === 'metric' || (next?.meaning.kind === 'role' && RANKS.has(next.meaning.role));
    if (questionWord || spreads || ranksBy) {
      this.#note('by', span);
    } else {
      this.#frame.unplaced.push(span);
    }
  }

  #rank(order: 'worst' | 'best' | 'highest' | 'lowest', span: Span, index: number): void {
    const frame = this.#frame;
    if (frame.order !== null && frame.order !== order) {
      frame.unplaced.push(span);
      return;
    }
    frame.order = order;
    const next = this.#row.after(index);
    if (next?.meaning.kind === 'number' && Number.isInteger(next.meaning.value) && next.meaning.value > 0 && next.meaning.value <= 50 && !next.meaning.percent) {
      frame.limit = next.meaning.value;
      this.#done.add(next);
    }
  }

  /** "over 8%" is a condition, "under 18s" an age, "over the last year" and "below target" neither. */
  #bound(op: 'above' | 'below', span: Span, index: number): void {
    const next = this.#row.after(index);
    const thanAnother = next !== undefined && (next.meaning.kind === 'scope' || next.meaning.kind === 'value');
    if (thanAnother && !['over', 'under'].includes(this.#words[span.start] ?? '')) {
      this.#note('versus', span);
      this.#side = 'versus';
      return;
    }
    if (next === undefined || next.meaning.kind !== 'number') {
      const free = (this.#words[span.start] === 'over' && span.end - span.start === 1 && next?.meaning.kind === 'period')
        || (next?.meaning.kind === 'role' && next.meaning.role === 'target');
      if (!free) {
        this.#frame.unplaced.push(span);
      }
      return;
    }
    const { value, percent, plural } = next.meaning;
    this.#done.add(next);
    const after = this.#row.after(index + 1);
    const afterRole = after?.meaning.kind === 'role' ? after.meaning.role : null;
    if (plural || afterRole === 'years-old' || this.#frame.roles.has('aged')) {
      if (after !== undefined && afterRole === 'years-old') {
        this.#done.add(after);
      }
      this.#age(op === 'above' ? [value, null] : [0, value - 1], [span, next], index);
      return;
    }
    if (after !== undefined && afterRole === 'percent') {
      this.#done.add(after);
    }
    const isPercent = percent || (afterRole === 'percent' && !/^(?:minute|min|night)/.test(this.#words[after?.start ?? -1] ?? ''));
    this.#frame.having.push({ op, value, percent: isPercent, span: { ...span, end: next.end } });
  }

  #aged(span: Span, index: number): void {
    const next = this.#row.after(index);
    const leads = next?.meaning.kind === 'number' || (next?.meaning.kind === 'role' && (next.meaning.role === 'above' || next.meaning.role === 'below'))
      || next?.meaning.kind === 'value';
    if (leads) {
      this.#note('aged', span);
    } else {
      this.#frame.unplaced.push(span);
    }
  }

  /** "65+", "65 and over", "aged 80 and over". */
  #ageWithout(span: Span, index: number): boolean {
    const { meaning } = span;
    const after = this.#row.after(index);
    const words = after?.meaning.kind === 'role' && after.meaning.role === 'years-old' ? this.#words.slice(after.start, after.end).join(' ') : '';
    const plus = (this.#words[span.start] ?? '').endsWith('+');
    const upward = plus || /(?:over|above|older)$/.test(words);
    const downward = /(?:under|younger)$/.test(words);
    if (meaning.kind !== 'number' || (!upward && !downward)) {
      return false;
    }
    if (after !== undefined && words !== '') {
      this.#done.add(after);
    }
    this.#age(upward ? [meaning.value, null] : [0, meaning.value], [span], index);
    return true;
  }

  #age([from, to]: readonly [number, number | null], spans: readonly Span[], index: number): void {
    const keys = agesBetween(this.#catalogue, from, to);
    const [first] = spans;
    const last = spans.at(-1);
    if (keys === null || first === undefined || last === undefined) {
      this.#frame.unplaced.push(...spans);
      return;
    }
    const name = to === null ? `${from} and over` : `under ${to + 1}`;
    this.#value({ dimension: 'age-band', keys, name, span: { start: first.start, end: last.end, meaning: first.meaning } }, index);
  }

  #note(role: Role, span: Span): void {
    this.#frame.roles.set(role, [...(this.#frame.roles.get(role) ?? []), span]);
  }
}

const RANKS: ReadonlySet<Role> = new Set(['worst', 'best', 'highest', 'lowest']);
