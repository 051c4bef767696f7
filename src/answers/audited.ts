import type { Audit, Audited, Occasion } from '../access/audit';
import type { Query } from '../engine/query';
import { TallyError } from '../errors';
import type { Answer } from './answer';
import { WHY_HIDDEN } from './withheld';

/**
 * Gives an answer only when it has been recorded, and records that there was none where working it out failed.
 * @param asked the query where it is known before it is answered
 * @param isLifted whether small numbers need not have been hidden in that answer
 * @throws TallyError AUDIT_FAILED, and whatever `work` throws
 */
export async function recorded(audit: Audit, occasion: Occasion, asked: Query | null, work: () => Promise<Answer>, isLifted: (answer: Answer) => boolean): Promise<Answer> {
  const answer = await work().catch(async (error: unknown) => {
    await audit.record(occasion, { query: asked, snapshot: null, outcome: 'failed', reason: error instanceof TallyError ? error.code : 'UNKNOWN', suppression: 'none' });
    throw error;
  });
  await audit.record(occasion, auditedOf(answer, isLifted(answer)));
  return answer;
}

function auditedOf(answer: Answer, isLifted: boolean): Audited {
  const { query, outcome, reason, metrics, scorecard } = answer;
  const snapshot = metrics[0]?.data.snapshot ?? scorecard?.data.snapshot ?? null;
  return { query, outcome, reason, snapshot, suppression: snapshot === null ? 'none' : isLifted ? 'lifted' : isHiding(answer) ? 'applied' : 'none' };
}

/** Whether any number in it is withheld for being small. */
function isHiding({ metrics, scorecard }: Answer): boolean {
  return metrics.some((metric) => metric.suppressed || metric.caveats.some((caveat) => caveat.endsWith(WHY_HIDDEN)))
    || scorecard?.sections.some(({ lines }) => lines.some(({ suppressed }) => suppressed)) === true;
}
