/** A text without the name it gives to something, and the name. */
export interface Named {
  readonly rest: string;
  readonly name: string | null;
}

const CALLS = "(?:(?:and |then )?(?:please )?(?:call(?:ed|ing)?|nam(?:e|ed|ing)|titled|entitled)(?: it| this| that)?|(?:with|under) the name(?: of)?)";
const QUOTED = new RegExp(`[\\s,;.]+${CALLS} (?:"([^"]+)"|'([^']+)')`, 'i');
const AT_END = new RegExp(`[\\s,;.]+${CALLS} (.+?)[\\s.!?]*$`, 'i');

/**
 * "…, call it Monday pack": the name that is given. Unquoted, it runs to the end of the text but for what `cut` takes off
 * there, which says when it is posted.
 */
export function nameGiven(text: string, cut: (words: string) => string): Named {
  const quoted = QUOTED.exec(text);
  const name = quoted?.[1] ?? quoted?.[2];
  if (quoted !== null && name !== undefined) {
    return { rest: `${text.slice(0, quoted.index)} ${text.slice(quoted.index + quoted[0].length)}`.replace(/\s+/g, ' ').trim(), name: name.trim() };
  }
  const [all, said] = AT_END.exec(text) ?? [];
  if (all === undefined || said === undefined) {
    return { rest: text, name: null };
  }
  const own = cut(said);
  const kept = own === '' ? said : own;
  return { rest: `${text.slice(0, text.length - all.length)} ${own === '' ? '' : said.slice(own.length)}`.replace(/\s+/g, ' ').trim(), name: kept.replace(/[\s,;]+$/, '') };
}
