import type { Answer } from '../../src/answers/answer';
import { answerAsJson } from '../../src/cli/answer-json';
import { answerAsText } from '../../src/cli/answer-text';
import { alertAnswer } from '../../src/watches/alert-answer';
import { watchOf } from '../watches/watching';
import { CATALOGUE } from '../language/trust-language';
import { cards, openDayTrust, type DayTrust } from './day-trust';
import { DAY, extractAt, OPERATIONS, type Operation } from './small-day';

const PLAIN = OPERATIONS.map((one): Operation => ({ ...one, cancelled: '', reason: '', noBed: false }));
const cancelling = (cancelled: Readonly<Record<string, Pick<Operation, 'reason' | 'noBed'>>>): readonly Operation[] =>
  PLAIN.map((one) => (one.id in cancelled ? { ...one, ...cancelled[one.id], in: '', out: '', cancelled: '06:45' } : one));

/**
 * Days on which as many were cancelled, and that differ in who: by reason, for want of a bed, by specialty, site and theatre.
 * None of these operations would have begun by 09:42, and what is left of each list ends in time.
 */
const DAYS = [
  cancelling({ B2: { reason: 'PT', noBed: false } }), cancelling({ C3: { reason: 'HNC', noBed: true } }), cancelling({ D2: { reason: 'HC', noBed: false } }), cancelling({ A3: { reason: '', noBed: false } }),
];

/** Everything that leaves: the card, the JSON and the text of an answer, and its card as an alert's. The snapshot's name and hour are those of its file. */
function leaving(answer: Answer): string {
  const [metric] = answer.metrics;
  const alert = metric === undefined ? null : alertAnswer(answer, {
    watch: watchOf(), crossing: { snapshot: 's', slot: DAY, mark: 'above', words: '1 of 10' }, now: { kind: 'unknown', why: 'a reason' }, metric: CATALOGUE.metrics.get(metric.metric) ?? fail(metric.metric), found: 0, told: 0, whyLate: '',
  });
  const all = JSON.stringify([cards.render(answer), answerAsJson('q', answer), answerAsText('q', answer), alert === null ? null : cards.render(alert)]);
  return metric === undefined ? all : all.replaceAll(metric.data.snapshot, 'snapshot').replaceAll(metric.data.loadedAt, 'hour');
}
const fail = (what: string): never => { throw new Error(what); };

const TEXTS = [
  'today', 'cancellations today by reason', 'cancellations today by specialty', 'cancellations today by site', 'cancellations today by theatre',
  'cancellations today for ENT', 'cancellations today for General Surgery', 'cancellations today at LRI', 'cancellations today for the hospital’s clinical reasons',
];
const noBed = false;
/** Of general surgery nobody is left, or nobody was cancelled; as many were cancelled elsewhere. */
const EMPTIED = [cancelling({ D1: { reason: 'HC', noBed }, D2: { reason: 'HC', noBed } }), cancelling({ A3: { reason: 'PT', noBed }, C3: { reason: 'PT', noBed } })];

let trust: DayTrust;
/** By who asks, what and when: what left, of each of the days. */
const left = new Map<string, string[]>();
async function askOf(days: readonly (readonly Operation[])[], clock: string, who: 'lead' | 'manager', texts: readonly string[]): Promise<void> {
  for (const operations of days) {
    trust.read(extractAt(clock, operations));
    for (const text of texts) {
      const key = `${who} ${clock} ${text}`;
      left.set(key, [...(left.get(key) ?? []), leaving(await trust.ask(text, clock, DAY, who))]);
    }
  }
}
beforeAll(async () => {
  trust = await openDayTrust();
  await askOf(DAYS, '09:42', 'manager', TEXTS);
  await askOf(EMPTIED, '09:50', 'manager', ['cancellations today for General Surgery']);
  await askOf(DAYS.slice(1), '09:55', 'lead', ['today']);
}, 60_000);
afterAll(() => trust.close());

test.each(TEXTS)('%s is the same for whoever may not see small numbers, whichever of the day’s operations was cancelled and why', (text) => {
  const shown = left.get(`manager 09:42 ${text}`) ?? [];
  expect(shown).toHaveLength(DAYS.length);
  expect([...new Set(shown)]).toHaveLength(1);
  expect(shown[0]).toContain('As of 09:42');
});

test('a list of which every operation was cancelled does not give away the part that it is of', () => {
  const [gone, others] = left.get('manager 09:50 cancellations today for General Surgery') ?? [];
  expect(gone).toContain('Withheld for General Surgery');
  expect(gone).toBe(others);
});

test('whoever runs the day sees which it was', () => {
  const shown = left.get('lead 09:55 today') ?? [];
  expect([...new Set(shown)]).toHaveLength(3);
  expect(shown[0]).toContain('for want of a bed');
  expect(shown[0]).toContain('Lists at risk');
});

test('what is left out is said in a sentence, and the trust’s own numbers stand', async () => {
  const answer = await trust.ask('cancellations today by specialty', '09:55', DAY, 'manager');
  // By hand: one of ten is cancelled; the list of the second theatre began half an hour late, and is counted without its name.
  expect(answer.headline).toMatch(/^1 of 10 cancelled so far/);
  expect(answer.onTheDay?.listsWords).toBe('4 lists: 3 running, 0 finished, 1 to start; at risk: 1 started late');
  expect(answer.metrics[0]?.caveats.join(' ')).toContain('by reason or by part, and list by list, they are, so that nobody can be recognised');
  // Nothing is offered that would show nothing.
  expect(answer.next.map(({ title }) => title).filter((title) => title.startsWith('By '))).toEqual([]);
});
