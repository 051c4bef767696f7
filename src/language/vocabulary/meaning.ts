import type { Ambiguity } from '../../catalogue/ambiguity';

/** What is asked about something that is not answered yet, so that the reply can say so. */
export type Feature =
  | 'schedule' | 'watch' | 'peers' | 'scorecard' | 'exceptions' | 'plan' | 'grain' | 'which-period'
  | 'median' | 'opinion' | 'file';

/** The part that a phrase of grammar plays in a question. */
export type Role =
  | 'by' | 'breakdown' | 'trend' | 'versus' | 'versus-previous' | 'versus-last-year' | 'versus-target' | 'compare' | 'target'
  | 'excluding' | 'worst' | 'best' | 'highest' | 'lowest' | 'ranked' | 'above' | 'below' | 'at-least'
  | 'define' | 'what-is' | 'freshness' | 'help' | 'greeting' | 'latest' | 'doing' | 'together' | 'during'
  | 'why' | 'forecast' | 'moved' | 'pace'
  | 'figure' | 'share' | 'average' | 'count' | 'people' | 'aged' | 'years-old' | 'percent' | 'measured' | 'fetch' | 'place' | 'aimed';

/** A value of a dimension. `rivals` are values of other dimensions by the same name: what is asked for decides between them. */
export interface NamedValue {
  readonly kind: 'value';
  readonly dimension: string;
  readonly keys: readonly string[];
  readonly name: string;
  readonly rivals?: readonly NamedValue[];
}

/** What a phrase means, wherever it stands. */
export type Meaning =
  | { readonly kind: 'metric'; readonly id: string }
  | NamedValue
  | { readonly kind: 'dimension'; readonly id: string; readonly plural: boolean }
  | { readonly kind: 'scope' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'scorecard'; readonly id: string }
  | { readonly kind: 'ambiguous'; readonly ambiguity: Ambiguity }
  | { readonly kind: 'not-held'; readonly nearest: readonly string[]; readonly because: string | null }
  | { readonly kind: 'milestone' }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'unsupported'; readonly feature: Feature }
  | { readonly kind: 'number'; readonly value: number; readonly percent: boolean; readonly pounds: boolean; readonly plural: boolean }
  /** Two ages written as one word, both in: "18-64". */
  | { readonly kind: 'ages'; readonly from: number; readonly to: number };
