import type { MetricAnswer } from '../answers/answer';
import { dayLabel } from '../calendar/day';

/**
 * Where the numbers are from and how far they go; for what a document prints without its period, the day it was printed.
 * Nothing where no extract holds them.
 */
export function sourceLines({ data, printedOn }: Pick<MetricAnswer, 'data' | 'printedOn'>): readonly string[] {
  const { extracts, through, snapshot, provisional } = data;
  const how = printedOn === null ? `Data to ${dayLabel(through)}` : `Printed ${dayLabel(printedOn)}`;
  return extracts.length === 0 ? [] : [`  ${how} from ${extracts.join(', ')}, data version ${snapshot}${provisional ? ', provisional' : ''}`];
}
