import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { londonInstantBefore } from '../calendar/instant';
import type { DayBoard, DayPart } from '../engine/day-board';
import { RISKS, type ListPlace } from '../engine/day-lists';
import { NOT_KNOWN } from '../engine/keys';
import type { Query } from '../engine/query';
import type { Answer, AnswerRow, MetricAnswer } from './answer';
import { PLAIN } from './from-reading';
import { aboutWords, forWords, labelOf } from './names';
import type { ListAtRisk, OnTheDayAnswer, OnTheDayRow } from './on-the-day-answer';
import { casesWords, counted, fullDay, isNotRead, listsWords, minutesWords, notKnown, onTheDayHeadline, rateWords, riskWords, stillRunningWords, timeOf, unnamedRiskWords, usualAnswer } from './on-the-day-words';
import { stepsOfTheDay } from './on-the-day-steps';
import { quotable } from './quotable';
import { workingOfTheDay } from './on-the-day-working';

/** An extract that comes every few minutes and is older than this has stopped. */
const LATE_AFTER = 15;
const MINUTE = 60_000;
const EXTRACTS = ['on-the-day-lists', 'on-the-day-cases', 'theatre-cases'];

interface Asked {
  readonly catalogue: Catalogue;
  readonly query: Query;
  readonly metric: Metric;
  /** The instant of asking, milliseconds since 1970. */
  readonly at: number;
  readonly notes: readonly string[];
  readonly showWorking: boolean;
  /** Whether an extract that came after the reading cannot be used. */
  readonly isRefused: boolean;
}

/**
 * The judgement on a day that is not over: what was cancelled so far, against the same time of day on the same weekdays
 * before. It is held to no target and to no control chart, which a part of one day has nothing to say about. No data
 * only where the last reading is of another day, or has nothing of this one yet.
 */
export function answerFromDayBoard(board: DayBoard, { catalogue, query, metric, at, notes, showWorking, isRefused }: Asked): Answer {
  const onTheDay = onTheDayAnswer(board, catalogue, at, isRefused);
  const isKnown = board.isOfTheDay && !isNotRead(board);
  const headline = onTheDayHeadline(board, onTheDay, forWords(catalogue, query));
  const notice = board.snapshot?.notice ?? catalogue.organisation.notice;
  const { snapshot } = board;
  const quoted = snapshot === null ? [] : quotable(headline, { extracts: EXTRACTS, through: board.day, notice });
  return {
    ...PLAIN,
    outcome: isKnown ? 'answered' : 'no-data',
    query,
    headline,
    scope: [aboutWords(catalogue, query), `today, ${fullDay(board.day)}`, ...(board.isOfTheDay && board.readAt !== null ? [`as of ${timeOf(board.readAt)}`] : [])].join(' · '),
    metrics: isKnown ? [metricOf(board, onTheDay, { catalogue, query, metric, notes })] : [],
    lines: showWorking && isKnown ? [...workingOfTheDay(catalogue, metric, onTheDay), ...quoted] : [],
    reason: isKnown ? null : 'no-reading-today',
    next: stepsOfTheDay(query, board, showWorking),
    notice,
    showWorking: showWorking && isKnown,
    onTheDay,
  };
}

function onTheDayAnswer(board: DayBoard, catalogue: Catalogue, at: number, isRefused: boolean): OnTheDayAnswer {
  const { readAt, isOfTheDay, figure, cases } = board;
  const read = readAt === null ? null : londonInstantBefore(readAt, at);
  const minutesOld = read === null ? null : Math.max(0, Math.floor((at - read) / MINUTE));
  const isLate = minutesOld !== null && minutesOld > LATE_AFTER;
  const isKnown = isOfTheDay && !isNotRead(board);
  const known = <T>(value: T): T | null => (isKnown ? value : null);
  const rows = (id: string, parts: readonly DayPart[]): readonly OnTheDayRow[] => parts.map((part) => rowOf(catalogue, id, part));
  // The lists of a part whose people are withheld are withheld with them.
  const lists = isKnown && !figure.hidden ? countsOf(board) : null;
  const withoutBed = board.forWantOfABed.hidden ? null : (board.forWantOfABed.numerator ?? 0);
  return {
    asOf: readAt, minutesOld, isLate, isRefused,
    cancelled: known(figure.numerator), planned: known(figure.denominator),
    done: known(cases?.done ?? null), inTheatre: known(cases?.inTheatre ?? null), toDo: known(cases?.toDo ?? null), forWantOfABed: known(withoutBed),
    usual: isKnown ? usualAnswer(board) : null,
    reasons: board.reasons.map((part) => ({ ...rowOf(catalogue, 'cancellation-reason', part), ...reasonWords(catalogue, part) })),
    specialties: rows('specialty', board.specialties), groups: rows('cmg', board.groups), sites: rows('site', board.sites), theatres: rows('theatre', board.theatres),
    lists, atRisk: atRisk(board, catalogue),
    casesWords: isKnown && cases !== null && !isEmpty(board) ? casesWords(cases) : '',
    listsWords: lists === null || (isEmpty(board) && lists.planned + lists.stoodDown === 0) ? '' : `${listsWords(lists)}${unnamedRiskWords(board.lists)}`,
    bedWords: withoutBed === null || withoutBed === 0 ? '' : `${counted(withoutBed, 'operation')} cancelled for want of a bed`,
    stillRunningWords: stillRunningWords(board, board.stillRunning.map(({ place }) => (place === null ? null : placeLabel(catalogue, place)))),
    notKnown: notKnown(board, NOT_KNOWN),
    asOfWords: readAt === null ? '' : `as of ${timeOf(readAt)}${isOfTheDay ? '' : ` on ${fullDay(readAt.slice(0, 10))}`}${isLate ? `, ${minutesWords(minutesOld)} old` : ''}`,
  };
}

/** No operation is planned: there is nothing to count, and nothing to split. */
const isEmpty = ({ figure }: DayBoard): boolean => figure.denominator === 0;

function rowOf(catalogue: Catalogue, id: string, { key, figure }: DayPart): OnTheDayRow {
  const { numerator, denominator, value, hidden } = figure;
  const words = hidden ? '*' : `${numerator ?? 0} of ${denominator ?? 0}${value === null ? '' : ` (${rateWords(value)})`}`;
  return { key, label: labelOf(catalogue, id, key), cancelled: numerator, of: denominator, value, words, suppressed: hidden };
}

/** A reason is a part of the cancellations, which few are: their number, and no percentage. */
function reasonWords(catalogue: Catalogue, { key, figure }: DayPart): Pick<OnTheDayRow, 'label' | 'words'> {
  return {
    label: key === NOT_KNOWN ? 'Not recorded yet' : labelOf(catalogue, 'cancellation-reason', key),
    words: figure.hidden ? '*' : String(figure.numerator ?? 0),
  };
}

function countsOf({ lists, stoodDown }: DayBoard): NonNullable<OnTheDayAnswer['lists']> {
  const inState = (state: DayBoard['lists'][number]['state']): number => lists.filter((list) => list.state === state).length;
  return {
    planned: lists.length, running: inState('running'), finished: inState('finished'), toStart: inState('to-start'), nothingLeft: inState('nothing-left'), stoodDown,
  };
}

const placeLabel = (catalogue: Catalogue, { theatre, specialty }: ListPlace): string => `${labelOf(catalogue, 'theatre', theatre)}, ${labelOf(catalogue, 'specialty', specialty)}`;

/** The worst first: those that have not started, then by minutes. */
function atRisk({ lists }: DayBoard, catalogue: Catalogue): readonly ListAtRisk[] {
  return lists
    .flatMap(({ place, risk }) => (risk === null || place === null ? [] : [{
      key: place.theatre, label: placeLabel(catalogue, place),
      risk: risk.kind, minutes: Math.round(risk.minutes), words: riskWords(risk),
    }]))
    .sort((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk) || b.minutes - a.minutes || a.key.localeCompare(b.key, 'en'));
}

function metricOf(board: DayBoard, onTheDay: OnTheDayAnswer, { catalogue, query, metric, notes }: Pick<Asked, 'catalogue' | 'query' | 'metric' | 'notes'>): MetricAnswer {
  const { figure, snapshot } = board;
  return {
    metric: metric.id, name: metric.name, kind: metric.kind, unit: metric.unit,
    value: figure.value, display: figure.hidden ? '*' : rateWords(figure.value), numerator: figure.numerator, denominator: figure.denominator,
    working: figure.hidden ? '' : `${figure.numerator ?? 0} ${metric.numerator.counts} of ${figure.denominator ?? 0} ${metric.denominator?.counts ?? ''}`.trim(),
    status: 'none', statusWords: 'So far today', target: null, comparisons: [], trend: [],
    rows: rowsOfSplit(query, metric, onTheDay), total: null, yearTarget: null, peers: null, process: null, variance: null, drivers: null, projection: null, events: [],
    basis: onTheDay.asOfWords, undated: false, printedOn: null, part: onTheDay.asOfWords,
    caveats: [
      ...notes,
      ...(board.forWantOfABed.hidden ? ["Today's figures are totals of the whole trust, which are not hidden; by reason or by part, and list by list, they are, so that nobody can be recognised."] : []),
      'Elective lists only: emergency and trauma lists are not counted, nor is what was cancelled before today.',
      ...(catalogue.targets.some((target) => target.metric === metric.id) ? ['No target is shown: targets are for whole months.'] : []),
    ],
    suppressed: figure.hidden,
    data: {
      snapshot: snapshot?.id ?? '', extracts: EXTRACTS, through: board.day, loadedAt: snapshot?.loadedAt ?? '',
      complete: false, provisional: true, stale: onTheDay.isLate,
    },
  };
}

/** The rows of the dimension that the query splits by; none where it does not. */
export function splitRows({ by }: Pick<Query, 'by'>, onTheDay: OnTheDayAnswer): readonly OnTheDayRow[] {
  switch (by) {
    case 'specialty': return onTheDay.specialties;
    case 'cmg': return onTheDay.groups;
    case 'site': return onTheDay.sites;
    case 'theatre': return onTheDay.theatres;
    case 'cancellation-reason': return onTheDay.reasons;
    case null:
    default: return [];
  }
}

function rowsOfSplit(query: Query, metric: Metric, onTheDay: OnTheDayAnswer): readonly AnswerRow[] {
  return splitRows(query, onTheDay).map(({ key, label, cancelled, of, value, suppressed }) => ({
    key, keys: [key], label, metric: metric.id, value, display: suppressed ? '*' : rateWords(value), numerator: cancelled, denominator: of,
    target: null, status: 'none', suppressed,
  }));
}
