import type { ScorecardAnswer } from '../../answers/answer';
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
 * The verdict in at most three lines of a phone, and what follows it on lines of its own; when it was kept comes after what it says.
 * @param isListed whether what is off target stands by name directly below, and is not named twice
 */
export function scorecardVerdictView({ opening, verdict: said, standingOut }: ScorecardAnswer['said'], { detail, isListed }: { readonly detail: CardDetail; readonly isListed: boolean }): ScorecardVerdictView {
  const sentences = said.split(/(?<=\.) (?=\p{Lu}|\d)/u).map((sentence) => (isListed ? sentence.replace(/( off target[^:]*): [^:]*\.$/, '$1.') : sentence));
  const [first = '', ...rest] = [...sentences, ...(opening === '' ? [] : [opening])];
  const joint = first.length > THREE_LINES ? first.lastIndexOf('; ', THREE_LINES) : -1;
  const [verdict, after] = joint < 0 ? [first, []] : [`${first.slice(0, joint)}.`, [capitalised(first.slice(joint + 2))]];
  const further = [...after, ...rest];
  // A line of its own takes room of a card as well as of a screen: where there is little, they are one.
  const isShort = detail.rows < 8;
  return {
    verdict: safe(verdict, detail),
    further: isShort ? [further.join(' ')].filter((words) => words !== '').map((text) => ({ text: safe(text, { ...detail, text: LONGEST }) })) : lines(further, detail, detail.caveats),
    standingOut: standingOut.length === 0 || detail.rows === 0 ? [] : isShort ? [{ text: safe(capitalised(standingOut.join('; ')), { ...detail, text: LONGEST }) }] : lines(standingOut.map(capitalised), detail, 3),
  };
}
