import { AMOUNT, amountOf, type Amount } from './threshold';

/** What is waited for, and the words around it, which say of what. */
export type WatchedChange =
  | { readonly kind: 'threshold'; readonly op: 'above' | 'below'; readonly amount: Amount; readonly rest: string; readonly notes: readonly string[] }
  /** Its target missed, or met again. */
  | { readonly kind: 'target'; readonly missed: boolean; readonly rest: string }
  | { readonly kind: 'special-cause'; readonly rest: string; readonly notes: readonly string[] };

const ADVERB = '(?:(?:ever|again|suddenly|really|actually|ever again|significantly|materially|genuinely) )*';
const UPWARDS = 'ris(?:es?|ing)|climbs?|jumps?|increases?|spikes?|shoots?|creeps?';
const DOWNWARDS = 'drops?|falls?|dips?|slips?|sinks?|decreases?|reduces?|dropping|falling';
const NEUTRAL = 'goes?|go|going|gets?|moves?|is|are|stays?|becomes?|comes?|ends up|has gone|have gone|rates?';
const OVER = 'over|above|past|beyond|more than|greater than|higher than|upwards? of|in excess of|at least|at or above|>=?|≥';
const UNDER = 'under|below|beneath|less than|fewer than|lower than|at most|at or below|<=?|≤';
const PASSES = 'exceeds?|exceeding|passes|pass|tops|top|breach|breaches|breaks?|overtakes?|surpass(?:es)?';
const HITS = 'hits?|reach(?:es)?|crosses|cross|touch(?:es)?';
const AGAIN = '(?: again| at any (?:point|time)| ever)?';

/** A line that is crossed, the surer wordings first. */
const LINES: readonly (readonly [pattern: string, op: 'above' | 'below', isEdge: boolean])[] = [
  [`(?:${ADVERB}(?:${UPWARDS}|${DOWNWARDS}|${NEUTRAL})(?: back)?(?: up| down)?(?: to)? )?(?:${OVER}) ?(?:the )?${AMOUNT}${AGAIN}`, 'above', false],
  [`(?:${ADVERB}(?:${UPWARDS}|${DOWNWARDS}|${NEUTRAL})(?: back)?(?: up| down)?(?: to)? )?(?:${UNDER}) ?(?:the )?${AMOUNT}${AGAIN}`, 'below', false],
  [`${ADVERB}(?:${PASSES}) (?:the )?${AMOUNT}${AGAIN}`, 'above', false],
  [`${ADVERB}(?:${HITS}) (?:the )?${AMOUNT}${AGAIN}`, 'above', true],
  [`${ADVERB}(?:${UPWARDS}|(?:${NEUTRAL}) (?:back )?up) (?:up )?(?:to|by) ${AMOUNT}${AGAIN}`, 'above', true],
  [`${ADVERB}(?:${DOWNWARDS}|(?:${NEUTRAL}) (?:back )?down) (?:down )?(?:to|by) ${AMOUNT}${AGAIN}`, 'below', true],
];

const TARGET = "(?:(?:its|the|our|their) )?(?:target|standard)";
const MISSED = `${ADVERB}(?:(?:(?:goes?|falls?|drops?|is|are|gets?|drifts?|slips?) )?(?:off|outside|out of|short of|behind|the wrong side of) ${TARGET}|(?:misses|miss|fails?|breach(?:es)?) ${TARGET}|off[- ]target|stops? (?:meeting|hitting) ${TARGET})${AGAIN}`;
const MET = `${ADVERB}(?:(?:hits?|meets?|reach(?:es)?|achieves?|gets? (?:back )?to|(?:is|are|comes?|gets?|goes?) (?:back )?on) ${TARGET})${AGAIN}`;

const HOW = '(?: (?:for real|significantly|materially|unusually|suddenly|statistically|a lot|at all|properly|really|markedly|noticeably|unexpectedly|much|again|in any (?:real|meaningful|significant) way|one way or (?:the other|another)|(?:for the )?(?:better or (?:for the )?worse|worse or better|worse|better)|direction))*';
const CHANGES = `${ADVERB}(?:changes?|moves?|shifts?|alters?|varies)(?: (?:up or down|either way))?${HOW}`;
const ONE_WAY = `${ADVERB}(?:gets? (?:(?:any|much|a lot|significantly|really) )?(?:worse|better)|worsens?|improves?|deteriorates?|(?:goes|go|moves?) (?:up|down|the wrong way|the right way)|rises?|climbs?|increases?|spikes?|jumps?|drops?|falls?|dips?|decreases?)${HOW}`;
const ODD = '(?:(?:is|are|looks?|goes|becomes?|gets?) (?:statistically )?(?:unusual|odd|strange|abnormal|out of control|out of the ordinary|significantly different|out of line)|(?:(?:has|shows?|there\'?s|there is|throws up|hits) )?(?:a |any |some )?(?:new )?(?:special[- ]cause(?: variation)?|real change|significant change|statistically significant change|step change|unusual change|signal)|(?:goes|is|moves|falls|breaks) (?:outside|out of|beyond) (?:its |the |their )?(?:(?:control|process|usual|normal) )?(?:limits?|range))';
/** Words that come before what changes: "there is a change in …", "anything changes with …". */
const AHEAD = "(?:(?:there(?:'s| is)|we (?:get|have|see)|you (?:see|spot)) (?:a |any |an )?(?:(?:new|real|significant|unusual|big|step) )*(?:special[- ]cause(?: variation)?|changes?|shift|signal|jump|drop|move|movement)|(?:anything|something)(?: (?:real|unusual|significant|odd))? (?:changes|happens|moves|shifts)) (?:in|with|on|for|to) ";

const EITHER_WAY = 'You are told of a special cause in either direction.';

/** What is waited for in the words behind "tell me if"; null where they say nothing of that kind. */
export function watchedChange(text: string): WatchedChange | null {
  const lines = LINES.flatMap(([pattern, op, isEdge]) => lastOf(text, pattern).map((found) => ({ ...found, op, isEdge })));
  const [line] = lines.sort((a, b) => (b.index + b.words.length) - (a.index + a.words.length) || b.words.length - a.words.length);
  if (line !== undefined) {
    const number = new RegExp(`${AMOUNT}${AGAIN}$`, 'iu').exec(line.words);
    const amount = amountOf(line.groups, (number?.[0] ?? line.words).replace(new RegExp(`${AGAIN}$`, 'i'), ''));
    const edge = line.isEdge || /\bat (?:least|most)\b|>=|<=|[≥≤]|\bor (?:above|below)\b/i.test(line.words);
    return { kind: 'threshold', op: line.op, amount, rest: without(text, line), notes: edge ? [`“${line.words.trim()}” is taken as ${line.op} it; exactly there you are not told.`] : [] };
  }
  const missed = lastOf(text, MISSED)[0];
  const met = lastOf(text, MET)[0];
  const target = missed ?? met;
  if (target !== undefined) {
    return { kind: 'target', missed: missed !== undefined, rest: without(text, target) };
  }
  const ahead = new RegExp(`^${AHEAD}`, 'iu').exec(text);
  if (ahead !== null) {
    return { kind: 'special-cause', rest: text.slice(ahead[0].length), notes: [] };
  }
  const [odd] = [ODD, CHANGES, ONE_WAY].flatMap((pattern) => lastOf(text, pattern).slice(0, 1).map((found) => ({ ...found, notes: pattern === ONE_WAY ? [EITHER_WAY] : [] })));
  return odd === undefined ? null : { kind: 'special-cause', rest: without(text, odd).replace(/^(?:in|for|with|on) /i, ''), notes: odd.notes };
}

interface FoundWords {
  readonly index: number;
  readonly words: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** The last place where a pattern stands, whole words only. */
function lastOf(text: string, pattern: string): readonly FoundWords[] {
  const found = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}£%-])(?:${pattern})(?![\\p{L}\\p{N}-])`, 'giu'))].at(-1);
  return found === undefined ? [] : [{ index: found.index, words: found[0], groups: { ...found.groups } }];
}

const without = (text: string, { index, words }: FoundWords): string => `${text.slice(0, index)} ${text.slice(index + words.length)}`.replace(/\s+/g, ' ').trim().replace(/[\s,;]+$/, '');
