const MONTH = '(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)';
const LENGTH = '(day|week|month|quarter|half|year|financial year|calendar year)s?';

/** Phrases, as they are heard, that say when. */
const PERIODS: readonly RegExp[] = [
  new RegExp(`^${MONTH}( (\\d{2}|\\d{4}))?$`),
  new RegExp(`^(this|last|next|previous|past|current|rolling|latest)( \\d+| twelve| six| three)? ${LENGTH}$`),
  new RegExp(`^${LENGTH}( to date| so far)?$`),
  /^(mon|tues|wednes|thurs|fri|satur|sun)day$/,
  /^(today|yesterday|tomorrow|ytd|mtd|qtd|year to date|week ending|week commencing|w c|w e)$/,
  /^([qh]\d|m\d{1,2})( \d{2}( \d{2})?)?$/,
  /^(fy|fy )?(\d{2} \d{2}|\d{4} \d{2}|(19|20)\d{2})$/,
];

/** Phrases, as they are heard, that say what is wanted of a measure. */
const REQUESTS: readonly RegExp[] = [
  /^(by|per|each|every|across|for each|split by|broken down by) /,
  /^(by|per|breakdown|break down|split|trend|trends|over time|month by month|compare|comparison|compared (to|with)|versus|vs|target|targets)$/,
  /^(excluding|except|without|best|worst|highest|lowest|top|bottom|rank|ranking|above|below|over|under|more than|less than|at least|at most)$/,
  /^(define|definition|meaning|what is|help|hello|hi|thanks|thank you|latest|freshness|how many)$/,
];

/**
 * What a phrase is already in every question, so that it can name nothing else: a period, a request, or null.
 * @param heard the phrase as it is compared, from `asHeard`
 */
export function reservedAs(heard: string): 'a period' | 'a request' | null {
  if (PERIODS.some((pattern) => pattern.test(heard))) {
    return 'a period';
  }
  return REQUESTS.some((pattern) => pattern.test(heard)) ? 'a request' : null;
}
