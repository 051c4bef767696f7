import { NO_FIGURE } from '../../engine/cell';
import type { DayBoard } from '../../engine/day-board';
import type { ListOfTheDay } from '../../engine/day-lists';
import type { Query } from '../../engine/query';
import type { Figure } from '../../engine/result';

const HIDDEN: Figure = { ...NO_FIGURE, hidden: true };

/** That there are such lists, and not where: what is booked on one falls with each case that is cancelled on it. */
const unnamed = (lists: readonly ListOfTheDay[]): readonly ListOfTheDay[] => lists.map((list) => ({ ...list, place: null }));

/**
 * A day without the people of any part of the trust. One reading differs from the next by one patient or two, so that no
 * pattern within a reading would keep them: below the trust nobody is counted, reasons and beds included. Parts are left out
 * whole, for which of them there are, starred or not, is what is to be kept. The trust's lists are counted, and not named.
 */
export function withholdOfDay(board: DayBoard, { filters, excluding }: Pick<Query, 'filters' | 'excluding'>): DayBoard {
  const isNarrowed = Object.keys({ ...filters, ...excluding }).length > 0;
  const whole: DayBoard = {
    ...board, reasons: [], forWantOfABed: HIDDEN, specialties: [], groups: [], sites: [], theatres: [], lists: unnamed(board.lists), stillRunning: unnamed(board.stillRunning),
  };
  // A part's list with no case left is a cancellation of that part's.
  return !isNarrowed ? whole : {
    ...whole, figure: HIDDEN, cases: null, lists: [], stoodDown: 0, stillRunning: [], untimed: 0, usual: { ...board.usual, days: [], figure: HIDDEN }, plannedBefore: null,
  };
}
