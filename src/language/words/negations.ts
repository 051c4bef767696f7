/**
 * Words that turn round what they stand beside. None is ever put right into another word, passed over, or left out of a
 * question that is offered instead: the opposite of what was asked is worse than no answer.
 */
export const NEGATIONS: ReadonlySet<string> = new Set([
  'not', 'no', 'non', 'never', 'none', 'neither', 'nor', 'nobody', 'nowhere', 'without', 'except', 'excluded', 'removed', 'omitted', 'skip', 'skipping', 'forget', 'ignoring', 'minus', 'unless', 'outside',
  ...['do', 'does', 'did', 'is', 'are', 'was', 'were', 'has', 'have', 'had', 'wo', 'would', 'could', 'should', 'ca', 'must', 'need', 'ai'].flatMap((verb) => [`${verb}n't`, `${verb}nt`, `${verb}n’t`]),
  'cannot',
]);
