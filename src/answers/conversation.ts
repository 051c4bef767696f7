import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { dayLabel, type Day } from '../calendar/day';
import type { Query } from '../engine/query';
import type { Snapshot } from '../engine/snapshot';
import type { Answer } from './answer';
import { glossaryOf, lettersIn } from './abbreviations';
import { defineMetric } from './definition';
import { PLAIN } from './from-reading';

/** What the bot can do, by example: each example is a question that can be pressed. */
export function helpAnswer(catalogue: Catalogue, query: Query | null, greeting: boolean): Answer {
  const names = [...catalogue.metrics.values()];
  const groups = [...new Set(names.map((metric) => metric.group))];
  const examples = examplesFor(catalogue);
  return {
    ...PLAIN,
    query,
    headline: `${greeting ? 'Hello. ' : ''}Ask about productivity at ${catalogue.organisation.name}, in your own words.`,
    lines: [
      ...groups.map((group) => `${group}: ${names.filter((metric) => metric.group === group).map((metric) => metric.short ?? metric.name).join(', ')}.`),
      `Add ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(narrowings(catalogue))}, and a time: this month, May 24, Q1, year to date, last 12 months.`,
      ...glossaryOf(lettersIn(catalogue, names.map((metric) => metric.short ?? metric.name), Infinity)),
      'Ask "what is" for a definition, "by specialty" for a split, "worst specialties" for a ranking.',
    ],
    next: examples.map((text) => ({ title: text, step: { kind: 'ask', text } })),
    notice: catalogue.organisation.notice,
  };
}

/** What this organisation's figures can be narrowed to. */
function narrowings({ organisation }: Catalogue): readonly string[] {
  return ['a specialty', ...(organisation.sites.length > 0 ? ['a site'] : []), ...(organisation.cmgs.length > 0 ? ['a clinical management group'] : [])];
}

function examplesFor(catalogue: Catalogue): readonly string[] {
  const metrics = [...catalogue.metrics.values()];
  const named = (id: string, words: string): readonly string[] => (catalogue.metrics.has(id) ? [words] : []);
  const found = [
    ...named('dna-rate', 'DNA rate for ENT'), ...named('acpl', 'ACPL this month'), ...named('late-starts', 'Late starts by site'),
    ...named('dna-rate', 'What is the DNA rate?'),
  ];
  return found.length > 0 ? found : metrics.slice(0, 3).map((metric) => metric.name);
}

/** One metric's definition, or the first of several. */
export function definitionAnswer(catalogue: Catalogue, query: Query, today: Day): Answer {
  const defined = query.metrics.flatMap((id) => catalogue.metrics.get(id) ?? []);
  const [metric] = defined;
  if (metric === undefined) {
    return helpAnswer(catalogue, query, false);
  }
  return {
    ...PLAIN,
    query,
    headline: `${metric.name}: ${metric.definition}`,
    definition: defineMetric(catalogue, metric, today),
    letters: lettersIn(catalogue, [metric.name, metric.definition]),
    lines: defined.slice(1).map((other) => `${other.name}: ${other.definition}`),
    next: definitionSteps(metric),
    notice: catalogue.organisation.notice,
  };
}

function definitionSteps(metric: Metric): Answer['next'] {
  const name = metric.short ?? metric.name;
  return [name, `${name} last 12 months`, ...(metric.dimensions.includes('specialty') ? [`${name} by specialty`] : [])]
    .map((text) => ({ title: text, step: { kind: 'ask', text } }));
}

/**
 * How fresh each extract is, and why newer files are not being served where they are not.
 * @param isCounted whether its rows are told, which are figures of the whole trust
 */
export function freshnessAnswer(query: Query, snapshot: Snapshot, problems: readonly string[], isCounted: boolean): Answer {
  const tables = Object.values(snapshot.coverage);
  const oldest = tables.map((table) => table.to).sort()[0];
  return {
    ...PLAIN,
    query,
    headline: oldest === undefined ? 'No extract is held.' : `Every extract runs to at least ${dayLabel(oldest)}.`,
    lines: [
      ...tables.map((table) => `${table.extract}: ${dayLabel(table.from)} to ${dayLabel(table.to)}${isCounted ? `, ${table.rows.toLocaleString('en-GB')} rows` : ''}${table.provisionalFrom === null ? '' : `, provisional from ${dayLabel(table.provisionalFrom)}`}.`),
      `Data version ${snapshot.id}, in use since ${snapshot.loadedAt.slice(0, 16).replace('T', ' ')} UTC.`,
      ...problems,
    ],
    notice: snapshot.notice,
  };
}

/** Said while nothing has ever been loaded. */
export function nothingLoadedAnswer(problems: readonly string[], notice: string | null): Answer {
  return {
    ...PLAIN,
    outcome: 'no-data',
    headline: 'No data has been loaded yet.',
    lines: problems,
    reason: 'nothing-loaded',
    notice,
  };
}
