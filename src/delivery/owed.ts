import type { Address } from './port';

/** A delivery that was taken on, and of which it is not known that whoever wrote has been answered. Times are milliseconds since 1970. */
export interface Owed {
  readonly conversation: string;
  readonly activity: string;
  /** When it was taken on. */
  readonly at: number;
  /** Where they wrote: in a channel, the thread. */
  readonly to: Address;
  /** Until then somebody may still be answering. */
  readonly until: number;
}
