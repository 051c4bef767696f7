import type { Reading } from '../reading';
import type { Case } from '../frame/case';

/** "Not meeting 85%", "still not at 46%", "falling short of 95%": on the wrong side of a number, whichever side that is. */
const SHORT = /\b(?:(?:not|never|aren'?t|isn'?t|wasn'?t|weren'?t|don'?t|doesn'?t|didn'?t|cannot|can'?t|fail(?:ing|ed|s)? to)(?: (?:yet|still|currently|even|quite))? (?:at|on|meet|meeting|hit|hitting|reach|reaching|achieve|achieving|make|making|get to|getting to|up to|within)|(?:falling|fell|fall) short of|short of|shy of)(?: the)? (\d+(?:\.\d+)?\s?%?)(?! ?(?:appointments?|appts?|patients?|cases|clinics?|lists?|weeks?|days?|months?))/i;

/** The specialties, sites or groups that are short of a number that people aim at, as a condition on the measure's bad side. */
export function shortOf(one: Case): Reading | null {
  const found = SHORT.exec(one.text);
  const [id, second] = one.frame.metrics;
  const metric = id === undefined ? undefined : one.ground.catalogue.metrics.get(id);
  if (found === null || metric === undefined || second !== undefined || metric.better === 'neutral' || one.frame.by.length + one.frame.bare.length === 0) {
    return null;
  }
  // Of what is better low, "not up to 10" may be said for better and for worse.
  if (metric.better === 'lower' && !/\b(?:meet|meeting|hit|hitting|achiev\w+|within)\b/i.test(found[0])) {
    return null;
  }
  const side = metric.better === 'higher' ? 'under' : 'over';
  const reading = one.again(one.text.replace(found[0], `${side} ${found[1] ?? ''}`), true);
  return reading.kind === 'query' ? reading : null;
}
