/** A value that survives JSON unchanged. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A rendered card: plain JSON, ready to be attached to a message. `speak` and `fallbackText` are the verdict. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly version: string;
  readonly lang: string;
  readonly speak: string;
  readonly fallbackText: string;
  readonly body: readonly Json[];
  readonly actions?: readonly Json[];
  readonly [key: string]: Json | undefined;
}

/** The most characters a card's JSON may have: half of what Teams takes, counted as it counts (two bytes each). */
export const CARD_LIMIT = 12_000;
