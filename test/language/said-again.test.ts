import fc from 'fast-check';
import { querySchema, type Query } from '../../src/engine/query';
import { queryWords } from '../../src/language/query-words';
import { plainly } from './golden-questions';
import { CATALOGUE, VOCABULARY } from './trust-language';
import { askedIn2024 } from './july-2024';

const SETTING = { catalogue: CATALOGUE, vocabulary: VOCABULARY };

/** Stretches of time by the labels that cards give them, each as the period it is. */
const PERIODS: readonly Query['period'][] = [
  { from: '2024-06-01', to: '2024-06-30', grain: 'month', label: 'June 2024', asked: null },
  { from: '2023-10-01', to: '2023-10-31', grain: 'month', label: 'October 2023', asked: null },
  { from: '2024-04-01', to: '2024-06-30', grain: 'quarter', label: 'Q1 2024/25 (April to June 2024)', asked: null },
  { from: '2023-04-01', to: '2024-03-31', grain: 'year', label: '2023/24', asked: null },
  { from: '2023-01-01', to: '2023-12-31', grain: 'year', label: 'Calendar year 2023', asked: null },
  { from: '2023-10-01', to: '2024-03-31', grain: 'half', label: 'H2 2023/24 (October 2023 to March 2024)', asked: null },
  { from: '2024-04-01', to: '2024-06-30', grain: 'ytd', label: 'April 2024 to June 2024 (year to date)', asked: null },
  { from: '2023-07-01', to: '2024-06-30', grain: 'rolling', label: '12 months to June 2024', asked: null },
  { from: '2024-06-03', to: '2024-06-14', grain: 'range', label: '3 June to 14 June 2024', asked: null },
  { from: '2024-07-01', to: '2024-07-07', grain: 'week', label: 'Week ending Sunday 7 July 2024', asked: null },
  { from: '2024-07-09', to: '2024-07-09', grain: 'day', label: '9 July 2024', asked: null },
];
const METRICS = [...CATALOGUE.metrics.values()].filter(({ restricted }) => !restricted);
/** Codes of open dimensions are whatever the data holds; a number by itself is no name. */
const valuesOf = (dimension: string): readonly string[] => {
  switch (dimension) {
    case 'specialty': return CATALOGUE.organisation.specialties.filter(({ code, name }) => /^\d+$/.test(code) && !/TFC|not known/i.test(name)).map(({ code }) => code);
    case 'cmg': return CATALOGUE.organisation.cmgs.map(({ key }) => key);
    case 'site': return CATALOGUE.organisation.sites.map(({ key }) => key);
    default: return (CATALOGUE.dimensions.get(dimension)?.values ?? []).map(({ key }) => key);
  }
};

const query: fc.Arbitrary<Query> = fc.constantFrom(...METRICS).chain((metric) => {
  const open = metric.dimensions.filter((id) => CATALOGUE.dimensions.get(id)?.restricted !== true);
  const listed = open.filter((id) => valuesOf(id).length > 0);
  const oneOf = (dimension: string): fc.Arbitrary<Query['filters']> => fc.constantFrom(...valuesOf(dimension)).map((key) => ({ [dimension]: [key] }));
  const narrowed: fc.Arbitrary<Query['filters']> = listed.length === 0 ? fc.constant({}) : fc.oneof(fc.constant({}), fc.constantFrom(...listed).chain(oneOf));
  const times = fc.constantFrom(...PERIODS);
  const split = open.length === 0 ? fc.constant(null) : fc.constantFrom(...open);
  const shape = fc.constantFrom('value', 'trend', 'breakdown', 'ranking', 'condition', 'last-year', 'previous', 'target', 'explanation', 'projection', 'definition', 'excluding');
  return fc.record({ shape, filters: narrowed, period: times, by: split, order: fc.constantFrom('worst', 'best', 'highest', 'lowest'), limit: fc.option(fc.integer({ min: 2, max: 20 })) })
    .map(({ shape: kind, filters, period, by, order, limit }) => asQuery(metric.id, metric.unit, { kind, filters, period, by, order, limit }));
});

interface Shape {
  readonly kind: string;
  readonly filters: Query['filters'];
  readonly period: Query['period'];
  readonly by: string | null;
  readonly order: 'worst' | 'best' | 'highest' | 'lowest';
  readonly limit: number | null;
}

function asQuery(metric: string, unit: string, { kind, filters, period, by, order, limit }: Shape): Query {
  const plain = { intent: 'value', metrics: [metric], period, filters };
  const apart = by !== null && !(by in filters) ? by : null;
  switch (kind) {
    case 'trend': return querySchema.parse({ ...plain, intent: 'trend' });
    case 'breakdown': return querySchema.parse(apart === null ? plain : { ...plain, intent: 'breakdown', by: apart });
    case 'ranking': return querySchema.parse(apart === null ? plain : { ...plain, intent: 'ranking', by: apart, order, limit });
    case 'condition': return querySchema.parse(apart === null ? plain : { ...plain, intent: 'breakdown', by: apart, having: { op: 'above', value: unit === 'ratio' ? 0.08 : 12 } });
    case 'last-year': case 'previous': case 'target': return querySchema.parse({ ...plain, intent: 'comparison', versus: kind });
    case 'explanation': case 'projection': return querySchema.parse({ ...plain, intent: kind });
    case 'definition': return querySchema.parse({ intent: 'definition', metrics: [metric], period: null });
    case 'excluding': return querySchema.parse({ ...plain, filters: {}, excluding: filters });
    default: return querySchema.parse(plain);
  }
}

test('any query of any measure, said in words, reads as itself', () => {
  fc.assert(fc.property(query, (one) => {
    const words = queryWords(one, SETTING);
    const again = askedIn2024(words);
    expect([words, again.kind === 'query' ? plainly(again.query) : again]).toEqual([words, plainly(one)]);
  }), { numRuns: 800 });
});
