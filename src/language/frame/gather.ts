import type { Catalogue } from '../../catalogue/catalogue';
import type { Role } from '../vocabulary/meaning';
import { foldedWords } from '../vocabulary/phrase';
import type { Word } from '../words/word';
import { causeDimension } from './cancelled-by';
import type { Frame } from './frame';
import { joinValues } from './joined-values';
import { NumberWalk } from './number-walk';
import type { Span } from './span';
import { RANKS } from './span-row';
import { splitWise } from './split-wise';
import { withoutPartOfAName } from './whole-of-a-name';

/**
 * Walks once over the spans of a question, in order, and fills its frame: what stands after "versus" goes to the other
 * side, what stands after "excluding" is left out, a number belongs to the "top" or the "over" beside it.
 */
export function gather(spans: readonly Span[], words: readonly string[], catalogue: Catalogue, typed: readonly Word[]): Frame {
  return new Walk(spans, words, catalogue, typed).run();
}

class Walk extends NumberWalk {
  run(): Frame {
    this.spans.forEach((span, index) => {
      if (!this.done.has(span)) {
        this.done.add(span);
        this.read(span, index);
      }
    });
    splitWise(this.frame, this.spans, this.words);
    withoutPartOfAName(this.frame, this.words, this.catalogue);
    joinValues(this.frame, this.words, this.catalogue);
    return this.frame;
  }

  protected read(span: Span, index: number): void {
    const { meaning } = span;
    const frame = this.frame;
    const side = this.side === 'main' ? frame.main : frame.versus;
    switch (meaning.kind) {
      case 'metric':
        if (!frame.metrics.includes(meaning.id)) {
          frame.metrics.push(meaning.id);
        }
        frame.metricSpans.push(span);
        break;
      case 'value': this.value({ dimension: meaning.dimension, keys: meaning.keys, name: meaning.name, span }, index); break;
      case 'period': side.periods.push({ reading: meaning.reading, span }); break;
      case 'scope': this.scope(span, side); break;
      case 'scorecard': frame.scorecards.push({ id: meaning.id, span }); break;
      case 'group': frame.groups.push({ group: meaning.group, span }); break;
      case 'dimension':
        if (this.words.slice(span.start, span.end).join(' ') === 'reason' && this.asksWhyItMoved()) {
          this.note('why', span);
        } else if (!this.cause(span, index)) {
          frame.bare.push({ dimension: meaning.id, plural: meaning.plural, span });
        }
        break;
      case 'not-held': frame.notHeld.push({ nearest: meaning.nearest, because: meaning.because, span }); break;
      case 'milestone': frame.milestones.push(span); break;
      case 'unsupported':
        if (!this.isItsStatistic(meaning.feature, span)) {
          frame.unsupported.push({ feature: meaning.feature, span });
        }
        break;
      case 'number': this.number(span, index); break;
      case 'ages': frame.unplaced.push(span); break;
      case 'role': this.role(meaning.role, span, index); break;
      // Settled before anything else is decided.
      case 'ambiguous': break;
    }
  }

  /** "All clinics under 60%", "all sites worst first": each of them, where some are chosen or put in order. */
  protected scope(span: Span, side: Frame['main']): void {
    const [, ...part] = this.words.slice(span.start, span.end).filter((word) => word !== 'the' && word !== 'our');
    const dimension = [...this.catalogue.dimensions.values()].find(({ plural, synonyms }) => [plural, ...synonyms].some((name) => foldedWords(name).join(' ') === part.join(' ')));
    const chooses = this.spans.some(({ meaning }) => meaning.kind === 'role' && (RANKS.has(meaning.role) || meaning.role === 'above' || meaning.role === 'below' || meaning.role === 'ranked'));
    if (dimension !== undefined && chooses && part.length > 0 && this.words[span.start] === 'all') {
      this.frame.bare.push({ dimension: dimension.id, plural: true, span });
    } else {
      side.scopes.push(span);
    }
  }

  protected role(role: Role, span: Span, index: number): void {
    if (role === 'why' && this.words[span.start] === 'coming' && this.spans.some(({ meaning }) => meaning.kind === 'role' && meaning.role === 'by')) {
      // "Where is it coming from, by site": the split says where.
      this.note('doing', span);
    } else if (role === 'why' && this.blames(span, index) === 'told') {
      // Taken as the reason.
    } else if (role === 'why' && this.blames(span, index) === 'untold') {
      // "Late starts due to anaesthetics" asks for those of one cause, which nothing tells.
      this.frame.unplaced.push(span);
    } else if (role === 'why' && !this.asksWhyItMoved() && this.reasonsFor(span, index)) {
      // Taken as a split by reason.
    } else if (role === 'trend' && this.opensAsAnAim(span, index)) {
      this.note('aimed', span);
    } else if (role === 'by') {
      this.by(span, index);
    } else if (role === 'worst' || role === 'best' || role === 'highest' || role === 'lowest') {
      this.rank(role, span, index);
    } else if (role === 'above' || role === 'below') {
      this.bound(role, span, index);
    } else if (role === 'at-least') {
      this.edge(span, index);
    } else if (role === 'people' && this.cause(span, index)) {
      // Taken as the reason.
    } else if (role === 'aged') {
      this.aged(span, index);
    } else if (role === 'excluding') {
      this.exclude(span, index);
    } else {
      // "We cancelled rather than the patient": by whom, and no comparison.
      const person = this.row.after(index);
      if (role === 'versus' && person?.meaning.kind === 'role' && person.meaning.role === 'people' && !this.cause(person, index + 1)) {
        this.frame.unplaced.push(span);
        return;
      }
      this.note(role, span);
      // "Against the 46% target, June": what follows a target is no other side.
      const next = this.row.after(index);
      const toATarget = next?.meaning.kind === 'number' || (next?.meaning.kind === 'role' && next.meaning.role === 'target');
      // "Capped v uncapped in urology": two measures of the same, and no other side of either.
      const toAMeasure = next?.meaning.kind === 'metric' && this.frame.metrics.length > 0 && !this.frame.metrics.includes(next.meaning.id);
      this.side = role === 'versus' && !toATarget && !toAMeasure ? 'versus' : this.side;
    }
  }

  /** "The reason it is going up" asks why, where "the reasons for it" asks for its parts. */
  protected asksWhyItMoved(): boolean {
    const moved = this.spans.some(({ start, end, meaning }) => meaning.kind === 'role' && (meaning.role === 'moved' || (meaning.role === 'trend' && /^(?:going|gone|risen|rising|fallen|falling|getting|improving|worsening)\b/.test(this.words.slice(start, end).join(' ')))));
    return moved && !this.spans.some(({ meaning }) => meaning.kind === 'role' && (meaning.role === 'breakdown' || RANKS.has(meaning.role)));
  }

  /** "by site and specialty", "which specialties", "across the sites"; "which" alone is a question word. */
  protected by(span: Span, index: number): void {
    let at = index;
    let next = this.row.after(at);
    if (next?.meaning.kind === 'number') {
      at += 1;
      this.done.add(next);
      this.number(next, at);
      next = this.row.after(at);
    }
    const kind = next?.meaning.kind;
    // "What were theatre cases per hour": which they are is not asked.
    const measured = this.row.after(at + 1);
    if (this.words[span.start] === 'what' && next !== undefined && next.start > span.end && measured?.meaning.kind === 'metric' && measured.start === next.end) {
      this.note('by', span);
      return;
    }
    if (dimensionOf(next) !== null) {
      for (let split = next, id = dimensionOf(next); split !== undefined && id !== null; split = this.row.listedAfter(at), id = dimensionOf(split)) {
        this.frame.by.push(id);
        this.done.add(split);
        at += 1;
      }
      return;
    }
    const word = this.words[span.start] ?? '';
    // "By LRI theatre", "for each T&O surgeon": split by what stands behind the part, which narrows it.
    const narrowed = this.row.after(index + 1);
    if (at === index && SPLITS.has(word) && next?.meaning.kind === 'value' && narrowed?.meaning.kind === 'dimension' && narrowed.start === next.end && narrowed.meaning.id !== next.meaning.dimension) {
      this.done.add(narrowed);
      this.frame.by.push(narrowed.meaning.id);
      return;
    }
    const cause = next?.meaning.kind === 'role' && next.meaning.role === 'why' && this.words[next.start] === 'reason' ? causeDimension(this.metricIds(), this.catalogue) : null;
    if (next !== undefined && cause !== null) {
      // "By reason for the last quarter".
      this.done.add(next);
      this.frame.by.push(cause);
      return;
    }
    const questionWord = word === 'which' || word === 'what';
    if (word === 'each' && span.end === span.start + 1 && this.severalNamed()) {
      // "How many do ENT and urology each have": those named, side by side.
      this.note('by', span);
      return;
    }
    const spreads = kind === 'value' || kind === 'scope' || kind === 'scorecard' || (kind === 'role' && this.frame.roles.has('compare'));
    const limits = next?.meaning.kind === 'role' && (next.meaning.role === 'above' || next.meaning.role === 'below');
    const people = next?.meaning.kind === 'role' && next.meaning.role === 'people' && causeDimension(this.frame.metrics, this.catalogue) !== null;
    const ranksBy = limits || people || kind === 'metric' || (next?.meaning.kind === 'role' && RANKS.has(next.meaning.role));
    const overATime = kind === 'period' && word === 'across';
    if (questionWord || spreads || ranksBy || overATime) {
      this.note('by', span);
    } else {
      this.frame.unplaced.push(span);
    }
  }

  /** Whether the values named last are several of one kind. */
  protected severalNamed(): boolean {
    const { values } = this.side === 'main' ? this.frame.main : this.frame.versus;
    const [last, other] = [values.at(-1), values.at(-2)];
    return last !== undefined && last.dimension === other?.dimension;
  }

  protected rank(order: 'worst' | 'best' | 'highest' | 'lowest', span: Span, index: number): void {
    const frame = this.frame;
    if (frame.order !== null && frame.order !== order && this.bothWays(frame.order, order) === null) {
      frame.unplaced.push(span);
      return;
    }
    frame.order = frame.order === null ? order : this.bothWays(frame.order, order) ?? order;
    const next = this.row.after(index);
    if (next?.meaning.kind === 'number' && Number.isInteger(next.meaning.value) && next.meaning.value > 0 && next.meaning.value <= 50 && !next.meaning.percent) {
      frame.limit = next.meaning.value;
      this.done.add(next);
    }
  }

  /** "Most, worst ten" of what is better low is one order said twice: the judgement of the two; null where they differ. */
  protected bothWays(one: Order, other: Order): Order | null {
    const metrics = this.metricIds().flatMap((id) => this.catalogue.metrics.get(id) ?? []);
    const judged = [one, other].find((order) => order === 'worst' || order === 'best');
    const plain = [one, other].find((order) => order === 'highest' || order === 'lowest');
    const bad = metrics.every(({ better }) => better === 'lower') ? 'highest' : metrics.every(({ better }) => better === 'higher') ? 'lowest' : null;
    const agree = judged !== undefined && plain !== undefined && bad !== null && metrics.length > 0 && (judged === 'worst') === (plain === bad);
    return one === other || agree ? judged ?? one : null;
  }
}

/** The words of a split that is by one thing; what goes on "across" several may be wanted of them together. */
const SPLITS: ReadonlySet<string> = new Set(['by', 'per', 'each', 'every', 'for', 'in', 'at']);

type Order = 'worst' | 'best' | 'highest' | 'lowest';

/** What a span after "by" splits by: a dimension, or "age", which alone says nothing else. */
function dimensionOf(span: Span | undefined): string | null {
  if (span?.meaning.kind === 'dimension') {
    return span.meaning.id;
  }
  return span?.meaning.kind === 'role' && span.meaning.role === 'aged' ? 'age-band' : null;
}
