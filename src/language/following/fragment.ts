import type { Query } from '../../engine/query';
import type { Case } from '../frame/case';
import { plays } from '../frame/frame';
import { leftovers } from '../frame/leftover';
import { metricsOf } from '../held-range';
import type { Lean } from './leads';
import { restOfAName } from './rest-of-a-name';

/** A question with a measure of its own and more words than these stands by itself, whatever it begins with. */
const SHORT = 6;
/** Words that open a whole question. */
const OPENS = /^(?:what|whats|how(?! many\b)|show|give|which|why|is|are|can|could|do|does|did|will|would|tell|compare)\b/i;
/** Of what was shown. */
export const OF_THEM = /\bof (?:them|those|these)\b/i;

/** What a follow-up says anew of the question before. */
export interface Fragment {
  readonly text: string;
  /** Whether it names another measure in the place of the one before. */
  readonly metrics: boolean;
  /** Whether it sets another condition in the place of the one before. */
  readonly having?: boolean;
  /** Whether words of it are not understood, so that it can only be asked what is meant. */
  readonly loose?: boolean;
}

/** "Chart the DNA rate", "just PIFU", where a scorecard of ENT was shown: a line of that, and not of the whole trust. */
export function ofTheSheet({ frame, folded, ground: { catalogue } }: Case, before: Query, carriesOn: boolean): boolean {
  const scorecard = catalogue.scorecards.get(before.scorecard ?? '');
  const lines = scorecard === undefined ? [] : metricsOf(scorecard);
  const narrowed = Object.keys({ ...before.filters, ...before.excluding }).length > 0;
  const anew = frame.main.values.length + frame.main.scopes.length + frame.versus.values.length + frame.versus.scopes.length + frame.excluded.length > 0;
  return narrowed && !anew && frame.metrics.length > 0 && frame.metrics.every((id) => lines.includes(id))
    && (carriesOn || frame.metricSpans.every(({ start }) => ['the', 'that', 'its', 'their'].includes(folded[start - 1] ?? '')));
}

/** What is said anew, in words that stand in a whole question; null where the words are a question of their own. */
export function fragmentOf(one: Case, text: string, before: Query, leans: ReadonlySet<Lean>, sameTime: boolean): Fragment | null {
  const { frame } = one;
  const ambiguous = one.spans.some(({ meaning }) => meaning.kind === 'ambiguous');
  const named = frame.metrics.length + frame.scorecards.length + frame.notHeld.length + frame.milestones.length > 0 || ambiguous;
  if (named) {
    // "Of them" are those asked about before, however long the rest of it is.
    const carriesOn = (leans.has('carries-on') || leans.has('adds') || leans.has('within')) && (sameTime || ((one.words.length <= SHORT || OF_THEM.test(text)) && !OPENS.test(text)));
    return frame.scorecards.length === 0 && ((carriesOn && before.metrics.length > 0) || ofTheSheet(one, before, carriesOn)) ? { text, metrics: true } : null;
  }
  if (plays(frame, 'help', 'greeting', 'freshness') || frame.unsupported.some(({ feature }) => feature !== 'peers' && feature !== 'plan' && feature !== 'exceptions' && feature !== 'grain')) {
    return null;
  }
  if (before.scorecard !== null && (frame.groups.length > 0 || frame.unsupported.some(({ feature }) => feature === 'exceptions'))) {
    return null;
  }
  if (before.having !== null && /^(?:try |now |make it |what about |and |at )*(?:over |under |above |below |more than |less than )?£?\d[\d,.]*\s?[%km]?$/i.test(text)) {
    return { text: /^\D*(?:over|under|above|below|than)/i.test(text) ? text : `${before.having.op === 'above' ? 'over' : 'under'} ${text.replace(/^\D*?(?=[£\d])/, '')}`, metrics: false, having: true };
  }
  const number = /^(?:just |only |show |me |us |give |keep |the |and |ok )*(top |bottom )?(\d{1,2}|three|five|ten|twenty)(?: of (?:them|those|these))?[\s.?!]*$/i.exec(text);
  if (number !== null && before.order !== null) {
    return { text: `${orderSaid(number[1], before.order)} ${number[2] ?? ''}`, metrics: false };
  }
  const completed = restOfAName(one, before);
  if (completed !== null) {
    return { text: completed, metrics: true };
  }
  const metrics = before.metrics.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? []);
  const loose = leftovers({ ...one, frame: { ...frame, metrics: [...before.metrics] } }, metrics).filter((run) => !placedByWhatStays(run, one, before));
  if (saysNothing(one)) {
    return null;
  }
  const drawn = /^(?:and |can |could |you |u |please |now )*(?:show|plot|draw|see|give)\b.*\b(?:that|it|this|them|those)\b.* (?:over|across|through) (?:the )?(?:last|past|previous)\b/i.test(text) && before.intent === 'value';
  const alone = frame.bare.length > 0 && frame.by.length === 0 && frame.order === null && frame.having.length === 0;
  const limit = frame.order !== null && frame.limit === null && before.limit !== null ? ` ${before.limit}` : '';
  return { text: `${alone ? 'by ' : ''}${text}${limit}${drawn ? ' trend' : ''}`, metrics: false, loose: loose.length > 0 };
}

/** "Bottom 5" after the top five turns the order round; after the worst five, "top 10" and "bottom 10" are ten of the worst. */
function orderSaid(said: string | undefined, order: NonNullable<Query['order']>): NonNullable<Query['order']> {
  if (said === undefined || order === 'worst') {
    return order;
  }
  const bottom = said.trim().toLowerCase() === 'bottom';
  return order === 'best' ? (bottom ? 'worst' : 'best') : bottom ? 'lowest' : 'highest';
}

/** A number beside an order that the question before set. */
function placedByWhatStays(run: { readonly start: number; readonly end: number }, { frame, folded }: Case, before: Query): boolean {
  const isNumber = run.end === run.start + 1 && /^\d+$/.test(folded[run.start] ?? '');
  return isNumber && (before.order !== null || frame.order !== null);
}

function saysNothing({ frame, spans }: Case): boolean {
  const { main, versus } = frame;
  const slots = main.values.length + main.periods.length + main.scopes.length + versus.values.length + versus.periods.length + versus.scopes.length
    + frame.excluded.length + frame.by.length + frame.bare.length + frame.having.length + frame.limits.length + frame.aims.length + frame.unsupported.length;
  const leavesOut = spans.some(({ meaning }) => meaning.kind === 'role' && meaning.role === 'excluding');
  return slots === 0 && !leavesOut && frame.order === null && frame.limit === null && !plays(frame, ...SPEAKING);
}

/** Parts of grammar that say something by themselves of what was asked before. */
const SPEAKING = [
  'trend', 'why', 'forecast', 'moved', 'versus-previous', 'versus-last-year', 'versus-target', 'target', 'define', 'worst', 'best', 'highest', 'lowest', 'ranked', 'breakdown',
] as const;
