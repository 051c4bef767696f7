import type { Reading } from '../reading';
import { querySchema } from '../../engine/query';
import { thatRead, typedWords, type Case } from '../frame/case';
import { selection } from '../frame/comparing';
import { plays, type Picked } from '../frame/frame';
import type { Role } from '../vocabulary/meaning';
import { ambiguousPeriod } from './ambiguous';
import { cannotSplit } from './cannot-split';
import { leadingMetrics } from './leading';
import { unknownWords } from './not-understood';
import { plainQuestion } from './wording';
import { figurePeriod } from './write-query';

/** The dimension whose values are groups of trusts. */
const PEER_GROUP = 'peer-group';
/** What cannot stand beside other trusts in one answer. */
const ELSE: readonly Role[] = ['trend', 'versus-previous', 'versus-last-year', 'breakdown', 'worst', 'best'];
const NATIONAL = new Set(['national', 'nationally', 'nationwide', 'country', 'england']);
const REGION = /\b(?:east|west|midland|london|north|south|shelford|region|regionally)\b/;

/**
 * "How does our length of stay compare with peers": one measure among other trusts, or against the country. A peer group
 * that is known is kept to; any other is answered with the one that this trust is compared with, and said.
 */
export function peersAsked(one: Case): Reading | null {
  const { frame, ground: { catalogue } } = one;
  const asked = frame.unsupported.filter(({ feature }) => feature === 'peers');
  const values = [...frame.main.values, ...frame.versus.values];
  const groups = values.filter(({ dimension }) => dimension === PEER_GROUP);
  if (asked.length + groups.length === 0 || asked.length < frame.unsupported.length || frame.scorecards.length > 0) {
    return null;
  }
  const [metric, second] = frame.metrics;
  if (metric === undefined || second !== undefined) {
    const compared = Object.keys(one.ground.coverage['benchmark_values']?.byMetric ?? {});
    const several = metric !== undefined ? frame.metrics : compared.length > 0 ? compared : leadingMetrics(one).map(({ id }) => id);
    return ask(one, 'Which measure, against other trusts?', several.slice(0, 4));
  }
  const times = [...frame.main.periods, ...frame.versus.periods];
  const other = frame.by.length + frame.bare.length + frame.having.length + frame.aims.length;
  if (other > 0 || times.length > 1 || (frame.order !== null) || plays(frame, ...ELSE)) {
    return unknownWords(one) ?? ask(one, 'Other trusts are shown beside one figure at a time. Is this what you mean?', [metric]);
  }
  return unknownWords(one) ?? ambiguousPeriod(one) ?? written(one, values, asked.map(({ span }) => one.folded.slice(span.start, span.end).join(' ')), catalogue.organisation.peerGroup);
}

function written(one: Case, values: readonly Picked[], words: readonly string[], own: string | null): Reading {
  const { frame } = one;
  const { period, notes } = figurePeriod({ ...one, frame: { ...frame, main: { ...frame.main, periods: [...frame.main.periods, ...frame.versus.periods] } } });
  const national = words.some((phrase) => !/east of england/.test(phrase) && phrase.split(' ').some((word) => NATIONAL.has(word)))
    && words.every((phrase) => !phrase.includes('peer'));
  const query = querySchema.parse({
    intent: 'peers',
    metrics: frame.metrics,
    period,
    filters: selection(values.filter(({ dimension, keys }) => dimension !== PEER_GROUP || keys.join() !== own)),
    excluding: selection(frame.excluded),
    versus: national ? 'national' : 'peers',
  });
  const within = { ...query, filters: Object.fromEntries(Object.entries(query.filters).filter(([dimension]) => dimension !== PEER_GROUP)) };
  return cannotSplit(one, within) ?? { kind: 'query', query: Object.freeze(query), notes: [...one.notes, ...notes, ...otherGroup(one, own)], said: notes };
}

/** Trusts of a region that is not the peer group held: which group is shown instead. */
function otherGroup(one: Case, own: string | null): readonly string[] {
  const region = one.frame.unsupported.find(({ feature, span }) => feature === 'peers' && REGION.test(one.folded.slice(span.start, span.end).join(' ')));
  if (region === undefined || own === null) {
    return [];
  }
  return [`“${typedWords(one.words, region.span)}” is read as the peer group held, ${own}.`];
}

function ask(one: Case, question: string, metrics: readonly string[]): Reading {
  const options = thatRead(metrics.flatMap((id) => plainQuestion(one, id) ?? []).map((plain) => `${plain} against peers`), one.again);
  return { kind: 'clarify', ask: question, options, query: null };
}
