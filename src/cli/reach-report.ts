import type { Reading } from '../language/reading';
import type { Query } from '../engine/query';
import type { ExpectedQuestion } from './question-file';
import { scoreOf, type Scored, type Verdict } from './reach-score';

/** What a question may lean on: the query before it, and the options of a question back. */
export interface Before {
  readonly context: Query | null;
  readonly offered: readonly string[];
}

/** Reads words in the place of one person who asked something else just before. */
export type ReadWith = (text: string, before: Before) => Reading;

const NOTHING_BEFORE: Before = { context: null, offered: [] };

/** How far a file of questions is understood. */
export interface Reach {
  readonly scored: readonly Scored[];
  /** Milliseconds that each reading took, the best of three, so that it is the reading that is measured and not the machine. */
  readonly times: readonly number[];
}

/** The option that stands first among a question back's is what must be found there: this many are looked at. */
const FIRST_OPTIONS = 3;
const READINGS_TIMED = 3;

/**
 * Reads every question, each after those that came before it, and judges what it comes to.
 * @param now a clock in milliseconds, for the time a reading takes
 * @param readings how often each is read, the quickest being the one that counts
 */
export function reachOf(questions: readonly ExpectedQuestion[], read: ReadWith, now: () => number, readings = READINGS_TIMED): Reach {
  const times: number[] = [];
  const scored = questions.map((question) => {
    const context = question.after.reduce<Before>((before, text) => remembered(read(text, before), before), NOTHING_BEFORE);
    const timed = Array.from({ length: readings }, () => {
      const began = now();
      const reading = read(question.q, context);
      return { reading, took: now() - began };
    });
    times.push(Math.min(...timed.map(({ took }) => took)));
    const [first] = timed;
    return scoreOf(question, first?.reading ?? read(question.q, context), (text) => read(text, NOTHING_BEFORE));
  });
  return { scored, times };
}

/** What stays of a question for the one after it: its query, where it has a measure or a scorecard. */
function remembered(reading: Reading, { context }: Before): Before {
  const keeps = reading.kind === 'query' && (reading.query.metrics.length > 0 || reading.query.scorecard !== null);
  return { context: keeps ? reading.query : context, offered: reading.kind === 'clarify' ? reading.options : [] };
}

/** The figures, a line each, and then every question that was missed with what it came to. */
export function reachLines({ scored, times }: Reach): readonly string[] {
  const of = (...verdicts: readonly Verdict[]): readonly Scored[] => scored.filter(({ verdict }) => verdicts.includes(verdict));
  const answered = scored.filter(({ reading }) => reading.kind === 'query');
  const withAnswer = scored.filter(({ question }) => question.outcome === 'answered');
  const outright = withAnswer.filter(({ reading }) => reading.kind === 'query');
  const once = withAnswer.filter(({ reading, offered }) => reading.kind === 'query' || offered !== null);
  const asked = scored.filter(({ question, reading }) => reading.kind === 'clarify' && (question.query !== null || question.alt.length > 0));
  const found = asked.filter(({ offered }) => offered !== null && offered <= FIRST_OPTIONS);
  const amiss = of('amiss');
  return [
    `${scored.length} questions, ${withAnswer.length} of which have an answer`,
    `Wrong answers that look right: ${of('wrong').length}`,
    `Of ${answered.length} answered, right in every other field: ${share(answered.length - of('wrong').length - amiss.length, answered.length - of('wrong').length)}`,
    `Of ${withAnswer.length} that have an answer, answered outright: ${share(outright.length, withAnswer.length)}; with one question back: ${share(once.length, withAnswer.length)}`,
    `Of ${asked.length} asked back, the right reading among the first ${FIRST_OPTIONS}: ${share(found.length, asked.length)}`,
    `Milliseconds a reading: median ${at(times, 0.5)}, 99th percentile ${at(times, 0.99)}, longest ${at(times, 1)}`,
    ...missed('Wrong', of('wrong')),
    ...missed('Another field amiss', amiss),
    ...missed('At a loss', of('at-a-loss')),
    ...missed('Asked back', of('asked')),
    ...missed('Asked back without the right reading among the first', asked.filter((one) => !found.includes(one) && one.verdict !== 'asked')),
    ...missed('Another outcome than expected, and no answer', of('otherwise')),
  ];
}

const share = (part: number, whole: number): string => `${part} of ${whole}${whole === 0 ? '' : ` (${(100 * part / whole).toFixed(1)}%)`}`;

function at(times: readonly number[], quantile: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.max(0, Math.ceil(quantile * sorted.length) - 1)] ?? 0).toFixed(2);
}

function missed(title: string, found: readonly Scored[]): readonly string[] {
  return found.length === 0 ? [] : ['', `${title}:`, ...found.map((one) => `  ${asTyped(one)}\n    ${cameTo(one)}`)];
}

const asTyped = ({ question: { after, q } }: Scored): string => [...after, q].join(' → ').replace(/\s+/g, ' ');

function cameTo({ question, reading, differ, offered }: Scored): string {
  const wanted = question.query === null ? question.outcome : `${question.outcome} ${JSON.stringify(short(question.query))}`;
  switch (reading.kind) {
    case 'query': {
      const { period, ...rest } = reading.query;
      return `${differ.join(', ')}: ${JSON.stringify(short({ ...rest, period: period === null ? null : [period.from, period.to] }))}; expected ${wanted}`;
    }
    case 'clarify': return `asked “${reading.ask}” ${JSON.stringify(reading.options)}${offered === null ? `; expected ${wanted}` : `; right at ${offered}`}`;
    case 'unknown': return `${reading.reason}: ${reading.sentence}; expected ${wanted}`;
    case 'refused': return `refused; expected ${wanted}`;
    case 'command': return `a command to ${reading.command.what} (${reading.command.kind}); expected ${wanted}`;
  }
}

/** Without the fields that say nothing. */
function short(query: object): object {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null && !['{}', '[]'].includes(JSON.stringify(value))));
}
