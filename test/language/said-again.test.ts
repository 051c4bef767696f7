import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readQuestionFile } from '../../src/cli/question-file';
import { queryWords } from '../../src/language/query-words';
import { buildVocabulary } from '../../src/language/vocabulary/vocabulary';
import { PERIOD_WORDS } from '../../src/language/words/period-words';
import { CATALOGUE } from './trust-language';
import { askedIn2024 } from './july-2024';

const GOLDEN = path.join(__dirname, 'golden');
const QUESTIONS = readdirSync(GOLDEN).flatMap((file) => readQuestionFile(readFileSync(path.join(GOLDEN, file), 'utf8')));
const SETTING = { catalogue: CATALOGUE, vocabulary: buildVocabulary(CATALOGUE, PERIOD_WORDS) };

/** What a query is, whatever its periods were called when they were asked for. */
function plainly(query: object): unknown {
  return JSON.parse(JSON.stringify(query, (field, value: unknown) => (field === 'asked' ? undefined : value)));
}

describe('a query said in words', () => {
  const queries = QUESTIONS.filter(({ after }) => after.length === 0).flatMap(({ q }) => {
    const reading = askedIn2024(q);
    return reading.kind === 'query' && reading.query.frozen === undefined ? [{ q, query: reading.query }] : [];
  });

  test.each(queries)('reads as the same query again: $q', ({ query }) => {
    const words = queryWords(query, SETTING);
    const again = askedIn2024(words);
    expect([words, again.kind === 'query' ? plainly(again.query) : again]).toEqual([words, plainly(query)]);
  });
});
