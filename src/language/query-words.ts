import type { Catalogue } from '../catalogue/catalogue';
import type { Period } from '../calendar/period';
import type { Query, Selection } from '../engine/query';
import { fitting } from './frame/fitting-values';
import { foldedWords } from './vocabulary/phrase';
import type { Vocabulary } from './vocabulary/vocabulary';
import { dimensionWords, listed } from './deciding/wording';

interface Setting {
  readonly catalogue: Catalogue;
  readonly vocabulary: Vocabulary;
}
/** What values are said of: a name of two dimensions is plain where the measures have only one of them. */
interface Said extends Setting {
  readonly metrics: readonly string[];
}

/**
 * A query in the words of a person, such that reading them comes to the same query again. A period that nobody asked for
 * is left out where `usual` is given, so that what is asked next falls back to its own usual one.
 */
export function queryWords(query: Query, setting: Setting, { usual = false }: { readonly usual?: boolean } = {}): string {
  const { catalogue } = setting;
  const metrics = listed(query.metrics.map((id) => metricSaid(id, setting)));
  const when = query.period === null || (usual && query.period.asked === null) ? [] : [periodWords(query.period)];
  const tail = [...narrowed(query, setting), ...when];
  const sheet = query.scorecard === null ? '' : catalogue.scorecards.get(query.scorecard)?.name ?? query.scorecard;
  switch (query.intent) {
    case 'greeting': return 'hello';
    case 'help': return 'help';
    case 'freshness': return metrics === '' ? 'how fresh is the data' : `how fresh is ${metrics}`;
    case 'definition': return ['definition of', metrics, ...narrowed(query, setting)].join(' ');
    case 'scorecard': return [sheet, ...tail, ...ordered(query)].join(' ');
    case 'exceptions': return ['what is off target in', (query.scorecard ?? '').replaceAll('-', ' '), ...tail, ...ordered(query)].join(' ');
    case 'peers': return [metrics, ...tail, query.versus === 'national' ? 'against the national average' : 'against peers'].join(' ');
    case 'explanation': return ['why', metrics, ...tail, ...split(query, setting), ...compared(query, setting)].join(' ');
    case 'projection': return [...(query.aim === undefined ? [] : [`will we hit ${amountSaid(query.aim.value, query, setting)}`]), 'projection for', metrics, ...tail, ...split(query, setting)].join(' ');
    case 'trend': return [metrics, 'trend', ...tail, ...split(query, setting), ...compared(query, setting)].join(' ');
    case 'value':
    case 'comparison':
    case 'breakdown':
    case 'ranking':
      return [metrics, ...tail, ...split(query, setting), ...limited(query, setting), ...ordered(query), ...compared(query, setting)].join(' ');
  }
}

/** The shortest name of a metric by which it alone is known. */
function metricSaid(id: string, { catalogue, vocabulary }: Setting): string {
  const metric = catalogue.metrics.get(id);
  const names = metric === undefined ? [] : [...(metric.short === undefined ? [] : [metric.short]), metric.name, id.replaceAll('-', ' '), ...metric.synonyms];
  return names.find((name) => {
    const meaning = vocabulary.meaningOf(foldedWords(name));
    return meaning?.kind === 'metric' && meaning.id === id;
  }) ?? metric?.name ?? id;
}

/** A period as its label has it: the grammar reads every label it gives. */
function periodWords({ label }: Period): string {
  return label;
}

function narrowed(query: Query, setting: Setting): readonly string[] {
  const of = { ...setting, metrics: query.metrics };
  return [
    ...(Object.keys(query.filters).length === 0 ? [] : [`for ${valuesSaid(query.filters, of)}`]),
    ...Object.entries(query.excluding).map(([dimension, keys]) => `excluding ${listed(keys.map((key) => valueSaid(dimension, key, of)))}`),
  ];
}

function valuesSaid(selection: Selection, setting: Said): string {
  return Object.entries(selection).map(([dimension, keys]) => listed(keys.map((key) => valueSaid(dimension, key, setting)))).join(' at ');
}

/** The first name by which a value of a dimension alone is known; a code is led by the word for what it is one of. */
function valueSaid(dimension: string, key: string, { catalogue, vocabulary, metrics }: Said): string {
  const told = metrics.flatMap((id) => catalogue.metrics.get(id)?.dimensions ?? []);
  const lead = catalogue.dimensions.get(dimension)?.name ?? dimension;
  return namesOf(dimension, key, catalogue).find((name) => {
    const meaning = vocabulary.meaningOf(foldedWords(name));
    if (meaning?.kind !== 'value') {
      return false;
    }
    const meant = meaning.rivals === undefined ? meaning : fitting(meaning, told, catalogue);
    return meant.dimension === dimension && meant.keys.join() === key;
  }) ?? namesOf(dimension, key, catalogue)[0] ?? `${lead} ${key}`;
}

function namesOf(dimension: string, key: string, { organisation, dimensions }: Catalogue): readonly string[] {
  const specialty = dimension === 'specialty' ? organisation.specialties.find(({ code }) => code === key) : undefined;
  const cmg = dimension === 'cmg' ? organisation.cmgs.find((one) => one.key === key) : undefined;
  const site = dimension === 'site' ? organisation.sites.find((one) => one.key === key) : undefined;
  const value = dimensions.get(dimension)?.values.find((one) => one.key === key);
  return [
    ...(specialty === undefined ? [] : [specialty.name, `TFC ${key}`]),
    ...(cmg === undefined ? [] : [cmg.name, ...cmg.synonyms]),
    ...(site === undefined ? [] : [...(site.short === undefined ? [] : [site.short]), site.name]),
    ...(value === undefined ? [] : [value.name, ...value.synonyms, key]),
  ];
}

function split({ by, filters }: Query, { catalogue }: Setting): readonly string[] {
  const dimensions = by === null ? [] : [by].flat();
  const together = Object.entries(filters).some(([dimension, keys]) => keys.length > 1 && !dimensions.includes(dimension));
  return dimensions.length === 0 ? (together ? ['combined'] : []) : [`by ${dimensions.map((id) => dimensionWords(catalogue, id)).join(' and ')}${together ? ' combined' : ''}`];
}

function limited(query: Query, setting: Setting): readonly string[] {
  const { having } = query;
  return having === null ? [] : [`${having.op === 'above' ? 'over' : 'under'} ${amountSaid(having.value, query, setting)}`];
}

/** "60%", "£2m", "minus 3": a value of the measures asked about. */
function amountSaid(amount: number, { metrics }: Query, { catalogue }: Setting): string {
  const isShare = metrics.every((id) => catalogue.metrics.get(id)?.unit === 'ratio');
  const size = Math.abs(amount);
  const value = isShare ? `${Number((size * 100).toPrecision(12))}%` : size >= 1e6 ? `£${Number((size / 1e6).toPrecision(12))}m` : String(size);
  return `${amount < 0 ? 'minus ' : ''}${value}`;
}

function ordered({ order, limit }: Query): readonly string[] {
  return order === null ? [] : [limit === null ? `${order} first` : `${order} ${limit}`];
}

function compared({ versus, filters, metrics }: Query, setting: Setting): readonly string[] {
  if (versus === null) {
    return [];
  }
  if (typeof versus === 'object') {
    return [`compared with ${'period' in versus ? periodWords(versus.period) : otherSide(versus.filters, filters, { ...setting, metrics })}`];
  }
  switch (versus) {
    case 'previous': return ['compared with the previous period'];
    case 'last-year': return ['compared with last year'];
    case 'target': return ['against target'];
    case 'plan': return ['against plan'];
    case 'peers': return ['against peers'];
    case 'national': return ['against the national average'];
  }
}

/** What the other side does not share with this one; everything, where it is narrowed to nothing. */
function otherSide(other: Selection, own: Selection, setting: Said): string {
  const apart = Object.fromEntries(Object.entries(other).filter(([dimension, keys]) => JSON.stringify(own[dimension]) !== JSON.stringify(keys)));
  return Object.keys(apart).length === 0 ? setting.catalogue.organisation.scope : valuesSaid(apart, setting);
}
