import type { DriversAnswer } from './drivers-answer';

/** How a change was split into its parts, in words for whoever checks it. */
export function splitMethod({ with: kind, effects, plural, isRounded }: DriversAnswer): string {
  const together = (what: string): string => (isRounded === true ? `Worked from rounded numbers, they need not add up to ${what}.` : `Together they are ${what} exactly.`);
  if (effects !== null) {
    return `Split by ${plural}: each one's own change, at the mean of its shares of the whole before and after; and the change of its share, `
      + 'at how far its mean figure is from that of the whole. A part that was not there before or after is all mix. '
      + `${together('the change')} ${effects.words}`;
  }
  return kind === 'target'
    ? `Split by ${plural}: each one's share of the whole, times how far it is itself from the target. ${together('the distance')}`
    : `Split by ${plural}: each one's figure after, less its figure before. ${together('the change')}`;
}
