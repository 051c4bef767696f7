import type { Catalogue } from '../catalogue/catalogue';
import type { Metric, MetricKind, Unit } from '../catalogue/metric';

/** A file of worked examples: where it is from the root of the repository, and what it holds. */
export interface ExampleFile {
  readonly path: string;
  readonly text: string;
}

const KINDS: Readonly<Record<MetricKind, string>> = {
  ratio: 'ratio of sums', count: 'sum', median: 'median', difference: 'difference', opportunity: 'opportunity', published: 'as published',
};
const UNITS: Readonly<Record<Unit, string>> = { ratio: '%', count: 'count', number: 'number', minutes: 'minutes', nights: 'nights', gbp: '£', points: 'points' };

export const REFERENCE_BEGINS = '<!-- reference begins: written by npm run reference -->';
export const REFERENCE_ENDS = '<!-- reference ends -->';

/**
 * The reference section as a Markdown table: every metric with its kind and unit, the tables it reads and the extracts
 * that feed them, the documents its targets come from, and the file that works an example of it.
 */
export function referenceTable(catalogue: Catalogue, examples: readonly ExampleFile[]): string {
  const groups = [...new Set([...catalogue.metrics.values()].map(({ group }) => group))];
  const rows = groups.flatMap((group) => [...catalogue.metrics.values()].filter((metric) => metric.group === group).map((metric) => [
    `${metric.name} \`${metric.id}\``, group, `${KINDS[metric.kind]}, ${UNITS[metric.unit]}`, sourcesOf(metric, catalogue), targetsOf(metric, catalogue),
    exampleOf(metric, examples),
  ]));
  const head = ['Metric', 'Group', 'Kind and unit', 'Tables (extracts)', 'Targets from', 'Worked example'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(inCell).join(' | ')} |`).join('\n');
}

/**
 * The text with what stands between the two markers replaced by the table.
 * @throws RangeError where the markers are not both there, in their order.
 */
export function withReference(text: string, table: string): string {
  const begins = text.indexOf(REFERENCE_BEGINS);
  const ends = text.indexOf(REFERENCE_ENDS);
  if (begins < 0 || ends < begins) {
    throw new RangeError(`The text has no ${REFERENCE_BEGINS} with ${REFERENCE_ENDS} after it.`);
  }
  return `${text.slice(0, begins + REFERENCE_BEGINS.length)}\n\n${table}\n\n${text.slice(ends)}`;
}

function sourcesOf({ numerator, denominator }: Metric, { sources }: Catalogue): string {
  const tables = [...new Set([numerator.table, ...(denominator === null ? [] : [denominator.table])])];
  return tables.map((table) => {
    const feeding = sources.filter((source) => source.table === table).map(({ id }) => id);
    return `${table} (${feeding.join(', ') || 'none'})`;
  }).join('; ');
}

function targetsOf({ id }: Metric, { targets }: Catalogue): string {
  const documents = targets.filter(({ metric }) => metric === id).map(({ source }) => source);
  return [...new Set(documents)].join('; ') || 'none';
}

/** The first file with an entry for the metric, written as "metric: id" in either way that YAML has. */
function exampleOf({ id }: Metric, examples: readonly ExampleFile[]): string {
  const entry = new RegExp(`(?:^|[\\s{,-])metric: *['"]?${id}['"]?(?=[\\s,}]|$)`, 'm');
  return examples.find(({ text }) => entry.test(text))?.path ?? 'none';
}

/** Text that cannot end its cell. */
const inCell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
