import type { Query } from '../../engine/query';
import { leadingMetrics } from '../deciding/leading';
import { metricWords } from '../deciding/wording';
import { openedCase } from '../open-case';
import type { Reading } from '../reading';
import type { CommandCase } from './command-case';
import { digestNamed } from './digest-named';
import { partlySaid } from './whole-schedule';
import { cutSchedule } from './schedule-parts';

const RENAME = [
  /^(?:rename|re-?title) (.+?) (?:to|as|into) (.+)$/i,
  /^(?:change|set|edit) the (?:name|title) of (.+?) to (.+)$/i,
  /^(?:change|set|edit) (.+?)'s (?:name|title) to (.+)$/i,
  /^call (it|this|that|(?:the|my|our) .+? (?:digest|pack)|the digest) (.+)$/i,
  /^rename (.+? (?:digest|pack)) (.+)$/i,
];
const CONTENT = [
  /^(?:change|switch|update|edit|alter|adjust|amend|make|have|let|set(?! up)) (.+? (?:digest|pack)|the digest) (?:to (?:show|cover|post|be about|be on)|to|so (?:that )?it (?:shows|covers|is about|is on)|show|cover|about|instead show) (.+)$/i,
  /^(?:show|put|post|have) (.+?) (?:in|on) (the .+? (?:digest|pack)|the digest)(?: instead| from now on)$/i,
];
const SCOPE = /^(?:narrow|limit|restrict|scope|filter|widen|open) (.+? (?:digest|pack)|the digest)(?: (?:down|up|out))? (?:to|for)(?: (?:only|just))? (.+)$|^(?:make|change) (.+? (?:digest|pack)|the digest) (?:only |just )?for (.+)$/i;
const WHOLE = /^(?:the )?(?:whole|entire) (?:trust|organisation)$|^(?:the trust|everything|everybody|everyone)$/i;
const LONGEST_NAME = 60;

/** "Rename the theatres digest to Monday pack", "change it to show outpatients", "narrow it to ENT"; null for any other text, and for what changes its time alone. */
export function changedDigest(words: string, one: CommandCase): Reading | null {
  return renamed(words) ?? shownOtherwise(words, one) ?? narrowed(words, one);
}

function renamed(words: string): Reading | null {
  for (const pattern of RENAME) {
    const [, which, said] = pattern.exec(words) ?? [];
    const found = which === undefined || /\balerts?\b/i.test(which) ? null : digestNamed(which);
    const rename = said?.trim().replace(/^["'“](.+)["'”]$/, '$1').replace(/[\s.!?]+$/, '') ?? '';
    if (found !== null && rename !== '') {
      return rename.length > LONGEST_NAME
        ? { kind: 'unknown', reason: 'not-supported', sentence: `A name may have ${LONGEST_NAME} letters.`, words: [], options: [] }
        : { kind: 'command', command: { kind: 'digest', what: 'change', name: found.name, schedule: {}, rename }, notes: [] };
    }
  }
  return null;
}

function shownOtherwise(words: string, one: CommandCase): Reading | null {
  const [first, second] = CONTENT.map((pattern) => pattern.exec(words));
  const which = first?.[1] ?? second?.[2];
  const what = first?.[2] ?? second?.[1];
  const found = which === undefined ? null : digestNamed(which);
  if (found === null || what === undefined) {
    return null;
  }
  const { rest, said } = cutSchedule(what, 'right', [], { alone: true });
  const asked = rest.replace(/^(?:to|at|on|be|posted|sent|every|,|\s)+$/i, '').trim();
  if (asked === '') {
    return null;
  }
  const schedule = partlySaid(said);
  const change = (rest: { readonly query: Query } | { readonly filters: Query['filters'] }, notes: readonly string[]): Reading =>
    ({ kind: 'command', command: { kind: 'digest', what: 'change', name: found.name, schedule: schedule?.schedule ?? {}, ...rest }, notes: [...notes, ...(schedule?.notes ?? [])] });
  const readings = [one.read(asked), one.read(`${asked} scorecard`)];
  const [content] = readings.flatMap((reading) => (reading.kind === 'query' && isShown(reading.query) ? [reading] : []));
  const filters = scopeOf(asked, one);
  // "To ENT" is the same for ENT, where the words name no measure of their own.
  if (filters !== null) return change({ filters }, []);
  if (content !== undefined) return change({ query: content.query }, content.notes);
  const back = readings.find((reading) => reading.kind === 'clarify');
  return back?.kind === 'clarify' ? { ...back, options: back.options.map((option) => `change the ${found.name === null ? '' : `"${found.name}" `}digest to show ${option}`) } : null;
}

function narrowed(words: string, one: CommandCase): Reading | null {
  const found = SCOPE.exec(words);
  const named = found === null ? null : digestNamed(found[1] ?? found[3] ?? '');
  const filters = found === null ? null : scopeOf(found[2] ?? found[4] ?? '', one);
  return named === null || filters === null ? null : { kind: 'command', command: { kind: 'digest', what: 'change', name: named.name, schedule: {}, filters }, notes: [] };
}

const isShown = ({ scorecard, metrics, period, frozen }: Query): boolean => frozen === undefined && (scorecard !== null || (metrics.length > 0 && period !== null));

/** What words narrow a figure to, read behind a measure: empty for the whole trust; null where they are more or other than that. */
function scopeOf(words: string, one: CommandCase): Query['filters'] | null {
  const plain = words.replace(/^(?:only|just|for)\s+/i, '').trim();
  if (WHOLE.test(plain)) {
    return {};
  }
  const [leading] = leadingMetrics(openedCase('', one.ground));
  const reading = leading === undefined ? null : one.read(`${metricWords(one.ground.catalogue, leading.id)} for ${plain}`);
  const query = reading?.kind === 'query' ? reading.query : null;
  const isPlain = query !== null && query.metrics.length === 1 && query.metrics[0] === leading?.id && query.by === null && query.versus === null && query.period?.asked === null && Object.keys(query.excluding).length === 0;
  return isPlain && Object.keys(query.filters).length > 0 ? query.filters : null;
}
