import type { Reading } from '../../../src/language/reading';
import { commandWords } from '../../../src/language/commands/command-words';
import { askedIn2024 } from '../july-2024';
import { CATALOGUE, VOCABULARY as vocabulary } from '../trust-language';

const LONDON = 'Europe/London';
const week = (on: number, at: string, zone = LONDON): object => ({ every: 'week', on, at, zone });
const commandOf = (reading: Reading): unknown => (reading.kind === 'command' ? reading.command : reading);

describe('the schedule of a digest', () => {
  test.each([
    ['every Monday at 8', week(1, '08:00')], ['Mondays 8am', week(1, '08:00')], ['weekly Mondays 8am', week(1, '08:00')], ['each week on Friday at 16:30', week(5, '16:30')],
    ['every Tuesday half past eight', week(2, '08:30')], ['Mondays 0800', week(1, '08:00')], ['every Monday at 9 Paris time', week(1, '09:00', 'Europe/Paris')],
    ['every weekday at noon UK time', { every: 'working-day', on: null, at: '12:00', zone: LONDON }], ['every Friday at 4', week(5, '16:00')], ['every Monday evening at 8', week(1, '20:00')],
    ['on the first of every month at 07:30', { every: 'month', on: 1, at: '07:30', zone: LONDON }], ['last day of each month', { every: 'month', on: 31, at: '08:00', zone: LONDON }],
    ['daily at 7:15', { every: 'working-day', on: null, at: '07:15', zone: LONDON }], ['weekly', week(1, '08:00')],
  ])('%s', (words, schedule) => {
    expect(commandOf(askedIn2024(`post the theatres scorecard here ${words}`))).toMatchObject({ kind: 'digest', what: 'create', schedule });
  });

  test.each(['every Monday at 25:00', 'every other Monday', 'every Monday and Thursday', 'first Monday of the month', 'every Monday at 8 Mars time'])('%j is none', (words) => {
    expect(askedIn2024(`post the theatres scorecard here ${words}`).kind).not.toBe('command');
  });
});

describe('said otherwise', () => {
  test.each([
    ['weekly digest of lag measures Mondays 8am', { kind: 'digest', what: 'create', query: { scorecard: 'lag-measures' }, schedule: week(1, '08:00') }],
    ['set up a weekly digest for outpatients', { kind: 'digest', what: 'create', query: { scorecard: 'outpatients' }, schedule: week(1, '08:00') }],
    ['evry mondya at 8 post theatres scorecard', { kind: 'digest', what: 'create', query: { scorecard: 'theatres' } }],
    ['post the DNA rate every Monday at 8 for ENT', { kind: 'digest', query: { metrics: ['dna-rate'], filters: { specialty: ['120'] } }, schedule: week(1, '08:00') }],
    ['change the theatres digest to Tuesdays at 9', { kind: 'digest', what: 'change', name: 'theatres', schedule: { every: 'week', on: 2, at: '09:00' } }],
    ['tell me if income drops below £4.5m', { kind: 'watch', condition: { kind: 'threshold', op: 'below', value: 4_500_000 } }],
    ['mute ACPL until 1 August', { kind: 'watch', what: 'mute', query: { metrics: ['acpl'] }, until: '2024-07-31' }],
  ])('%s', (text, command) => {
    expect(commandOf(askedIn2024(text))).toMatchObject(command);
  });

  test.each([
    ['tell me if late starts go over 5 minutes', 'tell me if late starts go over 5%'],
    ['tell me if DNA rate for ENT goes over 0.1', 'tell me if DNA rate for ENT goes over 10%'],
  ])('%s is asked back as “%s” among others, its verb as the measure has it', (text, option) => {
    const reading = askedIn2024(text);
    expect(reading.kind === 'clarify' ? reading.options : []).toContain(option);
  });

  test.each(['tell me if 65 week waits go over 10%', 'tell me if late starts go over 5 minutes', 'tell me if DNA rate goes over 0.1', 'post DNA rate every other Monday', 'post this every Monday', 'tell me when it changes'])('%s is asked back with whole commands', (text) => {
    const reading = askedIn2024(text);
    expect(reading.kind).toBe('clarify');
    const options = reading.kind === 'clarify' ? reading.options : [];
    expect(options.length).toBeGreaterThan(0);
    expect(options.filter((option) => askedIn2024(option).kind !== 'command')).toEqual([]);
  });

  test.each(['post foo rate every Monday', 'post DNA rate for robots every Monday at 8'])('%s: what is not known is named', (text) => {
    expect(askedIn2024(text)).toMatchObject({ kind: 'unknown', words: [expect.stringMatching(/foo|robots/)] });
  });

  test.each(['tell me the DNA rate', 'let me know what ACPL is', 'late starts on Mondays', 'post-op complications', 'follow ups by site', 'cancelled operations by reason', 'monthly DNA rate'])('%s is no command', (text) => {
    expect(askedIn2024(text).kind).not.toBe('command');
  });
});

test('a command printed in words reads as the same command', () => {
  const said = [
    'post the theatres scorecard here every Monday at 8, call it Monday pack', 'post DNA rate for ENT last month on the 3rd of every month at 07:30 New York time', 'post whats off target in theatres daily at 7',
    'pause the theatres digest', 'move it to 8:30', 'tell me if DNA rate for ENT goes over 8.5%', 'tell me when ACPL changes for real', 'tell me if income drops below £4.5m', 'stop watching ACPL',
    'mute ACPL until 1 August', 'follow DNA rate for ENT', 'what do I follow', 'list digests', 'digest history', 'list my alerts',
  ];
  for (const text of said) {
    const reading = askedIn2024(text);
    const words = reading.kind === 'command' ? commandWords(reading.command, { catalogue: CATALOGUE, vocabulary }) : '';
    expect([text, words, commandOf(askedIn2024(words))]).toEqual([text, words, commandOf(reading)]);
  }
});
