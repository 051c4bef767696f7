import { dayLabel, londonDay } from '../calendar/day';
import { inBrackets } from '../answers/in-brackets';
import type { Catalogue } from '../catalogue/catalogue';
import { querySchema } from '../engine/query';
import { keepsWords } from './earlier-words';
import { FOR_EVER, muteEnds } from './quiet-hours';
import type { Watch } from './watch';
import { lineWords } from './watch-words';

/** "Cancellations on the day over 10%: not over 10%, quiet to the end of 28 November 2026; set up by Anna Ward" */
export function standingWords(watch: Watch, catalogue: Pick<Catalogue, 'metrics'>, at: number): string {
  const { name, setUpBy } = watch;
  return `${name}: ${[stateWords(watch, catalogue), ...mutedWords(watch, at)].join(', ')}; set up by ${setUpBy.name ?? 'somebody'}`;
}

function stateWords(watch: Watch, { metrics }: Pick<Catalogue, 'metrics'>): string {
  const { standing, why, fired, crossing, condition, query, unjudged } = watch;
  const metric = metrics.get(querySchema.parse(JSON.parse(query)).metrics[0] ?? '');
  if (standing !== 'active' || metric === undefined) {
    return `suspended: ${why}`;
  }
  const line = lineWords(condition, metric);
  const isTold = crossing !== null && keepsWords(watch, metric);
  const last = !isTold ? '' : ` (last: ${crossing.words})`;
  const state = fired === '' ? `not ${line} now${last}` : `${line} now${isTold && crossing.mark === fired ? ` ${inBrackets(crossing.words)}` : ''}`;
  return unjudged === '' ? state : `not judged now: ${unjudged}`;
}

function mutedWords({ mutedTo }: Watch, at: number): readonly string[] {
  return mutedTo === null || muteEnds(mutedTo, at) === null ? [] : [mutedTo === FOR_EVER ? 'quiet until it is unmuted' : mutedTo === londonDay(at) ? 'quiet for the rest of today' : `quiet to the end of ${dayLabel(mutedTo)}`];
}
