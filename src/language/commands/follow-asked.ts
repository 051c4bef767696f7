import type { Reading } from '../reading';
import type { CommandCase } from './command-case';
import { asAsked } from './command-words';
import { withoutPoliteness } from './command-verbs';
import { figureInside, questionInside } from './question-inside';

const LIST = /^(?:(?:what|which|who)(?: (?:measures|metrics|things|ones|figures))? (?:do|am|are|have|did) (?:i|we)(?: been)? follow(?:ing|ed)?|(?:list|show|see|give)(?: me| us)? (?:(?:what|everything|all|the (?:measures|metrics|things)|the ones)(?: that)? (?:i|we)(?:'m| am| are)? follow(?:ing)?|(?:my|our|the) follow(?:s|ed|ed measures|ed metrics|ing))|(?:my|our) follows|what i follow|following)$/i;
/** A follow-up is a kind of appointment, and followed up is a patient. */
const FOLLOW = /^(?:start following|follow(?![- ]?(?:ups?\b|on\b|through\b))|add(?= .+ to (?:what i follow|my follows|my (?:own |weekly )?digest)$))[ :]+(.+?)(?: to (?:what i follow|my follows|my (?:own |weekly )?digest))?$/i;
const UNFOLLOW = /^(?:un-?follow|stop following|don'?t follow|no longer follow|(?:remove|take|drop)(?= .+ (?:from|off) (?:what i follow|my follows|my (?:own |weekly )?digest)$))[ :]+(.+?)(?: (?:any ?more|from (?:what i follow|my follows|my (?:own |weekly )?digest)|off (?:what i follow|my follows|my (?:own |weekly )?digest)))?$/i;

/** "Follow DNA rate for ENT", "unfollow ACPL", "what do I follow"; null for any other text. */
export function followAsked(text: string, one: CommandCase): Reading | null {
  const words = withoutPoliteness(text);
  if (LIST.test(words)) {
    return { kind: 'command', command: { kind: 'follow', what: 'list' }, notes: [] };
  }
  const stops = UNFOLLOW.exec(words)?.[1];
  const said = stops ?? FOLLOW.exec(words)?.[1];
  if (said === undefined) {
    return null;
  }
  const what = stops === undefined ? 'create' : 'stop';
  const lead = what === 'create' ? 'follow' : 'unfollow';
  const inside = questionInside(said, one, (question) => `${lead} ${question}`, what === 'create' ? 'Follow' : 'Stop following');
  const figure = figureInside(inside, one, (query) => `${lead} ${asAsked(query, one.ground)}`, true);
  return figure.kind === 'query' ? { kind: 'command', command: { kind: 'follow', what, query: figure.query }, notes: figure.notes } : figure;
}
