import type { Day } from '../../calendar/day';
import { atomAt, readAtoms } from './atoms';
import { periodOf } from './found';
import { readAt, readerOf } from './grammar';
import { askWhichMonth } from './looking-ahead';
import type { Held, Moment } from './moment';
import type { PeriodReading } from './period-reading';
import type { Placed } from './placed';
import { share } from './sharing';

const LONGEST_ASKED = 120;

/**
 * Every period in a question, in the order of its words: two in "May vs June", one in "April to June". `tokens` are
 * its words in lower case, spelling put right, with the marks inside them kept ("24/25", "apr-jun", "w/c").
 */
export function findPeriods(tokens: readonly string[], held: Held, today: Day): readonly PeriodReading[] {
  const moment: Moment = { today, held };
  const atoms = readAtoms(tokens);
  const reader = readerOf(atoms, moment);
  const placed: Placed[] = [];
  for (let at = 0; at < atoms.length;) {
    const found = atomAt(atoms, at).opens ? readAt(reader, at) : null;
    if (found !== null) {
      placed.push({ start: at, found });
    }
    at = found?.end ?? at + 1;
  }
  return share(placed, atoms, moment).flatMap(({ start, found }): readonly PeriodReading[] => {
    const meaning = askWhichMonth(found.meaning, moment);
    const span = { start: atomAt(atoms, start).token, end: atomAt(atoms, found.end - 1).token + 1 };
    if (meaning.kind === 'ask') {
      return [{ kind: 'ask', ask: meaning.ask, options: meaning.options, ...span }];
    }
    const period = periodOf(meaning, moment);
    const asked = tokens.slice(span.start, span.end).join(' ').slice(0, LONGEST_ASKED);
    return period === null ? [] : [{ kind: 'period', period: { ...period, asked }, notes: found.notes, ...span }];
  });
}

/** The first period in a question, or null where it names none. */
export function findPeriod(tokens: readonly string[], held: Held, today: Day): PeriodReading | null {
  return findPeriods(tokens, held, today)[0] ?? null;
}
