import path from 'node:path';
import { TallyError } from '../errors';
import type { Ambiguity } from './ambiguity';
import type { Catalogue } from './catalogue';
import type { Dimension } from './dimension';
import { faultLine, type Fault } from './fault';
import { checkMerged } from './loading/check-merged';
import { asHeard } from './loading/check-words';
import { deepFreeze, fingerprintOf, FrozenMap } from './loading/freeze';
import { mergeFolders, type Merged } from './loading/merged-folders';
import type { Condition, Measure, Metric } from './metric';
import type { Organisation, OrganisationFile } from './organisation';
import type { ProcedureList } from './procedure-list';

/** The definitions that ship with the product: beside the source, whether the program runs from src or from dist. */
const NATIONAL_FOLDER = path.join(__dirname, '..', '..', 'src', 'catalogue', 'definitions');

export interface CatalogueFolders {
  readonly nationalFolder?: string;
  /** The trust's own folder, which overrides and adds. */
  readonly trustFolder: string;
}

/** Thrown with every fault at once; `message` holds them a line each, for the log and the terminal. */
export class CatalogueInvalid extends TallyError {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super('CATALOGUE_INVALID', `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}\n${faults.map(faultLine).join('\n')}`);
    this.name = 'CatalogueInvalid';
    this.faults = faults;
  }
}

/** Reads and checks both folders. The catalogue is null where there is any fault; faults are in order of file and line. */
export function readCatalogue(folders: CatalogueFolders): { readonly catalogue: Catalogue | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const merged = mergeFolders(folders.nationalFolder ?? NATIONAL_FOLDER, folders.trustFolder, faults);
  faults.push(...checkMerged(merged));
  if (faults.length > 0 || merged.organisation === null) {
    return { catalogue: null, faults: faults.sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line) };
  }
  return { catalogue: assemble(merged, merged.organisation.value), faults: [] };
}

/**
 * The catalogue of both folders, frozen through and through.
 * @throws CatalogueInvalid (code CATALOGUE_INVALID) with every fault at once.
 */
export function loadCatalogue(folders: CatalogueFolders): { readonly catalogue: Catalogue } {
  const { catalogue, faults } = readCatalogue(folders);
  if (catalogue === null) {
    throw new CatalogueInvalid(faults);
  }
  return { catalogue };
}

function assemble(merged: Merged, file: OrganisationFile): Catalogue {
  const reasons = new Map(merged.omissions.flatMap(({ value }) => value.metrics.map((id) => [id, value.because] as const)));
  const [metrics, left] = partition(merged.metrics.map(({ value }) => value), (metric) => !reasons.has(metric.id));
  const organisation = organisationOf(merged, file);
  const procedureLists = merged.procedureLists.map(({ value }) => value);
  const content: Omit<Catalogue, 'fingerprint'> = {
    metrics: new FrozenMap(metrics.map((metric) => [metric.id, withLists(metric, procedureLists)])),
    dimensions: new FrozenMap(merged.dimensions.map(({ value }) => [value.id, withValues(value, organisation)])),
    targets: merged.targets.map(({ value }) => value).filter(({ metric }) => !reasons.has(metric)),
    scorecards: new FrozenMap(merged.scorecards.map(({ value }) => [value.id, value])),
    events: merged.events.map(({ value }) => value),
    procedureLists,
    inflation: merged.inflation?.value ?? null,
    grants: merged.grants.map(({ value }) => value),
    organisation,
    sources: merged.sources.map(({ value }) => value),
    ambiguities: stillAmbiguous(merged.ambiguities.map(({ value }) => value), left),
    milestones: merged.milestones.flatMap(({ value }) => value.words),
    notHeld: [
      ...merged.notHeld.map(({ value }) => ({ ...value, nearest: value.nearest.filter((id) => !reasons.has(id)) })),
      ...left.map((metric) => ({ words: wordsOf(metric), nearest: [], because: reasons.get(metric.id) ?? '' })),
      ...claimedByNone(merged.ambiguities.map(({ value }) => value), left, reasons),
    ],
  };
  return deepFreeze({ ...content, fingerprint: fingerprintOf(content) });
}

function partition<T>(all: readonly T[], keep: (one: T) => boolean): [T[], T[]] {
  return [all.filter(keep), all.filter((one) => !keep(one))];
}

const wordsOf = (metric: Metric): string[] => [...new Set([metric.name, metric.short ?? metric.name, ...metric.synonyms])];

function organisationOf(merged: Merged, { name, scope, scopeSynonyms, notice, provider, 'peer-group': peerGroup, specialties, cmgs, sites }: OrganisationFile): Organisation {
  const all = merged.specialties.map(({ value }) => value).sort((a, b) => (a.code < b.code ? -1 : 1));
  return { name, scope, scopeSynonyms, notice, provider, peerGroup, cmgs, sites, specialties: specialties.length === 0 ? all : all.filter(({ code }) => specialties.includes(code)) };
}

/** The metric with the codes of each procedure list in place of its name, and what a proxy list stands in for among its caveats. */
function withLists(metric: Metric, lists: readonly ProcedureList[]): Metric {
  const used = new Set<ProcedureList>();
  const spelt = (condition: Condition): Condition => {
    if ('any' in condition) {
      return { any: condition.any.map((branch) => branch.map(spelt)) };
    }
    if (!('in-list' in condition)) {
      return condition;
    }
    const list = lists.find(({ id }) => id === condition['in-list']);
    if (list !== undefined) {
      used.add(list);
    }
    return { field: condition.field, is: list?.codes ?? [] };
  };
  const measure = (of: Measure): Measure => ({ ...of, where: of.where.map(spelt) });
  const numerator = measure(metric.numerator);
  const denominator = metric.denominator === null ? null : measure(metric.denominator);
  const caveats = [...used].flatMap(({ name, proxy, owner, date }) => (proxy === null ? [] : [`${proxy}: ${name}, kept by ${owner}, ${date}.`]));
  return { ...metric, numerator, denominator, caveats: [...caveats, ...metric.caveats] };
}

/** Specialty, group and site take their values from the organisation; a group's rows carry its key. */
function withValues(dimension: Dimension, { specialties, cmgs, sites }: Organisation): Dimension {
  switch (dimension.id) {
    case 'specialty':
      return { ...dimension, values: specialties.map(({ code, name, synonyms }) => ({ key: code, name, synonyms: [...synonyms], codes: [code] })) };
    case 'cmg':
      return { ...dimension, values: cmgs.map(({ key, name, synonyms }) => ({ key, name, synonyms, codes: [key] })) };
    case 'site':
      return { ...dimension, values: sites.map(({ key, name, short, synonyms, codes }) => ({ key, name: short ?? name, synonyms, codes })) };
    default:
      return dimension;
  }
}

/** Ambiguous words all of whose readings are left out here: they are not held either, for the reason of the first. */
function claimedByNone(ambiguities: readonly Ambiguity[], left: readonly Metric[], reasons: ReadonlyMap<string, string>): Catalogue['notHeld'] {
  const leftBy = new Map(left.flatMap((metric) => wordsOf(metric).map((word) => [asHeard(word), metric.id] as const)));
  return ambiguities
    .filter(({ readings }) => readings.every((reading) => leftBy.has(asHeard(reading))))
    .map(({ words, readings: [first = ''] }) => ({ words, nearest: [], because: reasons.get(leftBy.get(asHeard(first)) ?? '') ?? '' }));
}

/** Ambiguities without the readings that are not held here; one reading alone is no ambiguity. */
function stillAmbiguous(ambiguities: readonly Ambiguity[], left: readonly Metric[]): Ambiguity[] {
  const gone = new Set(left.flatMap(wordsOf).map(asHeard));
  return ambiguities
    .map((ambiguity) => ({ ...ambiguity, readings: ambiguity.readings.filter((reading) => !gone.has(asHeard(reading))) }))
    .filter(({ readings, default: taken }) => readings.length > 1 && (taken === null || readings.includes(taken)));
}
