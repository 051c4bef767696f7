import type { Query } from '../../engine/query';
import type { Reading } from '../reading';
import type { Case } from '../frame/case';
import { queryWords } from '../query-words';

type Open = (text: string) => Case;

/** What it is instead of something that was asked for, and what of the same kind was asked for beside it and stays. */
interface TakenBack {
  readonly instead: string;
  readonly stay: Query['filters'];
}

/** "Not ENT sorry, plastics", "gynae instead of ENT": null where nothing of what was asked for is taken back. */
export function takenBack(text: string, before: Query, open: Open): TakenBack | null {
  const found = /^(?:sorry,? |no,? |oops,? |i mean,? )*(?:not|instead of|rather than) ([^,;:-]{2,40}?)(?: sorry| i mean(?:t)?)?(?:\s*[,;:-]\s*|\s+but )(?:but |i meant? |sorry,? )*(.+)$/i.exec(text);
  const swapped = /^(.+?) (?:instead of|rather than|and not|not) ([^,;:-]{2,40}?)[.?!]*$/i.exec(text);
  // "Swap ENT for urology".
  const changed = /^(?:swap|replace|change|switch)(?: out)? (?:the )?([^,;:-]{2,40}?) (?:for|with|to|by) ([^,;:-]{2,40}?)(?: please)?[.?!]*$/i.exec(text);
  const [instead, words] = changed !== null ? [changed[2], changed[1]] : found === null ? [swapped?.[1], swapped?.[2]] : [found[2], found[1]];
  const { values } = open(words ?? '').frame.main;
  const asked = values.length > 0 && values.every(({ dimension, keys }) => keys.every((key) => before.filters[dimension]?.includes(key) === true));
  if (instead === undefined || !asked) {
    return null;
  }
  const stay = Object.entries(before.filters).flatMap(([dimension, keys]) => {
    const out = values.filter((value) => value.dimension === dimension).flatMap((value) => value.keys);
    const kept = keys.filter((key) => !out.includes(key));
    return out.length === 0 || kept.length === 0 ? [] : [[dimension, kept] as const];
  });
  return { instead, stay: Object.fromEntries(stay) };
}

/** One of several is taken back: the new one beside those that stay. Null where it is of another kind. */
export function oneOfThem(instead: string, stay: Query['filters'], before: Query, { open, read }: { readonly open: Open; readonly read: (text: string) => Reading }): Reading | null {
  const { frame, ground } = open(instead);
  const { values } = frame.main;
  const [dimension, kept = []] = Object.entries(stay)[0] ?? [];
  if (dimension === undefined || values.length === 0 || values.some((value) => value.dimension !== dimension)) {
    return null;
  }
  const filters = { ...before.filters, [dimension]: [...kept, ...values.flatMap(({ keys }) => keys)] };
  return read(queryWords({ ...before, filters }, ground, { usual: true }));
}

/** "Drop ENT": no longer only that where it was asked for, and left out where it was among the rest. Null for anything else. */
export function dropped(text: string, before: Query, open: Open, words: (query: Query) => string): string | null {
  const found = /^(?:drop|lose|remove|take (?:out|off)|leave out|get rid of|minus|without|not) (?:the |all |any )*([^,;]{2,40}?)(?: please)?[.?!]*$/i.exec(text);
  const { values } = open(found?.[1] ?? '').frame.main;
  const [value, second] = values;
  // What may be a part of two kinds is told apart by the measure, which the whole question has.
  const isOfTwo = value?.span.meaning.kind === 'value' && value.span.meaning.rivals !== undefined;
  if (found === null || value === undefined || second !== undefined || isOfTwo) {
    return null;
  }
  const kept = before.filters[value.dimension]?.filter((key) => !value.keys.includes(key));
  const isOnly = kept?.length === 0 && value.keys.length === before.filters[value.dimension]?.length;
  if (before.filters[value.dimension] === undefined) {
    return words({ ...before, excluding: { ...before.excluding, [value.dimension]: [...new Set([...before.excluding[value.dimension] ?? [], ...value.keys])] } });
  }
  return isOnly && /^(?:drop|lose|remove|take|get rid)/i.test(text) ? words({ ...before, filters: Object.fromEntries(Object.entries(before.filters).filter(([dimension]) => dimension !== value.dimension)) }) : null;
}
