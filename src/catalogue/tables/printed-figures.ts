import { SHARED_COLUMNS, type CanonicalColumn, type CanonicalTable } from '../canonical-table';

const MOST = 1e12;
const number = (name: string): CanonicalColumn => ({ name, type: 'number', min: -MOST, max: MOST });

/** What a figure covers: the words a document uses for a stretch of time. */
const PRINTED_PERIODS = ['month', 'ytd', 'quarter', 'year', 'rolling-6', 'rolling-12', 'range', 'not-stated'] as const;

export const PUBLISHED_VALUES: CanonicalTable = {
  name: 'published_values',
  describes: 'a figure as a document prints it, with the table and row it stands in',
  key: 'figure_id',
  date: 'period_to',
  standsFor: 'stretch',
  from: 'period_from',
  columns: [
    { name: 'figure_id', type: 'text' },
    { name: 'metric', type: 'text', required: true },
    { name: 'period_kind', type: 'text', required: true, codes: PRINTED_PERIODS },
    /** Both empty where the document does not say which period it means. */
    { name: 'period_from', type: 'date' },
    { name: 'period_to', type: 'date' },
    ...SHARED_COLUMNS,
    /** What the figure is of, "dimension=key" with "; " between, in the order of the dimensions' names; empty for the whole. */
    { name: 'part', type: 'text' },
    number('value'),
    number('numerator'),
    number('denominator'),
    /** The document's name, and where in it: "Table 1, ACPL". */
    { name: 'document', type: 'text', required: true },
    { name: 'place', type: 'text', required: true },
    { name: 'published_on', type: 'date', required: true },
  ],
};

export const BENCHMARK_VALUES: CanonicalTable = {
  name: 'benchmark_values',
  describes: 'one measure of one provider for one stretch of time, as a benchmarking source gives it',
  key: 'benchmark_id',
  date: 'period_to',
  standsFor: 'stretch',
  from: 'period_from',
  columns: [
    { name: 'benchmark_id', type: 'text' },
    { name: 'metric', type: 'text', required: true },
    { name: 'period_from', type: 'date', required: true },
    { name: 'period_to', type: 'date', required: true },
    ...SHARED_COLUMNS,
    /** ODS code of the provider; "national" for the whole country, "peer-median" for a median that the source gives itself. */
    { name: 'provider_code', type: 'text', required: true },
    { name: 'provider_name', type: 'text', required: true },
    { name: 'peer_group', type: 'text' },
    number('value'),
    number('numerator'),
    number('denominator'),
    { name: 'document', type: 'text', required: true },
    { name: 'published_on', type: 'date', required: true },
    /** Where the source's definition differs from this catalogue's. */
    { name: 'difference_in_definition', type: 'text' },
  ],
};
