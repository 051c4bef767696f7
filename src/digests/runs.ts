import type { Answer } from '../answers/answer';
import type { NextStep } from '../answers/next-step';
import { PLAIN } from '../answers/from-reading';
import { inSentence } from '../answers/names';
import { dayLabel } from '../calendar/day';
import { londonTime } from '../calendar/instant';
import type { Ledger, Post } from '../delivery/ledger';
import { topicOf, type Subscription } from './subscription';

/** A post with the digest that it is of. */
interface Run {
  readonly one: Subscription;
  readonly post: Post;
}

const MOST_RUNS = 10;
const MOST_STEPS = 4;

const STATES: Readonly<Record<Post['state'], string>> = {
  planned: 'to be posted', claimed: 'being made', sending: 'being sent', sent: 'posted', failed: 'not posted', ambiguous: 'not known whether it arrived', skipped: 'not posted',
};

/** "27 November 2026: posted at 08:00", with the reason where there is one. */
export function runLine({ slot, state, reason, changedAt, isAsked }: Post): string {
  const when = state === 'sent' ? ` ${londonTime(changedAt).replace(/^.* at /, 'at ')}` : '';
  const why = [...(isAsked ? ['asked for again'] : []), ...(reason === '' ? [] : [reason])];
  return `${dayLabel(slot)}: ${STATES[state]}${when}${why.length === 0 ? '' : ` (${why.join('; ')})`}`;
}

/**
 * The last ten posts of these digests, the last first, each with what became of it; what is in doubt is decided here, and
 * what did not come is asked for again. At most four buttons: the latest doubts first.
 *
 * @param whose "Your digests", "Theatres"
 */
export async function runsAnswer(whose: string, all: readonly Subscription[], ledger: Pick<Ledger, 'history'>, notice: string | null): Promise<Answer> {
  const found = await Promise.all(all.map(async (one) => (await ledger.history(topicOf(one), MOST_RUNS)).map((post): Run => ({ one, post }))));
  const runs = found.flat().sort((a, b) => b.post.dueAt - a.post.dueAt).slice(0, MOST_RUNS);
  const several = new Set(runs.map(({ one }) => one.id)).size > 1;
  return {
    ...PLAIN, outcome: 'done', notice,
    headline: runs.length === 0 ? `${whose}: nothing has come due yet.` : `${whose}: ${runs.length === 1 ? 'the last post' : `the last ${runs.length} posts`}. ${tally(runs)}`,
    lines: runs.map(({ one, post }) => `${several ? `${one.name}, ` : ''}${runLine(post)}`),
    next: steps(runs, several),
  };
}

/** "8 posted, 1 late; 1 not known whether it arrived.": what needs somebody comes last. */
function tally(runs: readonly Run[]): string {
  const count = (of: (post: Post) => boolean): number => runs.filter(({ post }) => of(post)).length;
  const late = count(({ state, reason }) => state === 'sent' && reason.startsWith('Posted late'));
  const parts: readonly (readonly [number, string])[] = [
    [count(({ state }) => state === 'sent'), `posted${late === 0 ? '' : `, ${late} of them late`}`], [count(({ state }) => state === 'skipped'), 'skipped'], [count(({ state }) => state === 'failed'), 'failed'],
    [count(({ state }) => state === 'ambiguous'), 'not known whether it arrived'], [count(({ state }) => ['planned', 'claimed', 'sending'].includes(state)), 'on the way'],
  ];
  return `${parts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`).join('; ')}.`;
}

/** Doubts first, each with both ways out of it; then what can be asked for again. A day, and a name, is said where there is more than one. */
function steps(runs: readonly Run[], several: boolean): readonly NextStep[] {
  const doubts = runs.filter(({ post }) => post.state === 'ambiguous').slice(0, MOST_STEPS / 2);
  const missed = runs.filter(({ post }) => post.state === 'failed').slice(0, MOST_STEPS - doubts.length * 2);
  const isOne = doubts.length + missed.length === 1;
  const which = ({ one, post }: Run): string => (isOne ? '' : `: ${several ? `${inSentence(one.name)}, ` : ''}${dayLabel(post.slot).replace(/ \d{4}$/, '')}`);
  const step = (kind: 'arrived' | 'again', run: Run): NextStep => ({ title: `${kind === 'arrived' ? 'It arrived' : 'Post it again'}${which(run)}`, step: { kind, topic: run.post.topic, slot: run.post.slot } });
  return [...doubts.flatMap((run) => [step('arrived', run), step('again', run)]), ...missed.map((run) => step('again', run))];
}
