import type { Answer } from '../answers/answer';
import type { Json } from './adaptive-card';
import { DATA_LIMIT, asJson, VERB } from './card-actions';

/** Intents whose numbers can be other numbers tomorrow. */
const MOVING: ReadonlySet<string> = new Set(['value', 'trend', 'breakdown', 'ranking', 'comparison', 'explanation', 'projection', 'scorecard', 'exceptions', 'peers']);

/**
 * How a client brings the card up to now: by itself while its period is not over, else when somebody asks it to, so
 * that a number quoted last week is not another one by itself. Null for a card that cannot be another one.
 * Source: the Universal Actions protocol; `userIds: []` leaves it to the card's menu.
 */
export function refreshOf({ outcome, query, metrics, scorecard, showWorking, reason, onTheDay, isPost }: Answer): Json {
  const isFigures = outcome === 'answered' || outcome === 'no-data' || reason === 'fault';
  if (!isFigures || isPost === true || query === null || showWorking || query.frozen !== undefined || !MOVING.has(query.intent)) {
    return null;
  }
  const data: Json = { tally: { v: 1, kind: 'refresh', query: asJson(query) } };
  // A day is going on also while nothing of it is known yet.
  const isGoingOn = onTheDay !== undefined || metrics.some((metric) => !metric.data.complete) || scorecard?.data.complete === false;
  return JSON.stringify(data).length > DATA_LIMIT ? null : {
    action: { type: 'Action.Execute', title: 'Refresh', verb: VERB, data },
    ...(isGoingOn ? {} : { userIds: [] }),
  };
}
