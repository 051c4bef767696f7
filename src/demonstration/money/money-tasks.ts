import { addMonths, monthKey, type Day } from '../../calendar/day';
import { HISTORY_FROM } from '../ground';
import { monthsFrom } from '../months-from';
import { benchmarkStatements } from './benchmark-extract';
import { contractExtract, planExtract } from './contract-extract';
import { contractStatements } from './contract-lines';
import { costStatements } from './cost-extract';
import { DEEP_DIVE_MONTHS } from './deep-dive-group';
import { populationExtract } from './population-extract';
import { publishedExtract } from './published-extract';

/**
 * The tasks that write the demonstration trust's contract, plans, costs, population and benchmarks as they stand on the
 * morning of `today`, to the latest month that is over. They stand on the tables of the ground; `file` gives the path of
 * a file's name. A month's rows are the same whenever they are made.
 */
export function moneyTasks(file: (name: string) => string, today: Day): readonly (readonly string[])[] {
  const last = monthKey(addMonths(today, -1));
  if (last < monthKey(HISTORY_FROM)) {
    return [];
  }
  // The deep dive's twelve months are shared out as one, so that all of them are made, and then those that are over written.
  const months = monthsFrom(monthKey(HISTORY_FROM), last < DEEP_DIVE_MONTHS[1] ? DEEP_DIVE_MONTHS[1] : last);
  return [
    [
      ...contractStatements(months),
      contractExtract(file('contract-activity.parquet'), last),
      ...planExtract(file('activity-plan.parquet'), last),
      ...costStatements(file('service-costs.parquet'), months, last),
    ],
    [
      populationExtract(file('population.csv'), months.filter((month) => month <= last)),
      ...benchmarkStatements(file('benchmark-values.csv'), today),
      ...publishedExtract(file('published-values.csv'), today),
    ],
  ];
}
