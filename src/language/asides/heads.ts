import { holdsATime } from './occasions';

const OFFICE = '(?:media|press|comms|communications|line|lines|fact|facts|sense|sanity|reality|quick|double|cross|final|last|spot|briefing|board|exec|ministerial|mp|foi|quote|statement|rebuttal|figures?|numbers?)';
/** "Media line check:", "for the record:": what a message is for. A head that names anything else may narrow what is asked. */
const HEAD = new RegExp(`^\\s*(?:${OFFICE} ){1,3}(?:check|query|line|lines)\\s*[:–-]+\\s*|^\\s*(?:just )?for (?:the record|the avoidance of doubt|the minutes|clarity|completeness|accuracy|transparency)\\s*[:,–-]+\\s*`, 'i');
/** "Q2. How many": a question by its number. "Q2 DNA rate" and "Q2: DNA rate" are of the quarter. */
const NUMBERED = /^\s*(?:q|question) ?\d{1,2}[a-z]?[.)]\s+(?=\p{Lu})/iu;

/** What stands at the head of a message and is no part of its question; null where nothing does. */
export function headAt(text: string): RegExpExecArray | null {
  const head = HEAD.exec(text);
  if (head !== null) {
    return head;
  }
  const numbered = NUMBERED.exec(text);
  // Where no other time is named, it may be the quarter.
  return numbered !== null && holdsATime(text.slice(numbered[0].length)) ? numbered : null;
}
