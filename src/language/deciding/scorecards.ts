import type { Scorecard } from '../../catalogue/scorecard';
import type { Period } from '../../calendar/period';
import { querySchema } from '../../engine/query';
import type { Reading } from '../reading';
import { offered, reworded, thatRead, type Case } from '../frame/case';
import { selection } from '../frame/comparing';
import { plays } from '../frame/frame';
import type { Span } from '../frame/span';
import type { Feature, Role } from '../vocabulary/meaning';
import { isHeld, metricsOf } from '../held-range';
import { ambiguousPeriod } from './ambiguous';
import { unknown, unknownWords } from './not-understood';
import { scorecardPeriod } from './scorecard-period';
import { dimensionWords, listed, metricWords, tailOf } from './wording';

/** What a question for a scorecard may say beside its name. */
const FEATURES: ReadonlySet<Feature> = new Set(['scorecard', 'exceptions']);
/** Words that ask for something that no scorecard is: a course over time, a comparison, a split. */
const NOT_OF_A_SHEET: readonly Role[] = ['trend', 'versus', 'versus-previous', 'versus-last-year', 'compare', 'breakdown', 'define', 'count', 'average', 'best', 'highest', 'lowest'];
const MOST = 5;

interface Sheet {
  readonly scorecard: Scorecard;
  readonly span: Span;
}

/** The scorecards that a question names, each once. A word with another meaning ("theatres") names one only beside words that ask for it. */
export function sheetsNamed(one: Case, { softly = false } = {}): readonly Sheet[] {
  const { frame, ground: { catalogue, vocabulary } } = one;
  const asks = softly || plays(frame, 'doing') || frame.unsupported.some(({ feature }) => FEATURES.has(feature));
  const soft = asks && frame.metrics.length === 0 ? [...frame.groups, ...frame.bare].flatMap(({ span }) => {
    const id = vocabulary.scorecardNamed(one.folded.slice(span.start, span.end));
    return id === undefined ? [] : [{ id, span }];
  }) : [];
  const named = frame.scorecards.length > 0 ? frame.scorecards : soft;
  const first = named.filter(({ id }, at) => named.findIndex((other) => other.id === id) === at);
  return first.flatMap(({ id, span }) => {
    const scorecard = catalogue.scorecards.get(id);
    return scorecard === undefined ? [] : [{ scorecard, span }];
  });
}

/**
 * "Lead measures for May 24", "how are theatres doing", "anything red in outpatients": a scorecard, or what is off
 * target on one. Where the question says more than a scorecard can ("CpWAU by CMG trend"), the words are read one by one.
 */
export function scorecardAsked(one: Case): Reading | null {
  const sheets = sheetsNamed(one);
  const [sheet, second] = sheets;
  // "How recent are the theatre figures" asks for none of them.
  if (sheet === undefined || plays(one.frame, 'freshness')) {
    return null;
  }
  if (saysMore(one, sheets)) {
    const plain = one.plainly();
    return plain.kind === 'query' || (plain.kind === 'clarify' && plain.words === undefined) ? plain : unknownWords(one) ?? shownWhole(one, sheet);
  }
  // "Activity and income against plan for outpatient procedures": one line of it is those measures, and no table.
  const byLines = sheet.scorecard.sections.flatMap((section) => ('by' in section ? [section.by] : []));
  const line = one.frame.main.values.some(({ dimension }) => byLines.includes(dimension)) ? one.plainly() : null;
  if (line?.kind === 'query' && line.query.metrics.length > 1) {
    return line;
  }
  if (second !== undefined) {
    return { kind: 'clarify', ask: 'One scorecard at a time. Which one?', options: thatRead(sheets.map(({ scorecard }) => asked(one, scorecard)), one.again), query: null };
  }
  const periods = one.frame.main.periods;
  if (periods.length > 1) {
    const options = periods.flatMap(({ reading }) => (reading.kind === 'period' ? [`${sheet.scorecard.name} ${reading.period.asked ?? ''}`] : []));
    return { kind: 'clarify', ask: 'Which of those times?', options: thatRead(options, one.again), query: null };
  }
  return unknownWords(one) ?? ambiguousPeriod(one) ?? cannotNarrow(one, sheet) ?? written(one, sheet);
}

function saysMore(one: Case, sheets: readonly Sheet[]): boolean {
  const { frame } = one;
  // "The specialties that are prioritised": what the lines of the sheet are is no split of it.
  const own = new Set(sheets.flatMap(({ scorecard }) => scorecard.sections.flatMap((section) => ('by' in section ? [section.by] : []))));
  const others = frame.bare.filter(({ dimension, span }) => !sheets.some((sheet) => sheet.span === span) && !own.has(dimension));
  const besides = [frame.metrics, frame.by.filter((dimension) => !own.has(dimension) || frame.metrics.length > 0), others, frame.having, frame.limits, frame.aims, frame.agesCut, frame.notHeld, frame.milestones, frame.versus.values, frame.versus.periods, frame.versus.scopes];
  return besides.some((list) => list.length > 0) || frame.besideExcluded !== null || frame.limit !== null
    || (frame.order !== null && frame.order !== 'worst') || plays(frame, ...NOT_OF_A_SHEET)
    || frame.unsupported.some(({ feature }) => !FEATURES.has(feature)) || one.spans.some(({ meaning }) => meaning.kind === 'ambiguous');
}

function shownWhole(one: Case, { scorecard }: Sheet): Reading {
  return unknown('not-supported', `I show “${scorecard.name}” whole, for one period. It can be narrowed to a part of the organisation, and not split or compared.`, [], offered(one, [...splitInstead(one, scorecard), asked(one, scorecard)]));
}

/** Those of its measures that can be split as it was asked, the ones with a target first: "which specialties" after what is off target. */
function splitInstead(one: Case, scorecard: Scorecard): readonly string[] {
  const { frame, ground: { catalogue, coverage } } = one;
  const [dimension] = [...frame.by, ...frame.bare.map((bare) => bare.dimension)];
  const off = frame.unsupported.some(({ feature }) => feature === 'exceptions');
  const aims = (id: string): boolean => catalogue.targets.some(({ metric }) => metric === id);
  const metrics = metricsOf(scorecard).flatMap((id) => catalogue.metrics.get(id) ?? []).filter((metric) => dimension !== undefined && metric.dimensions.includes(dimension) && isHeld(metric, coverage) && (!off || aims(metric.id)));
  return dimension === undefined ? [] : [...metrics].sort((a, b) => Number(aims(b.id)) - Number(aims(a.id))).slice(0, 3)
    .map(({ id }) => (off ? `which ${dimensionWords(catalogue, dimension, true)} are off target for ${metricWords(catalogue, id)}${tailOf(one)}` : `${metricWords(catalogue, id)} by ${dimensionWords(catalogue, dimension)}${tailOf(one)}`));
}

/** The plain question for a scorecard, with the filters and the period of the case. */
export function asked(one: Case, scorecard: Scorecard): string {
  return `${scorecard.name}${tailOf(one)}`;
}

/** A scorecard none of whose measures can be narrowed in that way. */
function cannotNarrow(one: Case, { scorecard }: Sheet): Reading | null {
  const { catalogue } = one.ground;
  const can = new Set(metricsOf(scorecard).flatMap((id) => catalogue.metrics.get(id)?.dimensions ?? []));
  const wrong = [...one.frame.main.values, ...one.frame.excluded].find(({ dimension }) => !can.has(dimension));
  if (wrong === undefined) {
    return null;
  }
  const words = dimensionWords(catalogue, wrong.dimension);
  return unknown('cannot-split', `No measure of the ${scorecard.name.toLowerCase()} can be split by ${words}.`, [words], offered(one, [scorecard.name]));
}

function written(one: Case, { scorecard }: Sheet): Reading {
  const { frame } = one;
  const [reading] = frame.main.periods.map((period) => period.reading);
  const { period, notes } = reading?.kind === 'period' ? reading : scorecardPeriod(one.ground, scorecard);
  const off = frame.unsupported.some(({ feature }) => feature === 'exceptions');
  const query = querySchema.parse({
    intent: off ? 'exceptions' : 'scorecard',
    metrics: [],
    scorecard: scorecard.id,
    period: { ...period } satisfies Period,
    filters: selection(frame.main.values),
    excluding: selection(frame.excluded),
    order: frame.order,
  });
  return { kind: 'query', query: Object.freeze(query), notes: [...one.notes, ...notes, ...addedUp(one)], said: notes };
}

function addedUp(one: Case): readonly string[] {
  const { values } = one.frame.main;
  const several = values.filter(({ dimension }) => values.filter((other) => other.dimension === dimension).length > 1);
  return several.length === 0 ? [] : [`${listed(several.map(({ name }) => name))} are taken together.`];
}

/** "Scorecard" or "off target" with nothing that says of what: asked back. With a measure, the word asks for its figure. */
export function whichScorecard(one: Case): Reading | null {
  const { frame, ground: { catalogue } } = one;
  const [first] = frame.unsupported;
  const only = first !== undefined && frame.unsupported.every(({ feature }) => FEATURES.has(feature));
  if (!only || !FEATURES.has(first.feature) || catalogue.scorecards.size === 0) {
    return null;
  }
  if (frame.metrics.length > 0) {
    return first.feature === 'scorecard' ? plainFigure(one, first.span) : offTarget(one);
  }
  const left = unknownWords(one);
  if (left !== null) {
    return left;
  }
  const lists = [...catalogue.scorecards.values()].filter((scorecard) => scorecard.sections.every((section) => 'lines' in section)
    && anyHeld(one, scorecard)).slice(0, MOST);
  const off = frame.unsupported.some(({ feature }) => feature === 'exceptions');
  const options = thatRead(lists.map((scorecard) => (off ? `what is off target in ${scorecard.id.replaceAll('-', ' ')}${tailOf(one)}` : asked(one, scorecard))), one.again, MOST);
  return options.length === 0 ? null : { kind: 'clarify', ask: off ? 'Off target on which scorecard?' : 'Which scorecard?', options, query: null };
}

/** Whether there is anything to show on a scorecard. */
export function anyHeld({ ground: { catalogue, coverage } }: Case, scorecard: Scorecard): boolean {
  return metricsOf(scorecard).flatMap((id) => catalogue.metrics.get(id) ?? []).some((metric) => isHeld(metric, coverage));
}

function plainFigure(one: Case, span: Span): Reading | null {
  const reading = one.again(reworded(one.text, one.words, span, ''), true);
  return reading.kind === 'query' || reading.kind === 'clarify' ? reading : null;
}

/** "Is the DNA rate off target": the figure against its target. */
function offTarget(one: Case): Reading | null {
  const { frame } = one;
  const [{ span } = { span: null }] = frame.unsupported;
  const words = span === null ? [] : one.folded.slice(span.start, span.end);
  const named = words.some((word) => ['target', 'track', 'red', 'amber', 'missed', 'failing'].includes(word));
  const plain = frame.metrics.length === 1 && frame.by.length + frame.bare.length + frame.having.length === 0 && frame.order === null;
  if (span === null || !named || !plain || unknownWords(one) !== null) {
    return null;
  }
  const reading = one.again(`${reworded(one.text, one.words, span, '')} against target`, true);
  return reading.kind === 'query' ? reading : null;
}
