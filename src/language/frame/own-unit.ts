import type { Metric } from '../../catalogue/metric';
import type { Case } from './case';

/** "Savings in £", "how long do they stay": how a measure is told anyway. */
export function namesItsUnit({ folded }: Case, at: number, metrics: readonly Metric[]): boolean {
  const word = folded[at] ?? '';
  const all = (units: readonly Metric['unit'][]): boolean => metrics.length > 0 && metrics.every(({ unit, kind }) => units.includes(unit) || (units.includes('nights') && kind === 'median'));
  return (IN_MONEY.has(word) && all(['gbp'])) || (word === 'long' && folded[at - 1] === 'how' && all(['nights', 'minutes']));
}

const IN_MONEY: ReadonlySet<string> = new Set(['£', 'pound', 'money', 'cash']);
