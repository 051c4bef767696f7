import { targetsFor } from '../../catalogue/targets';
import type { Query } from '../../engine/query';
import type { WatchCondition } from '../command';
import type { Reading } from '../reading';
import type { CommandCase } from './command-case';
import { amountWords, asAsked, commandWords, conditionWords } from './command-words';
import { withoutPoliteness } from './command-verbs';
import { figureInside, isThis, questionInside } from './question-inside';
import { tellWords } from './tell-words';
import { fitted } from './threshold';
import { watchedChange, type WatchedChange } from './watched-change';

const ME = '(?: me| us| the team| everyone)?';
const WHEN = '(?:if|when|whenever|once|as soon as|the moment|each time|every time|any time|should|in case)';
/** "Tell me if …": a question may open with it too, and is one where nothing is said to happen. */
const TELL = new RegExp(`^(?:tell${ME}|let (?:me|us) know|(?:send|give) (?:me|us) (?:a message|an alert|a shout|a nudge|a ping|a heads[- ]up)|message${ME}|ping${ME}|nudge${ME}|shout|flag(?: up)?|remind me|i(?:'d| would)? (?:want|like) to (?:know|hear|be told)|post here|warn${ME}|alert${ME}|notify${ME})(?: (?:here|straight away|immediately|in (?:this|the) channel))? ${WHEN} `, 'i');
/** What can only be meant as an alert, whatever follows. */
const WATCH = new RegExp(`^(?:watch(?: out for)?|keep an eye on|keep watch on|monitor|(?:alert|warn|notify)${ME} (?:on|about|of|to|for)|(?:set ?up|set|create|add|make|i want|i need|put)(?: me| us)? (?:an? |the )?(?:new )?(?:alert|watch|alarm)s?(?: (?:on|for|about|to|${WHEN}))?) `, 'i');

/** "Tell me if on the day cancellations go over 10%", "watch ACPL": null for any other text. */
export function newWatch(text: string, one: CommandCase): Reading | null {
  const polite = withoutPoliteness(text);
  const swapped = new RegExp(`^${WHEN} (.+?),? (?:then )?(?:please )?((?:tell|alert|notify|warn|message|ping)(?: me| us)|let (?:me|us) know)$`, 'i').exec(polite);
  const words = swapped === null ? polite : `tell me if ${swapped[1] ?? ''}`;
  const lead = WATCH.exec(words) ?? TELL.exec(words);
  if (lead === null) {
    return null;
  }
  const said = words.slice(lead[0].length);
  const change = watchedChange(said) ?? (WATCH.test(words) ? { kind: 'special-cause', rest: said, notes: ['You are told when it changes for real: at a special cause.'] } : null);
  return change === null ? null : watched(change, one);
}

function watched(change: WatchedChange, one: CommandCase): Reading {
  const { rest } = change;
  const told = (question: string): string => tellWords(question, saidAgain(change));
  const asked = figureInside(questionInside(rest, one, told, 'Watch'), one, (query) => told(asAsked(query, one.ground)));
  if (asked.kind !== 'query') {
    return asked;
  }
  const { query } = asked;
  const metric = one.ground.catalogue.metrics.get(query.metrics[0] ?? '');
  const command = (condition: WatchCondition, notes: readonly string[]): Reading => ({ kind: 'command', command: { kind: 'watch', what: 'create', query, condition }, notes: [...asked.notes, ...notes] });
  if (change.kind === 'special-cause' || metric === undefined) {
    return command({ kind: 'special-cause' }, change.kind === 'special-cause' ? change.notes : []);
  }
  const again = (condition: WatchCondition): string => commandWords({ kind: 'watch', what: 'create', query, condition }, one.ground);
  if (change.kind === 'target') {
    const line = targetLine(query, change.missed, one);
    return line === null
      ? { kind: 'clarify', ask: `No target is set for ${metric.short ?? metric.name} there. Told of a real change instead?`, options: [again({ kind: 'special-cause' })], query: null }
      : command(line.condition, [`Its target is ${line.words}.`]);
  }
  const fit = fitted(change.amount, metric);
  if (fit.kind === 'misfit') {
    const question = isThis(rest) ? 'it' : rest;
    return { kind: 'clarify', ask: fit.ask, options: fit.instead.map((amount) => tellWords(question, `${change.op === 'above' ? 'goes over' : 'drops below'} ${amount}`)), query: null };
  }
  return command({ kind: 'threshold', op: change.op, value: fit.value }, [...fit.notes, ...change.notes]);
}

/** The line at which a target is missed or met: the trust's own, the one that leads where documents disagree. */
function targetLine({ metrics, filters, period }: Query, missed: boolean, { ground }: CommandCase): { readonly condition: WatchCondition; readonly words: string } | null {
  const [id = ''] = metrics;
  const [target] = period === null ? [] : targetsFor(ground.catalogue, id, { filters, day: period.to, grain: period.grain });
  if (target === undefined) {
    return null;
  }
  const isCeiling = target.comparator === 'below' || target.comparator === 'at-most';
  const op = isCeiling === missed ? 'above' : 'below';
  const words = { below: 'below', 'at-most': 'at most', 'at-least': 'at least', above: 'above' }[target.comparator];
  return { condition: { kind: 'threshold', op, value: target.value }, words: `${words} ${amountWords(target.value, ground.catalogue.metrics.get(id)?.unit ?? null)}` };
}

/** The condition as it was said, for a question that is asked back before its unit is known. */
function saidAgain(change: WatchedChange): string {
  switch (change.kind) {
    case 'special-cause': return conditionWords({ kind: 'special-cause' }, null);
    case 'target': return change.missed ? 'misses its target' : 'meets its target';
    case 'threshold': return `${change.op === 'above' ? 'goes over' : 'drops below'} ${change.amount.words}`;
  }
}
