import type { Metric } from '../../catalogue/metric';
import type { Reading } from '../reading';
import { offered, type Case } from '../frame/case';
import { plays, type Frame, type Having } from '../frame/frame';
import { FUNCTION_WORDS } from '../words/function-words';
import { unknown } from './not-understood';
import { dimensionWords, metricWords, plainQuestion } from './wording';

/** How a count asked of a rate is told; the note that begins so stands before every other. */
const COUNT_NOTE = 'The count is in the working: ';

const RANK_NOTE = 'Ranked by the rate, not by how many ';

/** Words that rank by how many there are, and not by how high a rate is. */
const MOST: ReadonlySet<string> = new Set(['most', 'fewest', 'least']);

/** A rate whose parts are things one can count: missed appointments, late lists; not minutes. */
function rateOf(one: Case): Metric | undefined {
  return one.frame.metrics.map((id) => one.ground.catalogue.metrics.get(id)).find((metric) => (
    metric !== undefined && metric.unit === 'ratio' && metric.denominator !== null && metric.counting !== 'minutes'));
}

/** "How many DNAs" is answered with the rate, whose working holds the count; the person is told that first. */
export function countNotes(one: Case): readonly string[] {
  const rate = rateOf(one);
  return rate?.denominator && asksForCount(one)
    ? [`${COUNT_NOTE}how many ${rate.numerator.counts}, out of how many ${rate.denominator.counts}.`]
    : [];
}

/** "The most DNAs" is ranked by the rate, which is held against a target whatever the size; the person is told. */
export function rankNotes(one: Case): readonly string[] {
  const rate = rateOf(one);
  return rate !== undefined && one.frame.order !== null && mostOf(one) ? [`${RANK_NOTE}${rate.numerator.counts}.`] : [];
}

/** Notes with the one about a count first. */
export function countFirst(notes: readonly string[]): readonly string[] {
  return [...notes.filter((note) => note.startsWith(COUNT_NOTE)), ...notes.filter((note) => !note.startsWith(COUNT_NOTE))];
}

/** Notes without the one about a count, for what tells the count itself. */
export const withoutCount = (notes: readonly string[]): readonly string[] => notes.filter((note) => !note.startsWith(COUNT_NOTE));

/** A ranking or a condition by count ("the most DNAs", "over 100 DNAs") is not a ranking or a condition by rate. */
export function countNotRanked(one: Case): Reading | null {
  const rate = rateOf(one);
  const [having] = one.frame.having;
  const ranks = one.frame.order !== null || plays(one.frame, 'ranked');
  const byCount = ((ranks || having !== undefined) && asksForCount(one)) || mostOf(one) || (having !== undefined && countsThings(having, one));
  if (rate === undefined || !byCount || (having === undefined && ranks && !asksForCount(one))) {
    return null;
  }
  const name = metricWords(one.ground.catalogue, rate.id);
  const way = having === undefined || ranks ? 'a ranking' : 'a condition';
  return unknown('not-supported', `For ${name} I give the rate with the number behind it, not ${way} by count.`, [], offered(one, byRate(one, rate)));
}

function byRate(one: Case, { id }: Metric): readonly string[] {
  const { frame, ground } = one;
  const plain = plainQuestion(one, id) ?? '';
  const split = frame.by[0] ?? frame.bare[0]?.dimension;
  if (split === undefined) {
    return [plain];
  }
  const order = frame.order ?? 'highest';
  return [`${order} ${frame.limit === null ? '' : `${frame.limit} `}${dimensionWords(ground.catalogue, split, true)} for ${plain}`, `${plain} by ${dimensionWords(ground.catalogue, split)}`];
}

/** "How many" of the metric itself, and not "how many specialties"; or its total, where no rate was named. */
function asksForCount(one: Case): boolean {
  const counts = (one.frame.roles.get('count') ?? []).filter((span) => {
    const next = one.spans.find(({ start }) => start >= span.end);
    return next?.meaning.kind !== 'dimension';
  });
  const totals = (one.frame.roles.get('together') ?? []).filter(({ start, end }) => end - start === 1 && one.folded[start] === 'total'
    && one.frame.metricSpans.some((metric) => (metric.start === end || metric.end === start) && !namesARate(metric, one)));
  return counts.length > 0 || totals.length > 0;
}

function namesARate({ start, end }: Frame['metricSpans'][number], one: Case): boolean {
  return plays(one.frame, 'share') || one.folded.slice(start, end).some((word) => ['rate', 'percentage', 'utilisation', 'ratio'].includes(word));
}

function mostOf(one: Case): boolean {
  return one.frame.metricSpans.some(({ start }) => {
    let at = start - 1;
    while (at >= 0 && FUNCTION_WORDS.has(one.folded[at] ?? '')) {
      at -= 1;
    }
    return MOST.has(one.folded[at] ?? '') && one.spans.some((span) => span.end === at + 1 && span.meaning.kind === 'role');
  });
}

/** "Over 100 DNAs": a bare number with the metric right behind it, or one that no share of a whole can pass. */
function countsThings({ percent, value, span }: Having, one: Case): boolean {
  const behind = one.frame.metricSpans.some(({ start }) => start === span.end);
  return !percent && value > 1 && (behind || value > 100);
}
