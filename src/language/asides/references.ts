import { isIdle } from './idle-words';

/** What a request from outside is called. */
const REQUEST = "(?:foia?|eir|freedom of information(?: act)?|pq|parliamentary question|mp(?:'s)? (?:letter|enquiry|query)|(?:media|press) (?:enquiry|query|request))(?: (?:request|enquiry|query|question|letter|case|response))?";
/** A number that something is filed under: "24/1187", "ABC-0123". */
const FILE_NUMBER = '(?:[a-z]{1,6}[-/ ]?)?\\d+(?:[-/.][a-z\\d]+)*';
const AT_THE_HEAD = "^\\s*(?:(?:re|subject|our|your|my)\\b[:.]?\\s*)?";
const PAUSE = '(?:\\)?\\s*[-–—:,.;\\n]+\\s*|\\)\\s*|\\s*(?=["“])|\\s+(?=(?:please|pls|kindly|can|could|how|what|which|i|we|to|under)\\b))';
/** "FOI 24/1187 –", "Our ref ABC/123:", "PQ 18342:". */
const FILED = new RegExp(`${AT_THE_HEAD}(?:${REQUEST}(?:[\\s(,:-]*(?:ref(?:erence)?|no|number|id)\\b[.:]?)?|ref(?:erence)?(?: (?:no|number)\\b)?[.:]?)[\\s#:/.-]*(?<number>${FILE_NUMBER})${PAUSE}`, 'iu');
/** "FOI re complaints", "FOI request about": what the request is about follows. */
const ABOUT = new RegExp(`${AT_THE_HEAD}${REQUEST}\\s*[-–:]?\\s+(?:re|regarding|about|on|concerning|relating to|asking (?:for|about))\\b:?\\s+`, 'iu');
/** The law under which something is asked for. */
const LAW = /(?:^|[\s,(]+)(?:under|in accordance with|pursuant to|using) (?:the )?(?:freedom of information(?: act)?|foi(?:a| act)?|environmental information regulations|eir)(?:,? \(?(?:2000|2004)\)?)?(?: act)?\)?,?/i;
/** A year, or one year and the next, is when something happened: "FOI 23/24 complaints". */
const YEARS = /^(?:20)?\d{2}(?:[-/](?:20)?\d{2})?$/;

/** Where a message says under what number, law or heading it asks, ahead of what it asks; null where it does not. */
export function referenceAt(text: string): RegExpExecArray | null {
  const filed = FILED.exec(text);
  if (filed !== null && !YEARS.test(filed.groups?.['number'] ?? '')) {
    return filed;
  }
  return ABOUT.exec(text) ?? LAW.exec(text);
}

/** A heading of more words than these is a part of the message that asks by itself. */
const HEADING = 6;

/** "Complaints - please supply the figures by site": whether what stands before the request heads it, and is what it is about. */
export function isHeading(before: string, hasContent: (text: string) => boolean): boolean {
  return /[-–—:]$/.test(before) && !/[.?!;]/.test(before) && before.split(/\s+/).length <= HEADING && hasContent(before) && !isIdle(before);
}
