import type { Query } from '../../engine/query';
import type { Case } from '../frame/case';

const TURNED: Readonly<Record<NonNullable<Query['order']>, NonNullable<Query['order']>>> = { highest: 'lowest', lowest: 'highest', worst: 'worst', best: 'best' };

/** Whether a measure was named by what it is below nought: "net deficit" for the net surplus. */
function namedByOpposite(one: Case): boolean {
  return one.frame.metricSpans.length === 1 && one.frame.metricSpans.every(({ start, end }) => {
    const words = one.folded.slice(start, end);
    return words.includes('deficit') && !words.includes('surplus');
  });
}

/** "The largest deficit" is the lowest surplus; best and worst are what they are. */
export function orderAsNamed(one: Case, order: Query['order']): Query['order'] {
  return order !== null && namedByOpposite(one) ? TURNED[order] : order;
}

/** "A deficit over £5m" is a surplus below minus five million. */
export function conditionAsNamed(one: Case, having: Query['having']): Query['having'] {
  return having !== null && namedByOpposite(one) ? { op: having.op === 'above' ? 'below' : 'above', value: -having.value } : having;
}
