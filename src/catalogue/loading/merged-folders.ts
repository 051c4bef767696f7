import path from 'node:path';
import type { z } from 'zod';
import { accessRulesSchema, type AccessRules } from '../access-rules';
import { ambiguitySchema, type Ambiguity } from '../ambiguity';
import { conversationSchema, type Conversation } from '../conversation';
import { declaredDigestSchema, type DeclaredDigest } from '../declared-digest';
import { dimensionSchema, type Dimension } from '../dimension';
import { abbreviationSchema, type Abbreviation } from '../abbreviation';
import { elsewhereSchema, type Elsewhere } from '../elsewhere';
import { extractSourceSchema, type ExtractSource } from '../extract-source';
import { grantSchema, type Grant } from '../grant';
import { inflationSchema, type Inflation } from '../inflation';
import type { Fault } from '../fault';
import { metricSchema, type Metric } from '../metric';
import { metricOwnerSchema, type MetricOwner } from '../metric-owner';
import { milestoneSchema, notHeldSchema, type NotHeld } from '../not-held';
import { omissionSchema, type Omission } from '../omission';
import { organisationSchema, specialtySchema, type OrganisationFile, type Specialty } from '../organisation';
import { procedureListSchema, type ProcedureList } from '../procedure-list';
import { questionKeepingSchema, type QuestionKeeping } from '../question-keeping';
import { recordedEventSchema, type RecordedEvent } from '../recorded-event';
import { scorecardSchema, type Scorecard } from '../scorecard';
import { targetSchema, type Target } from '../target';
import { asHeard } from './check-words';
import { conform, type Checked } from './conform';
import type { Entry } from './entry';
import { readFolder, type Folder, type Section } from './folder';
import type { StandIns } from './mend';
import { merge } from './merge';
import {
  ACCESS_STAND_INS, EVENT_STAND_INS, GRANT_STAND_INS, INFLATION_STAND_INS, METRIC_STAND_INS, ORGANISATION_STAND_INS, PROCEDURE_LIST_STAND_INS, QUESTIONS_STAND_INS,
  SCORECARD_STAND_INS, SOURCE_STAND_INS, TARGET_STAND_INS,
} from './stand-ins';

/** Both folders as one, every part in its shape or mended into it, but not yet held against the others. */
export interface Merged {
  readonly metrics: readonly Checked<Metric>[];
  readonly dimensions: readonly Checked<Dimension>[];
  readonly specialties: readonly Checked<Specialty>[];
  readonly organisation: Checked<OrganisationFile> | null;
  readonly targets: readonly Checked<Target>[];
  readonly scorecards: readonly Checked<Scorecard>[];
  readonly events: readonly Checked<RecordedEvent>[];
  readonly procedureLists: readonly Checked<ProcedureList>[];
  readonly inflation: Checked<Inflation> | null;
  readonly access: Checked<AccessRules> | null;
  readonly grants: readonly Checked<Grant>[];
  readonly questions: Checked<QuestionKeeping> | null;
  readonly conversations: readonly Checked<Conversation>[];
  readonly elsewhere: readonly Checked<Elsewhere>[];
  readonly abbreviations: readonly Checked<Abbreviation>[];
  readonly owners: readonly Checked<MetricOwner>[];
  readonly digests: readonly Checked<DeclaredDigest>[];
  readonly sources: readonly Checked<ExtractSource>[];
  readonly ambiguities: readonly Checked<Ambiguity>[];
  readonly notHeld: readonly Checked<NotHeld>[];
  readonly omissions: readonly Checked<Omission>[];
  readonly milestones: readonly Checked<{ words: string[] }>[];
  /** As written, also what is not in its shape, so that one fault does not bring others with it. */
  readonly written: {
    readonly metrics: readonly Entry[]; readonly specialties: readonly Entry[]; readonly scorecards: readonly Entry[];
    readonly procedureLists: ReadonlySet<string>; readonly hasInflation: boolean;
  };
  /** The trust's folder with a separator at its end: what stands in a file below it is the trust's own. */
  readonly trustFolder: string;
  readonly ids: { readonly metrics: ReadonlySet<string>; readonly dimensions: ReadonlySet<string>; readonly specialties: ReadonlySet<string> };
}

function wordsOf(entry: Entry): string[] {
  return entry.texts('words').map(([, word]) => asHeard(word));
}

/** The trust's ambiguities stand in place of national ones that share a word with them. */
function mergeAmbiguities(national: readonly Entry[], trust: readonly Entry[]): Entry[] {
  const own = new Set(trust.flatMap(wordsOf));
  return [...national.filter((entry) => !wordsOf(entry).some((word) => own.has(word))), ...trust];
}

/** Reads the trust's folder over the national definitions; every fault of form goes into `faults`. */
export function mergeFolders(national: Folder, trustFolder: string, faults: Fault[]): Merged {
  const trust = readFolder(trustFolder);
  faults.push(...national.faults, ...trust.faults);

  const over = (section: Section, key: string, what: string): Entry[] => merge(national.entries[section], trust.entries[section], key, what, faults);
  const both = (section: Section): Entry[] => [...national.entries[section], ...trust.entries[section]];
  const checked = <S extends z.ZodObject>(schema: S, entries: readonly Entry[], name: (entry: Entry) => string, standIns?: StandIns): Checked<z.infer<S>>[] =>
    entries.flatMap((entry) => conform(schema, entry, name(entry).trim(), faults, standIns) ?? []);

  const metrics = over('metrics', 'id', 'metric');
  const dimensions = over('dimensions', 'id', 'dimension');
  const specialties = over('specialties', 'code', 'specialty');
  const scorecards = over('scorecards', 'id', 'scorecard');
  const procedureLists = over('procedure-lists', 'id', 'procedure list');
  const organisations = both('organisation');
  const [organisation, ...others] = organisations;
  if (organisation === undefined && trust.faults.length === 0) {
    faults.push({ file: path.join(trustFolder, 'organisation.yaml'), line: 1, message: 'There is no organisation.', fix: 'Write organisation: with name, scope, owner and date.' });
  }
  for (const other of others) {
    faults.push({ ...other.place(), message: 'There are two organisations.', fix: 'Keep one.' });
  }
  // A trust's own index stands in place of a national one.
  const [inflation] = [...trust.entries.inflation, ...national.entries.inflation];
  const [questions, ...moreQuestions] = trust.entries.questions;
  for (const more of moreQuestions) {
    faults.push({ ...more.place(), message: 'It is said twice which questions are kept.', fix: 'Keep one "questions" heading.' });
  }
  const [access, ...moreAccess] = trust.entries.access;
  for (const more of moreAccess) {
    faults.push({ ...more.place(), message: 'The rules of access are written twice.', fix: 'Keep one "access" heading.' });
  }
  const idsOf = (entries: readonly Entry[], key: string): Set<string> => new Set(entries.map((entry) => entry.text(key)));

  return {
    metrics: checked(metricSchema, metrics, (entry) => `metric ${entry.text('id')}`, METRIC_STAND_INS),
    dimensions: checked(dimensionSchema, dimensions, (entry) => `dimension ${entry.text('id')}`),
    specialties: checked(specialtySchema, specialties, (entry) => `specialty ${entry.text('code')}`),
    organisation: organisation === undefined ? null : conform(organisationSchema, organisation, 'organisation', faults, ORGANISATION_STAND_INS),
    targets: checked(targetSchema, both('targets'), (entry) => `target for ${entry.text('metric')}`, TARGET_STAND_INS),
    scorecards: checked(scorecardSchema, scorecards, (entry) => `scorecard ${entry.text('id')}`, SCORECARD_STAND_INS),
    events: checked(recordedEventSchema, both('events'), (entry) => `event ${entry.text('name')}`, EVENT_STAND_INS),
    procedureLists: checked(procedureListSchema, procedureLists, (entry) => `procedure list ${entry.text('id')}`, PROCEDURE_LIST_STAND_INS),
    inflation: inflation === undefined ? null : conform(inflationSchema, inflation, 'inflation', faults, INFLATION_STAND_INS),
    access: access === undefined ? null : conform(accessRulesSchema, access, 'access', faults, ACCESS_STAND_INS),
    grants: checked(grantSchema, both('grants'), () => 'grant', GRANT_STAND_INS),
    conversations: checked(conversationSchema, both('conversations'), () => 'conversation'),
    elsewhere: checked(elsewhereSchema, both('elsewhere'), (entry) => `elsewhere ${entry.text('source')}`),
    abbreviations: checked(abbreviationSchema, over('abbreviations', 'short', 'abbreviation'), (entry) => `abbreviation ${entry.text('short')}`),
    owners: checked(metricOwnerSchema, both('owners'), (entry) => `owner ${entry.text('owner')}`),
    digests: checked(declaredDigestSchema, both('digests'), (entry) => `digest ${entry.text('id')}`),
    questions: questions === undefined ? null : conform(questionKeepingSchema, questions, 'questions', faults, QUESTIONS_STAND_INS),
    sources: checked(extractSourceSchema, over('extracts', 'id', 'extract'), (entry) => `extract ${entry.text('id')}`, SOURCE_STAND_INS),
    ambiguities: checked(ambiguitySchema, mergeAmbiguities(national.entries.ambiguities, trust.entries.ambiguities), () => 'ambiguity'),
    notHeld: checked(notHeldSchema, both('not-held'), () => 'not-held'),
    omissions: checked(omissionSchema, both('omit'), () => 'omit'),
    milestones: checked(milestoneSchema, both('milestones'), () => 'milestone'),
    written: { metrics, specialties, scorecards, procedureLists: idsOf(procedureLists, 'id'), hasInflation: inflation !== undefined },
    trustFolder: path.join(trustFolder, path.sep),
    ids: { metrics: idsOf(metrics, 'id'), dimensions: idsOf(dimensions, 'id'), specialties: idsOf(specialties, 'code') },
  };
}
