/** Where a list is held and of what, by the catalogue's keys. */
export interface ListPlace {
  readonly theatre: string;
  readonly specialty: string;
  readonly site: string;
}

/** A list as the reading has it. Times are minutes after midnight of the day, by London's clock; null where there is none yet. */
export interface ListRead {
  readonly place: ListPlace;
  readonly plannedStart: number;
  readonly plannedEnd: number;
  readonly firstStart: number | null;
  /** Cases in theatre now, and minutes booked of them that are not used up yet. */
  readonly inTheatre: number;
  readonly minutesUnderWay: number;
  readonly done: number;
  readonly toDo: number;
  /** Minutes booked of the cases still to do; null where one of them has none. */
  readonly minutesToDo: number | null;
}

/** `to-start`: no case has begun; `running`: some have, and some are left; `finished`: none is left; `nothing-left`: all its cases were cancelled. */
export type ListState = 'to-start' | 'running' | 'finished' | 'nothing-left';

/** What puts a list at risk, the worst first. */
export const RISKS = ['not-started', 'over-running', 'heading-over', 'late-start'] as const;
export type Risk = (typeof RISKS)[number];

export interface ListOfTheDay {
  /** Null where it is withheld. */
  readonly place: ListPlace | null;
  /** Minutes after midnight. */
  readonly plannedStart: number;
  readonly state: ListState;
  /** The worst risk and by how many minutes; null where there is none. */
  readonly risk: { readonly kind: Risk; readonly minutes: number } | null;
}

/** Later than this many minutes after its planned start is late; exactly 15 is not. Source: the late-starts measure. */
const LATE_AFTER = 15;
/** A list is heading over where its booked minutes end later than this after its planned end. */
const OVER_AFTER = 30;

/**
 * Where a list stands at `now`, in minutes after midnight, and what puts it at risk. What is booked is all that is known
 * of what is to come: the time between cases is left out, so that a list is called heading over too seldom, not too often.
 */
export function listAt(list: ListRead, now: number): ListOfTheDay {
  const { place, plannedStart } = list;
  const state = stateOf(list);
  return { place, plannedStart, state, risk: riskOf(list, state, now) };
}

function stateOf({ firstStart, inTheatre, done, toDo }: ListRead): ListState {
  const hasBegun = firstStart !== null || inTheatre > 0 || done > 0;
  const isLeft = inTheatre + toDo > 0;
  if (!hasBegun) {
    return isLeft ? 'to-start' : 'nothing-left';
  }
  return isLeft ? 'running' : 'finished';
}

function riskOf(list: ListRead, state: ListState, now: number): ListOfTheDay['risk'] {
  const since = now - list.plannedStart;
  if (state === 'to-start') {
    return since > LATE_AFTER ? { kind: 'not-started', minutes: since } : null;
  }
  if (state !== 'running') {
    return null;
  }
  if (now > list.plannedEnd) {
    return { kind: 'over-running', minutes: now - list.plannedEnd };
  }
  const over = list.minutesToDo === null ? 0 : Math.round(now + list.minutesUnderWay + list.minutesToDo - list.plannedEnd);
  if (over > OVER_AFTER) {
    return { kind: 'heading-over', minutes: over };
  }
  const late = list.firstStart === null ? 0 : list.firstStart - list.plannedStart;
  return late > LATE_AFTER ? { kind: 'late-start', minutes: late } : null;
}
