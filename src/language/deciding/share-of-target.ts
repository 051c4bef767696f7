import type { Reading } from '../reading';
import { reworded, type Case } from '../frame/case';
import { plays } from '../frame/frame';

/** "What proportion of the CIP has been delivered": a share of a sum or a count is of what is aimed at. Null for any other question. */
export function shareOfTarget(one: Case): Reading | null {
  const { frame, ground: { catalogue } } = one;
  const [share] = frame.roles.get('share') ?? [];
  const metric = catalogue.metrics.get(frame.metrics[0] ?? '');
  const aimed = metric !== undefined && metric.unit !== 'ratio' && catalogue.targets.some((target) => target.metric === metric.id && (target.value ?? 0) > 0);
  if (share === undefined || !aimed || frame.metrics.length !== 1 || frame.by.length + frame.bare.length + frame.having.length > 0 || plays(frame, 'why', 'forecast', 'trend')) {
    return null;
  }
  const plain = reworded(one.text, one.words, share, '').replace(/[\s?.!]+$/, '');
  const reading = one.again(plays(frame, 'target', 'versus-target') ? plain : `${plain} against target`, true);
  return reading.kind === 'query' ? reading : null;
}
