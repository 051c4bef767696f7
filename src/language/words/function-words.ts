/**
 * Words of grammar that carry no content of a question: articles, prepositions, pronouns, auxiliaries, question words
 * and polite verbs of asking. Nothing that names a thing, a time, a place, a number or a judgement belongs here,
 * because what stands here is not missed when it is not understood.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  'a', 'an', 'the', 'this', 'that', 'these', 'those', 'any', 'some',
  'of', 'in', 'at', 'on', 'for', 'to', 'from', 'with', 'within', 'into', 'onto', 'as', 'about', 'through', 'towards',
  'and', 'or', 'so', 'then', 'but', 'if',
  'i', 'me', 'my', 'we', 'us', 'our', 'ours', 'you', 'your', 'it', 'its', 'they', 'their', 'them', 'he', 'she',
  'is', 'are', 'was', 'were', 'be', 'been', 'being', 'am', 'do', 'does', 'did', 'done', 'has', 'have', 'had', 'having',
  'can', 'could', 'would', 'should', 'will', 'shall', 'may', 'might', 'lets', 'let',
  'what', 'whats', 'which', 'how', 'hows', 'where', 'wheres', 'when', 'who', 'whose', 'there', 'theres', 'thats', 'heres', 'im',
  'please', 'pls', 'plz', 'show', 'give', 'gimme', 'provide', 'display', 'present', 'report', 'check', 'get', 'tell', 'see', 'find', 'need', 'want', 'like', 'know', 'wondering',
  'just', 'also', 'still', 'actually', 'really', 'even', 'ever', 'again', 'yet', 'already', 'must', 'getting', 'being', 'anyone', 'anybody', 'someone', 'somebody', 'only', 'alone', 'specifically', 'ie', 'eg', 'whether', 'possibly', 'maybe', 'perhaps', '-', 'ok', 'okay', 'um', 'er', 's', 'look', 'got', 'wanted', 'much', 'ones',
]);
