import type { Reading } from '../reading';
import { offered, typedWords, type Case } from '../frame/case';
import { leftovers } from '../frame/leftover';
import { foldedWords } from '../vocabulary/phrase';
import { isPlain } from '../words/ordinary';
import { NOT_NEEDED } from './not-needed';
import { nearestQuestions, unknown } from './not-understood';
import { turnedRound } from './without-loose-words';

/** Milestones of the papers ("EMPCC opening"): named, but not measures. */
export function milestone(one: Case): Reading | null {
  const [span] = one.frame.milestones;
  if (span === undefined) {
    return null;
  }
  const words = typedWords(one.words, span);
  const sheets = asksWhich(one) ? offered(one, scorecardsAbout(one, words)) : [];
  const [sheet, other] = sheets;
  const shown = sheet === undefined || other !== undefined ? null : one.again(sheet, true);
  const left = leftovers(one, []);
  if (shown?.kind === 'query' && !turnedRound(one, left) && left.every((run) => one.words.slice(run.start, run.end).every(isPlain))) {
    const besides = left.length === 0 ? [] : [`${NOT_NEEDED}${left.map((run) => `“${typedWords(one.words, run)}”`).join(', ')}.`];
    return { ...shown, notes: [...shown.notes, ...besides, `“${words}” is a milestone in the plan: this is the table of those chosen for it.`] };
  }
  if (sheets.length > 0) {
    return { kind: 'clarify', ask: `“${words}” is a milestone in the plan. Is this table what you mean?`, options: sheets, query: null };
  }
  return unknown('not-a-measure', `“${words}” is a milestone in the plan, not something that is counted, so there is no figure for it.`, [words], [...offered(one, scorecardsAbout(one, words)), ...nearestQuestions(one)].slice(0, 4));
}

/** Whether it is asked of which parts, and not when. */
function asksWhich({ frame, folded }: Case): boolean {
  return frame.by.length + frame.bare.length > 0 && !folded.includes('when');
}

/** Scorecards in whose names a milestone stands: "deep dive priorities" for "deep dives". */
function scorecardsAbout(one: Case, words: string): readonly string[] {
  const about = foldedWords(words).slice(0, 2).join(' ');
  return [...one.ground.catalogue.scorecards.values()].flatMap(({ name, synonyms }) => (
    [name, ...synonyms].filter((phrase) => foldedWords(phrase).join(' ').includes(about)).slice(0, 1)));
}
