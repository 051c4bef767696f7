import type { Metric } from '../../catalogue/metric';
import { fold } from '../words/fold';
import { FUNCTION_WORDS } from '../words/function-words';
import { plays, type Frame } from './frame';
import type { Span } from './span';

/** What became of the dimensions named without "by": split by, said already, or to be asked about. */
export interface Placed {
  readonly by: readonly string[];
  readonly unsure: readonly { readonly dimension: string; readonly span: Span }[];
}

/**
 * Places dimensions that stand without "by". "Worst specialties" and "specialty breakdown" split by them; "the ENT
 * specialty" and "late starts in theatres" say nothing new; "reasons" of which there are several are what it is split by;
 * anything else is not settled by guessing. `causes` are the dimensions that divide only what is counted.
 */
export function placeDimensions(frame: Frame, metrics: readonly Metric[], words: readonly string[], typed: readonly string[], causes: readonly string[]): Placed {
  const splits = frame.order !== null || frame.having.length > 0 || plays(frame, 'breakdown', 'compare', 'ranked') || (plays(frame, 'why') && words.some((word) => word === 'which'))
    // "Do patients from poorer areas miss more": how it differs between the parts.
    || (plays(frame, 'moved') && !plays(frame, 'versus', 'versus-previous', 'versus-last-year') && ['do', 'does', 'are'].includes(words[0] ?? ''));
  const by = [...frame.by];
  const unsure: { dimension: string; span: Span }[] = [];
  for (const { dimension, span } of frame.bare) {
    const values = [...frame.main.values, ...frame.versus.values, ...frame.excluded];
    const besideOwn = values.some((value) => value.dimension === dimension && beside(value.span, span, words));
    const sameGroup = metrics.length > 0 && metrics.every((metric) => metric.group.toLowerCase().split(' ').map(fold).includes(words[span.end - 1] ?? ''));
    const inItsName = metrics.length > 0 && metrics.every((metric) => metric.name.toLowerCase().split(/[ -]/).map(fold).includes(words[span.end - 1] ?? ''));
    // "ENT clinics", "theatres at Glenfield": where it happens, of the value that stands before.
    const whereItHappens = ['clinic', 'theatre'].includes(dimension) && !splits && frame.main.values.some((value) => value.span.end === span.start);
    // "Hospital cancellations" are those of one cause, where what is counted is of either.
    const ofEither = words[span.end - 1] === 'hospital' && metrics.some(({ numerator }) => /hospital or patient|patient or hospital/.test(numerator.counts));
    const counted = !ofEither && metrics.length > 0 && metrics.every(({ numerator, denominator }) => `${numerator.counts} ${denominator?.counts ?? ''}`.toLowerCase().split(/[^a-z]+/).map(fold).includes(words[span.end - 1] ?? ''));
    // "Imaging utilisation modality and site": two of them joined are what it is split by.
    const paired = frame.bare.some(({ dimension: other, span: at }) => other !== dimension && besideJoined(at, span, words));
    if (!paired && (besideOwn || whereItHappens || ((sameGroup || inItsName) && !splits) || (counted && (!splits || frame.by.length > 0)))) {
      continue;
    }
    // "CMG by POD": the first of two is split by as well.
    const leads = ['by', 'x', 'per'].includes(words[span.end] ?? '') && frame.by.length === 1;
    const reasons = causes.includes(dimension) && /s$/.test(typed[span.end - 1] ?? '');
    // "List the groups".
    const listed = AS_A_TABLE.has(words[span.end] ?? '') || words.slice(Math.max(0, span.start - 2), span.start).includes('list') && plays(frame, 'fetch');
    // "How do CMGs compare with 19/20".
    const asked = words.slice(Math.max(0, span.start - 2), span.start).some((word) => word === 'do' || word === 'did') && /s$/.test(typed[span.end - 1] ?? '') && plays(frame, 'versus', 'versus-previous', 'versus-last-year', 'doing');
    if (leads) {
      by.unshift(dimension);
    } else if (splits || reasons || listed || asked || paired) {
      by.push(dimension);
    } else {
      unsure.push({ dimension, span });
    }
  }
  return { by: [...new Set(by)], unsure };
}

/** What a dimension stands before that is split by it: "CMG table". */
const AS_A_TABLE: ReadonlySet<string> = new Set(['table', 'view', 'level']);

function besideJoined(a: Span, b: Span, words: readonly string[]): boolean {
  const [left, right] = a.start < b.start ? [a, b] : [b, a];
  return words.slice(left.end, right.start).join(' ') === 'and';
}

function beside(a: Span, b: Span, words: readonly string[]): boolean {
  const [left, right] = a.start < b.start ? [a, b] : [b, a];
  return words.slice(left.end, right.start).every((word) => FUNCTION_WORDS.has(word) && word !== 'and');
}
