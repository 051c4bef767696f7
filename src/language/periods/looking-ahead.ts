import { monthName, monthOf } from '../../calendar/day';
import { periodOf, type Meaning } from './found';
import type { Moment } from './moment';
import { comingNamed } from './named';

/**
 * A month without a year, for what looks ahead: where it is booked already, the one to come may be meant as well as
 * the latest past one, and is asked. Everything else is left as it is.
 */
export function askWhichMonth(meaning: Meaning, moment: Moment): Meaning {
  if (meaning.kind !== 'named' || meaning.named.year !== null || !['month', 'financial-month'].includes(meaning.named.unit)) {
    return meaning;
  }
  const [gone, coming] = [periodOf(meaning, moment), comingNamed(meaning.named, moment)];
  return gone === null || coming === null || gone.to >= moment.today ? meaning
    : { kind: 'ask', ask: `Which ${monthName(monthOf(coming.from))}?`, options: [coming.label, gone.label] };
}
