import { commandAnswer } from '../../src/answers/command-answer';
import { answerAsJson } from '../../src/cli/answer-json';
import { CATALOGUE, read } from '../language/trust-language';

test.each([
  ['tell me if on the day cancellations go over 10%', { kind: 'watch', on: 'each-snapshot', condition: { kind: 'threshold', op: 'above', value: 0.1 } }],
  ['tell me when ACPL changes for real', { kind: 'watch', on: 'each-snapshot', condition: { kind: 'special-cause' } }],
  ['post DNA rate for ENT here every Friday at 9', { kind: 'digest', every: 'week', on: 5, at: '09:00', zone: 'Europe/London' }],
])('%s has its schedule in JSON, and the query that it is of', (text, schedule) => {
  const reading = read(text);
  if (reading.kind !== 'command') throw new Error(`${text} is ${reading.kind}`);
  const json = answerAsJson(text, commandAnswer(CATALOGUE, reading)) as { answer: { schedule: unknown }; query: { intent: string } };
  expect(json.answer.schedule).toEqual(schedule);
  expect(json.query.intent).toBe('value');
});
