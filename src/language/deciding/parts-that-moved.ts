import type { Reading } from '../reading';
import type { Case } from '../frame/case';
import { plays } from '../frame/frame';
import { leftovers } from '../frame/leftover';
import type { Span } from '../frame/span';
import { planFor } from './plan-for';
import { writeQuery, type Plan } from './write-query';

/** What draws a course and says of no part that it changed. */
const DRAWN = /^(?:trend|over time|by month|per month|monthly|month|chart|graph|plot|line|draw|run chart|history|historical|timeline|time|track|curve|spc|show)/;

/** How a figure stands, and not how it moved: "which is better". */
const STANDS: ReadonlySet<string> = new Set(['smaller', 'bigger', 'quicker', 'slower', 'faster', 'longer', 'shorter', 'that much', 'a lot', 'so many', 'so few', 'many', 'few', 'fewer', 'more', 'less', 'more likely', 'less likely', 'likely', 'high', 'low', 'bad', 'poor', 'better', 'worse', 'higher', 'lower', 'so high', 'so low', 'so bad', 'so poor', 'so good', 'up', 'down', 'doing better', 'doing worse', 'any better', 'any worse']);

/**
 * "Which sites got worse on late starts", "which specialty improved the most": each part beside the time before, from which
 * it is seen which moved and how much. They are not put in the order of their change, and that is said.
 */
export function partsThatMoved(one: Case): Reading | null {
  const { frame, folded } = one;
  if (frame.metrics.length !== 1 || one.spans.some(({ meaning }) => meaning.kind === 'ambiguous')) {
    return null;
  }
  // What moved since a time is set against that time, and not against a stretch before it.
  if (folded.includes('since')) {
    return null;
  }
  const { plan } = planFor(one);
  const [split, second] = plan.by;
  const moved = [...(frame.roles.get('moved') ?? []).filter((span) => !STANDS.has(wordsOf(span, folded))), ...(frame.roles.get('trend') ?? []).filter((span) => !DRAWN.test(wordsOf(span, folded)))];
  const asks = folded.some((word) => word === 'which' || word === 'what' || word === 'any');
  const drawn = (frame.roles.get('trend') ?? []).some((span) => DRAWN.test(wordsOf(span, folded)));
  const compares = plan.comparison.kind !== 'none' && !(plan.comparison.kind === 'versus' && plan.comparison.versus.kind === 'word' && plan.comparison.versus.word !== 'target');
  if (split === undefined || second !== undefined || moved.length === 0 || drawn || !asks || compares || frame.having.length > 0 || frame.unsupported.length + frame.notHeld.length + frame.scorecards.length > 0 || plays(frame, 'why', 'forecast', 'target')) {
    return null;
  }
  const roles = new Map([...frame.roles].filter(([role]) => role !== 'moved' && role !== 'trend'));
  const plain: Case = { ...one, frame: { ...frame, roles, order: null, limit: null, unplaced: frame.unplaced.filter((run) => !moved.includes(run)) } };
  const metrics = frame.metrics.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? []);
  if (leftovers(plain, metrics).length > 0) {
    return null;
  }
  const comparison: Plan['comparison'] = plan.comparison.kind === 'versus' && plan.comparison.versus.kind === 'word' ? plan.comparison : { kind: 'versus', versus: { kind: 'word', word: 'previous' } };
  const written = writeQuery(plain, { by: [split], comparison });
  const order = frame.order === null ? [] : ['Each is shown beside the time before; they are not put in the order of their change.'];
  return { kind: 'query', ...written, notes: [...order, ...written.notes] };
}

function wordsOf({ start, end }: Span, folded: readonly string[]): string {
  return folded.slice(start, end).join(' ');
}
