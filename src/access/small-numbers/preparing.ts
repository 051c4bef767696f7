import { financialYear } from '../../calendar/financial-year';
import type { Measure } from '../../catalogue/metric';
import { countsOf, peopleKey } from '../../engine/people';
import type { Ground } from '../../engine/slice';
import type { Pattern } from './pattern';

/** What is worked out one after the other: every table's running year, then table by table the others; those first that most measures count. */
export function inOrder(
  { catalogue, snapshot }: Pick<Ground, 'catalogue' | 'snapshot'>, years: number, patternOf: (measure: Measure) => Pattern,
): readonly { readonly pattern: Pattern; readonly year: number }[] {
  const counted = [...catalogue.metrics.values()].flatMap(countsOf);
  const measures = new Map(counted.map((measure) => [peopleKey(measure), measure]));
  const asked = (key: string): number => counted.filter((measure) => peopleKey(measure) === key).length;
  const tables = [...measures].sort(([one], [other]) => asked(other) - asked(one)).flatMap(([, measure]) => {
    const coverage = snapshot.coverage[measure.table];
    if (coverage === undefined) {
      return [];
    }
    const running = financialYear(coverage.to);
    const [first, last] = [Math.max(financialYear(coverage.from), running - years + 1), financialYear(coverage.bookedTo > coverage.to ? coverage.bookedTo : coverage.to)];
    return [{ pattern: patternOf(measure), running, all: Array.from({ length: last - first + 1 }, (_, index) => last - index) }];
  });
  return [
    ...tables.flatMap(({ pattern, running, all }) => all.filter((year) => year >= running).map((year) => ({ pattern, year }))),
    ...tables.flatMap(({ pattern, running, all }) => all.filter((year) => year < running).map((year) => ({ pattern, year }))),
  ];
}
