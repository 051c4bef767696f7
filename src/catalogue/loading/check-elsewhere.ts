import type { Fault } from '../fault';
import type { Setting } from './setting';

/** That a figure printed elsewhere is set beside a metric that there is. */
export function checkElsewhere({ merged }: Setting): Fault[] {
  return merged.elsewhere.flatMap(({ value: { metrics, source }, entry }) => metrics.flatMap((id, index) => (
    merged.ids.metrics.has(id) ? []
      : [{ ...entry.place(['metrics', index]), message: `elsewhere ${source}: there is no metric "${id}".`, fix: 'Write the id of a metric, such as dna-rate.' }])));
}
