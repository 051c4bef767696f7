import type { Query } from '../../engine/query';
import { holdingOf } from '../../engine/holding';
import { trendWindow } from '../../engine/windows';
import { reworded, thatRead, typedWords, type Case, type Ground } from '../frame/case';
import type { Reading } from '../reading';
import { plainQuestion } from './wording';

type Step = 'month' | 'week' | 'day';

const STEPS: Readonly<Record<'month_start' | 'week_start' | 'day', Step>> = { month_start: 'month', week_start: 'week', day: 'day' };
/** How a step is asked for. */
const ASKED: readonly (readonly [RegExp, Step])[] = [[/week/i, 'week'], [/day|daily/i, 'day']];

/**
 * "Weekly since 1 May": a trend in the step that is drawn over such a stretch. Where that is another than the one asked
 * for it is said first, and where there is then only one point it is asked whether that is meant. Null where no trend comes
 * of the words.
 * @param step the words that ask for a step: "weekly", "day by day", "by quarter"
 */
export function inSteps(one: Case, step: { readonly start: number; readonly end: number }): Reading | null {
  const words = typedWords(one.words, step);
  // "For the annual report".
  if (/^annual/i.test(words)) {
    return null;
  }
  const reading = one.again(reworded(one.text, one.words, step, 'monthly'), true);
  const drawn = reading.kind === 'query' && reading.query.intent === 'trend' ? stepDrawn(reading.query, one.ground) : null;
  if (reading.kind !== 'query' || drawn === null) {
    return null;
  }
  if (ASKED.some(([asked, by]) => asked.test(words) && by === drawn.step)) {
    return reading;
  }
  const said = `Drawn by the ${drawn.step}, and not “${words}”.`;
  if (drawn.alone) {
    const plain = plainQuestion(one, one.frame.metrics[0]) ?? '';
    return { kind: 'clarify', ask: `Over that time I draw by the ${drawn.step}, with the run-up to it. Is that what you want?`, options: thatRead([`${plain} trend`, plain], one.again), query: null };
  }
  return { ...reading, notes: [said, ...reading.notes], said: [said, ...reading.said] };
}

/** The step that a trend is drawn in, and whether the period asked for is no more than one step of it; null where nothing is held. */
function stepDrawn(query: Query, { catalogue, coverage }: Ground): { readonly step: Step; readonly alone: boolean } | null {
  const metric = catalogue.metrics.get(query.metrics[0] ?? '');
  const holding = metric === undefined ? null : holdingOf(metric, coverage, []);
  const window = holding === null || query.period === null ? null : trendWindow(query, query.period, holding);
  const step = window === null ? null : STEPS[window.time];
  return step === null || query.period === null ? null : { step, alone: query.period.grain === step };
}
