/**
 * What became of a post. `refused`: it certainly did not arrive. `ambiguous`: it may have; sending it again could
 * show it twice. `unsent`: it never left, as when no token could be had.
 */
export type Delivery =
  /** `message` is the id that the Connector gave what was posted; null where it gave none. */
  | { readonly outcome: 'sent'; readonly message: string | null }
  /** `retryAfter` is how long the Connector asked to be left alone, milliseconds, where it did. */
  | { readonly outcome: 'refused' | 'ambiguous' | 'unsent'; readonly status: number | null; readonly cause: unknown; readonly retryAfter?: number };

/** Whether it certainly did not arrive, and may yet: nothing left, or Teams was busy. */
export const mayYetArrive = (delivery: Delivery): boolean => delivery.outcome === 'unsent' || (delivery.outcome === 'refused' && (delivery.status === 429 || delivery.status === 412));
