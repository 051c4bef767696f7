import { roundedAs } from '../engine/cell';
import type { Figure, MetricResult, ScorecardResult } from '../engine/result';
import type { ScorecardAnswer } from './answer';

/** That numbers of people are rounded, said with every answer that shows one. */
export const roundedWords = (to: number): string => `Numbers of people below the whole trust are rounded to the nearest ${to}, and rates worked from them.`;

type Rounded = Pick<Figure, 'roundedTo'>;

/** To the nearest how many the people in an answer are rounded, as part of where its numbers are from; nothing where none are. */
export function roundedIn({ figure, comparisons, trend, run, groups, peers, drivers, outlook, variance }: MetricResult): Rounded {
  return roundedAs(
    figure, variance, outlook?.course?.figure, drivers?.from,
    ...[...comparisons, ...trend, ...run, ...groups, ...(peers?.providers ?? []), ...(peers?.before ?? [])].map((one) => one.figure),
    ...groups.map(({ other }) => other?.figure), ...(drivers?.parts ?? []).flatMap(({ from, to }) => [from, to]),
  );
}

/** The same of a scorecard; of the specialties behind a line only where the line says that one of them has most of what it misses. */
export function roundedOn(result: ScorecardResult, sections: ScorecardAnswer['sections']): Rounded {
  return roundedAs(...result.sections.flatMap(({ lines }, at) => lines.flatMap(({ key, cells, trend, specialties }) => {
    const isNamed = sections[at]?.lines.some((line) => line.key === key && line.concentration !== null) === true;
    return [...cells, ...trend, ...(isNamed ? specialties : [])].map(({ figure }) => figure);
  })));
}
