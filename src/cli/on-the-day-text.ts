import type { OnTheDayAnswer, OnTheDayRow } from '../answers/on-the-day-answer';
import { capitalised } from '../cards/card-text';

/** How a day stands, as a person reads it in a terminal: everything that the card shows, and all of its rows. */
export function onTheDayLines(onTheDay: OnTheDayAnswer): readonly string[] {
  const { casesWords, listsWords, bedWords, stillRunningWords, reasons, sites, specialties, theatres, atRisk, notKnown, asOfWords } = onTheDay;
  const hit = (rows: readonly OnTheDayRow[]): readonly OnTheDayRow[] => rows.filter(({ cancelled }) => cancelled !== 0);
  return [
    ...[casesWords, listsWords, bedWords, stillRunningWords].filter((words) => words !== '').map((words) => `  ${capitalised(words)}`),
    ...section('Why', reasons),
    ...section('Lists at risk', atRisk),
    ...section('By site, cancelled of planned', sites),
    ...section('Specialties with cancellations', hit(specialties)),
    ...section('Theatres with cancellations', hit(theatres)),
    ...notKnown.map((words) => `  ? ${words}`),
    ...(asOfWords === '' ? [] : [`  ${capitalised(asOfWords)}`]),
  ];
}

function section(title: string, rows: readonly { readonly label: string; readonly words: string }[]): readonly string[] {
  const width = Math.max(0, ...rows.map(({ label }) => label.length));
  return rows.length === 0 ? [] : [`  ${title}`, ...rows.map(({ label, words }) => `    ${label.padEnd(width)}  ${words}`)];
}
