import path from 'node:path';
import { eventLines } from '../../src/answers/events';
import { daysLabel } from '../../src/calendar/period-label';
import { hiddenTogether } from '../../src/answers/withheld';
import { withYear } from '../../src/answers/year-instead';
import { monthPeriod, rollingPeriod, yearToDatePeriod } from '../../src/calendar/period';
import { targetSchema } from '../../src/catalogue/target';
import type { Figure, Group } from '../../src/engine/result';
import { createCards } from '../../src/cards/create-cards';
import { texts } from '../cards/walk';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';
import { judged, quotient, resultFor, sum } from './measured-result';

const cards = createCards({ templatesFolder: path.join(__dirname, '../../cards'), chartAddress: null });

const HIDDEN: Figure = { numerator: null, denominator: null, value: null, hidden: true };
const group = (key: string, figure: Figure): Group => ({ keys: [key], figure });
const bySite = { intent: 'breakdown', by: 'site' };

test('what stands beside a hidden figure is not said to be not held, where it is', () => {
  const { metric } = judged(resultFor('dna-rate', HIDDEN, { comparisons: [{ with: 'previous', label: 'April 2024', figure: quotient(30, 400), complete: true }] }), { intent: 'value' });
  expect(metric.comparisons[0]).toMatchObject({ display: '7.5%', changeWords: 'not compared' });
});

describe('what is hidden is not taken for a handful', () => {
  // ENT's four sites: two are shown with 29 of 366 and 25 of 351, of 234 missed of 2,921 in all.
  const ent = resultFor('dna-rate', quotient(234, 2_921), { groups: [group('a', quotient(29, 366)), group('b', quotient(25, 351)), group('c', HIDDEN), group('d', HIDDEN)] });
  const metric = SMALL_CATALOGUE.metrics.get('dna-rate');

  test('what the hidden parts come to together is told: 180 of 2,204', () => {
    expect(judged(ent, bySite).metric.hiddenTogether).toBe('180 of 2,204 (8.2%)');
  });

  test('and never of one part alone, which is what is hidden', () => {
    expect(metric && hiddenTogether(metric, { figure: ent.figure, groups: ent.groups.slice(0, 3) })).toBeNull();
  });

  test('and never where that is itself a small number, or the parts do not add up', () => {
    expect(metric && hiddenTogether(metric, { figure: quotient(61, 2_921), groups: ent.groups })).toBeNull();
    expect(metric && hiddenTogether(metric, { figure: quotient(40, 2_921), groups: ent.groups })).toBeNull();
    expect(metric && hiddenTogether(metric, { figure: quotient(234, 2_921), groups: ent.groups.filter(({ figure }) => figure.hidden) })).toBeNull();
  });

  test('where every part is hidden one sentence says so, and leads to what can be shown', () => {
    const { answer } = judged(resultFor('last-minute-cancellations', sum(181), { groups: [group('110', HIDDEN), group('120', HIDDEN)] }), { intent: 'breakdown', by: 'specialty' });
    expect(answer.headline).toBe('Last-minute cancellations in May 2024: every specialty is hidden, because 1 to 7 people could be recognised, or worked out from the rest. Trust overall 181. Over 12 months more may be shown.');
    const [, over] = answer.next;
    expect(over).toMatchObject({ title: 'Over 12 months', step: { query: { intent: 'breakdown', by: 'specialty', period: { from: '2023-06-01', to: '2024-05-31' } } } });
  });

  test('a hidden figure is said to be hidden once, and leads to the whole with the same question', () => {
    const before = { with: 'last-year' as const, label: 'May 2023', figure: HIDDEN, complete: true, over: { from: '2023-05-01', to: '2023-05-31' } };
    const { answer } = judged(resultFor('last-minute-cancellations', HIDDEN, { comparisons: [before] }), { intent: 'comparison', versus: 'last-year', filters: { specialty: ['120'] } });
    expect(answer.headline).toBe('Last-minute cancellations for ENT is hidden in May 2024, and so is May 2023, because 1 to 7 people could be recognised, or worked out from the rest. Over 12 months or for the whole trust it may be shown.');
    expect(answer.next.map(({ title }) => title)).toEqual(['Trust as a whole', 'Over 12 months', 'What is this?', 'Show working']);
    expect(answer.next[0]?.step).toMatchObject({ query: { intent: 'comparison', versus: 'last-year', filters: {} } });
  });

  test('parts chosen by their figure do not leave out that hidden ones may be among them, and no star is explained that stands nowhere', () => {
    const { answer, metric: told } = judged(resultFor('dna-rate', quotient(90, 1_000), { groups: [group('110', quotient(50, 500)), group('120', HIDDEN), group('130', HIDDEN)] }), { intent: 'breakdown', by: 'specialty', having: { op: 'above', value: 0.09 } });
    expect(answer.headline).toBe('1 specialty is above 9%: DNA rate in May 2024, Trauma & Orthopaedics 10.0%. Trust overall 9.0%. 2 of 3 specialties are hidden so that nobody can be recognised, and some of those may be too.');
    expect(told.caveats[0]).toBe('Hidden so that nobody can be recognised: counts of 1 to 7 people, and large ones or noughts too where a small one would follow by subtraction.');
  });

  test('of three things at once it is said that two are shown, and not that a longer time would help', () => {
    const narrowed = { intent: 'value', filters: { specialty: ['120'], 'appointment-type': ['follow-up'], site: ['LGH'] } };
    const { answer, metric: told } = judged(resultFor('dna-rate', HIDDEN), narrowed);
    expect(answer.headline).toContain('By two of these at once or for the whole trust it may be shown.');
    expect(told.caveats).toContain('People are shown by two things at once at most, a specialty and a site for example: ask by two of these.');
    const by = judged(resultFor('dna-rate', HIDDEN, { groups: [group('LGH', HIDDEN)] }), { intent: 'breakdown', by: 'site', filters: { specialty: ['120'], 'appointment-type': ['follow-up'] } });
    expect(by.answer.headline).not.toContain('12 months');
  });

  test('a ranking says how many of how many are hidden, also where a few are asked for and a star stands nowhere', () => {
    const groups = [group('110', quotient(50, 500)), group('120', quotient(20, 400)), group('130', HIDDEN), group('140', HIDDEN)];
    const { answer, metric: told } = judged(resultFor('dna-rate', quotient(90, 1_000), { groups }), { intent: 'ranking', by: 'specialty', order: 'worst', limit: 1 });
    expect(answer.headline).toBe('Worst for DNA rate in May 2024: Trauma & Orthopaedics 10.0%. Trust overall 9.0%. 2 of 4 specialties are hidden so that nobody can be recognised, and may belong among these.');
    expect(told.caveats[0]).toMatch(/^Hidden so that nobody can be recognised: /);
    expect(told.caveats[1]).toBe('If you ask over 12 months, more may be shown.');
    // A list on one day has no more people in it over twelve months.
    expect(judged(resultFor('year-waits', sum(90), { groups: [group('110', sum(50)), group('120', HIDDEN), group('130', HIDDEN)], asAt: '2024-05-31' }), { intent: 'ranking', by: 'specialty', order: 'highest', limit: 1 }).metric.caveats.join(' ')).not.toContain('over 12 months');
  });

  test('over 12 months nothing longer is offered, and of the whole trust no larger whole', () => {
    const { answer } = judged(resultFor('dna-rate', HIDDEN, { period: rollingPeriod('2024-05-31', 12) }), { intent: 'value' });
    expect(answer.headline).toMatch(/ is hidden .*, because 1 to 7 people could be recognised, or worked out from the rest; the target is below 5%\.$/);
  });

  test('a few of parts that are all hidden are hidden, and not parts of which nothing is held', () => {
    const { answer } = judged(resultFor('dna-rate', quotient(90, 1_000), { groups: [group('110', HIDDEN), group('120', HIDDEN)] }), { intent: 'ranking', by: 'specialty', order: 'worst', limit: 5 });
    expect(answer.headline).toBe('DNA rate in May 2024: every specialty is hidden, because 1 to 7 people could be recognised, or worked out from the rest. Trust overall 9.0%. Over 12 months more may be shown.');
  });

  test('where most parts have no figure, those are not said to be hidden', () => {
    const none = { numerator: null, denominator: null, value: null, hidden: false };
    const { answer } = judged(resultFor('dna-rate', quotient(90, 1_000), { groups: [group('110', HIDDEN), group('120', none), group('130', none)] }), { intent: 'breakdown', by: 'specialty' });
    expect(answer.headline).toBe('DNA rate in May 2024: 1 of 3 specialties is hidden, because 1 to 7 people could be recognised, or worked out from the rest; the other 2 have no figure. Trust overall 9.0%. Over 12 months more may be shown.');
    // What is in no specialty is none, whether it has a figure or not.
    const unknown = judged(resultFor('dna-rate', quotient(90, 1_000), { groups: [group('110', HIDDEN), group('not-known', quotient(8, 90))] }), { intent: 'breakdown', by: 'specialty' });
    expect(unknown.answer.headline).toMatch(/: every specialty is hidden, because /);
  });

  test('where parts have no plan, those are not said to be hidden', () => {
    const unplanned = (done: number): Group => ({ ...group('b', { numerator: done, denominator: null, value: null, hidden: false }), missing: 'plan-not-given' });
    const planned = { numerator: 300, denominator: 250, value: 50, hidden: false };
    const { answer } = judged(resultFor('activity-against-plan', planned, { groups: [group('a', HIDDEN), unplanned(12), unplanned(150)] }), { intent: 'breakdown', by: 'pod' });
    expect(answer.headline).toMatch(/: 1 of 3 points of delivery is hidden, because 1 to 7 people could be recognised, or worked out from the rest; the other 2 have no plan to be held against\./);
  });

  test('of parts beside their plan of which one is hidden nothing is said of all', () => {
    const planned = (done: number, plan: number): Figure => ({ numerator: done, denominator: plan, value: done - plan, hidden: false });
    const { answer } = judged(resultFor('activity-against-plan', planned(300, 250), { groups: [group('a', planned(120, 100)), group('b', planned(150, 130)), group('c', HIDDEN)] }), { intent: 'breakdown', by: 'pod' });
    expect(answer.headline).toMatch(/ Both points of delivery that can be shown are above plan, .+\. 1 of 3 points of delivery is hidden so that nobody can be recognised\.$/);
  });
});

describe('a part that rests on few', () => {
  // One late start more is seven points of 15 lists, five of 20.
  const groups = [group('a', quotient(9, 15)), group('b', quotient(10, 20)), group('c', quotient(16, 39))];
  const asked = { intent: 'ranking', by: 'site', order: 'worst', limit: 5 };

  test('is not ranked: it is named apart with its numbers and the reason, and leads nothing', () => {
    const { answer, metric } = judged(resultFor('dna-rate', quotient(192, 530), { groups }), asked);
    expect(answer.headline).toMatch(/^Worst for DNA rate in May 2024: b 50\.0% and c 41\.0%\. /);
    expect(metric.rows.map(({ label }) => label)).toEqual(['b', 'c']);
    const shown = texts(cards.render(answer));
    expect(shown.filter((text) => text.includes('Not ranked'))).toEqual(['Not ranked, fewer than 20 appointments kept or missed: a 9 of 15']);
    expect(metric.caveats).toContain('Not ranked, fewer than 20 appointments kept or missed: a 9 of 15.');
  });

  test('stands last under its reason where all parts are shown, by name and without a bar', () => {
    const { answer, metric } = judged(resultFor('dna-rate', quotient(192, 530), { groups: [group('z', quotient(9, 15)), ...groups.slice(1), group('d', quotient(1, 3))] }), { ...asked, limit: null });
    expect(metric.rows.map(({ label, few }) => [label, few])).toEqual([['b', undefined], ['c', undefined], ['d', true], ['z', true]]);
    const shown = texts(cards.render(answer));
    expect(shown.slice(shown.indexOf('Not ranked, fewer than 20 appointments kept or missed'))).toEqual(expect.arrayContaining(['d', '1 of 3', 'z', '9 of 15']));
    expect(shown.indexOf('c')).toBeLessThan(shown.indexOf('Not ranked, fewer than 20 appointments kept or missed'));
  });

  test('where no part rests on more, none is called the worst', () => {
    const { answer } = judged(resultFor('dna-rate', quotient(14, 30), { groups: [group('a', quotient(9, 15)), group('d', quotient(5, 15))] }), asked);
    expect(answer.headline).toMatch(/^Too few to rank by: DNA rate in May 2024, a 60\.0% \(of 15 only\) and d 33\.3% \(of 15 only\)\. /);
  });

  test('and nothing is said where none does', () => {
    const { metric } = judged(resultFor('dna-rate', quotient(192, 530), { groups: groups.slice(1) }), asked);
    expect(metric.caveats.join(' ')).not.toContain('Not ranked');
    expect(metric.unranked).toBeUndefined();
  });
});

describe('a comparison leads', () => {
  const before = (figure: Figure) => ({ with: 'period' as const, label: 'June 2023', figure, complete: true, over: { from: '2023-06-01', to: '2023-06-30' } });
  const against = (now: Figure, then: Figure): string => judged(resultFor('acpl', now, { comparisons: [before(then)] }), { intent: 'comparison', versus: { period: monthPeriod(2023, 6) } }).answer.headline;

  test('of two figures that hardly differ, with no difference that contradicts them', () => {
    // 1,888 over 1,220 is 1.5475 and 1,841 over 1,200 is 1.5342: 0.0133 apart, and 0.02 as they are printed.
    expect(against(quotient(1_888, 1_220), quotient(1_841, 1_200))).toMatch(/^Up: 1\.55 against 1\.53 in June 2023\. /);
  });

  test('of two that differ, by how much where that comes out of them as they are printed', () => {
    expect(against(quotient(1_800, 1_200), quotient(1_680, 1_200))).toMatch(/^Up 0\.10: 1\.50 against 1\.40 in June 2023\. /);
    // 1.506 and 1.394 print as 1.51 and 1.39 and are 0.112 apart.
    expect(against(quotient(1_506, 1_000), quotient(1_394, 1_000))).toMatch(/^Up: 1\.51 against 1\.39 in June 2023\. /);
  });
});

describe('a question that takes for granted what is not so', () => {
  const why = (from: number, to: number, premise: 'up' | 'down' | 'worse' | 'better') => {
    const result = resultFor('dna-rate', quotient(to, 10_000), { drivers: { with: 'previous', by: [], period: monthPeriod(2024, 4), from: quotient(from, 10_000), asAt: null, complete: true, parts: [], unsplit: null } });
    return judged(result, { intent: 'explanation' }, SMALL_CATALOGUE, premise).answer.headline;
  };

  test.each([
    [600, 500, 'up', /^It has not gone up: DNA rate fell from 6\.0% /], [600, 500, 'down', /^DNA rate fell from 6\.0% /],
    [500, 600, 'better', /^It has not got better: DNA rate rose /], [500, 600, 'worse', /^DNA rate rose /], [500, 500, 'up', /^It has not gone up: DNA rate was unchanged /],
  ] as const)('from %d to %d of 10,000, asked why it is %s', (from, to, premise, said) => expect(why(from, to, premise)).toMatch(said));
});

test('where a plan is given for the year to date alone the answer is the year to date, with a row for each part, the side in words, and one line that says why', () => {
  const plan = (actual: number, planned: number): Figure => ({ numerator: actual, denominator: planned, value: actual - planned, hidden: false });
  const query = { intent: 'breakdown', by: 'pod' };
  const year = judged(resultFor('income-against-plan', plan(202_024_923, 189_868_520), { period: yearToDatePeriod('2024-06-30'), groups: [group('a', plan(4_762_402, 4_422_000)), group('b', plan(35_881_457, 33_300_000))] }), query).answer;
  const month = judged(resultFor('income-against-plan', { numerator: 64_860_879, denominator: null, value: null, hidden: false }, { period: monthPeriod(2024, 6), missing: 'plan-not-given' }), query).answer;
  const answer = withYear(SMALL_CATALOGUE, month, year);
  expect(answer.outcome).toBe('answered');
  expect(answer.headline).toMatch(/^£12\.2m \(6\.4%\) above plan: income from April 2024 to June 2024 \(year to date; to 31 May 2024 only\)\. Both points of delivery are above plan, from a £0\.3m above to b £2\.6m above\. No plan is given for June 2024 alone, so this is the year to date; pounds in June 2024 £64\.9m\.$/);
  expect(answer.metrics[0]?.rows.map(({ planned }) => planned)).toEqual([{ short: '£2.6m above', words: '£35.9m, plan £33.3m (7.8% above)' }, { short: '£0.3m above', words: '£4.8m, plan £4.4m (7.7% above)' }]);
  expect(answer.metrics[0]?.total).toEqual({ label: 'Trust overall', display: '£12.2m above' });
});

test('parts against their plan begin with those short of it, the furthest first, then those furthest above it', () => {
  const plan = (actual: number, planned: number): Figure => ({ numerator: actual, denominator: planned, value: actual - planned, hidden: false });
  const groups = [group('a', plan(90, 100)), group('b', plan(700, 400)), group('c', plan(0, 0)), group('d', plan(60, 100)), group('e', plan(120, 100)), group('f', plan(50, 50))];
  const { metric } = judged(resultFor('activity-against-plan', plan(1_020, 750), { groups }), { intent: 'breakdown', by: 'pod' });
  expect(metric.rows.map(({ key, planned }) => [key, planned?.short])).toEqual([['d', '40 below'], ['a', '10 below'], ['b', '300 above'], ['e', '20 above'], ['c', 'none planned'], ['f', 'on plan']]);
});

test('a target that has to be met by a later day is not missed before it', () => {
  const targets = [targetSchema.parse({ metric: 'eighteen-week-rate', value: 0.95, comparator: 'at-least', due: '2025-03-31', source: 'Strategy', from: '2024-04-01' })];
  const at = (period: ReturnType<typeof monthPeriod>) => judged(resultFor('eighteen-week-rate', quotient(86, 100), { period }), { intent: 'value' }, { ...SMALL_CATALOGUE, targets }).metric;
  expect(at(monthPeriod(2024, 5))).toMatchObject({ statusWords: 'Not there yet', target: { words: 'at least 95%, by March 2025', met: false } });
  expect(at(monthPeriod(2025, 3)).statusWords).toBe('Off target');
});

test('a course says nothing of twelve months that end with a point on it', () => {
  const targets = [
    targetSchema.parse({ metric: 'dna-rate', value: 0.05, comparator: 'below', source: 'Table', from: '2020-01-01', first: true }),
    targetSchema.parse({ metric: 'dna-rate', value: 0.05, comparator: 'at-most', source: 'Appendix', from: '2024-04-01', trajectory: { from: 0.08, by: '2025-03-31' } }),
  ];
  const others = (period: ReturnType<typeof monthPeriod>) => judged(resultFor('dna-rate', quotient(8, 100), { period }), { intent: 'value' }, { ...SMALL_CATALOGUE, targets }).metric.target?.others.length;
  expect([others(monthPeriod(2024, 5)), others(rollingPeriod('2024-05-31', 12))]).toEqual([1, 0]);
});

test('several stretches of one event are one line', () => {
  const strike = (from: string, to: string) => ({ name: 'Industrial action', from, to, words: `Industrial action, ${daysLabel(from, to)}` });
  const january = strike('2024-01-03', '2024-01-09');
  const june = strike('2024-06-27', '2024-07-02');
  expect(eventLines([january, june, { name: 'New system', from: '2024-11-04', to: null, words: 'New system, from 4 November 2024' }]))
    .toEqual(['At the time: industrial action, 3 January to 9 January 2024 and 27 June to 2 July 2024', 'At the time: new system, from 4 November 2024']);
  // Four and more would be a paragraph: how many, and from when to when.
  expect(eventLines([strike('2023-12-20', '2023-12-23'), january, strike('2024-02-24', '2024-02-28'), june])).toEqual(['At the time: industrial action, 4 times, 20 December 2023 to 2 July 2024']);
});

test('what is published stands beside what is published of the nation and of peers, and is called no demonstration where a document prints it', () => {
  const figure = (value: number): Figure => ({ numerator: null, denominator: null, value, hidden: false });
  const printed = { document: 'Board paper', place: 'Figure 1', period: null, publishedOn: '2024-07-11' };
  const { provenance } = resultFor('implied-growth', figure(0));
  const { answer } = judged(resultFor('implied-growth', figure(-0.1584), {
    printed, provenance: { ...provenance, notice: 'Demonstration data' },
    comparisons: [{ with: 'national', label: 'national', figure: figure(-0.1436), complete: true }, { with: 'peers', label: 'Peers', figure: figure(-0.1616), complete: true }],
  }), { intent: 'value' }, published());
  expect(answer.headline).toMatch(/ That is lower than nationally \(−14\.36%\) and higher than its peers \(−16\.16%\)\.$/);
  expect(answer.notice).toBe('As the document prints it: not demonstration data');
});

/** The small catalogue with a figure that somebody else works out. */
function published(): typeof SMALL_CATALOGUE {
  const dna = SMALL_CATALOGUE.metrics.get('dna-rate');
  return dna === undefined ? SMALL_CATALOGUE : { ...SMALL_CATALOGUE, metrics: new Map([['implied-growth', { ...dna, id: 'implied-growth', name: 'Implied growth', kind: 'published' as const, decimals: 2, better: 'higher' as const, denominator: null, dimensions: [] }]]) };
}
