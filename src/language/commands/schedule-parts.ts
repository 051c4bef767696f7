import { ALONE_RULES, BESIDE_A_DAY, DAY_RULES, TIME_RULES, type Said, type ScheduleRule } from './schedule-rules';

/** A text without the words of a schedule that it opens or closes with, and what those say. */
export interface Cut {
  readonly rest: string;
  readonly said: readonly Said[];
}

type Side = 'left' | 'right';

const patterns: Readonly<Record<Side | 'within', Map<string, RegExp>>> = { left: new Map(), right: new Map(), within: new Map() };
const NOT_BEFORE = "(?<![\\p{L}\\p{N}£%'.:/-])";
const NOT_AFTER = "(?![\\p{L}\\p{N}%'/-]|[.:]\\d)";

function compiled(side: Side | 'within', pattern: string): RegExp {
  const made = patterns[side].get(pattern) ?? new RegExp(
    side === 'left' ? `^[\\s,]*(?:${pattern})${NOT_AFTER}[\\s,.;:]*` : `${NOT_BEFORE}(?:${pattern})${NOT_AFTER}${side === 'right' ? '[\\s.,;:?!]*$' : ''}`, 'iu');
  patterns[side].set(pattern, made);
  return made;
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly said: Said;
}

function longest(text: string, side: Side | 'within', rules: readonly ScheduleRule[]): Match | null {
  const matches = rules.flatMap(({ pattern, read }): readonly Match[] => {
    const found = compiled(side, pattern).exec(text);
    const said = found === null ? null : read({ ...found.groups }, found[0].replace(/^[\s,]+|[\s.,;:?!]+$/g, ''));
    return found === null || said === null ? [] : [{ start: found.index, end: found.index + found[0].length, said }];
  });
  return matches.sort((a, b) => (b.end - b.start) - (a.end - a.start))[0] ?? null;
}

/** With one thing more said; null where it was said before, so that the words say something else. "Weekly, on Mondays" is said once. */
function withMore(said: readonly Said[], one: Said): readonly Said[] | null {
  const kind = (each: Said): string => (each.kind === 'other' ? 'days' : each.kind);
  const before = said.find((each) => kind(each) === kind(one));
  if (before === undefined) {
    return [...said, one];
  }
  if (before.kind !== 'days' || one.kind !== 'days' || before.every !== one.every || (before.on !== null && one.on !== null)) {
    return null;
  }
  const fuller = before.on === null ? one : before;
  return [...said.filter((each) => each !== before), { ...fuller, isFirm: before.isFirm || one.isFirm, part: before.part ?? one.part }];
}

/** Takes what it says of a schedule off one end of a text. Alone, so that a bare day or number is one too. */
export function cutSchedule(text: string, side: Side, before: readonly Said[], { alone = false } = {}): Cut {
  const rules = [...DAY_RULES, ...TIME_RULES, ...BESIDE_A_DAY, ...(alone || (side === 'left' && before.some(({ kind }) => kind === 'days')) ? ALONE_RULES : [])];
  let said = before;
  let rest = text;
  for (let found = longest(rest, side, rules); found !== null; found = longest(rest, side, rules)) {
    const more = withMore(said, found.said);
    if (more === null) {
      break;
    }
    said = more;
    rest = side === 'left' ? rest.slice(found.end) : rest.slice(0, found.start).replace(/[\s,;:–-]+$/, '');
  }
  return { rest: rest.trim(), said };
}

/** Takes the days out of the middle of a text, with the time beside them: "post the DNA rate every Monday at 8 for ENT". */
export function cutWithin(text: string, before: readonly Said[]): Cut {
  const found = longest(text, 'within', DAY_RULES);
  const more = found === null ? null : withMore(before, found.said);
  if (found === null || more === null || (found.said.kind === 'days' && !found.said.isFirm)) {
    return { rest: text, said: before };
  }
  const after = cutSchedule(text.slice(found.end).trim(), 'left', more);
  const ahead = cutSchedule(text.slice(0, found.start).trim(), 'right', after.said);
  return { rest: `${ahead.rest} ${after.rest}`.trim(), said: ahead.said };
}
