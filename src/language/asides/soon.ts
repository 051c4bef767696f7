export const NAMED_MONTH = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
const OF_A_WEEKDAY = `${WEEKDAY}(?:'s)?`;
const DATE = `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ?(?:${NAMED_MONTH})(?: \\d{2,4})?|\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{2,4})?)`;
const HOUR = '(?:(?:close|end) of (?:play|business|(?:the )?(?:working )?day|today)|cop|cob|eod|(?:12 )?noon|midday|lunch(?:time)?|tea ?time|first thing|home time|\\d{1,2}(?:[.:]\\d{2})? ?(?:am|pm|o\'?clock)|\\d{1,2}[.:]\\d{2})';
const DAY = `(?:today|tonight|tomorrow|(?:this |next |last )?${OF_A_WEEKDAY}(?:,? (?:the )?${DATE})?|${DATE}|(?:this|next) (?:week|morning|afternoon|evening|am|pm)|(?:the )?end of (?:the |this )?week|(?:the )?end of (?:the |this )?(?:morning|afternoon))`;

/** An hour or a day by which an answer is wanted: "close of play today", "Friday at 10". A month by itself is none. */
export const WHEN_DUE = `(?:${HOUR}(?:,? (?:on )?(?:the )?${DAY})?|${DAY}(?:,? (?:at |by )?${HOUR})?)`;
/** Days and hours of meetings, of mails and of deadlines, anywhere in a passage. */
export const SOON = new RegExp(`(?<![\\p{L}\\d])(?:(?:on|from|of|at|by|for|dated|before|this|last|next) )?(?:the )?(?:${WHEN_DUE}|yesterday(?:'s)?|today's|tomorrow's|(?:last|this|next) week(?:'s)?)(?![\\p{L}\\d])`, 'giu');
