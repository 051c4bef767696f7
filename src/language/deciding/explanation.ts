import { monthEnd, monthLabel } from '../../calendar/day';
import type { Period } from '../../calendar/period';
import type { Case } from '../frame/case';
import type { Reading } from '../reading';
import { plays } from '../frame/frame';
import { findPeriods } from '../periods/find-period';
import { heldFor } from '../held-range';

/**
 * "What changed between April and June", "May-24 to Jun-24": asked of a change, two ends are two times set against each
 * other and not the stretch between them. Null where the words name one time only.
 */
export function endsOfAChange(one: Case, asked: Period): { readonly from: Period; readonly to: Period } | null {
  if (!plays(one.frame, 'why') || asked.grain !== 'range' || asked.asked === null) {
    return null;
  }
  const { catalogue, coverage, today } = one.ground;
  const held = heldFor(one.frame.metrics, catalogue, coverage, today);
  // "Moved since May": from then to the last month that is held.
  const ends = asked.asked.replace(/^since (?!last\b)(.*)$/, (_whole, then: string) => (asked.to === monthEnd(asked.to) ? `${then} to ${monthLabel(asked.to)}`.toLowerCase() : then));
  const [left, right, more] = ends.replace(/^(?:between|from) /, '').split(/ (?:and|to|until|till) |-(?=[a-z])/);
  if (left === undefined || right === undefined || more !== undefined) {
    return null;
  }
  const read = (words: string): Period | null => {
    const [found] = findPeriods(words.trim().split(' '), held, today);
    return found?.kind === 'period' && ['month', 'quarter', 'week', 'year'].includes(found.period.grain) ? found.period : null;
  };
  const [to] = [read(right)];
  const year = to === null || /\d{2}/.test(left) ? '' : ` ${to.to.slice(0, 4)}`;
  const from = read(`${left}${year}`) ?? read(left);
  return from === null || to === null || from.grain !== to.grain || from.from >= to.from ? null : { from, to };
}

const SINCE_LAST_YEAR = /\bsince (?:this time |the same (?:time|month) )?last year\b/i;

/** "What is driving the rise since last year", "has it come down since last year": set against then, and not over the stretch from then on. */
export function changeSinceLastYear(one: Case): Reading | null {
  const wentUp = (one.frame.roles.get('trend') ?? []).some(({ start, end }) => /^(?:gone|going|risen|rising|fallen|falling|improved|improving|got)/.test(one.folded.slice(start, end).join(' ')));
  return (plays(one.frame, 'why', 'moved') || wentUp) && SINCE_LAST_YEAR.test(one.text) ? one.again(one.text.replace(SINCE_LAST_YEAR, 'compared with last year'), true) : null;
}

/** What happened to a figure, said as a thing: "the drop in DNA". */
const HAPPENED = /^(?:drop|rise|fall|increase|dip|spike|jump|deterioration|decline|surge|slump|worsening) in$/;
/** "I need to understand the drop in ACPL". */
const UNDERSTANDING = /\b(?:understand|explain|account for|make sense of|get to the bottom of|look(?:ing)? into|dig(?:ging)? into)\b/i;
const CHANGED = /^(?:change|movement|variation|reduction|improvement) in$/;

/** "Break down the change in DNA by specialty", "the rise in late starts by site": what a change is made up of. Null for any other question. */
export function causeOfAChange(one: Case): Reading | null {
  const { frame, folded } = one;
  const happened = (frame.roles.get('moved') ?? []).map(({ start, end }) => folded.slice(start, end).join(' '));
  const split = frame.by.length > 0 || plays(frame, 'breakdown') || UNDERSTANDING.test(one.text);
  const isChange = happened.some((words) => HAPPENED.test(words) || CHANGED.test(words));
  if (!isChange || !split || frame.metrics.length !== 1 || plays(frame, 'why', 'forecast', 'trend', 'compare', 'versus', 'versus-previous', 'versus-last-year', 'versus-target', 'target') || frame.having.length > 0 || frame.order !== null) {
    return null;
  }
  const reading = one.again(`why ${one.text}`);
  return reading.kind === 'query' && reading.query.intent === 'explanation' ? one.again(`why ${one.text}`, true) : null;
}

const GOING_ON = /\bwhat(?:'?s| is|s)? (?:been )?(?:going on|happening|happened|up|the matter|wrong)\b/i;

/** "What's going on with DNA in gastro, it's shot up": what goes on is asked of a change, and so why it came about. Null for any other question. */
export function whatGoesOn(one: Case): Reading | null {
  const { frame } = one;
  if (!plays(frame, 'moved') || plays(frame, 'why', 'forecast', 'trend', 'compare', 'versus', 'versus-previous', 'versus-last-year') || frame.metrics.length !== 1 || !GOING_ON.test(one.text)) {
    return null;
  }
  const reading = one.again(one.text.replace(GOING_ON, 'why'));
  return reading.kind === 'query' && reading.query.intent === 'explanation' ? one.again(one.text.replace(GOING_ON, 'why'), true) : null;
}
