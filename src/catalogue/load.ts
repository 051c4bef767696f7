import path from 'node:path';
import { TallyError } from '../errors';
import type { Catalogue } from './catalogue';
import type { Dimension } from './dimension';
import { faultLine, type Fault } from './fault';
import { warnOfLifted } from './loading/check-grants';
import { checkMerged } from './loading/check-merged';
import { readFolder, type Folder } from './loading/folder';
import { deepFreeze, fingerprintOf, FrozenMap } from './loading/freeze';
import { answerableScorecards } from './loading/answerable-scorecards';
import { mergeFolders, type Merged } from './loading/merged-folders';
import { claimedByNone, stillAmbiguous, wordsOf } from './loading/still-ambiguous';
import { withLists, withoutTheirLists } from './loading/procedure-lists';
import type { Metric } from './metric';
import type { Organisation, OrganisationFile } from './organisation';

/** The definitions that ship with the product: beside the source, whether the program runs from src or from dist. */
export const NATIONAL_FOLDER = path.join(__dirname, '..', '..', 'src', 'catalogue', 'definitions');

export interface CatalogueFolders {
  /** The national definitions as they were read, for whoever loads many catalogues over them; read anew where not given. */
  readonly national?: Folder;
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

/**
 * Reads and checks both folders. The catalogue is null where there is any fault; faults are in order of file and line.
 * `warnings`: what can be served and may not be meant.
 */
export function readCatalogue(folders: CatalogueFolders): { readonly catalogue: Catalogue | null; readonly faults: readonly Fault[]; readonly warnings: readonly Fault[] } {
  const faults: Fault[] = [];
  const merged = mergeFolders(folders.national ?? readFolder(NATIONAL_FOLDER), folders.trustFolder, faults);
  faults.push(...checkMerged(merged));
  if (faults.length > 0 || merged.organisation === null) {
    return { catalogue: null, faults: faults.sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line), warnings: [] };
  }
  return { catalogue: assemble(merged, merged.organisation.value), faults: [], warnings: warnOfLifted(merged.grants) };
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
  const reasons = new Map([
    ...withoutTheirLists(merged),
    ...merged.omissions.flatMap(({ value }) => value.metrics.map((id) => [id, value.because] as const)),
  ]);
  const [metrics, left] = partition(merged.metrics.map(({ value }) => value), (metric) => !reasons.has(metric.id));
  const organisation = organisationOf(merged, file);
  const sources = merged.sources.map(({ value }) => value);
  const ambiguities = merged.ambiguities.map(({ value }) => value);
  const procedureLists = merged.procedureLists.map(({ value }) => value);
  const content: Omit<Catalogue, 'fingerprint'> = {
    metrics: new FrozenMap(metrics.map((metric) => [metric.id, closedHere(judgedFrom(withLists(withSplitsHeld(metric, metrics), procedureLists), file), merged)])),
    dimensions: new FrozenMap(merged.dimensions.map(({ value }) => [value.id, withValues(isClosedHere(value.id, merged) ? { ...value, restricted: true } : value, organisation)])),
    targets: merged.targets.map(({ value }) => value).filter(({ metric }) => !reasons.has(metric)),
    scorecards: new FrozenMap(answerableScorecards(merged.scorecards.map(({ value }) => value), metrics).map((scorecard) => [scorecard.id, scorecard])),
    events: merged.events.map(({ value }) => value),
    procedureLists,
    inflation: merged.inflation?.value ?? null,
    grants: merged.grants.map(({ value }) => value),
    access: merged.access?.value ?? null,
    conversations: merged.conversations.map(({ value }) => value),
    elsewhere: merged.elsewhere.map(({ value }) => value),
    abbreviations: merged.abbreviations.map(({ value }) => value),
    owners: merged.owners.map(({ value }) => value),
    digests: merged.digests.map(({ value }) => value),
    questions: merged.questions?.value ?? null,
    organisation,
    sources,
    ambiguities: stillAmbiguous(ambiguities, { metrics, left, sources }),
    milestones: merged.milestones.flatMap(({ value }) => value.words),
    notHeld: [
      ...merged.notHeld.map(({ value }) => ({ ...value, nearest: value.nearest.filter((id) => !reasons.has(id)) })),
      ...left.map((metric) => ({ words: wordsOf(metric), nearest: [], because: reasons.get(metric.id) ?? '' })),
      ...claimedByNone(ambiguities, left, reasons),
    ],
  };
  return deepFreeze({ ...content, fingerprint: fingerprintOf(content) });
}

function partition<T>(all: readonly T[], keep: (one: T) => boolean): [T[], T[]] {
  return [all.filter(keep), all.filter((one) => !keep(one))];
}

function organisationOf(merged: Merged, { name, formerly, scope, scopeSynonyms, notice, provider, 'peer-group': peerGroup, specialties, cmgs, sites }: OrganisationFile): Organisation {
  const all = merged.specialties.map(({ value }) => value).sort((a, b) => (a.code < b.code ? -1 : 1));
  return { name, formerly, scope, scopeSynonyms, notice, provider, peerGroup, cmgs, sites, specialties: specialties.length === 0 ? all : all.filter(({ code }) => specialties.includes(code)) };
}

const isClosedHere = (id: string, { access }: Merged): boolean => access?.value.restricted.includes(id) === true;

/** What the trust closes is closed as what its definition marks. */
function closedHere(metric: Metric, merged: Merged): Metric {
  return isClosedHere(metric.id, merged) || isClosedHere(metric.group, merged) ? { ...metric, restricted: true } : metric;
}

/** A measure that says of itself from when it is judged is judged from then; any other from when the organisation says. */
function judgedFrom(metric: Metric, { 'judged-from': from }: OrganisationFile): Metric {
  return metric.spc.from !== null || from === null ? metric : { ...metric, spc: { ...metric.spc, from: from.month, because: from.because } };
}

/** A difference whose volumes are left out here, or are not held by its lines, is shown whole. */
function withSplitsHeld(metric: Metric, held: readonly Metric[]): Metric {
  const { splits } = metric;
  const volume = held.find(({ id }) => id === splits?.volume);
  const isHeld = splits === null || [metric, volume].every((one) => one?.dimensions.includes(splits.by) === true);
  return isHeld ? metric : { ...metric, splits: null };
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
