import { addDays, existingDay, yearOf, type Day } from '../../calendar/day';
import { monthWord } from '../periods/calendar-words';
import { NAMED_MONTH, WHEN_DUE } from './soon';

const WHEN = `(?:(?:on|by|for|before|at|no later than|not later than) (?:the )?)?(?:${WHEN_DUE}|asap|now)`;
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
  if (found === null || (/\bdue\b/i.test(found[0]) && FOLLOWED_UP.test(text)) || !isSoon(found[0], today)) {
    return null;
  }
  const rest = `${text.slice(0, found.index)}${/["”]/.exec(found[0].slice(0, 1))?.[0] ?? ''} ${text.slice(found.index + found[0].length)}`.replace(/^[\s.,;:!?)–-]+/, '').replace(/\s+/g, ' ').trim();
  return rest === '' ? null : { rest, due: found[1] ?? '' };
}

/** A date in it, day first. */
const DATE = new RegExp(`(?<!\\d)(\\d{1,2})(?:(?:st|nd|rd|th)?(?: of)? ?(${NAMED_MONTH})|[/.](0?[1-9]|1[0-2])(?!\\d))`, 'i');

/** Whether a date that is named comes within the next weeks; any other word for when does. */
function isSoon(due: string, today: Day): boolean {
  const [, day, named = '', numbered] = DATE.exec(due) ?? [];
  const month = monthWord(named.toLowerCase()) ?? Number(numbered);
  return day === undefined || [yearOf(today), yearOf(today) + 1].flatMap((year) => existingDay(year, month, Number(day)) ?? []).some((date) => date >= today && date <= addDays(today, MOST_DAYS));
}
