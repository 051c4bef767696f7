import type { Catalogue } from '../catalogue/catalogue';
import type { Metric, Unit } from '../catalogue/metric';
import { canonicalTable } from '../catalogue/tables/canonical-tables';
import { targetsFor } from '../catalogue/targets';
import { dayLabel, type Day } from '../calendar/day';
import type { DefinitionAnswer } from './definition-answer';
import { listsOf } from './basis';
import { readsWords } from './caveats';
import { inBrackets } from './in-brackets';
import { targetWords } from './judge';
import { labelOf } from './names';

const BETTER: Readonly<Record<Metric['better'], string>> = {
  higher: 'Higher is better', lower: 'Lower is better', neutral: 'Neither higher nor lower is better in itself',
};

const KINDS: Readonly<Record<Metric['kind'], string>> = {
  ratio: 'One total divided by the other, over the whole period; never an average of averages',
  count: 'A count, added up over the period',
  median: 'The middle value: half lie below it, half above; medians of parts do not add up',
  difference: 'The first less the second, for exactly the same stretch of time',
  opportunity: 'What it came to, less what the same activity would have come to at the unit cost of the base year',
  published: 'A figure as somebody else prints it; it is not worked out here',
};

/** Of a census there is one day that stands for the period, and its counts are never added to another's. */
const ON_CENSUS: Readonly<Partial<Record<Metric['kind'], string>>> = {
  ratio: 'One divided by the other, both on the last census day of the period',
  count: 'A count on the last census day of the period; never added up over days or months',
};

const FOR: Readonly<Record<'any' | 'month' | 'ytd' | 'year', string>> = {
  any: '', month: 'for a month or longer', ytd: 'for the year to date', year: 'for the whole year',
};

/** A metric's definition in the order its card prints it: plain words, the fraction, exclusions, targets, owner. */
export function defineMetric(catalogue: Catalogue, metric: Metric, today: Day): DefinitionAnswer {
  return {
    metric: metric.id,
    name: metric.name,
    plain: metric.definition,
    numerator: metric.numerator.counts,
    denominator: secondPart(metric),
    sign: metric.denominator === null ? null : metric.kind === 'ratio' ? '÷' : '−',
    exclusions: metric.exclude.map(({ because }) => because),
    targets: targetsOf(catalogue, metric, today),
    better: metric.rest === null ? BETTER[metric.better] : `${BETTER[metric.better]}. Also quoted the other way round, as the share ${metric.rest}`,
    owner: metric.owner,
    source: metric.source,
    version: metric.version,
    caveats: [...metric.caveats, ...catalogue.elsewhere.filter(({ metrics }) => metrics.includes(metric.id)).map(({ source, differs }) => `${source} ${differs}.`)],
    splits: metric.dimensions.flatMap((id) => catalogue.dimensions.get(id)?.name ?? []),
    kind: kindWords(metric),
    choices: choicesOf(catalogue, metric),
  };
}

/** What the first part is divided by, or what is taken from it: of an opportunity, the same activity at the base year's ratio. */
function secondPart({ kind, denominator, 'base-year': year }: Metric): string | null {
  const at = kind === 'opportunity' && denominator !== null ? ` × what one of them came to in ${year ?? 'the base year'}` : '';
  return denominator === null ? null : `${denominator.counts}${at}`;
}

/** What is done with the two parts, the share that is taken off afterwards included. */
function kindWords(metric: Metric): string {
  if (canonicalTable(metric.numerator.table)?.standsFor === 'census') {
    return ON_CENSUS[metric.kind] ?? KINDS[metric.kind];
  }
  const { kind, less } = metric;
  const taken = less === null ? '' : `; of what is left, the ${less.name} of ${percent(less.rate)} is taken off`;
  return kind === 'ratio' && isMean(metric) ? `The mean: ${inWords(metric)}` : `${KINDS[kind]}${taken}`;
}

const percent = (rate: number): string => `${(rate * 100).toLocaleString('en-GB')}%`;

/** A ratio in a unit of its own, such as nights a stay, is what people call a mean. */
function isMean({ unit }: Metric): boolean {
  return unit === 'nights' || unit === 'minutes';
}

const inWords = ({ unit }: Metric): string => `all ${unit} added up, divided by how many there are; never a mean of means`;

/** Every target stated for the metric that holds today, wherever it holds: rivals side by side, computed ones without a number. */
function targetsOf(catalogue: Catalogue, metric: Metric, today: Day): DefinitionAnswer['targets'] {
  const general = targetsFor(catalogue, metric.id, { filters: {}, day: today, grain: 'year' });
  const held = catalogue.targets.filter(({ metric: of, from, to }) => of === metric.id && from <= today && (to === null || today <= to));
  const where = (target: (typeof held)[number]): string => [
    Object.entries(target.where).map(([dimension, key]) => labelOf(catalogue, dimension, key)).join(', ') || (target['only-there'] ? `${catalogue.organisation.scope} as a whole` : 'everywhere'), FOR[target.for],
  ].filter((words) => words !== '').join(', ');
  const leading = general[0]?.source;
  const words = held.map((target) => {
    const asOf = { catalogue, day: today };
    const shown = target.computed !== undefined
      ? (target.name ?? `upper quartile of ${target.computed['peer-group']}`)
      : targetWords({ ...target, value: valueToday(metric, target, today) }, metric, asOf);
    return { words: shown, source: target.source, where: where(target) };
  });
  return words.sort((a, b) => Number(b.source === leading) - Number(a.source === leading));
}

/** A course's value is that of today; any other is as it is stated. */
function valueToday(metric: Metric, target: Catalogue['targets'][number], today: Day): number {
  if (target.trajectory === undefined) {
    return target.value ?? 0;
  }
  const filters = Object.fromEntries(Object.entries(target.where).map(([dimension, key]) => [dimension, [key]]));
  return targetsFor({ targets: [target] }, metric.id, { filters, day: today, grain: 'year' })[0]?.value ?? target.value ?? 0;
}

/** What the trust chose for this measure: lists, prices, base year, cost rate, and how long coding takes. */
function choicesOf(catalogue: Catalogue, metric: Metric): DefinitionAnswer['choices'] {
  const { inflation } = catalogue;
  const days = metric['matures-after-days'];
  return [
    ...listsOf(catalogue, metric).map(({ name, owner, date, proxy, codes }) => ({
      title: 'Procedure list', words: `${name}, ${codes.length} codes${proxy === null ? '' : ` ${inBrackets(proxy)}`}; ${owner}, ${dayLabel(date)}`,
    })),
    ...(metric['base-year'] === null ? [] : [{ title: 'Base year', words: metric['base-year'] }]),
    ...(metric.numerator['in-base-year-prices'] && inflation !== null
      ? [{ title: 'Prices', words: `Those of ${inflation['base-year']}, by ${inflation.name}; ${inflation.owner}, ${dayLabel(inflation.date)}` }]
      : []),
    ...(metric.less === null ? [] : [{ title: 'Assumption', words: `${metric.less.name} ${percent(metric.less.rate)} ${inBrackets(metric.less.source)}` }]),
    ...(days === 0 ? [] : [{ title: 'Coding', words: `Can be relied on ${days} days after the period ends; until then it is marked as still being coded${metric['reads-until-mature'] === null ? '' : `, and ${readsWords(metric)}`}` }]),
    ...(metric.rolling === 'mean-of-months' ? [{ title: 'Rolling', words: 'Mean of the months, each weighing the same' }] : []),
    { title: 'Unit', words: `${unitWords(metric)}, shown to ${metric.decimals === 0 ? 'the whole number' : `${metric.decimals} decimal ${metric.decimals === 1 ? 'place' : 'places'}`}` },
    ...(metric.counting === 'people' ? [{ title: 'Small numbers', words: 'Counts of 1 to 7 people are hidden, and large ones or noughts too where a small one would follow by subtraction' }] : []),
  ];
}

const UNITS: Readonly<Record<Unit, string>> = {
  ratio: 'percentage', count: 'count', number: 'number', minutes: 'minutes', nights: 'nights', gbp: 'pounds', points: 'points',
};

const unitWords = ({ unit, suffix }: Metric): string => (suffix === '' ? UNITS[unit] : suffix);
