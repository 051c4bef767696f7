import type { Rewording } from './rewording';

/** Parts of the organisation and what a figure is split by. */
export const PARTS_WRITTEN: readonly Rewording[] = [
  [/\b(non[- ]elective|day[- ]?case|outpatient|inpatient) line\b/gi, '$1'],
  [/\bby who(?:ever)? cancelled(?: them| it)?\b/gi, 'by cancellation reason'],
  [/(?<=\p{L} ?)\((\d{3})\)/gu, '(TFC $1)'],
  [/(\bby [\p{L} ]{3,24}(?:,| and| &| x)) (?:new|first) ?(?:\/|:) ?(?:fup?s?|f\/ups?|f\/u|follow[- ]?ups?)(?![\p{L}-])/giu, '$1 appointment type'],
  [/\bbreak(?:ing)? ((?!down\b|it\b|that\b|this\b|out\b)[^,.?!;]{3,60}?) down (?=by|into|per)\b/gi, '$1 broken down '],
  [/\bsplit(?:ting)? ((?!down\b|it\b|that\b|this\b|out\b|by\b)[^,.?!;]{3,60}?) (?:out|up|down) (?=by|into|per)\b/gi, '$1 split '],
  [/\bleic (?=city\b)/gi, 'leicester '],
  [/\b(which|what|any|all) (?:services|departments)\b(?! (?:scorecard|line))/gi, '$1 specialties'],
  [/\b(?:all|the|both) (?:of )?(?:the |our )?(?:two|three|four|five|six|seven|eight)(?: (?:acute|main))? (sites|hospitals|cmgs|groups)\b/gi, 'all $1'],
  [/\bw leic(?=s|estershire)/gi, 'west leic'],
  [/\be leic(?=s|estershire)/gi, 'east leic'],
  [/\b(by [\p{L}]+) card\b/giu, '$1'],
  [/\b(by|split) (?:new|first|1st) ?(?:\/|:|&|and|v|vs|or) ?(?:fup?s?|f\/ups?|f\/u|follow[- ]?ups?)(?![\p{L}-])/giu, '$1 appointment type'],
  [/(?<!non[- ]?)\bclinical (services?)\b/gi, '$1'],
  [/\b(which|what) (?:service|department)\b(?= (?:lost|made|cost|has|had|is|was|did|does)\b)/gi, '$1 specialty'],
  [/\b(?:all|every|each)(?: of)? (?:the |our )?(sites?|hospitals?|specialt(?:y|ies)|cmgs?|theatres?|clinics?|consultants?|groups?),? (?:sep[ae]rat\w+|individually|one by one|side by side)\b/gi, 'by $1'],
  [/,? (?:and )?(?:was|were|is|are) (?:it|that|they|these|those) (?:down to )?(?:us|ours?|the hospital|our (?:side|fault|doing)) or (?:the )?(?:patients?|them|theirs?)(?:'s?)?(?: fault| doing)?(?=\s*[?.!]*$)/gi, ' by cancellation reason'],
  [/\b(?:poorer|richer|deprived|disadvantaged) (?:neighbourhoods?|postcodes?|communities|households|backgrounds)\b/gi, 'poorer areas'],
  [/,? (?:just |only )?(?:the )?(?:news?|firsts?)(?: ones| appts?| appointments)? only\b/gi, ' for first appointments'],
  [/,? (?:just |only )?(?:the )?(?:f\/?ups?|follow[- ]?ups?)(?: ones| appts?| appointments)? only\b/gi, ' for follow-ups'],
  [/\bclin (?=(?:genetics|haem\p{L}*|oncology|immunology|phys\p{L}*|neuro\p{L}*)\b)/giu, 'clinical '],
];
