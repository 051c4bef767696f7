import { channelMessage, installation, membersAdded, personalMessage, pressed, submitted, thumb } from './activities';
import { QUERY } from './scripted-answer';

/** A small generator with a seed, so that a failure can be seen again. Source: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const STEP = { v: 1, kind: 'query', query: QUERY };
const VALUES: readonly unknown[] = [null, true, 0, -1, 1e308, '', ' ', '\u0000', 'x'.repeat(20_000), [], [null], [[]], {}, { a: {} }, { id: 5 }, { toString: 'x' }, { __proto__: { x: 1 } }, '2024-13-45T99:99:99Z', '__proto__', 'expectReplies', '<at>Tally', '%00', '../..'];

/** Changes, drops or adds one to three properties anywhere in an activity. */
export function mutated(activity: Record<string, unknown>, random: () => number): unknown {
  const copy = JSON.parse(JSON.stringify(activity)) as Record<string, unknown>;
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  for (let n = 0; n < 1 + Math.floor(random() * 3); n += 1) {
    let holder: Record<string, unknown> = copy;
    while (random() < 0.5) {
      const inner = pick(Object.values(holder).filter((value) => typeof value === 'object' && value !== null));
      if (inner === undefined) break;
      holder = inner as Record<string, unknown>;
    }
    const name = pick([...Object.keys(holder), 'deliveryMode', 'locale', 'expiration', 'callerId', 'attachments']) ?? 'type';
    if (random() < 0.3) delete holder[name];
    // A copy of its own: what is put in may itself be changed by the next round.
    else holder[name] = structuredClone(pick(VALUES));
  }
  return copy;
}

/** An activity of each kind, as Teams sends it. */
export const MAKERS: readonly (() => Record<string, unknown>)[] = [
  personalMessage, channelMessage, () => pressed(STEP), () => submitted(STEP), () => installation('add'), membersAdded, () => thumb('dislike', '1'),
];
