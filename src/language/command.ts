import type { Day } from '../calendar/day';
import type { Schedule } from '../calendar/schedule';
import type { Query } from '../engine/query';

/** When a watch fires: where its figure crosses a line, or where statistical process control marks a special cause. */
export type WatchCondition =
  /** `value` in the metric's unit, a ratio from 0 to 1. */
  | { readonly kind: 'threshold'; readonly op: 'above' | 'below'; readonly value: number }
  | { readonly kind: 'special-cause' };

/** What is to be done, and not answered. `name` is how a digest or a watch was called in words; null for the one that is meant by "it" or the only one. */
export type Command =
  | { readonly kind: 'digest'; readonly what: 'create'; readonly query: Query; readonly schedule: Schedule; readonly name: string | null }
  | { readonly kind: 'digest'; readonly what: 'change'; readonly name: string | null; readonly schedule: Partial<Schedule>; /** What it is to be called. */ readonly rename?: string; /** What it is to show instead. */ readonly query?: Query; /** What the same is to be narrowed to; empty for the whole. */ readonly filters?: Query['filters'] }
  | { readonly kind: 'digest'; readonly what: 'preview' | 'list' | 'history' | 'pause' | 'resume' | 'stop'; readonly name: string | null }
  | { readonly kind: 'watch'; readonly what: 'create'; readonly query: Query; readonly condition: WatchCondition }
  | { readonly kind: 'watch'; readonly what: 'list' | 'stop'; readonly query: Query | null; readonly name: string | null }
  /** `until` is the last day of quiet; null until it is spoken again. */
  | { readonly kind: 'watch'; readonly what: 'mute'; readonly query: Query | null; readonly name: string | null; readonly until: Day | null }
  | { readonly kind: 'follow'; readonly what: 'create' | 'stop'; readonly query: Query }
  | { readonly kind: 'follow'; readonly what: 'list' };
