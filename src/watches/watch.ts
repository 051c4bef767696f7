import type { Day } from '../calendar/day';
import type { Address } from '../delivery/port';
import type { WatchCondition } from '../language/command';

/** A crossing: what made an alert fire. Its snapshot and slot name it, so that whoever finds it again finds the same one. */
export interface Crossing {
  readonly snapshot: string;
  /** The day that the figure is of, or the first of its period. */
  readonly slot: Day;
  /** Which crossing it is; another one is told while this one lasts. */
  readonly mark: string;
  /** "12.4% at 09:42 on 27 November 2026, 31 of 250"; empty of a figure that may be hidden later, or from others. */
  readonly words: string;
}

/** What somebody wants to be told of, where it is told, and what it was last found to be. */
export interface Watch {
  readonly id: string;
  readonly organisation: string;
  /** "Cancellations on the day over 10%" */
  readonly name: string;
  /** What is watched, a query as JSON; its period is told anew each time. */
  readonly query: string;
  readonly condition: WatchCondition;
  readonly to: Address;
  /** Whose alert it is, by Entra object id; null for a channel's or a group's, which sees what everybody there may see. */
  readonly person: string | null;
  readonly setUpBy: { readonly id: string; readonly name: string | null };
  /** `suspended` because there is nowhere to post it to. */
  readonly standing: 'active' | 'suspended' | 'stopped';
  /** Why it stands so, in words; empty for an active one. */
  readonly why: string;
  /** The last day of quiet; null where it is to be heard. */
  readonly mutedTo: Day | null;
  /** The mark of the crossing that was told and lasts; empty where it has recovered, and the next crossing is told. */
  readonly fired: string;
  /** The last crossing; null before the first. */
  readonly crossing: Crossing | null;
  /** Whether that crossing stands in the ledger. */
  readonly isPlanned: boolean;
  /** The reading that was last judged, as text that sorts by age. */
  readonly judged: string;
  /** What was held when it was last looked at; it is looked at again when that is another. */
  readonly checked: string;
  /** Why it could not be judged then; empty where it was. */
  readonly unjudged: string;
  /** Goes up with each look that changes it. */
  readonly turn: number;
  /** When it was set up or last resumed, milliseconds since 1970. */
  readonly since: number;
}

/** What a look at the figure changes. */
export type Looked = Pick<Watch, 'fired' | 'crossing' | 'isPlanned' | 'judged' | 'checked' | 'unjudged'>;

/** Where watches are kept. */
export interface WatchesKept {
  create(watch: Watch, at: number): Promise<void>;
  /** @returns false where somebody else has looked since it was read, or it is not active any more */
  found(watch: Pick<Watch, 'id' | 'turn'>, looked: Looked, at: number): Promise<boolean>;
  /** The crossing of that turn stands in the ledger. */
  planned(watch: Pick<Watch, 'id' | 'turn'>): Promise<void>;
  /** One that is made active is so since then; a stopped one stays stopped. @returns false where it is not there, or stopped */
  stand(id: string, standing: Watch['standing'], why: string, at: number): Promise<boolean>;
  /** One that is suspended for that reason, and no other, is active again, since a time. */
  goOn(id: string, why: string, since: number, at: number): Promise<void>;
  mute(id: string, to: Day | null, at: number): Promise<void>;
  /** Null where there is none; stopped ones are still there. */
  get(id: string): Promise<Watch | null>;
  /** Those of the organisation that are not stopped, by name. */
  all(organisation: string): Promise<readonly Watch[]>;
}

const TOPIC = 'watch:';

/** The topic in the ledger under which a crossing is posted: with its slot, the same for whoever finds it. */
export const topicOf = ({ id }: Pick<Watch, 'id'>, { snapshot }: Pick<Crossing, 'snapshot'>): string => `${TOPIC}${id}:${snapshot}`;

/** The topic of a watch itself, and of no crossing. */
export const ownTopicOf = ({ id }: Pick<Watch, 'id'>): string => `${TOPIC}${id}`;

/** The id of the watch that a topic is of; null for a topic of anything else. */
export const watchIn = (topic: string): string | null => /^watch:([^:]+)/.exec(topic)?.[1] ?? null;
