import type { Schedule } from '../calendar/schedule';
import type { Address } from '../delivery/port';

/** Whether a digest is posted; `paused` by somebody, `suspended` because there is nowhere to post it to. */
export type Standing = 'active' | 'paused' | 'suspended' | 'stopped';

/** What is posted on a schedule, where, and who set it up. Times are milliseconds since 1970. */
export interface Subscription {
  readonly id: string;
  readonly organisation: string;
  /** "Theatres scorecard" */
  readonly name: string;
  /** What is posted, a query as JSON; its period is told anew each time. */
  readonly query: string;
  readonly schedule: Schedule;
  readonly to: Address;
  /** Whose digest it is, by Entra object id; null for a channel's or a group's, which is written with what everybody there may see. */
  readonly person: string | null;
  readonly setUpBy: { readonly id: string; readonly name: string | null };
  readonly standing: Standing;
  /** Why it stands so, in words; empty for an active one. */
  readonly why: string;
  /** Slots after this are due; those before are due to nobody. */
  readonly since: number;
}

/** What of a subscription changes; a person, or a name, is never taken away. */
export type Changes = Partial<Omit<Subscription, 'id' | 'organisation'>>;

/** Where subscriptions are kept. */
export interface SubscriptionsKept {
  create(subscription: Subscription, at: number): Promise<void>;
  /** @returns false where it is not there, or stopped */
  change(id: string, changes: Changes, at: number): Promise<boolean>;
  /** Begins a stopped one anew. @returns false where it is not there, or not stopped */
  putBack(id: string, changes: Changes & Pick<Subscription, 'standing' | 'since'>, at: number): Promise<boolean>;
  /** Null where there is none; stopped ones are still there. */
  get(id: string): Promise<Subscription | null>;
  /** Those of the organisation that are not stopped, by name. */
  all(organisation: string): Promise<readonly Subscription[]>;
}

const TOPIC = 'digest:';

/** The topic in the ledger under which a digest is posted. */
export const topicOf = ({ id }: Pick<Subscription, 'id'>): string => `${TOPIC}${id}`;

/** The id of the digest that is posted under a topic; null where the topic is of something else. */
export const digestIn = (topic: string): string | null => (topic.startsWith(TOPIC) ? topic.slice(TOPIC.length) : null);
