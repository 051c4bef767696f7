import { addDays } from '../../calendar/day';
import type { Query } from '../../engine/query';
import type { Command } from '../command';
import type { Reading } from '../reading';
import type { CommandCase } from './command-case';
import { asAsked } from './command-words';
import { withoutPoliteness } from './command-verbs';
import { figureInside, isThis, questionInside } from './question-inside';
import { quietUntil } from './quiet-until';

const ALERTS = '(?:alerts?|watch(?:es)?|alarms?|notifications?|warnings?)';
const LIST = [
  new RegExp(`^(?:(?:list|show|see|get|give|view|check)(?: me| us)? )?(?:(?:all|my|our|the|of|active|current|existing) )*(?:alerts|watches|alarms|notifications)(?: (?:i have|we have|there are|set up|here|i(?:'ve| have) (?:got|set(?: up)?)))*$`, 'i'),
  /^(?:what|which measures|which metrics|which) (?:am|are|is|do|have) (?:i|we|you)(?: currently)?(?: been)? watch(?:ing)?(?: (?:for (?:me|us)|here|now|at the moment))?$/i,
  new RegExp(`^(?:what|which|how many|any|do (?:i|we) have any|are there any) (?:alerts|watches|alarms|notifications)(?: (?:do|are|is|have|i|we|you|there|got|set|up|running|active|on|here|exist))*$`, 'i'),
  /^(?:list|show(?: me)?) (?:what|everything|all) (?:i|we)(?:'m|'re| am| are)? watch(?:ing)?$/i,
];
const LIST_OF = new RegExp(`^(?:list|show(?: me)?|what) (?:(?:the|my|our) )?(?:alerts|watches) (?:for|on|about|are there on) (.+)$`, 'i');
const MUTE = /^(?:mute|snooze|silence|quieten|hush|pause|suspend|hold|stop|turn off|no|no more) (.+)$/i;
const UNMUTE = new RegExp(`^(?:un-?mute|un-?snooze|resume|un-?pause|turn (?:back )?on|switch (?:back )?on)(?: (.+?))?(?: again)?$`, 'i');
const STOP = new RegExp(`^(?:stop|cancel|delete|remove|end|drop|get rid of|turn off|switch off|clear) (.+)$|^(?:un-?watch) (.+)$`, 'i');
const STOP_DOING = /^(?:stop|don'?t|no longer|quit) (?:watch(?:ing)?|monitor(?:ing)?|keep(?:ing)? an eye on|(?:alert(?:ing)?|warn(?:ing)?|notify(?:ing)?|tell(?:ing)?|pinging?)(?: (?:me|us))?(?: (?:about|of|on|when|if))?|letting (?:me|us) know(?: about| when| if)?) ?(.*)$/i;
const EVERY = new RegExp(`^(?:(?:all|all of|every|everything|the|my|our|any|these|those|them) ?)*(?:${ALERTS})?$`, 'i');
const ONE = new RegExp(`^(?:(?:the|my|our|that|this) )?(.+?) ${ALERTS}$|^(?:(?:the|my|our|that|this|all|an?) )*${ALERTS} (?:on|for|about|of|called) (.+)$`, 'i');
const IS_ALERT = new RegExp(`\\b${ALERTS}\\b|^(?:it|this|that)$`, 'i');

/** What is asked of alerts that are there: to be listed, muted or stopped; null for any other text. */
export function keptWatch(text: string, one: CommandCase): Reading | null {
  const words = withoutPoliteness(text);
  if (LIST.some((pattern) => pattern.test(words))) {
    return command({ kind: 'watch', what: 'list', query: null, name: null });
  }
  const listed = LIST_OF.exec(words)?.[1];
  if (listed !== undefined) {
    return about(listed, one, (query, name) => ({ kind: 'watch', what: 'list', query, name }), (question) => `list alerts for ${question}`, []);
  }
  return toMute(words, one) ?? unmuted(words, one) ?? toStop(words, one);
}

const command = (given: Command, notes: readonly string[] = []): Reading => ({ kind: 'command', command: given, notes });

/** "Mute" is said of nothing else; "pause" and "stop" only of what is called an alert, until some day. */
function toMute(words: string, one: CommandCase): Reading | null {
  const said = /^(?:mute|snooze|silence)$/i.test(words) ? '' : MUTE.exec(words)?.[1];
  if (said === undefined) {
    return null;
  }
  const isMuted = /^(?:mute|snooze|silence|quieten|hush)\b/i.test(words);
  const { rest, until, notes, unread } = quietUntil(said, one.ground.today);
  const isAlert = /\b(?:alerts?|watch(?:es)?|alarms?|notifications?)\b/i.test(rest);
  const isPaused = /^(?:pause|suspend|hold)\b/i.test(words);
  if (!isMuted && !(isAlert && (isPaused || until !== null || unread !== null))) {
    return null;
  }
  if (unread !== null) {
    return { kind: 'unknown', reason: 'unknown-word', sentence: `I could not read “${unread}” as a day to come. Say “until Monday”, “until 1 August” or “for a week”.`, words: [unread], options: [] };
  }
  const tail = until === null ? '' : ` until ${addDays(until, 1)}`;
  return about(rest, one, (query, name) => ({ kind: 'watch', what: 'mute', query, name, until }), (question) => `mute ${question}${tail}`, notes);
}

/** Quiet that ended yesterday is none. */
function unmuted(words: string, one: CommandCase): Reading | null {
  const found = UNMUTE.exec(words);
  const said = found?.[1] ?? '';
  if (found === null || (!/^un-?(?:mute|snooze)/i.test(words) && !new RegExp(`\\b${ALERTS}\\b`, 'i').test(said))) {
    return null;
  }
  const until = addDays(one.ground.today, -1);
  return about(said, one, (query, name) => ({ kind: 'watch', what: 'mute', query, name, until }), (question) => `unmute ${question}`, []);
}

function toStop(words: string, one: CommandCase): Reading | null {
  const doing = STOP_DOING.exec(words)?.[1];
  const found = STOP.exec(words);
  const thing = found?.[2] ?? (found?.[1] !== undefined && IS_ALERT.test(found[1]) && !/^(?:it|this|that)$/i.test(found[1]) ? found[1] : undefined);
  const said = doing ?? thing;
  return said === undefined ? null : about(said.replace(/ any ?more$/i, ''), one, (query, name) => ({ kind: 'watch', what: 'stop', query, name }), (question) => `stop watching ${question}`, []);
}

/** The alert that is meant: all of them, one by its name, or that on a measure. */
function about(words: string, one: CommandCase, made: (query: Query | null, name: string | null) => Command, whole: (question: string) => string, notes: readonly string[]): Reading {
  const said = words.trim();
  if (said === '' || EVERY.test(said)) {
    return command(made(null, null), notes);
  }
  const named = ONE.exec(said);
  const what = (named?.[1] ?? named?.[2] ?? said).replace(/^(?:the|my|our) /i, '');
  const quoted = /^["'](.+)["']$/.exec(what)?.[1];
  if (quoted !== undefined) {
    return command(made(null, quoted), notes);
  }
  if (isThis(what) && one.before === null) {
    return command(made(null, null), notes);
  }
  const inside = figureInside(questionInside(what, one, whole, 'Watch'), one, (query) => whole(asAsked(query, one.ground)));
  if (inside.kind === 'query') {
    return command(made(inside.query, null), [...inside.notes, ...notes]);
  }
  // A name that means nothing else is the name of an alert.
  return named !== null && inside.kind === 'unknown' && inside.options.length === 0 ? command(made(null, what), notes) : inside;
}
