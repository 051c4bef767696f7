import path from 'node:path';
import { z } from 'zod';
import { loadCatalogue } from '../../src/catalogue/load';
import { Checkout } from './checkout';

const answerSchema = z.object({ outcome: z.string(), options: z.array(z.string()), query: z.object({ metrics: z.array(z.string()) }).nullable() });

const ORGANISATION = 'organisation:\n  name: Sample Trust\n  scope: Trust\n  owner: An analyst\n  date: 2024-04-01\n';
const CONFIG = {
  'organisation.yaml': ORGANISATION,
  'extracts.yaml': 'extracts:\n  - id: appointments\n    table: outpatient_appointments\n    files: appointments.csv\n    select: select * from file\n',
  // Two readings of one word, both of which the appointments can answer.
  'vocabulary.yaml': 'ambiguities:\n  - words: [slippage]\n    ask: "Missed, or cancelled?"\n    readings: [DNA rate, Outpatient cancellations]\n',
};
const QUESTIONS = { 'questions.yaml': 'questions:\n  keep: true\n  owners: [An.Analyst]\n  because: To learn\n' };
const APPOINTMENTS = 'appointment_date,attended_or_did_not_attend_code,treatment_function_code,weight,counted_by\n2024-05-01,5,120,920,month\n2024-05-01,3,120,80,month\n';

let checkout: Checkout;
let data: string;
beforeAll(() => {
  checkout = new Checkout();
  data = checkout.folderWith('appointments', { 'appointments.csv': APPOINTMENTS });
});
afterAll(() => checkout.close());

async function ask(config: string, questions: readonly string[]): Promise<z.infer<typeof answerSchema>[]> {
  const { out, err } = await checkout.run('ask', ['--json', '--config', config, '--data', data, '--now', '2024-06-12T09:00'], { input: questions.join('\n') });
  expect(err).toBe('');
  return out.trim().split('\n').map((line) => answerSchema.parse(JSON.parse(line)));
}
const check = (config: string, ...who: readonly string[]) => checkout.run('check', ['--questions', '--config', config, ...who]);

test('whoever is no owner is told so in one sentence, and nothing else', async () => {
  const config = checkout.folderWith('config-refused', { ...CONFIG, ...QUESTIONS });
  await ask(config, ['DNA rate for gizmo']);
  for (const who of [[], ['--as', 'a.manager']]) {
    const { code, out, err } = await check(config, ...who);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toBe(`"${who[1] ?? 'terminal'}" may not read the questions that were kept. Say who you are with --as: only the owners that the configuration names may.\n`);
  }
});

test('where the configuration names nobody, nobody may; and nothing is kept', async () => {
  const config = checkout.folderWith('config-silent', { ...CONFIG, 'organisation.yaml': ORGANISATION.replace('Sample', 'Silent') });
  await ask(config, ['DNA rate for gizmo']);
  const { code, out } = await check(config, '--as', 'an.analyst');
  expect([code, out]).toEqual([1, 'The configuration keeps no questions, and names nobody who may read any: it has no heading "questions".\n']);
  const since = checkout.folderWith('config-since', { ...CONFIG, ...QUESTIONS, 'organisation.yaml': ORGANISATION.replace('Sample', 'Silent') });
  expect((await check(since, '--as', 'an.analyst')).out).toBe('Silent Trust: nothing is kept of the past 90 days. Every question was answered, or none was asked.\n');
});

test('where the configuration says not to, nothing is kept or shown', async () => {
  const off = { 'questions.yaml': QUESTIONS['questions.yaml'].replace('keep: true', 'keep: false') };
  const organisation = { 'organisation.yaml': ORGANISATION.replace('Sample', 'Off') };
  const config = checkout.folderWith('config-off', { ...CONFIG, ...off, ...organisation });
  await ask(config, ['DNA rate for gizmo']);
  const { code, out } = await check(config, '--as', 'an.analyst');
  expect([code, out]).toEqual([0, 'The configuration says keep: false, so no questions are kept.\n']);
  const on = checkout.folderWith('config-on-again', { ...CONFIG, ...QUESTIONS, ...organisation });
  expect((await check(on, '--as', 'an.analyst')).out).toMatch(/^Off Trust: nothing is kept/);
});

test('an owner is told what to add, and what is added so is understood', async () => {
  const organisation = { 'organisation.yaml': ORGANISATION.replace('Sample', 'Learning') };
  const config = checkout.folderWith('config-learning', { ...CONFIG, ...QUESTIONS, ...organisation });
  const first = await ask(config, [
    'DNA rate for entt', 'DNA rate for ent',
    'slippage', 'DNA rate', 'slippage for ENT', 'DNA rate for ENT', 'slippage for ENT May 2024', 'DNA rate for ENT May 2024',
    'DNA rate for mr smith', 'DNA rate for Oyelaran',
  ]);
  expect(first.map(({ outcome }) => outcome)).toEqual([
    'unknown', 'answered', 'clarify', 'answered', 'clarify', 'answered', 'clarify', 'answered', 'refused', 'unknown',
  ]);
  const { code, out, err } = await check(config, '--as', ' an.ANALYST ');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const [before = '', yaml = ''] = out.split(/^# To add.*$/m);
  expect(before).toContain('Learning Trust, the past 90 days: 5 questions were not answered or asked back, and 0 cards got a thumbs-down.');
  expect(before).toContain('“entt”: asked once; 1 chose ENT\n');
  expect(before).toContain('add “entt” to the synonyms of ENT (specialty 120)');
  expect(before).toContain('“slippage”: asked back 3 times; 3 chose “DNA rate” → give it the default “DNA rate”');
  expect(before).toContain('taken out, since it may be a name: once');
  expect(out).not.toMatch(/smith|oyelaran/i);

  // Pasted as it is printed; the ambiguity in the place of the one that the trust has.
  const taught = checkout.folderWith('config-taught', { ...CONFIG, ...QUESTIONS, ...organisation, 'vocabulary.yaml': yaml });
  const again = await ask(taught, ['DNA rate for entt', 'slippage for ENT', 'DNA rate for ear nose and throat']);
  expect(again.map(({ outcome, query }) => [outcome, query?.metrics])).toEqual([['answered', ['dna-rate']], ['answered', ['dna-rate']], ['answered', ['dna-rate']]]);
});

test('a choice is found again by the next command, as it is by the next question', async () => {
  const organisation = { 'organisation.yaml': ORGANISATION.replace('Sample', 'Later') };
  const config = checkout.folderWith('config-later', { ...CONFIG, ...QUESTIONS, ...organisation });
  const [asked] = await ask(config, ['slippage for ENT']);
  expect(asked?.options[0]).toBe('DNA rate for ENT');
  await ask(config, ['DNA rate for ENT']);
  expect((await check(config, '--as', 'an.analyst')).out).toContain('“slippage”: asked back once; 1 chose “DNA rate”\n');
});

test('a wrong heading is a fault on its line, before anything is read', async () => {
  const config = checkout.folderWith('config-wrong', { ...CONFIG, 'questions.yaml': QUESTIONS['questions.yaml'].replace('keep: true', 'keep: true\n  for-days: 120') });
  const { code, out } = await check(config, '--as', 'an.analyst');
  expect(code).toBe(1);
  expect(out.split('\n')[0]).toBe(`${path.join(config, 'questions.yaml')}:3: questions: "for-days" is 120. It must be 90 or less.`);
});

test('the demonstration trust keeps them, for its performance analyst', () => {
  const folderOf = (name: string): string => path.join(__dirname, '..', '..', 'deployment', name);
  expect(loadCatalogue({ trustFolder: folderOf('trust') }).catalogue.questions).toMatchObject({ keep: true, 'for-days': 90, owners: ['performance.analyst'] });
  expect(loadCatalogue({ trustFolder: folderOf('board-paper') }).catalogue.questions).toBeNull();
});
