import path from 'node:path';
import type { Answer, MetricAnswer, ScorecardAnswer } from '../../src/answers/answer';
import { querySchema } from '../../src/engine/query';
import { CARD_LIMIT } from '../../src/cards/adaptive-card';
import { createChartAddress } from '../../src/cards/charts/chart-address';
import { isFunnel } from '../../src/cards/charts/picture-spec';
import { openChart } from '../../src/cards/charts/signed-chart';
import { createCards } from '../../src/cards/create-cards';
import * as sample from '../fixtures/cards/answers';
import * as board from '../fixtures/cards/board-paper-answers';
import { teamsFaults } from './teams-schema';
import { elements, shownOf, texts } from './walk';
import { trendOf } from './charts/trend-of';

const KEY = 'a key that only this test knows';
const templatesFolder = path.join(__dirname, '../../cards');
const cards = createCards({ templatesFolder, chartAddress: createChartAddress({ publicUrl: 'https://tally.example.nhs.uk', key: KEY, clock: () => 0 }) });
const withoutPictures = createCards({ templatesFolder, chartAddress: null });

/** What every client has known since schema 1.5; the rest needs something to stand in for it. */
const CORE = new Set(['AdaptiveCard', 'TextBlock', 'RichTextBlock', 'TextRun', 'ColumnSet', 'Column', 'Container', 'FactSet', 'Image', 'ActionSet', 'Action.Submit', 'Action.ToggleVisibility', 'Input.ChoiceSet']);

const NAMES = Object.keys(sample.ANSWERS);
const answerOf = (name: string) => sample.ANSWERS[name] ?? sample.VALUE;

describe.each([['with chart pictures', cards], ['without a public address', withoutPictures]])('every card, %s', (_, face) => {
  test.each(NAMES)('of %s is one that Teams takes', (name) => {
    expect(teamsFaults(face.render(answerOf(name)))).toEqual([]);
  });

  test.each(NAMES)('of %s says its verdict in text, is bound, has a fallback for what is new, a text for every picture, and few buttons', (name) => {
    const answer = answerOf(name);
    const card = face.render(answer);
    const json = JSON.stringify(card);
    const nodes = elements(card);
    expect(json.length).toBeLessThanOrEqual(CARD_LIMIT);
    expect(json).not.toContain('${');
    expect(json).not.toContain('{{');
    expect(json).not.toContain('"$when"');
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: 'en-GB' });
    expect(card.speak).not.toBe('');
    expect(card.fallbackText).toBe(card.speak);
    expect(nodes.filter(({ type, fallback }) => !CORE.has(String(type)) && fallback === undefined)).toEqual([]);
    expect(nodes.filter(({ type, altText }) => type === 'Image' && (typeof altText !== 'string' || altText === ''))).toEqual([]);
    expect(nodes.filter(({ type, text }) => type === 'TextBlock' && (typeof text !== 'string' || text === ''))).toEqual([]);
    expect(shownOf(card, 'Action.Execute').length).toBeLessThanOrEqual(4);
  });
});

describe('a card is brought up to now', () => {
  test('when somebody asks for it, once its period is over: a number that was quoted is not another one by itself', () => {
    const { period, filters } = sample.VALUE.query ?? {};
    const carried = { intent: 'value', metrics: ['dna-rate'], period, filters };
    expect(cards.render(sample.VALUE)['refresh']).toEqual({
      action: { type: 'Action.Execute', title: 'Refresh', verb: 'tally', data: { tally: { v: 1, kind: 'refresh', query: carried } } },
      userIds: [],
    });
  });

  test('by the client itself while its period goes on', () => {
    expect(cards.render(sample.TREND)['refresh']).not.toHaveProperty('userIds');
  });

  test('is not offered by a post that nobody asked for: it stays what was said then', () => {
    expect(cards.render({ ...sample.TREND, isPost: true })['refresh']).toBeUndefined();
  });

  test('and says when it was', () => {
    // In July London is an hour ahead.
    expect(texts(cards.render({ ...sample.VALUE, refreshedAt: Date.UTC(2026, 6, 11, 8, 42) }))).toContain('Data to 31 October 2026 · refreshed 11 July 2026 at 09:42');
  });

  test.each(['DEFINITION', 'WORKING', 'CLARIFY', 'HELP'] as const)('never one of %s', (name) => {
    expect(cards.render(sample[name])['refresh']).toBeUndefined();
  });
});

describe('letters that a first-time reader may not know', () => {
  const DNA = { short: 'DNA', words: 'did not attend' };
  const CMG = { short: 'CMG', words: 'clinical management group' };
  const withLetters = (answer: Answer, letters: NonNullable<Answer['letters']>): readonly string[] => texts(cards.render({ ...answer, letters }));

  test.each([['VALUE', sample.VALUE], ['BREAKDOWN', sample.BREAKDOWN], ['COMPARISON', sample.COMPARISON], ['TREND', sample.TREND], ['WORKING', sample.WORKING]])('are told directly under the title of %s, and those elsewhere on it below', (_name, answer) => {
    const said = withLetters({ ...answer, headline: `${answer.headline} Its CMG is off target as well.` }, [DNA, CMG]);
    const title = said.findIndex((text) => text.startsWith('DNA rate'));
    expect(said.slice(title, title + 4)).toContain('DNA: did not attend');
    expect(said.filter((text) => text.startsWith('DNA: did not attend'))).toHaveLength(1);
    expect(said.slice(title + 4)).toContain('CMG: clinical management group.');
  });

  test('are told under the title of a definition', () => {
    expect(withLetters(sample.DEFINITION, [DNA]).slice(0, 3)).toContain('DNA: did not attend');
  });

  test('of one or two lines of a scorecard stand under its title, and of many below it', () => {
    const acpl = { short: 'ACPL', words: 'average cases per list' };
    expect(withLetters(board.LEAD_MEASURES, [acpl]).slice(0, 5)).toContain('ACPL: average cases per list');
    const { scorecard } = board.LEAD_MEASURES;
    const told = { ...board.LEAD_MEASURES, scorecard: scorecard && { ...scorecard, said: { ...scorecard.said, standingOut: ['DNA rate of one CMG is concerning (special cause)'] } } };
    const many = withLetters(told, [acpl, DNA, CMG]);
    expect(many.indexOf('ACPL: average cases per list; DNA: did not attend; CMG: clinical management group.')).toBeGreaterThan(10);
  });

  test('of parts that have no line are not explained', () => {
    const [metric = sample.DNA] = sample.BREAKDOWN.metrics;
    const hidden = { ...sample.BREAKDOWN, headline: 'No site can be shown.', next: [], metrics: [{ ...metric, rows: metric.rows.map((one) => ({ ...one, label: 'LGH', value: null, suppressed: true })) }] };
    expect(withLetters(hidden, [{ short: 'LGH', words: 'Leicester General Hospital' }]).filter((text) => text.includes('Leicester General'))).toEqual([]);
  });

  test('of what stands nowhere on a scorecard are not explained on it', () => {
    expect(withLetters(board.LEAD_MEASURES, [CMG]).filter((text) => text.includes('clinical management group'))).toEqual([]);
  });
});

test('the same answer gives the same card, and the answer is left as it was', () => {
  const before = JSON.stringify(sample.TREND);
  expect(cards.render(sample.TREND)).toEqual(cards.render(sample.TREND));
  expect(JSON.stringify(sample.TREND)).toBe(before);
});

test('a value card says, in the order of a glance: where and when, what, how it stands, the number, the target, the verdict, then the rest', () => {
  const shown = texts(cards.render(sample.VALUE));
  const order = ['ENT · October 2026', 'DNA rate', 'Off target', '8.1%', 'Target below 5%', '3.1 percentage points over', 'No significant change for 25 months (common cause); consistently failing the target.',
    'September 2026', '7.9%', 'up 0.2 points, within its usual variation', 'October 2025', '8.4%', 'down 0.3 points, within its usual variation',
    '235 missed appointments of 2,908 appointments kept or missed', 'Target: Trust productivity paper, July 2024', 'Data to 31 October 2026', 'Demonstration data',
    'By site', 'Last 12 months', 'What is this?', 'Show working'];
  expect(shown.filter((text) => order.includes(text)).filter((text, at, all) => all.indexOf(text) === at)).toEqual(order);
});

test('two comparisons with the same period are said once', () => {
  const [metric = sample.DNA] = sample.VALUE.metrics;
  const twice = metric.comparisons.map((comparison) => ({ ...comparison, label: '12 months to October 2025' }));
  const shown = texts(cards.render({ ...sample.VALUE, metrics: [{ ...metric, comparisons: twice }] }));
  expect(shown.filter((text) => text.includes('12 months to October 2025'))).toEqual(['12 months to October 2025']);
});

test('a run of many months shows its last month large, and their average as one below', () => {
  const [metric = sample.DNA] = sample.TREND.metrics;
  const trend = metric.trend.map((point, at) => (at === 24 ? { ...point, value: 0.049, display: '4.9%', complete: true } : point));
  const query = querySchema.parse({ ...sample.TREND.query, period: { from: '2024-10-01', to: '2026-10-31', grain: 'rolling', label: '25 months to October 2026', asked: 'last 25 months' } });
  const card = cards.render({ ...sample.TREND, query, metrics: [{ ...metric, trend, basis: '25 months added together, then divided' }] });
  const shown = texts(card);
  const at = shown.indexOf('October 2026');
  expect(shown.slice(at, at + 4)).toEqual(['October 2026', '4.9%', 'Target below 5%', '25 months together: 8.1% (3.1 percentage points over target)']);
  // 4.9% meets "below 5%", whatever the average does.
  expect(shownOf(card, 'Badge')).toMatchObject([{ text: 'On target' }]);
  expect(shown.join(' ')).not.toContain('added together');
});

test('a run of many months tells how far its last month is from the target, beside that month', () => {
  const [metric = sample.DNA] = sample.TREND.metrics;
  const trend = metric.trend.map((point) => ({ ...point, complete: true }));
  const query = querySchema.parse({ ...sample.TREND.query, period: { from: '2024-10-01', to: '2026-10-31', grain: 'rolling', label: '25 months to October 2026', asked: 'last 25 months' } });
  const shown = texts(cards.render({ ...sample.TREND, query, metrics: [{ ...metric, trend, latestGap: '2.9 percentage points over' }] }));
  expect(shown.slice(shown.indexOf('Target below 5%'), shown.indexOf('Target below 5%') + 2)).toEqual(['Target below 5%', '2.9 percentage points over']);
});

test('what a measure only stands in for is said under its name', () => {
  const proxy = 'Proxy, not BADS: Day-surgery procedures, kept by Clinical director, 1 April 2024.';
  const shown = texts(cards.render({ ...sample.VALUE, metrics: sample.VALUE.metrics.map((metric) => ({ ...metric, caveats: ['Something else.', proxy] })) }));
  const said = shown.indexOf('Stands in for BADS: counted over the trust\'s own list, Day-surgery procedures, kept by Clinical director, 1 April 2024');
  expect(said).toBeGreaterThan(shown.indexOf('DNA rate'));
  expect(said).toBeLessThan(shown.indexOf('8.1%'));
  expect(shown).not.toContain(proxy);
});

test('of two that are compared each has its verdict', () => {
  const badge = (status: 'on-target' | 'off-target', met: boolean): unknown => {
    const metrics = sample.COMPARISON.metrics.map((metric) => ({
      ...metric, status, statusWords: status === 'on-target' ? 'On target' : 'Off target', comparisons: metric.comparisons.map((other) => (other.with === 'filters' ? { ...other, met } : other)),
    }));
    return shownOf(cards.render({ ...sample.COMPARISON, metrics }), 'Badge').map(({ text, style }) => [text, style]);
  };
  expect(badge('off-target', false)).toEqual([['Both off target', 'Attention']]);
  expect(badge('on-target', true)).toEqual([['Both on target', 'Good']]);
  expect(badge('off-target', true)).toEqual([['Off target: ENT', 'Attention']]);
  expect(badge('on-target', false)).toEqual([['Off target: Urology', 'Attention']]);
});

test('each other target is shown with its source and what the value makes of it', () => {
  expect(texts(cards.render(sample.ON_TARGET))).toEqual(expect.arrayContaining([
    'Target: NHS England, GIRFT theatre standard',
    'Another target: at least 90% (Trust theatre strategy 2025), not met',
    'Another target: at least 80% (Model Hospital peer median), met',
  ]));
});

test('a chart with hidden months says how many they are to whoever cannot see it, and where there is no picture', () => {
  const [metric] = sample.TREND.metrics;
  const trend = metric?.trend.map((point, at) => (at % 5 === 1 ? { ...point, value: null, display: '*', suppressed: true as const } : point)) ?? [];
  const answer = { ...sample.TREND, metrics: metric === undefined ? [] : [{ ...metric, trend }] };
  // The second of each five of twenty-five.
  expect(trend).toHaveLength(25);
  expect(JSON.stringify(cards.render(answer))).toContain('5 of its 25 months are hidden so that nobody can be recognised.');
  expect(texts(withoutPictures.render(answer)).join(' ')).toContain('hidden, not missing: 5 of 25 months');
});

test('a bar alone has the accent, which high contrast draws like a warning; the counts beside it are plain', () => {
  const coloured = elements(cards.render(sample.BREAKDOWN)).filter(({ color }) => color === 'Accent');
  expect(coloured.length).toBeGreaterThan(2);
  expect(coloured.filter(({ text }) => !/^[━╸]+$/.test(String(text)))).toEqual([]);
  expect(texts(cards.render(sample.BREAKDOWN))).toContain(' 188 of 2,000');
});

test('a verdict that may yet turn is provisional, and has neither the colour of one that stands nor its words', () => {
  const [metric] = sample.VALUE.metrics;
  const [badge] = shownOf(cards.render({ ...sample.VALUE, metrics: metric === undefined ? [] : [{ ...metric, mayTurn: 'off-target', part: 'provisional: still being coded, so reads high' }] }), 'Badge');
  expect(badge).toMatchObject({ text: 'Off target, provisional', style: 'Subtle', fallback: { color: 'Default' } });
  const turned = cards.render({ ...sample.VALUE, metrics: metric === undefined ? [] : [{ ...metric, mayTurn: 'on-target' }] });
  expect(shownOf(turned, 'Badge')).toMatchObject([{ text: 'Off target', style: 'Attention' }]);
});

test('what has no target says which way is better, and what is hidden says neither', () => {
  const [metric] = sample.NO_TARGET.metrics;
  const shown = (more: object) => texts(cards.render({ ...sample.NO_TARGET, metrics: metric === undefined ? [] : [{ ...metric, ...more }] }));
  expect(shown({ better: 'higher' })).toEqual(expect.arrayContaining(['No target set', 'Higher is better']));
  expect(shown({ better: 'lower', unit: 'count' })).toEqual(expect.arrayContaining(['No target set', 'Fewer is better']));
  expect(shown({}).join(' ')).not.toContain('is better');
  const hidden = shown({ better: 'higher', suppressed: true, value: null }).join(' ');
  expect(hidden).not.toMatch(/No target set|is better/);
});

test('a status is a badge in words, and the same words where no badge is known', () => {
  const [badge] = shownOf(cards.render(sample.VALUE), 'Badge');
  expect(badge).toMatchObject({ text: 'Off target', style: 'Attention', fallback: { type: 'TextBlock', text: 'Off target', color: 'Attention' } });
  expect(shownOf(cards.render(sample.NO_TARGET), 'Badge')).toMatchObject([{ text: 'No target set', style: 'Subtle' }]);
});

test.each(NAMES)('no colour of %s stands without words of status, a gap or a bar beside it', (name) => {
  const coloured = elements(cards.render(answerOf(name))).filter(({ type, color }) => type === 'TextBlock' && (color === 'Good' || color === 'Attention'));
  for (const { text } of coloured) {
    expect(String(text)).toMatch(/^(?:ENT: |Both )?(?:\d+ (?:of \d+ )?off|[Oo]n|[Oo]ff|Nothing off) target(?: now| so far)?$|^(?:Not on|On) course$|percentage points|evil|Service/);
  }
});

describe('a chart', () => {
  test('is native in per cent, with its average, its limits and the target as lines of their own', () => {
    const [chart] = shownOf(cards.render(sample.VALUE), 'Chart.Line');
    expect(chart).toMatchObject({
      yAxisTitle: '%', yMin: 4,
      data: [
        { legend: 'DNA rate', values: expect.arrayContaining([{ x: '2026-10-01', y: 8.08 }]) as unknown },
        ...['Average', 'Upper limit', 'Lower limit'].map((legend) => ({ legend, values: [{ x: '2024-10-01' }, { x: '2026-10-01' }] })),
        { legend: 'Target below 5%', values: [{ x: '2024-10-01', y: 5 }, { x: '2026-10-01', y: 5 }] },
      ],
    });
  });

  test('stands under what the run of the figure says, and not under its number said again', () => {
    const texts = elements(cards.render(sample.VALUE)).flatMap(({ type, text }) => (type === 'TextBlock' ? [text] : []));
    expect(texts).toContain('No significant change for 25 months (common cause); consistently failing the target.');
    expect(cards.render(sample.VALUE)).toMatchObject({ speak: sample.VALUE.headline });
  });

  test('falls back to a picture whose address holds the same trend, and whose text is the verdict', () => {
    const [picture] = elements(cards.render(sample.VALUE)).filter(({ type, size }) => type === 'Image' && size === 'Stretch');
    expect(picture?.['altText']).toBe(sample.VALUE.headline);
    const token = /^https:\/\/tally\.example\.nhs\.uk\/charts\/(.+)\.png$/.exec(String(picture?.['url']))?.[1] ?? '';
    const spec = trendOf(openChart(token, KEY, 0));
    expect(spec?.points).toHaveLength(25);
    expect(spec?.points.at(-1)).toEqual({ period: '2026-10', value: 0.0808, complete: true });
    expect(spec?.last).toBe('8.1%');
  });

  test('falls back to its last months in words where nobody could fetch a picture', () => {
    const [chart] = shownOf(withoutPictures.render(sample.ON_TARGET), 'Chart.Line');
    const { text } = (chart?.['fallback'] ?? {}) as { text?: string };
    expect(text).toMatch(/^May 2026 \d\d\.\d% · June 2026 .* · October 2026 85\.4%$/);
    expect(elements(withoutPictures.render(sample.ON_TARGET)).some(({ type }) => type === 'Image')).toBe(false);
  });

  test('leaves out a month that is not held, and sets apart one that is not over', () => {
    const [chart] = shownOf(cards.render(sample.TREND), 'Chart.Line');
    const [whole, unfinished] = (chart?.['data'] ?? []) as { legend: string; values: { x: string }[] }[];
    expect(whole?.values.map(({ x }) => x)).not.toContain('2025-05-01');
    expect(whole?.values.at(-1)?.x).toBe('2026-09-01');
    expect(unfinished).toMatchObject({ legend: 'Not complete or still being coded', values: [{ x: '2026-09-01' }, { x: '2026-10-01' }] });
  });

  test('is not drawn for fewer than three values', () => {
    expect(shownOf(cards.render(sample.STALE), 'Chart.Line')).toEqual([]);
  });
});

describe('rows', () => {
  test('keep their order, show a status in words, and end with the total', () => {
    const shown = texts(cards.render(sample.BREAKDOWN));
    const at = (text: string): number => shown.indexOf(text);
    expect(at('Leicester Royal Infirmary')).toBeLessThan(at('Leicester General Hospital'));
    expect(at('Hinckley')).toBeLessThan(at('ENT overall'));
    expect(shown[at('4.8%') + 1]).toBe('On target');
  });

  test('show a withheld figure as a star and say once what it means', () => {
    const shown = texts(cards.render(sample.BREAKDOWN));
    expect(shown).toContain('\\*');
    expect(shown.filter((text) => text.includes('1 to 7 people'))).toHaveLength(1);
  });

  test('have bars in proportion: the largest is sixteen long, one of half its size eight', () => {
    const [metric = sample.DNA] = sample.BREAKDOWN.metrics;
    const [row] = metric.rows;
    const rows = [0.1, 0.05, 0.0001, 0].map((value, at) => ({ ...(row ?? metric.rows[0]), key: String(at), label: `Row ${at}`, value }));
    const bars = texts(cards.render({ ...sample.BREAKDOWN, metrics: [{ ...metric, rows: rows as typeof metric.rows }] })).flatMap((text) => /^[━╸]+/.exec(text) ?? []);
    expect(bars).toEqual(['━'.repeat(8), '━'.repeat(4), '╸']);
  });

  test('are cut after twelve, saying how many more there are', () => {
    const shown = texts(cards.render(sample.RANKING));
    expect(shown).toContain('Specialty 12');
    expect(shown).not.toContain('Specialty 13');
    expect(shown).toContain('and 48 more: ask for one by name');
    expect(shown).toContain('Trust overall');
  });
});

describe('a card that would be too long', () => {
  test('loses its chart first, and says so where parts of the answer are left out', () => {
    const card = cards.render(answerOf('huge breakdown'));
    expect(shownOf(card, 'Chart.Line')).toEqual([]);
    expect(texts(card).join('\n')).toMatch(/and \d+ more: ask for one by name/);
    expect(texts(card).join('\n')).toContain('Cut short here');
  });

  test('is made even of an answer with nothing but length', () => {
    const card = cards.render({ ...sample.HUGE, scope: 'x'.repeat(9_000), headline: '*_`'.repeat(9_000), notice: 'y'.repeat(9_000) });
    expect(JSON.stringify(card).length).toBeLessThanOrEqual(CARD_LIMIT);
    expect(card.speak).not.toBe('');
  });
});

describe('a clarifying card', () => {
  const card = cards.render(sample.CLARIFY);

  test('asks one thing and offers the readings in full words, without what they have in common', () => {
    expect(shownOf(card, 'Action.Execute').map(({ title }) => title)).toEqual([
      'Capped theatre utilisation', 'Uncapped theatre utilisation', 'Booked theatre utilisation', 'Clinic utilisation',
    ]);
    expect(texts(card)).toContain('Or say: “Imaging utilisation for ENT in October 2026”');
    expect(texts(card)[0]).toBe('Which utilisation do you mean?');
  });

  test('carries the whole question in each button', () => {
    expect(shownOf(card, 'Action.Execute')[0]?.['data']).toEqual({ tally: { v: 1, kind: 'ask', text: 'Capped theatre utilisation for ENT in October 2026' } });
  });
});

describe('a button', () => {
  const buttons = shownOf(cards.render(sample.VALUE), 'Action.Execute');

  test('carries the same data for old clients as for new ones', () => {
    expect(buttons).toHaveLength(4);
    for (const button of buttons) {
      expect(button).toMatchObject({ verb: 'tally', fallback: { type: 'Action.Submit', title: button['title'], data: button['data'] } });
    }
  });

  test('carries a query that reads back as the one it was made of', () => {
    const carried = buttons.map(({ data }) => (data as { tally: { v: number; kind: string; query: unknown } }).tally);
    expect(carried.map(({ v, kind }) => [v, kind])).toEqual([[1, 'query'], [1, 'query'], [1, 'query'], [1, 'working']]);
    expect(carried.map(({ query }) => querySchema.parse(query))).toEqual(sample.VALUE.next.map(({ step }) => ('query' in step ? step.query : null)));
  });
});

test('a definition shows the fraction, and rival targets side by side with their sources', () => {
  expect(texts(cards.render(sample.DEFINITION))).toEqual(expect.arrayContaining([
    'Missed appointments (did not attend, or came too late to be seen)', 'Appointments kept or missed', 'Lower is better',
    'Below 5% · every specialty', 'Trust productivity paper, July 2024', 'At most 7.6% · England', 'NHS England, further faster handbook',
    'Appointments cancelled by the patient or by the hospital', 'Outpatient Transformation',
  ]));
});

test('the working shows the counts, the division, what was left out, the targets and the data', () => {
  expect(texts(cards.render(sample.WORKING))).toEqual(expect.arrayContaining([
    '235 missed appointments of 2,908 appointments kept or missed', '235 ÷ 2,908 = 8.1%', '112 left out: appointment cancelled by the hospital',
    'Target below 5%: 3.1 percentage points over', 'outpatient-appointments', '20261101-0612', '1 November 2026 at 06:12',
  ]));
});

test('the working of a scorecard asks which measure is wrong before one is reported, and of one measure does not ask', () => {
  expect(shownOf(cards.render(board.WORKING_OF_SCORECARD), 'Input.ChoiceSet')).toEqual([expect.objectContaining({
    id: 'measure', label: 'Which number is wrong?', isRequired: false, choices: [{ title: 'ACPL', value: 'acpl' }, { title: 'First or procedure', value: 'first-or-procedure-rate' }],
  })]);
  expect(shownOf(cards.render(sample.WORKING), 'Input.ChoiceSet')).toEqual([]);
});

test('the working of parts shows the division of each', () => {
  expect(texts(cards.render(sample.WORKING_OF_PARTS))).toEqual(expect.arrayContaining(['Hinckley', '96 ÷ 2,000 = 4.8%', 'hidden']));
});

test('a comparison in which both figures are hidden shows no star, and no sign of one', () => {
  const hidden = { with: 'last-year' as const, label: 'October 2025', value: null, display: '*', change: null, changeWords: 'hidden', daily: '', sentence: null };
  const metric = { ...sample.DNA, value: null, display: '*', suppressed: true, target: null, status: 'none' as const, trend: [], process: null, comparisons: [hidden], caveats: ['* Hidden so that nobody can be recognised: counts of 1 to 7 people, and large ones or noughts too where a small one would follow by subtraction.'] };
  const shown = texts(cards.render({ ...sample.COMPARISON, headline: 'DNA rate for ENT is hidden in October 2026 *.', metrics: [metric], query: sample.COMPARISON.query && { ...sample.COMPARISON.query, intent: 'comparison', versus: 'last-year' } }));
  // A star of data is written with one backslash, which every client takes away.
  expect(shown).toContain('DNA rate for ENT is hidden in October 2026 \\*.');
  expect(shown.filter((text) => text === '\\*')).toEqual([]);
  expect(shown).toContain('Hidden so that nobody can be recognised: counts of 1 to 7 people, and large ones or noughts too where a small one would follow by subtraction.');
});

test('a hidden value is called hidden, and why', () => {
  const shown = texts(cards.render(sample.SUPPRESSED));
  expect(shown).toContain('Hidden');
  expect(shown.join('\n')).toContain('Hidden so that nobody can be recognised: counts of 1 to 7 people, and large ones or noughts too where a small one would follow by subtraction.');
});

test('data that is old, provisional or short of its period says so beside its date', () => {
  expect(texts(cards.render(sample.STALE)).join('\n')).toContain('Data to 2 October 2026, not up to date');
  expect(texts(cards.render(sample.TREND)).join('\n')).toContain('Data to 24 October 2026, part of the period, provisional');
});

test('where nothing is held the card says of which measure, and nothing of a part or of what may still change', () => {
  const [metric] = sample.VALUE.metrics;
  const none = metric === undefined ? [] : [{ ...metric, value: null, caveats: [], comparisons: [], trend: [], data: { ...metric.data, complete: false, provisional: true } }];
  const said = texts(cards.render({ ...sample.VALUE, outcome: 'no-data', reason: 'after-data', scope: 'ENT · 1 November 2026', headline: 'No data for 1 November 2026 yet.', metrics: none, next: [] }));
  expect(said).toEqual(['DNA rate · ENT · 1 November 2026', 'No data for 1 November 2026 yet.', 'Demonstration data']);
});

test('a fault shows its sentence and a reference, and no more', () => {
  const card = cards.fault('The numbers could not be worked out just now. Try again in a minute.', '7f3a');
  expect(texts(card)).toEqual(['The numbers could not be worked out just now. Try again in a minute.', 'Reference 7f3a']);
  expect(teamsFaults(card)).toEqual([]);
});

describe('a scorecard card', () => {
  const said = (parts: Partial<ScorecardAnswer['said']>, answer: Answer = board.LEAD_MEASURES): Answer => ({
    ...answer, scorecard: answer.scorecard && { ...answer.scorecard, said: { opening: '', verdict: '', standingOut: [], ...parts } },
  });

  test('shows what is off target under one heading, and folds the rest behind one button that works both ways', () => {
    const card = cards.render(sample.ANSWERS['lead measures'] ?? sample.VALUE);
    const shown = texts(card);
    expect(shown.indexOf('Off target')).toBeLessThan(shown.indexOf('ACPL'));
    const [folded] = shownOf(card, 'Container').filter(({ id }) => id === 'rest');
    expect(folded).toMatchObject({ isVisible: false });
    expect(texts(folded)).toEqual(expect.arrayContaining(['Day cases against plan', '10,500', 'Inpatients against plan']));
    expect(shownOf(card, 'Action.ToggleVisibility')).toMatchObject([
      { title: 'Show the other 2', targetElements: ['rest', 'show-rest', 'hide-rest'] }, { title: 'Hide them again', targetElements: ['rest', 'show-rest', 'hide-rest'] },
    ]);
  });

  test('folds nothing that is concerning, off target or not', () => {
    const run = sample.DNA.process;
    const scorecard = board.LEAD_MEASURES.scorecard && { ...board.LEAD_MEASURES.scorecard, sections: board.LEAD_MEASURES.scorecard.sections.map((section) => ({
      ...section, lines: section.lines.map((line) => (line.label === 'Inpatients against plan' && run !== null ? { ...line, process: { ...run, variation: 'concern' as const, variationWords: 'Concerning (special cause)' } } : line)),
    })) };
    const card = cards.render({ ...board.LEAD_MEASURES, scorecard });
    const [folded] = shownOf(card, 'Container').filter(({ id }) => id === 'rest');
    expect(texts(folded)).toContain('Day cases against plan');
    expect(texts(folded)).not.toContain('Inpatients against plan');
    const shown = texts(card);
    expect(shown.slice(shown.indexOf('Concerning (special cause)'), shown.indexOf('Concerning (special cause)') + 2)).toEqual(['Concerning (special cause)', 'Inpatients against plan']);
    expect(shown).toContain('Show the other 1');
  });

  test('counts how many of all its lines are off target', () => {
    expect(texts(cards.render(board.LEAD_MEASURES))).toContain('3 of 5 off target');
    expect(texts(cards.render(board.OFF_TARGET_ONLY))).toContain('2 off target');
  });

  test('says its verdict in three lines of a phone, and what else there is to say on lines of its own', () => {
    const told = '2 are held to a plan, not a target: Day cases and Inpatients above plan, year to date.';
    const verdict = '3 of 5 lead measures are off target from April 2024 to June 2024 (year to date)';
    const standingOut = ['ACPL improving (special cause): 11 months in a row above its average of 1.53', 'Capped utilisation improving (special cause): above the usual 72.9% to 75.7%'];
    const card = cards.render(said({ verdict: `${verdict}: ACPL 1.55, Capped utilisation 77.1% and First or procedure 43.8%. ${told}`, standingOut }));
    const shown = texts(card);
    expect(shown.slice(shown.indexOf(`${verdict}.`), shown.indexOf(`${verdict}.`) + 5)).toEqual([`${verdict}.`, told, 'Standing out', ...standingOut]);
    expect(card.speak).toBe(`${verdict}: ACPL 1.55, Capped utilisation 77.1% and First or procedure 43.8%. ${told}`);
    // What is off target stands by name in the list below, and nothing longer than three lines of a phone leads.
    const long = `Income £6.9m (9.8%) above plan for variable activity from April 2024 to June 2024 (year to date); activity 17,371 (7.5%) above. ${told}`;
    const unjudged = texts(cards.render(said({ verdict: long }, board.VARIABLE_ACTIVITY)));
    expect(unjudged).toEqual(expect.arrayContaining(['Income £6.9m (9.8%) above plan for variable activity from April 2024 to June 2024 (year to date).', 'Activity 17,371 (7.5%) above.', told]));
  });

  test('names each document that sets its targets once, with the tables in it', () => {
    const [first, second, ...rest] = board.LEAD_MEASURES.scorecard?.sections[0]?.lines ?? [];
    const lines = [first, second].flatMap((line, at) => (line === undefined ? [] : [{ ...line, target: { value: 1, met: false, words: 'at least 1', source: `Board paper H, 11 July 2024, Table ${at + 1}` } }]));
    const scorecard = board.LEAD_MEASURES.scorecard && { ...board.LEAD_MEASURES.scorecard, sections: [{ title: '', lines: [...lines, ...rest.map((line) => ({ ...line, target: null }))] }] };
    expect(texts(cards.render({ ...board.LEAD_MEASURES, scorecard }))).toContain('Targets: Board paper H, 11 July 2024, Table 1 and Table 2');
  });

  test('whose other targets alone have no room says in small where they are', () => {
    const [late] = board.OFF_TARGET_ONLY.scorecard?.sections[0]?.lines ?? [];
    const rival = { words: 'at most 1', source: 'Board paper', met: false, path: null };
    const lines = late === undefined ? [] : Array.from({ length: 8 }, (_, at) => ({ ...late, label: `Late starts ${at}`, rivals: Array.from({ length: 5 }, () => ({ ...rival, words: 'x'.repeat(200) })) }));
    const scorecard = board.LEAD_MEASURES.scorecard && { ...board.LEAD_MEASURES.scorecard, sections: [{ title: '', lines }] };
    const card = cards.render({ ...board.LEAD_MEASURES, scorecard, next: [{ title: 'Show working', step: { kind: 'working', query: sample.VALUE.query ?? querySchema.parse({}) } }] });
    expect(texts(card)).toEqual(expect.arrayContaining(lines.map(({ label }) => label)));
    expect(elements(card).find(({ text }) => text === 'Other targets and notes are under Show working.')).toMatchObject({ size: 'Small', isSubtle: true });
    expect(texts(card).join(' ')).not.toContain('Cut short here');
  });

  test('with nothing off target folds nothing', () => {
    const card = cards.render(sample.ANSWERS['nothing off target'] ?? sample.VALUE);
    expect(shownOf(card, 'Action.ToggleVisibility')).toEqual([]);
    expect(texts(card)).toEqual(expect.arrayContaining(['Nothing off target', '86.0%']));
    expect(texts(card).filter((text) => text.startsWith('Not reported'))).toHaveLength(1);
  });

  test('of money has every line of the paper\'s Table 4 with its plan, actual and variance, and no columns to scroll', () => {
    const card = cards.render(sample.ANSWERS['variable activity'] ?? sample.VALUE);
    expect(texts(card)).toEqual(expect.arrayContaining([
      'New outpatients, not face to face', '3,556 done, plan 3,911 (−355)', '£746,209 earned, plan £807,492 (−£61,282)',
      'Grand total', '168,121 done, plan 154,546 (+13,575)', '£52,165,321 earned, plan £46,484,820 (+£5,680,500)',
      'Activity –', 'Income –', 'Held against plan; no other target is set',
    ]));
    expect(texts(card).filter((text) => /^(?:Activity –|.* done, plan .*)$/.test(text))).toHaveLength(20);
  });

  test('that was kept shows what has changed since', () => {
    expect(texts(cards.render(sample.ANSWERS['a kept scorecard again'] ?? sample.VALUE))).toEqual(expect.arrayContaining(['Changed since it was kept', 'Capped theatre utilisation: 76.8% on 11 July, 76.5% now']));
  });
});

test('a card of peers leads with the position, marks the own trust, and has no colour of a verdict', () => {
  const card = cards.render(sample.ANSWERS['peers'] ?? sample.VALUE);
  expect(texts(card).find((text) => text.startsWith('Not to be told apart from other trusts'))).toBeDefined();
  // The figures are of the quarter that the source has, whatever was asked.
  expect(texts(card)[0]).toBe('Trust · January to March 2024');
  expect(elements(card).filter(({ color }) => color === 'Good' || color === 'Attention')).toEqual([]);
  expect(elements(card).find(({ text }) => text === 'Leicester (this trust)')).toMatchObject({ weight: 'Bolder' });
});

describe('the funnel on a card of peers', () => {
  const peers = answerOf('peers');
  const pictures = (card: object) => elements(card).filter(({ type }) => type === 'Image');

  test('is a picture whose address holds every provider, and whose text is the verdict', () => {
    const [picture] = pictures(cards.render(peers));
    expect(picture?.['altText']).toBe(peers.headline);
    const spec = openChart(/charts\/(.+)\.png$/.exec(String(picture?.['url']))?.[1] ?? '', KEY, 0);
    expect(spec !== null && isFunnel(spec) ? spec : null).toMatchObject({
      name: 'Length of stay, elective inpatients', about: '12 trusts, January to March 2024', unit: 'nights', per: 'stays', centre: 4.05,
      own: { at: 11, value: '4.1 nights' }, curves: [{ denominator: 500, limits: [2.2, 2.6, 5.6, 6] }, {}, {}, {}],
    });
    expect(spec !== null && isFunnel(spec) ? spec.dots : []).toHaveLength(12);
    expect(spec !== null && isFunnel(spec) ? spec.dots[11] : null).toEqual({ denominator: 2_000, value: 4.1 });
  });

  test('stands beside the words and takes nothing from them', () => {
    expect(texts(cards.render(peers))).toEqual(texts(withoutPictures.render(peers)));
  });

  test.each([
    ['nobody could fetch it', withoutPictures, peers],
    ['the counts behind the figures are not given', cards, answerOf('peers without counts')],
    ['the figure is withheld', cards, { ...peers, metrics: peers.metrics.map((metric) => ({ ...metric, suppressed: true })) }],
  ])('is not there where %s', (_, face, answer) => {
    expect(pictures(face.render(answer))).toEqual([]);
  });

  test('is the first to go where the card is too long, before any provider', () => {
    const full = texts(cards.render(peers));
    const longer = Array.from({ length: 98 }, (_, more) => ({ ...peers, metrics: peers.metrics.map((metric) => ({
      ...metric, rows: [...metric.rows, ...metric.rows], caveats: Array.from({ length: 8 }, (__, at) => `${at}${'x'.repeat(more * 5)}`) })) }));
    const card = longer.map((answer) => cards.render(answer)).find((one) => pictures(one).length === 0) ?? cards.render(peers);
    expect(JSON.stringify(card).length).toBeLessThanOrEqual(CARD_LIMIT);
    expect(pictures(card)).toEqual([]);
    expect(texts(card).filter((text) => text === 'Leicester (this trust)')).toHaveLength(2);
    expect(texts(card)).toEqual(expect.arrayContaining(full.filter((text) => text.endsWith('nights'))));
  });
});

test.each([
  ['contribution so far', '(52,165,321 − 46,484,821) × 0.8 = £4,544,400'],
  ['activity against plan', '746,209 − 807,492 = (£61,282)'],
])('the working of %s takes one from the other and divides nothing', (name, sum) => {
  const shown = texts(cards.render({ ...(sample.ANSWERS[name] ?? sample.VALUE), showWorking: true }));
  expect(shown).toContain(sum);
  expect(shown.join(' ')).not.toContain('÷');
});

test('a column that is named with its months is not taken for a unit', () => {
  const { scorecard } = board.VARIABLE_ACTIVITY;
  if (scorecard === null) {
    throw new Error('no scorecard');
  }
  const cells = [{ id: 'period', label: 'Q4 2023/24 (January to March 2024)', value: 3.6, display: '3.6 nights', reason: null }, { id: 'ytd', label: 'Year to date', value: 3.7, display: '3.7 nights', reason: null }];
  const lines = scorecard.sections.flatMap((section) => section.lines).slice(0, 1).map((line) => ({ ...line, cells }));
  const card = withoutPictures.render({ ...board.VARIABLE_ACTIVITY, scorecard: { ...scorecard, judged: false, sections: [{ title: '', lines }] } });
  expect(JSON.stringify(card)).toContain('Q4 2023/24 (January to March 2024) 3.6 nights');
  expect(JSON.stringify(card)).toContain('Indicators, not targets');
});

describe('a figure whose bare number would say nothing', () => {
  test('has beside it what it is: a deficit, also a smaller one, and which way it has moved since', () => {
    const shown = texts(cards.render(board.DEFICIT));
    expect(shown).toEqual(expect.arrayContaining(['£9.7m', 'a deficit', '£1.3m deficit', 'since then £8,412,503 worse; June 2024 is still being coded', '£10.1m deficit', 'since then £355,990 better']));
    expect(shown.join(' ')).toContain('Improving (special cause): above the usual (£14m) to (£10.8m), but still a deficit.');
  });

  test('is in millions where two stand side by side on a phone, and in full in the sentence', () => {
    const [money] = board.DEFICIT.metrics;
    const { difference: _own, ...income } = { ...money, ...sample.DNA, name: 'Income', unit: 'gbp' as const, value: 64_860_879, display: '£64,860,879', target: null, process: null };
    const may = { with: 'previous' as const, label: 'May 2024', value: 70_194_572, display: '£70,194,572', change: -5_333_693, changeWords: 'down £5,333,693', daily: '', sentence: 'Down £5,333,693: £64,860,879 against £70,194,572 in May 2024.' };
    const shown = texts(cards.render({ ...board.DEFICIT, query: querySchema.parse({ intent: 'comparison', metrics: ['income'], period: board.DEFICIT.query?.period, versus: 'previous' }), metrics: [{ ...income, comparisons: [may] }] }));
    expect(shown).toEqual(expect.arrayContaining(['£64.9m', '£70.2m']));
    expect(shown.join(' ')).toContain('£64,860,879 against £70,194,572');
  });

  test('of a part has the two amounts behind it in pounds, and none over the other', () => {
    const [money] = board.DEFICIT.metrics;
    const rows = [{ ...row('MSS', -220_527), display: '(£220,527)', numerator: 9_598_153, denominator: 9_818_679 }];
    const shown = texts(cards.render({ ...board.DEFICIT, query: querySchema.parse({ intent: 'breakdown', metrics: ['net-surplus'], period: board.DEFICIT.query?.period, by: 'cmg' }), metrics: money === undefined ? [] : [{ ...money, rows }] }));
    expect(shown).toEqual(expect.arrayContaining(['(£220,527)', '£9,598,153 against £9,818,679', 'In brackets: a deficit']));
  });

  test('against plan has beside it on which side, and by what share', () => {
    expect(texts(cards.render(board.PLAN_ANSWER))).toEqual(expect.arrayContaining(['£61,282', 'below plan (7.6%)']));
  });
});

test('a part without a target of its own shows the one of the whole, and where it is from', () => {
  const shown = texts(cards.render({ ...sample.VALUE, metrics: [{ ...sample.DNA, target: null, status: 'none', statusWords: 'No target of its own', standingTarget: { words: 'below 5%', source: 'Board paper, Table 2', of: 'whole' } }] }));
  expect(shown).toEqual(expect.arrayContaining(['No target of its own', 'The whole has a target: below 5%', 'Target of the whole: Board paper, Table 2']));
});

test('what hidden parts come to together stands with why they are hidden, and is not said to be few', () => {
  const rows = [{ ...row('A', 400), suppressed: false }, { ...row('B', null), suppressed: true }, { ...row('C', null), suppressed: true }];
  const shown = texts(cards.render({ ...sample.VALUE, query: sample.VALUE.query && { ...sample.VALUE.query, intent: 'breakdown', by: 'site' }, metrics: [{ ...sample.DNA, rows, hiddenTogether: '497' }] }));
  expect(shown).toContain('\\* Hidden so that nobody can be recognised: counts of 1 to 7 people, and large ones or noughts too where a small one would follow by subtraction. All the hidden ones together: 497; they stand last, and some may belong higher up.');
});

test('a list that leaves hidden parts out says that they may be the larger ones, what the rest of it comes to, and names nobody without a line', () => {
  // Twelve have a line; Last and Next have 9 + 10 = 19 between them, and ten hidden 634, so that one of them has 64 at least.
  const shownRows = Array.from({ length: 12 }, (_, at) => row(`Part ${at + 1}`, 400 - at));
  const rows = [...shownRows, row('Next', 10), row('Last', 9), ...Array.from({ length: 10 }, (_, at) => ({ ...row(`Hidden ${at}`, null), suppressed: true }))];
  const before = { with: 'previous' as const, label: 'May 2024', value: 3_955, display: '3,955', change: 60, changeWords: 'up 60', daily: '', sentence: null };
  const metric = { ...sample.DNA, kind: 'count' as const, target: null, status: 'none' as const, statusWords: 'No target set', rows, better: 'lower' as const, unit: 'count' as const, hiddenTogether: '634', total: { label: 'Trust overall', display: '4,015' }, comparisons: [before] };
  const shown = texts(cards.render({ ...sample.VALUE, headline: 'Waits, from Part 1 400 to Last 9. Trust overall 4,015.', query: sample.VALUE.query && { ...sample.VALUE.query, intent: 'breakdown', by: 'specialty' }, metrics: [metric] }));
  expect(shown).toContain('and 2 more, 19 between them: ask for one by name. 10 hidden, 634 between them: some may be larger than those shown');
  expect(shown).toContain('Waits, from Part 1 400 to 9 for the last. Trust overall 4,015.');
  expect(shown).toContain('Fewer is better');
  expect(shown).not.toContain('No target set');
  expect(shown).toContain('May 2024: 3,955 overall, up 60');
});

test('what is the same of every part is said once, beside the whole, and how it stands to a course with the target', () => {
  const rows = [row('A', 0.07), row('B', 0.06)].map((one) => ({ ...one, status: 'off-target' as const, target: { value: 0.05, met: false } }));
  const path = 'On the planned path to 5% by March 2025: June had to be 7.3% or less';
  const target = sample.DNA.target === null ? null : { ...sample.DNA.target, others: [{ value: 0.073, display: '7.3%', words: 'at most 7.3%', source: 'Plan', met: true, path, course: { end: 0.05, endWords: '5% by March 2025', at: 'June', bound: '7.3% or less' } }] };
  const shown = texts(cards.render({ ...sample.VALUE, query: sample.VALUE.query && { ...sample.VALUE.query, intent: 'breakdown', by: 'site' }, metrics: [{ ...sample.DNA, target, rows, total: { label: 'Trust overall', display: '6.5%' } }] }));
  expect(shown.filter((text) => text === 'Off target')).toHaveLength(1);
  expect(shown.filter((text) => text.includes('planned path'))).toEqual(['Target below 5%. Trust overall: off the 5% target, but on the planned path to it by March 2025 (June: 7.3% or less)']);
});

const row = (label: string, value: number | null): MetricAnswer['rows'][number] => ({
  key: label, keys: [label], label, metric: 'dna-rate', value, display: value === null ? '*' : String(value), numerator: value, denominator: null, target: null, status: 'none', suppressed: false,
});
