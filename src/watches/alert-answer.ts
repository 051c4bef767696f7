import type { Answer, MetricAnswer } from '../answers/answer';
import type { NextStep } from '../answers/next-step';
import { PLAIN } from '../answers/from-reading';
import { inSentence } from '../answers/names';
import { londonTime } from '../calendar/instant';
import type { Query } from '../engine/query';
import type { Metric } from '../catalogue/metric';
import { UNTIL_BACK } from '../digests/why-suspended';
import { keepsWords } from './earlier-words';
import type { Finding } from './finding';
import { NOT_MEASURED } from './measured';
import { ownTopicOf, type Crossing, type Watch } from './watch';
import { recoveryWords } from './watch-words';

interface Alerted {
  readonly watch: Watch;
  readonly crossing: Crossing;
  /** What the figure is now, which is not always what it was. */
  readonly now: Finding;
  readonly metric: Metric;
  /** When it was found, when it is told, and why not sooner, in words; empty where nothing says so. */
  readonly found: number;
  readonly told: number;
  readonly whyLate: string;
}

/** Later than a night of quiet holds it back; milliseconds. */
const LATE_AFTER = 12 * 60 * 60_000;

/**
 * The figure's answer as an alert: above all that it went over its line and at what, then its card as it is now. It stays what
 * was said when it was said: it does not bring itself up to date.
 */
export function alertAnswer({ refreshedAt: _, ...answer }: Answer, alerted: Alerted): Answer {
  const footer = footerOf(alerted.watch, alerted.metric);
  const alert = `${headlineOf(alerted)}${lateWords(alerted)}`;
  const noted = <T extends Pick<MetricAnswer, 'caveats'>>(one: T, at: number): T => (at === 0 ? { ...one, caveats: [footer, ...one.caveats] } : one);
  return {
    ...answer,
    outcome: 'answered', query: null, reason: null,
    ...(answer.metrics.length === 0 ? { headline: alert } : { alert }),
    metrics: answer.metrics.map(noted),
    lines: answer.metrics.length === 0 ? [...(answer.outcome === 'answered' ? [] : [answer.headline]), footer] : [],
    next: steps(answer.query, alerted.watch),
  };
}

/** What it was is told in the words of then only where those can have become hidden for nobody. */
function headlineOf({ watch, crossing, now, metric }: Alerted): string {
  const subject = watch.name.replace(/, a real change$/, '');
  const isSpecial = watch.condition.kind === 'special-cause';
  const isKept = keepsWords(watch, metric);
  if (now.kind === 'crossed' && now.mark === crossing.mark) {
    const since = isSpecial || !isKept || now.read.words === crossing.words ? '' : ` First at ${crossing.words}.`;
    return isSpecial ? `A real change of ${inSentence(subject)}, ${now.read.words}.` : `${subject}: ${now.read.words}.${since}`;
  }
  if (now.kind === 'unknown') {
    const then = isKept ? `${isSpecial ? ', ' : ': '}${crossing.words}` : '';
    return `${isSpecial ? `A real change of ${inSentence(subject)}` : subject}${then}. How it stands now is not known: ${inSentence(now.why)}.`;
  }
  const then = isKept ? `: ${crossing.words}` : '';
  return isSpecial ? `A real change of ${inSentence(subject)} that has settled again${then}.` : `${subject} for a while, and not any more${then}. Now ${now.read.words}.`;
}

/** Of one that could not be told for long, when it was found; empty for any other. */
const lateWords = ({ found, told, whyLate }: Alerted): string =>
  (told - found < LATE_AFTER ? '' : ` This was found on ${londonTime(found)} and could not be told until now${whyLate === '' ? '' : `: ${whyLate}`}.`);

function footerOf({ name, setUpBy, condition }: Watch, metric: Metric): string {
  const by = setUpBy.name === null ? '' : `Alert set up by ${setUpBy.name}. `;
  return `${by}Not told again until ${recoveryWords(condition, metric)}. To end it, say: stop the "${name}" alert.`;
}

/** The words of a button, which whoever presses it could have typed. */
export const muteWords = (name: string): string => `mute the "${name}" alert for a day`;
export const stopWords = (name: string): string => `stop the "${name}" alert`;
/** That very alert, whatever others are called. */
export const resumeStep = (watch: Pick<Watch, 'id'>): NextStep => ({ title: 'Resume it', step: { kind: 'resume', topic: ownTopicOf(watch) } });

function steps(query: Query | null, { name }: Watch): readonly NextStep[] {
  return [
    ...(query === null ? [] : [{ title: 'Show the figure', step: { kind: 'query' as const, query } }]),
    { title: 'Mute for a day', step: { kind: 'ask', text: muteWords(name) } },
    { title: 'Stop this alert', step: { kind: 'ask', text: stopWords(name) } },
  ];
}

/** What whoever set an alert up is told of its being suspended. */
export function suspendedAnswer(watch: Watch): Answer {
  const isGone = watch.why === NOT_MEASURED;
  return {
    ...PLAIN, outcome: 'done', headline: `The alert “${watch.name}” is suspended, because ${watch.why}.`,
    lines: [isGone ? 'It goes on by itself when that is among them again.' : UNTIL_BACK],
    next: [isGone ? { title: 'Stop this alert', step: { kind: 'ask', text: stopWords(watch.name) } } : resumeStep(watch)],
  };
}

/** What whoever set an alert up is told of one that did not, or may not have, arrived. */
export function tellingWords({ name, to }: Watch, state: 'failed' | 'ambiguous', reason: string): string {
  const where = to.kind === 'channel' ? 'in its channel' : to.kind === 'group' ? 'in its group' : 'here';
  return state === 'ambiguous'
    ? `Alert: ${inSentence(name)}. Whether it arrived ${where} is not known. Look, and say which: it is not posted again by itself.`
    : `Alert: ${inSentence(name)}. It was not posted ${where}: ${reason}.`;
}
