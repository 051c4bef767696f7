import type { Metric } from '../../catalogue/metric';
import type { Role } from '../vocabulary/meaning';
import { fold } from '../words/fold';
import { FUNCTION_WORDS } from '../words/function-words';
import { NEGATIONS } from '../words/negations';
import { saidByDefinition } from './by-definition';
import type { Case } from './case';
import { plays } from './frame';
import { namesItsUnit } from './own-unit';
import { PASSING_WORDS } from '../words/passing-words';
import { isPassing } from './passing';
import type { Span } from './span';
import { asksForASplit, COUNTED } from './second-split';

/** A run of words that is part of nothing that was understood. */
export interface Leftover {
  readonly start: number;
  readonly end: number;
}

type Test = (span: Span, one: Case, metrics: readonly Metric[]) => boolean;

const always: Test = () => true;
const besideSpan = (span: Span, one: Case, kinds: readonly Span['meaning']['kind'][]): boolean => one.spans.some((other) => (
  kinds.includes(other.meaning.kind) && onlyGrammar(one, other, span)));

/**
 * When a word of grammar has its place in a question. One that has none is named back like any other word, so that
 * nothing is passed over: "DNA count" is not quietly answered with a rate, nor "morning clinics" read as a greeting.
 */
const PLACES: Readonly<Record<Role, Test>> = {
  by: always,
  breakdown: always,
  trend: always,
  versus: always,
  'versus-previous': always,
  'versus-last-year': always,
  'versus-target': always,
  compare: always,
  target: always,
  ranked: always,
  define: always,
  'what-is': always,
  freshness: always,
  help: always,
  latest: always,
  // "Both" says nothing more of two that are named.
  together: (span, one, metrics) => one.folded[span.start] !== 'both' || metrics.length > 1 || one.frame.main.values.length > 1,
  greeting: (span, one) => atTheEdge(span, one),
  // "Clinic utilisation coming in at for ENT": how it came out is said of a figure alone.
  // "How far" asks for the way to something that is aimed at.
  doing: (span, one, metrics) => one.folded[span.start + 1] === 'far' && one.folded[span.start] === 'how' ? saysWhereTo(one, metrics) : one.frame.having.length > 0 || (metrics.length > 0 && one.folded[span.end - 1] === 'at') || one.folded.some((word) => ['how', 'hows', 'where', 'what', 'whats', 'is', 'are'].includes(word)),
  during: (span, one) => besideSpan(span, one, ['period']),
  figure: (_span, one, metrics) => metrics.length > 0 || one.frame.scorecards.length > 0 || plays(one.frame, 'freshness', 'help'),
  share: (span, one, metrics) => metrics.some(({ unit }) => (
    unit === 'ratio' || (unit === 'number' && ['ratio', 'rate'].includes(one.folded[span.start] ?? '')))),
  average: (_span, _one, metrics) => metrics.length > 0 && metrics.every(({ denominator, kind }) => denominator !== null || kind === 'median'),
  count: (_span, _one, metrics) => metrics.length > 0,
  people: (span, one, metrics) => !whose(span, one) && metrics.length > 0 && metrics.every(({ counting }) => counting === 'people') && !qualifies(span, one),
  // "On more than 30% of lists" is no wish to have anything listed.
  fetch: (span, one, metrics) => opens(span, one) || (span.end === span.start + 1 && /s$/.test(one.words[span.start]?.text ?? '') && namesWhatIsCounted(one.folded[span.start] ?? '', metrics)),
  why: always,
  forecast: always,
  // Which way a figure went belongs to a question of why, of its course or of a comparison.
  moved: (span, one) => !dropsAValue(span, one) && (plays(one.frame, 'why', 'trend', 'forecast', ...COMPARING) || asksWhether(one) || one.folded.some((word) => word === 'how' || word === 'hows') || (one.folded.some((word) => word === 'which' || word === 'or') && one.frame.main.values.length + one.frame.bare.length > 1 || (one.folded[0] === 'do' && one.frame.bare.length > 0))),
  pace: (_span, one) => plays(one.frame, 'forecast'),
  aimed: (span, one) => plays(one.frame, 'why', 'forecast') || opens(span, one) && one.spans.some(({ start, meaning }) => start === span.end && meaning.kind === 'metric'),
  place: (span, one) => besideSpan(span, one, ['value', 'number', 'dimension', 'metric', 'period']),
  aged: always,
  'years-old': (span, one) => one.spans.some(({ end, meaning }) => end === span.start && meaning.kind === 'value' && meaning.dimension === 'age-band'),
  // These have a place only beside a number or a name, and are then taken together with it.
  percent: () => false,
  // "In days", of a measure that is told in days; "night" by itself may be a time of day.
  measured: (span, one, metrics) => metrics.length > 0 && /s$/.test(one.words[span.start]?.text ?? '') && metrics.every(({ unit, numerator }) => {
    const word = (one.folded[span.start] ?? '').replace(/s$/, '');
    return unit.replace(/s$/, '') === word || numerator.counts.split(' ').some((counted) => counted.replace(/s$/, '') === word);
  }),
  'at-least': () => false,
  excluding: () => false,
  worst: always,
  best: always,
  highest: always,
  lowest: always,
  above: always,
  below: always,
};

const COMPARING: readonly Role[] = ['versus', 'versus-previous', 'versus-last-year', 'compare'];

/** "Is the DNA rate up", "are late starts coming down": how it goes, and not how much it is. */
export function asksWhether({ frame, folded, words, text }: Case): boolean {
  // "It seems low. What is it": the verb that asks opens what is asked.
  const opens = (at: number): boolean => at === 0 || OPENING.has(folded[at - 1] ?? '') || /[,.;:?!-]/.test(text.slice(words[at - 1]?.end ?? 0, words[at]?.start));
  return plays(frame, 'moved') && folded.some((word, at) => WHETHER.has(word) && opens(at)) && !folded.some((word) => word === 'how' || word === 'hows');
}

/** What may stand before the verb that asks. */
const OPENING: ReadonlySet<string> = new Set(['and', 'so', 'but', 'hi', 'hello', 'please', 'ok', 'morning', 'then', 'whether', 'if', 'or', 'you', 'me']);
const WHETHER: ReadonlySet<string> = new Set(['is', 'are', 'has', 'have', 'did']);

/** Every run of words that was not understood, in order. */
export function leftovers(one: Case, metrics: readonly Metric[]): readonly Leftover[] {
  return notPlaced(one, metrics).filter((run) => !saidByDefinition(run, one, metrics));
}

/** Words that only say again what the measures asked for are, by their own definition. */
export function definingWords(one: Case): readonly Leftover[] {
  const metrics = one.frame.metrics.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? []);
  return notPlaced(one, metrics).filter((run) => saidByDefinition(run, one, metrics));
}

/** Every run of words that has no place of its own, whatever a definition may say of it. */
export function notPlaced(one: Case, metrics: readonly Metric[]): readonly Leftover[] {
  const covered = new Set(one.spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, step) => start + step)));
  const loose = one.folded.flatMap((word, at) => (covered.has(at) || FUNCTION_WORDS.has(word) || isPassing(one, at) || (namesWhatIsCounted(word, metrics) && !asksForASplit(one, at)) || namesItsUnit(one, at, metrics) || countsTowards(one, at) || followsCare(one, at, metrics) || isBetweenSeveral(one, at) || (plays(one.frame, 'why') && /n'?t$/.test(word) && NEGATIONS.has(one.words[at]?.text ?? '')) ? [] : [{ start: at, end: at + 1 }]));
  const misplaced = [...one.frame.roles].flatMap(([role, spans]) => spans.filter((span) => !PLACES[role](span, one, metrics)));
  return merged([...loose, ...one.frame.unplaced.filter((run) => !isOwnTarget(run, one, metrics) && !isSupposed(run, one)), ...misplaced, ...otherGroups(one, metrics), ...turningRound(one)]);
}

/** Whether a question says what a figure is to come to: a target, a plan, or what it is compared with. */
function saysWhereTo({ frame }: Case, metrics: readonly Metric[]): boolean {
  return plays(frame, 'target', 'versus-target', 'forecast', 'moved', ...COMPARING) || metrics.some(({ kind }) => kind === 'difference') || frame.unsupported.some(({ feature }) => feature === 'plan' || feature === 'peers');
}

/** "Nights stayed after T&O", "readmitted following urology": where somebody was who then went home. */
function followsCare({ folded, spans }: Case, at: number, metrics: readonly Metric[]): boolean {
  const leads = folded[at] === 'after' || folded[at] === 'following';
  return leads && metrics.length > 0 && metrics.every(({ denominator }) => OF_A_STAY.test(denominator?.counts ?? ''))
    && spans.some(({ start, meaning }) => start > at && folded.slice(at + 1, start).every((word) => FUNCTION_WORDS.has(word) || BY_DEFINITION.has(word)) && meaning.kind === 'value' && meaning.dimension === 'specialty');
}

/** What a measure of stays in hospital, or of what came after them, is counted out of. */
const OF_A_STAY = /\b(?:spells?|discharges?|stays?)\b/i;

/** "How many extra cases a week", "how many more lists": what there are to be more of, right behind the words that ask how many. */
function countsTowards({ spans, folded }: Case, at: number): boolean {
  const word = folded[at] ?? '';
  return (COUNTED.has(word) || OF_PEOPLE.has(word)) && spans.some(({ end, meaning }) => end === at && meaning.kind === 'role' && meaning.role === 'forecast');
}

/** "Do firsts or follow-ups DNA more": which of those named does so the more is seen side by side. */
function isBetweenSeveral({ folded, words, frame }: Case, at: number): boolean {
  const asks = ['do', 'does', 'are', 'is', 'who', 'which'].includes(folded[0] ?? '');
  const [first, second] = frame.main.values;
  return asks && MORE.has(words[at]?.text ?? '') && folded.includes('or') && first !== undefined && first.dimension === second?.dimension;
}

const MORE: ReadonlySet<string> = new Set(['more', 'most', 'better', 'worse', 'longer', 'higher', 'lower', 'fewer']);

/** "The £20m productivity saving": a number that is the measure's own target says nothing more of it. */
function isOwnTarget({ start, end }: Leftover, { frame, spans, ground: { catalogue } }: Case, metrics: readonly Metric[]): boolean {
  // "Which specialties missed 5%" asks for some of them.
  if (frame.by.length + frame.bare.length > 0) {
    return false;
  }
  const number = spans.find((span) => span.start === start && span.end === end && span.meaning.kind === 'number')?.meaning;
  return number?.kind === 'number' && metrics.length > 0 && metrics.every(({ id }) => catalogue.targets.some((target) => target.metric === id && target.value === (number.percent ? number.value / 100 : number.value)));
}

/** "Is it 28 or 30 days in the definition": a number in a question of what a measure means bounds nothing. */
function isSupposed({ start, end }: Leftover, { frame, spans }: Case): boolean {
  return plays(frame, 'define') && spans.some((span) => span.start === start && span.end === end && span.meaning.kind === 'number');
}

/** "Complaints in outpatients": a group of measures narrows none of another group, so that its name asks for something that is not held. */
function otherGroups(one: Case, metrics: readonly Metric[]): readonly Leftover[] {
  const foreign = ({ meaning }: Span): boolean => meaning.kind === 'group' && metrics.every(({ group }) => group !== meaning.group);
  return metrics.length === 0 || one.frame.scorecards.length > 0 ? [] : one.spans.filter(foreign);
}

/** "In specialties but ENT": what is asked for would be taken for its opposite. */
function turningRound(one: Case): readonly Leftover[] {
  const stands = (at: number, side: 'start' | 'end', kind: Span['meaning']['kind']): boolean => one.spans.some((span) => span[side] === at && span.meaning.kind === kind);
  return one.folded.flatMap((word, at) => (word === 'but' && stands(at, 'end', 'dimension') && stands(at + 1, 'start', 'value') ? [{ start: at, end: at + 1 }] : []));
}

/** What people are counted by, whatever the measure calls it. */
const OF_PEOPLE: ReadonlySet<string> = new Set(['appointment', 'attendance']);
/** What a measure is of by its own definition: theatre lists that are elective anyway. */
const BY_DEFINITION: ReadonlySet<string> = new Set(['elective', 'planned']);

/** What a theatre runs is a list to one person and a session to another. */
const LISTS: ReadonlySet<string> = new Set(['list', 'session']);
const OPERATIONS: ReadonlySet<string> = new Set(['operation', 'case']);

function namesWhatIsCounted(word: string, metrics: readonly Metric[]): boolean {
  const said = ({ numerator, denominator }: Metric): string => `${numerator.counts} ${denominator?.counts ?? ''}`;
  const same = [LISTS, OPERATIONS].find((names) => names.has(word)) ?? new Set([word]);
  const holds = (text: string): boolean => text.toLowerCase().split(/[^a-z]+/).map(fold).some((counted) => same.has(counted));
  return metrics.length > 0 && metrics.every((metric) => (
    (COUNTED.has(word) && holds(said(metric))) || (OF_PEOPLE.has(word) && metric.counting === 'people') || (BY_DEFINITION.has(word) && holds(metric.definition) && !holds(metric.name))));
}

function merged(runs: readonly Leftover[]): readonly Leftover[] {
  const sorted = [...runs].sort((a, b) => a.start - b.start);
  return sorted.reduce<Leftover[]>((kept, run) => {
    const last = kept.at(-1);
    if (last !== undefined && run.start <= last.end) {
      kept[kept.length - 1] = { start: last.start, end: Math.max(last.end, run.end) };
    } else {
      kept.push({ start: run.start, end: run.end });
    }
    return kept;
  }, []);
}

/** Greetings open or close a question. "Morning" alone is one only where something polite or nothing follows. */
function atTheEdge(span: Span, one: Case): boolean {
  const others = one.spans.filter(({ meaning }) => !(meaning.kind === 'role' && meaning.role === 'greeting'));
  const opens = others.every(({ start }) => start >= span.end);
  const closes = others.every(({ end }) => end <= span.start);
  const next = one.spans.find(({ start }) => start >= span.end);
  const bareMorning = one.folded[span.start] === 'morning' && span.end - span.start === 1;
  const pause = /^[!,.;:-]/.test(one.text.slice(one.words[span.end - 1]?.end ?? 0).trimStart());
  const runsOn = !pause && next !== undefined && next.start === span.end && !(next.meaning.kind === 'role' && next.meaning.role === 'greeting');
  return (opens && !(bareMorning && runsOn)) || (closes && !bareMorning) || plays(one.frame, 'help');
}

/** "Drop ENT": what is to be left out, and no way that a figure went. */
function dropsAValue({ start, end }: Span, one: Case): boolean {
  return end === start + 1 && one.folded[start] === 'drop' && one.spans.some((span) => span.start === end && span.meaning.kind === 'value');
}

/** "The patient's doing", "how many the patient's": whose it was, and not who is counted. */
function whose({ start, end }: Span, one: Case): boolean {
  return /'s?$/.test(one.words[end - 1]?.typed ?? '') && [undefined, 'and', 'or', 'doing', 'fault', 'choice'].includes(one.folded[end]) && start < end;
}

/** "Patient last-minute cancellations": a word that would narrow what is counted, and is no plain noun. */
function qualifies(span: Span, one: Case): boolean {
  const next = one.spans.find(({ start }) => start === span.end);
  const event = next === undefined ? [] : one.folded.slice(next.start, next.end);
  const plural = /s'?$/.test(one.words[span.start]?.typed ?? '');
  return event.some((word) => word === 'cancellation' || word === 'breach' || (word === 'cancelled' && !plural));
}

/** "Send me ..." opens a question or a sentence of it; "late starts post EMPCC" asks for something else. */
function opens(span: Span, one: Case): boolean {
  const before = one.words[span.start - 1];
  const anew = before !== undefined && /^\s*[.?!;]/.test(one.text.slice(before.end, one.words[span.start]?.start));
  return anew || one.spans.every(({ start, meaning }) => start >= span.start || (meaning.kind === 'role' && (meaning.role === 'greeting' || meaning.role === 'fetch')));
}

function onlyGrammar(one: Case, a: Span, b: Span): boolean {
  const [left, right] = a.start < b.start ? [a, b] : [b, a];
  return one.folded.slice(left.end, right.start).every((word) => FUNCTION_WORDS.has(word) || PASSING_WORDS.has(word));
}
