import type { Catalogue } from '../../catalogue/catalogue';
import type { Dimension } from '../../catalogue/dimension';
import type { Metric } from '../../catalogue/metric';
import type { Phrase } from './named-phrase';
import { foldedWords } from './phrase';
import { scorecardsNotHeld } from './scorecard-phrases';

/** Every phrase by which the catalogue's metrics, values, dimensions and gaps can be named. */
export function cataloguePhrases(catalogue: Catalogue): readonly Phrase[] {
  return [
    ...[...catalogue.metrics.values()].flatMap(metricPhrases),
    ...[...catalogue.dimensions.values()].flatMap(dimensionPhrases),
    ...organisationPhrases(catalogue),
    ...scopePhrases(catalogue),
    ...peerGroupPhrases(catalogue),
    ...catalogue.notHeld.flatMap(({ words, nearest, because }) => words.map((word): Phrase => (
      { words: word, label: word, meaning: { kind: 'not-held', nearest, because: because ?? null } }))),
    ...scorecardsNotHeld(catalogue).map((words): Phrase => ({ words, label: words, meaning: { kind: 'not-held', nearest: [], because: null } })),
    ...catalogue.milestones.map((words): Phrase => ({ words, label: words, meaning: { kind: 'milestone' } })),
  ];
}

/** Stands in a name for the words that people put between its parts: "cancel … on the day". */
const GAP = '…';

/** A name of a metric in parts, with a few other words between them. */
export interface GappedName {
  readonly parts: readonly (readonly string[])[];
  /** The words of every part. */
  readonly words: readonly string[];
  readonly metric: string;
}

/** The names of metrics that other words may stand within, longest first. */
export function gappedNames(catalogue: Catalogue): readonly GappedName[] {
  const names = [...catalogue.metrics.values()].flatMap((metric) => metric.synonyms.filter((words) => words.includes(GAP)).map((words): GappedName => {
    const parts = words.split(GAP).map((part) => foldedWords(part)).filter((part) => part.length > 0);
    return { parts, words: parts.flat(), metric: metric.id };
  }));
  return names.sort((a, b) => b.words.length - a.words.length);
}

/** What says again what a metric counts, by metric, longest first. */
export function restatedPhrases(catalogue: Catalogue): ReadonlyMap<string, readonly (readonly string[])[]> {
  return new Map([...catalogue.metrics.values()].filter(({ restated }) => restated.length > 0).map(({ id, restated }) => (
    [id, restated.map(foldedWords).sort((a, b) => b.length - a.length)])));
}

/** Every word by which a metric is known, best first. */
function metricNames(metric: Metric): readonly string[] {
  return [metric.name, ...(metric.short === undefined ? [] : [metric.short]), metric.id.replaceAll('-', ' '), ...metric.synonyms];
}

function metricPhrases(metric: Metric): readonly Phrase[] {
  const names = metricNames(metric).filter((words) => !words.includes(GAP)).map((words): Phrase => ({ words, label: metric.name, meaning: { kind: 'metric', id: metric.id } }));
  return [...names, { words: metric.group, label: metric.group, meaning: { kind: 'group', group: metric.group } }];
}

function value(dimension: string, keys: readonly string[], name: string, words: readonly string[]): readonly Phrase[] {
  // A bare figure is a limit or a threshold, and no code: "TFC 120" is one.
  return words.filter((phrase) => !/^\d+$/.test(phrase)).map((phrase) => ({ words: phrase, label: name, meaning: { kind: 'value', dimension, keys, name } }));
}

function dimensionPhrases(dimension: Dimension): readonly Phrase[] {
  const name = (words: string, plural: boolean): Phrase => ({ words, label: dimension.name, meaning: { kind: 'dimension', id: dimension.id, plural } });
  const all = [dimension.plural, ...dimension.synonyms].flatMap((words) => ['all', 'all the', 'all our', 'whole of'].map((lead): Phrase => (
    { words: `${lead} ${words}`, label: words, meaning: { kind: 'scope' } })));
  return [
    name(dimension.name, false), name(dimension.plural, true), name(dimension.id.replaceAll('-', ' '), false),
    ...dimension.synonyms.map((words) => name(words, false)),
    ...all,
    ...sharedCauses(dimension),
    ...dimension.values.flatMap((one) => value(dimension.id, [one.key], one.name, [one.name, ...(/[-\d]/.test(one.key) ? [one.key, one.key.replaceAll('-', ' ')] : []), ...one.synonyms])),
  ];
}

/** "For hospital reasons": every part of a cause whose keys begin with the same word. */
function sharedCauses(dimension: Dimension): readonly Phrase[] {
  const of = dimension['numerator-only'] ? [...new Set(dimension.values.map(({ key }) => key.split('-')[0] ?? key))] : [];
  return of.flatMap((word) => {
    const keys = dimension.values.filter(({ key }) => key.startsWith(`${word}-`)).map(({ key }) => key);
    return keys.length < 2 ? [] : value(dimension.id, keys, `${word} reasons`, [`${word} reasons`, `${word} reason`]);
  });
}

function organisationPhrases({ organisation }: Catalogue): readonly Phrase[] {
  const names = new Set(organisation.specialties.map(({ name }) => name));
  // "Adult ENT" is what is not Paediatric ENT.
  const adults = ({ name, synonyms }: { readonly name: string; readonly synonyms: readonly string[] }): readonly string[] => (names.has(`Paediatric ${name}`) ? [name, ...synonyms].map((words) => `adult ${words}`) : []);
  const specialties = organisation.specialties.flatMap((specialty) => value('specialty', [specialty.code], specialty.name, [
    ...adults(specialty),
    specialty.name, specialty.name.replace(/ service$/i, ''), ...specialty.synonyms,
    // A code of signs alone ("&") would be heard in every "specialty and".
    ...(/^[\p{L}\d]+$/u.test(specialty.code) ? ['TFC', 'treatment function', 'treatment function code', 'specialty', 'specialty code', 'code'] : []).map((lead) => `${lead} ${specialty.code}`),
  ]));
  const cmgs = organisation.cmgs.flatMap((cmg) => value('cmg', [cmg.key], cmg.name, [cmg.name, cmg.key.replaceAll('-', ' '), ...cmg.synonyms]));
  const sites = organisation.sites.flatMap((site) => value('site', [site.key], site.short ?? site.name, [
    site.name, site.key.replaceAll('-', ' '), ...(site.short === undefined ? [] : [site.short]), ...site.synonyms,
  ]));
  return [...specialties, ...cmgs, ...sites];
}

/** Groups of trusts that are known by name: the organisation's own, and those that a target is worked out from. */
function peerGroupPhrases({ organisation, targets }: Catalogue): readonly Phrase[] {
  const groups = new Set([organisation.peerGroup, ...targets.map(({ computed }) => computed?.['peer-group'])].flatMap((name) => name ?? []));
  return [...groups].flatMap((name) => value('peer-group', [name], name, [name, `other ${name}`, `${name} trusts`, `other ${name} trusts`, `${name} peers`]));
}

function scopePhrases({ organisation }: Catalogue): readonly Phrase[] {
  const words = [
    organisation.scope, organisation.name, ...organisation.scopeSynonyms, 'whole organisation', 'organisation wide', 'everywhere', 'everyone', 'all areas', 'across the board',
    ...[organisation.scope, ...organisation.scopeSynonyms].flatMap((scope) => [`${scope} wide`, `${scope} level`, `whole ${scope}`, `all of ${scope}`, `entire ${scope}`, `whole of ${scope}`, `whole of the ${scope}`, `${scope} as a whole`, `${scope} overall`]),
  ];
  return words.map((phrase) => ({ words: phrase, label: organisation.scope, meaning: { kind: 'scope' } }));
}
