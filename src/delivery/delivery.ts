/**
 * What became of a post. `refused`: it certainly did not arrive. `ambiguous`: it may have; sending it again could
 * show it twice. `unsent`: it never left, as when no token could be had.
 */
export type Delivery =
  /** `message` is the id that the Connector gave what was posted; null where it gave none. */
  | { readonly outcome: 'sent'; readonly message: string | null }
  | { readonly outcome: 'refused' | 'ambiguous' | 'unsent'; readonly status: number | null; readonly cause: unknown };
