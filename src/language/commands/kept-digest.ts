import type { Command } from '../command';
import type { Reading } from '../reading';
import { changedDigest } from './changed-digest';
import type { CommandCase } from './command-case';
import { withoutPoliteness } from './command-verbs';
import { digestNamed, type DigestNamed } from './digest-named';
import { partlySaid } from './whole-schedule';
import { cutSchedule } from './schedule-parts';

const LIST = [
  /^(?:(?:list|show|see|get|give|view|display|check)(?: me| us)? )?(?:(?:the|all|my|our|any|of|these|those|current|active|existing)\s+)*(?:digests|scheduled posts|schedules|subscriptions)(?: (?:there are|set up|running|scheduled|we have|i have|you have))?(?: (?:here|in (?:this|the) (?:channel|chat|group)))?$/i,
  /^(?:what|which|how many|are there any|do (?:we|i) have any|any) (?:digests?|scheduled posts|schedules)(?: (?:are|is|do|does|have|has|get|gets|we|i|you|there|been|set|up|running|active|scheduled|posted|sent|exist|got|go|out))*(?: (?:here|in (?:this|the) (?:channel|chat|group)))?$/i,
  /^what(?:'s| is| are| gets) (?:scheduled|set up to (?:be )?post(?:ed)?)(?: (?:here|in (?:this|the) (?:channel|chat|group)))?$/i,
];
/** Of one: who set it up, and when it comes. */
const OF_ONE = /^(?:who set up|who made|who created|who owns|when (?:is|does)|when's|what time (?:is|does)|list|show me when) (.+?)(?: (?:posted|sent|due|go out|goes out|get posted|come|next due|set up))?$/i;
const HISTORY = [
  /^(?:(?:show|see|list|give|get|view)(?: me| us)? )?(?:the )?(?:digest|digests|posting|post|schedule) (?:history|log)(?: (?:here|in (?:this|the) channel))?$/i,
  /^(?:what|which digests?|which ones?)(?: (?:was|were|has been|have been|got|did you|have you|'s been))? ?(?:posted|post|sent|send|went out|gone out)(?: (?:here|in (?:this|the) (?:channel|chat|group)))?$/i,
  /^(?:show (?:me )?)?(?:the )?(?:last|recent) (?:\d+ |few |ten |five )?(?:digests|posts|runs)$/i,
];
const HISTORY_OF = /^(?:(?:show|see|give|get|view)(?: me| us)? )?(?:(?:the )?(?:history|log|last (?:\w+ )?runs) (?:of|for) (.+)|(.+?)(?:'s)? history|(?:did|has|have|was|were) (.+? (?:digests?|pack|post)) (?:go out|gone out|get posted|been posted|been sent|get sent|posted|sent|run|come|arrive)|when (?:was|did) (.+? (?:digests?|pack|post)) (?:last )?(?:posted|sent|go out|run|come))$/i;
const PREVIEW = [
  /^preview(?:ing)?(?: (.+))?$/i,
  /^(?:(?:show|tell|let)(?: me| us)?(?: see| know)? )?what (.+?) (?:would|will) (?:say|look like|show|post|contain|be like)(?: (?:now|today|next))?$/i,
  /^what (?:would|will|does) (.+?) (?:say|look like|show|post|contain)(?: (?:now|today|next))?$/i,
  /^(?:what's|what is|whats) in (.+)$/i,
  /^(?:show|see|test|try|run|open|view|give)(?: me| us)?(?: a)?(?: preview(?: of)?)? (.+)$/i,
];
const PAUSE = /^(?:pause|suspend|hold|put (?:on hold|a hold on)) (.+?)(?: for now| on hold)?$/i;
const RESUME = /^(?:resume|restart|un-?pause|reinstate|re-?start|turn (?:back )?on|switch (?:back )?on|start) (.+?)(?: again| back up| back on)?$/i;
const STOP = /^(?:stop|cancel|delete|remove|end|kill|drop|get rid of|turn off|switch off|scrap|unsubscribe(?: me| us)?(?: from)?|stop (?:posting|sending)(?: me| us)?|don'?t (?:post|send)(?: me)?) (.+?)(?: any ?more| from now on| for good| again)?$/i;
const BARE = /^(pause|resume|preview|stop)$/i;
const CHANGE = [
  /^(?:move|reschedule|shift|push|bring|put) (.+?)(?: (?:back|forward|forwards|out))? (?:to|on|at|from .+? to) (.+)$/i,
  /^(?:change|switch|set(?! up)|update|edit|make|alter|adjust|amend) (.+?) (?:to(?: be)?(?: posted| sent| go out)?|so (?:that )?it(?:'s| is)? (?:posted|goes out|comes)|from .+? to|for|run|post) (.+)$/i,
  /^make (it|that|the .+? (?:digest|pack)|the digest) (.+)$/i,
  /^(?:post|send|do|have|run|get)(?: me| us)? (it|that|this|the .+? (?:digest|pack)|the digest) (.+?) (?:instead|from now on|in future)$/i,
  /^(?:post|send|do|run)(?: me| us)? (it|that|this|the .+? (?:digest|pack)|the digest) (?:instead|from now on|in future) (.+)$/i,
];

/** What is asked of digests that are there: to be listed, previewed, paused, moved; null for any other text. */
export function keptDigest(text: string, one: CommandCase): Reading | null {
  const words = withoutPoliteness(text);
  const digest = (what: 'preview' | 'list' | 'history' | 'pause' | 'resume' | 'stop', name: string | null): Reading => command({ kind: 'digest', what, name });
  if (LIST.some((pattern) => pattern.test(words)) || /^digests?$/i.test(words)) {
    return digest('list', null);
  }
  if (HISTORY.some((pattern) => pattern.test(words))) {
    return digest('history', null);
  }
  const changed = changedDigest(words, one) ?? toChange(words, one);
  if (changed !== null) {
    return changed;
  }
  const bare = BARE.exec(words)?.[1]?.toLowerCase();
  if (bare === 'pause' || bare === 'resume' || bare === 'preview') {
    return digest(bare, null);
  }
  const named = (pattern: RegExp): DigestNamed | null => {
    const found = pattern.exec(words)?.slice(1).find((group) => group !== undefined);
    return found === undefined ? null : digestNamed(found);
  };
  const previewed = PREVIEW.map(named).find((found) => found !== null && ((found.isSaid && /\bdigest\b/i.test(words)) || /^preview/i.test(words))) ?? (/^preview /i.test(words) ? { name: words.replace(/^preview (?:the |my |our )?/i, ''), isSaid: true } : null);
  const told: readonly (readonly ['history' | 'pause' | 'resume' | 'stop' | 'list' | 'preview', DigestNamed | null])[] = [
    ['pause', named(PAUSE) ?? (/^pause /i.test(words) && !OF_ALERTS.test(words) ? { name: words.replace(/^pause (?:the |my |our )?/i, ''), isSaid: true } : null)],
    ['stop', stopped(words, named(STOP), one)],
    ['resume', onlySaid(named(RESUME), /^(?:resume|unpause|restart)/i.test(words))],
    ['history', onlySaid(named(HISTORY_OF), false)],
    ['list', onlySaid(named(OF_ONE), false)],
    ['preview', previewed],
  ];
  const [what, found] = told.find(([, each]) => each !== null) ?? [];
  return what === undefined || found === undefined || found === null || OF_ALERTS.test(words) ? null : digest(what, found.name);
}

const OF_ALERTS = /\b(?:alerts?|watch(?:es|ing)?|notifications?|follow(?:ing|s)?)\b/i;
const onlySaid = (found: DigestNamed | null, itToo: boolean): DigestNamed | null => (found !== null && (found.isSaid || itToo) ? found : null);
const command = (given: Command, notes: readonly string[] = []): Reading => ({ kind: 'command', command: given, notes });

/** "Stop it" and "stop posting this" mean a digest; "cancel it" may be anything, and operations are cancelled too. */
function stopped(words: string, found: DigestNamed | null, { read }: CommandCase): DigestNamed | null {
  const posting = /^(?:stop|don'?t) (?:posting|sending|post|send)(?: me| us)? (?:the |my |our )?(.+?)(?: any ?more| here| from now on)*$/i.exec(words)?.[1];
  if (posting !== undefined) {
    return digestNamed(posting) ?? (read(posting).kind === 'query' ? { name: posting, isSaid: true } : null);
  }
  return onlySaid(found, /^stop /i.test(words));
}

/** "Move it to 8:30", "change the theatres digest to Tuesdays at 9": only what is said of when it comes is changed. */
function toChange(words: string, { before }: CommandCase): Reading | null {
  const isMoved = /^(?:move|reschedule|shift|push|bring)\b|\b(?:instead|from now on|in future)\b/i.test(words);
  for (const pattern of CHANGE) {
    const [, which, when] = pattern.exec(words) ?? [];
    const found = which === undefined ? null : digestNamed(which);
    if (found !== null && when !== undefined) {
      // "Change it to 10" after a question asks for ten of something, and "make it monthly" for a trend.
      const alone = found.isSaid || isMoved || before === null;
      const { rest, said } = cutSchedule(when.replace(/[\s,]+(?:instead|from now on)$/i, ''), 'right', [], { alone });
      const left = rest.replace(/^(?:to|at|on|be|posted|sent|every|,|\s)+$/i, '');
      const changed = partlySaid(said);
      if (left === '' && changed !== null && (alone || said.some((each) => each.kind === 'clock' || (each.kind === 'days' && each.isFirm)))) {
        return command({ kind: 'digest', what: 'change', name: found.name, schedule: changed.schedule }, changed.notes);
      }
      const other = said.find((each) => each.kind === 'other');
      if (found.isSaid || other !== undefined) {
        const unread = left === '' ? when : left;
        return { kind: 'unknown', reason: 'unknown-word', sentence: `I could not read “${unread}” as a time to post. Say a day that comes again, or a time: “move the digest to Tuesdays at 9”. For other content say “change the digest to show late starts”.`, words: [unread], options: [] };
      }
    }
  }
  return null;
}
