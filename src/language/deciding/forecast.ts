import { monthOf, yearOf, type Day } from '../../calendar/day';
import { financialYear, financialYearName } from '../../calendar/financial-year';
import { monthPeriod } from '../../calendar/period';
import type { Reading } from '../reading';
import { reworded, type Case } from '../frame/case';
import { plays } from '../frame/frame';
import { monthWord } from '../periods/calendar-words';

/** The end of the financial year as it is spoken of. */
const YEAR_END = /\b(?:by |at |for |to |in )?(?:the )?(?:financial )?(?:(?:year|yr)[- ]?end|(?:finish|end|close|see out) (?:off )?(?:the|this|our) (?:financial |fiscal )?(?:year|yr)|end of (?:the |this )?(?:financial |fiscal )?(?:year|yr)|(?:rest|remainder) of (?:the |this )?(?:financial )?(?:year|yr)|full[- ]year|this (?:financial |fiscal )?year(?! so far)|this fy|(?:current|whole) (?:financial )?year)\b/i;
/** "By 31/03/25": the day on which it is to be reached. */
const DEADLINE_DAY = /\b(?:by|before) (?:the )?\d{1,2}(?:st|nd|rd|th)?[/.-](\d{1,2})[/.-](?:20)?(\d{2})\b/i;
/** "By the end of this quarter": the stretch that ends then. */
const END_OF = /\b(?:by |before |at |for |come )?(?:the )?end of (this|the|next|our) (quarter|qtr|month|week)\b/i;
/** "By March", "by the end of September 2024", "by the 31st of March": the month in which something is to be reached. */
const DEADLINE = /\b(?:(?:by|before|come) (?:the )?(?:end of |end |\d{1,2}(?:st|nd|rd|th)? (?:of )?)?|(?:at|until|till|for) (?:the )?end (?:of )?)([a-z]{3,9})(?: (\d{4}|\d{2}))?\b/i;

/**
 * "Will we hit it by year end", "by the end of March": a question of what is to come is about the stretch it names, as
 * far as its end. March is the end of the financial year; any other month is that month, the next one there is.
 */
export function deadlineNamed(one: Case): Reading | null {
  const wording = plays(one.frame, 'forecast') ? withDeadline(one.text, one.ground.today) : null;
  return wording === null ? null : one.again(wording, true);
}

/** The words of a question of what is to come with its deadline as a period that the grammar reads, or null where it names none. */
export function withDeadline(text: string, today: Day): string | null {
  if (YEAR_END.test(text)) {
    return text.replace(YEAR_END, ` ${financialYearName(financialYear(today))} `).replace(/\s+/g, ' ').trim();
  }
  const [ending, which = '', stretch = ''] = END_OF.exec(text) ?? [];
  if (ending !== undefined) {
    return text.replace(ending, `${which.toLowerCase() === 'next' ? 'next' : 'this'} ${stretch}`);
  }
  const [dated, number = '', of = ''] = DEADLINE_DAY.exec(text) ?? [];
  if (dated !== undefined && Number(number) >= 1 && Number(number) <= 12) {
    return text.replace(dated, monthEnding(Number(`20${of}`), Number(number)));
  }
  const [said, name = '', year] = DEADLINE.exec(text) ?? [];
  const month = monthWord(name.toLowerCase());
  if (said === undefined || month === null) {
    return null;
  }
  const coming = year === undefined ? yearOf(today) + (month < monthOf(today) ? 1 : 0) : Number(year.length === 2 ? `20${year}` : year);
  return text.replace(said, monthEnding(coming, month));
}

/** The financial year that March ends; any other month is itself. */
function monthEnding(year: number, month: number): string {
  return month === 3 ? financialYearName(year - 1) : monthPeriod(year, month).label;
}

/** "How many more a week": the words for how it is shared out are answered with the gap, and are no period of their own. */
export function withoutPace(one: Case): Reading | null {
  const [pace] = one.frame.roles.get('pace') ?? [];
  return pace === undefined || !plays(one.frame, 'forecast') ? null : one.again(reworded(one.text, one.words, pace, ''), true);
}
