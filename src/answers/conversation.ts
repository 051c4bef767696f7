import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { addDays, dayLabel, type Day } from '../calendar/day';
import { londonTime } from '../calendar/instant';
import type { Query } from '../engine/query';
import type { Snapshot } from '../engine/snapshot';
import type { Answer } from './answer';
import { glossaryOf, lettersIn } from './abbreviations';
import { defineMetric } from './definition';
import { PLAIN } from './from-reading';
import { inSentence } from './names';

/** What the bot can do, by example: each example is a question that can be pressed. */
export function helpAnswer(catalogue: Catalogue, query: Query | null, greeting: boolean): Answer {
  const names = [...catalogue.metrics.values()];
  const groups = [...new Set(names.map((metric) => metric.group))];
  const examples = examplesFor(catalogue);
  return {
    ...PLAIN,
    query,
    headline: greeting
      ? `Hello. Ask about ${new Intl.ListFormat('en-GB').format(asked(groups))}. For example:`
      : `Ask about productivity at ${catalogue.organisation.name}, in your own words.`,
    // A greeting is answered with what to press; the lists are for whoever asks for help.
    lines: greeting ? [] : [
      ...groups.map((group) => `${group}: ${names.filter((metric) => metric.group === group).map((metric) => metric.short ?? metric.name).join(', ')}.`),
      `Add ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(narrowings(catalogue))}, and a time: this month, May 24, Q1, year to date, last 12 months.`,
      ...glossaryOf(lettersIn(catalogue, names.map((metric) => metric.short ?? metric.name), Infinity)),
      'Ask "what is" for a definition, "by specialty" for a split, "worst specialties" for a ranking.',
    ],
    next: examples.map((text) => ({ title: text, step: { kind: 'ask', text } })),
    notice: catalogue.organisation.notice,
  };
}

/** What can be asked about, as people call it; what is seldom asked is left to help. */
function asked(groups: readonly string[]): readonly string[] {
  const said: Readonly<Record<string, string>> = { Experience: 'patient experience', 'Waiting list': 'waiting lists' };
  return groups.filter((group) => group !== 'Population' || groups.length === 1).map((group) => said[group] ?? inSentence(group));
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
    ...named('dna-rate', 'What does DNA rate mean?'),
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

/** How fresh each extract is, and why newer files are not being served where they are not. */
export function freshnessAnswer(query: Query, snapshot: Snapshot, problems: readonly string[]): Answer {
  // What ends first comes first: it is what whoever asks has to know.
  const tables = Object.values(snapshot.coverage).toSorted((a, b) => a.to.localeCompare(b.to));
  return {
    ...PLAIN,
    query,
    headline: freshnessHeadline(tables),
    lines: [
      `Loaded ${londonTime(Date.parse(snapshot.loadedAt))}; data version ${snapshot.id}.`,
      ...tables.map((table) => `${plainly(table.extract)}: ${dayLabel(table.from)} to ${dayLabel(table.to)}${table.provisionalFrom === null ? '' : `, provisional from ${dayLabel(table.provisionalFrom)}`}.`),
      ...problems,
    ],
    notice: snapshot.notice,
  };
}

/** "Outpatient appointments" of outpatient-appointments; letters stay as they are written. */
const plainly = (extract: string): string => `${extract.charAt(0).toLocaleUpperCase('en-GB')}${extract.slice(1).replaceAll('-', ' ')}`.replace(/^Rtt\b/, 'RTT');

/** Days behind the newest extract from which one is named as the exception. Extracts that come by the month end less than this behind daily ones. */
const BEHIND = 31;

/** "Up to date to 30 June 2024 or later, except: benchmarks, to 31 March 2024." */
function freshnessHeadline(tables: readonly { readonly extract: string; readonly to: Day }[]): string {
  const newest = tables.at(-1);
  const late = tables.filter(({ to }) => newest !== undefined && to < addDays(newest.to, -BEHIND));
  const next = tables[late.length];
  if (next === undefined) {
    return 'No extract is held.';
  }
  return late.length === 0 ? `Every extract runs to at least ${dayLabel(next.to)}.` : `Up to date to ${dayLabel(next.to)} or later, except: ${late.map(({ extract, to }) => `${inSentence(plainly(extract))}, to ${dayLabel(to)}`).join('; ')}.`;
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
