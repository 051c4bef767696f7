import type { Query } from '../../engine/query';
import type { Ground } from '../frame/case';
import type { Place } from '../question';
import type { Reading } from '../reading';

/** What a command is read against. */
export interface CommandCase {
  readonly ground: Ground;
  readonly place: Place;
  /** What was asked just before, which "this" stands for. */
  readonly before: Query | null;
  /** Reads the question in a command, after the one before where it leans on that. */
  readonly read: (words: string) => Reading;
}
