import type { Owed } from '../delivery/owed';

/** Which deliveries were taken on. Teams repeats one that took longer than some 15 seconds, and the service does not dedupe. */
export interface AnsweredMessages {
  /**
   * @param at milliseconds since 1970
   * @param owed to whom an answer is owed from now on, and until when nobody else is to see to it; null where to nobody
   * @returns true for the first claim of this activity in this conversation, across instances and restarts
   */
  claim(conversation: string, activity: string, at: number, owed: Pick<Owed, 'to' | 'until'> | null): Promise<boolean>;
  /** Whoever wrote has been answered, or cannot be. */
  settle(conversation: string, activity: string): Promise<void>;
  /** What is owed and nobody sees to at `at`, the longest owed first. */
  owed(at: number, most: number): Promise<readonly Owed[]>;
  /** Takes on, until a time, to see to what is owed. @returns false where somebody else has since it was read */
  take(owed: Owed, until: number): Promise<boolean>;
}
