import type { Catalogue } from '../catalogue/catalogue';
import type { Query } from '../engine/query';
import type { Thing, Told } from '../learning/told';
import type { AmbiguousWord, Counted, Disliked, VocabularyWanted, WantedWords } from '../learning/vocabulary-wanted';
import { vocabularyYaml } from './vocabulary-yaml';

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);
const quoted = (words: string): string => `“${words}”`;
const chose = (counts: readonly Counted[]): string => counts.map(({ what, times: count }) => `${count} chose ${what}`).join(', ');

/** What a trust should add to its vocabulary, as an analyst reads it: a section for each kind, and at the end what can be pasted. */
export function questionsText(wanted: VocabularyWanted, catalogue: Catalogue): readonly string[] {
  const yaml = vocabularyYaml(wanted.unknown, wanted.ambiguous, catalogue);
  return [
    ...section('Words that nothing here knows', wanted.unknown.flatMap((words) => wantedLines(words, catalogue))),
    ...section('Words that were asked back, because they mean several things', wanted.ambiguous.map(ambiguousLine)),
    ...section('Measures that are not held', wanted.notHeld.flatMap((words) => wantedLines({ ...words, told: null }, catalogue))),
    ...section('Words that are known, by now or all along, and had no place in the question', wanted.misplaced.map(({ what, times: count }) => `${quoted(what)}: ${times(count)}`)),
    ...section('Not read', wanted.unread === 0 ? [] : [`The word that was not known was taken out, since it may be a name: ${times(wanted.unread)}`]),
    ...section('Measures that were asked for a time or a part that nothing is held of', wanted.noData.map(({ what, times: count }) => `${nameOf(what, catalogue)}: ${times(count)}`)),
    ...section('Not answered otherwise', wanted.otherwise.map(({ what, times: count }) => `${OTHERWISE[what] ?? what}: ${times(count)}`)),
    ...section('Cards with a thumbs-down', wanted.disliked.flatMap((disliked) => dislikedLines(disliked, catalogue))),
    ...(yaml.length === 0 ? [] : ['', '# To add, in any file of the configuration. Where your own files have the entry already, change it there instead.', ...yaml]),
  ];
}

/** What the codes of other outcomes mean to an analyst. */
const OTHERWISE: Readonly<Record<string, string>> = {
  clarify: 'Asked back for another reason, such as a measure that was not named',
  'not-supported': 'Understood, and not something Tally does',
  'not-a-measure': 'Milestones of the plan, which have no figure',
  'nothing-asked': 'Nothing was asked',
  'too-long': 'Too long for one question',
  'unknown-frozen': 'Kept scorecards that are not there',
  'not-frozen': 'Kept scorecards that are not there under that name',
};

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

/** The name of a metric or scorecard. */
function nameOf(id: string, { metrics, scorecards }: Catalogue): string {
  return metrics.get(id)?.name ?? scorecards.get(id)?.name ?? id;
}

function thingName(thing: Thing, catalogue: Catalogue): string {
  return thing.kind === 'metric' ? nameOf(thing.id, catalogue) : thing.name;
}

function wantedLines({ what, times: count, examples, offered, meant, chosen, told }: WantedWords, catalogue: Catalogue): readonly string[] {
  const choices = [...meant.map(({ thing, times: often }) => ({ what: thingName(thing, catalogue), times: often })), ...chosen.map((one) => ({ ...one, what: quoted(one.what) }))];
  const after = choices.length > 0 ? `; ${chose(choices)}` : offered.length > 0 ? `; offered ${offered.map(quoted).join(', ')}, and none was chosen` : '; there was nothing to offer';
  return [
    `${quoted(what)}: asked ${times(count)}${after}`,
    ...examples.map((example) => `  ${example}`),
    ...(told === null ? [] : [`  → ${advice(told, catalogue)}`]),
  ];
}

function advice({ words, thing }: Told, catalogue: Catalogue): string {
  const where = thing.kind === 'value' && (thing.dimension === 'cmg' || thing.dimension === 'site') ? ' in organisation.yaml' : '';
  const key = thing.kind === 'metric' ? thing.id : `${thing.dimension} ${thing.keys.join(', ')}`;
  return `add ${quoted(words)} to the synonyms of ${thingName(thing, catalogue)} (${key})${where}`;
}

function ambiguousLine({ what, times: count, chosen, usual, ambiguity }: AmbiguousWord): string {
  const after = chosen.length > 0 ? `; ${chose(chosen.map((one) => ({ ...one, what: quoted(one.what) })))}` : `; none of ${ambiguity.readings.map(quoted).join(', ')} was chosen`;
  return `${quoted(what)}: asked back ${times(count)}${after}${usual === null ? '' : ` → give it the default ${quoted(usual)}`}`;
}

function dislikedLines({ what, times: count, queries }: Disliked, catalogue: Catalogue): readonly string[] {
  return [`${nameOf(what, catalogue)} (${what}): ${times(count)}`, ...queries.map(({ query, snapshot }) => `  ${asWords(query)}${snapshot === null ? '' : `, data version ${snapshot}`}`)];
}

/** A query without its metric: "value, specialty 120, June 2024". */
function asWords({ intent, filters, excluding, by, versus, order, period }: Query): string {
  const narrowed = (selection: Query['filters'], before: string): string[] => Object.entries(selection).map(([dimension, keys]) => `${before}${dimension} ${keys.join(' and ')}`);
  return [
    intent, ...narrowed(filters, ''), ...narrowed(excluding, 'without '), ...(by === null ? [] : [`by ${[by].flat().join(' and ')}`]),
    ...(order === null ? [] : [order]), ...(versus === null ? [] : [`against ${typeof versus === 'string' ? versus : 'period' in versus ? versus.period.label : narrowed(versus.filters, '').join(', ')}`]),
    ...(period === null ? [] : [period.label]),
  ].join(', ');
}
