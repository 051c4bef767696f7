import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Query } from '../engine/query';
import type { Result, MetricResult } from '../engine/result';
import type { Premise } from '../language/premise';
import { glossaryOf, lettersIn } from './abbreviations';
import type { Answer, MetricAnswer } from './answer';
import { isUndated } from './basis';
import { answerFromScorecard } from './from-scorecard';
import { headlineFor } from './headline';
import { hasFigures } from './held';
import { withBrackets } from './in-brackets';
import { metricAnswer } from './metric-answer';
import { scopeLine } from './names';
import { notMatching } from './not-matching';
import { quotable } from './quotable';
import { splitMethod } from './split-method';
import { insteadSteps, nextSteps } from './next-steps';
import { noDataSentence } from './no-data';
import { displayCount } from './display';

/**
 * The judgement on a result. `notes` are what the question's reading wants told beside it ("DNA read as …"), and `said`
 * those of them that belong to the headline; `premise` is which way the question takes the figure to have gone.
 * The outcome is no-data only where no metric of the query has a figure.
 */
export function answerFromResult(
  catalogue: Catalogue, result: Result, { notes, said, showWorking, premise = null }: { notes: readonly string[]; said: readonly string[]; showWorking: boolean; premise?: Premise | null },
): Answer {
  const { query } = result;
  if (result.scorecard !== null) {
    return answerFromScorecard(catalogue, query, result.scorecard, { notes, said, showWorking });
  }
  const judged = result.metrics.flatMap((one) => {
    const metric = catalogue.metrics.get(one.metric);
    return metric === undefined ? [] : [{ metric, result: one, answer: metricAnswer(catalogue, query, metric, one) }];
  });
  const [first] = judged;
  const held = judged.filter(({ result: one }) => hasFigures(one));
  const sentences = judged.map(({ metric, result: one, answer }) =>
    (hasFigures(one) ? headlineFor(catalogue, saidOf(query, one), metric, answer, premise) : noDataSentence(catalogue, query, metric, one)));
  const next = first === undefined ? [] : held.length === 0 ? insteadSteps(query, first.metric, first.result) : nextSteps(catalogue, query, first.metric, first.result, showWorking);
  const letters = lettersIn(catalogue, [...sentences, ...judged.flatMap(({ answer }) => [answer.name, answer.working, ...answer.rows.map(({ label }) => label)]), ...next.map(({ title }) => title)]);
  return {
    outcome: held.length > 0 ? 'answered' : 'no-data',
    query,
    headline: [...sentences, ...said].join(' '),
    scope: scopeLine(catalogue, query, held.length > 0 && held.every(({ result: one }) => isUndated(one))),
    metrics: judged.map(({ answer }, at) => ({ ...answer, caveats: [...notes.filter((note) => !said.includes(note)), ...answer.caveats, ...(at === 0 && held.length > 0 ? glossaryOf(letters) : [])] })),
    definition: null,
    lines: showWorking ? [...judged.flatMap(({ metric, result: one, answer }) => workingLines(catalogue, metric, one, answer)), ...(first === undefined ? [] : quotable(sentences.join(' '), first.result.provenance))] : [],
    options: [],
    reason: held.length > 0 ? null : (first?.result.missing ?? 'not-held'),
    next,
    notice: first === undefined ? null : noticeOf(held.length > 0 ? held.map(({ result: one }) => one) : [first.result]),
    letters,
    scorecard: null,
    showWorking,
  };
}

/** The query as its sentence has it: of where a figure is heading the figure is of what is behind, and not of what is asked about. */
const saidOf = (query: Query, { period }: MetricResult): Query => (query.intent === 'projection' ? { ...query, period } : query);

/** That the data is synthetic; never of a figure that a document prints, which is the document's own. */
function noticeOf(results: readonly MetricResult[]): string | null {
  const notice = results.flatMap(({ provenance }) => provenance.notice ?? [])[0] ?? null;
  return notice !== null && results.every(({ printed }) => printed !== null) ? PRINTED_NOTICE : notice;
}

const PRINTED_NOTICE = 'As the document prints it: not demonstration data';

/** "Left out: Diagnostic imaging (treatment function 812; 4,238 here)" */
function leftOut({ excluded }: MetricResult, because: string): string {
  const rows = excluded.find((one) => one.because === because)?.rows ?? 0;
  return `Left out: ${rows === 0 ? because : withBrackets(because, `${displayCount(rows)} here`)}`;
}

/** What the number means and what it leaves out, one plain sentence each; the numbers themselves stand beside it. */
function workingLines({ elsewhere }: Catalogue, metric: Metric, result: MetricResult, { drivers, projection, process }: MetricAnswer): readonly string[] {
  return [
    `${metric.name}: ${metric.definition}`,
    ...(drivers === null || drivers.parts.length === 0 ? [] : [splitMethod(drivers)]),
    ...(process === null ? [] : [`${process.limitsWords}. ${process.method}`]),
    ...(projection === null || projection.method === '' ? [] : [projection.method]),
    ...(projection?.asked === undefined || projection.asked.working === '' ? [] : [projection.asked.working]),
    ...(projection === null || projection.range === null ? [] : [projection.range.working]),
    ...metric.exclude.map(({ because }) => leftOut(result, because)),
    `Definition version ${metric.version}, owned by ${metric.owner}. Source: ${metric.source}`,
    ...notMatching(elsewhere, metric),
  ];
}
