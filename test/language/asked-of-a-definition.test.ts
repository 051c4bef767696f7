import type { Query } from '../../src/engine/query';
import { askedIn2024 } from './july-2024';

const asked = (text: string, context: Query | null = null): unknown => {
  const reading = askedIn2024(text, context);
  return reading.kind === 'query' ? reading.query : reading;
};
const notesOf = (text: string): string => {
  const reading = askedIn2024(text);
  return reading.kind === 'query' ? reading.notes.join(' ') : '';
};

describe('how a figure is told is part of its definition', () => {
  test.each([
    ['is cpwau in cash or real terms', 'cpwau'], ['so is CpWAU adjusted for inflation?', 'cpwau'], ['is income gross or net', 'income'], ['is ACPL a mean or a median', 'acpl'], ['is reporting turnaround median or mean', 'reporting-turnaround'],
  ])('%s', (text, metric) => {
    expect(asked(text)).toMatchObject({ intent: 'definition', metrics: [metric] });
  });

  test.each(['is the DNA rate up or down', 'is DNA rate better or worse than last year', 'are late starts above or below target', 'is the DNA rate higher or lower than in May', 'is ENT or urology worse for DNA rate'])('%s: asks for the figures', (text) => {
    expect(asked(text)).not.toMatchObject({ intent: 'definition' });
  });
});

describe('a sum of money is held in one kind of prices', () => {
  test.each([
    ['cpwau at current prices', 'base-year prices'], ['CpWAU in cash terms by CMG', 'base-year prices'], ["cpwau at today's prices", 'base-year prices'], ['income in real terms', 'the prices of the time'], ['net surplus in constant prices 23/24', 'the prices of the time'],
  ])('%s: is not answered in others, and says which are held', (text, held) => {
    const reading = askedIn2024(text);
    expect(reading).toMatchObject({ kind: 'clarify', ask: expect.stringContaining(`in ${held} only`) as string });
    expect(reading.kind === 'clarify' && reading.options.length).toBe(1);
  });

  test('where those are asked for that are held, it is answered and said', () => {
    expect(asked('cpwau in real terms for CHUGGS')).toMatchObject({ intent: 'value', metrics: ['cpwau'], filters: { cmg: ['chuggs'] } });
    expect(notesOf('cpwau in real terms for CHUGGS')).toContain('CpWAU is told in base-year prices.');
    expect(notesOf('income in cash terms')).toContain('Income is told in the prices of the time.');
  });

  test('against the plan, cash terms are income', () => {
    expect(asked('are we ahead of plan in cash terms')).toMatchObject({ metrics: ['income-against-plan'] });
  });
});

describe('which way is better is told with the definition', () => {
  test.each([
    ["New to follow up ratio - is it good if it's low?", 'new-to-follow-up-ratio'], ['is a high PIFU rate good or bad', 'pifu-rate'], ['DNA rate, is lower better', 'dna-rate'], ['is lower better for N:FU', 'new-to-follow-up-ratio'], ['should ACPL be high or low', 'acpl'],
    ['ACPL: does a higher number mean better?', 'acpl'],
  ])('%s', (text, metric) => {
    expect(asked(text)).toMatchObject({ intent: 'definition', metrics: [metric] });
  });

  test('asked of the measure that was shown, it is told of that', () => {
    const shown = askedIn2024('new to follow-up ratio for ENT');
    expect(asked("is it good if it's low", shown.kind === 'query' ? shown.query : null)).toMatchObject({ intent: 'definition', metrics: ['new-to-follow-up-ratio'] });
  });

  test.each(["ENT DNA rate in May - is it good if it's low?", 'is the DNA rate lower in ENT', 'is the DNA rate good'])('%s: a part, a time or the figure is asked for as well', (text) => {
    expect(asked(text)).not.toMatchObject({ intent: 'definition' });
  });
});

describe('how measures differ is told by their definitions', () => {
  const UTILISATION = ['capped-theatre-utilisation', 'uncapped-theatre-utilisation'];
  test.each([
    ['capped and uncapped, whats the difference?', UTILISATION], ['capped and uncapped utilisation: how do they differ', UTILISATION], ["capped and uncapped, aren't they the same thing?", UTILISATION],
    ['Why are there two DNA rates? whats the difference', ['dna-rate', 'dna-rate-all-appointments']], ['why do we have two DNA rates', ['dna-rate', 'dna-rate-all-appointments']],
  ])('%s', (text, metrics) => {
    expect(asked(text)).toMatchObject({ intent: 'definition', metrics });
  });

  test.each(['capped and uncapped for ENT, whats the difference', 'capped and uncapped in May, what is the difference', 'why are there two theatres off target for late starts', 'what is the difference between DNA rate in May and June'])('%s: asks for figures', (text) => {
    expect(asked(text)).not.toMatchObject({ intent: 'definition' });
  });
});
