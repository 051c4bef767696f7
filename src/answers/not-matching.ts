import type { Elsewhere } from '../catalogue/elsewhere';
import type { Metric } from '../catalogue/metric';

/** Why somebody's figure from elsewhere may be another one: each source by what it does otherwise, and whom to ask. */
export function notMatching(elsewhere: readonly Elsewhere[], { id, owner }: Metric): readonly string[] {
  const others = elsewhere.filter(({ metrics }) => metrics.includes(id));
  const asked = (ask: string | null): string => (ask === null ? '' : `; ask ${ask}`);
  return [
    ...others.map(({ source, differs, ask }) => `Doesn't match ${source.replace(/^(?:A|An|The) /, (article) => article.toLowerCase())}? That one ${differs}${asked(ask)}`),
    `${others.length === 0 ? 'Doesn\'t match another source' : 'Still doesn\'t match'}? Compare its period, what it counts and what it leaves out with these, then ask ${owner}`,
  ];
}
