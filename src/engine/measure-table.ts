import type { CanonicalTable } from '../catalogue/canonical-table';
import { canonicalTable } from '../catalogue/tables/canonical-tables';
import type { Measure } from '../catalogue/metric';
import { TallyError } from '../errors';

/** The canonical table of a measure. Throws CATALOGUE_INVALID where there is none of that name. */
export function tableOf(measure: Pick<Measure, 'table'>): CanonicalTable {
  const table = canonicalTable(measure.table);
  if (table === undefined) {
    throw new TallyError('CATALOGUE_INVALID', `no canonical table ${measure.table}`);
  }
  return table;
}

/** The column that dates the rows of a measure. */
export const dateOf = (measure: Pick<Measure, 'table' | 'date'>): string => measure.date ?? tableOf(measure).date;

/** Whether the amounts of a measure are whole numbers: records, or a column of such. */
export const isWhole = (measure: Pick<Measure, 'sum' | 'table'>): boolean =>
  measure.sum === 'rows' || tableOf(measure).columns.some(({ name, type }) => name === measure.sum && type === 'integer');
