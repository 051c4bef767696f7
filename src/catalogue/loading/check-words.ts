import type { Ambiguity } from '../ambiguity';
import type { Fault } from '../fault';
import type { Checked } from './conform';
import { reservedAs } from './reserved-words';
import type { Place } from './yaml-file';

/** A word or phrase that somebody may type, and the one thing it is said to mean. */
export interface Claim {
  readonly word: string;
  /** "metric dna-rate", "specialty 120": the same for every word of one thing. */
  readonly thing: string;
  readonly place: () => Place;
}

/** A phrase as it is compared: without capitals, punctuation or doubled spaces, "&" read as "and". */
export function asHeard(phrase: string): string {
  return phrase.toLowerCase().replaceAll('&', ' and ').replace(/[’']/g, '').replace(/[^a-z0-9]+/g, ' ').trim();
}

/** What each word means, and a fault for every word that two things claim, or that every question needs. */
export function checkClaims(claims: readonly Claim[]): { readonly meanings: ReadonlyMap<string, string>; readonly faults: readonly Fault[] } {
  const owners = new Map<string, Claim>();
  const faults: Fault[] = [];
  for (const claim of claims) {
    const heard = asHeard(claim.word);
    const owner = owners.get(heard);
    const reserved = reservedAs(heard);
    if (reserved !== null) {
      faults.push({ ...claim.place(), message: `"${claim.word}" is ${reserved} in every question, so it cannot stand for ${claim.thing}.`, fix: 'Take it out, or write a longer phrase.' });
    }
    if (owner === undefined) {
      owners.set(heard, claim);
    } else if (owner.thing !== claim.thing) {
      const place = owner.place();
      faults.push({
        ...claim.place(),
        message: `"${claim.word}" is claimed by ${claim.thing} and by ${owner.thing} (${place.file}:${place.line}).`,
        fix: 'Keep it for one of them, or list it under "ambiguities".',
      });
    }
  }
  return { meanings: new Map([...owners].map(([heard, { thing }]) => [heard, thing])), faults };
}

/**
 * That every reading of an ambiguous word stands for one thing, and that no ambiguous word is also somebody's plain
 * word, unless it belongs to the reading that is taken by default. `readable` are the things a reading may stand for.
 */
export function checkAmbiguities(
  ambiguities: readonly Checked<Ambiguity>[], meanings: ReadonlyMap<string, string>, readable: ReadonlySet<string>,
): Fault[] {
  const owners = new Map<string, Place>();
  return ambiguities.flatMap(({ value: ambiguity, entry }) => {
    const faults: Fault[] = [];
    ambiguity.words.forEach((word, index) => {
      const heard = asHeard(word);
      const meaning = meanings.get(heard);
      const place = entry.place(['words', index]);
      const other = owners.get(heard);
      if (other !== undefined) {
        faults.push({ ...place, message: `"${word}" is already ambiguous at ${other.file}:${other.line}.`, fix: 'Keep it in one place.' });
      }
      owners.set(heard, place);
      if (meaning !== undefined && (ambiguity.default === null || meanings.get(asHeard(ambiguity.default)) !== meaning)) {
        faults.push({ ...place, message: `"${word}" is ambiguous and also a word for ${meaning}.`, fix: 'Take it out of one of them, or make that reading the default.' });
      }
    });
    ambiguity.readings.forEach((reading, index) => {
      if (!readable.has(meanings.get(asHeard(reading)) ?? '')) {
        faults.push({ ...entry.place(['readings', index]), message: `"${reading}" stands for nothing that is held.`, fix: 'Write the name of a metric, scorecard, specialty, group or site.' });
      }
    });
    if (ambiguity.default !== null && !ambiguity.readings.includes(ambiguity.default)) {
      faults.push({ ...entry.place(['default']), message: `"${ambiguity.default}" is not one of the readings.`, fix: 'Write one of the readings, word for word.' });
    }
    if (ambiguity.today !== null && !ambiguity.readings.includes(ambiguity.today)) {
      faults.push({ ...entry.place(['today']), message: `"${ambiguity.today}" is not one of the readings.`, fix: 'Write one of the readings, word for word.' });
    }
    Object.entries(ambiguity.about).forEach(([group, reading]) => {
      if (!ambiguity.readings.includes(reading)) {
        faults.push({ ...entry.place(['about', group]), message: `"${reading}" is not one of the readings.`, fix: 'Write one of the readings, word for word.' });
      }
    });
    return faults;
  });
}
