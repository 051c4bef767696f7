/** A digest that is spoken of: by its name, or null for "it" and the only one. */
export interface DigestNamed {
  readonly name: string | null;
  /** Whether the words say that it is a digest: "it" may be anything. */
  readonly isSaid: boolean;
}

const IT = /^(?:it|this|that|them|this one|that one)$/i;
const ARTICLE = /^(?:(?:the|my|our|this|that|your|all|all the|all my|all our|any|that) )+/i;
const IS_ONE = /^(?:digests?|posts?|postings?|scheduled posts?|schedules?|daily posts?|subscriptions?)$/i;
const KIND = /^(.+?) (?:digests?|digest posts?|postings?|subscriptions?|posts?)$/i;
const OWN_NAME = /(?:^| )(?:pack|bulletin|round[- ]?up)$/i;

/** The digest that words speak of; null where they speak of none. */
export function digestNamed(words: string): DigestNamed | null {
  const plain = words.trim().replace(/[\s.!?,]+$/, '');
  if (IT.test(plain)) {
    return { name: null, isSaid: false };
  }
  if (/^an? /i.test(plain)) {
    return null;
  }
  const bare = plain.replace(ARTICLE, '');
  if (IS_ONE.test(bare)) {
    return { name: null, isSaid: true };
  }
  const quoted = /^["'](.+?)["'](?: (?:digest|post|pack))?$/.exec(bare)?.[1];
  const before = KIND.exec(bare)?.[1] ?? /^digests? (?:of|for|with|called|named) (?:the )?(.+)$/i.exec(bare)?.[1];
  const name = quoted ?? before?.replace(/^["']|["']$/g, '') ?? (OWN_NAME.test(bare) ? bare : null);
  return name === null ? null : { name, isSaid: true };
}
