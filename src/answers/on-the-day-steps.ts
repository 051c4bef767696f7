import { addDays } from '../calendar/day';
import { dayPeriod } from '../calendar/period';
import type { DayBoard } from '../engine/day-board';
import type { Query } from '../engine/query';
import type { NextStep } from './next-step';

/** What a person can press next of a day that is not over: its parts, the day before, and its working or the way back from it. */
export function stepsOfTheDay(query: Query, board: DayBoard, showsWorking: boolean): readonly NextStep[] {
  const { day, isOfTheDay, snapshot, figure, forWantOfABed } = board;
  const whole: Query = { ...query, intent: 'value', by: null, having: null, order: null, limit: null };
  const step = (title: string, changed: Partial<Query>): NextStep => ({ title, step: { kind: 'query', query: { ...whole, ...changed } } });
  const split = (title: string, by: string): readonly NextStep[] => (forWantOfABed.hidden || query.by === by || by in query.filters ? [] : [step(title, { intent: 'breakdown', by })]);
  const yesterday = step('Yesterday', { period: dayPeriod(addDays(day, -1)) });
  if (showsWorking && isOfTheDay) {
    return [
      ...split('By specialty', 'specialty'), ...split('By theatre', 'theatre'),
      ...(snapshot === null ? [] : [{ title: 'Report a wrong number', step: { kind: 'report' as const, query, snapshot: snapshot.id, among: [] } }]),
      step('Back to the answer', query),
    ];
  }
  // Where nothing is planned there is nothing to split, nor where no part is shown.
  return !isOfTheDay || (figure.denominator === 0 && query.by === null) ? [yesterday] : [
    ...(query.by === null ? [] : [step('All of today', {})]),
    ...split('By specialty', 'specialty'), ...split('By theatre', 'theatre'),
    ...(query.by === null ? [yesterday] : []),
    { title: 'Show working', step: { kind: 'working' as const, query } },
  ];
}
