import type { Permission } from '../access/permit';
import type { Query } from '../engine/query';
import type { Answer } from './answer';
import { PLAIN, WHAT_CAN_I_ASK } from './from-reading';

/** "You may not see this", with what they may see instead as buttons; never dressed up as "no data". */
export function refusedAnswer(query: Query | null, { reason, sentence, narrowed }: Extract<Permission, { allowed: false }>, notice: string | null): Answer {
  const next = narrowed.map((one) => ({ title: `For ${one.words}`, step: { kind: 'query' as const, query: one.query } }));
  return { ...PLAIN, outcome: 'refused', query, headline: sentence, reason, next: next.length === 0 ? [WHAT_CAN_I_ASK] : next, notice };
}
