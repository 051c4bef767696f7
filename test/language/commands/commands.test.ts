import { scheduleWords, type Schedule } from '../../../src/calendar/schedule';
import type { Command } from '../../../src/language/command';
import { commandWords } from '../../../src/language/commands/command-words';
import { CATALOGUE, read, VOCABULARY } from '../trust-language';

/** A command with its query as what is asked about. */
function plainly(command: Command): unknown {
  const about = 'query' in command && command.query !== null ? [command.query.scorecard, ...command.query.metrics, ...Object.values(command.query.filters).flat()].filter((one) => one !== null).join(' ') : undefined;
  return { ...command, ...(about === undefined ? {} : { query: about }) };
}
const commanded = (text: string): unknown => {
  const reading = read(text);
  return reading.kind === 'command' ? plainly(reading.command) : `${reading.kind}`;
};
const weekly = (on: number, at: string, zone = 'Europe/London') => ({ every: 'week', on, at, zone });
const digest = (query: string, schedule: object, name: string | null = null) => ({ kind: 'digest', what: 'create', query, schedule, name });

describe('a digest is set up in words', () => {
  test.each([
    ['post the theatres scorecard here every Monday at 8', digest('theatres', weekly(1, '08:00'))],
    ['can you post lead measures for MSS in this channel each week on Friday at 16:30', digest('lead-measures mss', weekly(5, '16:30'))],
    ['post DNA rate for ENT on the first of every month at 07:30', digest('dna-rate 120', { every: 'month', on: 1, at: '07:30', zone: 'Europe/London' })],
    ['every working day at 7 post cancellations on the day', digest('on-the-day-cancellations', { every: 'working-day', on: null, at: '07:00', zone: 'Europe/London' })],
    ['send me the outpatients scorecard every Tuesday at half past eight', digest('outpatients', weekly(2, '08:30'))],
  ])('%s', (text, expected) => expect(commanded(text)).toEqual(expected));

  test('without a day or a time takes Monday at eight, and says so', () => {
    const reading = read('send me lag measures weekly');
    expect(reading).toMatchObject({ kind: 'command', command: { what: 'create', schedule: weekly(1, '08:00') } });
    expect(reading.kind === 'command' ? reading.notes.join(' ') : '').toContain('No day or time was said: Monday at 08:00 is taken.');
  });

  test('of what was asked before, and of nothing where nothing was', () => {
    const before = read('DNA rate for ENT');
    const reading = read('post this every Monday at 9', undefined, before.kind === 'query' ? before.query : null);
    expect(reading.kind === 'command' ? plainly(reading.command) : reading).toEqual(digest('dna-rate 120', weekly(1, '09:00')));
    expect(read('post this every Monday')).toMatchObject({ kind: 'clarify', options: expect.arrayContaining(['post Lead measures every Monday at 08:00']) as string[] });
  });

  test('names back what it does not know, and sets nothing up', () => {
    expect(read('post the zebra scorecard here every Monday at 8').kind).not.toBe('command');
  });
});

describe('a digest is looked after in words', () => {
  test.each<[string, object]>([
    ['list digests', { what: 'list', name: null }], ['digest history', { what: 'history', name: null }], ['preview the theatres digest', { what: 'preview', name: 'theatres' }],
    ['pause the lag measures digest', { what: 'pause', name: 'lag measures' }], ['resume it', { what: 'resume', name: null }], ['stop the theatres digest', { what: 'stop', name: 'theatres' }],
    ['cancel the Monday digest', { what: 'stop', name: 'monday' }], ['move it to 8:30', { what: 'change', name: null, schedule: { at: '08:30' } }],
    ['move the theatres digest to Tuesdays at 9', { what: 'change', name: 'theatres', schedule: { every: 'week', on: 2, at: '09:00' } }],
  ])('%s', (text, expected) => {
    const reading = commanded(text);
    expect(reading).toMatchObject({ kind: 'digest' });
    expect(JSON.parse(JSON.stringify(reading).toLowerCase())).toMatchObject(JSON.parse(JSON.stringify(expected).toLowerCase()) as object);
  });
});

describe('a digest is changed wholly in words', () => {
  const change = (name: string | null, what: object): object => ({ kind: 'digest', what: 'change', name, schedule: {}, ...what });
  test.each<[string, object]>([
    ['rename the theatres digest to Monday pack', change('theatres', { rename: 'Monday pack' })],
    ['rename it to "Monday pack"', change(null, { rename: 'Monday pack' })],
    ['call the theatres digest Monday pack', change('theatres', { rename: 'Monday pack' })],
    ['change the theatres digest to show outpatients', change('theatres', { query: 'outpatients' })],
    ['switch the digest to lead measures', change(null, { query: 'lead-measures' })],
    ['change the theatres digest to late starts for ENT', change('theatres', { query: 'late-starts 120' })],
    ['change the theatres digest to show outpatients on Tuesdays at 9', change('theatres', { query: 'outpatients', schedule: { every: 'week', on: 2, at: '09:00' } })],
    ['narrow the theatres digest to ENT', change('theatres', { filters: { specialty: ['120'] } })],
    ['change the lead measures digest to only MSS', change('lead measures', { filters: { cmg: ['mss'] } })],
    ['widen the theatres digest to the whole trust', change('theatres', { filters: {} })],
  ])('%s', (text, expected) => expect(commanded(text)).toEqual(expected));

  test.each(['rename the theatres digest to "Monday pack"', 'change the "theatres" digest to show outpatients scorecard at 09:00', 'narrow the "theatres" digest to ENT'])('the words for what %j comes to are read as it', (text) => {
    const reading = read(text);
    expect(reading.kind).toBe('command');
    if (reading.kind === 'command') expect(commanded(commandWords(reading.command, { catalogue: CATALOGUE, vocabulary: VOCABULARY }))).toEqual(plainly(reading.command));
  });

  test('what is not understood changes nothing', () => {
    expect(read('change the theatres digest to show zebras').kind).not.toBe('command');
  });
});

test.each<Schedule>([
  { every: 'week', on: 1, at: '08:00', zone: 'Europe/London' }, { every: 'week', on: 7, at: '16:30', zone: 'Europe/London' }, { every: 'month', on: 1, at: '07:30', zone: 'Europe/London' },
  { every: 'month', on: 31, at: '08:00', zone: 'Europe/London' }, { every: 'working-day', on: null, at: '07:15', zone: 'Europe/London' },
])('the words for %j are read as it', (schedule) => expect(commanded(`post the theatres scorecard here ${scheduleWords(schedule)}`)).toEqual(digest('theatres', schedule)));

test.each([
  ['tell me if on the day cancellations go over 10%', { kind: 'watch', what: 'create', query: 'on-the-day-cancellations', condition: { kind: 'threshold', op: 'above', value: 0.1 } }],
  ['what am I watching', { kind: 'watch', what: 'list', query: null, name: null }],
  ['follow ACPL', { kind: 'follow', what: 'create', query: 'acpl' }],
])('%s is understood as what it is', (text, expected) => expect(commanded(text)).toEqual(expected));

test.each(['tell me the DNA rate', 'let me know what ACPL is', 'post-operative complications', 'cancellations on the day every month', 'ENT follow up ratio'])('%s is a question', (text) => {
  expect(read(text).kind).not.toBe('command');
});
