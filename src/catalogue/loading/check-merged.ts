import type { Fault } from '../fault';
import { checkAccessRules } from './check-access-rules';
import { checkEvents } from './check-events';
import { checkConversations } from './check-conversations';
import { checkDigests } from './check-digests';
import { checkElsewhere } from './check-elsewhere';
import { checkGrants } from './check-grants';
import { checkInflation } from './check-inflation';
import { checkKind } from './check-kind';
import { checkMetric } from './check-metrics';
import { checkMetricOwners } from './check-metric-owners';
import { checkOrganisation } from './check-organisation';
import { checkProcedureList } from './check-procedure-lists';
import { checkQuestions } from './check-questions';
import { checkScorecard } from './check-scorecards';
import { checkDimension, checkSources } from './check-sources';
import { checkTargets } from './check-targets';
import { checkAmbiguities, checkClaims, type Claim } from './check-words';
import type { Entry } from './entry';
import type { Merged } from './merged-folders';
import { settingOf } from './setting';
import type { Path } from './yaml-file';

type Named = { readonly name: string; readonly short?: string | undefined; readonly synonyms: readonly string[] };

/** The words of one thing, each with where it stands below `at`. */
function claimsOf(named: Named, thing: string, entry: Entry, at: Path = []): Claim[] {
  const claim = (word: string, path: Path): Claim => ({ word, thing, place: () => entry.place([...at, ...path]) });
  return [
    claim(named.name, ['name']),
    ...(named.short === undefined ? [] : [claim(named.short, ['short'])]),
    ...named.synonyms.map((word, index) => claim(word, ['synonyms', index])),
  ];
}

/** The same from what is written, whether or not the rest of it is in its shape. */
function writtenClaims(entry: Entry, thing: string): Claim[] {
  const fields = ['name', 'short'].filter((field) => entry.text(field) !== '');
  return [
    ...fields.map((field) => ({ word: entry.text(field), thing, place: () => entry.place([field]) })),
    ...entry.texts('synonyms').map(([index, word]) => ({ word, thing, place: () => entry.place(['synonyms', index]) })),
  ];
}

function listClaims(words: readonly string[], thing: string, entry: Entry): Claim[] {
  return words.map((word, index) => ({ word, thing, place: () => entry.place(['words', index]) }));
}

/** Words that stand for something held, which a reading of an ambiguous word may therefore be. */
function heldClaims(merged: Merged): Claim[] {
  const { organisation } = merged;
  return [
    ...merged.written.metrics.flatMap((entry) => writtenClaims(entry, `metric ${entry.text('id')}`)),
    ...merged.written.scorecards.flatMap((entry) => writtenClaims(entry, `scorecard ${entry.text('id')}`)),
    ...merged.written.specialties.flatMap((entry) => writtenClaims(entry, `specialty ${entry.text('code')}`)),
    ...(organisation?.value.cmgs ?? []).flatMap((cmg, index) =>
      organisation === null ? [] : claimsOf(cmg, `group ${cmg.key}`, organisation.entry, ['cmgs', index])),
    ...(organisation?.value.sites ?? []).flatMap((site, index) =>
      organisation === null ? [] : claimsOf(site, `site ${site.key}`, organisation.entry, ['sites', index])),
  ];
}

function otherClaims(merged: Merged): Claim[] {
  const { organisation } = merged;
  return [
    ...(organisation?.value.scopeSynonyms ?? []).flatMap((word, index) =>
      organisation === null ? [] : [{ word, thing: 'the whole organisation', place: () => organisation.entry.place(['scopeSynonyms', index]) }]),
    ...merged.dimensions.flatMap(({ value, entry }) => [
      ...claimsOf(value, `dimension ${value.id}`, entry),
      { word: value.plural, thing: `dimension ${value.id}`, place: () => entry.place(['plural']) },
    ]),
    ...merged.notHeld.flatMap(({ value, entry }) => listClaims(value.words, `what is not held (${value.words[0] ?? ''})`, entry)),
    ...merged.milestones.flatMap(({ value, entry }) => listClaims(value.words, 'a milestone', entry)),
  ];
}

function checkNames(merged: Merged): Fault[] {
  const faults: Fault[] = [];
  const unknown = (entry: Entry, path: Path, id: string): void => {
    faults.push({ ...entry.place(path), message: `There is no metric "${id}".`, fix: 'Use the id of a metric.' });
  };
  for (const { value, entry } of merged.notHeld) {
    value.nearest.forEach((id, index) => merged.ids.metrics.has(id) || unknown(entry, ['nearest', index], id));
  }
  for (const { value, entry } of merged.omissions) {
    value.metrics.forEach((id, index) => merged.ids.metrics.has(id) || unknown(entry, ['metrics', index], id));
  }
  return faults;
}

/** Everything that one part says of another and that does not hold. Empty where the whole fits together. */
export function checkMerged(merged: Merged): Fault[] {
  const setting = settingOf(merged);
  const held = heldClaims(merged);
  const { faults, meanings } = checkClaims([...held, ...otherClaims(merged)]);
  const readable = new Set(held.map(({ thing }) => thing));
  return [
    ...merged.metrics.flatMap((metric) => [...checkMetric(metric, setting), ...checkKind(metric, setting)]),
    ...merged.dimensions.flatMap(checkDimension),
    ...(merged.organisation === null ? [] : checkOrganisation(merged.organisation, merged.ids.specialties)),
    ...checkTargets(setting),
    ...merged.scorecards.flatMap((scorecard) => checkScorecard(scorecard, setting)),
    ...checkEvents(setting),
    ...merged.procedureLists.flatMap(checkProcedureList),
    ...(merged.inflation === null ? [] : checkInflation(merged.inflation)),
    ...checkConversations(setting),
    ...checkElsewhere(setting),
    ...checkMetricOwners(setting),
    ...(merged.access === null ? [] : checkAccessRules(merged.access, setting)),
    ...checkDigests(setting),
    ...checkGrants(setting),
    ...(merged.questions === null ? [] : checkQuestions(merged.questions)),
    ...checkSources(merged.sources),
    ...checkNames(merged),
    ...faults,
    ...checkAmbiguities(merged.ambiguities, meanings, readable),
  ];
}
