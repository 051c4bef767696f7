import type { Reading } from '../reading';
import type { Case } from '../frame/case';
import { leftovers } from '../frame/leftover';
import type { Span } from '../frame/span';
import { NEGATIONS } from '../words/negations';
import { namesOpposite, oppositeName } from './named-by-opposite';

/** More words than these between two parts of a name belong to something else. */
const MOST_BETWEEN = 7;

/** Names tried, longest first, before the question is taken to be about something else. */
const MOST_TRIED = 3;

/** "How full are clinics and endoscopy lists": what is joined to something else is not the rest of one name. */
const JOINED: ReadonlySet<string> = new Set(['and', 'or', '&', 'vs', 'v']);

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * "How full are the ENT clinics", "cancelled more than 1 in 10 ops on the day": a measure named in parts, with what it is
 * asked for standing between them. Read as the same question with the measure named whole.
 */
export function gappedName(one: Case): Reading | null {
  const { folded, ground: { catalogue, vocabulary } } = one;
  if (isUnderstood(one)) {
    return null;
  }
  const said = new Set(folded);
  let tried = 0;
  let asked: Reading | null = null;
  for (const { parts, words, metric } of vocabulary.gapped) {
    if (!words.every((word) => said.has(word))) {
      continue;
    }
    const places = placesOf(parts, folded);
    const named = catalogue.metrics.get(metric);
    if (places === null || named === undefined || places.some((place) => isTaken(one, metric, place)) || places.slice(1).some(({ start }) => JOINED.has(folded[start - 1] ?? '')) || turnsRound(one, places) || places.some((place) => isTimeOfDay(one, place)) || isNamedElsewhere(one, metric, places)) {
      continue;
    }
    tried += 1;
    if (tried > MOST_TRIED) {
      return asked;
    }
    const opposite = namesOpposite(words, named.unit) ? oppositeName(named) : null;
    const reading = one.again(namedWhole(one, places, opposite ?? named.name), true);
    if (reading.kind === 'query') {
      return reading;
    }
    asked ??= reading.kind === 'clarify' ? reading : null;
  }
  return asked;
}

/** Nights are counted; "night" by itself is when something was. */
function isTimeOfDay({ words }: Case, { start, end }: Place): boolean {
  return end === start + 1 && words[start]?.text === 'night';
}

/** A question that is understood in full as it stands names its measure already. */
function isUnderstood(one: Case): boolean {
  const metrics = one.frame.metrics.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? []);
  return metrics.length === 1 && leftovers(one, metrics).length === 0 && !one.spans.some(({ meaning }) => UNANSWERED.has(meaning.kind));
}

/** What is known and is no answer: the parts of a name may be hidden in it. */
const UNANSWERED: ReadonlySet<Span['meaning']['kind']> = new Set<Span['meaning']['kind']>(['ambiguous', 'not-held', 'unsupported']);

/** Where the parts stand, one after another with something between each two; null where one of them does not. */
function placesOf(parts: readonly (readonly string[])[], words: readonly string[]): readonly Place[] | null {
  const places: Place[] = [];
  for (const part of parts) {
    const before = places.at(-1);
    const start = placeOf(part, words, before === undefined ? 0 : before.end, before === undefined ? words.length : before.end + MOST_BETWEEN);
    if (start === null) {
      return null;
    }
    places.push({ start, end: start + part.length });
  }
  return places;
}

function placeOf(part: readonly string[], words: readonly string[], from: number, to: number): number | null {
  for (let at = from; at <= to && at + part.length <= words.length; at += 1) {
    if (part.every((word, step) => words[at + step] === word)) {
      return at;
    }
  }
  return null;
}

/** The question with the name in the place of its first part, and the other parts taken out. */
function namedWhole({ text, words, frame, ground: { vocabulary }, folded }: Case, places: readonly Place[], name: string): string {
  const [first] = places;
  const part = first === undefined ? [] : folded.slice(first.start, first.end);
  // "Clinics less than 70% booked" are split by clinic.
  const split = part.length === 1 && vocabulary.meaningOf(part)?.kind === 'dimension' && frame.having.length > 0 ? `${part.join(' ')} with ` : '';
  return [...places].reverse().reduce((wording, place) => {
    const instead = place === first ? `${split}${name} ` : ' ';
    return `${wording.slice(0, words[place.start]?.start ?? 0)}${instead}${wording.slice(words[place.end - 1]?.end ?? wording.length)}`;
  }, text).replace(/\s+/g, ' ').trim();
}

/** A measure that is named whole beside these parts needs them for nothing: they say something else. */
function isNamedElsewhere(one: Case, metric: string, places: readonly Place[]): boolean {
  const named = one.spans.filter(({ meaning }) => meaning.kind === 'metric' && meaning.id === metric);
  return named.some((span) => !places.some((place) => place.start <= span.start && span.end <= place.end));
}

/** "Slots that were not booked": what turns a name round stands between its parts, and belongs to none of them. */
function turnsRound({ words }: Case, places: readonly Place[]): boolean {
  const [first] = places;
  const last = places.at(-1);
  return words.slice(first?.start, last?.end).some(({ text }, step) => {
    const at = (first?.start ?? 0) + step;
    return (NEGATIONS.has(text) || text === 'but') && !places.some(({ start, end }) => start <= at && at < end);
  });
}

/** Words that are part of another measure's name already. */
function isTaken(one: Case, metric: string, { start, end }: Place): boolean {
  return one.spans.some((span) => span.meaning.kind === 'metric' && span.meaning.id !== metric && span.start < end && start < span.end);
}
