import type { Query } from '../engine/query';

/** To report a number as wrong; of a card with several measures whoever presses says which, and `among` are those there are. */
export interface ReportStep {
  readonly kind: 'report';
  readonly query: Query;
  readonly snapshot: string;
  /** Empty where the card has one measure alone. */
  readonly among: readonly { readonly metric: string; readonly name: string }[];
}

/** What a person can press next: words for the button, and the query it runs. At most four are shown. */
export interface NextStep {
  readonly title: string;
  readonly step: { readonly kind: 'query'; readonly query: Query } | { readonly kind: 'working'; readonly query: Query } | ReportStep | { readonly kind: 'arrived' | 'again'; readonly topic: string; readonly slot: string } | { readonly kind: 'resume'; readonly topic: string } | { readonly kind: 'ask'; readonly text: string };
}
