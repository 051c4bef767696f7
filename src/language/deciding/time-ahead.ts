import { monthOf, yearOf } from '../../calendar/day';
import { monthPeriod } from '../../calendar/period';
import type { Reading } from '../reading';
import { reworded, type Case } from '../frame/case';
import { plays } from '../frame/frame';
import { monthWord } from '../periods/calendar-words';

/** Words of what is over: "did we get to 46% in June". */
const GONE: ReadonlySet<string> = new Set(['did', 'was', 'were', 'had']);
/** Words of what is to come. */
const AHEAD: ReadonlySet<string> = new Set(['will', 'forecast', 'projected', 'expected', 'predicted', 'predict']);

/** "How many will there be in March": a month that is named alone and asked of as to come is the next one, and not the last. */
export function monthAhead(one: Case): Reading | null {
  const { frame, folded, words, ground: { today } } = one;
  const [asked, second] = frame.main.periods;
  const period = asked?.reading.kind === 'period' ? asked.reading.period : null;
  if (asked === undefined || period === null || second !== undefined || period.to >= today || folded.some((word) => GONE.has(word)) || !(folded.some((word) => AHEAD.has(word)) || plays(frame, 'forecast'))) {
    return null;
  }
  const [name] = words.slice(asked.span.start, asked.span.end).flatMap(({ text }) => monthWord(text) ?? []);
  const bare = words.slice(asked.span.start, asked.span.end).every(({ text }) => monthWord(text) !== null || ['in', 'for', 'end', 'of', 'the'].includes(text));
  if (name === undefined || !bare) {
    return null;
  }
  const year = yearOf(today) + (name < monthOf(today) ? 1 : 0);
  return one.again(reworded(one.text, words, asked.span, monthPeriod(year, name).label), true);
}

/**
 * "How many DNAs are we expecting tomorrow": days to come are too few to be projected, and nothing is held for them yet.
 * The case as one that asks for the figure of those days, or null where it asks for anything else.
 */
export function dayAhead(one: Case): Case | null {
  const { frame, ground: { today } } = one;
  const [asked, second] = frame.main.periods;
  const period = asked?.reading.kind === 'period' ? asked.reading.period : null;
  const isForecast = plays(frame, 'forecast') && !plays(frame, 'target', 'versus-target', 'pace', 'aimed') && frame.aims.length === 0;
  return period !== null && second === undefined && period.grain === 'day' && period.from > today && isForecast
    ? { ...one, frame: { ...frame, roles: new Map([...frame.roles].filter(([role]) => role !== 'forecast')) } }
    : null;
}
