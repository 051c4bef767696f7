import path from 'node:path';
import { answerFromResult } from '../../src/answers/from-result';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { metricSchema } from '../../src/catalogue/metric';
import { scorecardSchema } from '../../src/catalogue/scorecard';
import { targetSchema } from '../../src/catalogue/target';
import { monthPeriod, rollingPeriod, yearToDatePeriod } from '../../src/calendar/period';
import { querySchema } from '../../src/engine/query';
import type { Figure, ScorecardCell, ScorecardLine, ScorecardResult } from '../../src/engine/result';
import { answerAsJson } from '../../src/cli/answer-json';
import { createCards } from '../../src/cards/create-cards';
import { answerAsText } from '../../src/cli/answer-text';
import { shownOf, texts } from '../cards/walk';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';

const may = monthPeriod(2024, 5);
const year = yearToDatePeriod('2024-05-31');

const PLAN = metricSchema.parse({
  id: 'activity-against-plan', name: 'Activity against plan', group: 'Money', synonyms: [], definition: 'What it is.', kind: 'difference', unit: 'count', decimals: 0, better: 'higher',
  counting: 'money', numerator: { counts: 'units of activity', table: 'contract_activity', sum: 'activity' }, denominator: { counts: 'units planned', table: 'activity_plan', sum: 'planned_activity' },
  dimensions: ['site'], 'fresh-for-days': 40, owner: 'Informatics', source: 'Board paper', version: '1',
});

const target = (given: object) => targetSchema.parse({ source: 'Table 2', from: '2024-04-01', ...given });

const CATALOGUE: Catalogue = {
  ...SMALL_CATALOGUE,
  metrics: new Map([...SMALL_CATALOGUE.metrics, [PLAN.id, PLAN]]),
  targets: [
    target({ metric: 'acpl', comparator: 'at-least', value: 1.89, source: 'Table 1' }),
    target({ metric: 'dna-rate', comparator: 'below', value: 0.05 }),
    target({ metric: 'on-the-day-cancellations', comparator: 'below', value: 0.05 }),
    target({ metric: 'on-the-day-cancellations', comparator: 'at-most', value: 0.1, source: 'Text' }),
  ],
  scorecards: new Map([
    scorecardSchema.parse({
      id: 'lag-measures', name: 'Lag measures', owner: 'COO', source: 'Table 2', order: 'worst-first',
      sections: [{
        columns: [{ id: 'period', label: 'Period' }, { id: 'ytd', label: 'Year to date', period: 'ytd' }],
        lines: [{ metric: 'dna-rate' }, { metric: 'on-the-day-cancellations' }, { metric: 'acpl' }, { metric: 'cases-per-hour' }, { metric: 'activity-against-plan', part: 'numerator', label: 'Day cases against plan' }],
      }],
    }),
    scorecardSchema.parse({
      id: 'variable-activity', name: 'Variable activity', owner: 'Income', source: 'Table 4', period: 'ytd',
      sections: [{ by: 'site', columns: [
        { id: 'variance', label: 'Variance (activity)', metric: 'activity-against-plan' }, { id: 'plan', label: 'Plan (activity)', metric: 'activity-against-plan', part: 'denominator' },
      ] }],
    }),
    scorecardSchema.parse({
      id: 'dna-by-site', name: 'DNA rate by site', owner: 'COO', source: 'Table 3',
      sections: [{ by: 'site', columns: [
        { id: 'current', label: 'Month', metric: 'dna-rate', period: 'month' }, { id: 'rolling-6', label: 'Rolling 6 months', metric: 'dna-rate', period: 'rolling-6' }, { id: 'rolling-12', label: 'Rolling 12 months', metric: 'dna-rate', period: 'rolling-12' },
      ] }],
    }),
  ].map((card) => [card.id, card])),
};

const cards = createCards({ templatesFolder: path.join(__dirname, '../../cards'), chartAddress: null });

const ratio = (numerator: number, denominator: number): Figure => ({ numerator, denominator, value: numerator / denominator, hidden: false });
const against = (numerator: number, denominator: number | null): Figure => ({ numerator, denominator, value: denominator === null ? null : numerator - denominator, hidden: false });
const NONE: Figure = { numerator: null, denominator: null, value: null, hidden: false };

const cell = (metric: string, figure: Figure, more: Partial<ScorecardCell> = {}): ScorecardCell => ({ column: 'period', metric, part: 'value', period: may, figure, missing: figure.value === null ? 'no-activity' : null, ...more });

function line(metric: string, month: Figure, toDate: Figure, more: Partial<ScorecardLine> = {}, part: ScorecardCell['part'] = 'value'): ScorecardLine {
  const missing = (figure: Figure) => (figure.value !== null ? null : part === 'numerator' ? 'plan-not-given' : 'not-printed');
  return {
    key: metric, kind: 'line', label: null, filters: {}, trend: [], computedTargets: {}, specialties: [],
    cells: [cell(metric, month, { part, missing: missing(month) }), cell(metric, toDate, { column: 'ytd', period: year, part, missing: missing(toDate) })], ...more,
  };
}

const provenance: ScorecardResult['provenance'] = {
  snapshot: 's1', loadedAt: '2024-07-11T05:00:00Z', extracts: ['theatre-cases'], through: '2024-07-10', since: '2019-04-01', complete: true, provisional: false, maturesOn: null, stale: false, notice: null,
};

const LAG: ScorecardResult = {
  scorecard: 'lag-measures', period: may, provenance, sections: [{ title: '', by: null, lines: [
    line('dna-rate', ratio(65, 1000), ratio(49, 1000)),
    line('on-the-day-cancellations', ratio(99, 1000), ratio(998, 10_000)),
    line('acpl', ratio(190, 100), ratio(157, 100)),
    line('cases-per-hour', NONE, NONE),
    line('activity-against-plan', against(10_500, null), against(20_739, 19_651), { label: 'Day cases against plan' }, 'numerator'),
  ] }],
};

const ask = (scorecard: ScorecardResult, more: object = {}) => {
  const query = querySchema.parse({ intent: 'scorecard', metrics: [], scorecard: scorecard.scorecard, period: scorecard.period, ...more });
  return answerFromResult(CATALOGUE, { query, metrics: [], scorecard }, { notes: [], said: [], showWorking: false });
};
const linesOf = (answer: ReturnType<typeof ask>) => answer.scorecard?.sections.flatMap((section) => section.lines) ?? [];

test('the headline leads with how many of all its lines are off target, and accounts for every other: on target, held to a plan, not judged and why', () => {
  expect(ask(LAG).headline).toBe('2 of 5 lag measures are off target in May 2024: Cancelled on the day 9.9% and DNA rate 6.5%. 1 is on target. 1 is held to a plan, not a target: Day cases above plan, year to date. The other one is not judged: not reported.');
});

test('its working gives the sum of every line, whose each measure is, and a sentence to quote, with the way to report a number', () => {
  const query = querySchema.parse({ intent: 'scorecard', metrics: [], scorecard: 'lag-measures', period: may });
  const answer = answerFromResult(CATALOGUE, { query, metrics: [], scorecard: LAG }, { notes: [], said: [], showWorking: true });
  expect(answer.showWorking).toBe(true);
  expect(answer.scorecard?.working).toEqual([
    { label: 'Cancelled on the day', words: '99 ÷ 1,000 = 9.9%' }, { label: 'DNA rate', words: '65 ÷ 1,000 = 6.5%' },
    // The actual alone, whose plan is of another stretch of time; what is not held has no sum.
    { label: 'Day cases against plan', words: '10,500 done; year to date 20,739 done, plan 19,651 (+1,088)' }, { label: 'Average cases per list', words: '190 ÷ 100 = 1.90' },
  ]);
  expect(answer.lines).toEqual(expect.arrayContaining([
    expect.stringMatching(/^DNA rate: missed appointments ÷ appointments kept or missed\. Left out: /) as string,
    expect.stringMatching(/^Definitions owned by .*\(version 1\): .*DNA rate/) as string,
    expect.stringMatching(/^Doesn't match another source\?.* For the scorecard as a whole ask COO$/) as string,
    expect.stringMatching(/^To quote: “2 of 5 lag measures are off target in May 2024: .* \(source theatre cases, data to 10 July 2024\.\)”$/) as string,
  ]));
  expect(answer.next.map(({ title, step }) => [title, step.kind])).toEqual([['Report a wrong number', 'report'], ['Back to the scorecard', 'query']]);
});

test('the working is one press away from every scorecard, within four actions', () => {
  for (const more of [{}, { intent: 'exceptions' }, { period: year }]) {
    const titles = ask(LAG, more).next.map(({ title }) => title);
    expect(titles.at(-1)).toBe('Show working');
    expect(titles.length).toBeLessThanOrEqual(4);
  }
});

test('worst first: what is off target by the furthest for its size, then what has no verdict, then what is on target', () => {
  expect(linesOf(ask(LAG)).map(({ label, statusWords }) => [label, statusWords])).toEqual([
    ['Cancelled on the day', 'Off target'], ['DNA rate', 'Off target'], ['Cases per hour', 'Not reported'], ['Day cases against plan', 'Above plan, year to date'], ['Average cases per list', 'On target'],
  ]);
});

test('the other target is kept beside the first with its source and its own verdict', () => {
  expect(linesOf(ask(LAG))[0]).toMatchObject({ target: { words: 'below 5%', source: 'Table 2', met: false }, rivals: [{ words: 'at most 10%', source: 'Text', met: true }] });
});

test('a column that comes out the other way says so on its line', () => {
  const notes = new Map(linesOf(ask(LAG)).map(({ key, notes: own }) => [key, own]));
  expect(notes.get('dna-rate')).toEqual(['Year to date: on target']);
  expect(notes.get('acpl')).toEqual(['in cases a list', 'Year to date: off target']);
});

test('a plan for the year to date stands beneath the actual of that stretch, and never beside the month', () => {
  const found = linesOf(ask(LAG)).find(({ key }) => key === 'activity-against-plan');
  expect(found).toMatchObject({
    display: '10,500', notes: ['Year to date 1,088 (5.5%) above plan'], target: null, status: 'none', statusWords: 'Above plan, year to date',
    plan: { value: 19_651, column: 'ytd', words: '19,651 year to date' },
  });
  const answer = ask(LAG);
  expect(answerAsText('lag measures', answer)).toMatch(/Day cases against plan +10,500 +20,739 +Above plan, year to date +Plan 19,651 year to date\n/);
  const json = JSON.stringify(answerAsJson('lag measures', answer));
  expect(json).toContain('"target":null,"spc":null,"cells":{"plan":19651,"plan-of":"ytd","period":10500,"ytd":20739,"kind":"line","section":""}');
  expect(found?.cells.map(({ display, reason }) => [display, reason])).toEqual([['10,500', null], ['20,739', null]]);
});

test('a figure that is not there is a dash with its reason', () => {
  const found = linesOf(ask(LAG)).find(({ key }) => key === 'cases-per-hour');
  expect(found?.cells[0]).toMatchObject({ display: '–', reason: 'not reported', value: null });
});

test('exceptions are only what is off target, and its headline accounts for the other lines as that of the whole does', () => {
  const answer = ask(LAG, { intent: 'exceptions' });
  expect(linesOf(answer).map(({ key }) => key)).toEqual(['on-the-day-cancellations', 'dna-rate']);
  expect(answer.headline).toBe(ask(LAG).headline);
  expect(answer.headline).toContain('The other one is not judged: not reported.');
});

test('all are off target only where none of them is without a target', () => {
  const of = (...lines: readonly ScorecardLine[]): string => ask({ ...LAG, sections: [{ title: '', by: null, lines }] }).headline;
  const [dna, cancelled] = [line('dna-rate', ratio(65, 1000), ratio(65, 1000)), line('on-the-day-cancellations', ratio(99, 1000), ratio(99, 1000))];
  const hours = line('cases-per-hour', ratio(90, 100), ratio(90, 100));
  expect(of(dna, cancelled, hours)).toBe('2 of 3 lag measures are off target in May 2024: Cancelled on the day 9.9% and DNA rate 6.5%. The other one is not judged: no target set.');
  expect(of(dna, cancelled)).toBe('Both lag measures are off target in May 2024: Cancelled on the day 9.9% and DNA rate 6.5%.');
  expect(of(dna, line('acpl', ratio(190, 100), ratio(190, 100)), hours)).toBe('1 of 3 lag measures is off target in May 2024: DNA rate 6.5%. 1 is on target. The other one is not judged: no target set.');
});

test('what is below its plan is counted beside what is off target, and named first of what has a plan', () => {
  const below = { ...LAG, sections: [{ title: '', by: null, lines: [
    line('dna-rate', ratio(65, 1000), ratio(65, 1000)),
    line('activity-against-plan', against(10_500, null), against(20_739, 19_651), { label: 'Day cases against plan' }, 'numerator'),
    line('activity-against-plan', against(3_400, null), against(6_900, 7_000), { label: 'Inpatients against plan' }, 'numerator'),
  ] }] };
  expect(ask(below).headline).toBe('1 of 3 lag measures is off target and 1 is below plan in May 2024: DNA rate 6.5%. 2 are held to a plan, not a target: Inpatients below plan, year to date; Day cases above plan, year to date.');
  expect(texts(cards.render(ask(below)))).toContain('1 of 3 off target, 1 below plan');
  expect(texts(cards.render(ask(LAG)))).toContain('2 of 5 off target');
});

test('with nothing off target the answer says so first', () => {
  const good: ScorecardResult = { ...LAG, sections: [{ title: '', by: null, lines: [line('acpl', ratio(190, 100), ratio(190, 100))] }] };
  expect(ask(good, { intent: 'exceptions' }).headline).toBe('Nothing is off target in May 2024: 1 of 1 lag measures on target.');
});

const part = (key: string, kind: ScorecardLine['kind'], figure: Figure): ScorecardLine => ({
  key, kind, label: null, filters: {}, trend: [], computedTargets: {}, specialties: [],
  cells: [cell('activity-against-plan', figure, { column: 'variance', period: year }), cell('activity-against-plan', figure, { column: 'plan', part: 'denominator', period: year })],
});
const VARIABLE: ScorecardResult = {
  scorecard: 'variable-activity', period: year, provenance,
  sections: [{ title: '', by: 'site', lines: [part('lri', 'line', against(3_556, 3_911)), part('gh', 'line', against(472, 0)), part('total', 'total', against(4_028, 3_911))] }],
};

test('an adverse variance stands in brackets, a line is named by its key, and the total by what it is', () => {
  expect(linesOf(ask(VARIABLE)).map(({ label, display }) => [label, display])).toEqual([['LRI', '(355)'], ['Glenfield', '472'], ['Grand total', '117']]);
});

test('a split whose last month is still being coded says so, as the measure by itself does', () => {
  const coding = { ...VARIABLE, provenance: { ...provenance, maturesOn: '2024-07-30' as const } };
  expect(answerAsText('variable activity', ask(coding))).toContain('The last month, May 2024, is still being coded, until 30 July 2024, and may still move.');
  expect(answerAsText('variable activity', ask(VARIABLE))).not.toContain('Still being coded');
});

test('a sub-total is named in full where its group is known by letters', () => {
  const dimensions = new Map([...CATALOGUE.dimensions].map(([id, dimension]) => [id, id !== 'site' ? dimension : { ...dimension, values: [{ key: 'lri', name: 'IP', 'in-full': 'Inpatients', synonyms: [], codes: ['x'] }] }]));
  const scorecard: ScorecardResult = { ...VARIABLE, sections: [{ title: '', by: 'site', lines: [part('lri', 'sub-total', against(3_556, 3_911))] }] };
  const query = querySchema.parse({ intent: 'scorecard', metrics: [], scorecard: scorecard.scorecard, period: scorecard.period });
  const answer = answerFromResult({ ...CATALOGUE, dimensions }, { query, metrics: [], scorecard }, { notes: [], said: [], showWorking: false });
  expect(linesOf(answer).map(({ label }) => label)).toEqual(['Inpatients total']);
});

test('a missed target that is missed in one specialty above all says in which, and by how many', () => {
  const specialties = (...counts: readonly (readonly [string, number, number])[]) => counts.map(([key, numerator, denominator]) => ({ key, figure: ratio(numerator, denominator) }));
  const concentrated = (of: ScorecardLine['specialties']) => {
    const [first] = ask({ ...LAG, sections: [{ title: '', by: null, lines: [line('dna-rate', ratio(46, 600), ratio(46, 600), { specialties: of })] }] }).scorecard?.sections[0]?.lines ?? [];
    return first?.concentration?.words;
  };
  // At 5%: 30 − 10 = 20 over, 12 − 10 = 2 over, 4 of 200 met.
  expect(concentrated(specialties(['120', 30, 200], ['110', 12, 200], ['130', 4, 200]))).toBe('ENT alone has 20 of the 22 missed appointments over target');
  expect(concentrated(specialties(['120', 18, 200], ['110', 18, 200], ['130', 18, 200]))).toBeUndefined();
  expect(concentrated(specialties(['120', 30, 200], ['110', 12, 200], ['130', 4, 200]).map((one, at) => (at === 2 ? { ...one, figure: { ...one.figure, hidden: true } } : one)))).toBeUndefined();
});

test('a table of plans leads with how far the whole is from plan, and names the line that is furthest below', () => {
  expect(ask(VARIABLE).headline).toBe('Activity 117 (3.0%) above plan for variable activity from April 2024 to May 2024 (year to date). Furthest below plan in activity: LRI 355 (9.1%).');
});

test('figures whose document leaves the period open stand under no month', () => {
  const printed = { document: 'Board paper', place: 'Table 3, Trust', publishedOn: '2024-07-11', period: null };
  const undated: ScorecardResult = { ...LAG, sections: [{ title: '', by: null, lines: [{ ...line('dna-rate', ratio(65, 1000), ratio(65, 1000)), cells: [cell('dna-rate', ratio(65, 1000), { printed })] }] }] };
  const answer = ask(undated);
  expect(answer.scope).toBe('Trust · period not stated in the source');
  expect(answer.headline).not.toContain('May');
  expect(answer.scorecard?.notes).toEqual(['As printed in Board paper, Table 3; the document does not state the period.']);
});

test('where the month stands on its course and where its run is heading are one sentence, so that neither gainsays the other', () => {
  const course = target({ metric: 'dna-rate', comparator: 'at-most', value: 0.05, source: 'Appendix 3', trajectory: { from: 0.08, by: '2025-03-31' } });
  const catalogue = { ...CATALOGUE, targets: [...CATALOGUE.targets, course] };
  // Up and down about 6.5% by 0.1 points: limits 0.5 away, and never 5%.
  const trend = Array.from({ length: 14 }, (_, at) => ({
    period: `${at < 9 ? 2023 : 2024}-${String(((at + 3) % 12) + 1).padStart(2, '0')}`, span: 'month' as const, complete: true, immature: false, figure: ratio(at % 2 === 0 ? 66 : 64, 1000),
  }));
  const shown = (rate: number) => {
    const scorecard = { ...LAG, sections: [{ title: '', by: null, lines: [line('dna-rate', ratio(rate, 1000), ratio(66, 1000), { trend })] }] };
    const query = querySchema.parse({ intent: 'scorecard', metrics: [], scorecard: 'lag-measures', period: may });
    return texts(cards.render(answerFromResult(catalogue, { query, metrics: [], scorecard }, { notes: [], said: [], showWorking: false })));
  };
  // Two of twelve months from 8% to 5% are 7.5%.
  expect(shown(64)).toContain('No significant change (common cause)');
  expect(shown(64)).toContain('May is on the planned path (7.5% or less), but if nothing changes 5% by March 2025 will be missed');
  expect(shown(79)).toContain('May is behind the planned path (7.5% or less), and if nothing changes 5% by March 2025 will be missed');
  expect(shown(64).join(' ')).not.toContain('Consistently failing');
});

test('a measure that its definition calls not accurate is called so on its line, as on its own card', () => {
  const dna = CATALOGUE.metrics.get('dna-rate');
  const caveat = 'Not accurate, because templates differ (Paper).';
  const metrics = new Map(CATALOGUE.metrics);
  if (dna !== undefined) {
    metrics.set('dna-rate', { ...dna, caveats: ['Another thing to know.', caveat] });
  }
  const query = querySchema.parse({ intent: 'scorecard', metrics: [], scorecard: 'lag-measures', period: may });
  const shown = texts(cards.render(answerFromResult({ ...CATALOGUE, metrics }, { query, metrics: [], scorecard: LAG }, { notes: [], said: [], showWorking: false })));
  expect(shown).toContain(caveat);
  expect(shown.join(' ')).not.toContain('Another thing to know');
});

test('JSON has a row a line with every column by its id, and which kind of line it is', () => {
  const json = JSON.parse(JSON.stringify(answerAsJson('variable activity', ask(VARIABLE)))) as { query: { scorecard: string }; answer: { rows: unknown[]; value: null } };
  expect(json.query.scorecard).toBe('variable-activity');
  expect(json.answer.value).toBeNull();
  expect(json.answer.rows[0]).toEqual({
    key: 'lri', label: 'LRI', metric: 'activity-against-plan', value: -355, numerator: 3_556, denominator: 3_911, target: null, spc: null,
    cells: { variance: -355, plan: 3_911, kind: 'line', section: '' }, suppressed: false,
  });
});

test('a terminal shows an aligned table, the total marked', () => {
  const text = answerAsText('variable activity', ask(VARIABLE)).split('\n');
  expect(text.slice(3, 7)).toEqual([
    '                 Variance (activity)  Plan (activity)',
    '  LRI                          (355)            3,911',
    '  Glenfield                      472                0',
    '  = Grand total                  117            3,911',
  ]);
});

test('indicators that are no targets carry no verdict, though a target is held for them', () => {
  const card = scorecardSchema.parse({
    id: 'clinical-productivity', name: 'Clinical productivity indicators', owner: 'Medical director', source: 'Paper of 2007', judged: false,
    sections: [{ columns: [{ id: 'period', label: 'Period' }], lines: [{ metric: 'dna-rate' }, { metric: 'acpl' }] }],
  });
  const indicators: ScorecardResult = { ...LAG, scorecard: card.id, sections: [{ title: '', by: null, lines: [line('dna-rate', ratio(65, 1000), ratio(65, 1000)), line('acpl', ratio(157, 100), ratio(157, 100))] }] };
  const query = querySchema.parse({ intent: 'scorecard', metrics: [], scorecard: card.id, period: may });
  const answer = answerFromResult({ ...CATALOGUE, scorecards: new Map([[card.id, card]]) }, { query, metrics: [], scorecard: indicators }, { notes: [], said: [], showWorking: false });
  expect(linesOf(answer).map(({ status, statusWords, target: held, notes }) => [status, statusWords, held, notes.filter((note) => note.includes('target'))])).toEqual([
    ['none', 'Not judged', null, []], ['none', 'Not judged', null, []],
  ]);
  expect(answer.headline).toBe('Clinical productivity indicators in May 2024, not targets: DNA rate 6.5% and Average cases per list 1.57.');
});

test('a scorecard of which a document prints everything without its period says when it was printed, and no month', () => {
  const printed = { document: 'Board paper', place: 'Table 3, Trust', publishedOn: '2024-07-11', period: null };
  const undated: ScorecardResult = { ...LAG, sections: [{ title: '', by: null, lines: [{ ...line('dna-rate', ratio(65, 1000), ratio(65, 1000)), cells: [cell('dna-rate', ratio(65, 1000), { printed })] }] }] };
  const said = answerAsText('table 3', ask(undated));
  expect(said).toContain('Printed 11 July 2024 from theatre-cases');
  expect(said).not.toContain('Data to');
  expect(answerAsJson('table 3', ask(undated))).toMatchObject({ answer: { printedOn: '2024-07-11' } });
});

test('off target on what is still being coded and reads towards it is provisional, in its words and in its colour', () => {
  const of = (reads: 'low' | 'high') => {
    const rate = SMALL_CATALOGUE.metrics.get('dna-rate');
    const metrics = new Map(CATALOGUE.metrics);
    metrics.set('dna-rate', { ...(rate ?? PLAN), 'reads-until-mature': reads });
    const part = (key: string, month: number): ScorecardLine => ({ key, kind: 'line', label: key, filters: {}, trend: [], computedTargets: {}, specialties: [], cells: [cell('dna-rate', ratio(month, 1_000), { column: 'current' }), cell('dna-rate', ratio(48, 1_000), { column: 'rolling-6', period: rollingPeriod('2024-05-31', 6) })] });
    const scorecard: ScorecardResult = { scorecard: 'dna-by-site', period: may, provenance: { ...provenance, maturesOn: '2024-07-30' }, sections: [{ title: '', by: 'site', lines: [part('North', 65), part('West', 40)] }] };
    return answerFromResult({ ...CATALOGUE, metrics }, { query: querySchema.parse({ intent: 'scorecard', scorecard: 'dna-by-site', metrics: [], period: may }), metrics: [], scorecard }, { notes: [], said: [], showWorking: false });
  };
  // Lower is better: what reads high may yet come out on target, and what reads low cannot.
  const high = of('high');
  expect(high.headline).toBe('1 of 2 sites is provisionally off target for DNA rate in May 2024: North 6.5%. May 2024 is one month, still being coded, and reads high, so some may yet come out on target. Over rolling 6 months none is off target.');
  expect(shownOf(cards.render(high), 'Badge')).toMatchObject([{ text: '1 of 2 off target, provisional', style: 'Subtle' }]);
  expect(texts(cards.render(high))).toContain('Off target in the month, provisional');
  const low = of('low');
  expect(low.headline).toContain('1 of 2 sites is off target for DNA rate');
  expect(shownOf(cards.render(low), 'Badge')).toMatchObject([{ text: '1 of 2 off target', style: 'Attention' }]);
});

test('a table of one measure over a month and over longer stretches says whose month is more than a month', () => {
  const of = (key: string, month: number, half: number, whole: number): ScorecardLine => ({
    key, kind: 'line', label: key, filters: {}, trend: [], computedTargets: {}, specialties: [],
    cells: [
      cell('dna-rate', ratio(month, 1_000), { column: 'current' }), cell('dna-rate', ratio(half, 1_000), { column: 'rolling-6', period: rollingPeriod('2024-05-31', 6) }), cell('dna-rate', ratio(whole, 1_000), { column: 'rolling-12', period: rollingPeriod('2024-05-31', 12) }),
    ],
  });
  // Below 5%: the first misses it in all three, the second in the month alone, the third over twelve months alone.
  const result: ScorecardResult = { scorecard: 'dna-by-site', period: may, provenance: { ...provenance, maturesOn: '2024-07-30' }, sections: [{ title: '', by: 'site', lines: [of('North', 65, 60, 58), of('South', 52, 49, 48), of('West', 40, 40, 53)] }] };
  const query = querySchema.parse({ intent: 'scorecard', scorecard: 'dna-by-site', metrics: [], period: may });
  const answer = answerFromResult(CATALOGUE, { query, metrics: [], scorecard: result }, { notes: [], said: [], showWorking: false });
  expect(answer.headline).toContain('North 6.5% and South 5.2%. May 2024 is one month, still being coded. Over rolling 6 months North is off target; over rolling 12 months North and West are off target.');
});
