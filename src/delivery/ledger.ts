import type { Day } from '../calendar/day';

/**
 * What became of a post that is due. `planned`: nothing was sent, it may be tried. `claimed`: somebody is making it,
 * nothing was sent. `sending`: it may be on its way. `sent`: the Connector took it. `failed`: it certainly did not arrive,
 * and is not tried again by itself. `ambiguous`: whether it arrived is not known, and it is never tried again by itself.
 * `skipped`: it was not sent, on purpose.
 */
export type PostState = 'planned' | 'claimed' | 'sending' | 'sent' | 'failed' | 'ambiguous' | 'skipped';

/** Which post: what it is of, and the local date of its slot. There is at most one of each, whatever the clocks and edits do. */
export interface PostKey {
  readonly topic: string;
  readonly slot: Day;
}

/** A post in the ledger. Times are milliseconds since 1970. */
export interface Post extends PostKey {
  readonly state: PostState;
  readonly dueAt: number;
  /** Not before this; later than `dueAt` after a safe failure, or while an extract is waited for. */
  readonly notBefore: number;
  /** How often it was begun. */
  readonly attempts: number;
  /** Why it is late, skipped, failed or not known, in words; empty where there is nothing to say. */
  readonly reason: string;
  /** The id that the Connector gave it; null where none is known. */
  readonly message: string | null;
  readonly changedAt: number;
  /** What it showed, for whoever made it to hold the next against; null where nothing was kept. */
  readonly shown: string | null;
  /** Whether somebody asked for it again, until it is settled: it is then made whatever the hour. */
  readonly isAsked: boolean;
  /** How often somebody was told of it without its being known whether that arrived. */
  readonly doubts: number;
}

/** What came of telling somebody of a post: when that is to be tried again, null where there is no more to do, and how often it was in doubt by now. */
export interface Told {
  readonly again: number | null;
  readonly doubts: number;
}

/** Somebody's hold on a post until a time; a later hold is another one, also by the same process. */
export interface Hold {
  readonly by: string;
  readonly until: number;
}

/**
 * The record of what is posted, shared by every instance. Each call is one atomic statement of the store, so that of two
 * that claim one post one is told no; the unique key, and no timer, makes a post come once.
 */
export interface Ledger {
  /** Writes a post down as planned; nothing where it is written down already. @returns whether it is new */
  plan(key: PostKey, dueAt: number, at: number): Promise<boolean>;
  /** Posts that may be tried at `at`: planned and not before it, claimed by somebody whose hold has ended, or left so, or set aside unsent, by a clock that was ahead. The longest due first. */
  due(at: number, most: number): Promise<readonly Post[]>;
  /** @returns false where it is no longer free */
  claim(key: PostKey, hold: Hold, at: number): Promise<boolean>;
  /** Gives a post back that was not sent, to be tried not before a time. @returns false where the hold is lost */
  release(key: PostKey, by: string, notBefore: number, reason: string, at: number): Promise<boolean>;
  /** From here on it may be on its way. @returns false where the hold is lost or has ended: then it must not be sent */
  begin(key: PostKey, hold: Hold, said: { readonly reason: string; readonly shown: string | null }, at: number): Promise<boolean>;
  /** What became of it. Of a post that was given up as ambiguous meanwhile only `sent` is still heard. */
  settle(key: PostKey, by: string, outcome: { readonly state: 'sent' | 'failed' | 'ambiguous' | 'skipped'; readonly reason: string; readonly message: string | null }, at: number): Promise<void>;
  /** Sets aside a post that nobody holds and that will not be sent. @returns false where somebody has it */
  skip(key: PostKey, reason: string, at: number): Promise<boolean>;
  /** Posts that were on their way when whoever sent them went away become ambiguous. */
  giveUp(at: number): Promise<void>;
  /** Somebody says that an ambiguous post arrived. @returns false where it is not ambiguous */
  confirm(key: PostKey, at: number): Promise<boolean>;
  /** Somebody asks for a post again that failed, was skipped or is ambiguous. @returns false for any other */
  again(key: PostKey, at: number): Promise<boolean>;
  /** What is planned and nobody holds becomes the post of another date, due at `at`. @returns false where somebody has it, or that date has one */
  redate(key: PostKey, slot: Day, at: number): Promise<boolean>;
  /** Takes out what is held and was not sent, as if it had never been planned. @returns false where the hold is lost */
  drop(key: PostKey, by: string): Promise<boolean>;
  /** Posts that failed or are not known to have arrived, of which somebody is still to be told; the longest due first. */
  untold(at: number, most: number): Promise<readonly Post[]>;
  /** Takes it on, until a time, to tell of a post as it was read. @returns false where somebody else has, or it has become something else since */
  tell(post: Pick<Post, keyof PostKey | 'changedAt'>, until: number, at: number): Promise<boolean>;
  /** What came of telling. @param until that of whoever took it on: nobody else has a say */
  told(key: PostKey, until: number, told: Told): Promise<void>;
  /** How many are planned, claimed or on their way. */
  unfinished(): Promise<number>;
  /** The latest posts of a topic, the last first. */
  history(topic: string, most: number): Promise<readonly Post[]>;
  /** Deletes settled posts due before this. */
  forget(before: number): Promise<void>;
}
