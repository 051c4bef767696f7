/** What follows the name of a measure: only the name says whether it is one or many. */
const BEHIND = / (?:for|in|at|by|of|on|within|per|last|this|today|since)(?: .*)?$/i;
const MANY = /(?<![sui])s$/;
const OF_MANY: Readonly<Record<string, string>> = { goes: 'go', drops: 'drop', changes: 'change', misses: 'miss', meets: 'meet' };

/**
 * The words that set an alert up: "tell me if DNA rate for ENT goes over 5%", "tell me if late starts go over 5%".
 *
 * @param happens what is waited for, said of one thing: "goes over 5%"
 */
export function tellWords(question: string, happens: string): string {
  const isMany = MANY.test(question.replace(BEHIND, ''));
  return `tell me if ${question} ${isMany ? happens.replace(/^\S+/, (verb) => OF_MANY[verb] ?? verb) : happens}`;
}
