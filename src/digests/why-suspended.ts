/** Why what is posted somewhere is suspended, in words that are kept with it and said of it; none of them for good. */
export const SUSPENDED = {
  removed: 'Tally was removed there',
  shutOut: 'Tally was shut out of the channel',
  channelDeleted: 'the channel was deleted',
  teamArchived: 'the team was archived',
  cannotPost: 'Tally cannot post there any more',
} as const;
/** What is over when Tally is installed somewhere anew: a deleted channel, or one that shut it out, is not back by that. */
export const BACK_WITH_TALLY: readonly string[] = [SUSPENDED.removed, SUSPENDED.teamArchived, SUSPENDED.cannotPost];
export type Why = (typeof SUSPENDED)[keyof typeof SUSPENDED];

/** Said to whoever set it up. */
export const UNTIL_BACK = 'It goes on by itself when the place, or Tally in it, is back; otherwise resume it when it can be posted there again. What comes due meanwhile is not made up for.';
