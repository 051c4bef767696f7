import { NO_FIGURE } from '../../engine/cell';
import type { DayBoard, DayPart } from '../../engine/day-board';
import type { Query } from '../../engine/query';
import type { Figure } from '../../engine/result';

const HIDDEN: Figure = { ...NO_FIGURE, hidden: true };

/** Every part starred, in an order that says nothing of which has most. */
const starred = (parts: readonly DayPart[]): readonly DayPart[] =>
  parts.map(({ key }) => ({ key, figure: HIDDEN })).sort((a, b) => a.key.localeCompare(b.key, 'en'));

/**
 * A day without the people of any part of the trust. One reading differs from the next by one patient or two, so that no
 * pattern within a reading would keep them: below the trust nobody is counted, reasons and beds included. Lists stay, for
 * they are no people.
 */
export function withholdOfDay(board: DayBoard, { filters, excluding }: Pick<Query, 'filters' | 'excluding'>): DayBoard {
  const isNarrowed = Object.keys({ ...filters, ...excluding }).length > 0;
  const split = {
    ...board, reasons: starred(board.reasons), forWantOfABed: HIDDEN,
    specialties: starred(board.specialties), groups: starred(board.groups), sites: starred(board.sites), theatres: starred(board.theatres),
  };
  return !isNarrowed || !board.isOfTheDay ? { ...split, plannedBefore: isNarrowed ? null : board.plannedBefore } : {
    ...split, figure: HIDDEN, cases: null, untimed: 0, usual: { ...board.usual, days: [], figure: HIDDEN }, plannedBefore: null,
  };
}
