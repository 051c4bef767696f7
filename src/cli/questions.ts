import type { Catalogue } from '../catalogue/catalogue';
import { buildVocabulary } from '../language/vocabulary/vocabulary';
import { PERIOD_WORDS } from '../language/words/period-words';
import { limitsAt } from '../learning/retention';
import { vocabularyWanted } from '../learning/vocabulary-wanted';
import type { Store } from '../store/open-store';
import { questionsText } from './questions-text';

/** Why this user may not read what was kept, in one sentence; null where the configuration names them among the owners. */
export function refusalFor(user: string, { questions }: Catalogue): string | null {
  if (questions === null) {
    return 'The configuration keeps no questions, and names nobody who may read any: it has no heading "questions".';
  }
  const same = (owner: string): boolean => owner.trim().toLowerCase() === user.trim().toLowerCase();
  return questions.owners.some(same) ? null
    : `"${user}" may not read the questions that were kept. Say who you are with --as: only the owners that the configuration names may.`;
}

/**
 * What people asked and did not get, and what vocabulary would mend it.
 * @param at the instant of reading, milliseconds since 1970
 * @throws TallyError STORE_FAILED
 */
export async function readQuestions({ questions, cards }: Pick<Store, 'questions' | 'cards'>, catalogue: Catalogue, at: number): Promise<readonly string[]> {
  const { organisation, questions: keeping } = catalogue;
  if (keeping?.keep !== true) {
    return ['The configuration says keep: false, so no questions are kept.'];
  }
  const { keeping: since } = limitsAt(at, keeping['for-days']);
  const kept = { questions: await questions.read(organisation.name, since), disliked: await cards.read(organisation.name, since) };
  const span = `the past ${keeping['for-days']} days`;
  if (kept.questions.length + kept.disliked.length === 0) {
    return [`${organisation.name}: nothing is kept of ${span}. Every question was answered, or none was asked.`];
  }
  return [
    `${organisation.name}, ${span}: ${counted(kept.questions.length, 'question was', 'questions were')} not answered or asked back, and ${counted(kept.disliked.length, 'card', 'cards')} got a thumbs-down.`,
    ...questionsText(vocabularyWanted(kept, buildVocabulary(catalogue, PERIOD_WORDS)), catalogue),
  ];
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
