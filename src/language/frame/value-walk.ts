import type { Catalogue } from '../../catalogue/catalogue';
import type { Feature, Role } from '../vocabulary/meaning';
import type { Word } from '../words/word';
import { causeDimension, causeNamed, namesTheEvent } from './cancelled-by';
import { emptyFrame, type Picked } from './frame';
import type { Span } from './span';
import { SpanRow } from './span-row';

/** What names a first appointment only where its rival, the follow-up, stands beside it. */
const BARE: ReadonlySet<string> = new Set(['first', 'new']);

/** A walk over the spans of a question: where it is, and how it takes values and what is left out. */
export class ValueWalk {
  protected readonly frame = emptyFrame();
  protected readonly row: SpanRow;
  protected readonly done = new Set<Span>();
  protected side: 'main' | 'versus' = 'main';
  protected excluding: Span | null = null;

  constructor(
    protected readonly spans: readonly Span[],
    protected readonly words: readonly string[],
    protected readonly catalogue: Catalogue,
    protected readonly typed: readonly Word[],
  ) {
    this.row = new SpanRow(spans, words);
  }

  protected value(picked: Picked, index: number): void {
    if (this.bareFirst(picked)) {
      this.frame.unplaced.push(picked.span);
      return;
    }
    if (this.excluding !== null) {
      const before = this.spans[index - 1];
      const last = this.frame.excluded.at(-1);
      const beside = before !== undefined && last?.span === before;
      const apart = before !== undefined && this.pausesBetween(before, picked.span);
      if (beside && !apart && last.dimension !== picked.dimension && !this.words.slice(before.end, picked.span.start).includes('for')
        && !this.words.slice(before.end, picked.span.start).includes('and') && this.row.after(index - 1) === picked.span) {
        this.frame.besideExcluded = picked;
        return;
      }
      if (before !== undefined && (before === this.excluding || (beside && !(apart && last.dimension !== picked.dimension) && this.row.inOneList(before, picked.span)))) {
        this.frame.excluded.push(picked);
        return;
      }
      this.excluding = null;
    }
    const { values } = this.side === 'main' ? this.frame.main : this.frame.versus;
    if (!values.some((value) => value.dimension === picked.dimension && value.keys.join() === picked.keys.join())) {
      values.push(picked);
    }
  }

  /** Whether a comma or a dash stands between two spans. */
  protected pausesBetween(before: Span, next: Span): boolean {
    return (this.typed[next.start]?.start ?? 0) - (this.typed[before.end - 1]?.end ?? 0) > 1 && next.start === before.end;
  }

  /** "First" and "new" by themselves are as often an order or an age as a kind of appointment: only beside their rival. */
  protected bareFirst({ dimension, keys, span }: Picked): boolean {
    const rival = this.spans.some(({ meaning }) => (
      (meaning.kind === 'value' && meaning.dimension === dimension && meaning.keys.join() !== keys.join())
      || (meaning.kind === 'dimension' && meaning.id === dimension)));
    const narrows = this.catalogue.dimensions.get(dimension)?.['numerator-only'] === true && !this.words.slice(span.start, span.end).includes('reason');
    return span.end - span.start === 1
      && ((BARE.has(this.words[span.start] ?? '') && !rival && !/^(?:1st|first|new)s$/.test(this.typed[span.start]?.text ?? '') && !this.namesAppointments(span)) || (narrows && causeDimension(this.metricIds(), this.catalogue) === null));
  }

  /** "First appointments missed": a measure whose name begins with what is first. */
  protected namesAppointments({ end }: Span): boolean {
    const next = this.spans.find(({ start, meaning }) => start === end && meaning.kind === 'metric');
    return next !== undefined && this.words[next.start] === 'appointment';
  }

  /** "Patient cancellations on the day" asks for those of one reason, "hospital cancellations" for those of two. */
  protected cause(span: Span, index: number): boolean {
    const next = this.spans[index + 1];
    const before = this.spans[index - 1];
    const led = next?.meaning.kind === 'metric' && next.start === span.end
      && namesTheEvent(next, this.words, /s'?$/.test(this.typed[span.start]?.typed ?? ''));
    const by = before?.meaning.kind === 'role' && before.meaning.role === 'by' && this.frame.roles.get('by')?.at(-1) === before;
    const cause = led || by ? causeNamed(this.words[span.start] ?? '', this.metricIds(), this.catalogue) : null;
    if (cause !== null) {
      this.value({ ...cause, span }, index);
    }
    return cause !== null;
  }

  /** "Reasons for cancellations on the day", "main reasons ops got cancelled" splits them by reason; the reason for anything else is asked for in vain. */
  protected reasonsFor(span: Span, index: number): boolean {
    const next = this.row.after(index);
    const words = this.words.slice(span.start, span.end).join(' ');
    const several = /^(?:main|key|chief|principal|real|underlying) /.test(words);
    const dimension = next?.meaning.kind === 'metric' ? causeDimension([next.meaning.id], this.catalogue) : several ? causeDimension(this.metricIds(), this.catalogue) : null;
    const asked = dimension !== null && /^(?:(?:main|key|chief|principal|real|underlying) )?reason(?: for| why| behind)?$/.test(words);
    if (asked) {
      this.frame.by.push(dimension);
    }
    return asked;
  }

  /** Whether a cause is named and not asked for: "due to anaesthetics", or "due to clinical reasons", which the measure is told by. */
  protected blames({ start, end }: Span, index: number): 'told' | 'untold' | null {
    const blamed = this.row.after(index)?.meaning;
    const asked = this.spans.some(({ meaning, start: at }) => at !== start && meaning.kind === 'role' && meaning.role === 'why');
    if (asked || blamed?.kind !== 'value' || !/^(?:due to|because of|attributable to)$/.test(this.words.slice(start, end).join(' '))) {
      return null;
    }
    return this.catalogue.dimensions.get(blamed.dimension)?.['numerator-only'] === true ? 'told' : 'untold';
  }

  /** "Median" asks for nothing more of a metric that is one. */
  protected isItsStatistic(feature: Feature, { start, end }: Span): boolean {
    const metrics = this.metricIds().flatMap((id) => this.catalogue.metrics.get(id) ?? []);
    return feature === 'median' && end === start + 1 && this.words[start] === 'median' && metrics.length > 0 && metrics.every(({ kind }) => kind === 'median');
  }

  /** "Improving day case rates", as an aim is written, asks for the rate; "is it improving" for its trend. */
  protected opensAsAnAim(span: Span, index: number): boolean {
    return index === 0 && span.start === 0 && span.end === 1 && /^improv(?:e|ing)$/.test(this.words[0] ?? '') && this.spans[1]?.start === 1;
  }

  protected exclude(span: Span, index: number): void {
    const next = this.row.after(index);
    // "By TFC excl 110": the code of a specialty.
    const specialty = next?.meaning.kind === 'number' ? this.catalogue.organisation.specialties.find(({ code }) => next.meaning.kind === 'number' && code === String(next.meaning.value)) : undefined;
    if (next !== undefined && specialty !== undefined) {
      this.done.add(next);
      this.frame.excluded.push({ dimension: 'specialty', keys: [specialty.code], name: specialty.name, span: next });
      return;
    }
    // "Excluding the patient ones": those of that reason.
    const cause = next?.meaning.kind === 'role' && next.meaning.role === 'people' && next.end - next.start === 1 ? causeNamed(this.words[next.start] ?? '', this.metricIds(), this.catalogue) : null;
    if (next !== undefined && cause !== null) {
      this.done.add(next);
      this.frame.excluded.push({ ...cause, span: next });
      return;
    }
    // "DNA is less in ENT" leaves nothing out.
    const counts = this.words[span.start] !== 'less' || next?.start === span.end;
    if (next?.meaning.kind === 'value' && counts) {
      this.excluding = span;
    } else {
      this.frame.unplaced.push(span);
    }
  }

  protected note(role: Role, span: Span): void {
    this.frame.roles.set(role, [...(this.frame.roles.get(role) ?? []), span]);
  }

  /** Every metric of the question, those still to come included. */
  protected metricIds(): readonly string[] {
    return this.spans.flatMap(({ meaning }) => (meaning.kind === 'metric' ? [meaning.id] : []));
  }
}
