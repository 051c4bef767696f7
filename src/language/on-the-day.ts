import type { Query } from '../engine/query';
import type { Reading } from './reading';

/** The day's cancellations, in the words of the grammar. */
const TODAY = 'on the day cancellations today';

const ASKS = '(?:(?:show|give|tell|get)(?: me| us)? |how (?:are|is) |what is happening (?:in|with) )?(?:the )?';
/** What an on-call lead types for all that is known of today, as the whole of a question. */
const WHOLE = new RegExp(`^${ASKS}(?:on the day(?: board)?|on[- ]?call(?: board)?|cancellations (?:so far|(?:right )?now)|lists at risk(?: today)?|what(?: i|')?s happening today)$`);
/** Lists or theatres of today, and after them what they are narrowed to. */
const LISTS = new RegExp(`^${ASKS}(?:(?:theatre )?lists|theatres) (?:today|(?:right )?now)(?= (?:at|in|for|by) |$)|^${ASKS}today'?s (?:(?:theatre )?lists|theatres)(?= (?:at|in|for|by) |$)`);

/**
 * The few words by which today's theatres are asked for without naming a measure: "today", "on call", "lists today".
 * Null for any other question. After another question "today" is a time for that one, as it was before.
 * @param read how the words that stand for them are read
 */
export function onTheDayAsked(typed: string, context: Query | null, read: (text: string) => Reading): Reading | null {
  const text = typed.toLowerCase().replace(/[‘’]/g, "'").replace(/[.?!]+$/, '').replace(/\s+/g, ' ').trim();
  if (WHOLE.test(text) || (text === 'today' && context === null)) {
    return understood(read(TODAY));
  }
  const lists = LISTS.exec(text);
  return lists === null ? null : understood(read(`${TODAY}${text.slice(lists[0].length)}`));
}

/** Where the trust has no such measure, the words mean what they always did. */
const understood = (reading: Reading): Reading | null => (reading.kind === 'query' ? reading : null);
