import type { Answer, MetricAnswer } from '../answers/answer';
import type { NextStep } from '../answers/next-step';
import { inSentence } from '../answers/names';
import { dayLabel } from '../calendar/day';
import { londonTime } from '../calendar/instant';
import { nextSlot, scheduleWords } from '../calendar/schedule';
import type { Post } from '../delivery/ledger';
import { placeWords } from './called';
import { isDeclared } from './declared';
import { topicOf, type Subscription } from './subscription';

/**
 * An answer as a digest: what there is to say of the post itself first (why it is late, what became of the one before),
 * then the answer, and at its end how often it comes, who set it up and how it is ended.
 *
 * @param said sentences about the post itself; none where it is in time and the one before arrived
 */
export function digestAnswer(answer: Answer, subscription: Subscription, said: readonly string[]): Answer {
  const footer = footerOf(subscription);
  const noted = <T extends Pick<MetricAnswer, 'caveats'>>(one: T, at: number): T => (at === 0 ? { ...one, caveats: [...one.caveats, footer] } : one);
  return {
    ...answer,
    // Brought up to date it would be another post, and no longer what was posted then.
    isPost: true,
    ...(said.length === 0 ? {} : hasRoomAbove(answer) ? { alert: said.join(' ') } : { headline: [...said, answer.headline].join(' ') }),
    scope: [subscription.name, ...(answer.scope === null ? [] : [answer.scope])].join(' · '),
    metrics: answer.metrics.map(noted),
    scorecard: answer.scorecard === null ? null : { ...answer.scorecard, notes: [...answer.scorecard.notes, footer] },
    lines: answer.metrics.length === 0 && answer.scorecard === null ? [...answer.lines, footer] : answer.lines,
  };
}

/** A digest that is only looked at: it says so above all else, and where and when it is posted. @param at milliseconds since 1970 */
export function previewed(digest: Answer, subscription: Subscription, at: number): Answer {
  const { to, schedule } = subscription;
  const mark = `Preview only, not posted. It goes ${to.kind === 'personal' ? 'to you alone' : placeWords(to).replace(/^in /, 'to ')} ${scheduleWords(schedule)}; ${standingWords(subscription, at)}.`;
  return digest.alert !== undefined || hasRoomAbove(digest) ? { ...digest, alert: [mark, ...(digest.alert === undefined ? [] : [digest.alert])].join(' ') } : { ...digest, headline: `${mark} ${digest.headline}` };
}

/** "next 8 July 2024 at 08:00", "paused by Anna Ward", "suspended: Tally was removed there" */
export function standingWords({ standing, why, schedule }: Pick<Subscription, 'standing' | 'why' | 'schedule'>, at: number): string {
  return standing === 'active' ? `next ${londonTime(nextSlot(schedule, at).at)}` : standing === 'suspended' ? `suspended: ${why}` : why;
}

/** The card of one figure shows only the end of its verdict, beside the number: what is said of the post goes above it. */
const hasRoomAbove = ({ metrics, query, showWorking }: Answer): boolean => metrics.length === 1 && !showWorking && (query === null || ['value', 'trend', 'comparison'].includes(query.intent));

function footerOf({ id, name, schedule, setUpBy }: Subscription): string {
  if (isDeclared({ id })) return `Posted ${scheduleWords(schedule)}, as digests.yaml says; its owner is ${setUpBy.name ?? 'named there'}.`;
  const by = setUpBy.name === null ? '' : `, set up by ${setUpBy.name}`;
  return `Posted ${scheduleWords(schedule)}${by}. To end it, say: stop the ${inSentence(name)} digest.`;
}

/** What whoever may does to a digest that is paused or suspended. */
export const resumeStep = (one: Pick<Subscription, 'id'>): NextStep => ({ title: 'Resume it', step: { kind: 'resume', topic: topicOf(one) } });

/** What became of the posts before this one, the last first, since the last that arrived; the earliest is said first: "Not posted on 23 November 2026: Tally was not running or could not reach its records." */
export function sinceTheLast(before: readonly Post[]): readonly string[] {
  const last = before.findIndex(({ state }) => state === 'sent');
  return [...(last < 0 ? before : before.slice(0, last))].reverse().flatMap(({ slot: day, state, reason }) => {
    switch (state) {
      case 'skipped':
      case 'failed': return [`Not posted on ${dayLabel(day)}: ${reason}.`];
      case 'ambiguous': return [`Whether the one of ${dayLabel(day)} arrived is not known.`];
      case 'planned':
      case 'claimed':
      case 'sending':
      case 'sent': return [];
    }
  }).slice(-MOST_TOLD);
}

/** Of a long silence the latest are told. */
const MOST_TOLD = 3;
