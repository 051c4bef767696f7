import type { Ambiguity } from '../../catalogue/ambiguity';
import { canonicalTable } from '../../catalogue/tables/canonical-tables';
import { AS_AT } from '../periods/as-at';
import type { Reading } from '../reading';
import { heldFor, isHeld } from '../held-range';
import { defaultPeriod } from '../periods/default-period';
import { countFirst } from './count-asked';
import { likelyMeasures } from './likely-measures';
import { listed, plainQuestion } from './wording';
import { offered, reworded, thatRead, typedWords, type Case } from '../frame/case';
import { plays, type AskedPeriod } from '../frame/frame';
import { leftovers } from '../frame/leftover';
import { withoutLoose } from './without-loose-words';
import type { Span } from '../frame/span';
import { foldedWords } from '../vocabulary/phrase';

/** Most options that a question back carries. */
const MOST = 6;
const MOST_LIKELY = 3;
/** Words of several meanings that one question may hold and still be asked about. */
const MOST_AMBIGUOUS = 3;

/**
 * A word claimed by several things. With a declared default it is answered and its rival named; otherwise it is asked
 * back, each option being the whole question with one reading in place of the word. What would not read is left out.
 */
export function ambiguousWord(one: Case): Reading | null {
  const span = one.spans.find(({ meaning }) => meaning.kind === 'ambiguous');
  if (span?.meaning.kind !== 'ambiguous') {
    return null;
  }
  if (one.spans.filter(({ meaning }) => meaning.kind === 'ambiguous').length > MOST_AMBIGUOUS) {
    return { kind: 'unknown', reason: 'unknown-word', sentence: 'Too many words in that question can mean several things.', words: [], options: [] };
  }
  const { ask, readings, default: usually } = span.meaning.ambiguity;
  const settled = settledBy(one, span.meaning.ambiguity);
  const preferred = settled ?? usually;
  const word = typedWords(one.words, span);
  // "Total DNAs" asks how many, which the words put in their place no longer say.
  const total = one.folded[span.start - 1] === 'total' && one.folded[span.start - 2] !== 'in' && /s$/i.test(word);
  const reread = (instead: string): Reading => (total
    ? one.again(reworded(one.text, one.words, { start: span.start - 1, end: span.end }, `number of ${instead}`), preferred !== null)
    : one.again(reworded(one.text, one.words, span, instead), preferred !== null));
  const held = heldReadings(one, readings);
  const named = namedBeside(one, span, held);
  const same = named === undefined ? null : reread(named);
  if (named !== undefined && same?.kind === 'query' && same.query.metrics.length === one.frame.metrics.length) {
    return { ...same, notes: [...one.notes, `“${word}” is read as ${named}, which the question names.`, ...same.notes] };
  }
  if (preferred !== null) {
    const usual = held.includes(preferred) ? preferred : held[0] ?? preferred;
    const reading = reread(usual);
    const rivals = (held.length > 0 ? held : readings).filter((other) => other.toLowerCase() !== usual.toLowerCase());
    const swapped = usual !== preferred ? `, for no ${preferred} is held` : '';
    const note = `“${word}” is read as ${usual}${swapped}${rivals.length === 0 ? '' : `; it can also mean ${rivals.join(' or ')}`}.`;
    if (reading.kind !== 'query') {
      const cannot = reading.kind === 'unknown' && reading.reason === 'cannot-split';
      return (cannot ? onlyFitting(one, rivals.map((instead) => ({ instead, reading: reread(instead) }))) : null) ?? reading;
    }
    return { ...reading, notes: countFirst([...one.notes, note, ...reading.notes]), said: swapped === '' ? reading.said : [note, ...reading.said] };
  }
  if (plays(one.frame, 'help') && one.frame.metrics.length === 0) {
    const reading = one.again(reworded(one.text, one.words, span, ''), true);
    if (reading.kind === 'query' && reading.query.intent === 'help') {
      return reading;
    }
  }
  if (plays(one.frame, 'freshness')) {
    // How fresh any of its readings is: all of it is told.
    const reading = one.again(reworded(one.text, one.words, span, ''), true);
    return reading.kind === 'query' && reading.query.metrics.length === 0 ? { ...reading, notes: [...one.notes, `“${word}” can mean ${listed(held, 'or')}: this tells of every extract.`, ...reading.notes] } : reading;
  }
  if (held.length === 0) {
    return noneLoaded(word, readings, reread(readings[0] ?? ''));
  }
  const tried = held.map((instead): Reread => ({ instead, reading: reread(instead) }));
  const only = onlyFitting(one, tried);
  if (only !== null) {
    return only;
  }
  const options = tried.flatMap(({ instead, reading }) => (
    reading.kind === 'query' && hasAPlace(instead, one) ? [reworded(one.text, one.words, span, instead)] : reading.kind === 'clarify' ? reading.options.slice(0, 2) : []));
  if (options.length > 0) {
    // "Obs & gynae" names both, whether or not both are asked for.
    const both = /&|\band\b/i.test(word) && held.length === 2 ? thatRead([reworded(one.text, one.words, span, [...held].reverse().join(' and '))], one.again) : [];
    return { kind: 'clarify', ask, options: [...new Set([...options, ...both])].slice(0, MOST), query: null };
  }
  const loose = one.frame.metrics.length === 0 ? [] : offered(one, withoutLoose(one, [...leftovers(one, one.frame.metrics.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? [])), span]));
  if (loose.length > 0) {
    return { kind: 'clarify', ask: `I could not place “${word}” in that question. Is this what you mean without it?`, options: loose, query: null, words: [word] };
  }
  const left = leftovers(one, []).filter(({ start, end }) => end <= span.start || span.end <= start);
  const { questions, enough } = one.offers ? likelyMeasures(one, left, measuresAmong(one, held)) : { questions: [], enough: false };
  const likely = enough ? offered(one, questions, MOST_LIKELY) : [];
  if (likely.length > 0) {
    return { kind: 'clarify', ask, options: likely, query: null };
  }
  const plain = held.filter((reading) => one.again(reading).kind === 'query');
  return { kind: 'unknown', reason: 'unknown-word', sentence: `${ask} None of its readings fits the rest of that question.`, words: [word], options: plain.slice(0, MOST) };
}

/** "How many nights do people stay after an HVLC operation": the reading that the rest of the question names already, where nothing sets the two side by side. */
function namedBeside(one: Case, word: Span, readings: readonly string[]): string | undefined {
  const [named, second] = one.frame.metrics;
  const [metric] = one.frame.metricSpans;
  const [from, to] = metric === undefined || metric.start < word.start ? [metric, word] : [word, metric];
  const between = one.text.slice(one.words[(from?.end ?? 1) - 1]?.end, one.words[to.start]?.start);
  return named === undefined || second !== undefined || /[,&]|\b(?:and|or|plus|vs?|versus|than|against)\b/i.test(between) ? undefined : readings.find((reading) => measuresAmong(one, [reading]).includes(named)) ?? waitsCounted(one, named, readings);
}

/** "13+ week diagnostic waiters": those who are counted by their weeks, and no other measure of the same waits beside them. */
function waitsCounted(one: Case, named: string, readings: readonly string[]): string | undefined {
  const { metrics } = one.ground.catalogue;
  const metric = metrics.get(named);
  const ofTheSame = measuresAmong(one, readings).some((id) => metrics.get(id)?.numerator.table === metric?.numerator.table);
  return metric?.kind === 'count' && /^\d+-week /.test(metric.name) && ofTheSame ? metric.name : undefined;
}

/** The measures among the readings of a word. */
function measuresAmong({ ground: { vocabulary } }: Case, readings: readonly string[]): readonly string[] {
  return readings.flatMap((reading) => {
    const meaning = vocabulary.meaningOf(foldedWords(reading));
    return meaning?.kind === 'metric' ? [meaning.id] : [];
  });
}

/** The reading that what is talked about settles on: other measures and groups in the question first, then that it is about today, then the place and the question before. */
function settledBy({ frame, ground: { catalogue, about, today } }: Case, ambiguity: Ambiguity): string | null {
  const groups = [
    ...frame.metrics.flatMap((id) => catalogue.metrics.get(id)?.group ?? []),
    ...frame.groups.map(({ group }) => group),
    ...[...frame.by, ...frame.bare.map(({ dimension }) => dimension)].flatMap((dimension) => onlyGroup(dimension, catalogue)),
  ];
  const meant = (told: readonly string[]): string | undefined => told.flatMap((group) => ambiguity.about[group] ?? [])[0];
  const [asked] = frame.main.periods;
  const isToday = asked?.reading.kind === 'period' && asked.reading.period.from === today && asked.reading.period.to === today;
  return meant(groups) ?? (isToday ? ambiguity.today : null) ?? meant(about) ?? null;
}

/** The group of every measure that can be told by a dimension, where it is one group: theatres, of the measures of theatres. */
function onlyGroup(dimension: string, { metrics }: Case['ground']['catalogue']): readonly string[] {
  const groups = new Set([...metrics.values()].filter(({ dimensions }) => dimensions.includes(dimension)).map(({ group }) => group));
  return groups.size === 1 ? [...groups] : [];
}

/** Where nothing is loaded for any reading, no choice between them helps: it is the first, and none of the others is held either. */
function noneLoaded(word: string, readings: readonly string[], first: Reading): Reading {
  const sentence = `“${word}” can mean ${listed(readings, 'or')}, and nothing is loaded for any of them.`;
  return first.kind === 'query'
    ? { ...first, notes: [...first.notes, sentence], said: [...first.said, sentence] }
    : { kind: 'unknown', reason: 'unknown-measure', sentence, words: [word], options: [] };
}

/** One reading of an ambiguous word, and what the question with it comes to. */
interface Reread {
  readonly instead: string;
  readonly reading: Reading;
}

/** The readings that there is anything to answer from: a metric is one where it is held, and any other thing always. */
function heldReadings({ ground: { catalogue, coverage, vocabulary } }: Case, readings: readonly string[]): readonly string[] {
  return readings.filter((reading) => {
    const meaning = vocabulary.meaningOf(foldedWords(reading));
    const metric = meaning?.kind === 'metric' ? catalogue.metrics.get(meaning.id) : undefined;
    return metric === undefined || isHeld(metric, coverage);
  });
}

/** Where one reading alone makes a question ("cancellations by clinic", "DNA for MRI"), it is that one, and said. */
function onlyFitting(one: Case, reread: readonly Reread[]): Reading | null {
  const fitting = reread.filter(({ instead, reading }) => reading.kind === 'clarify' || (reading.kind === 'query' && hasAPlace(instead, one)));
  const [only, second] = fitting;
  if (only?.reading.kind !== 'query' || second !== undefined) {
    return null;
  }
  return { ...only.reading, notes: [...one.notes, `Read as ${only.instead}, the only meaning that fits and is held.`, ...only.reading.notes] };
}

/** "Endoscopy DNA rate" asks for one measure and not for two; "endoscopy and DNA rate" for both. */
function hasAPlace(reading: string, { frame, text, ground }: Case): boolean {
  const measure = ground.vocabulary.meaningOf(foldedWords(reading))?.kind === 'metric';
  return !measure || frame.metrics.length === 0 || /(?:,|&|\band\b)/i.test(text);
}

/** Waiting lists are counted on a day: "at the end of May" is May, whose last census it is. */
function isOfCensuses({ frame, ground: { catalogue } }: Case): boolean {
  const metrics = frame.metrics.flatMap((id) => catalogue.metrics.get(id) ?? []);
  return metrics.length > 0 && metrics.every(({ numerator }) => canonicalTable(numerator.table)?.standsFor === 'census');
}

/** "May compared to last May": of two that it may be, not the one that it is set against. */
function besideTheOther(one: Case, asked: AskedPeriod, options: readonly string[]): Reading | null {
  const { main, versus } = one.frame;
  const [said, second] = main.periods;
  if (!versus.periods.includes(asked) || second !== undefined || said?.reading.kind === 'ask' || options.length !== 2) {
    return null;
  }
  const { catalogue, coverage, today } = one.ground;
  const { from, to } = said?.reading.kind === 'period' ? said.reading.period : defaultPeriod(heldFor(one.frame.metrics, catalogue, coverage, today), today);
  const rest = options.filter((option) => {
    const reading = one.again(`${plainQuestion(one, one.frame.metrics[0]) ?? ''} ${option}`.trim());
    return !(reading.kind === 'query' && reading.query.period?.from === from && reading.query.period.to === to);
  });
  const [only, another] = rest;
  const reading = only === undefined || another !== undefined ? null : one.again(reworded(one.text, one.words, asked.span, only), true);
  return reading?.kind === 'query' ? { ...reading, notes: [...reading.notes, `“${typedWords(one.words, asked.span)}” is read as ${only ?? ''}, which it is set against.`] } : reading;
}

/** The month that a day ends; any other day is itself, since a count of one day is that of no other. */
function censusDay(upTo: readonly string[]): string | undefined {
  const [first] = upTo;
  return first === undefined || /^\p{L}+ \d{4}$/u.test(first) ? first : upTo.at(-1);
}

/** A period that can be read in more than one way ("FY25"): asked back with each reading in its place. */
export function ambiguousPeriod(one: Case): Reading | null {
  const asked = [...one.frame.main.periods, ...one.frame.versus.periods].find(({ reading }) => reading.kind === 'ask');
  if (asked?.reading.kind !== 'ask') {
    return null;
  }
  const { ask, options } = asked.reading;
  const settled = besideTheOther(one, asked, options);
  if (settled !== null) {
    return settled;
  }
  const counted = ask === AS_AT && isOfCensuses(one) ? censusDay(options) : undefined;
  if (counted !== undefined) {
    return one.again(reworded(one.text, one.words, asked.span, counted), true);
  }
  const whole = options.map((instead) => reworded(one.text, one.words, asked.span, instead)).filter((text) => {
    const kind = one.again(text).kind;
    return kind === 'query' || kind === 'clarify';
  });
  return { kind: 'clarify', ask, options: whole, query: null };
}
