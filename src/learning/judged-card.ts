/** A card that was posted: which query it answers, on which data. Nothing says where it is, or who asked. */
export interface PostedCard {
  readonly organisation: string;
  /** A mark of the message it was posted as. */
  readonly card: string;
  /** JSON. */
  readonly query: string;
  readonly snapshot: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A thumbs-down: when, and on what. */
export interface DislikedCard {
  readonly at: number;
  /** JSON. */
  readonly query: string;
  readonly snapshot: string | null;
}

/** Where cards are kept for as long as somebody may judge them, and the thumbs-down for as long as questions are. */
export interface CardsJudged {
  posted(card: PostedCard): Promise<void>;
  /**
   * Keeps a thumbs-down on a card posted at `since` or after it, once for each mark of who judges.
   * @returns false where there is no such card, or it was judged by the same before
   */
  dislike(judged: { readonly card: string; readonly judgedBy: string; readonly at: number; readonly since: number }): Promise<boolean>;
  /** What was kept at `since` or after it, the oldest first. */
  read(organisation: string, since: number): Promise<readonly DislikedCard[]>;
  /** Deletes the cards posted before this. */
  forgetPosted(before: number): Promise<void>;
  /** Deletes the thumbs-down kept before this: of one organisation, or of all where it is null. */
  forget(organisation: string | null, before: number): Promise<void>;
}
