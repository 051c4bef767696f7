import type { Rewording } from './rewording';

/** Bounds, percentages, ages and amounts. */
export const CONDITIONS_WRITTEN: readonly Rewording[] = [
  [/\bnot (?:under|below|less than) (?=£?\d[\d.,]*(?:%|[km]?\b)(?!s))/gi, 'at least '],
  [/\bnot (?:over|above|more than) (?=£?\d[\d.,]*(?:%|[km]?\b)(?!s))/gi, 'at most '],
  [/(?<=\b(?:than|over|under|above|below|least|most) )(\d{1,2}) in (?:a |every )?(?:100|hundred)\b/gi, '$1%'],
  [/\b(?:more than|over) (£?[\d.,]+ ?[km]?) (?:adrift of|short of|worse than|down on|off|below|under) (?:the |their |its |our )?((?:income|activity) )?plan\b/gi, 'more than $1 behind $2plan'],
  [/(?<!\b(?:top|bottom|worst|best|highest|lowest) )\b(\d+(?:\.\d+)? ?%?) or more\b/gi, 'at least $1'],
  [/\b(\d+(?:\.\d+)? ?%?) or (?:fewer|less)\b/gi, 'at most $1'],
  [/(?<=\d) ?pct\b/gi, '%'],
  [/\b(?:accounts?|accounted|accounting) for (?:the )?(?:most|bulk|majority|largest (?:share|part)|biggest (?:share|part))(?: of)?\b/gi, 'have the most'],
  [/\bhow far (?:is|are|was|were) ([\p{L}&' ]{2,40}?) (from|off|away from|short of) (?=[\p{L}\d' ]{0,40}\b(?:target|standard|\d+ ?%))/giu, '$1 how far $2 '],
  [/\b(\d{1,3})k\b/gi, '$1,000'],
  [/\binside (?=\d+ (?:days|weeks|hours)\b)/gi, 'within '],
  [/\band (under|over)[- ](?=\d{1,3}s\b)/gi, 'and also $1 '],
  [/\b(\d{1,2}-\d{2,3})s\b/gi, '$1'],
  [/\b(\d{2})s (?=and over|or over|and under|and older)/gi, '$1 '],
  [/\b(\d{1,2} to \d{2,3})s\b/gi, '$1'],
  [/\b(?:a )?(?:deficit|loss)(?:es)? (?:worse|bigger|larger|greater|higher|of more|more) than £? ?(?=\d)/gi, 'deficit over £'],
  [/(?<=\b(?:than|over|under|above|below|least|most) )[-−–] ?(?=£?\d)/gi, 'minus '],
  [/(?<=\d ?%)s\b/gi, ''],
  [/(?<![\d.,])(?:£ ?)?(\d+(?:\.\d+)?) ?(?:mil|mn|million)\b/gi, '£$1m'],
];
