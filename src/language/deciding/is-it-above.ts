import type { Reading } from '../reading';
import { reworded, type Case } from '../frame/case';
import { plays } from '../frame/frame';

const ASKING: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were']);

/** "Is theatre utilisation at Glenfield above 85%": the figure against its target, where that is the target; the figure itself where it is not. Null for any other question. */
export function isItAbove(one: Case): Reading | null {
  const { frame, folded, ground: { catalogue } } = one;
  const [having, second] = frame.having;
  const opens = ASKING.has(folded.find((word) => !['and', 'so', 'but', 'hi', 'ok'].includes(word)) ?? '');
  const chooses = frame.by.length + frame.bare.length + frame.main.scopes.length > 0 || frame.order !== null || folded.some((word) => word === 'any' || word === 'which' || word === 'there');
  const metric = catalogue.metrics.get(frame.metrics[0] ?? '');
  if (having === undefined || second !== undefined || !opens || chooses || metric === undefined || frame.metrics.length > 1 || plays(frame, 'why', 'forecast', 'trend', 'versus', 'compare', 'people')) {
    return null;
  }
  const value = metric.unit === 'ratio' ? Number((having.value / 100).toPrecision(12)) : having.value;
  const isTarget = catalogue.targets.some((target) => target.metric === metric.id && target.value === value);
  const reading = one.again(reworded(one.text, one.words, having.span, isTarget ? 'against target' : ''), true);
  return reading.kind === 'query' ? reading : null;
}
