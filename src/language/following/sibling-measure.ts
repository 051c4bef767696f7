import type { Catalogue } from '../../catalogue/catalogue';
import type { Metric } from '../../catalogue/metric';
import type { Query } from '../../engine/query';

/** "Any over 104?", "and past 78 weeks", "how many are beyond 52": another limit, and nothing else. */
const OTHER_LIMIT = /^(?:(?:and|but|so|is|are|there|do|we|have|any|how|many|what|about|of|them|those|these|people|patients|waiters|waiting|waits|who|still|now|also|the|ones?|that|been|waited|which|gone)\s+)*(?:over|past|above|beyond|more than|longer than|at|breaching|exceeding|>)\s*(\d{1,3})(?:\+|s)?(?:[- ]?(?:weeks?|wks?|ww?|days?|minutes?|mins?))?(?: (?:waits?|waiters?|or more|already|too|then|please|as well))*[\s?.!]*$/i;
/** "78s", which is read as "78 week waits", "and 104+": such waits are called by their number. */
const NUMBER_ALONE = /^(?:(?:and|the)\s+)*(\d{2,3})(?:\+|s|[- ]?weeks?)(?: (?:waits?|waiters?))?[\s?.!]*$/i;

/**
 * The question before of the measure that differs from its own in the limit alone: the 104-week waits after the 78-week
 * waits. Null where the words say more, or where no such measure is held.
 */
export function siblingMeasure(text: string, before: Query, { metrics }: Catalogue): Query | null {
  const [, limit] = OTHER_LIMIT.exec(text) ?? NUMBER_ALONE.exec(text) ?? [];
  const [metric, second] = before.metrics.flatMap((id) => metrics.get(id) ?? []);
  if (limit === undefined || metric === undefined || second !== undefined || before.having !== null) {
    return null;
  }
  const sibling = [...metrics.values()].find((other) => other.id !== metric.id && without(other) === without(metric) && limitOf(other) === limit);
  return sibling === undefined ? null : { ...before, metrics: [sibling.id] };
}

/** The name of a measure without its limit, or its id where the name has none, so that it is like no other. */
function without({ id, name }: Metric): string {
  return /\d/.test(name) ? name.replace(/\d+/, '') : id;
}

function limitOf({ name }: Metric): string | undefined {
  return /\d+/.exec(name)?.[0];
}
