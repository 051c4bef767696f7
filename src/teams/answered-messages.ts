/** Which deliveries were taken on. Teams repeats one that took longer than some 15 seconds, and the service does not dedupe. */
export interface AnsweredMessages {
  /**
   * @param at milliseconds since 1970
   * @returns true for the first claim of this activity in this conversation, across instances and restarts
   */
  claim(conversation: string, activity: string, at: number): Promise<boolean>;
}
