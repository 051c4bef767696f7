import type { Answer, MetricAnswer } from '../answers/answer';
import { PLAIN } from '../answers/from-reading';
import { insightsOf, standingOutWords } from '../answers/insights';
import type { Road, Who } from '../ask';
import type { Query } from '../engine/query';

/** Whose list of followed figures it is. */
export interface Follower {
  readonly organisation: string;
  /** Entra object id. */
  readonly person: string;
  readonly tenant: string | null;
}

/** One figure that somebody follows: its query as JSON, and what tells it from another. */
export interface FollowedFigure {
  readonly what: string;
  readonly query: string;
}

/** Where it is kept what people follow. */
export interface FollowedKept {
  /** @returns false where it was followed already */
  add(follower: Follower, figure: FollowedFigure, at: number): Promise<boolean>;
  /** @returns false where it was not followed */
  remove(follower: Follower, what: string): Promise<boolean>;
  /** In the order in which they began to be followed. */
  of(follower: Follower): Promise<readonly FollowedFigure[]>;
}

/** The digest of what a person follows, which holds no query of its own. */
export const FOLLOWED_NAME = 'Followed measures';
export const FOLLOWED_QUERY = '"followed"';

/**
 * What somebody follows as one answer, each figure told anew, in the order followed; what stands out is said first. Where none
 * of it may be seen any more it is refused, and never dressed up as nothing to show.
 */
export async function followedAnswer(queries: readonly Query[], road: Pick<Road, 'run'>, who: Who, failed: (error: unknown) => void): Promise<Answer> {
  const answers: Answer[] = [];
  let faults = 0;
  for (const query of queries) {
    try {
      answers.push(await road.run({ kind: 'refresh', query }, who));
    } catch (error) {
      // One that is not held any more does not take the others with it; where all fail, something else is amiss.
      failed(error);
      faults += 1;
      if (faults === queries.length) throw error;
      answers.push({ ...PLAIN, outcome: 'no-data', headline: `${query.metrics.join(', ')} could not be worked out. Stop following it, or ask whoever looks after Tally.`, reason: 'fault' });
    }
  }
  const [only, ...others] = answers;
  if (only === undefined) {
    return { ...PLAIN, outcome: 'no-data', headline: 'You follow nothing yet. Say, for example, “follow DNA rate for ENT”.', reason: 'nothing-followed' };
  }
  if (others.length === 0) {
    const { refreshedAt: _, ...answer } = only;
    return answer;
  }
  // Waited for like any other digest: it is worth posting once something is loaded.
  if (answers.every(({ reason }) => reason === 'nothing-loaded')) return only;
  const refused = answers.filter(({ outcome }) => outcome === 'refused');
  if (refused.length === answers.length) return { ...only, query: null, headline: [`You may not see any of the ${answers.length} measures that you follow here any more.`, ...new Set(refused.map(({ headline }) => headline))].join(' '), next: [] };
  const told = answers.flatMap((answer) => answer.metrics.slice(0, 1).map((metric) => named(metric, answer)));
  const untold = answers.filter(({ metrics }) => metrics.length === 0).map(({ headline }) => headline);
  return {
    ...PLAIN,
    outcome: told.length === 0 ? 'no-data' : 'answered',
    headline: told.length === 0 ? noneWords(answers.length, refused.length) : [offTarget(told), standingOut(told)].filter((words) => words !== '').join(' '),
    metrics: told.map((metric, at) => (at === 0 ? { ...metric, caveats: [...untold, ...metric.caveats] } : metric)),
    lines: told.length === 0 ? untold : [],
    notice: answers.flatMap(({ notice }) => notice ?? [])[0] ?? null,
  };
}

/** "None of the 3 measures you follow can be shown now: 2 of them may not be seen here any more." */
function noneWords(all: number, refused: number): string {
  return `None of the ${all} measures you follow can be shown now${refused === 0 ? '' : `: ${refused} of them may not be seen here any more`}.`;
}

/** "DNA rate, ENT · October 2026", or of the whole trust "DNA rate, October 2026": under a heading that says neither. */
function named(metric: MetricAnswer, { scope, query }: Answer): MetricAnswer {
  const isWhole = query !== null && Object.keys({ ...query.filters, ...query.excluding }).length === 0;
  const where = isWhole ? scope?.split(' · ').slice(1).join(' · ') ?? '' : scope ?? '';
  return { ...metric, name: where === '' ? metric.name : `${metric.name}, ${where}` };
}

function offTarget(metrics: readonly MetricAnswer[]): string {
  const judged = metrics.filter(({ status }) => status !== 'none');
  const off = judged.filter(({ status }) => status === 'off-target').length;
  return judged.length === 0 ? `${metrics.length} measures, none of them with a target.` : `${off} of ${judged.length} off target.`;
}

function standingOut(metrics: readonly MetricAnswer[]): string {
  const [first] = metrics;
  return first === undefined ? '' : standingOutWords(insightsOf(metrics.map(({ name, process }) => ({ label: name, process, concentration: null })), { stale: metrics.some(({ data }) => data.stale), through: first.data.through }));
}
