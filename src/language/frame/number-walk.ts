import { agesBetween } from './age-range';
import type { Span } from './span';
import { RANKS } from './span-row';
import { ValueWalk } from './value-walk';

/** At least so much, and at most. */
const UPWARD = /^(?:at least|no less than|>=|≥|(?:at )?or (?:above|over)|at or (?:above|over)|a?\s?minimum of)$/;
const DOWNWARD = /^(?:at most|no more than|up to|<=|≤|(?:at )?or (?:below|under)|at or (?:below|under)|a?\s?maximum of)$/;

/** A walk that places numbers: how many, over and under what, of which age, against which figure. */
export class NumberWalk extends ValueWalk {
  protected number(span: Span, index: number): void {
    const { meaning } = span;
    if (meaning.kind === 'number' && this.foresees() && !this.ageWithout(span, index)) {
      this.aim(meaning.value, span, index);
      return;
    }
    const next = this.row.after(index);
    const ranks = this.spans.some((other) => other.meaning.kind === 'role' && RANKS.has(other.meaning.role));
    // "Three ESM specialties": whose they are may stand between.
    const counted = next?.meaning.kind === 'value' ? this.row.after(index + 1) : next;
    const countsThings = ranks && counted !== undefined && (counted.meaning.kind === 'dimension' || (next === counted && counted.meaning.kind === 'role' && RANKS.has(counted.meaning.role)));
    if (meaning.kind === 'number' && countsThings && Number.isInteger(meaning.value) && meaning.value > 0 && meaning.value <= 50) {
      this.frame.limit = meaning.value;
    } else if (meaning.kind === 'number' && next?.meaning.kind === 'dimension' && this.catalogue.dimensions.get(next.meaning.id)?.values.length === meaning.value) {
      // "The fifteen tests": all there are.
      return;
    } else if (meaning.kind === 'number' && this.aimedAt(index)) {
      this.frame.aims.push({ value: meaning.value, span });
    } else if (!this.ageWithout(span, index)) {
      this.frame.unplaced.push(span);
    }
  }

  /** "Against 85%", "did we hit 85%", "the 85% target". */
  protected aimedAt(index: number): boolean {
    const before = this.row.after(index - 1) === this.spans[index] ? this.spans[index - 1] : undefined;
    return [before, this.row.after(index)].some((beside) => beside?.meaning.kind === 'role' && (beside.meaning.role === 'target' || beside.meaning.role === 'versus'));
  }

  /** "over 8%" is a condition, "under 18s" an age, "over the last year" and "below target" neither. */
  protected bound(op: 'above' | 'below', span: Span, index: number): void {
    const minus = this.row.after(index);
    const negative = minus?.meaning.kind === 'role' && minus.meaning.role === 'excluding' && this.words[minus.start] === 'minus' ? this.row.after(index + 1) : undefined;
    if (minus !== undefined && negative?.meaning.kind === 'number') {
      this.done.add(minus).add(negative);
      this.frame.having.push({ op, value: -negative.meaning.value, percent: negative.meaning.percent, span: { ...span, end: negative.end } });
      return;
    }
    const next = this.row.after(index);
    // "80 and over under elderly care": under whose care, and no condition.
    const bound = this.words.slice(span.start, span.end).join(' ');
    if (next?.meaning.kind === 'value' && next.start === span.end && (bound === 'under' || bound === 'sitting under')) {
      return;
    }
    const ofATime = next?.meaning.kind === 'period' && /^(?:lower|higher|more|less|fewer|greater|longer|shorter|bigger|smaller) than$/.test(this.words.slice(span.start, span.end).join(' '));
    const thanAnother = next !== undefined && (next.meaning.kind === 'scope' || next.meaning.kind === 'value' || ofATime);
    if (thanAnother && !['over', 'under'].includes(this.words[span.start] ?? '')) {
      this.note('versus', span);
      this.side = 'versus';
      return;
    }
    if (next === undefined || next.meaning.kind !== 'number') {
      const free = (this.words[span.start] === 'over' && span.end - span.start === 1 && next?.meaning.kind === 'period')
        || (next?.meaning.kind === 'role' && next.meaning.role === 'target') || this.ofTarget(index);
      if (free && next?.meaning.kind !== 'period') {
        this.note(op, span);
      } else if (!free) {
        this.frame.unplaced.push(span);
      }
      return;
    }
    const { value, percent, plural } = next.meaning;
    this.done.add(next);
    if (this.foresees() && !plural) {
      this.aim(value, next, index + 1);
      return;
    }
    const after = this.row.after(index + 1);
    const afterRole = after?.meaning.kind === 'role' ? after.meaning.role : null;
    if (plural || afterRole === 'years-old' || this.frame.roles.has('aged')) {
      if (after !== undefined && afterRole === 'years-old') {
        this.done.add(after);
      }
      this.age(op === 'above' ? [value, null] : [0, value - 1], [span, next], index);
      return;
    }
    if (after !== undefined && (afterRole === 'percent' || afterRole === 'measured')) {
      this.done.add(after);
    }
    if (after !== undefined && afterRole === 'measured' && !this.isItsUnit(after)) {
      this.frame.limits.push({ op, value, percent: false, span: { ...span, end: after.end } });
      return;
    }
    this.frame.having.push({ op, value, percent: percent || afterRole === 'percent', span: { ...span, end: next.end } });
  }

  /** "At least 80%", "at or below 5 nights", "80% or above": a condition whose edge is in it, which the query says in a note. */
  protected edge(span: Span, index: number): void {
    const words = this.words.slice(span.start, span.end).join(' ');
    const op = UPWARD.test(words) ? 'above' as const : DOWNWARD.test(words) ? 'below' as const : null;
    const next = this.row.after(index);
    if (op !== null && next?.meaning.kind === 'number') {
      this.frame.edges.push({ start: span.start, end: next.end });
      this.bound(op, span, index);
      return;
    }
    // "What is it exactly" bounds nothing.
    if (words === 'exactly' && next?.meaning.kind !== 'number' && this.spans[index - 1]?.meaning.kind !== 'number') {
      return;
    }
    this.frame.unplaced.push(span);
  }

  /** In a question of what is to come every number is one to be reached: "will we get DNA under 5%". */
  protected foresees(): boolean {
    return this.spans.some(({ meaning }) => meaning.kind === 'role' && meaning.role === 'forecast');
  }

  protected aim(value: number, span: Span, index: number): void {
    const after = this.row.after(index);
    if (after?.meaning.kind === 'role' && (after.meaning.role === 'percent' || after.meaning.role === 'share')) {
      this.done.add(after);
    }
    this.frame.aims.push({ value, span });
  }

  /** "Over 5 nights" of a measure that is told in nights is a condition on it. */
  protected isItsUnit({ start }: Span): boolean {
    const metrics = this.metricIds().flatMap((id) => this.catalogue.metrics.get(id) ?? []);
    return metrics.length > 0 && metrics.every(({ unit, numerator, definition }) => {
      const word = (this.words[start] ?? '').replace(/s$/, '');
      const said = `${numerator.counts} ${definition}`.split(/[^a-z]+/i).map((counted) => counted.replace(/s$/, ''));
      // A stay is counted in nights and told in days.
      return unit.replace(/s$/, '') === word || (unit === 'number' && (said.includes(word) || (word === 'day' && said.includes('night'))));
    });
  }

  /** "Above the DNA target": the metric stands between. */
  protected ofTarget(index: number): boolean {
    const [metric, target] = [this.row.after(index), this.row.after(index + 1)];
    return metric?.meaning.kind === 'metric' && target?.meaning.kind === 'role' && target.meaning.role === 'target';
  }

  protected aged(span: Span, index: number): void {
    const next = this.row.after(index);
    const leads = next?.meaning.kind === 'number' || (next?.meaning.kind === 'role' && (next.meaning.role === 'above' || next.meaning.role === 'below'))
      || next?.meaning.kind === 'value';
    if (next?.meaning.kind === 'ages') {
      this.done.add(next);
      this.note('aged', span);
      this.age([next.meaning.from, next.meaning.to], [span, next], index);
      return;
    }
    if (leads) {
      this.note('aged', span);
    } else {
      this.frame.unplaced.push(span);
    }
  }

  /** "65+", "65 and over", "aged 80 and over". */
  protected ageWithout(span: Span, index: number): boolean {
    const { meaning } = span;
    const after = this.row.after(index);
    const words = after?.meaning.kind === 'role' && after.meaning.role === 'years-old' ? this.words.slice(after.start, after.end).join(' ') : '';
    const plus = (this.words[span.start] ?? '').endsWith('+');
    const upward = plus || /(?:over|above|older)$/.test(words);
    const downward = /(?:under|younger)$/.test(words);
    if (meaning.kind !== 'number' || (!upward && !downward)) {
      return false;
    }
    if (after !== undefined && words !== '') {
      this.done.add(after);
    }
    this.age(upward ? [meaning.value, null] : [0, meaning.value], [span], index);
    return true;
  }

  protected age([from, to]: readonly [number, number | null], spans: readonly Span[], index: number): void {
    const keys = agesBetween(this.catalogue, from, to);
    const [first] = spans;
    const last = spans.at(-1);
    if (keys === null || first === undefined || last === undefined) {
      this.frame.agesCut.push(...spans);
      return;
    }
    const name = to === null ? `${from} and over` : from === 0 ? `under ${to + 1}` : `${from} to ${to}`;
    this.value({ dimension: 'age-band', keys, name, span: { start: first.start, end: last.end, meaning: first.meaning } }, index);
  }
}
