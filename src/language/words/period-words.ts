/** Words that the period grammar reads, so that a slip in one of them is put right before a period is looked for. */
export const PERIOD_WORDS: ReadonlySet<string> = new Set([
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
  'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec',
  'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'mon', 'tue', 'tues', 'wed', 'weds', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun',
  'today', 'yesterday', 'yday', 'tomorrow', 'week', 'weeks', 'month', 'months', 'quarter', 'quarters', 'year', 'years', 'day', 'days', 'fortnight',
  'wk', 'wks', 'mth', 'mths', 'qtr', 'qtrs', 'yr', 'yrs',
  'last', 'this', 'next', 'previous', 'prior', 'past', 'current', 'latest', 'coming', 'following', 'preceding', 'same', 'recent',
  'rolling', 'since', 'until', 'till', 'between', 'before', 'after', 'beginning', 'ending', 'commencing', 'starting', 'start', 'end',
  'financial', 'fiscal', 'calendar', 'complete', 'full', 'whole', 'ytd', 'mtd', 'qtd', 'date', 'far', 'half', 'first', 'second', 'third', 'fourth',
  'ago', 'w/c', 'w/e', 'wc', 'fy', 'weekend',
]);
