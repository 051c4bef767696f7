import { standingOutOf, verdictOf } from '../../answers/insights';
import type { CardDetail } from '../card-detail';
import { capitalised } from '../card-text';
import { lines, safe, type Line } from './frame';

/** What a scorecard's card says above its lines. */
export interface ScorecardVerdictView {
  readonly verdict: string;
  /** What the verdict goes on to say, a line each. */
  readonly further: readonly Line[];
  /** What stands out, under its own heading. */
  readonly standingOut: readonly Line[];
}

/** Characters of what is said in one line of it. */
const LONGEST = 400;

/** Characters that three lines of a phone hold. */
const THREE_LINES = 115;

/**
 * The verdict in at most three lines of a phone, and what follows it on lines of its own.
 * @param isListed whether what is off target stands by name directly below, and is not named twice
 * @param isKept whether it opens with when it was kept, which comes after what it says
 */
export function scorecardVerdictView(headline: string, { detail, isListed, isKept }: { readonly detail: CardDetail; readonly isListed: boolean; readonly isKept: boolean }): ScorecardVerdictView {
  const sentences = verdictOf(headline).split(/(?<=\.) (?=\p{Lu}|\d)/u).map((sentence) => (isListed ? sentence.replace(/( off target[^:]*): [^:]*\.$/, '$1.') : sentence));
  const [first = '', ...rest] = isKept && sentences.length > 1 ? [...sentences.slice(1), sentences[0] ?? ''] : sentences;
  const joint = first.length > THREE_LINES ? first.lastIndexOf('; ', THREE_LINES) : -1;
  const [verdict, after] = joint < 0 ? [first, []] : [`${first.slice(0, joint)}.`, [capitalised(first.slice(joint + 2))]];
  const standing = standingOutOf(headline);
  const further = [...after, ...rest];
  // A line of its own takes room of a card as well as of a screen: where there is little, they are one.
  const isShort = detail.rows < 8;
  return {
    verdict: safe(verdict, detail),
    further: isShort ? [further.join(' ')].filter((words) => words !== '').map((text) => ({ text: safe(text, { ...detail, text: LONGEST }) })) : lines(further, detail, detail.caveats),
    standingOut: standing.length === 0 || detail.rows === 0 ? [] : isShort ? [{ text: safe(capitalised(standing.join('; ')), { ...detail, text: LONGEST }) }] : lines(standing.map(capitalised), detail, 3),
  };
}
