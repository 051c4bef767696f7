import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { dayLabel } from '../calendar/day';
import { notMatching } from './not-matching';
import type { OnTheDayAnswer } from './on-the-day-answer';
import { timeOf } from './on-the-day-words';

/** How the numbers of a day that is not over come about, a plain sentence each. */
export function workingOfTheDay({ elsewhere }: Pick<Catalogue, 'elsewhere'>, metric: Metric, { asOf, cancelled, planned, casesWords, usual }: OnTheDayAnswer): readonly string[] {
  const time = asOf === null ? '' : timeOf(asOf);
  return [
    `${metric.name}: ${metric.definition}`,
    ...(planned === null ? [] : [`Planned for today: ${planned}, which is ${casesWords} and ${cancelled ?? 0} cancelled today. What is still to do counts as planned, so that the rate so far is of the whole day.`]),
    ...(usual === null ? [] : [
      `Usual by ${time}: operations cancelled by ${time} of those planned, ${new Intl.ListFormat('en-GB').format(usual.days.map(({ day, cancelled: before, planned: of }) => `${before} of ${of} on ${dayLabel(day)}`))}, added up first. Four days give a range, and no limits within which chance alone would keep a day.`,
    ]),
    'A list is at risk where it has not started, or started, more than 15 minutes after its planned start; where it is past its planned end; or where the minutes booked of what is left end more than 30 minutes after it.',
    `Definition version ${metric.version}, owned by ${metric.owner}. Source: ${metric.source}`,
    `Doesn't match the theatre system's own screen? It is of another minute${time === '' ? '' : ` than ${time}`}, or counts emergency and trauma lists as well`,
    ...notMatching(elsewhere, metric),
  ];
}
