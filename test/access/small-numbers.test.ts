import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createAudit, type AuditEntry } from '../../src/access/audit';
import { createRoad } from '../../src/ask';
import { ALL_OPEN } from '../../src/access/access';
import { grantsOf } from '../../src/access/granted';
import { NO_GRANTS, type Grants } from '../../src/access/permit';
import { WHOLE } from '../../src/access/scope';
import type { Answer, MetricAnswer } from '../../src/answers/answer';
import { WITHHELD } from '../../src/answers/withheld';
import type { FrozenScorecards } from '../../src/answers/frozen-answer';
import { rangePeriod } from '../../src/calendar/period';
import { londonInstant } from '../../src/calendar/instant';
import { createChartAddress } from '../../src/cards/charts/chart-address';
import { openChart } from '../../src/cards/charts/signed-chart';
import { createCards } from '../../src/cards/create-cards';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { grantSchema } from '../../src/catalogue/grant';
import { scorecardSchema } from '../../src/catalogue/scorecard';
import { querySchema, type Query } from '../../src/engine/query';
import type { Snapshot } from '../../src/engine/snapshot';
import { createLanguage } from '../../src/language/language';
import type { Report } from '../../src/reports/report';
import { createReporting } from '../../src/reports/reporting';
import { answerAsCsv } from '../../src/cli/answer-csv';
import { answerAsJson } from '../../src/cli/answer-json';
import { answerAsText } from '../../src/cli/answer-text';
import { texts } from '../cards/walk';
import { readsPeople } from './hidden-of';
import { CATALOGUE, holdAtoms, type Atom } from './small-extract';

/** Missed and kept appointments a month, at three sites of two specialties; one number of them all is small. */
const PEOPLE: readonly (readonly [specialty: string, cmg: string, site: string, missed: number, kept: number])[] = [
  ['100', 'mss', 'gh', 40, 400], ['100', 'mss', 'lri', 60, 700], ['110', 'mss', 'gh', 30, 300], ['110', 'mss', 'lri', 50, 500],
  ['120', 'esm', 'gh', 45, 420], ['120', 'esm', 'lri', 3, 90],
];
const MAY = '2024-05-01';
const atoms: readonly Atom[] = ['2024-04-01', MAY, '2024-06-01', '2024-07-01'].flatMap((month) => PEOPLE.flatMap(([specialty, cmg, site, missed, kept]): Atom[] => [
  // Only in May is it small: in the other months there are enough.
  { month, specialty, cmg, site, kind: 'missed', people: missed === 3 && month !== MAY ? 20 : missed }, { month, specialty, cmg, site, kind: 'first', people: kept },
]));

let held: Snapshot & { close(): void };
beforeAll(async () => { held = await holdAtoms(atoms); });
afterAll(() => held.close());

const TEMPLATES = path.join(__dirname, '../../cards');
const LANGUAGE = createLanguage(CATALOGUE);
const MONTH = { from: MAY, to: '2024-05-31', grain: 'month', label: 'May 2024' };
const asked = (more: object): Query => querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: MONTH, ...more });
const SMALL = { specialty: ['120'], site: ['lri'] };

const LIFTED: Grants = { of: () => ({ alone: { ...ALL_OPEN, restricted: new Map([['small-numbers', WHOLE]]) }, here: { ...ALL_OPEN, restricted: new Map([['small-numbers', WHOLE]]) } }) };

function answerTo(more: object, grants: Grants = NO_GRANTS, catalogue: Catalogue = CATALOGUE): Promise<Answer> {
  const snapshots = { lend: () => Promise.resolve({ snapshot: held, release: () => undefined }), problems: () => [] };
  const road = createRoad({ catalogue, language: LANGUAGE, snapshots, grants, timeLimit: 20_000 });
  return road.run({ kind: 'query', query: asked(more) }, { asker: { id: 'someone', name: null, tenant: null }, place: { kind: 'personal', id: 'chat' }, at: londonInstant('2024-08-02T09:00') ?? 0 });
}

async function metricOf(more: object, grants: Grants = NO_GRANTS): Promise<MetricAnswer> {
  const { metrics: [metric] } = await answerTo(more, grants);
  if (metric === undefined) {
    throw new Error('no figure came back');
  }
  return metric;
}

test('a small number is a star with a word of why, and none of its numbers are anywhere in the answer', async () => {
  const answer = await answerTo({ filters: SMALL });
  expect(answer).toMatchObject({ outcome: 'answered', metrics: [{ value: null, display: '*', numerator: null, denominator: null, suppressed: true, target: null, status: 'none' }] });
  expect(answer.metrics[0]?.caveats).toContain(WITHHELD);
  const ways = [JSON.stringify(answerAsJson('q', answer)), answerAsText('q', answer), answerAsCsv(answer)].join('\n');
  // 3 missed of 93 is 3.2%, or 0.0322…
  expect(ways).not.toMatch(/3\.2%|0\.032|\b93\b/);
});

test('the month is a gap in the trend, and the other months of it that would give it away are too', async () => {
  const { trend } = await metricOf({ intent: 'trend', filters: SMALL, period: rangePeriod('2024-04-01', '2024-07-31') });
  const shown = trend.filter(({ value }) => value !== null).map(({ period }) => period);
  expect(shown).not.toContain('2024-05');
  expect(shown.length).toBe(2);
});

test('the picture of a trend, by its address on the card, has a star for the month and no number of it', async () => {
  const months = ['2024-04-01', MAY, '2024-06-01', '2024-07-01', '2024-08-01', '2024-09-01'];
  const longer = await holdAtoms(months.flatMap((month) => atoms.filter((atom) => atom.month === (month === MAY ? MAY : '2024-04-01')).map((atom) => ({ ...atom, month }))));
  const at = londonInstant('2024-10-02T09:00') ?? 0;
  const road = createRoad({ catalogue: CATALOGUE, language: LANGUAGE, grants: NO_GRANTS, timeLimit: 20_000, snapshots: { lend: () => Promise.resolve({ snapshot: longer, release: () => undefined }), problems: () => [] } });
  const answer = await road.run({ kind: 'query', query: asked({ intent: 'trend', filters: SMALL, period: rangePeriod('2024-04-01', '2024-09-30') }) }, { asker: { id: 'someone', name: null, tenant: null }, place: { kind: 'personal', id: 'chat' }, at });
  longer.close();
  const cards = createCards({ templatesFolder: TEMPLATES, chartAddress: createChartAddress({ publicUrl: 'https://tally.example', key: 'the key', clock: () => at }) });
  const tokens = [...JSON.stringify(cards.render(answer)).matchAll(/[/]charts[/]([^"]*)[.]png"/g)].map(([, token]) => token ?? '');
  const pictures = [...new Set(tokens)].map((token) => openChart(token, 'the key', at)).map((picture) => (picture !== null && 'onDark' in picture ? picture.onDark : picture)).filter((picture) => picture !== null && 'points' in picture);
  // One for each ground that a card can have.
  expect(pictures).toHaveLength(2);
  for (const picture of pictures) {
    // By hand: 20 missed of 110 in each month that is shown.
    expect(picture).toMatchObject({ points: months.map((month) => ({ period: month.slice(0, 7), ...(month === MAY ? { value: null, hidden: true } : {}) })) });
    expect(JSON.stringify(picture)).not.toMatch(/0\.03|3\.2%/);
    expect(JSON.stringify(picture)).toContain('0.181818');
  }
});

test('the months together are shown, since they are many', async () => {
  const quarter = await metricOf({ filters: SMALL, period: rangePeriod('2024-04-01', '2024-06-30') });
  // 20 + 3 + 20 of 3 months of 90 kept.
  expect(quarter).toMatchObject({ numerator: 43, denominator: 313, suppressed: false });
});

test('what is left of a total tells nobody: neither the other site nor all but one site of the specialty is shown', async () => {
  const { rows } = await metricOf({ intent: 'breakdown', by: 'site', filters: { specialty: ['120'] } });
  expect(rows.map(({ key, suppressed, value }) => [key, suppressed, value])).toEqual(expect.arrayContaining([['lri', true, null], ['gh', true, null]]));
  expect(await metricOf({ filters: { specialty: ['120'] }, excluding: { site: ['gh'] } })).toMatchObject({ suppressed: true, value: null });
  expect(await metricOf({ filters: { specialty: ['120'] } })).toMatchObject({ numerator: 48, suppressed: false });
});

test('a ranking and a condition leave out what is hidden, and say nothing of where it would come', async () => {
  const above = await metricOf({ intent: 'breakdown', by: ['specialty', 'site'], having: { op: 'below', value: 0.05 } });
  expect(above.rows).toEqual([]);
  const ranked = await metricOf({ intent: 'ranking', by: ['specialty', 'site'], order: 'lowest', limit: 3 });
  expect(ranked.rows.map(({ key }) => key)).not.toContain('120|lri');
});

test('where every part is hidden it is said that they are, and not that nothing is held', async () => {
  const { headline } = await answerTo({ intent: 'breakdown', by: 'site', filters: { specialty: ['120'] } });
  expect(headline).toMatch(/every site is hidden, because 1 to 7 people could be recognised/);
  expect(headline).not.toMatch(/nothing is held/);
});

test('the whole trust is shown to the last person, by day and by month', async () => {
  expect(await metricOf({})).toMatchObject({ numerator: 228, denominator: 2_638, suppressed: false });
  expect(await metricOf({ period: { from: MAY, to: MAY, grain: 'day', label: '1 May 2024' } })).toMatchObject({ numerator: 228, suppressed: false });
});

test('a whole week is shown by one dimension, and by two together or for some days of it nothing is, with a word of why', async () => {
  const period = { from: '2024-04-29', to: '2024-05-05', grain: 'week', label: 'Week' };
  expect(await metricOf({ filters: { specialty: ['100'] }, period })).toMatchObject({ suppressed: false, numerator: 100, denominator: 1_200 });
  // Sixty missed at one of its sites, which are not shown by weeks: what is left of them would be the other site's.
  const week = await metricOf({ filters: { specialty: ['100'], site: ['lri'] }, period });
  expect(week).toMatchObject({ suppressed: true, value: null });
  expect(week.caveats).toContain('Below the whole trust people are shown by whole weeks and months, by weeks by one thing at once: a whole month may be shown.');
});

test.each([['2024-05-01', '2024-05-05'], ['2024-05-01', '2024-05-01'], ['2024-05-02', '2024-05-02']])('of %s to %s alone nothing is told, not even whether there was anybody', async (from, to) => {
  const period = { from, to, grain: 'range', label: 'Some days' };
  expect(await metricOf({ filters: { specialty: ['100'] }, period })).toMatchObject({ suppressed: true, value: null, numerator: null, denominator: null });
  const split = await answerTo({ intent: 'breakdown', by: 'specialty', period });
  expect(split.metrics[0]?.rows).toEqual([]);
  expect(split.headline).toMatch(/every specialty is hidden/);
  expect(JSON.stringify(answerAsJson('q', split))).not.toMatch(/"1[012]0"/);
});

test('nought is shown as nought', async () => {
  expect(await metricOf({ metrics: ['cancelled-rate'], filters: { specialty: ['100'] } })).toMatchObject({ numerator: 0, value: 0, suppressed: false });
});

test('somebody who is granted it sees the number, and the answer kept for them is not given to others', async () => {
  const snapshots = { lend: () => Promise.resolve({ snapshot: held, release: () => undefined }), problems: () => [] };
  const grants: Grants = { of: (asker, place) => (asker.id === 'on.call' ? LIFTED : NO_GRANTS).of(asker, place) };
  const road = createRoad({ catalogue: CATALOGUE, language: LANGUAGE, snapshots, grants, timeLimit: 20_000 });
  const as = (id: string) => road.run({ kind: 'query', query: asked({ filters: SMALL }) }, { asker: { id, name: null, tenant: null }, place: { kind: 'personal', id: 'chat' }, at: londonInstant('2024-08-02T09:00') ?? 0 });
  expect(await as('on.call')).toMatchObject({ metrics: [{ numerator: 3, denominator: 93, suppressed: false }] });
  expect(await as('someone')).toMatchObject({ metrics: [{ numerator: null, denominator: null, suppressed: true }] });
});

test('a number that somebody who is granted it reports as wrong is kept as others may see it', async () => {
  const snapshots = { lend: () => Promise.resolve({ snapshot: held, release: () => undefined }), problems: () => [] };
  const audited: AuditEntry[] = [];
  const audit = createAudit({ append: (entry) => Promise.resolve(void audited.push(entry)) }, CATALOGUE, () => 0);
  const kept: Report[] = [];
  const metrics = new Map([...CATALOGUE.metrics].map(([id, metric]) => [id, { ...metric, owner: 'Outpatients performance' }]));
  const reporting = createReporting({
    catalogue: { ...CATALOGUE, metrics }, road: createRoad({ catalogue: CATALOGUE, language: LANGUAGE, snapshots, grants: LIFTED, audit, timeLimit: 20_000 }), chats: { of: () => Promise.resolve(null) },
    kept: { keep: (report) => Promise.resolve(kept.push(report) > 0), told: () => Promise.resolve(null), countBy: () => Promise.resolve(0), tell: () => Promise.resolve(), read: () => Promise.resolve([]), forget: () => Promise.resolve() },
    port: { post: () => Promise.reject(new Error('nobody has a chat')) }, render: () => ({}), failed: () => undefined,
  });
  const report = (filters: object) => reporting.report({ query: asked({ filters }), snapshot: 's', measure: null }, { asker: { id: 'on.call', name: null, tenant: null }, place: { kind: 'personal', id: 'chat' }, at: londonInstant('2024-08-02T09:00') ?? 0 });
  const said = await report(SMALL);
  expect(kept.map((one) => one.said)).toEqual([expect.stringContaining(' withheld · ')]);
  // 3 missed of 93 is 3.2%.
  expect(JSON.stringify([kept, said])).not.toMatch(/3\.2%|\b93\b/);
  expect(audited.map(({ way, suppression }) => [way, suppression])).toEqual([['report', 'applied']]);
  await report({});
  // By hand: 228 missed of 2,638 is 8.6%; of the whole trust nothing is hidden.
  expect(kept[1]?.said).toContain('8.6%');
});

test('in a place that others read it is a star, also to somebody who is granted it, unless the place is granted it too', async () => {
  const snapshots = { lend: () => Promise.resolve({ snapshot: held, release: () => undefined }), problems: () => [] };
  const grant = (who: object) => grantSchema.parse({ ...who, because: 'Runs the day', owner: 'COO' });
  const grants = grantsOf({ ...CATALOGUE, access: null, grants: [
    grant({ users: ['on.call'], may: ['small-numbers'] }), grant({ conversations: ['19:all'] }), grant({ conversations: ['19:few'], may: ['small-numbers'], guests: 'none' }),
  ] });
  const road = createRoad({ catalogue: CATALOGUE, language: LANGUAGE, snapshots, grants, timeLimit: 20_000 });
  const shownIn = async (id: string) => (await road.run({ kind: 'query', query: asked({ filters: SMALL }) }, { asker: { id: 'on.call', name: null, tenant: null }, place: { kind: 'channel', id }, at: londonInstant('2024-08-02T09:00') ?? 0 })).metrics[0];
  expect(await shownIn('19:few;messageid=1')).toMatchObject({ numerator: 3, denominator: 93, suppressed: false });
  expect(await shownIn('19:all;messageid=1')).toMatchObject({ value: null, numerator: null, denominator: null, suppressed: true });
});

test('a scorecard has a star for the small number and for what would give it away, on its card, in words, in JSON and in a file', async () => {
  const columns = [{ id: 'period', label: 'Period', metric: 'dna-rate' }];
  const pack = scorecardSchema.parse({ id: 'pack', name: 'Pack', owner: 'COO', source: 'Table 2', sections: [
    { columns: [{ id: 'period', label: 'Period' }], lines: [{ metric: 'dna-rate', filters: SMALL }, { metric: 'dna-rate' }] }, { by: 'site', filters: { specialty: ['120'] }, columns },
  ] });
  const answer = await answerTo({ intent: 'scorecard', metrics: [], scorecard: 'pack' }, NO_GRANTS, { ...CATALOGUE, scorecards: new Map([['pack', pack]]) });
  const lines = answer.scorecard?.sections.flatMap((section) => section.lines) ?? [];
  // By hand: 228 missed of 2,638 in the trust, 48 of 558 in the specialty; of its two sites one follows from the other.
  expect(lines.map(({ numerator, denominator, suppressed }) => [numerator, denominator, suppressed])).toEqual([[null, null, true], [228, 2_638, false], [null, null, true], [null, null, true], [48, 558, false]]);
  const card = createCards({ templatesFolder: TEMPLATES, chartAddress: null }).render(answer);
  expect(texts(card).filter((text) => text === '\\*')).toHaveLength(3);
  // 3 missed of 93 is 3.2%, and 45 of 465 at the other site 9.7%.
  expect([JSON.stringify(card), JSON.stringify(answerAsJson('q', answer)), answerAsText('q', answer), answerAsCsv(answer)].join('\n')).not.toMatch(/3\.2%|0\.032|\b93\b|9\.7%|0\.096|\b465\b/);
});

test('a scorecard that is kept by somebody who is granted it holds no small number, for them or for whoever reads it later', async () => {
  const pack = scorecardSchema.parse({ id: 'pack', name: 'Pack', owner: 'COO', source: 'Table 2', sections: [{ columns: [{ id: 'period', label: 'Period' }], lines: [{ metric: 'dna-rate' }] }] });
  const catalogue = { ...CATALOGUE, scorecards: new Map([['pack', pack]]) };
  let kept: Parameters<FrozenScorecards['keep']>[0] | null = null;
  const frozen: FrozenScorecards = { keep: (row) => { kept = row; return Promise.resolve(true); }, find: () => Promise.resolve(kept), names: () => Promise.resolve([]) };
  const snapshots = { lend: () => Promise.resolve({ snapshot: held, release: () => undefined }), problems: () => [] };
  const grants: Grants = { of: (asker, place) => (asker.id === 'on.call' ? LIFTED : NO_GRANTS).of(asker, place) };
  const road = createRoad({ catalogue, language: createLanguage(catalogue), snapshots, grants, frozen, timeLimit: 20_000 });
  const as = (id: string, more: object) => road.run({ kind: 'query', query: querySchema.parse({ intent: 'scorecard', metrics: [], scorecard: 'pack', period: MONTH, filters: SMALL, ...more }) }, { asker: { id, name: null, tenant: null }, place: { kind: 'personal', id: 'chat' }, at: londonInstant('2024-08-02T09:00') ?? 0 });
  const lineOf = (answer: Answer) => answer.scorecard?.sections[0]?.lines[0];
  // Asked for without a name it is theirs, with the number.
  expect(lineOf(await as('on.call', {}))).toMatchObject({ numerator: 3, denominator: 93, suppressed: false });
  expect(await as('on.call', { frozen: { name: 'July', what: 'freeze' } })).toMatchObject({ outcome: 'done' });
  for (const id of ['on.call', 'someone']) {
    const shown = await as(id, { frozen: { name: 'July', what: 'show' } });
    expect(lineOf(shown)).toMatchObject({ numerator: null, denominator: null, suppressed: true });
    expect([JSON.stringify(answerAsJson('q', shown)), answerAsText('q', shown), answerAsCsv(shown)].join('\n')).not.toMatch(/3\.2%|0\.032|\b93\b/);
  }
});

/** The answer on a road of so many milliseconds over a snapshot of which some statements take milliseconds more. */
function slowly(timeLimit: number, ms: number, isSlow: (sql: string) => boolean): Promise<Answer> {
  const snapshot: Snapshot = { ...held, run: async (sql, parameters, signal) => {
    await pause(isSlow(sql) ? ms : 0, undefined, { signal });
    return held.run(sql, parameters, signal);
  } };
  const snapshots = { lend: () => Promise.resolve({ snapshot, release: () => undefined }), problems: () => [] };
  const road = createRoad({ catalogue: CATALOGUE, language: LANGUAGE, snapshots, grants: NO_GRANTS, timeLimit });
  return road.run({ kind: 'query', query: asked({ filters: SMALL }) }, { asker: { id: 'someone', name: null, tenant: null }, place: { kind: 'personal', id: 'chat' }, at: londonInstant('2024-08-02T09:00') ?? 0 });
}

test('waiting until it is known what is hidden is no time of the question', async () => {
  expect(await slowly(2_000, 800, readsPeople)).toMatchObject({ outcome: 'answered', metrics: [{ value: null, suppressed: true }] });
});

test('a question whose own statements take too long is stopped all the same', async () => {
  await expect(slowly(1_000, 3_000, (sql) => sql.includes('sum(') && !readsPeople(sql))).rejects.toMatchObject({ code: 'QUERY_TIMEOUT' });
});
