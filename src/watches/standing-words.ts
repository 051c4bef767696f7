import { dayLabel, londonDay } from '../calendar/day';
import { inBrackets } from '../answers/in-brackets';
import type { Catalogue } from '../catalogue/catalogue';
import { querySchema } from '../engine/query';
import { keepsWords } from './earlier-words';
import type { Finding } from './finding';
import { FOR_EVER, muteEnds } from './quiet-hours';
import type { Watch } from './watch';
import { lineWords } from './watch-words';

/**
 * "Cancellations on the day over 10%: not over 10%, quiet to the end of 28 November 2026; set up by Anna Ward"
 * @param now what the figure is to whoever reads this; null where they may not see it, and are not told whether it is over
 */
export function standingWords(watch: Watch, catalogue: Pick<Catalogue, 'metrics'>, at: number, now: Finding | null): string {
  const { name, setUpBy } = watch;
  return `${name}: ${[stateWords(watch, catalogue, now), ...mutedWords(watch, at)].join(', ')}; set up by ${setUpBy.name ?? 'somebody'}`;
}

function stateWords(watch: Watch, { metrics }: Pick<Catalogue, 'metrics'>, now: Finding | null): string {
  const { standing, why, fired, crossing, condition, query } = watch;
  const metric = metrics.get(querySchema.parse(JSON.parse(query)).metrics[0] ?? '');
  if (standing !== 'active' || metric === undefined) {
    return `suspended: ${why}`;
  }
  if (now === null || now.kind === 'unknown') {
    return now === null ? 'you may not see here how it stands' : `not judged now: ${now.why}`;
  }
  const line = lineWords(condition, metric);
  const isTold = crossing !== null && keepsWords(watch, metric);
  const last = !isTold ? '' : ` (last: ${crossing.words})`;
  return fired === '' ? `not ${line} now${last}` : `${line} now${isTold && crossing.mark === fired ? ` ${inBrackets(crossing.words)}` : ''}`;
}

function mutedWords({ mutedTo }: Watch, at: number): readonly string[] {
  return mutedTo === null || muteEnds(mutedTo, at) === null ? [] : [mutedTo === FOR_EVER ? 'quiet until it is unmuted' : mutedTo === londonDay(at) ? 'quiet for the rest of today' : `quiet to the end of ${dayLabel(mutedTo)}`];
}
