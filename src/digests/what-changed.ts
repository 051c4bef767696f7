import { z } from 'zod';
import type { Answer } from '../answers/answer';
import { inBrackets } from '../answers/in-brackets';
import type { ProcessAnswer } from '../answers/process-answer';
import { inSentence } from '../answers/names';
import { dayLabel, type Day } from '../calendar/day';
import type { Post } from '../delivery/ledger';

/** What a digest said of one measure, as far as the next one is held against it. */
const measuresSchema = z.array(z.strictObject({ key: z.string(), status: z.enum(['on-target', 'off-target', 'none']), variation: z.enum(['common-cause', 'improvement', 'concern', 'neutral']).nullable() }));
/** The measures alone are what was kept before it was also kept how far the data reached. */
const shownSchema = z.union([z.strictObject({ measures: measuresSchema, through: z.string().nullable() }), measuresSchema.transform((measures) => ({ measures, through: null }))]);
type Shown = z.infer<typeof measuresSchema>[number];

interface Measure extends Shown {
  readonly label: string;
  readonly display: string;
  /** "below 5%"; empty where there is no target. */
  readonly target: string;
  readonly process: ProcessAnswer | null;
}

/** The time in the name of a measure that somebody follows: "DNA rate, ENT · October 2026". Next month it is the same measure. */
const WHEN = /(?:, | · )[^,·]*\b\d{4}\b.*$/;

/** Most things that are named; the card below shows them all. */
const MOST = 3;

/** What the next digest is held against, to be kept with the post. @param through the last day of the nightly extracts behind it */
export const shownBy = (answer: Answer, through: Day | null): string => JSON.stringify({ measures: measuresOf(answer).map(({ key, status, variation }) => ({ key, status, variation })), through });

/** How far the nightly extracts reached that a post rested on; null where that was not kept, or nothing was nightly. */
export const throughShown = ({ shown }: Pick<Post, 'shown'>): Day | null => (shown === null ? null : shownSchema.parse(JSON.parse(shown)).through);

/**
 * What is new since the last digest that arrived, worst first: a special cause that was none then, a target newly missed or
 * met. One sentence, also where nothing is; none where there was no digest before, it showed something else, or nothing of it
 * can be judged on both days.
 *
 * @param history the posts before this one, the last first
 */
export function newSince(answer: Answer, history: readonly Post[]): readonly string[] {
  const last = history.find(({ state, shown }) => state === 'sent' && shown !== null);
  if (last === undefined || last.shown === null) return [];
  const before = new Map(shownSchema.parse(JSON.parse(last.shown)).measures.map((one) => [one.key, one]));
  const both = measuresOf(answer).flatMap((now) => {
    const then = before.get(now.key);
    const isJudged = then !== undefined && ((now.status !== 'none' && then.status !== 'none') || (now.variation !== null && then.variation !== null));
    return isJudged ? [{ now, then }] : [];
  });
  if (both.length === 0) return [];
  const found = both.flatMap(({ now, then }) => [...specialCause(now, then), ...target(now, then)]).sort((a, b) => a.rank - b.rank).map(({ words }) => words);
  const since = `since the digest of ${dayLabel(last.slot)}`;
  if (found.length === 0) return [`Nothing new ${since}.`];
  const more = found.length > MOST ? [`${found.length - MOST} more below`] : [];
  return [`New ${since}: ${[...found.slice(0, MOST), ...more].join('; ')}.`];
}

interface News {
  /** Lower comes first. */
  readonly rank: number;
  readonly words: string;
}

/** Of Making Data Count: a point that is marked now and was not, or was for the other reason. */
function specialCause({ label, variation, process }: Measure, then: Shown): readonly News[] {
  if (process === null || variation === null || variation === 'common-cause' || then.variation === null || variation === then.variation) return [];
  return [{ rank: { concern: 0, improvement: 3, neutral: 4 }[variation], words: `${label} ${inSentence(process.changeWords)}` }];
}

function target({ label, status, display, target: words }: Measure, then: Shown): readonly News[] {
  if (status === 'none' || then.status === 'none' || status === then.status) return [];
  return [status === 'off-target' ? { rank: 1, words: `${label} now off target ${inBrackets(`${display}, target ${words}`)}` } : { rank: 2, words: `${label} now on target ${inBrackets(`${display}, target ${words}`)}` }];
}

function measuresOf({ scorecard, metrics }: Answer): readonly Measure[] {
  const lines = (scorecard?.sections ?? []).flatMap(({ title, lines: own }) => own.filter(({ kind }) => kind === 'line').map((line) => ({ ...line, key: JSON.stringify([title, line.key]), words: line.target?.words ?? '' })));
  const figures = metrics.map((metric) => ({ ...metric, key: JSON.stringify([metric.metric, metric.name.replace(WHEN, '')]), label: metric.name, words: metric.target?.words ?? '' }));
  return [...lines, ...figures].map(({ key, label, status, display, words, process }) => ({ key, label, status, display, target: words, process, variation: process?.variation ?? null }));
}
