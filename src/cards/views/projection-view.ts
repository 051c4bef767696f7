import type { Answer, MetricAnswer } from '../../answers/answer';
import type { ProjectionAnswer } from '../../answers/projection-answer';
import { targetAndPath } from '../../answers/target-and-path';
import type { CardDetail } from '../card-detail';
import { plainText } from '../card-text';
import type { ChartAddress } from '../charts/chart-address';
import { chartView, type ChartView } from './chart-view';
import { frame, lines, safe, type Frame, type Line } from './frame';
import { statusView, type StatusView } from './status';
import { rivalsOnly, targetNotes, withoutCourses } from './value-view';

/** What is missing to a target and where a straight line ends: the figure and its target, then one line for each number. */
export interface ProjectionView extends Frame {
  readonly name: string;
  readonly status: StatusView;
  readonly value: string;
  readonly target: string;
  readonly gap: string;
  readonly facts: readonly { readonly caption: string; readonly value: string }[];
  /** How the numbers were worked out. */
  readonly method: string;
  readonly notes: readonly Line[];
  readonly targetNotes: readonly Line[];
  readonly chart: ChartView;
  readonly working: string;
}

export function projectionView(answer: Answer, metric: MetricAnswer, projection: ProjectionAnswer, detail: CardDetail, address: ChartAddress | null): ProjectionView {
  const { soFar, target } = projection;
  const gone = soFar === null ? [] : [{ caption: `So far, ${soFar.gone} of ${soFar.of} ${soFar.step}s`, value: soFar.display }];
  const whole = frame(answer, detail);
  return {
    ...whole,
    verdict: safe(withoutFacts(answer.headline, projection), detail),
    name: safe(metric.name, detail, 160),
    status: verdictView(projection),
    value: metric.suppressed ? 'Hidden' : safe(target === null ? (metric.difference?.size ?? metric.display) : metric.display, detail, 60),
    // Where there is no target there is room for what a difference is.
    target: target === null ? safe(metric.difference?.side ?? '', detail, 60) : safe(`Target ${target.short}`, detail, 160),
    gap: metric.target === null ? '' : safe(metric.target.gapWords, detail, 120),
    ...besideAsked(metric, projection, detail),
    facts: [...gone, ...projection.facts].map(({ caption, value }) => ({ caption: safe(caption, detail, 90), value: safe(value, detail, 120) })),
    method: safe(projection.method, detail, 400),
    notes: lines(metric.basis === '' ? [] : [metric.basis], detail, 1),
    targetNotes: notesOf(metric, projection, detail),
    chart: chartView(metric, answer.headline, detail, address),
    working: safe(metric.working, detail, 300),
  };
}

/** The verdict on what was asked about leads; of the target that stands right below, where nothing else was asked about. */
function verdictView({ asked, status, verdictWords }: ProjectionAnswer): StatusView {
  if (asked !== undefined) {
    return statusView(asked.verdict.startsWith('Yes') ? 'on-target' : asked.verdict.startsWith('Not as') ? 'off-target' : 'none', plainText(asked.verdict));
  }
  return statusView(status, plainText(verdictWords.replace(/^(Not on|On) course for .*$/, '$1 course')));
}

/** Where a figure of one's own was asked about, the large number is held against that, and the target that is set stands above it. */
function besideAsked(metric: MetricAnswer, { asked, target }: ProjectionAnswer, detail: CardDetail): Partial<Pick<ProjectionView, 'target' | 'gap'>> {
  return asked === undefined ? {} : {
    ...(target === null ? {} : { target: safe(`Target set: ${target.short}${metric.target === null ? '' : `, ${metric.target.gapWords}`}`, detail, 160) }),
    gap: safe(`You asked about ${asked.display}${asked.gapWords === '' ? '' : `: ${asked.gapWords}`}`, detail, 120),
  };
}

/** What is lacking, and what the rest must come to, stand in lines of their own below: the sentence says where it stands and where it ends. */
function withoutFacts(headline: string, { sentences, facts }: ProjectionAnswer): string {
  const [first] = sentences;
  return first === undefined || sentences.length < 2 || facts.length < 2 ? headline : headline.replace(`${first} `, '');
}

/** Where the target is from, and what others there are; of one for the year the source alone. */
function notesOf(metric: MetricAnswer, { target }: ProjectionAnswer, detail: CardDetail): readonly Line[] {
  if (metric.target !== null) {
    return lines([...targetNotes(withoutCourses(rivalsOnly(metric.target))), ...targetAndPath(metric.target)], detail, 3);
  }
  return target === null ? [] : lines([`Target from ${target.source}`], detail, 1);
}
