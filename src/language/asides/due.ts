import { addDays, dayOf, yearOf, type Day } from '../../calendar/day';
import { monthWord } from '../periods/calendar-words';
import { NAMED_MONTH, WEEKDAY } from './soon';

const HOUR = '(?:(?:close|end) of (?:play|business|(?:the )?day)|cop|cob|eod|(?:12 )?noon|midday|lunch(?:time)?|first thing|\\d{1,2}(?:[.:]\\d{2})? ?(?:am|pm))';
const DATE = `(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ?(${NAMED_MONTH})(?: \\d{2,4})?|(\\d{1,2})[/.](\\d{1,2})(?:[/.]\\d{2,4})?`;
const DAY = `(?:today|tonight|tomorrow|asap|now|(?:this |next )?${WEEKDAY}(?:,? (?:the )?(?:${DATE}))?|${DATE}|(?:this|next) (?:week|morning|afternoon|evening)|(?:the )?end of (?:the |this )?week)`;
const WHEN = `(?:(?:on|by|for|before|at|no later than|not later than) (?:the )?)?(?:${HOUR}(?: (?:on )?${DAY})?|${DAY}(?: (?:at |by )?${HOUR})?)`;
const IT = '(?:it|this|that|them|these|an answer|a reply)';
const WANTED = [
  '(?:(?:it|this|that|which|answer|reply|response|return)(?: is|\'s)? )?(?:due|needed|wanted|required)(?: back| in)?',
  '(?:the )?deadline(?: is| was|\'s)?', '(?:(?:it|this) )?needs to be (?:in|back|with (?:me|us|them)|sent)', '(?:please )?(?:return|reply|respond)', '(?:i|we)(?:\'ll|\'d| will| would)? need (?:to have )?(?:it|this|that|them|these)',
].join('|');

/** When an action or an answer is due, behind or before a pause: "- due today!", "(due Fri)", "Deadline 12 July.". */
const DUE = new RegExp(`(?:^|\\s*[-–—,;.!?(:]+\\s*|["”]\\s*)((?:${WANTED})(?: ${IT})?\\s*[:-]?\\s*${WHEN})(?=\\s*(?:[-–—,;.!?):]|$))[)]?`, 'iu');
/** Of these, what is due is a kind of patient. */
const FOLLOWED_UP = /\b(?:follow|overdue|pifu|psfu|surveillance|f\/?ups?)/i;
/** What is due later than this is no day of a reply: "due by 31 March" may be when a target is to be reached. */
const MOST_DAYS = 31;

/**
 * A message without when an answer to it is due, which is no time that the question asks about, and those words. Null
 * where none is told, or where nothing else is asked.
 */
export function withoutDue(text: string, today: Day): { readonly rest: string; readonly due: string } | null {
  const found = DUE.exec(text);
  if (found === null || (/\bdue\b/i.test(found[0]) && FOLLOWED_UP.test(text)) || !isSoon(found.slice(2).filter((part) => part !== undefined), today)) {
    return null;
  }
  const rest = `${text.slice(0, found.index)}${/["”]/.exec(found[0].slice(0, 1))?.[0] ?? ''} ${text.slice(found.index + found[0].length)}`.replace(/^[\s.,;:!?)–-]+/, '').replace(/\s+/g, ' ').trim();
  return rest === '' ? null : { rest, due: found[1] ?? '' };
}

/** Whether a date that is named, day first, comes within the next weeks; any other word for when does. */
function isSoon(parts: readonly string[], today: Day): boolean {
  const [day, month] = parts;
  const number = month === undefined ? null : monthWord(month.toLowerCase()) ?? Number(month);
  if (day === undefined || number === null || number < 1 || number > 12 || Number(day) < 1 || Number(day) > 31) {
    return day === undefined;
  }
  return [yearOf(today), yearOf(today) + 1].map((year) => dayOf(year, number, Number(day))).some((date) => date >= today && date <= addDays(today, MOST_DAYS));
}
