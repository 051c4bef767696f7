import type { Answer, MetricAnswer } from '../../answers/answer';
import { splitRows } from '../../answers/on-the-day';
import type { OnTheDayAnswer, OnTheDayRow } from '../../answers/on-the-day-answer';
import type { CardDetail } from '../card-detail';
import { capitalised } from '../card-text';
import { frame, lines, safe, type Frame, type Line } from './frame';

interface PartView {
  readonly label: string;
  readonly value: string;
}

/** One heading with its rows; `more` says how many are left out. */
interface SectionView {
  readonly title: string;
  readonly rows: readonly PartView[];
  readonly more: string;
}

/** How a day stands: cancelled so far and what is usual by then, why, where, the lists at risk, and what is not known yet. */
export interface OnTheDayView extends Frame {
  readonly name: string;
  readonly value: string;
  readonly rate: string;
  readonly usual: string;
  readonly facts: readonly Line[];
  readonly sections: readonly SectionView[];
  readonly unknown: readonly Line[];
}

/** Rows of each section of a whole day, where there is room for all of it. */
const ROWS = { site: 6, specialty: 5, theatre: 4, risk: 5 };

export function onTheDayView(answer: Answer, metric: MetricAnswer, onTheDay: OnTheDayAnswer, detail: CardDetail): OnTheDayView {
  const { cancelled, planned, usual, isLate, isRefused, asOfWords, casesWords, listsWords, bedWords, stillRunningWords } = onTheDay;
  const whole = frame(answer, detail);
  return {
    ...whole,
    // Each section says how many it leaves out: only where there is none is there more to say.
    pointer: detail.rows === 0 ? detail.pointer : '',
    name: safe(metric.name, detail, 160),
    value: metric.suppressed ? 'Hidden' : planned === 0 ? '' : `${cancelled ?? 0} of ${planned ?? 0}`,
    rate: metric.value === null || metric.suppressed ? '' : `${safe(metric.display, detail, 20)} cancelled so far`,
    usual: usual === null ? '' : safe(`Usual by now ${usual.display}`, detail, 60),
    facts: lines([casesWords === '' ? '' : `Operations: ${casesWords}`, listsWords, bedWords, stillRunningWords].filter((words) => words !== '').map(capitalised), detail, 4),
    // Whoever is told of something, and did not ask, reads why first and asks for the rest.
    sections: sectionsOf(answer, onTheDay, detail).slice(0, answer.query === null ? 1 : undefined),
    unknown: lines(onTheDay.notKnown, detail, 3),
    source: safe([capitalised(asOfWords), ...(isRefused ? ['a newer extract was refused'] : isLate ? ['no newer extract has come'] : answer.query === null ? [] : ['updates by itself'])].join(', '), detail, 300),
  };
}

function sectionsOf(answer: Answer, onTheDay: OnTheDayAnswer, detail: CardDetail): readonly SectionView[] {
  const { query } = answer;
  if (query !== null && query.by !== null) {
    return [section('Cancelled of planned', splitRows(query, onTheDay), detail.rows, detail)].filter(({ rows }) => rows.length > 0);
  }
  // A section has half the rows of a card that has but one.
  const most = (count: number): number => Math.min(count, Math.ceil(detail.rows / 2));
  // Whoever is on call wants to know where there is trouble; parts with none are only counted.
  const hit = (rows: readonly OnTheDayRow[]): readonly OnTheDayRow[] => rows.filter(({ cancelled }) => cancelled !== 0);
  const risks = onTheDay.atRisk.map(({ label, words }) => ({ label, words }));
  return [
    section('Why', onTheDay.reasons, most(4), detail),
    section(`Lists at risk (${risks.length})`, risks, most(ROWS.risk), detail),
    section('By site, cancelled of planned', onTheDay.sites, most(ROWS.site), detail),
    section('Specialties with cancellations', hit(onTheDay.specialties), most(ROWS.specialty), detail),
    section('Theatres with cancellations', hit(onTheDay.theatres), most(ROWS.theatre), detail),
  ].filter(({ rows }) => rows.length > 0);
}

function section(title: string, rows: readonly { readonly label: string; readonly words: string }[], most: number, detail: CardDetail): SectionView {
  const more = rows.length - most;
  return {
    title,
    rows: rows.slice(0, most).map(({ label, words }) => ({ label: safe(label, detail, 90), value: safe(words === '*' ? 'withheld' : words, detail, 90) })),
    more: more > 0 ? `and ${more} more` : '',
  };
}
